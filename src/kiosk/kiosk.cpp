#include "kiosk/kiosk.h"

#include "kiosk/input.h"

#include <QKeyEvent>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto refreshEvery = 2s;

} // namespace

Kiosk::Kiosk(const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_ceremony(m_preferences)
    , m_state(m_preferences, clock)
    , m_session(m_preferences, m_state)
{
}

Kiosk::~Kiosk() = default;

void Kiosk::open(std::unique_ptr<Store> store)
{
    m_store = std::move(store);
    connect(m_store.get(), &Store::changed, &m_state, &StoreState::refresh);
    const auto status = m_store->status();
    m_ceremony.show(m_store->ceremony(), status ? status->origin : std::string());
    m_session.setStore(m_store.get());
    m_state.setStore(m_store.get());
}

void Kiosk::openFailed(const Error& error)
{
    m_state.halt(StoreState::Stop::NotOpened, QString::fromStdString(error.what));
}

void Kiosk::advance(std::chrono::milliseconds elapsed)
{
    m_session.advance(elapsed);
    m_sinceRefresh += elapsed;
    if (m_sinceRefresh >= refreshEvery) {
        m_sinceRefresh = 0ms;
        const bool signs = m_state.stop() == StoreState::Stop::None;
        if (m_state.stopMayPass() || (signs && m_state.unpublished() > 0)) {
            m_state.retry();
        }
        m_state.askWitnesses();
        m_state.refresh();
    }
}

void Kiosk::watchInput(QObject* object)
{
    object->installEventFilter(this);
}

bool Kiosk::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        m_session.idle()->touch();
    }
    if (event->type() == QEvent::KeyPress
        && m_session.takeKey(*static_cast<QKeyEvent*>(event))) { // NOLINT(*-downcast): by its type
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ikrar::kiosk
