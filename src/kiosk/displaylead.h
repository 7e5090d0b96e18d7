#pragma once

#include "kiosk/ceremonyfacts.h"
#include "kiosk/displayboard.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Leads the public display: on through the pledge, clause by clause, and to the count.
class DisplayLead : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.lead")
    Q_PROPERTY(Scene scene READ scene NOTIFY changed FINAL)
    /// From 1; 0 outside of the clauses.
    Q_PROPERTY(int clause READ clause NOTIFY changed FINAL)
    Q_PROPERTY(int clauses READ clauses NOTIFY changed FINAL)
    /// What the display shows now, and what `forward` would show; empty for title and count.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL)
    /// The display could not be told.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    enum class Scene { Title, Opening, Clause, Count };
    Q_ENUM(Scene)

    /// All borrowed.
    DisplayLead(base::FileSystem& files, base::Path runtimeDirectory, const CeremonyFacts& ceremony,
        QObject* parent = nullptr);

    /// Goes on from what the display of this log shows.
    void setOrigin(const std::string& origin);

    Q_INVOKABLE void forward();
    Q_INVOKABLE void backward();
    Q_INVOKABLE void showTitle();
    Q_INVOKABLE void showCount();

    [[nodiscard]] Scene scene() const { return static_cast<Scene>(m_board.scene); }
    [[nodiscard]] int clause() const;
    [[nodiscard]] int clauses() const;
    [[nodiscard]] QString text() const { return textOf(m_board); }
    [[nodiscard]] QString nextText() const { return textOf(after(m_board)); }
    [[nodiscard]] bool failed() const { return m_failed; }

signals:
    void changed();

private:
    void show(const Board& board);
    [[nodiscard]] Board after(const Board& board) const;
    [[nodiscard]] Board before(const Board& board) const;
    [[nodiscard]] QString textOf(const Board& board) const;

    base::FileSystem& m_files;
    base::Path m_runtimeDirectory;
    const CeremonyFacts& m_ceremony;
    std::string m_origin;
    Board m_board;
    bool m_failed = false;
};

} // namespace ikrar::kiosk
