#include "attendance/delivery.h"
#include "attendance/invitees.h"
#include "attendance/roster_people.h"
#include "attendance/signature_sheets.h"
#include "cli/application.h"
#include "cli/paper_options.h"

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    std::string out;
    bool force = false;
    std::string paper = "a4";
    std::optional<std::uint64_t> session;
    std::string unit;
    bool sheets = false;
    int blank = 0;
    std::string revoke;
};

using Write = std::function<Result<void>(attendance::Sink&)>;

Result<attendance::Delivered> delivered(const Options& options, const Write& write)
{
    using Existing = attendance::Delivery::Existing;
    auto delivery = attendance::Delivery::begin(
        base::systemFiles(), options.out, options.force ? Existing::Replace : Existing::Refuse);
    if (!delivery)
        return tl::unexpected(delivery.error());
    if (auto written = write(**delivery); !written)
        return tl::unexpected(written.error());
    return (*delivery)->finish();
}

void deliver(Context& context, const Options& options, LocalStore& store, const std::string& what,
    QJsonObject object, const Write& write)
{
    const auto file = delivered(options, write);
    if (!file) {
        context.fail(file.error());
        return;
    }
    // Blank sheets name nobody.
    const auto noted = options.blank > 0 ? Result<void>() : store.ledger().noteCopy(file->path);
    if (!noted)
        Context::warn("The store does not remember this copy: " + noted.error().what);
    const std::string digest = base::toHex(file->sha256.view());
    object.insert(QStringLiteral("out"), text(file->path.string()));
    object.insert(QStringLiteral("bytes"), static_cast<qint64>(file->bytes));
    object.insert(QStringLiteral("sha256"), text(digest));
    object.insert(QStringLiteral("safe_to_unplug"), file->carried);
    std::string said = what + ": " + file->path.string() + ", " + std::to_string(file->bytes)
        + " bytes.\nRead back and found the same, SHA-256 " + digest;
    if (file->carried)
        said += "\nAman dicabut: all of it is on the medium, which may be unplugged now.";
    context.answer(said, object);
}

Result<attendance::HeldSession> sessionFor(
    const pledge::Ceremony& ceremony, const std::optional<std::uint64_t>& number)
{
    const std::size_t count = ceremony.sessions.size();
    if (!number && count > 1)
        return fail(Error::Kind::Invalid,
            "This ceremony has " + std::to_string(count)
                + " sessions: say with --session which one is printed.");
    const std::uint64_t wanted = number.value_or(1);
    if (wanted < 1 || wanted > count)
        return fail(Error::Kind::Invalid,
            "The ceremony file lists sessions 1 to " + std::to_string(count) + ", not "
                + std::to_string(wanted) + '.');
    return attendance::HeldSession{wanted, ceremony.sessions[wanted - 1]};
}

void printCards(Context& context, const Options& options, LocalStore& store)
{
    ledger::Ledger& ledger = store.ledger();
    const auto session = sessionFor(ledger.ceremony(), options.session);
    if (!session) {
        context.fail(session.error());
        return;
    }
    const auto invitees = attendance::inviteesOf(ledger, options.unit);
    if (!invitees) {
        context.fail(invitees.error());
        return;
    }
    const attendance::CardOptions made{*session, context.rehearsal};
    deliver(context, options, store, std::to_string(invitees->size()) + " invitation cards written",
        {{QStringLiteral("cards"), static_cast<qint64>(invitees->size())}},
        [&](attendance::Sink& sink) {
            return attendance::writeInvitationCards(sink, ledger.ceremony(), *invitees, made);
        });
}

Result<void> writeSheets(attendance::Sink& sink, ledger::Ledger& ledger, const Options& options,
    const attendance::SheetsOptions& made)
{
    if (options.blank > 0)
        return attendance::writeBlankSheets(sink, ledger.ceremony(), options.blank, made);
    const auto people = attendance::peopleByUnit(ledger, options.unit);
    if (!people)
        return tl::unexpected(people.error());
    return attendance::writeSignatureSheets(sink, ledger.ceremony(), *people, made);
}

void printSheets(Context& context, const Options& options, LocalStore& store)
{
    ledger::Ledger& ledger = store.ledger();
    const auto session = sessionFor(ledger.ceremony(), options.session);
    if (!session) {
        context.fail(session.error());
        return;
    }
    auto paper = paperOptions(options.paper, {});
    if (!paper) {
        context.fail(paper.error());
        return;
    }
    attendance::SheetsOptions made;
    static_cast<attendance::PaperOptions&>(made) = std::move(*paper);
    made.session = *session;
    made.rehearsal = context.rehearsal;
    made.series = attendance::sheetSeries();
    deliver(context, options, store, "Signature sheets of series " + made.series + " written",
        {{QStringLiteral("series"), text(made.series)}},
        [&](attendance::Sink& sink) { return writeSheets(sink, ledger, options, made); });
}

void revoke(Context& context, const Options& options, LocalStore& store)
{
    const auto revoked
        = identityFrom(options.revoke).and_then([&](const pledge::Identity& identity) {
              return store.ledger().invitations().revoke(identity);
          });
    if (!revoked)
        context.fail(revoked.error());
    else
        context.answer("The card of this person is worth nothing from now on; the next print "
                       "makes a new one.",
            {{QStringLiteral("revoked"), true}});
}

void invite(Context& context, const Options& options)
{
    if (options.revoke.empty() && options.out.empty()) {
        context.fail(Exit::WrongUse, "Name the PDF to write: --out undangan.pdf.");
        return;
    }
    if (options.revoke.empty())
        context.application->drawText();
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store)
        context.fail(store.error());
    else if (!options.revoke.empty())
        revoke(context, options, **store);
    else if (options.sheets || options.blank > 0)
        printSheets(context, options, **store);
    else
        printCards(context, options, **store);
}

} // namespace

void addInvite(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "invite",
        "Invitation cards for everybody on the roster, or sheets for signing on paper",
        "ikrar invite --out undangan.pdf\n  ikrar invite --sheets --out lembar.pdf",
        [&context, options] { invite(context, *options); });
    addDataOption(*command, options->data);
    command->add_option("--out", options->out, "PDF to write");
    command->add_flag("--force", options->force, "Replace a file that is there");
    command->add_option("--session", options->session, "Number of the session that is printed");
    command->add_option("--unit", options->unit, "Only this unit and those below it, by id");
    CLI::Option* sheets = command->add_flag(
        "--sheets", options->sheets, "Signature sheets for wet ink, filled in from the roster");
    command->add_option("--blank", options->blank, "That many signature sheets with free rows")
        ->check(CLI::Range(1, 1000))
        ->excludes(sheets);
    command->add_option("--paper", options->paper, "Of the sheets: a4 or f4 (215 x 330 mm)")
        ->check(CLI::IsMember({"a4", "f4"}))
        ->capture_default_str();
    command->add_option("--revoke", options->revoke, "KIND:VALUE: this person's card was lost");
}

} // namespace ikrar::cli
