#pragma once

#include "kiosk/preferences.h"
#include "kiosk/store.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ikrar::kiosk {

/// The receipt on the screen: fresh after signing, or a copy for somebody who has signed already.
class ReceiptView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.receipt")
    Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)
    /// What the QR holds.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// The entry's index: the receipt's number.
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    /// In the zone of the ceremony: `Senin, 18 September 2023` and `08.05 WITA`.
    Q_PROPERTY(QString date READ date NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    /// Nobody vouches for the clock that gave the time.
    Q_PROPERTY(bool clockUnknown READ clockUnknown NOTIFY changed FINAL)
    Q_PROPERTY(QString kioskId READ kioskId NOTIFY changed FINAL)
    /// Marked SALINAN; it has no matching code.
    Q_PROPERTY(bool copy READ copy NOTIFY changed FINAL)
    Q_PROPERTY(bool rehearsal READ rehearsal NOTIFY changed FINAL)
    /// The matching code in groups of four, empty until `reveal`.
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)

public:
    explicit ReceiptView(const Preferences& preferences, QObject* parent = nullptr);

    Q_INVOKABLE void reveal();
    /// `salt` is absent for a copy.
    void show(const pledge::Ceremony& ceremony, const std::string& origin,
        const receipt::Receipt& receipt, const std::optional<pledge::Salt>& salt);
    /// Once, a receipt of the same entry that witnesses cosigned, in the place of one that none
    /// has. All but the QR stays as it is.
    void renew(const receipt::Receipt& receipt);
    void clear();
    /// The entry whose receipt is shown without a cosignature.
    [[nodiscard]] std::optional<std::uint64_t> unwitnessed() const;

    [[nodiscard]] bool shown() const { return !m_text.isEmpty(); }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString number() const { return m_number; }
    [[nodiscard]] QString date() const;
    [[nodiscard]] QString time() const;
    [[nodiscard]] bool clockUnknown() const;
    [[nodiscard]] QString kioskId() const { return m_kioskId; }
    [[nodiscard]] bool copy() const { return shown() && !m_salt; }
    [[nodiscard]] bool rehearsal() const { return m_rehearsal; }
    [[nodiscard]] QString code() const;

signals:
    void changed();

private:
    void setReceipt(const receipt::Receipt& receipt);

    const Preferences& m_preferences;
    QString m_text;
    QString m_number;
    QString m_kioskId;
    std::uint64_t m_index = 0;
    bool m_cosigned = false;
    std::string m_verifyUrl;
    std::string m_zone;
    base::Time m_time;
    std::optional<pledge::Salt> m_salt;
    bool m_rehearsal = false;
    bool m_revealed = false;
};

} // namespace ikrar::kiosk
