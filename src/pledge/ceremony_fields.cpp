#include "pledge/ceremony_fields.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace ikrar::pledge {

namespace {

template <typename Item>
using Member = std::pair<std::string_view, std::string Item::*>;

template <typename Item, std::size_t Size>
std::string* member(
    Item& item, std::string_view name, const std::array<Member<Item>, Size>& members)
{
    const auto found = std::find_if(
        members.begin(), members.end(), [&](const auto& each) { return each.first == name; });
    return found == members.end() ? nullptr : &(item.*found->second);
}

constexpr std::array<Member<Ceremony>, 6> ofCeremony{
    {{"id", &Ceremony::id}, {"domain", &Ceremony::domain}, {"time_zone", &Ceremony::timeZone},
        {"verify_url", &Ceremony::verifyUrl}, {"organizer", &Ceremony::organizer},
        {"code_edition", &Ceremony::codeEdition}}};
constexpr std::array<Member<Instrument>, 6> ofInstrument{{{"type", &Instrument::type},
    {"issuer", &Instrument::issuer}, {"number", &Instrument::number}, {"date", &Instrument::date},
    {"effective", &Instrument::effective}, {"subject", &Instrument::subject}}};
constexpr std::array<Member<Session>, 4> ofSession{{{"name", &Session::name},
    {"place", &Session::place}, {"date", &Session::date}, {"time", &Session::time}}};
constexpr std::array<Member<Unit>, 4> ofUnit{
    {{"id", &Unit::id}, {"name", &Unit::name}, {"parent", &Unit::parent}, {"code", &Unit::code}}};
constexpr std::array<Member<Person>, 3> ofPerson{
    {{"name", &Person::name}, {"post", &Person::post}, {"role", &Person::role}}};
constexpr std::array<Member<Text>, 2> ofText{{{"id", &Text::id}, {"en", &Text::en}}};

/// `title` and `title.en`.
std::string* language(Text& text, std::string_view rest)
{
    return member(text, rest.empty() ? "id" : rest == "en" ? rest : "", ofText);
}

/// What stands before the first dot, and what behind it.
std::pair<std::string_view, std::string_view> split(std::string_view name)
{
    const auto dot = name.find('.');
    return dot == std::string_view::npos ? std::pair(name, std::string_view())
                                         : std::pair(name.substr(0, dot), name.substr(dot + 1));
}

template <typename Item>
Item* itemAt(std::vector<Item>& items, std::string_view place)
{
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), at);
    const bool isNumber = error == std::errc() && end == place.data() + place.size();
    return isNumber && at < items.size() ? &items[at] : nullptr;
}

std::string* clauseField(Clause& clause, std::string_view name)
{
    const auto [which, rest] = split(name);
    if (which == "short")
        return language(clause.shortForm, rest);
    return which == "full" ? language(clause.full, rest) : nullptr;
}

template <typename Item, std::size_t Size>
std::string* listed(
    std::vector<Item>& items, std::string_view rest, const std::array<Member<Item>, Size>& members)
{
    const auto [place, name] = split(rest);
    Item* item = itemAt(items, place);
    return item == nullptr ? nullptr : member(*item, name, members);
}

/// Calls `use` with the vector of this name; what it answers, or `otherwise`.
template <typename Ceremonial, typename Use, typename Answer>
Answer withList(Ceremonial& ceremony, std::string_view list, Use use, Answer otherwise)
{
    if (list == "clauses")
        return use(ceremony.clauses);
    if (list == "instruments")
        return use(ceremony.instruments);
    if (list == "sessions")
        return use(ceremony.sessions);
    if (list == "units")
        return use(ceremony.units);
    if (list == "leaders")
        return use(ceremony.leaders);
    return list == "observers" ? use(ceremony.observers) : otherwise;
}

std::string* contactField(Ceremony::Contact& contact, std::string_view name)
{
    if (name == "name")
        return &contact.name;
    return name == "phone" ? &contact.phone : nullptr;
}

/// `rest` is a place and a name.
std::string* listedField(Ceremony& ceremony, std::string_view list, std::string_view rest)
{
    if (list == "clauses") {
        const auto [place, field] = split(rest);
        Clause* clause = itemAt(ceremony.clauses, place);
        return clause == nullptr ? nullptr : clauseField(*clause, field);
    }
    if (list == "instruments")
        return listed(ceremony.instruments, rest, ofInstrument);
    if (list == "sessions")
        return listed(ceremony.sessions, rest, ofSession);
    if (list == "units")
        return listed(ceremony.units, rest, ofUnit);
    if (list == "leaders")
        return listed(ceremony.leaders, rest, ofPerson);
    return list == "observers" ? listed(ceremony.observers, rest, ofPerson) : nullptr;
}

void removeUnit(Ceremony& ceremony, std::size_t place)
{
    // A parent stands before its children.
    std::set<std::string, std::less<>> gone{ceremony.units[place].id};
    std::vector<Unit> kept;
    for (std::size_t at = 0; at < ceremony.units.size(); ++at) {
        const Unit& unit = ceremony.units[at];
        if (at == place || (at > place && !unit.parent.empty() && gone.contains(unit.parent)))
            gone.insert(unit.id);
        else
            kept.push_back(unit);
    }
    ceremony.units = std::move(kept);
    indexUnits(ceremony);
}

} // namespace

std::string* ceremonyField(Ceremony& ceremony, std::string_view name)
{
    const auto [head, rest] = split(name);
    if (head == "title")
        return language(ceremony.title, rest);
    if (head == "opening")
        return language(ceremony.opening, rest);
    if (head == "contact")
        return contactField(ceremony.contact, rest);
    return rest.empty() ? member(ceremony, name, ofCeremony) : listedField(ceremony, head, rest);
}

std::size_t ceremonyListSize(const Ceremony& ceremony, std::string_view list)
{
    return withList(
        ceremony, list, [](const auto& items) { return items.size(); }, std::size_t{0});
}

void addToCeremonyList(Ceremony& ceremony, std::string_view list)
{
    static_cast<void>(withList(
        ceremony, list,
        [](auto& items) {
            items.emplace_back();
            return true;
        },
        false));
}

void removeFromCeremonyList(Ceremony& ceremony, std::string_view list, std::size_t place)
{
    if (place >= ceremonyListSize(ceremony, list))
        return;
    if (list == "units") {
        removeUnit(ceremony, place);
        return;
    }
    static_cast<void>(withList(
        ceremony, list,
        [place](auto& items) {
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(place));
            return true;
        },
        false));
}

void indexUnits(Ceremony& ceremony)
{
    ceremony.unitPositions.clear();
    for (std::size_t at = 0; at < ceremony.units.size(); ++at)
        ceremony.unitPositions.emplace(ceremony.units[at].id, at);
}

} // namespace ikrar::pledge
