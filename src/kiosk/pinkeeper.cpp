#include "kiosk/pinkeeper.h"

#include <algorithm>
#include <array>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

PinKeeper::PinKeeper(base::FileSystem& files, base::Path data)
    : m_data(std::move(data))
    , m_failed(files, m_data)
{
}

Result<void> PinKeeper::read()
{
    auto holders = attendance::readOrganizers(m_data);
    m_holders = holders.value_or(std::vector<attendance::Organizer>());
    for (const auto& holder : m_holders) {
        m_waits.try_emplace(holder.name, waitAfter(m_failed.count(holder.name)));
    }
    return holders.map([](const auto&) {});
}

PinKeeper::Milliseconds PinKeeper::wait(const std::string& name) const
{
    const auto at = m_waits.find(name);
    return at == m_waits.end() ? Milliseconds(0) : at->second;
}

void PinKeeper::begin(const std::string& name)
{
    m_failed.set(name, m_failed.count(name) + 1);
}

void PinKeeper::right(const std::string& name)
{
    m_failed.set(name, 0);
    m_waits[name] = Milliseconds(0);
}

void PinKeeper::wrong(const std::string& name)
{
    m_waits[name] = waitAfter(m_failed.count(name));
}

void PinKeeper::advance(Milliseconds elapsed)
{
    for (auto& [name, wait] : m_waits) {
        wait = std::max(Milliseconds(0), wait - elapsed);
    }
}

PinKeeper::Milliseconds PinKeeper::waitAfter(unsigned failures)
{
    constexpr std::array<Milliseconds, 8> waits{0s, 0s, 0s, 10s, 30s, 60s, 120s, 300s};
    return waits.at(std::min<std::size_t>(failures, waits.size() - 1));
}

} // namespace ikrar::kiosk
