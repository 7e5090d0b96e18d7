#include "kiosk/pingate.h"

#include "crypto/wipe.h"

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t mostDigits = 12;
constexpr std::size_t leastDigits = 6;

} // namespace

PinGate::PinGate(PinKeeper& keeper, QObject* parent) : QObject(parent), m_keeper(keeper)
{
    m_pin.reserve(mostDigits); // grows into no copy
}

PinGate::~PinGate()
{
    m_pool.waitForDone();
    crypto::wipe(m_pin);
}

void PinGate::reset(const QString& without)
{
    ++m_try;
    m_damaged = !m_keeper.read();
    m_holders = m_keeper.holders();
    std::erase_if(m_holders,
        [&](const auto& holder) { return QString::fromStdString(holder.name) == without; });
    m_chosen = m_holders.size() == 1 ? 0 : -1;
    m_checking = false;
    m_wrong = false;
    m_official.reset();
    wipe();
    emit changed();
}

void PinGate::choose(int holder)
{
    if (m_checking || isOpen() || holder < 0 || holder >= static_cast<int>(m_holders.size())) {
        return;
    }
    m_chosen = holder;
    m_wrong = false;
    wipe();
    emit changed();
}

void PinGate::type(const QString& digit)
{
    const bool takes = holder() != nullptr && !m_checking && !isOpen() && secondsLeft() == 0;
    if (!takes || digit.size() != 1 || digit.front() < u'0' || digit.front() > u'9'
        || m_pin.size() >= mostDigits) {
        return;
    }
    m_pin += static_cast<char>(digit.front().unicode());
    m_wrong = false;
    emit changed();
}

void PinGate::erase()
{
    if (!m_pin.empty() && !m_checking) {
        m_pin.pop_back();
        emit changed();
    }
}

void PinGate::clear()
{
    if (!m_checking) {
        wipe();
        emit changed();
    }
}

void PinGate::submit()
{
    if (holder() == nullptr || m_checking || isOpen() || secondsLeft() > 0
        || m_pin.size() < leastDigits) {
        return;
    }
    m_keeper.begin(holder()->name);
    m_checking = true;
    m_wrong = false;
    m_pool.start([this, holder = *holder(), pin = m_pin, round = ++m_try]() mutable {
        const bool right = attendance::isPin(pin, holder.pin).value_or(false);
        crypto::wipe(pin);
        QMetaObject::invokeMethod(
            this,
            [this, holder, right, round] {
                if (round == m_try) {
                    answered(holder, right);
                }
            },
            Qt::QueuedConnection);
    });
    wipe();
    emit changed();
}

void PinGate::answered(const attendance::Organizer& holder, bool right)
{
    m_checking = false;
    m_wrong = !right;
    if (right) {
        m_keeper.right(holder.name);
        m_official = ledger::Official{holder.name, holder.post};
    } else {
        m_keeper.wrong(holder.name);
    }
    m_lastSeconds = secondsLeft();
    emit changed();
    if (right) {
        emit opened();
    }
}

void PinGate::lock()
{
    reset();
}

void PinGate::tick()
{
    if (const int now = secondsLeft(); now != m_lastSeconds) {
        m_lastSeconds = now;
        emit changed();
    }
}

const attendance::Organizer* PinGate::holder() const
{
    return m_chosen < 0 ? nullptr : &m_holders[static_cast<std::size_t>(m_chosen)];
}

void PinGate::wipe()
{
    std::fill(m_pin.begin(), m_pin.end(), '\0');
    m_pin.clear();
}

QStringList PinGate::holders() const
{
    QStringList names;
    for (const auto& holder : m_holders) {
        names << QString::fromStdString(holder.name + ", " + holder.post);
    }
    return names;
}

int PinGate::secondsLeft() const
{
    if (holder() == nullptr) {
        return 0;
    }
    using std::chrono::ceil;
    using std::chrono::seconds;
    return static_cast<int>(ceil<seconds>(m_keeper.wait(holder()->name)).count());
}

QString PinGate::name() const
{
    return m_official ? QString::fromStdString(m_official->name) : QString();
}

QString PinGate::post() const
{
    return m_official ? QString::fromStdString(m_official->post) : QString();
}

} // namespace ikrar::kiosk
