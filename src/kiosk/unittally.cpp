#include "kiosk/unittally.h"

#include <algorithm>
#include <limits>

namespace ikrar::kiosk {

namespace {

int toInt(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

void UnitTally::setTree(const pledge::Ceremony& ceremony)
{
    m_ceremony = &ceremony;
    m_own.assign(ceremony.units.size(), {});
    m_sums = m_own;
    m_above = top();
    show();
}

void UnitTally::update(const std::vector<ledger::Register::UnitCount>& counts)
{
    if (m_ceremony == nullptr) {
        return;
    }
    std::fill(m_own.begin(), m_own.end(), Sum{});
    for (const auto& count : counts) {
        const auto at = m_ceremony->unitPositions.find(count.unit);
        if (at != m_ceremony->unitPositions.end()) {
            m_own[at->second] = {toInt(count.signedEntries), toInt(count.expected)};
        }
    }
    m_sums = m_own;
    // Parents stand before their children.
    for (std::size_t i = m_sums.size(); i-- > 0;) {
        const auto parent = m_ceremony->unitPositions.find(m_ceremony->units[i].parent);
        if (parent != m_ceremony->unitPositions.end()) {
            m_sums[parent->second].signedEntries += m_sums[i].signedEntries;
            m_sums[parent->second].expected += m_sums[i].expected;
        }
    }
    show();
}

/// A single root is the whole ceremony: what is below it says more.
std::string UnitTally::top() const
{
    const auto& units = m_ceremony->units;
    const auto isRoot = [](const pledge::Unit& unit) { return unit.parent.empty(); };
    return std::count_if(units.begin(), units.end(), isRoot) == 1 ? units.front().id
                                                                  : std::string();
}

bool UnitTally::somebodyBelow(const std::string& unit) const
{
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        if (m_ceremony->units[i].parent == unit && m_sums[i] != Sum{}) {
            return true;
        }
    }
    return false;
}

std::vector<UnitTally::Row> UnitTally::rowsBelow() const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        const auto& unit = m_ceremony->units[i];
        if (unit.id == m_above && m_own[i] != Sum{}) {
            rows.push_back({i, m_own[i], false}); // its own people, beside those below
        } else if (unit.parent == m_above && m_sums[i] != Sum{}) {
            rows.push_back({i, m_sums[i], somebodyBelow(unit.id)});
        }
    }
    return rows;
}

void UnitTally::show()
{
    m_all = rowsBelow();
    m_page = std::clamp(m_page, 0, pages() - 1);
    const auto from = static_cast<std::size_t>(m_page) * static_cast<std::size_t>(m_room);
    const auto to = std::min(m_all.size(), from + static_cast<std::size_t>(m_room));
    replace({m_all.begin() + static_cast<std::ptrdiff_t>(std::min(from, to)),
        m_all.begin() + static_cast<std::ptrdiff_t>(to)});
    emit changed();
}

void UnitTally::replace(std::vector<Row> rows)
{
    const auto sameUnit = [](const Row& one, const Row& other) {
        return one.unit == other.unit && one.leads == other.leads;
    };
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameUnit)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != m_rows[i]) {
            m_rows[i] = rows[i];
            const auto at = index(static_cast<int>(i));
            emit dataChanged(at, at, {SignedRole, ExpectedRole, ShareRole});
        }
    }
}

void UnitTally::enter(int row)
{
    if (row < 0 || row >= rowCount() || !m_rows[static_cast<std::size_t>(row)].leads) {
        return;
    }
    m_above = m_ceremony->units[m_rows[static_cast<std::size_t>(row)].unit].id;
    m_page = 0;
    show();
}

void UnitTally::up()
{
    if (m_ceremony == nullptr || m_above == top()) {
        return;
    }
    const auto* unit = m_ceremony->unit(m_above);
    m_above = unit != nullptr ? unit->parent : top();
    m_page = 0;
    show();
}

void UnitTally::turn(int pages)
{
    m_page = (m_page + pages % this->pages() + this->pages()) % this->pages();
    show();
}

void UnitTally::setRoom(int room)
{
    if (std::max(1, room) != m_room) {
        m_room = std::max(1, room);
        show();
    }
}

int UnitTally::pages() const
{
    const int rows = static_cast<int>(m_all.size());
    return std::max(1, (rows + m_room - 1) / m_room);
}

int UnitTally::signedAll() const
{
    int sum = 0;
    for (const auto& own : m_own) {
        sum += own.signedEntries;
    }
    return sum;
}

int UnitTally::expectedAll() const
{
    int sum = 0;
    for (const auto& own : m_own) {
        sum += own.expected;
    }
    return sum;
}

QString UnitTally::above() const
{
    if (m_ceremony == nullptr || m_above == top()) {
        return {};
    }
    const auto* unit = m_ceremony->unit(m_above);
    return unit != nullptr ? QString::fromStdString(unit->name) : QString();
}

int UnitTally::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant UnitTally::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto& unit = m_ceremony->units[row.unit];
    switch (role) {
    case UnitRole:
        return QString::fromStdString(unit.id);
    case NameRole:
        return QString::fromStdString(unit.name);
    case SignedRole:
        return row.sum.signedEntries;
    case ExpectedRole:
        return row.sum.expected;
    case ShareRole:
        return row.sum.expected == 0
            ? 1.0
            : std::min(1.0, double(row.sum.signedEntries) / row.sum.expected);
    case LeadsRole:
        return row.leads;
    default:
        return {};
    }
}

QHash<int, QByteArray> UnitTally::roleNames() const
{
    return {{UnitRole, "unitId"}, {NameRole, "unitName"}, {SignedRole, "signedEntries"},
        {ExpectedRole, "expectedPeople"}, {ShareRole, "share"}, {LeadsRole, "leads"}};
}

} // namespace ikrar::kiosk
