#include "attendance/gathered_copies.h"
#include "attendance/incidents.h"
#include "cli/gathering.h"

#include <QDate>
#include <QTimeZone>

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

/// Midnight at the place of the ceremony.
Result<ledger::ErasureOf> everybodyBefore(const std::string& date, const std::string& timeZone)
{
    const QDate day = QDate::fromString(text(date), Qt::ISODate);
    if (!day.isValid())
        return fail(Error::Kind::Invalid, "--all-before is a date, such as 2026-01-31.");
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    if (!zone.isValid())
        return fail(Error::Kind::Io, "This machine does not know the time zone " + timeZone + ".");
    return ledger::ErasureOf(
        ledger::SignedBefore{QDateTime(day, QTime(0, 0), zone).toSecsSinceEpoch()});
}

std::string counted(std::uint64_t count, const char* one, const char* many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(const ledger::Erased& erased)
{
    std::string said = counted(erased.entries.size(), "declaration", "declarations") + ", "
        + counted(erased.people, "row of the roster", "rows of the roster");
    if (erased.helped != 0)
        said += ", and the helper's name in "
            + counted(erased.helped, "other declaration", "other declarations");
    return said;
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
    QJsonArray entries;
    for (const std::uint64_t index : erased.entries)
        entries.append(static_cast<qint64>(index));
    return {{QStringLiteral("entries"), entries},
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

/// Whether nothing was written since: then no session is open, and the last entry is of before.
bool isPast(const ledger::Ledger& ledger, const ledger::Status& status, std::int64_t before)
{
    const auto last = ledger.entry(status.size - 1).and_then([](const Bytes& sealed) {
        return pledge::decodeEntry(sealed);
    });
    return last && !status.openSession && last->entry.time.seconds < before;
}

Incidents incidentsAfter(
    const ledger::Ledger& ledger, const ledger::Status& status, const ledger::ErasureOf& whose)
{
    Incidents incidents{(ledger.data() / "incidents.json").string()};
    const auto* before = std::get_if<ledger::SignedBefore>(&whose);
    if (before != nullptr && isPast(ledger, status, before->time))
        incidents.removed
            = attendance::removeIncidents(base::systemFiles(), ledger.data()).value_or(false);
    incidents.left = attendance::hasIncidents(ledger.data());
    return incidents;
}

/// What an organizer files: Indonesian, without any of what was erased.
std::string record(ledger::Ledger& ledger, const ledger::Status& status,
    const ledger::Erased& erased, const Incidents& incidents, std::int64_t now)
{
    std::string said = "BERITA PENGHAPUSAN DATA PRIBADI\n\nWaktu: "
        + QDateTime::fromSecsSinceEpoch(
            now, QTimeZone(QByteArray::fromStdString(ledger.ceremony().timeZone)))
              .toString(Qt::ISODate)
              .toStdString()
        + "\nLog: " + status.origin + "\nIsi log tidak berubah: " + std::to_string(status.size)
        + " catatan, akar " + base::toHex(status.root.view())
        + "\nPernyataan yang data pribadinya dihapus: " + std::to_string(erased.entries.size())
        + "\n";
    for (const std::uint64_t index : erased.entries)
        said += "  catatan nomor " + std::to_string(index) + "\n";
    said += "Baris daftar peserta yang dihapus: " + std::to_string(erased.people)
        + "\nPernyataan lain yang nama pendampingnya dihapus: " + std::to_string(erased.helped)
        + "\n\nYang dihapus: nama, nomor, jabatan, goresan, garam, dan kunci baris. Yang tinggal: "
          "catatan log\ntanpa nama serta sidik barisnya, sehingga log dan daftar tetap dapat "
          "diperiksa.\n";
    if (erased.held)
        said += "\nBELUM TUNTAS: saat penghapusan, program lain masih membaca halaman lama basis "
                "data, sehingga\nsisa data masih dapat terbaca dari media penyimpanan. Hentikan "
                "program itu (kiosk), lalu ulangi\nperintah ini; berita berikutnya menyatakan "
                "tuntas.\n";
    if (erased.ended)
        said += "\nTUNTAS: halaman lama basis data yang pada penghapusan sebelumnya masih dibaca "
                "program lain\nkini telah dilepas. Jumlah di atas mencakup penghapusan "
                "sebelumnya itu.\n";
    if (!erased.copies.empty())
        said += "\nSalinan di luar jangkauan perintah ini, yang perlu dimusnahkan tersendiri:\n";
    for (const ledger::WrittenCopy& copy : erased.copies)
        said += "  " + copy.path + "\n";
    if (incidents.left)
        said += "\nCatatan kejadian, yang mungkin menyebut nama dan perlu diperiksa sendiri:\n  "
            + incidents.path + "\n";
    if (incidents.removed)
        said += "\nCatatan kejadian upacara yang telah lewat ini ikut dihapus:\n  " + incidents.path
            + "\n";
    return said;
}

bool confirmed(const Options& options, const ledger::Erased& wanted)
{
    if (options.yes)
        return true;
    if (isatty(STDIN_FILENO) == 0)
        return false;
    std::cerr << "This cannot be undone. Type the number of declarations (" << wanted.entries.size()
              << ") to erase: " << std::flush;
    std::string typed;
    std::getline(std::cin, typed);
    return typed == std::to_string(wanted.entries.size());
}

Result<ledger::ErasureOf> whoseOf(const Options& options, const pledge::Ceremony& ceremony)
{
    if (options.id.empty() == options.before.empty())
        return fail(Error::Kind::Invalid, "Give one of --id and --all-before.");
    return options.id.empty() ? everybodyBefore(options.before, ceremony.timeZone)
                              : identityFrom(options.id).map([](pledge::Identity identity) {
                                    return ledger::ErasureOf(std::move(identity));
                                });
}

/// One person, from the store that kiosks were merged into; each kiosk's own store has its own
/// erasure.
Result<void> eraseGathered(Context& context, const Options& options)
{
    if (options.id.empty() || options.dryRun || !options.record.empty())
        return fail(Error::Kind::Invalid, "--from takes --id, and neither --dry-run nor --record.");
    if (!options.yes)
        return fail(Error::Kind::Invalid,
            "Nothing was erased. This cannot be undone; give --yes to confirm it.");
    const auto identity = identityFrom(options.id);
    const auto name = nameOf(options.from);
    if (!identity || !name)
        return tl::unexpected(!identity ? identity.error() : name.error());
    const auto gathering
        = attendance::Gathering::open(*name, attendance::Gathering::Access::Read)
              .and_then([&](const auto&) {
                  return attendance::Gathering::open(*name, attendance::Gathering::Access::Merge);
              });
    if (!gathering)
        return tl::unexpected(gathering.error());
    const auto entries = (*gathering)->erase(*identity, base::SystemClock().now().seconds);
    const auto copies
        = entries.and_then([&](std::uint64_t) { return attendance::copiesOf(**gathering); });
    if (!copies)
        return tl::unexpected(copies.error());
    context.answer("Erased " + counted(*entries, "declaration", "declarations")
            + " of this person from the merged store, for good. Every kiosk that holds the "
              "person erases its own."
            + outOfReach(*copies),
        {{QStringLiteral("erased"), static_cast<qint64>(*entries)},
            {QStringLiteral("copies"), objects(*copies)}});
    return {};
}

/// `--record`, if it is asked for.
Result<void> writeRecord(const Options& options, LocalStore& store, const ledger::Status& status,
    const ledger::Erased& erased, const Incidents& incidents)
{
    if (options.record.empty())
        return {};
    const std::string paper
        = record(store.ledger(), status, erased, incidents, store.clock().now().seconds);
    constexpr mode_t everybodyReads = 0644; // it holds no personal data
    return base::replaceFile(
        base::systemFiles(), options.record, base::asBytes(paper), everybodyReads);
}

Result<void> erase(Context& context, const Options& options)
{
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
    if (!confirmed(options, *wanted))
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
    const auto incidents = incidentsAfter(ledger, *status, *whose);
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
    auto written = writeRecord(options, **store, *status, *erased, incidents);
    if (written && erased->held)
        return fail(Error::Kind::Busy,
            "The data is erased, but another process still reads what was written before: stop the "
            "kiosk, then erase once more so that the disk forgets it too.");
    return written;
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
        "Everybody who signed before this date; the roster too when the ceremony is past");
    command->add_option("--record", options->record, "File for the record of the erasure");
    command->add_flag("--yes", options->yes, "Do not ask");
    command->add_flag("--dry-run", options->dryRun, "Only say what would be erased");
    addDataOption(*command, options->data);
    addStoreOptions(*command, options->from, "--from");
}

} // namespace ikrar::cli
