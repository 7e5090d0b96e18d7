#include "attendance/hand_over.h"

#include "attendance/attendance_sheet.h"
#include "attendance/bundle.h"
#include "attendance/incidents.h"
#include "attendance/invitees.h"
#include "attendance/medium.h"
#include "attendance/official_record.h"
#include "attendance/people_csv.h"
#include "attendance/records_json.h"
#include "attendance/records_xlsx.h"
#include "attendance/roster_people.h"
#include "attendance/signature_sheets.h"
#include "crypto/wipe.h"
#include "ledger/attendance_table.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

/// What is written, while the records hold still.
class Writer
{
public:
    Writer(ledger::Ledger& ledger, const Records& records, const HandOver& wanted, std::int64_t now)
        : m_ledger(ledger)
        , m_records(records)
        , m_wanted(wanted)
        , m_now(now)
    {
    }

    /// How many rows it has. Errors: those of handOver.
    Result<std::uint64_t> write(Delivery& delivery);

private:
    template <typename Options>
    [[nodiscard]] Options onPaper() const
    {
        Options options;
        options.paper = m_wanted.paper;
        options.printedAt = m_now;
        return options;
    }

    [[nodiscard]] RowsDone rowsDone(double walks) const;
    [[nodiscard]] Result<std::uint64_t> countEntries() const;
    [[nodiscard]] Result<HeldSession> session() const;
    [[nodiscard]] Result<std::uint64_t> writeSheet(Sink& sink) const;
    [[nodiscard]] Result<std::uint64_t> writeRecord(Sink& sink) const;
    [[nodiscard]] Result<std::uint64_t> writeCards(Sink& sink) const;
    [[nodiscard]] Result<std::uint64_t> writeSignatures(Sink& sink) const;

    ledger::Ledger& m_ledger; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const Records& m_records; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const HandOver& m_wanted; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::int64_t m_now;
    std::uint64_t m_entries = 0;
};

/// A PDF of the list is walked twice: the pages are counted before they are painted.
RowsDone Writer::rowsDone(double walks) const
{
    if (!m_wanted.progress || m_entries == 0)
        return {};
    return [this, of = walks * static_cast<double>(m_entries)](std::uint64_t rows) {
        m_wanted.progress(std::min(1.0, static_cast<double>(rows) / of));
    };
}

Result<std::uint64_t> Writer::countEntries() const
{
    return m_records.logs().map([](const std::vector<LogRecord>& logs) {
        std::uint64_t rows = 0;
        for (const LogRecord& log : logs)
            rows += log.signedEntries;
        return rows;
    });
}

Result<HeldSession> Writer::session() const
{
    const auto& sessions = m_ledger.ceremony().sessions;
    if (m_wanted.session < 1 || m_wanted.session > sessions.size())
        return fail(Error::Kind::Invalid,
            "The ceremony file lists sessions 1 to " + std::to_string(sessions.size()) + ", not "
                + std::to_string(m_wanted.session) + '.');
    return HeldSession{m_wanted.session, sessions[m_wanted.session - 1]};
}

Result<std::uint64_t> Writer::writeSheet(Sink& sink) const
{
    auto options = onPaper<SheetOptions>();
    options.annexes = true;
    options.done = rowsDone(1);
    return writeAttendanceSheet(sink, m_records, options).map([this] { return m_entries; });
}

Result<std::uint64_t> Writer::writeRecord(Sink& sink) const
{
    auto closers = closersOf(m_ledger);
    if (!closers)
        return tl::unexpected(closers.error());
    auto incidents = incidentLines(m_ledger.data(), m_ledger.ceremony().timeZone);
    if (!incidents)
        return tl::unexpected(incidents.error());
    auto options = onPaper<OfficialRecordOptions>();
    options.number = m_wanted.number;
    options.incidents = std::move(*incidents);
    options.closers = std::move(*closers);
    return writeOfficialRecord(sink, m_records, options).map([this] { return m_entries; });
}

