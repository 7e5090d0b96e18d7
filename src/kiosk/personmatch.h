#pragma once

#include "kiosk/preferences.h"
#include "kiosk/verdictview.h"
#include "receipt/verdict.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Whether the receipt on the screen is a certain person's: identity number and matching code, both
/// given by the signer.
class PersonMatch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("auditor.person")
    Q_PROPERTY(QStringList kinds READ kinds CONSTANT FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex WRITE setKindIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString identity READ identity WRITE setIdentity NOTIFY changed FINAL)
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed FINAL)
    Q_PROPERTY(Answer answer READ answer NOTIFY changed FINAL)
    /// How the answer is painted.
    Q_PROPERTY(ikrar::kiosk::VerdictView::Tone tone READ tone NOTIFY changed FINAL)
    /// What is wrong with the number, a sentence; empty when nothing is.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    enum class Answer {
        NotAsked,
        NumberWrong, ///< `problem` says how
        CodeWrong, ///< no matching code: 26 letters and digits
        Matches,
        Differs,
    };
    Q_ENUM(Answer)

    explicit PersonMatch(const Preferences& preferences, QObject* parent = nullptr);

    /// Answers for the receipt of `entry`, which must be a signed one.
    void ask(const pledge::Entry& entry);
    /// What was typed is personal: it goes with the receipt.
    Q_INVOKABLE void clear();

    [[nodiscard]] static QStringList kinds();
    [[nodiscard]] int kindIndex() const { return m_kindIndex; }
    void setKindIndex(int index);
    [[nodiscard]] QString identity() const { return m_identity; }
    void setIdentity(const QString& typed);
    [[nodiscard]] QString code() const { return m_code; }
    void setCode(const QString& typed);
    [[nodiscard]] Answer answer() const { return m_answer; }
    [[nodiscard]] VerdictView::Tone tone() const;
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    void forget();

    const Preferences& m_preferences;
    int m_kindIndex = 0;
    QString m_identity;
    QString m_code;
    Answer m_answer = Answer::NotAsked;
    std::optional<pledge::IdentityProblem> m_problem;
};

} // namespace ikrar::kiosk
