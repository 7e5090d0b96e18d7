#include "pledge/ceremony_format.h"

#include "pledge/ceremony_rules.h"
#include "pledge/toml.h"

#include <charconv>
#include <sstream>

namespace ikrar::pledge {

namespace {

template <typename Number>
Number numberIn(std::string_view digits)
{
    Number number{};
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// One table of the file, from its header to its last key.
class Section
{
public:
    explicit Section(std::ostringstream& out, std::string_view header = {}) : m_out(out)
    {
        if (!header.empty())
            m_out << '\n' << header << '\n';
    }

    void text(std::string_view key, const std::string& value)
    {
        write(key, toml::value<std::string>(value));
    }
    void optional(std::string_view key, const std::string& value)
    {
        if (!value.empty())
            text(key, value);
    }
    void both(const Text& value)
    {
        text("id", value.id);
        optional("en", value.en);
    }
    void date(std::string_view key, const std::string& value)
    {
        if (!isDate(value))
            return;
        const std::string_view day = value;
        write(key,
            toml::value<toml::date>(toml::date(numberIn<std::uint16_t>(day.substr(0, 4)),
                numberIn<std::uint8_t>(day.substr(5, 2)),
                numberIn<std::uint8_t>(day.substr(8, 2)))));
    }
    void time(std::string_view key, const std::string& value)
    {
        if (!isTime(value))
            return;
        const std::string_view time = value;
        write(key,
            toml::value<toml::time>(toml::time(numberIn<std::uint8_t>(time.substr(0, 2)),
                numberIn<std::uint8_t>(time.substr(3, 2)))));
    }
    void write(std::string_view key, const toml::node& value)
    {
        constexpr auto flags = toml::format_flags::allow_multi_line_strings
            | toml::format_flags::allow_unicode_strings;
        m_out << key << " = " << toml::toml_formatter(value, flags) << '\n';
    }

private:
    std::ostringstream& m_out; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

void writeHead(std::ostringstream& out, const Ceremony& ceremony)
{
    Section head(out);
    head.text("id", ceremony.id);
    head.text("occasion", ceremony.activity ? "kegiatan" : "upacara");
    if (ceremony.example)
        head.write("example", toml::value<bool>(true));
    head.text("domain", ceremony.domain);
    head.text("time_zone", ceremony.timeZone);
    head.text("verify_url", ceremony.verifyUrl);
    head.text("organizer", ceremony.organizer);
    toml::array categories;
    for (const Category category : ceremony.categories)
        categories.push_back(std::string(code(category)));
    head.write("categories", categories);
    head.optional("code_edition", ceremony.codeEdition);
    Section(out, "[title]").both(ceremony.title);
}

void writeContactAndSource(std::ostringstream& out, const Ceremony& ceremony)
{
    if (!ceremony.contact.name.empty() || !ceremony.contact.phone.empty()) {
        Section contact(out, "[contact]");
        contact.optional("name", ceremony.contact.name);
        contact.optional("phone", ceremony.contact.phone);
    }
    const Ceremony::Source& source = ceremony.source;
    if (!source.publisher.empty() || !source.title.empty() || !source.date.empty()) {
        Section section(out, "[source]");
        section.optional("publisher", source.publisher);
        section.optional("title", source.title);
        section.date("date", source.date);
    }
}

void writePledge(std::ostringstream& out, const Ceremony& ceremony)
{
    Section(out, "[pledge.opening]").both(ceremony.opening);
    for (const Clause& clause : ceremony.clauses) {
        const Section list(out, "[[pledge.clauses]]");
        Section(out, "[pledge.clauses.short]").both(clause.shortForm);
        Section(out, "[pledge.clauses.full]").both(clause.full);
    }
}

void writeInstruments(std::ostringstream& out, const Ceremony& ceremony)
{
    for (const Instrument& instrument : ceremony.instruments) {
        Section section(out, "[[instruments]]");
        section.text("type", instrument.type);
        section.optional("issuer", instrument.issuer);
        section.optional("number", instrument.number);
        section.date("date", instrument.date);
        section.date("effective", instrument.effective);
        section.optional("subject", instrument.subject);
    }
}

void writeSessions(std::ostringstream& out, const Ceremony& ceremony)
{
    for (const Session& session : ceremony.sessions) {
        Section section(out, "[[sessions]]");
        section.optional("name", session.name);
        section.optional("place", session.place);
        section.date("date", session.date);
        section.time("time", session.time);
    }
}

void writeUnits(std::ostringstream& out, const Ceremony& ceremony)
{
    for (const Unit& unit : ceremony.units) {
        Section section(out, "[[units]]");
        section.text("id", unit.id);
        section.text("name", unit.name);
        section.optional("parent", unit.parent);
        section.optional("code", unit.code);
    }
}

void writePeople(
    std::ostringstream& out, std::string_view header, const std::vector<Person>& people)
{
    for (const Person& person : people) {
        Section section(out, header);
        section.optional("name", person.name);
        section.optional("post", person.post);
        section.optional("role", person.role);
    }
}

} // namespace

std::string formatCeremony(const Ceremony& ceremony)
{
    std::ostringstream out;
    writeHead(out, ceremony);
    writeContactAndSource(out, ceremony);
    writePledge(out, ceremony);
    writeInstruments(out, ceremony);
    writeSessions(out, ceremony);
    writePeople(out, "[[leaders]]", ceremony.leaders);
    writePeople(out, "[[observers]]", ceremony.observers);
    writeUnits(out, ceremony);
    return out.str();
}

} // namespace ikrar::pledge
