#include "kiosk/receiptview.h"

#include "kiosk/phrases.h"
#include "pledge/entry.h"
#include "receipt/fitting.h"

namespace ikrar::kiosk {

ReceiptView::ReceiptView(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &ReceiptView::changed);
}

void ReceiptView::reveal()
{
    m_revealed = m_salt.has_value();
    emit changed();
}

void ReceiptView::show(const pledge::Ceremony& ceremony, const std::string& origin,
    const receipt::Receipt& receipt, const std::optional<pledge::Salt>& salt)
{
    m_verifyUrl = ceremony.verifyUrl;
    setReceipt(receipt);
    m_number = QString::number(receipt.index);
    m_zone = ceremony.timeZone;
    m_salt = salt;
    m_revealed = false;
    if (const auto entry = pledge::decodeEntry(receipt.entry)) {
        m_time = entry->entry.time;
    }
    if (const auto parts = pledge::parseOrigin(origin)) {
        m_kioskId = QString::fromStdString(parts->kiosk);
        m_rehearsal = parts->rehearsal;
    }
    emit changed();
}

void ReceiptView::renew(const receipt::Receipt& receipt)
{
    if (unwitnessed() == receipt.index && receipt.signatures.size() > 1) {
        setReceipt(receipt);
        emit changed();
    }
}

// Of the cosignatures, as many as a code holds.
void ReceiptView::setReceipt(const receipt::Receipt& receipt)
{
    m_index = receipt.index;
    m_cosigned = receipt.signatures.size() > 1;
    const auto fitting = m_cosigned ? receipt::fitting(receipt, m_verifyUrl, qr::Level::L)
                                    : Result<receipt::Receipt>(receipt);
    m_text = QString::fromStdString(receipt::toText(fitting ? *fitting : receipt, m_verifyUrl));
}

std::optional<std::uint64_t> ReceiptView::unwitnessed() const
{
    return shown() && !m_cosigned ? std::optional(m_index) : std::nullopt;
}

void ReceiptView::clear()
{
    m_cosigned = false;
    m_text.clear();
    m_number.clear();
    m_kioskId.clear();
    m_time = {};
    m_salt.reset();
    m_revealed = false;
    m_rehearsal = false;
    emit changed();
}

QString ReceiptView::date() const
{
    return shown() ? dateAt(m_time.seconds, m_zone, m_preferences.textLanguage()) : QString();
}

QString ReceiptView::time() const
{
    return shown() ? timeAt(m_time.seconds, m_zone, m_preferences.textLanguage()) : QString();
}

bool ReceiptView::clockUnknown() const
{
    return shown() && m_time.trust == base::ClockTrust::Unknown;
}

QString ReceiptView::code() const
{
    return m_revealed && m_salt ? QString::fromStdString(pledge::matchingCode(*m_salt)) : QString();
}

} // namespace ikrar::kiosk