Result<std::uint64_t> Writer::writeCards(Sink& sink) const
{
    const auto held = session();
    if (!held)
        return tl::unexpected(held.error());
    const auto invitees = inviteesOf(m_ledger, m_wanted.unit);
    if (!invitees)
        return tl::unexpected(invitees.error());
    return writeInvitationCards(
        sink, m_ledger.ceremony(), *invitees, {*held, m_records.rehearsal()})
        .map([&] { return std::uint64_t{invitees->size()}; });
}

Result<std::uint64_t> Writer::writeSignatures(Sink& sink) const
{
    auto held = session();
    if (!held)
        return tl::unexpected(held.error());
    auto options = onPaper<SheetsOptions>();
    options.session = std::move(*held);
    options.rehearsal = m_records.rehearsal();
    options.series = sheetSeries();
    if (m_wanted.document == Document::BlankSheets)
        return writeBlankSheets(sink, m_ledger.ceremony(), m_wanted.sheets, options).map([] {
            return std::uint64_t{0};
        });
    const auto people = peopleByUnit(m_ledger, m_wanted.unit);
    if (!people)
        return tl::unexpected(people.error());
    return writeSignatureSheets(sink, m_ledger.ceremony(), *people, options).map([&] {
        return std::uint64_t{people->size()};
    });
}

Result<std::uint64_t> Writer::write(Delivery& delivery)
{
    auto entries = countEntries();
    if (!entries)
        return entries;
    m_entries = *entries;
    switch (m_wanted.document) {
    case Document::Workbook:
        return writeXlsx(m_records, Records::Order::Unit,
            m_wanted.paper == Paper::F4 ? SheetPaper::F4 : SheetPaper::A4, delivery.temporary(),
            rowsDone(1));
    case Document::List:
        return writePeopleCsv(m_records, Records::Order::Unit, ';', delivery, rowsDone(1));
    case Document::Json:
        return writeJson(m_records, Records::Order::Unit, delivery, rowsDone(1));
    case Document::AttendanceSheet:
        return writeSheet(delivery);
    case Document::OfficialRecord:
        return writeRecord(delivery);
    case Document::InvitationCards:
        return writeCards(delivery);
    default:
        return writeSignatures(delivery);
    }
}

bool isBundle(Document document)
{
    return document == Document::Bundle || document == Document::PublicBundle;
}

/// Tokens of cards are written to the store while the document is made.
bool isOfRecords(Document document)
{
    return document < Document::Bundle;
}

bool isPersonal(Document document)
{
    return document != Document::PublicBundle && document != Document::BlankSheets;
}

std::pair<std::string_view, std::string_view> nameAndEnding(Document document)
{
    switch (document) {
    case Document::Workbook:
        return {"daftar-hadir", "xlsx"};
    case Document::List:
        return {"daftar-hadir", "csv"};
    case Document::Json:
        return {"daftar-hadir", "json"};
    case Document::AttendanceSheet:
        return {"daftar-hadir", "pdf"};
    case Document::OfficialRecord:
        return {"berita-acara", "pdf"};
    case Document::Bundle:
        return {"berkas-bukti", "zip"};
    case Document::PublicBundle:
        return {"berkas-bukti-publik", "zip"};
    case Document::InvitationCards:
        return {"undangan", "pdf"};
    default:
        return {"lembar-tanda-tangan", "pdf"};
    }
}

/// Beside what is there already.
base::Path freePath(const base::Path& folder, const std::string& name)
{
    std::error_code missing;
    base::Path path = folder / name;
    const base::Path wanted = path;
    for (int copy = 2; std::filesystem::exists(path, missing); ++copy)
        path = folder
            / (wanted.stem().string() + "-" + std::to_string(copy) + wanted.extension().string());
    return path;
}

