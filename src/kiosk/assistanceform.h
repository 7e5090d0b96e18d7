#pragma once

#include "kiosk/preferences.h"
#include "pledge/declaration.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ikrar::kiosk {

/// Who helps the signer, and why. All times of the session are tripled from here on.
class AssistanceForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.assistance")
    Q_PROPERTY(QString helperName READ helperName WRITE setHelperName NOTIFY changed FINAL)
    /// A NIP (or NI PPPK) or a NIK; told apart by their length.
    Q_PROPERTY(QString helperNumber READ helperNumber WRITE setHelperNumber NOTIFY changed FINAL)
    /// What is wrong with a helper's number as long as a NIP or a NIK, one sentence in the language
    /// of the screen; empty for other lengths, and where nothing is wrong.
    Q_PROPERTY(QString numberProblem READ numberProblem NOTIFY changed FINAL)
    Q_PROPERTY(Difficulty reason READ reason WRITE setReason NOTIFY changed FINAL)
    /// A thumb mark stands for the signature: blank or trivial ink is not asked about.
    Q_PROPERTY(bool thumbMark READ thumbMark WRITE setThumbMark NOTIFY changed FINAL)
    /// The first field that keeps the form from being submitted.
    Q_PROPERTY(Field missing READ missing NOTIFY changed FINAL)
    /// `submit` was tried: `missing` is to be pointed at.
    Q_PROPERTY(bool tried READ tried NOTIFY changed FINAL)

public:
    enum class Field { None, HelperName, HelperNumber, Reason };
    Q_ENUM(Field)
    /// Why somebody helps. The register keeps it in Indonesian, whatever the language of the
    /// screen: `Sulit melihat`, `Sulit menggerakkan tangan`, `Sulit membaca`.
    enum class Difficulty { None, Sight, Hands, Reading };
    Q_ENUM(Difficulty)

    explicit AssistanceForm(const Preferences& preferences, QObject* parent = nullptr);

    Q_INVOKABLE void submit();
    void clear();

    [[nodiscard]] QString helperName() const { return m_helperName; }
    void setHelperName(const QString& name);
    [[nodiscard]] QString helperNumber() const { return m_helperNumber; }
    void setHelperNumber(const QString& number);
    [[nodiscard]] QString numberProblem() const;
    [[nodiscard]] Difficulty reason() const { return m_reason; }
    void setReason(Difficulty reason);
    [[nodiscard]] bool thumbMark() const { return m_thumbMark; }
    void setThumbMark(bool thumbMark);
    [[nodiscard]] Field missing() const;
    [[nodiscard]] bool tried() const { return m_tried; }
    [[nodiscard]] pledge::Declaration::Assistance assistance() const;

signals:
    void changed();
    void submitted();

private:
    /// The helper's number in its normal form, where it is whole and plausible.
    [[nodiscard]] std::optional<pledge::Identity> helper() const;

    const Preferences& m_preferences;
    QString m_helperName;
    QString m_helperNumber;
    Difficulty m_reason = Difficulty::None;
    bool m_thumbMark = false;
    bool m_tried = false;
};

} // namespace ikrar::kiosk
