#include "attendance/paper_facts.h"

#include "attendance/letter_dates.h"
#include "attendance/list_cells.h"
#include "attendance/number_words.h"

#include <set>

namespace ikrar::attendance {

namespace {

constexpr QChar unbroken(0x00a0);

QString labelOf(pledge::IdentityKind kind)
{
    switch (kind) {
    case pledge::IdentityKind::Nrp:
        return QStringLiteral("NRP");
    case pledge::IdentityKind::Nipd:
        return QStringLiteral("NIPD");
    default:
        return {};
    }
}

} // namespace

QString figures(std::uint64_t number)
{
    return fromUtf8(inFigures(number));
}

QString unitText(const pledge::Ceremony& ceremony, const std::string& id)
{
    const pledge::Unit* unit = ceremony.unit(id);
    if (unit == nullptr)
        return fromUtf8(id);
    const pledge::Unit* parent = ceremony.unit(unit->parent);
    const bool below = parent != nullptr && !parent->parent.empty();
    return fromUtf8(below ? unit->name + ", " + parent->name : unit->name);
}

QString numberText(const pledge::Identity& identity)
{
    if (identity.kind == pledge::IdentityKind::Nama)
        return QStringLiteral("–");
    const QString label = labelOf(identity.kind);
    const QString number = fromUtf8(numberCell(identity)).replace(u' ', unbroken);
    return label.isEmpty() ? number : label + u' ' + number;
}

std::vector<HeldSession> sessionsOf(
    const pledge::Ceremony& ceremony, const std::vector<LogRecord>& logs)
{
    std::set<std::uint64_t> numbers;
    for (const LogRecord& log : logs)
        numbers.insert(log.sessions.begin(), log.sessions.end());
    if (numbers.empty()) {
        for (std::size_t listed = 1; listed <= ceremony.sessions.size(); ++listed)
            numbers.insert(listed);
    }
    std::vector<HeldSession> held;
    held.reserve(numbers.size());
    for (const std::uint64_t number : numbers) {
        const bool listed = number >= 1 && number <= ceremony.sessions.size();
        held.push_back({number, listed ? ceremony.sessions[number - 1] : pledge::Session{}});
    }
    return held;
}

QString sessionName(const HeldSession& held)
{
    const QString number = QStringLiteral("Sesi ") + QString::number(held.number);
    return held.session.name.empty() ? number
                                     : number + QStringLiteral(": ") + fromUtf8(held.session.name);
}

QDate onlyDay(const std::vector<HeldSession>& sessions)
{
    std::set<std::string> days;
    for (const HeldSession& held : sessions)
        days.insert(held.session.date);
    return days.size() == 1 ? dayOf(*days.begin()) : QDate();
}

QString printedText(const PaperOptions& options, const pledge::Ceremony& ceremony)
{
    return QStringLiteral("dicetak ") + fromUtf8(timeCell(options.printedAt, ceremony.timeZone));
}

} // namespace ikrar::attendance
