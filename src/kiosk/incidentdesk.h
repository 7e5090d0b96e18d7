#pragma once

#include "attendance/incidents.h"
#include "kiosk/ledgerstore.h"
#include "kiosk/preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// What happened at the ceremony, for the berita acara (attendance/incidents.h): listed, added with
/// its time, and taken back, which is asked twice. Read and written off the GUI thread.
class IncidentDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.incidents")
    /// Of this page: `time` (`08.05 WITA`), `date`, `text`.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    Q_PROPERTY(int room READ room WRITE setRoom NOTIFY changed FINAL)
    Q_PROPERTY(int page READ page NOTIFY changed FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY changed FINAL)
    /// What is being written; `time` empty is now, else `08.40`.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time WRITE setTime NOTIFY changed FINAL)
    /// The row on this page that `remove` was asked for once; -1: none.
    Q_PROPERTY(int removing READ removing NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL) ///< add() would do something
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed FINAL)

public:
    enum class Outcome {
        None,
        Noted,
        Removed,
        WrongTime,
        NotDone, ///< the disk could not, or the file is damaged
    };
    Q_ENUM(Outcome)

    /// All borrowed.
    IncidentDesk(const Preferences& preferences, base::FileSystem& files, const base::Clock& clock,
        QObject* parent = nullptr);

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    void read();
    /// What is being written, and what is asked.
    void clear();
    Q_INVOKABLE void add();
    /// Twice for one row: it goes.
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void keep(); ///< not, after all
    Q_INVOKABLE void turn(int pages);

    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] int total() const { return static_cast<int>(m_incidents.size()); }
    [[nodiscard]] int room() const { return m_room; }
    void setRoom(int room);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& typed);
    [[nodiscard]] QString time() const { return m_time; }
    void setTime(const QString& typed);
    [[nodiscard]] int removing() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool ready() const;
    [[nodiscard]] Outcome outcome() const { return m_outcome; }

signals:
    void changed();

private:
    void change(std::function<Result<void>(const base::Path& data)> what, Outcome good);
    [[nodiscard]] std::size_t first() const;

    const Preferences& m_preferences;
    base::FileSystem& m_files;
    const base::Clock& m_clock;
    LedgerStore* m_store = nullptr;
    std::vector<attendance::Incident> m_incidents;
    QString m_text;
    QString m_time;
    int m_room = 4;
    int m_page = 0;
    std::optional<std::size_t> m_removing; ///< place in the list, whatever page shows it
    bool m_busy = false;
    Outcome m_outcome = Outcome::None;
};

} // namespace ikrar::kiosk
