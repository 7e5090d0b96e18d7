#pragma once

#include "kiosk/openedbundle.h"
#include "kiosk/preferences.h"
#include "kiosk/verdictview.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// The bundle on the auditor's screen: which one, how far its audit is, and what that came to.
class BundleView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("auditor.bundle")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    /// Without its folder; empty under None.
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    /// Of a sealed bundle; wiped when it is given.
    Q_PROPERTY(
        QString passphrase READ passphrase WRITE setPassphrase NOTIFY passphraseChanged FINAL)
    /// The last passphrase that was given is not the one.
    Q_PROPERTY(bool passphraseWrong READ passphraseWrong NOTIFY changed FINAL)
    /// 0 to 1, of the log that is being audited.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL)
    /// Why it could not be opened; technical, in English.
    Q_PROPERTY(QString failure READ failure NOTIFY changed FINAL)

    // Under Open.
    Q_PROPERTY(bool holds READ holds NOTIFY changed FINAL)
    /// How that is painted.
    Q_PROPERTY(ikrar::kiosk::VerdictView::Tone tone READ tone NOTIFY changed FINAL)
    /// What the audit came to and what to do.
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(int logs READ logs NOTIFY changed FINAL)
    /// Signed entries of all logs, and how many of them are voided or have an erased row.
    Q_PROPERTY(QString entries READ entries NOTIFY changed FINAL)
    Q_PROPERTY(QString voided READ voided NOTIFY changed FINAL)
    Q_PROPERTY(QString erased READ erased NOTIFY changed FINAL)
    /// It can tell who stands behind a receipt; else it is a public one, or its tables are broken.
    Q_PROPERTY(bool hasNames READ hasNames NOTIFY changed FINAL)
    Q_PROPERTY(bool isPublic READ isPublic NOTIFY changed FINAL)
    /// Names and units of every log are those that were sealed when it was closed.
    Q_PROPERTY(bool namesSealed READ namesSealed NOTIFY changed FINAL)
    /// The first of what is wrong, each with where it stands; where nothing is, of the notes.
    Q_PROPERTY(QStringList findings READ findings NOTIFY changed FINAL)
    /// How many more there are.
    Q_PROPERTY(int moreFindings READ moreFindings NOTIFY changed FINAL)

public:
    enum class State {
        None,
        Asking, ///< it is sealed
        Reading, ///< it is audited in the background
        Failed, ///< `failure`
        Open,
    };
    Q_ENUM(State)

    explicit BundleView(const Preferences& preferences, QObject* parent = nullptr);

    void begin(const QString& fileName);
    void advance(std::uint64_t done, std::uint64_t size);
    void conclude(const BundleOutcome& outcome);
    void clear();
    /// What was typed, which is then not here any more.
    [[nodiscard]] std::string takePassphrase();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] QString passphrase() const { return m_passphrase; }
    void setPassphrase(const QString& typed);
    [[nodiscard]] bool passphraseWrong() const { return m_passphraseWrong; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] bool holds() const;
    [[nodiscard]] VerdictView::Tone tone() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] int logs() const;
    [[nodiscard]] QString entries() const;
    [[nodiscard]] QString voided() const;
    [[nodiscard]] QString erased() const;
    [[nodiscard]] bool hasNames() const;
    [[nodiscard]] bool isPublic() const;
    [[nodiscard]] bool namesSealed() const;
    [[nodiscard]] QStringList findings() const;
    [[nodiscard]] int moreFindings() const;

signals:
    void changed();
    void progressChanged();
    void passphraseChanged();

private:
    [[nodiscard]] std::vector<const audit::Finding*> told() const;
    [[nodiscard]] QString text(const audit::Finding& finding) const;
    [[nodiscard]] QString sum(std::uint64_t audit::Report::*count) const;

    const Preferences& m_preferences;
    State m_state = State::None;
    QString m_fileName;
    QString m_passphrase;
    bool m_passphraseWrong = false;
    double m_progress = 0;
    QString m_failure;
    std::shared_ptr<const OpenedBundle> m_opened;
};

} // namespace ikrar::kiosk
