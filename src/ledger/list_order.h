#pragma once

#include "ledger/name_words.h"
#include "ledger/query.h"
#include "ledger/rank_order.h"
#include "pledge/ceremony.h"

#include <algorithm>
#include <span>
#include <vector>

namespace ikrar::ledger {

/// Sorts people as official lists do: in the order of the ceremony's units, those of none last;
/// within a unit by rankPlace, the highest first; then by sortName, then by `Key`.
template <typename Key>
class ListOrder
{
public:
    explicit ListOrder(const pledge::Ceremony& ceremony) : m_ceremony(ceremony) { }

    void add(const std::string& unit, std::string_view rank, std::string_view name, Key key)
    {
        const auto place = m_ceremony.unitPositions.find(unit);
        const std::size_t after = m_ceremony.units.size();
        m_people.push_back({static_cast<std::uint32_t>(
                                place == m_ceremony.unitPositions.end() ? after : place->second),
            ~rankPlace(rank), sortName(name), std::move(key)});
    }

    /// The keys in their order; nothing is left here.
    [[nodiscard]] std::vector<Key> take()
    {
        std::sort(m_people.begin(), m_people.end(), [](const Person& a, const Person& b) {
            return std::tie(a.unit, a.rank, a.name, a.key)
                < std::tie(b.unit, b.rank, b.name, b.key);
        });
        std::vector<Key> keys;
        keys.reserve(m_people.size());
        for (Person& person : m_people)
            keys.push_back(std::move(person.key));
        m_people.clear();
        return keys;
    }

private:
    struct Person {
        std::uint32_t unit = 0;
        std::uint32_t rank = 0; ///< less for the higher
        std::string name;
        Key key;
    };

    const pledge::Ceremony& m_ceremony;
    std::vector<Person> m_people;
};

/// Rows that one statement of inOrder fetches by their keys.
constexpr std::size_t keysAPage = 256;

/// A row and the key that it was fetched by.
template <typename Key, typename Row>
struct Fetched {
    Key key;
    Row row;
};

/// Hands every row whose key is in `keys` to `take`, in their order: a page is fetched at once, and
/// put in order in memory; nothing is being read while `take` runs. `statement` selects by
/// keysAPage keys, whose values `bind` appends, and then by `after`, those of the other
/// placeholders; `read` makes a Fetched of a row, beside which `take` gets the key as it stands in
/// `keys`. A key without a row is passed over.
template <typename Key, typename Bind, typename Read, typename Take>
[[nodiscard]] Result<void> inOrder(Statement& statement, std::span<const Key> keys,
    const Bind& bind, const std::vector<QVariant>& after, const Read& read, const Take& take)
{
    using Row = typename std::invoke_result_t<Read, const Rows&>::value_type;
    while (!keys.empty()) {
        const auto page = keys.first(std::min(keysAPage, keys.size()));
        keys = keys.subspan(page.size());
        std::vector<QVariant> values;
        for (const Key& key : page)
            bind(values, key);
        values.resize(values.size() / page.size() * keysAPage); // NULL is no row's key
        values.insert(values.end(), after.begin(), after.end());
        std::vector<Row> found;
        auto fetched = eachRow(statement.selectList(values), [&](const Rows& rows) {
            return read(rows).map([&](Row row) { found.push_back(std::move(row)); });
        });
        if (!fetched)
            return fetched;
        std::sort(
            found.begin(), found.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
        for (const Key& key : page) {
            const auto row = std::lower_bound(found.begin(), found.end(), key,
                [](const Row& each, const Key& wanted) { return each.key < wanted; });
            if (row == found.end() || row->key != key)
                continue;
            if (Result<void> taken = take(key, row->row); !taken)
                return taken;
        }
    }
    return {};
}

} // namespace ikrar::ledger
