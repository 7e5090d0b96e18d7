#include "pledge/ceremony.h"

#include "crypto/sha256.h"
#include "pledge/names.h"
#include "pledge/toml_section.h"

#include <algorithm>

namespace ikrar::pledge {

namespace {

using Presence = TomlSection::Presence;

/// A required string that has to be of a form.
template <typename Is>
std::string formed(TomlSection& section, std::string_view key, Is is, std::string_view sentence)
{
    std::string value = section.string(key, Presence::Required);
    if (!value.empty() && !is(value))
        section.complain(key, sentence);
    return value;
}

Text readText(TomlSection& parent, std::string_view key, Lines lines)
{
    TomlSection section = parent.section(key, Presence::Required);
    Text text;
    text.id = section.string("id", Presence::Required, lines);
    text.en = section.string("en", Presence::Optional, lines);
    section.refuseOtherKeys();
    return text;
}

Clause readClause(TomlSection& section)
{
    Clause clause{readText(section, "short", Lines::One), readText(section, "full", Lines::Many)};
    for (const std::string* text : {&clause.shortForm.id, &clause.shortForm.en})
        if (!isShortClause(*text))
            section.complain(
                "short", "shorten this to 120 characters: the whole text is for `full`");
    return clause;
}

void readPledge(TomlSection& root, Ceremony& ceremony)
{
    TomlSection pledge = root.section("pledge", Presence::Required);
    ceremony.opening = readText(pledge, "opening", Lines::Many);
    pledge.eachSection("clauses", Presence::Required,
        [&](TomlSection& clause) { ceremony.clauses.push_back(readClause(clause)); });
    pledge.refuseOtherKeys();
}

void readInstruments(TomlSection& root, Ceremony& ceremony)
{
    root.eachSection("instruments", Presence::Optional, [&](TomlSection& section) {
        Instrument instrument;
        instrument.type = section.string("type", Presence::Required);
        instrument.issuer = section.string("issuer");
        instrument.number = section.string("number");
        instrument.date = section.date("date");
        instrument.effective = section.date("effective");
        instrument.subject = section.string("subject");
        ceremony.instruments.push_back(std::move(instrument));
    });
}

void readSessions(TomlSection& root, Ceremony& ceremony)
{
    std::set<std::string> names;
    root.eachSection("sessions", Presence::Required, [&](TomlSection& section) {
        Session session;
        session.name = section.string("name");
        session.place = section.string("place");
        session.date = section.date("date");
        session.time = section.time("time");
        if (!names.insert(session.name).second)
            section.complain("name", "give each session a name of its own");
        ceremony.sessions.push_back(std::move(session));
    });
    if (ceremony.sessions.size() > 1 && names.contains(""))
        root.complain("sessions", "name each of the sessions, since there are several");
}

/// Reads the units in file order, and holds each against those before it.
class UnitReader
{
public:
    explicit UnitReader(Ceremony& ceremony) : m_ceremony(ceremony) { }

    void read(TomlSection& section);

private:
    void checkParent(TomlSection& section, const Unit& unit);
    void checkCode(TomlSection& section, const Unit& unit);

