#include "base/base64.h"
#include "cli/context.h"

namespace ikrar::cli {

namespace {

std::string_view name(ledger::Stop stop)
{
    switch (stop) {
    case ledger::Stop::None:
        return "none";
    case ledger::Stop::DiskFull:
        return "disk-full";
    case ledger::Stop::ReadOnly:
        return "read-only";
    case ledger::Stop::DeviceFailed:
        return "device-failed";
    case ledger::Stop::Copy:
        return "copy";
    case ledger::Stop::RolledBack:
        return "rolled-back";
    case ledger::Stop::OpenedForReading:
        return "opened-for-reading";
    }
    return {};
}

std::string paragraph(const ledger::Status& status)
{
    std::string out = "Log        " + status.origin + (status.rehearsal ? "  (GLADI)" : "") + '\n';
    out += "Entries    " + std::to_string(status.size) + ", published "
        + std::to_string(status.publishedSize) + '\n';
    out += "Root       " + base::toBase64(status.root.view()) + '\n';
    out += "Signed     " + std::to_string(status.signedEntries) + ", voided "
        + std::to_string(status.voidedEntries) + ", expected " + std::to_string(status.rosterCount)
        + '\n';
    out += "Session    "
        + (status.openSession ? std::to_string(*status.openSession) + " is open, "
                    + std::to_string(status.signedInSession) + " signed"
                              : std::string(status.closed ? "the log is closed" : "none is open"));
    if (status.stop != ledger::Stop::None && status.stop != ledger::Stop::OpenedForReading)
        out += "\nSTOPPED    " + std::string(name(status.stop)) + ": " + status.stopDetail;
    return out;
}

QJsonObject object(const ledger::Status& status)
{
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    return {
        {QStringLiteral("origin"), text(status.origin)},
        {QStringLiteral("rehearsal"), status.rehearsal},
        {QStringLiteral("size"), number(status.size)},
        {QStringLiteral("root"), text(base::toBase64(status.root.view()))},
        {QStringLiteral("published_size"), number(status.publishedSize)},
        {QStringLiteral("signed"), number(status.signedEntries)},
        {QStringLiteral("voided"), number(status.voidedEntries)},
        {QStringLiteral("roster"), number(status.rosterCount)},
        {QStringLiteral("open_session"),
            status.openSession ? QJsonValue(number(*status.openSession)) : QJsonValue()},
        {QStringLiteral("signed_in_session"), number(status.signedInSession)},
        {QStringLiteral("closed"), status.closed},
        {QStringLiteral("stop"), text(name(status.stop))},
        {QStringLiteral("stop_detail"), text(status.stopDetail)},
    };
}

} // namespace

void addStatus(CLI::App& app, Context& context)
{
    auto data = std::make_shared<std::string>();
    CLI::App* command = addCommand(app, context, "status", "Say how the store stands",
        "ikrar status --data /var/lib/ikrar", [&context, data] {
            auto store = LocalStore::open(context, *data, ledger::Ledger::Mode::Read);
            const auto status = store ? (*store)->ledger().status() : tl::unexpected(store.error());
            if (!status) {
                context.fail(status.error());
                return;
            }
            context.answer(paragraph(*status), object(*status));
        });
    addDataOption(*command, *data);
}

} // namespace ikrar::cli
