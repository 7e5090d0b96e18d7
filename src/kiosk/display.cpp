#include "kiosk/display.h"

#include <algorithm>
#include <limits>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto countEvery = 1s;
constexpr auto pageEvery = 8s;

int toInt(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

Display::Display(base::Path runtimeDirectory, QObject* parent)
    : QObject(parent)
    , m_runtimeDirectory(std::move(runtimeDirectory))
    , m_ceremony(m_preferences)
{
}

Display::~Display() = default;

void Display::open(std::unique_ptr<ledger::Ledger> store)
{
    m_store = std::move(store);
    m_origin = m_store->logKey().name;
    m_ceremony.show(m_store->ceremony(), m_origin);
    m_tally.setTree(m_store->ceremony());
    readCounts();
    readBoardAgain();
}

void Display::advance(std::chrono::milliseconds elapsed)
{
    if (!m_store) {
        return;
    }
    readBoardAgain();
    m_sinceCounts += elapsed;
    if (m_sinceCounts >= countEvery) {
        m_sinceCounts = 0ms;
        readCounts();
    }
    m_sincePage += elapsed;
    if (m_sincePage >= pageEvery) {
        m_sincePage = 0ms;
        m_tally.turn(1);
    }
}

/// What cannot be read just now stays as it was: a projector does not flicker.
void Display::readBoardAgain()
{
    auto board = readBoard(m_runtimeDirectory, m_origin);
    if (!board || *board == m_board) {
        return;
    }
    const auto clauses = static_cast<int>(m_ceremony.fullClauses().size());
    m_board = *board;
    m_board.clause = std::clamp(m_board.clause, 0, std::max(0, clauses - 1));
    emit sceneChanged();
}

void Display::readCounts()
{
    const auto status = m_store->status();
    const auto counts = m_store->registered().countsByUnit();
    if (!status || !counts) {
        return;
    }
    m_tally.update(*counts);
    m_signed
        = toInt(status->signedEntries - std::min(status->signedEntries, status->voidedEntries));
    m_expected = toInt(status->rosterCount);
    m_closed = status->closed;
    emit countChanged();
}

} // namespace ikrar::kiosk