Result<HandedOver> handOverBundle(ledger::Ledger& ledger, const HandOver& wanted,
    const base::Path& path, base::FileSystem& files, const base::Clock& clock)
{
    const auto log = bundleLogOf(ledger);
    if (!log)
        return tl::unexpected(log.error());
    BundleOptions how;
    how.passphrase = wanted.passphrase;
    how.withoutPersonalData = wanted.document == Document::PublicBundle;
    how.progress = wanted.progress;
    const BundleLog* one = log->get();
    const auto written = writeBundle(std::span(&one, 1), path, how, files, clock);
    crypto::wipe(how.passphrase);
    if (!written)
        return tl::unexpected(written.error());
    HandedOver done;
    done.file.path = path;
    done.file.bytes = written->bytes;
    if (const auto digest = base::fromHex(written->sha256).and_then(&crypto::Hash::fromBytes))
        done.file.sha256 = *digest;
    done.rows = written->rows;
    done.closed = written->closed;
    if (!isOnCarriedMedium(wanted.folder))
        return done;
    return flushMedium(files, wanted.folder).map([&] {
        done.file.carried = true;
        return done;
    });
}

Result<HandedOver> handOverFile(ledger::Ledger& ledger, const Records& records,
    const HandOver& wanted, const base::Path& path, base::FileSystem& files, std::int64_t now)
{
    // What it holds ends with it, before the store is written to again.
    const auto moment = isOfRecords(wanted.document)
        ? records.hold()
        : Result<std::unique_ptr<ledger::Lists::Moment>>();
    if (!moment)
        return tl::unexpected(moment.error());
    auto delivery = Delivery::begin(files, path, Delivery::Existing::Refuse);
    if (!delivery)
        return tl::unexpected(delivery.error());
    const auto rows = Writer(ledger, records, wanted, now).write(**delivery);
    if (!rows)
        return tl::unexpected(rows.error());
    return (*delivery)->finish().map([&](Delivered file) {
        return HandedOver{std::move(file), *rows, true, true};
    });
}

} // namespace

std::string datedName(
    const Records& records, std::string_view kind, std::string_view ending, std::int64_t now)
{
    const pledge::Ceremony& ceremony = records.ceremony();
    const std::string time = ledger::localTime(now, ceremony.timeZone);
    std::string name
        = (records.rehearsal() ? "gladi-" : "") + std::string(kind) + "-" + ceremony.id;
    if (const auto logs = records.logs(); logs && logs->size() == 1)
        name += "-" + logs->front().kiosk;
    name += "-" + time.substr(0, 4) + time.substr(5, 2) + time.substr(8, 2) + "-"
        + time.substr(11, 2) + time.substr(14, 2);
    return name + "." + std::string(ending);
}

Result<std::vector<pledge::Person>> closersOf(ledger::Ledger& ledger)
{
    return ledger.officials().all(ledger::Act::Close).map([](const auto& acts) {
        std::vector<pledge::Person> closers;
        closers.reserve(acts.size());
        for (const ledger::OfficialAct& act : acts)
            closers.push_back({act.official.name, act.official.post, {}});
        return closers;
    });
}

Result<HandedOver> handOver(ledger::Ledger& ledger, const HandOver& wanted, base::FileSystem& files,
    const base::Clock& clock)
{
    std::error_code missing;
    if (!std::filesystem::is_directory(wanted.folder, missing))
        return fail(Error::Kind::Missing,
            wanted.folder.string() + " is not there: is the medium plugged in?");
    const auto records = recordsOf(ledger);
    const std::int64_t now = clock.now().seconds;
    const auto [kind, ending] = nameAndEnding(wanted.document);
    const base::Path path = freePath(wanted.folder, datedName(*records, kind, ending, now));
    // Noted first: a file that stands when the power goes is one that an erasure has to name.
    const bool remembered = !isPersonal(wanted.document) || ledger.noteCopy(path).has_value();
    auto done = isBundle(wanted.document)
        ? handOverBundle(ledger, wanted, path, files, clock)
        : handOverFile(ledger, *records, wanted, path, files, now);
    if (done)
        done->remembered = remembered;
    return done;
}

} // namespace ikrar::attendance
