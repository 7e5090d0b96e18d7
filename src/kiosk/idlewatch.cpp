#include "kiosk/idlewatch.h"

#include <algorithm>

namespace ikrar::kiosk {

using std::chrono::ceil;
using std::chrono::duration_cast;
using std::chrono::seconds;

void IdleWatch::watch(Milliseconds quiet, Milliseconds countdown)
{
    m_quiet = quiet;
    m_countdown = countdown;
    m_passed = Milliseconds(0);
    emit changed();
}

void IdleWatch::touch()
{
    if (m_passed.count() != 0) {
        m_passed = Milliseconds(0);
        emit changed();
    }
}

void IdleWatch::hold(bool held)
{
    m_held = held;
    touch();
}

void IdleWatch::advance(Milliseconds elapsed)
{
    if (m_held || limit().count() == 0) {
        return;
    }
    m_passed += elapsed;
    if (m_passed >= limit()) {
        m_passed = Milliseconds(0);
        emit changed();
        emit expired();
        return;
    }
    emit changed();
}

bool IdleWatch::warning() const
{
    return m_countdown.count() != 0 && m_passed >= m_quiet;
}

int IdleWatch::secondsLeft() const
{
    return static_cast<int>(ceil<seconds>(limit() - m_passed).count());
}

int IdleWatch::countdown() const
{
    return static_cast<int>(duration_cast<seconds>(m_countdown).count());
}

} // namespace ikrar::kiosk
