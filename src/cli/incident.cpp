#include "attendance/incidents.h"
#include "cli/context.h"

namespace ikrar::cli {

namespace {

using attendance::Incident;

struct Options {
    std::string data;
    std::string text;
    std::string time;
    std::size_t number = 0;
};

QJsonObject object(std::size_t number, const Incident& incident, const std::string& zone)
{
    return {{QStringLiteral("number"), static_cast<qint64>(number)},
        {QStringLiteral("time"), static_cast<qint64>(incident.time)},
        {QStringLiteral("text"), text(incident.text)},
        {QStringLiteral("line"), text(attendance::incidentLine(incident, zone))}};
}

std::string line(std::size_t number, const Incident& incident, const std::string& zone)
{
    return std::to_string(number) + "  " + attendance::incidentLine(incident, zone);
}

Result<void> add(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store)
        return tl::unexpected(store.error());
    const std::string& zone = (*store)->ledger().ceremony().timeZone;
    const std::int64_t now = (*store)->clock().now().seconds;
    const auto time = options.time.empty() ? Result<std::int64_t>(now)
                                           : attendance::incidentTime(options.time, zone, now);
    if (!time)
        return tl::unexpected(time.error());
    const Incident incident{*time, options.text};
    return attendance::addIncident(base::systemFiles(), options.data, incident).map([&] {
        context.answer("Noted: " + attendance::incidentLine(incident, zone),
            {{QStringLiteral("time"), static_cast<qint64>(incident.time)},
                {QStringLiteral("text"), text(incident.text)}});
    });
}

Result<void> list(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    const auto incidents
        = store ? attendance::readIncidents(options.data) : tl::unexpected<Error>(store.error());
    if (!incidents)
        return tl::unexpected(incidents.error());
    const std::string& zone = (*store)->ledger().ceremony().timeZone;
    std::string lines;
    QJsonArray objects;
    for (std::size_t i = 0; i < incidents->size(); ++i) {
        lines += (i == 0 ? "" : "\n") + line(i + 1, (*incidents)[i], zone);
        objects.append(object(i + 1, (*incidents)[i], zone));
    }
    context.answer(
        lines.empty() ? "No incident is noted." : lines, {{QStringLiteral("incidents"), objects}});
    return {};
}

Result<void> remove(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    const auto incidents
        = store ? attendance::readIncidents(options.data) : tl::unexpected<Error>(store.error());
    if (!incidents)
        return tl::unexpected(incidents.error());
    if (options.number == 0 || options.number > incidents->size())
        return ikrar::fail(Error::Kind::Missing,
            "No incident has number " + std::to_string(options.number)
                + ": `ikrar incident list` numbers them.");
    const Incident& incident = (*incidents)[options.number - 1];
    const std::string& zone = (*store)->ledger().ceremony().timeZone;
    return attendance::removeIncident(base::systemFiles(), options.data, incident).map([&] {
        context.answer("Removed: " + attendance::incidentLine(incident, zone),
            object(options.number, incident, zone));
    });
}

} // namespace

void addIncident(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* incident = addCommand(app, context, "incident",
        "What happened at the ceremony, for the berita acara (kejadian khusus)",
        "ikrar incident add 'Listrik padam lima menit.' --time 08:40", {});
    incident->require_subcommand(1);
    const auto run = [&context, options](Result<void> (*what)(Context&, const Options&)) {
        return [&context, options, what] {
            if (auto done = what(context, *options); !done)
                context.fail(done.error());
        };
    };
    CLI::App* adding = addCommand(*incident, context, "add", "Note one",
        "ikrar incident add 'Listrik padam lima menit.' --time 08:40", run(add));
    adding->add_option("text", options->text, "One line, as the paper will have it")->required();
    adding->add_option("--time", options->time,
        "When it was, at the ceremony's place: 08:40, or 2023-09-18T08:40; by default now");
    CLI::App* listing = addCommand(
        *incident, context, "list", "All, numbered by time", "ikrar incident list", run(list));
    CLI::App* removing = addCommand(
        *incident, context, "remove", "Take one back", "ikrar incident remove 2", run(remove));
    removing->add_option("number", options->number, "Its number in the list")->required();
    for (CLI::App* command : {adding, listing, removing})
        addDataOption(*command, options->data);
}

} // namespace ikrar::cli