    Ceremony& m_ceremony; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members): lives for
                          // one reading
    std::map<std::string, std::string, std::less<>>
        m_codeAbove; ///< of the unit or its nearest ancestor with one
    std::set<std::string> m_codes;
};

void UnitReader::read(TomlSection& section)
{
    Unit unit;
    unit.id = formed(section, "id", isId, "a unit's `id` is 1 to 32 of a-z, 0-9 and hyphens");
    unit.name = section.string("name", Presence::Required);
    unit.parent = section.string("parent");
    unit.code = section.string("code");
    checkParent(section, unit);
    checkCode(section, unit);
    if (!m_ceremony.unitPositions.emplace(unit.id, m_ceremony.units.size()).second
        && !unit.id.empty())
        section.complain("id", "`" + unit.id + "` is the id of an earlier unit: choose another");
    m_ceremony.units.push_back(std::move(unit));
}

void UnitReader::checkParent(TomlSection& section, const Unit& unit)
{
    if (!unit.parent.empty() && m_ceremony.unit(unit.parent) == nullptr)
        section.complain("parent",
            "no unit before this one has the id `" + unit.parent
                + "`: a parent stands before its children");
}

void UnitReader::checkCode(TomlSection& section, const Unit& unit)
{
    const auto above = m_codeAbove.find(unit.parent);
    const std::string codeAbove = above == m_codeAbove.end() ? std::string() : above->second;
    m_codeAbove.emplace(unit.id, unit.code.empty() ? codeAbove : unit.code);
    if (unit.code.empty())
        return;
    if (!isRegionCode(unit.code))
        section.complain(
            "code", "a Kemendagri code is written like 73, 73.05, 73.05.01 or 73.05.01.2003");
    else if (!codeAbove.empty() && !unit.code.starts_with(codeAbove + "."))
        section.complain(
            "code", "`" + unit.code + "` does not lie in `" + codeAbove + "`, the code above it");
    else if (!m_codes.insert(unit.code).second)
        section.complain("code", "`" + unit.code + "` is the code of an earlier unit");
}

void readUnits(TomlSection& root, Ceremony& ceremony)
{
    UnitReader reader(ceremony);
    root.eachSection(
        "units", Presence::Required, [&](TomlSection& section) { reader.read(section); });

    const bool coded = std::any_of(ceremony.units.begin(), ceremony.units.end(),
        [](const Unit& unit) { return !unit.code.empty(); });
    ceremony.codeEdition
        = root.string("code_edition", coded ? Presence::Required : Presence::Optional);
}

void readPeople(TomlSection& root, std::string_view key, std::vector<Person>& people)
{
    root.eachSection(key, Presence::Optional, [&](TomlSection& section) {
        Person person;
        person.name = section.string("name");
        person.post = section.string("post");
        person.role = section.string("role");
        if (person.name.empty() && person.post.empty())
            section.complain("name", "give this person a `name` or a `post`");
        people.push_back(std::move(person));
    });
}

void readCategories(TomlSection& root, TomlProblems& problems, Ceremony& ceremony)
{
    auto& categories = ceremony.categories;
    root.eachString("categories", Presence::Required,
        [&](const std::string& written, const toml::source_position& at) {
            const auto category = categoryFromCode(written);
            if (!category)
                problems.add(at, category.error().what);
            else if (std::find(categories.begin(), categories.end(), *category) != categories.end())
                problems.add(at, "`" + written + "` stands here twice");
            else
                categories.push_back(*category);
        });
}

bool isOccasion(std::string_view text)
{
    return text == "upacara" || text == "kegiatan";
}

void readHead(TomlSection& root, Ceremony& ceremony)
{
    ceremony.id = formed(root, "id", isId, "a ceremony's `id` is 1 to 32 of a-z, 0-9 and hyphens");
    ceremony.activity
        = formed(root, "occasion", isOccasion, "`occasion` is upacara or kegiatan") == "kegiatan";
    ceremony.example = root.boolean("example");
    ceremony.domain = formed(root, "domain", isCeremonyDomain,
        "`domain` is a host name of lower-case ASCII with a dot in it, at most 174 characters");
    ceremony.timeZone = formed(root, "time_zone", isCeremonyTimeZone,
        "`time_zone` is Asia/Jakarta, Asia/Makassar or Asia/Jayapura");
    ceremony.verifyUrl = formed(root, "verify_url", isVerifyUrl,
        "`verify_url` is https://, a lower-case host and maybe / and a path of A-Z 0-9 - . /, at "
        "most 60 characters");
    ceremony.organizer = root.string("organizer", Presence::Required);
    ceremony.title = readText(root, "title", Lines::One);
}

void readContact(TomlSection& root, Ceremony& ceremony)
{
    TomlSection contact = root.section("contact");
    ceremony.contact.name = contact.string("name");
    ceremony.contact.phone = contact.string("phone");
    if (!isPhone(ceremony.contact.phone))
        contact.complain("phone", "a `phone` number holds digits, spaces and + ( ) - only");
    contact.refuseOtherKeys();
}

void readSource(TomlSection& root, Ceremony& ceremony)
{
    TomlSection source = root.section("source");
    ceremony.source.publisher = source.string("publisher");
    ceremony.source.title = source.string("title");
    ceremony.source.date = source.date("date");
    source.refuseOtherKeys();
}

} // namespace

const Unit* Ceremony::unit(std::string_view unitId) const
{
    const auto found = unitPositions.find(unitId);
    return found == unitPositions.end() ? nullptr : &units.at(found->second);
}

Result<Ceremony> parseCeremony(std::string_view toml)
{
    if (toml.size() > maxCeremonySize)
        return fail(Error::Kind::TooLarge, "a ceremony file has at most 4 MiB");
    const auto table = parseToml(toml);
    if (!table)
        return tl::unexpected(table.error());

    Ceremony ceremony;
    TomlProblems problems;
    TomlSection root(&*table, "a ceremony file", problems);
    readHead(root, ceremony);
    readCategories(root, problems, ceremony);
    readContact(root, ceremony);
    readSource(root, ceremony);
    readPledge(root, ceremony);
    readInstruments(root, ceremony);
    readSessions(root, ceremony);
    readUnits(root, ceremony);
    readPeople(root, "leaders", ceremony.leaders);
    readPeople(root, "observers", ceremony.observers);
    root.refuseOtherKeys();
    if (!problems.none())
        return tl::unexpected(problems.error());

    ceremony.toml = toml;
    ceremony.hash = crypto::sha256(base::asBytes(toml));
    return ceremony;
}

} // namespace ikrar::pledge
