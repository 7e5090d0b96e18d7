#include "kiosk/closingdesk.h"

#include <QDebug>

namespace ikrar::kiosk {

namespace {

QString nameOf(const PinGate& gate)
{
    return gate.isOpen() ? gate.name() + QStringLiteral(", ") + gate.post() : QString();
}

} // namespace

ClosingDesk::ClosingDesk(PinKeeper& keeper, const StoreState& state, QObject* parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_state(state)
    , m_first(keeper)
    , m_second(keeper)
{
    connect(&m_first, &PinGate::opened, this, [this] {
        m_second.reset(m_first.name());
        emit changed();
    });
    connect(&m_second, &PinGate::opened, this, &ClosingDesk::changed);
    connect(&state, &StoreState::changed, this, &ClosingDesk::changed);
}

void ClosingDesk::begin()
{
    m_failed = false;
    m_first.reset();
    m_second.reset();
    emit changed();
}

void ClosingDesk::close()
{
    if (step() != Step::Ready || m_busy) {
        return;
    }
    m_busy = true;
    m_failed = false;
    m_store->append([by = std::vector{*m_first.official(), *m_second.official()}](
                        ledger::Ledger& ledger) { return ledger.close(by); },
        [this](const Result<ledger::Issued>& issued) {
            m_busy = false;
            m_failed = !issued;
            if (!issued) {
                qWarning().noquote() << "ikrar-kiosk: closing:" << issued.error().what.c_str();
            }
            emit changed();
            emit done();
        });
    emit changed();
}

void ClosingDesk::tick()
{
    m_first.tick();
    m_second.tick();
}

ClosingDesk::Step ClosingDesk::step() const
{
    if (m_state.closed()) {
        return Step::Closed;
    }
    if (m_state.sessionOpen()) {
        return Step::SessionOpen;
    }
    if (m_keeper.holders().size() < 2) {
        return Step::TooFew;
    }
    if (!m_first.isOpen()) {
        return Step::First;
    }
    return m_second.isOpen() ? Step::Ready : Step::Second;
}

QString ClosingDesk::firstName() const
{
    return nameOf(m_first);
}

QString ClosingDesk::secondName() const
{
    return nameOf(m_second);
}

} // namespace ikrar::kiosk
