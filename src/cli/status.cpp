#include "base/base64.h"
#include "cli/context.h"
#include "cli/sync_state.h"

#include <QJsonArray>

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
    case ledger::Stop::Contradicted:
        return "contradicted";
    case ledger::Stop::OpenedForReading:
        return "opened-for-reading";
    }
    return {};
}

/// What the policy's witnesses have cosigned.
struct Witnessed {
    struct One {
        std::string name;
        std::uint64_t size = 0;
    };
    std::vector<One> witnesses;
    std::uint64_t quorumSize = 0; ///< the newest checkpoint's, when it carries the quorum; else 0
    std::string policyError; ///< DATA/log/policy cannot be read
};

Result<Witnessed> witnessedOf(const ledger::Ledger& ledger, const ledger::Status& status)
{
    Witnessed witnessed;
    const auto policy = ledger.policy();
    if (!policy) {
        witnessed.policyError = policy.error().what;
        return witnessed;
    }
    for (const auto& witness : policy->witnesses()) {
        const auto size = ledger.cosignedSize(witness.key.id());
        if (!size)
            return tl::unexpected(size.error());
        witnessed.witnesses.push_back({witness.name, *size});
    }
    const auto quorum = ledger.witnessedSize(status.size - 1);
    if (!quorum)
        return tl::unexpected(quorum.error());
    witnessed.quorumSize = quorum->value_or(0);
    return witnessed;
}

std::string paragraph(const Witnessed& witnessed, const ledger::Status& status)
{
    if (!witnessed.policyError.empty())
        return "\nWitnesses  not asked: " + witnessed.policyError;
    if (witnessed.witnesses.empty())
        return {};
    std::string out = "\nWitnesses  cosigned up to " + std::to_string(status.cosignedSize) + " of "
        + std::to_string(status.size) + " entries"
        + (witnessed.quorumSize != 0 ? "; the newest checkpoint has its quorum"
                                     : "; the newest checkpoint lacks its quorum");
    for (const auto& [name, size] : witnessed.witnesses)
        out += "\n           " + name + " up to " + std::to_string(size);
    return out;
}

QJsonArray arrayOf(const Witnessed& witnessed)
{
    QJsonArray array;
    for (const auto& [name, size] : witnessed.witnesses)
        array.append(QJsonObject{{QStringLiteral("name"), text(name)},
            {QStringLiteral("cosigned_size"), static_cast<qint64>(size)}});
    return array;
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
    return out;
}

std::string paragraphOfPaper(std::uint64_t wet)
{
    return wet == 0 ? std::string() : "\nOn paper   " + std::to_string(wet) + " of those signed";
}

std::string paragraphIfStopped(const ledger::Status& status)
{
    if (status.stop == ledger::Stop::None || status.stop == ledger::Stop::OpenedForReading)
        return {};
    return "\nSTOPPED    " + std::string(name(status.stop)) + ": " + status.stopDetail;
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
        {QStringLiteral("cosigned_size"), number(status.cosignedSize)},
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
            const auto witnessed = witnessedOf((*store)->ledger(), *status);
            if (!witnessed) {
                context.fail(witnessed.error());
                return;
            }
            const auto wet = (*store)->ledger().registered().paperCount();
            if (!wet) {
                context.fail(wet.error());
                return;
            }
            QJsonObject answer = object(*status);
            answer.insert(QStringLiteral("wet"), static_cast<qint64>(*wet));
            answer.insert(QStringLiteral("witnesses"), arrayOf(*witnessed));
            answer.insert(QStringLiteral("quorum"), witnessed->quorumSize != 0);
            if (!witnessed->policyError.empty())
                answer.insert(QStringLiteral("policy_error"), text(witnessed->policyError));
            const auto gathered = readSyncStates(*data);
            answer.insert(QStringLiteral("gathered"), describeAsArray(gathered, status->size));
            context.answer(paragraph(*status) + paragraphOfPaper(*wet)
                    + paragraph(*witnessed, *status) + describe(gathered, status->size)
                    + paragraphIfStopped(*status),
                answer);
        });
    addDataOption(*command, *data);
}

} // namespace ikrar::cli
