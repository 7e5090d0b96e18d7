#include "cli/evidence.h"
#include "cli/gathering.h"
#include "ledger/attendance_table.h"

#include <algorithm>

namespace ikrar::cli {

namespace {

using attendance::Gathering;
using attendance::Merged;

struct Options {
    std::vector<std::string> sources;
    IntoOptions into;
    std::string policy;
    bool conflicts = false;
    std::string decide;
    std::string by;
    std::string reason;
    std::string undecide;
};

/// What is read of a kiosk needs no key.
struct Surroundings {
    base::SystemClock clock;
    ledger::LocalMachine machine;

    [[nodiscard]] ledger::Environment environment() const
    {
        return {base::systemFiles(), clock, machine, []() -> Result<std::string> {
                    return ikrar::fail(Error::Kind::Invalid, "A merge needs no passphrase.");
                }};
    }
};

/// The worst of what the sources came to: the environment's failure over wrong use over evidence.
void worsen(Context& context, Exit exit)
{
    const auto rank = [](Exit code) {
        return code == Exit::EnvironmentFailed ? 3
            : code == Exit::WrongUse           ? 2
            : code == Exit::EvidenceFailed     ? 1
                                               : 0;
    };
    if (rank(exit) > rank(context.exit))
        context.exit = exit;
}

Result<Merged> mergeOne(const Gathering::Name& name, const std::string& source,
    const ledger::Environment& environment, const tlog::Policy* policy)
{
    // A connection each, so that one that broke does not take the other sources with it.
    const auto gathering = Gathering::open(name, Gathering::Access::Merge);
    if (!gathering)
        return tl::unexpected(gathering.error());
    Progress auditing("Checking " + source);
    Progress taking("Taking " + source);
    attendance::MergeOptions how;
    how.policy = policy;
    how.auditing = [&](std::uint64_t done, std::uint64_t of) { auditing.show(done, of); };
    how.taking = [&](std::uint64_t done, std::uint64_t of) { taking.show(done, of); };
    return attendance::merge(**gathering, source, environment, how);
}

void mergeAll(Context& context, const Options& options, const Gathering::Name& name,
    const tlog::Policy* policy)
{
    const Surroundings around;
    std::string paragraphs;
    QJsonArray objects;
    for (const std::string& source : options.sources) {
        const auto merged = mergeOne(name, source, around.environment(), policy);
        paragraphs += paragraphs.empty() ? "" : "\n\n";
        if (!merged) {
            worsen(context, exitFor(merged.error().kind));
            paragraphs += "Source     " + source + "\nNOT MERGED " + merged.error().what;
            QJsonObject object = errorObject(merged.error());
            object.insert(QStringLiteral("source"), text(source));
            objects.append(object);
            continue;
        }
        if (!merged->sound())
            worsen(context, Exit::EvidenceFailed);
        if (const auto origin = pledge::parseOrigin(merged->origin); origin && origin->rehearsal)
            context.rehearsal = true;
        paragraphs += describe(*merged);
        objects.append(describeAsObject(*merged));
    }
    QJsonObject answer{{QStringLiteral("sources"), objects}};
    const auto count = Gathering::open(name, Gathering::Access::Read)
                           .and_then([](const std::unique_ptr<Gathering>& gathering) {
                               return attendance::countSignedTwice(*gathering);
                           });
    if (count) {
        answer.insert(QStringLiteral("signed_twice"), static_cast<qint64>(count->people));
        answer.insert(QStringLiteral("undecided"), static_cast<qint64>(count->open));
        if (count->people != 0)
            paragraphs += "\n\nTwice      " + std::to_string(count->people)
                + " people signed more than once, " + std::to_string(count->open)
                + " undecided: ikrar merge --conflicts lists them.";
    } else
        worsen(context, exitFor(count.error().kind));
    context.answer(paragraphs, answer);
}

std::string paragraph(const attendance::SignedTwice& person, const std::string& zone)
{
    // The number masked: a screen is read by others too.
    std::string lines = "Person     " + pledge::mask(person.identity)
        + (person.sameInk ? "  SAME INK to the byte" : "")
        + (person.decidedBy.empty() ? "" : "  decided by " + person.decidedBy)
        + (person.reason.empty() ? "" : ": " + person.reason);
    for (const attendance::OneOfSeveral& entry : person.entries)
        lines += "\n  " + entry.handle() + "  " + entry.kiosk + "  "
            + ledger::localTime(entry.time, zone) + "  " + entry.unit + "  " + entry.name
            + (entry.counts ? "  COUNTS" : "");
    return lines;
}

QJsonObject object(const attendance::SignedTwice& person)
{
    QJsonArray entries;
    for (const attendance::OneOfSeveral& entry : person.entries)
        entries.append(QJsonObject{{QStringLiteral("entry"), text(entry.handle())},
            {QStringLiteral("origin"), text(entry.key.name)},
            {QStringLiteral("kiosk"), text(entry.kiosk)},
            {QStringLiteral("index"), static_cast<qint64>(entry.index)},
            {QStringLiteral("time"), static_cast<qint64>(entry.time)},
            {QStringLiteral("session"), static_cast<qint64>(entry.session)},
            {QStringLiteral("name"), text(entry.name)}, {QStringLiteral("unit"), text(entry.unit)},
            {QStringLiteral("counts"), entry.counts}});
    return {{QStringLiteral("kind"), text(code(person.identity.kind))},
        {QStringLiteral("number"), text(person.identity.value)},
        {QStringLiteral("same_ink"), person.sameInk},
        {QStringLiteral("decided_by"), text(person.decidedBy)},
        {QStringLiteral("reason"), text(person.reason)}, {QStringLiteral("entries"), entries}};
}

/// The zone of each ceremony, and GLADI where one is a rehearsal.
Result<std::map<std::uint64_t, std::string>> zonesOf(Context& context, const Gathering& gathering)
{
    const auto ceremonies = gathering.ceremonies();
    if (!ceremonies)
        return tl::unexpected(ceremonies.error());
    std::map<std::uint64_t, std::string> zones;
    for (const auto& each : *ceremonies) {
        zones[each.number] = each.ceremony.timeZone;
        context.rehearsal = context.rehearsal || each.rehearsal;
    }
    return zones;
}

void listConflicts(Context& context, const Gathering& gathering)
{
    const auto zones = zonesOf(context, gathering);
    const auto people = zones ? attendance::signedTwice(gathering) : tl::unexpected(zones.error());
    if (!people) {
        context.fail(people.error());
        return;
    }
    std::string paragraphs;
    QJsonArray objects;
    for (const attendance::SignedTwice& person : *people) {
        paragraphs
            += (paragraphs.empty() ? "" : "\n") + paragraph(person, zones->at(person.ceremony));
        objects.append(object(person));
    }
    context.answer(paragraphs.empty() ? "Nobody signed twice." : paragraphs,
        {{QStringLiteral("people"), objects}});
}

Result<attendance::SignedTwice> decideOrUndo(const Gathering& gathering, const Options& options)
{
    if (!options.undecide.empty())
        return attendance::undecide(gathering, options.undecide);
    return attendance::decide(
        gathering, options.decide, {options.by, options.reason, base::SystemClock().now()});
}

void decideOne(Context& context, const Options& options, const Gathering& gathering)
{
    const auto zones = zonesOf(context, gathering);
    const auto person = zones ? decideOrUndo(gathering, options) : tl::unexpected(zones.error());
    if (!person) {
        context.fail(person.error());
        return;
    }
    context.answer(paragraph(*person, zones->at(person->ceremony))
            + "\nThe other entries stay in their logs; void them at their kiosks (ikrar void INDEX "
              "--reason duplicate).",
        object(*person));
}

void run(Context& context, const Options& options)
{
    const auto name = nameOf(options.into);
    if (!name) {
        context.fail(name.error());
        return;
    }
    if (options.conflicts || !options.decide.empty() || !options.undecide.empty()) {
        const auto gathering = Gathering::open(*name, Gathering::Access::Read);
        if (!gathering)
            context.fail(gathering.error());
        else if (options.conflicts)
            listConflicts(context, **gathering);
        else
            decideOne(context, options, **gathering);
        return;
    }
    if (options.sources.empty()) {
        context.fail(Exit::WrongUse, "Name the DATA directories to merge.");
        return;
    }
    const auto policy = options.policy.empty() ? Result<PolicyFile>() : readPolicy(options.policy);
    if (!policy) {
        context.fail(policy.error());
        return;
    }
    mergeAll(context, options, *name, options.policy.empty() ? nullptr : &policy->policy);
}

} // namespace

void addMerge(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "merge",
        "Gather several kiosks' data in one store, each log checked first; repeat it freely",
        "ikrar merge /media/usb/kiosk-1 /media/usb/kiosk-2 --into takalar.sqlite\n"
        "  ikrar merge /media/usb/* --into postgresql://ikrar@db.example/ikrar\n"
        "  ikrar merge --into takalar.sqlite --conflicts\n"
        "  ikrar merge --into takalar.sqlite --decide 1a2b3c4d:17 --by 'Sekretaris BKPSDM'\n"
        "  ikrar merge --into takalar.sqlite --undecide 1a2b3c4d:17",
        [&context, options] { run(context, *options); });
    command->add_option(
        "source", options->sources, "DATA directories of kiosks, or copies of them");
    addIntoOptions(*command, options->into);
    command->add_option("--policy", options->policy,
        "File of trusted log keys: a log that it does not name is refused");
    CLI::Option* conflicts = command->add_flag(
        "--conflicts", options->conflicts, "List people who signed more than once");
    CLI::Option* decide = command->add_option(
        "--decide", options->decide, "Of a person's entries the one that counts, as in that list");
    CLI::Option* by = command->add_option("--by", options->by, "Who decides");
    decide->needs(by)->excludes(conflicts);
    by->needs(decide);
    command->add_option("--reason", options->reason, "Why, in one line")->needs(decide);
    command
        ->add_option(
            "--undecide", options->undecide, "Take back the decision on the person with this entry")
        ->excludes(decide)
        ->excludes(conflicts);
}

} // namespace ikrar::cli
