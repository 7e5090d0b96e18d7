#pragma once

#include "kiosk/preferences.h"
#include "kiosk/storestate.h"
#include "kiosk/verdictview.h"

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>

namespace ikrar::kiosk {

/// The head of this kiosk's log, for an auditor to carry away, and one that an auditor brings, held
/// against the log. What is shown is read when the page opens and on `refresh`: a code that
/// somebody scans stays the same while the log grows, and `newer` says that it has. The camera is
/// wanted only between `compare` and the code that it reads.
class LogSummary : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.logSummary")
    /// The store gave its newest head; false on an open page: it could not be read.
    Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)
    /// The signed note, with as many cosignatures as a code holds.
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    Q_PROPERTY(QString origin READ origin NOTIFY changed FINAL)
    /// Entries.
    Q_PROPERTY(QString size READ size NOTIFY changed FINAL)
    /// In base64, as checkpoints have it, in groups of four.
    Q_PROPERTY(QString root READ root NOTIFY changed FINAL)
    /// That cosigned this head.
    Q_PROPERTY(int witnesses READ witnesses NOTIFY changed FINAL)
    /// The log has grown since, or a witness has cosigned: `refresh` shows it.
    Q_PROPERTY(bool newer READ newer NOTIFY changed FINAL)

    /// There is a camera to show an auditor's head to.
    Q_PROPERTY(bool hasCamera READ hasCamera NOTIFY cameraChanged FINAL)
    Q_PROPERTY(bool comparing READ comparing NOTIFY cameraChanged FINAL)
    Q_PROPERTY(bool cameraRuns READ cameraRuns NOTIFY cameraChanged FINAL)
    Q_PROPERTY(QImage picture READ picture NOTIFY pictureChanged FINAL)
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY outcomeChanged FINAL)
    /// How the outcome is painted.
    Q_PROPERTY(ikrar::kiosk::VerdictView::Tone tone READ tone NOTIFY outcomeChanged FINAL)
    /// Entries of the head that was brought.
    Q_PROPERTY(QString outcomeSize READ outcomeSize NOTIFY outcomeChanged FINAL)

public:
    enum class Outcome {
        None, ///< nothing was brought, or the answer is not there yet
        Same,
        Beginning, ///< the log leads from it to what it is now
        Contradicted, ///< sealed by this log, which does not lead to it: the store has stopped
        NotSealed, ///< it names this log, and the log's seal does not fit it
        OtherLog,
        Unreadable, ///< no head at all
        Failed, ///< the store could not say
    };
    Q_ENUM(Outcome)

    explicit LogSummary(const StoreState& state, QObject* parent = nullptr);

    /// Borrowed; null while there is none.
    void setStore(Store* store);
    /// The page comes and goes. With it goes every picture.
    void open();
    void close();

    /// Shows the newest head.
    Q_INVOKABLE void refresh();
    /// Has the camera look for an auditor's head, while there is one.
    Q_INVOKABLE void compare();
    Q_INVOKABLE void stopComparing();

    /// A frame was looked at: what it held (may be empty) and what to show. Ignored unless
    /// comparing.
    void seen(const QString& text, const QImage& picture);
    /// Holds what an auditor brings against the log; `outcomeChanged` follows. Only what this log's
    /// key has sealed can change anything.
    void hold(const std::string& text);
    void setHasCamera(bool has);
    void setCameraRuns(bool runs);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool shown() const { return m_head.has_value(); }
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString size() const;
    [[nodiscard]] QString root() const;
    [[nodiscard]] int witnesses() const;
    [[nodiscard]] bool newer() const { return m_newer; }
    [[nodiscard]] bool hasCamera() const { return m_hasCamera; }
    [[nodiscard]] bool comparing() const { return m_comparing; }
    [[nodiscard]] bool cameraRuns() const { return m_cameraRuns; }
    [[nodiscard]] QImage picture() const { return m_picture; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] VerdictView::Tone tone() const;
    [[nodiscard]] QString outcomeSize() const;

signals:
    void changed();
    void opened();
    void cameraChanged();
    void pictureChanged();
    void outcomeChanged();
    /// A code was read: somebody is there.
    void taken();

private:
    [[nodiscard]] std::optional<tlog::OpenedCheckpoint> newest() const;
    void look();
    void answered(const tlog::Checkpoint& held, const Result<bool>& contradicted);
    void conclude(Outcome outcome, std::optional<std::uint64_t> size = {});

    Store* m_store = nullptr;
    bool m_open = false;
    std::optional<tlog::OpenedCheckpoint> m_head;
    QString m_note;
    bool m_newer = false;
    bool m_hasCamera = false;
    bool m_comparing = false;
    bool m_cameraRuns = false;
    QImage m_picture;
    Outcome m_outcome = Outcome::None;
    std::optional<std::uint64_t> m_outcomeSize;
    int m_question = 0; ///< an answer to an earlier one is not shown any more
};

} // namespace ikrar::kiosk
