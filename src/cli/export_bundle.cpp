#include "cli/export_bundle.h"

#include "attendance/bundle.h"
#include "attendance/medium.h"
#include "audit/bundle_passphrase.h"
#include "crypto/wipe.h"

#include <cmath>

namespace ikrar::cli {

namespace {

std::string describe(const std::vector<attendance::GatheredBundle::LeftOut>& leftOut)
{
    std::string out;
    for (const auto& log : leftOut)
        out += "\nLEFT OUT  " + log.origin + ": " + log.why;
    return out;
}

QJsonArray object(const std::vector<attendance::GatheredBundle::LeftOut>& leftOut)
{
    QJsonArray array;
    for (const auto& log : leftOut)
        array.append(QJsonObject{{QStringLiteral("origin"), text(log.origin)},
            {QStringLiteral("kiosk"), text(log.kiosk)}, {QStringLiteral("why"), text(log.why)}});
    return array;
}

Result<attendance::WrittenBundle> write(const BundleJob& job, const std::string& passphrase)
{
    std::error_code missing;
    if (!job.force && std::filesystem::exists(job.out, missing))
        return ikrar::fail(Error::Kind::Refused,
            job.out.string() + " exists already: give another name, or --force to replace it.");
    if (job.logs.empty())
        return ikrar::fail(
            Error::Kind::Mismatch, "No log is left to make a bundle of." + describe(job.leftOut));
    constexpr double steps = 1000;
    Progress progress("Writing and checking, in thousandths:");
    attendance::BundleOptions how;
    how.passphrase = passphrase;
    how.withoutPersonalData = job.options.withoutPersonalData;
    how.progress = [&progress](double done) {
        progress.show(static_cast<std::uint64_t>(std::llround(done * steps)),
            static_cast<std::uint64_t>(steps));
    };
    for (const auto& log : job.leftOut)
        how.leftOut.push_back(log.origin);
    auto written
        = attendance::writeBundle(job.logs, job.out, how, base::systemFiles(), base::SystemClock());
    crypto::wipe(how.passphrase);
    return written;
}

/// Whether all of it is on a medium that somebody pulls out.
bool isSafeToUnplug(const base::Path& file)
{
    const base::Path directory = std::filesystem::absolute(file).parent_path();
    return attendance::isOnCarriedMedium(directory)
        && attendance::flushMedium(base::systemFiles(), directory);
}

std::string describe(const attendance::WrittenBundle& written, const BundleJob& job)
{
    std::string out = "Written: " + job.out.string() + ", " + std::to_string(written.bytes)
        + " bytes, read back and audited\nSHA-256  " + written.sha256;
    const BundleExport& options = job.options;
    if (options.withoutPersonalData)
        out += "\nIt holds no personal data: counts by unit, and the log.";
    else
        out += "\nAttendance " + std::to_string(written.rows) + " rows, "
            + std::to_string(written.erased)
            + " more erased. It holds personal data: hand it over in person, or sealed (--seal).";
    if (!written.closed)
        out += job.logs.size() == 1
            ? "\nThe log is not closed yet: names and units are not sealed. Make the bundle to "
              "keep after `ikrar close`."
            : "\nNot every log is closed yet: of those names and units are not sealed. Make the "
              "bundle to keep after `ikrar close` at each kiosk and a last merge.";
    return out + describe(job.leftOut);
}

} // namespace

void addBundleOptions(CLI::App& command, BundleExport& options)
{
    command.add_flag("--seal", options.seal,
        "Bundle: encrypted (AES-256) under a passphrase that is generated and shown once");
    command.add_flag(
        "--public", options.withoutPersonalData, "Bundle: without personal data, for publication");
}

void exportBundle(Context& context, const BundleJob& job)
{
    std::string passphrase = job.options.seal ? audit::newBundlePassphrase() : std::string();
    const auto written = write(job, passphrase);
    if (!written) {
        context.fail(written.error());
        return;
    }
    const bool carried = isSafeToUnplug(job.out);
    QJsonObject answer{
        {QStringLiteral("out"), text(job.out.string())},
        {QStringLiteral("bytes"), static_cast<qint64>(written->bytes)},
        {QStringLiteral("sha256"), text(written->sha256)},
        {QStringLiteral("rows"), static_cast<qint64>(written->rows)},
        {QStringLiteral("erased"), static_cast<qint64>(written->erased)},
        {QStringLiteral("closed"), written->closed},
        {QStringLiteral("safe_to_unplug"), carried},
        {QStringLiteral("logs"), static_cast<qint64>(job.logs.size())},
        {QStringLiteral("left_out"), object(job.leftOut)},
    };
    std::string said = describe(*written, job);
    if (carried)
        said += "\nAman dicabut: all of it is on the medium, which may be unplugged now.";
    if (job.options.seal) {
        answer.insert(QStringLiteral("passphrase"), text(passphrase));
        said += "\nPassphrase " + passphrase
            + "\nIt is shown this once and kept nowhere. Write it down, and read it out by "
              "telephone; never send it with the bundle.";
    }
    context.answer(said, answer);
    if (!job.leftOut.empty())
        context.exit = Exit::EvidenceFailed;
    crypto::wipe(said);
    crypto::wipe(passphrase);
}

} // namespace ikrar::cli
