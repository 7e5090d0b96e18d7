#pragma once

#include "kiosk/evidence.h"
#include "kiosk/preferences.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ikrar::kiosk {

/// The verdict on the auditor's screen, and what stands below it.
class VerdictView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("auditor.verdict")
    Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(Verdict verdict READ verdict NOTIFY changed FINAL)
    /// How it is painted and how it sounds.
    Q_PROPERTY(Tone tone READ tone NOTIFY changed FINAL)
    /// The verdict in one to four words.
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    /// What it means and what to do.
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    /// The technical cause, in English; may be empty.
    Q_PROPERTY(QString why READ why NOTIFY changed FINAL)
    /// Why the log that was given could not be asked; may be empty.
    Q_PROPERTY(QString logError READ logError NOTIFY changed FINAL)
    /// Facts, each empty where it is not known.
    Q_PROPERTY(QString ceremony READ ceremony NOTIFY changed FINAL)
    Q_PROPERTY(QString kioskId READ kioskId NOTIFY changed FINAL)
    Q_PROPERTY(QString session READ session NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    /// In the zone of the ceremony, else in UTC: both say which.
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    Q_PROPERTY(ClockTrust clockTrust READ clockTrust NOTIFY changed FINAL)
    Q_PROPERTY(QString category READ category NOTIFY changed FINAL)
    Q_PROPERTY(Method method READ method NOTIFY changed FINAL)
    Q_PROPERTY(QString witnesses READ witnesses NOTIFY changed FINAL)
    /// Whether a log of the policy sealed what the receipt says; else nothing vouches for it.
    Q_PROPERTY(bool proven READ proven NOTIFY changed FINAL)
    Q_PROPERTY(bool checkedAgainstLog READ checkedAgainstLog NOTIFY changed FINAL)
    /// Size of the copy and when its checkpoint was written.
    Q_PROPERTY(QString logSize READ logSize NOTIFY changed FINAL)
    Q_PROPERTY(QString logTime READ logTime NOTIFY changed FINAL)
    /// The time of day at which this very receipt was checked before; empty the first time.
    Q_PROPERTY(QString seenBefore READ seenBefore NOTIFY changed FINAL)

public:
    enum class Verdict {
        Malformed,
        UnknownLog,
        BadSignature,
        Inconsistent,
        NotInLog,
        Rehearsal,
        Voided,
        ValidUnwitnessed,
        Valid
    };
    Q_ENUM(Verdict)
    enum class Tone { Good, Caution, Bad, Unread };
    Q_ENUM(Tone)
    enum class ClockTrust { Unknown, SetByOperator, Synchronised };
    Q_ENUM(ClockTrust)
    enum class Method { None, Kiosk, Assisted, WetInk };
    Q_ENUM(Method)

    explicit VerdictView(const Preferences& preferences, QObject* parent = nullptr);

    /// `seenBefore` is Unix seconds of the first check of this receipt.
    void show(const receipt::Finding& finding, std::shared_ptr<const Evidence> evidence,
        std::optional<std::int64_t> seenBefore);
    void clear();

    [[nodiscard]] const std::optional<receipt::Finding>& finding() const { return m_finding; }
    [[nodiscard]] static Tone toneOf(const receipt::Finding& finding);

    [[nodiscard]] bool shown() const { return m_finding.has_value(); }
    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString logError() const;
    [[nodiscard]] QString ceremony() const;
    [[nodiscard]] QString kioskId() const;
    [[nodiscard]] QString session() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString time() const;
    [[nodiscard]] ClockTrust clockTrust() const;
    [[nodiscard]] QString category() const;
    [[nodiscard]] Method method() const;
    [[nodiscard]] QString witnesses() const;
    [[nodiscard]] bool proven() const;
    [[nodiscard]] bool checkedAgainstLog() const;
    [[nodiscard]] QString logSize() const;
    [[nodiscard]] QString logTime() const;
    [[nodiscard]] QString seenBefore() const;

signals:
    void changed();

private:
    [[nodiscard]] const pledge::Signed* signedEntry() const;
    [[nodiscard]] const pledge::Ceremony* file() const;
    [[nodiscard]] std::string zone() const;
    [[nodiscard]] QString moment(std::int64_t seconds) const;

    const Preferences& m_preferences;
    std::shared_ptr<const Evidence> m_evidence;
    std::optional<receipt::Finding> m_finding;
    std::optional<std::int64_t> m_seenBefore;
};

} // namespace ikrar::kiosk
