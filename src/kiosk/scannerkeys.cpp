#include "kiosk/scannerkeys.h"

#include <QKeyEvent>

#include <utility>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto endsAfter = 400ms;

} // namespace

ScannerKeys::ScannerKeys(qsizetype longest, Typed typed)
    : m_longest(longest)
    , m_typed(std::move(typed))
{
}

bool ScannerKeys::take(const QKeyEvent& key)
{
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        if (m_pending.isEmpty()) {
            return false;
        }
        end();
        return true;
    }
    const QString text = key.text();
    if (text.isEmpty() || !text.front().isPrint() || text == u" ") {
        return false;
    }
    if (m_pending.size() < m_longest) {
        m_pending += text;
    }
    m_sinceKey = 0ms;
    return true;
}

void ScannerKeys::advance(std::chrono::milliseconds elapsed)
{
    m_sinceKey += elapsed;
    if (!m_pending.isEmpty() && m_sinceKey >= endsAfter) {
        end();
    }
}

QString ScannerKeys::release()
{
    return std::exchange(m_pending, {});
}

void ScannerKeys::end()
{
    m_typed(release());
}

} // namespace ikrar::kiosk
