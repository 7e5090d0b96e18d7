#include "attendance/paper_facts.h"

#include "attendance/letter_dates.h"
#include "attendance/number_words.h"

#include <QStringList>

#include <set>

namespace ikrar::attendance {

namespace {

constexpr QChar unbroken(0x00a0);

QString voidedText(pledge::Reason reason)
{
    switch (reason) {
    case pledge::Reason::WrongPerson:
        return QStringLiteral("salah orang");
    case pledge::Reason::Duplicate:
        return QStringLiteral("ganda");
    case pledge::Reason::Withdrawn:
        return QStringLiteral("ditarik kembali");
    case pledge::Reason::Test:
        return QStringLiteral("uji coba");
    case pledge::Reason::Other:
        break;
    }
    return QStringLiteral("sebab lain");
}

QString assistedText(const pledge::Declaration::Assistance& assistance)
{
    QString said = QStringLiteral("Dibantu ") + fromUtf8(assistance.helperName);
    if (!assistance.reason.empty())
        said += QStringLiteral(" (") + fromUtf8(assistance.reason).toLower() + u')';
    return assistance.thumbMark ? said + QStringLiteral(", cap jempol") : said;
}

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

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

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
    const QString number = fromUtf8(pledge::format(identity)).replace(u' ', unbroken);
    return label.isEmpty() ? number : label + u' ' + number;
}

QString remarks(const SignedRecord& record)
{
    const pledge::Declaration& declaration = record.row.declaration;
    QStringList said;
    if (record.row.voided)
        said << QStringLiteral("Dibatalkan: ") + voidedText(*record.row.voided);
    if (record.repeated)
        said << QStringLiteral("Ganda");
    if (!record.listed)
        said << QStringLiteral("Di luar daftar peserta");
    if (declaration.method == pledge::Method::Assisted)
        said << assistedText(declaration.assistance);
    if (declaration.method == pledge::Method::WetInk)
        said << QStringLiteral("Tanda tangan basah");
    return said.join(u'\n');
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
    return QStringLiteral("dicetak ") + dateText(dayAt(options.printedAt, ceremony.timeZone)) + u' '
        + timeAt(options.printedAt, ceremony.timeZone);
}

} // namespace ikrar::attendance
