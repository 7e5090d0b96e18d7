#include "pledge/ceremony_check.h"

#include "pledge/ceremony_format.h"
#include "pledge/ceremony_rules.h"
#include "pledge/names.h"

#include <algorithm>
#include <set>

namespace ikrar::pledge {

namespace {

enum class Need : std::uint8_t { Optional, Required };

class Checker
{
public:
    Checker(const Ceremony& ceremony, Language language)
        : m_ceremony(ceremony)
        , m_language(language)
    {
    }

    std::vector<CeremonyProblem> check()
    {
        checkHead();
        checkInstruments();
        checkPledge();
        checkSessions();
        checkUnits();
        checkPeople("leaders", m_ceremony.leaders);
        checkPeople("observers", m_ceremony.observers);
        if (m_problems.empty() && formatCeremony(m_ceremony).size() > maxCeremonySize)
            complain("units", "Berkas upacara ini melebihi 4 MiB; kurangi unitnya.",
                "This ceremony file is over 4 MiB; remove units.");
        return std::move(m_problems);
    }

private:
    void complain(std::string field, std::string_view indonesian, std::string_view english)
    {
        m_problems.push_back({std::move(field),
            std::string(m_language == Language::English ? english : indonesian)});
    }

    /// Whether the text is there and can be judged further.
    bool checkText(const std::string& field, const std::string& text, Need need = Need::Optional,
        Lines lines = Lines::One)
    {
        if (need == Need::Required && isBlank(text)) {
            complain(field, "Belum diisi.", "Fill this in.");
            return false;
        }
        if (!isPlainText(text, lines)) {
            complain(field, "Ada ganti baris atau tanda kendali di dalamnya; hapus.",
                "Take the line breaks and control characters out.");
            return false;
        }
        return !text.empty();
    }

    void checkBoth(const std::string& field, const Text& text, Lines lines)
    {
        checkText(field, text.id, Need::Required, lines);
        checkText(field + ".en", text.en, Need::Optional, lines);
    }

    void checkDate(const std::string& field, const std::string& text)
    {
        if (!text.empty() && !isDate(text))
            complain(field, "Tulis tanggal seperti 18-09-2023, atau kosongkan.",
                "Write a date such as 18-09-2023, or leave it empty.");
    }

    template <typename Is>
    void checkForm(const std::string& field, const std::string& text, Is is,
        std::string_view indonesian, std::string_view english)
    {
        if (checkText(field, text, Need::Required) && !is(text))
            complain(field, indonesian, english);
    }

    void checkHead();
    void checkAddresses();
    void checkInstruments();
    void checkPledge();
    void checkSessions();
    void checkUnits();
    void checkUnit(const std::string& field, std::size_t place);
    void checkCode(const std::string& field, const Unit& unit);
    void checkPeople(const std::string& list, const std::vector<Person>& people);

