#include "attendance/review.h"

#include "cli/context.h"
#include "ledger/attendance_table.h"

namespace ikrar::cli {

namespace {

using Kind = attendance::ReviewedSign::Kind;

std::string headline(const attendance::ReviewedSign& sign)
{
    const std::string count = std::to_string(sign.count);
    switch (sign.kind) {
    case Kind::Tempo:
        return count + " signers in a row at " + sign.entries.front().kiosk + ", each within "
            + std::to_string(attendance::fastestSigner) + " seconds of the one before:";
    case Kind::SameInk:
        return count + " declarations whose ink is the same to the byte:";
    case Kind::Twice:
        break;
    }
    return count + " valid declarations of one person:";
}

QJsonObject object(const attendance::ReviewedSign& sign)
{
    QJsonArray entries;
    for (const attendance::ReviewedEntry& entry : sign.entries)
        entries.append(QJsonObject{{QStringLiteral("kiosk"), text(entry.kiosk)},
            {QStringLiteral("index"), static_cast<qint64>(entry.index)},
            {QStringLiteral("time"), static_cast<qint64>(entry.time)},
            {QStringLiteral("kind"), text(pledge::code(entry.identity.kind))},
            {QStringLiteral("number"), text(entry.identity.value)},
            {QStringLiteral("name"), text(entry.name)},
            {QStringLiteral("unit"), text(entry.unit)}});
    return {{QStringLiteral("sign"), text(attendance::code(sign.kind))},
        {QStringLiteral("count"), static_cast<qint64>(sign.count)},
        {QStringLiteral("entries"), entries}};
}

void say(Context& context, const attendance::ReviewedSign& sign, const std::string& timeZone)
{
    std::string paragraph = headline(sign);
    for (const attendance::ReviewedEntry& entry : sign.entries)
        paragraph += "\n  " + entry.kiosk + " " + std::to_string(entry.index) + "  "
            + ledger::localTime(entry.time, timeZone) + "  " + entry.name + "  (" + entry.unit
            + ")";
    if (sign.count > sign.entries.size())
        paragraph += "\n  and " + std::to_string(sign.count - sign.entries.size()) + " more";
    context.answer(paragraph, object(sign));
}

Result<void> review(Context& context, const std::string& data)
{
    auto store = LocalStore::open(context, data, ledger::Ledger::Mode::Read);
    if (!store)
        return tl::unexpected(store.error());
    ledger::Ledger& ledger = (*store)->ledger();
    const auto signs = attendance::review(*attendance::recordsOf(ledger));
    if (!signs)
        return tl::unexpected(signs.error());
    for (const attendance::ReviewedSign& sign : *signs)
        say(context, sign, ledger.ceremony().timeZone);
    if (signs->empty() && !context.json)
        context.answer("No sign of one person signing for others.", {});
    else if (!context.json)
        context.answer("These are signs for a person to look into; they prove nothing.", {});
    return {};
}

} // namespace

void addReview(CLI::App& app, Context& context)
{
    auto data = std::make_shared<std::string>();
    CLI::App* command = addCommand(app, context, "review",
        "List what may be one person signing for others, for a human to judge",
        "ikrar review --data /var/lib/ikrar", [&context, data] {
            if (auto done = review(context, *data); !done)
                context.fail(done.error());
        });
    addDataOption(*command, *data);
}

} // namespace ikrar::cli
