#pragma once

#include "audit/heads.h"
#include "base/file.h"
#include "kiosk/preferences.h"
#include "kiosk/verdictview.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>

namespace ikrar::kiosk {

/// A log's head on the auditor's screen, and how it stands to the newest that was shown before.
class HeadView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("auditor.head")
    Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(Standing standing READ standing NOTIFY changed FINAL)
    /// How the standing is painted.
    Q_PROPERTY(ikrar::kiosk::VerdictView::Tone tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString origin READ origin NOTIFY changed FINAL)
    Q_PROPERTY(QString size READ size NOTIFY changed FINAL)
    /// In base64, as checkpoints have it, in groups of four.
    Q_PROPERTY(QString root READ root NOTIFY changed FINAL)
    /// Size of the head that it was compared with; empty for the first.
    Q_PROPERTY(QString keptSize READ keptSize NOTIFY changed FINAL)
    /// The signed note, as a QR that carries it on.
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    /// Where the evidence of a rewritten pair was saved; empty where it could not be.
    Q_PROPERTY(QString savedTo READ savedTo NOTIFY changed FINAL)
    /// Technical, in English: why it is no head, or why the copy of the log could not be asked.
    Q_PROPERTY(QString why READ why NOTIFY changed FINAL)

public:
    enum class Standing {
        Unreadable, ///< no head of a log that the policy knows, or its seal does not match
        First,
        Same,
        Consistent,
        Behind,
        Undecided,
        Rewritten
    };
    Q_ENUM(Standing)

    using QObject::QObject;

    /// Takes a head that was opened, compares it, and keeps it where it is the newest. `log` may be
    /// null. A rewritten pair is written to a file below `evidence` (not empty), whose name holds
    /// no more than the sizes.
    void show(
        const Result<audit::Head>& head, const receipt::LogView* log, const base::Path& evidence);
    void clear();

    [[nodiscard]] bool shown() const { return m_shown; }
    [[nodiscard]] Standing standing() const { return m_standing; }
    [[nodiscard]] VerdictView::Tone tone() const;
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString size() const;
    [[nodiscard]] QString root() const;
    [[nodiscard]] QString keptSize() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString savedTo() const { return m_savedTo; }
    [[nodiscard]] QString why() const { return m_why; }

signals:
    void changed();

private:
    void compare(const receipt::LogView* log, const base::Path& evidence);
    void save(const audit::Head& kept, const base::Path& evidence);

    bool m_shown = false;
    Standing m_standing = Standing::Unreadable;
    audit::Head m_head;
    std::optional<std::uint64_t> m_keptSize;
    std::map<std::string, audit::Head> m_kept; ///< by origin
    QString m_savedTo;
    QString m_why;
};

} // namespace ikrar::kiosk
