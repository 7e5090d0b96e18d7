#include "attendance/gathered_erasure.h"
#include "attendance/incidents.h"
#include "cli/erasure_record.h"
#include "cli/gathering.h"
#include "ledger/attendance_table.h"

#include <unistd.h>

#include <iostream>

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    IntoOptions from; ///< the store that kiosks were merged into, instead of `data`
    std::string id;
    std::string before;
    std::string record;
    bool yes = false;
    bool dryRun = false;
};

std::string counted(std::uint64_t count, const char* one, const char* many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(std::uint64_t entries, std::uint64_t people, std::uint64_t helped)
{
    std::string said = counted(entries, "declaration", "declarations") + ", "
        + counted(people, "row of the roster", "rows of the roster");
    if (helped != 0)
        said += ", and the helper's name in "
            + counted(helped, "other declaration", "other declarations");
    return said;
}

std::string summary(const ledger::Erased& erased)
{
    return summary(erased.entries.size(), erased.people, erased.helped);
}

QJsonArray texts(const std::vector<std::string>& lines)
{
    QJsonArray array;
    for (const std::string& line : lines)
        array.append(text(line));
    return array;
}

QJsonArray numbers(const std::vector<std::uint64_t>& indices)
{
    QJsonArray array;
    for (const std::uint64_t index : indices)
        array.append(static_cast<qint64>(index));
    return array;
}

QJsonArray objects(const std::vector<ledger::WrittenCopy>& written)
{
    QJsonArray copies;
    for (const ledger::WrittenCopy& copy : written)
        copies.append(QJsonObject{{QStringLiteral("path"), text(copy.path)},
            {QStringLiteral("time"), static_cast<qint64>(copy.time)}});
    return copies;
}

std::string outOfReach(const std::vector<ledger::WrittenCopy>& written)
{
    std::string said;
    for (const ledger::WrittenCopy& copy : written)
        said += "\nOut of reach, destroy it yourself: " + copy.path;
    return said;
}

QJsonObject object(const ledger::Erased& erased)
{
    return {{QStringLiteral("entries"), numbers(erased.entries)},
        {QStringLiteral("people"), static_cast<qint64>(erased.people)},
        {QStringLiteral("helped"), static_cast<qint64>(erased.helped)},
        {QStringLiteral("copies"), objects(erased.copies)}, {QStringLiteral("held"), erased.held},
        {QStringLiteral("ended"), erased.ended}};
}

/// DATA/incidents.json, which is free text and may name people.
struct Incidents {
    std::string path;
    bool left = false; ///< for somebody to look through
    bool removed = false;
};

Incidents incidentsAfter(const ledger::Ledger& ledger, const ledger::Erased& erased)
{
    Incidents incidents{(ledger.data() / "incidents.json").string()};
    if (erased.past)
        incidents.removed
            = attendance::removeIncidents(base::systemFiles(), ledger.data()).value_or(false);
    incidents.left = attendance::hasIncidents(ledger.data());
    return incidents;
}

bool confirmed(const Options& options, std::uint64_t declarations)
{
    if (options.yes)
        return true;
    if (isatty(STDIN_FILENO) == 0)
        return false;
    std::cerr << "This cannot be undone. Type the number of declarations (" << declarations
              << ") to erase: " << std::flush;
    std::string typed;
    std::getline(std::cin, typed);
    return typed == std::to_string(declarations);
}

Result<void> checkWhose(const Options& options)
{
    if (options.id.empty() == options.before.empty())
        return fail(Error::Kind::Invalid, "Give one of --id and --all-before.");
    return {};
}

Result<ledger::ErasureOf> whoseOf(const Options& options, const pledge::Ceremony& ceremony)
{
    if (options.id.empty())
        return ledger::startOfDay(options.before, ceremony.timeZone).map([](std::int64_t time) {
            return ledger::ErasureOf(ledger::SignedBefore{time});
        });
    return identityFrom(options.id).map([](pledge::Identity identity) {
        return ledger::ErasureOf(std::move(identity));
    });
}

Result<attendance::GatheredErasureOf> gatheredWhoseOf(const Options& options)
{
    if (options.id.empty())
        return attendance::GatheredErasureOf(attendance::OverBeforeDay{options.before});
    return identityFrom(options.id).map([](pledge::Identity identity) {
        return attendance::GatheredErasureOf(std::move(identity));
    });
}

QJsonObject object(const attendance::GatheredErased& erased)
{
    QJsonArray logs;
    for (const auto& log : erased.logs)
        logs.append(QJsonObject{{QStringLiteral("origin"), text(log.origin)},
            {QStringLiteral("size"), static_cast<qint64>(log.size)},
            {QStringLiteral("root"), text(base::toHex(log.root.view()))},
            {QStringLiteral("entries"), numbers(log.entries)}});
    return {{QStringLiteral("erased"), static_cast<qint64>(erased.entries())},
        {QStringLiteral("logs"), logs},
        {QStringLiteral("people"), static_cast<qint64>(erased.people)},
        {QStringLiteral("helped"), static_cast<qint64>(erased.helped)},
        {QStringLiteral("copies"), objects(erased.copies)},
        {QStringLiteral("held"), erased.held.has_value()},
        {QStringLiteral("ceremonies"), texts(erased.ceremonies)}};
}

/// `--record`, if it is asked for.
Result<void> writeRecord(const Options& options, const ErasureRecord& record)
{
    if (options.record.empty())
        return {};
    constexpr mode_t everybodyReads = 0644; // it holds no personal data
    return base::replaceFile(
        base::systemFiles(), options.record, base::asBytes(recordText(record)), everybodyReads);
}

constexpr const char* held
    = "The data is erased, but another process still reads what was written before: stop the "
      "kiosk, then erase once more so that the disk forgets it too.";

/// From the store that kiosks were merged into; each kiosk's own store has its own erasure.
Result<void> eraseFrom(
    Context& context, const Options& options, const attendance::Gathering& gathering)
{
    // A repetition takes nothing any more: its record would tell less than the first.
    std::error_code ignored;
    if (!options.record.empty() && std::filesystem::exists(options.record, ignored))
        return fail(Error::Kind::Invalid,
            options.record + " is there already: keep it, and name another file.");
    const auto whose = gatheredWhoseOf(options);
    if (!whose)
        return tl::unexpected(whose.error());
    const auto wanted = attendance::lookErasure(gathering, *whose);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto sum = [](const attendance::GatheredErased& erased) {
        return summary(erased.entries(), erased.people, erased.helped) + " in "
            + counted(erased.logs.size(), "log", "logs");
    };
    if (options.dryRun) {
        context.answer("Would erase " + sum(*wanted) + ". Nothing was written.", object(*wanted));
        return {};
    }
    if (!confirmed(options, wanted->entries()))
        return fail(Error::Kind::Invalid,
            "Nothing was erased. This would take " + sum(*wanted) + "; give --yes to confirm it.");
    const std::int64_t now = base::SystemClock().now().seconds;
    const bool server = gathering.database().engine() == ledger::Engine::Postgres;
    const auto erased = attendance::erase(gathering, *whose, now);
    if (!erased)
        return tl::unexpected(erased.error());
    context.answer("Erased " + sum(*erased)
            + " from the merged store, for good. Every kiosk that holds the data erases its own."
            + (server ? "\nOut of reach: the server's WAL archive and base backups, until they "
                        "expire."
                      : "")
            + outOfReach(erased->copies),
        object(*erased));
    ErasureRecord record;
    record.time = ledger::localTime(now, erased->timeZone);
    record.ceremonies = erased->ceremonies;
    record.server = server;
    for (const auto& log : erased->logs)
        record.logs.push_back({log.origin, log.size, log.root, log.entries});
    record.people = erased->people;
    record.helped = erased->helped;
    record.held = erased->held.has_value();
    record.copies = erased->copies;
    auto written = writeRecord(options, record);
    return written && erased->held ? Result<void>(tl::unexpected(*erased->held)) : written;
}

Result<void> eraseGathered(Context& context, const Options& options)
{
    const auto name = nameOf(options.from);
    if (!name)
        return tl::unexpected(name.error());
    // It makes no store that is not there.
    const auto gathering
        = attendance::Gathering::open(*name, attendance::Gathering::Access::Read)
              .and_then([&](const auto&) {
                  return attendance::Gathering::open(*name, attendance::Gathering::Access::Merge);
              });
    if (!gathering)
        return tl::unexpected(gathering.error());
    return eraseFrom(context, options, **gathering);
}

ErasureRecord recordOf(LocalStore& store, const ledger::Status& status,
    const ledger::Erased& erased, const Incidents& incidents)
{
    ErasureRecord record;
    record.time
        = ledger::localTime(store.clock().now().seconds, store.ledger().ceremony().timeZone);
    record.logs.push_back({status.origin, status.size, status.root, erased.entries});
    record.people = erased.people;
    record.helped = erased.helped;
    record.held = erased.held;
    record.ended = erased.ended;
    record.copies = erased.copies;
    if (incidents.left)
        record.incidentsLeft = incidents.path;
    if (incidents.removed)
        record.incidentsRemoved = incidents.path;
    return record;
}

Result<void> erase(Context& context, const Options& options)
{
    if (auto one = checkWhose(options); !one)
        return one;
    if (!options.from.where.empty())
        return eraseGathered(context, options);
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store)
        return tl::unexpected(store.error());
    ledger::Ledger& ledger = (*store)->ledger();
    const auto whose = whoseOf(options, ledger.ceremony());
    if (!whose)
        return tl::unexpected(whose.error());
    const auto wanted = ledger.lookErasure(*whose);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (options.dryRun) {
        context.answer(
            "Would erase " + summary(*wanted) + ". Nothing was written.", object(*wanted));
        return {};
    }
    if (!confirmed(options, wanted->entries.size()))
        return fail(Error::Kind::Invalid,
            "Nothing was erased. This would take " + summary(*wanted)
                + "; give --yes to confirm it.");
    const auto erased = ledger.erase(*whose);
    if (!erased)
        return tl::unexpected(erased.error());
    const auto status = ledger.status();
    if (!status)
        return tl::unexpected(status.error());
    std::string answer = "Erased " + summary(*erased) + ". The log is unchanged: "
        + std::to_string(status->size) + " entries, root " + base::toHex(status->root.view()) + ".";
    if (erased->ended)
        answer
            += "\nAn earlier erasure whose old pages another process still read is finished; its "
               "numbers are among these.";
    answer += outOfReach(erased->copies);
    const auto incidents = incidentsAfter(ledger, *erased);
    if (incidents.left)
        answer += "\nOut of reach, look through it yourself: " + incidents.path;
    if (incidents.removed)
        answer += "\nRemoved, the incidents of the past ceremony: " + incidents.path;
    QJsonObject said = object(*erased);
    said.insert(QStringLiteral("size"), static_cast<qint64>(status->size));
    said.insert(QStringLiteral("root"), text(base::toHex(status->root.view())));
    said.insert(QStringLiteral("look_through"),
        incidents.left ? QJsonArray{text(incidents.path)} : QJsonArray());
    said.insert(QStringLiteral("incidents_removed"), incidents.removed);
    context.answer(answer, said);
    auto written = writeRecord(options, recordOf(**store, *status, *erased, incidents));
    return written && erased->held ? fail(Error::Kind::Busy, held) : written;
}

} // namespace

void addErase(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "erase",
        "Erase a person's, or a past ceremony's, personal data for good; the log stays valid",
        "ikrar erase --id nip:198609262015051001 --record penghapusan.txt", [&context, options] {
            if (auto done = erase(context, *options); !done)
                context.fail(done.error());
        });
    command->add_option("--id", options->id, "The person, as KIND:VALUE");
    command->add_option("--all-before", options->before,
        "Everybody who signed before this date; the roster too when the ceremony is past. With "
        "--from: everybody of ceremonies that were over before it");
    command->add_option("--record", options->record, "File for the record of the erasure");
    command->add_flag("--yes", options->yes, "Do not ask");
    command->add_flag("--dry-run", options->dryRun, "Only say what would be erased");
    addDataOption(*command, options->data);
    addStoreOptions(*command, options->from, "--from");
}

} // namespace ikrar::cli
