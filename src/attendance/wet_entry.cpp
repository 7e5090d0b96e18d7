#include "attendance/wet_entry.h"

#include "ledger/name_words.h"
#include "ledger/person_check.h"
#include "pledge/ink.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxCommit = 4096;

/// Titles may be on one side alone: each word of the shorter name, without titles, is in the other.
bool isSameName(const std::string& given, const std::string& known)
{
    const auto words
        = [](const std::string& name) { return ledger::nameWords(ledger::sortName(name)); };
    auto one = words(given);
    auto other = words(known);
    if (one.size() > other.size())
        std::swap(one, other);
    return !one.empty() && std::all_of(one.begin(), one.end(), [&](const std::string& word) {
        return std::find(other.begin(), other.end(), word) != other.end();
    });
}

class Planner
{
public:
    explicit Planner(ledger::Ledger& ledger) : m_ledger(ledger) { }

    [[nodiscard]] Result<void> take(const WetLine& line)
    {
        const auto person = m_ledger.roster().find(line.identity);
        if (!person)
            return tl::unexpected(person.error());
        if (!*person) {
            problem(line, "Nobody with this number is on the roster; import them there first.");
            return {};
        }
        if (!line.name.empty() && !isSameName(line.name, (*person)->name)) {
            problem(line,
                "The roster has another name for this number, " + (*person)->name
                    + "; correct the number, or the name.");
            return {};
        }
        return takePaper(line, **person);
    }

    [[nodiscard]] WetPlan finish() { return std::move(m_plan); }

private:
    [[nodiscard]] Result<void> takePaper(const WetLine& line, const ledger::RosterRow& person)
    {
        const auto& registered = m_ledger.registered();
        const std::string code = pledge::code(line.sheet);
        const auto holder = registered.entryOfPaper(code);
        if (!holder)
            return tl::unexpected(holder.error());
        const auto known = registered.find(line.identity);
        if (!known)
            return tl::unexpected(known.error());
        if (*holder && !(*known && (*known)->index == **holder)) {
            problem(line,
                "Row " + code + " was entered for another person, as entry "
                    + std::to_string(**holder) + "; correct the code, or void that entry first.");
            return {};
        }
        if (*known) {
            const auto& declaration = (*known)->declaration;
            (*holder ? m_plan.already : m_plan.signedElsewhere)
                .push_back({line.row, (*known)->index, line.identity, person.name,
                    declaration.method, declaration.paper.row});
            return {};
        }
        add(line, person);
        return {};
    }

    void add(const WetLine& line, const ledger::RosterRow& person)
    {
        auto declaration = wetDeclaration(person, line.sheet, line.observer);
        const auto checked = ledger::checkDeclaration(declaration, m_ledger.ceremony());
        if (!checked) {
            problem(line, checked.error().what);
            return;
        }
        m_plan.declarations.push_back(std::move(declaration));
        m_plan.rows.push_back(line.row);
    }

    void problem(const WetLine& line, std::string what)
    {
        m_plan.problems.push_back({line.row, std::move(what)});
    }

    ledger::Ledger& m_ledger;
    WetPlan m_plan;
};

} // namespace

pledge::Declaration wetDeclaration(
    const ledger::RosterRow& person, const pledge::SheetRow& sheet, const Observer& observer)
{
    pledge::Declaration declaration;
    declaration.identity = person.identity;
    declaration.name = person.name;
    declaration.unit = person.unit;
    declaration.post = person.post;
    declaration.category = person.category;
    declaration.method = pledge::Method::WetInk;
    declaration.ink = pledge::encodeInk({});
    declaration.paper = {pledge::code(sheet), observer.name, observer.post};
    return declaration;
}

Result<WetPlan> planWetSignatures(const WetImport& import, ledger::Ledger& ledger)
{
    Planner planner(ledger);
    for (const WetLine& line : import.lines) {
        if (auto taken = planner.take(line); !taken)
            return tl::unexpected(taken.error());
    }
    WetPlan plan = planner.finish();
    plan.problems.insert(plan.problems.end(), import.problems.begin(), import.problems.end());
    std::stable_sort(plan.problems.begin(), plan.problems.end(),
        [](const WetProblem& a, const WetProblem& b) { return a.row < b.row; });
    if (plan.declarations.size() > maxCommit)
        return fail(
            Error::Kind::Invalid, "More than 4,096 signatures are entered in one file; divide it.");
    return plan;
}

} // namespace ikrar::attendance