    const Ceremony& m_ceremony; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Language m_language;
    std::vector<CeremonyProblem> m_problems;
    std::set<std::string> m_unitIds; ///< of those before
    std::set<std::string> m_codes;
    std::map<std::string, std::string> m_codeAbove; ///< of a unit or its nearest above with one
};

std::string at(std::string_view list, std::size_t place, std::string_view name)
{
    return std::string(list) + '.' + std::to_string(place) + '.' + std::string(name);
}

void Checker::checkHead()
{
    checkBoth("title", m_ceremony.title, Lines::One);
    checkText("organizer", m_ceremony.organizer, Need::Required);
    checkForm("id", m_ceremony.id, isId,
        "Pakai huruf kecil a-z, angka, dan tanda hubung; paling banyak 32.",
        "Use lower-case a-z, digits and hyphens; at most 32.");
    checkAddresses();
    if (!isCeremonyTimeZone(m_ceremony.timeZone))
        complain("time_zone", "Pilih WIB, WITA, atau WIT.", "Choose WIB, WITA or WIT.");
    if (m_ceremony.categories.empty())
        complain(
            "categories", "Pilih paling sedikit satu kategori.", "Choose one category at least.");
    checkText("contact.name", m_ceremony.contact.name);
    if (!isPhone(m_ceremony.contact.phone))
        complain("contact.phone", "Hanya angka, spasi, dan + ( ) -.",
            "Digits, spaces and + ( ) - only.");
    checkText("source.publisher", m_ceremony.source.publisher);
    checkText("source.title", m_ceremony.source.title);
    checkDate("source.date", m_ceremony.source.date);
}

void Checker::checkAddresses()
{
    checkForm("domain", m_ceremony.domain, isCeremonyDomain,
        "Tulis nama domain instansi dengan huruf kecil, seperti bkpsdm.contoh.go.id.",
        "Write the agency's domain in lower case, such as bkpsdm.contoh.go.id.");
    checkForm("verify_url", m_ceremony.verifyUrl, isVerifyUrl,
        "Tulis https:// dan domain huruf kecil, lalu boleh / dan HURUF BESAR; paling banyak 60.",
        "Write https:// and a lower-case host, then maybe / and CAPITALS; at most 60.");
}

void Checker::checkInstruments()
{
    for (std::size_t i = 0; i < m_ceremony.instruments.size(); ++i) {
        const Instrument& instrument = m_ceremony.instruments[i];
        checkText(at("instruments", i, "type"), instrument.type, Need::Required);
        checkText(at("instruments", i, "issuer"), instrument.issuer);
        checkText(at("instruments", i, "number"), instrument.number);
        checkDate(at("instruments", i, "date"), instrument.date);
        checkDate(at("instruments", i, "effective"), instrument.effective);
        checkText(at("instruments", i, "subject"), instrument.subject);
    }
}

void Checker::checkPledge()
{
    checkBoth("opening", m_ceremony.opening, Lines::Many);
    if (m_ceremony.clauses.empty())
        complain("clauses", "Belum ada butir ikrar; tempelkan teksnya atau tambahkan butir.",
            "There is no clause yet; paste the text or add one.");
    for (std::size_t i = 0; i < m_ceremony.clauses.size(); ++i) {
        const Clause& clause = m_ceremony.clauses[i];
        checkBoth(at("clauses", i, "short"), clause.shortForm, Lines::One);
        checkBoth(at("clauses", i, "full"), clause.full, Lines::Many);
        for (const auto& [name, text] :
            {std::pair("short", &clause.shortForm.id), std::pair("short.en", &clause.shortForm.en)})
            if (!isShortClause(*text))
                complain(at("clauses", i, name), "Ringkas menjadi paling banyak 120 huruf.",
                    "Shorten this to 120 characters.");
    }
}

void Checker::checkSessions()
{
    const auto& sessions = m_ceremony.sessions;
    if (sessions.empty())
        complain("sessions", "Tambahkan paling sedikit satu sesi.", "Add one session at least.");
    std::set<std::string> names;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const Session& session = sessions[i];
        const std::string name = at("sessions", i, "name");
        if (sessions.size() > 1 && session.name.empty())
            complain(name, "Ada beberapa sesi: beri nama masing-masing.",
                "There are several sessions: name each.");
        else if (checkText(name, session.name) && !names.insert(session.name).second)
            complain(name, "Nama ini sudah dipakai sesi lain.", "Another session has this name.");
        checkText(at("sessions", i, "place"), session.place);
        checkDate(at("sessions", i, "date"), session.date);
        if (!session.time.empty() && !isTime(session.time))
            complain(at("sessions", i, "time"), "Tulis jam seperti 08.30, atau kosongkan.",
                "Write a time such as 08.30, or leave it empty.");
    }
}

void Checker::checkUnits()
{
    const auto& units = m_ceremony.units;
    if (units.empty())
        complain("units", "Tambahkan paling sedikit satu unit kerja.", "Add one unit at least.");
    for (std::size_t i = 0; i < units.size(); ++i)
        checkUnit(at("units", i, ""), i);
    const bool coded = std::any_of(
        units.begin(), units.end(), [](const Unit& unit) { return !unit.code.empty(); });
    checkText("code_edition", m_ceremony.codeEdition, coded ? Need::Required : Need::Optional);
}

/// `field` ends with a dot.
void Checker::checkUnit(const std::string& field, std::size_t place)
{
    const Unit& unit = m_ceremony.units[place];
    checkText(field + "name", unit.name, Need::Required);
    checkForm(field + "id", unit.id, isId,
        "Kode unit: huruf kecil a-z, angka, dan tanda hubung; paling banyak 32.",
        "A unit's id: lower-case a-z, digits and hyphens; at most 32.");
    if (!unit.parent.empty() && !m_unitIds.contains(unit.parent))
        complain(field + "parent", "Unit induk harus berdiri di atas unit ini.",
            "The parent has to stand before this unit.");
    if (!m_unitIds.insert(unit.id).second && !unit.id.empty())
        complain(field + "id", "Kode ini sudah dipakai unit lain.", "Another unit has this id.");
    checkCode(field + "code", unit);
}

void Checker::checkCode(const std::string& field, const Unit& unit)
{
    const std::string above = m_codeAbove[unit.parent];
    m_codeAbove.emplace(unit.id, unit.code.empty() ? above : unit.code);
    if (unit.code.empty())
        return;
    if (!isRegionCode(unit.code))
        complain(field, "Kode Kemendagri ditulis seperti 73.05.01.2003.",
            "A Kemendagri code is written like 73.05.01.2003.");
    else if (!above.empty() && !unit.code.starts_with(above + "."))
        complain(field, "Kode ini tidak berada di bawah kode unit induknya.",
            "This code does not lie in that of the unit above.");
    else if (!m_codes.insert(unit.code).second)
        complain(field, "Kode ini sudah dipakai unit lain.", "Another unit has this code.");
}

void Checker::checkPeople(const std::string& list, const std::vector<Person>& people)
{
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = people[i];
        if (person.name.empty() && person.post.empty())
            complain(at(list, i, "name"), "Isi nama atau jabatannya, atau hapus.",
                "Give a name or a post, or remove this.");
        checkText(at(list, i, "name"), person.name);
        checkText(at(list, i, "post"), person.post);
        checkText(at(list, i, "role"), person.role);
    }
}

} // namespace

std::vector<CeremonyProblem> ceremonyProblems(const Ceremony& ceremony, Language language)
{
    return Checker(ceremony, language).check();
}

} // namespace ikrar::pledge
