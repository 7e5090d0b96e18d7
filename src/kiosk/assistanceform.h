#pragma once

#include "pledge/declaration.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Who helps the signer, and why. All times of the session are tripled from here on.
class AssistanceForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.assistance")
    Q_PROPERTY(QString helperName READ helperName WRITE setHelperName NOTIFY changed FINAL)
    Q_PROPERTY(QString helperNumber READ helperNumber WRITE setHelperNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed FINAL)
    /// A thumb mark stands for the signature: blank or trivial ink is not asked about.
    Q_PROPERTY(bool thumbMark READ thumbMark WRITE setThumbMark NOTIFY changed FINAL)
    /// The first field that keeps the form from being submitted.
    Q_PROPERTY(Field missing READ missing NOTIFY changed FINAL)
    /// `submit` was tried: `missing` is to be pointed at.
    Q_PROPERTY(bool tried READ tried NOTIFY changed FINAL)

public:
    enum class Field { None, HelperName, HelperNumber, Reason };
    Q_ENUM(Field)

    using QObject::QObject;

    Q_INVOKABLE void submit();
    void clear();

    [[nodiscard]] QString helperName() const { return m_helperName; }
    void setHelperName(const QString& name);
    [[nodiscard]] QString helperNumber() const { return m_helperNumber; }
    void setHelperNumber(const QString& number);
    [[nodiscard]] QString reason() const { return m_reason; }
    void setReason(const QString& reason);
    [[nodiscard]] bool thumbMark() const { return m_thumbMark; }
    void setThumbMark(bool thumbMark);
    [[nodiscard]] Field missing() const;
    [[nodiscard]] bool tried() const { return m_tried; }
    [[nodiscard]] pledge::Declaration::Assistance assistance() const;

signals:
    void changed();
    void submitted();

private:
    QString m_helperName;
    QString m_helperNumber;
    QString m_reason;
    bool m_thumbMark = false;
    bool m_tried = false;
};

} // namespace ikrar::kiosk
