#include "attendance/records_xlsx.h"

#include "attendance/list_cells.h"
#include "base/base64.h"
#include "tlog/policy.h"

#include <set>
#include <sstream>

namespace ikrar::attendance {

namespace {

constexpr const char* gladi = "GLADI: latihan dengan kunci sementara; bukan pernyataan yang sah.";

double asNumber(std::uint64_t count)
{
    return static_cast<double>(count);
}

/// Dates and places of the sessions, each once, in their order.
std::string whenAndWhere(const pledge::Ceremony& ceremony)
{
    std::string line;
    std::set<std::string> said;
    for (const pledge::Session& session : ceremony.sessions) {
        std::string one = longDate(session.date);
        if (!session.place.empty())
            one += (one.empty() ? "" : ", ") + session.place;
        if (!one.empty() && said.insert(one).second)
            line += (line.empty() ? "" : "; ") + one;
    }
    return line;
}

std::vector<SheetColumn> signedColumns()
{
    constexpr std::array<double, peopleColumns.size()> widths{7, 30, 23, 30, 24, 24, 22, 20};
    constexpr double folded = 16;
    std::vector<SheetColumn> columns;
    for (std::size_t at = 0; at < peopleColumns.size(); ++at)
        columns.push_back({peopleColumns.at(at), widths.at(at)});
    for (const std::string_view title : machineColumns)
        columns.push_back({title, folded, true});
    return columns;
}

/// The sheets of one ceremony, in the order in which they stand.
class Sheets
{
public:
    Sheets(Workbook& book, const Records& records)
        : m_records(records)
        , m_ceremony(records.ceremony())
        , m_present(book.addSheet("Hadir"))
        , m_absent(book.addSheet("Tidak Hadir"))
        , m_recap(book.addSheet("Rekap Unit"))
        , m_others(book.addSheet("Ganda & Dibatalkan"))
        , m_verification(book.addSheet("Verifikasi"))
    {
    }

    /// Each person's first valid entry into *Hadir*, the others into *Ganda & Dibatalkan*: one
    /// walk.
    [[nodiscard]] Result<std::uint64_t> signedEntries(Records::Order order, const RowsDone& done)
    {
        SignedTable present(*this, m_present, "DAFTAR HADIR", "Belum ada tanda tangan.");
        SignedTable others(*this, m_others, "TANDA TANGAN GANDA DAN DIBATALKAN", "Tidak ada.");
        return eachSignedBeside(
            m_records, order,
            [&](const SignedRecord& record) -> Result<void> {
                (statusCode(record) == "sah" ? present : others).add(record);
                return {};
            },
            done)
            .map([&](std::uint64_t rows) {
                present.end();
                others.end();
                return rows;
            });
    }

    [[nodiscard]] Result<void> absentees()
    {
        Sheet& sheet = m_absent;
        heading(sheet, "DAFTAR TIDAK HADIR");
        const std::vector<SheetColumn> columns{{"No", 7}, {"Nama", 36}, {"NIP / NI PPPK / NIK", 24},
            {"Pangkat/Gol.", 20}, {"Jabatan", 28}, {"Unit kerja", 30}, {"Keterangan", 32}};
        sheet.header(columns);
        std::uint64_t rows = 0;
        auto walked = m_records.eachAbsent([&](const AbsentRecord& absent) -> Result<void> {
            const ledger::RosterRow& person = absent.person;
            sheet.number(0, asNumber(++rows), CellStyle::Ordinal);
            sheet.text(1, person.name, CellStyle::Text);
            sheet.text(2, numberCell(person.identity), CellStyle::Centered);
            sheet.text(3, person.rank, CellStyle::Text);
            sheet.text(4, person.post, CellStyle::Text);
            sheet.text(5, unitCell(m_ceremony, person.unit), CellStyle::Text);
            sheet.text(6, absenceCell(absent.stated), CellStyle::Text);
            sheet.endRow();
            return {};
        });
        if (rows == 0)
            emptyRow(sheet, "Tidak ada.", 7);
        sheet.endTable();
        return walked;
    }

    [[nodiscard]] Result<void> recap()
    {
        const auto units = m_records.units();
        if (!units)
            return tl::unexpected(units.error());
        Sheet& sheet = m_recap;
        heading(sheet, "REKAPITULASI KEHADIRAN PER UNIT KERJA");
        sheet.header({{"No", 7}, {"Unit kerja", 44}, {"Jumlah pegawai", 11},
            {"Hadir & tanda tangan", 13}, {"Izin", 9}, {"Sakit", 9}, {"Cuti", 9}, {"Dinas luar", 9},
            {"Tanpa keterangan", 13}, {"%", 9}, {"Di luar daftar", 11}});
        const std::uint32_t first = sheet.row();
        UnitRecap sum;
        std::uint64_t rows = 0;
        for (const UnitRecap& unit : *units) {
            sheet.number(0, asNumber(++rows), CellStyle::Ordinal);
            sheet.text(1, unitCell(m_ceremony, unit.unit), CellStyle::Text);
            const auto counts = countsOf(unit);
            for (std::size_t at = 0; at < counts.size(); ++at)
                sheet.number(recapColumns.at(at), asNumber(counts.at(at)), CellStyle::Number);
            share(sheet, unit, CellStyle::Percent);
            sheet.endRow();
            add(sum, unit);
        }
        sheet.endTable();
        totals(sheet, first, sum, rows);
        return {};
    }

    [[nodiscard]] Result<void> verification();

private:
    /// One of the two tables of signed entries.
    class SignedTable
    {
    public:
        SignedTable(Sheets& sheets, Sheet& sheet, const std::string& title, std::string none)
            : m_sheets(sheets)
            , m_sheet(sheet)
            , m_none(std::move(none))
        {
            sheets.heading(sheet, title);
            sheet.header(signedColumns());
        }

        void add(const SignedRecord& record) { m_sheets.signedRow(m_sheet, ++m_rows, record); }
        void end()
        {
            if (m_rows == 0)
                emptyRow(m_sheet, m_none, std::uint16_t{peopleColumns.size()});
            m_sheet.endTable();
        }

    private:
        Sheets& m_sheets;
        Sheet& m_sheet;
        std::string m_none;
        std::uint64_t m_rows = 0;
    };

    /// What each count's column is: the share stands among them.
    static constexpr std::array<std::uint16_t, 8> recapColumns{2, 3, 4, 5, 6, 7, 8, 10};
    static constexpr std::uint16_t shareColumn = 9;

    static std::array<std::uint64_t, 8> countsOf(const UnitRecap& unit)
    {
        return {unit.expected, unit.present, unit.permission, unit.sick, unit.leave, unit.duty,
            unit.unexplained(), unit.walkIns};
    }

    static void add(UnitRecap& sum, const UnitRecap& unit)
    {
        sum.expected += unit.expected;
        sum.present += unit.present;
        sum.walkIns += unit.walkIns;
        sum.permission += unit.permission;
        sum.sick += unit.sick;
        sum.leave += unit.leave;
        sum.duty += unit.duty;
    }

    void heading(Sheet& sheet, const std::string& title)
    {
        if (m_records.rehearsal()) {
            sheet.text(0, gladi, CellStyle::Warning);
            sheet.endRow();
        }
        sheet.text(0, m_records.rehearsal() ? title + " (GLADI)" : title, CellStyle::Title);
        sheet.endRow();
        for (const std::string& line :
            {m_ceremony.title.id, m_ceremony.organizer, whenAndWhere(m_ceremony)}) {
            if (line.empty())
                continue;
            sheet.text(0, line, CellStyle::Subtitle);
            sheet.endRow();
        }
        sheet.endRow();
    }

    void signedRow(Sheet& sheet, std::uint64_t number, const SignedRecord& record)
    {
        const pledge::Declaration& person = record.row.declaration;
        std::uint16_t column = 0;
        sheet.number(column++, asNumber(number), CellStyle::Ordinal);
        sheet.text(column++, person.name, CellStyle::Text);
        sheet.text(column++, numberCell(person.identity), CellStyle::Centered);
        sheet.text(column++, record.rank, CellStyle::Text);
        sheet.text(column++, person.post, CellStyle::Text);
        sheet.text(column++, unitCell(m_ceremony, person.unit), CellStyle::Text);
        sheet.text(column++, timeCell(record.row.time, m_ceremony.timeZone), CellStyle::Centered);
        sheet.text(column++, remarksCell(record), CellStyle::Text);
        for (const std::string& cell : machineCells(record, m_ceremony))
            sheet.text(column++, cell, CellStyle::Machine);
        sheet.endRow();
    }

    static void emptyRow(Sheet& sheet, const std::string& none, std::uint16_t columns)
    {
        for (std::uint16_t column = 0; column < columns; ++column)
            sheet.text(column, column == 1 ? none : std::string(), CellStyle::Text);
        sheet.endRow();
    }

    static void share(Sheet& sheet, const UnitRecap& unit, CellStyle style)
    {
        if (unit.expected == 0)
            sheet.text(shareColumn, "–", style);
        else
            sheet.number(shareColumn, asNumber(unit.present) / asNumber(unit.expected), style);
    }

    /// Formulas, so that the sums stay right when an official corrects a cell.
    static void totals(Sheet& sheet, std::uint32_t first, const UnitRecap& sum, std::uint64_t rows)
    {
        sheet.text(0, "", CellStyle::TotalText);
        sheet.text(1, "Jumlah", CellStyle::TotalText);
        const std::string below = std::to_string(first + 1);
        const std::string last = std::to_string(first + rows);
        const auto counts = countsOf(sum);
        for (std::size_t at = 0; at < counts.size(); ++at) {
            const std::uint16_t column = recapColumns.at(at);
            if (rows == 0) {
                sheet.number(column, 0, CellStyle::TotalNumber);
                continue;
            }
            const char letter = static_cast<char>('A' + column);
            std::string formula = "=SUM(";
            for (const std::string& part :
                {letter + below, ":" + (letter + last), std::string(")")})
                formula += part;
            sheet.formula(column, formula, asNumber(counts.at(at)), CellStyle::TotalNumber);
        }
        share(sheet, sum, CellStyle::TotalPercent);
        sheet.endRow();
        sheet.endPlain(shareColumn + 2);
    }

    const Records& m_records;
    const pledge::Ceremony& m_ceremony;
    Sheet m_present;
    Sheet m_absent;
    Sheet m_recap;
    Sheet m_others;
    Sheet m_verification;
};

/// Pairs of a label and what it says, below headings.
class Facts
{
public:
    explicit Facts(Sheet& sheet) : m_sheet(sheet) { }

    void heading(std::string_view text)
    {
        m_sheet.endRow();
        m_sheet.text(0, text, CellStyle::Label);
        m_sheet.endRow();
    }
    void say(std::string_view label, std::string_view value, CellStyle style = CellStyle::Value)
    {
        m_sheet.text(0, label, CellStyle::Label);
        m_sheet.text(1, value, style);
        m_sheet.endRow();
    }
    void count(std::string_view label, std::uint64_t count)
    {
        m_sheet.text(0, label, CellStyle::Label);
        m_sheet.number(1, asNumber(count), CellStyle::Count);
        m_sheet.endRow();
    }

private:
    Sheet& m_sheet;
};

/// In groups of four, as screens show it.
std::string grouped(const std::string& text)
{
    constexpr std::size_t group = 4;
    std::string groups;
    for (std::size_t at = 0; at < text.size(); at += group)
        groups += (at == 0 ? "" : " ") + text.substr(at, group);
    return groups;
}

std::string keyIdText(tlog::KeyId id)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 28; shift >= 0; shift -= 4)
        text += digits[(id >> static_cast<unsigned>(shift)) & 0xfU];
    return text;
}

std::string witnessesOf(const LogRecord& log)
{
    const auto note = tlog::Note::parse(log.checkpoint);
    std::set<std::string> names;
    for (const auto& signature : note ? note->signatures : std::vector<tlog::NoteSignature>{}) {
        if (signature.name != log.key.name)
            names.insert(signature.name);
    }
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list.empty() ? "tidak ada" : list;
}

std::string numbersOf(const std::vector<std::uint64_t>& numbers)
{
    std::string list;
    for (const std::uint64_t number : numbers)
        list += (list.empty() ? "" : ", ") + std::to_string(number);
    return list.empty() ? "belum ada" : list;
}

void sayLines(Facts& facts, std::string_view label, const std::string& text)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        facts.say(label, line, CellStyle::Fixed);
        label = {};
    }
}

void sayLog(Facts& facts, const LogRecord& log)
{
    facts.heading("Log kios " + log.kiosk);
    facts.say("Asal log", log.key.name, CellStyle::Fixed);
    facts.say("ID kunci", keyIdText(log.key.id()), CellStyle::Fixed);
    facts.say("Kunci (vkey)", log.key.text(), CellStyle::Fixed);
    facts.count("Ukuran log (entri)", log.size);
    facts.say("Akar log", grouped(base::toBase64(log.root.view())), CellStyle::Fixed);
    facts.say("Saksi log", witnessesOf(log));
    facts.count("Entri tanda tangan", log.signedEntries);
    facts.count("Di antaranya dibatalkan", log.voidedEntries);
    facts.say("Nomor entri tanda tangan",
        log.firstSigned && log.lastSigned
            ? std::to_string(*log.firstSigned) + " s.d. " + std::to_string(*log.lastSigned)
            : "belum ada");
    facts.say("Sesi", numbersOf(log.sessions));
    facts.say("Ditutup", log.closed ? "ya" : "belum; daftar ini masih dapat bertambah");
    sayLines(facts, "Ringkasan log", log.checkpoint);
    sayLines(facts, "Baris kebijakan", tlog::Policy::forLog(log.key).text());
}

void sayTotals(Facts& facts, const Totals& totals)
{
    facts.heading("Jumlah");
    facts.count("Diharapkan hadir", totals.expected);
    facts.count("Hadir dan bertanda tangan", totals.present);
    facts.count("Hadir di luar daftar peserta", totals.walkIns);
    facts.count("Tidak hadir", totals.absent);
    facts.count("Tanda tangan dengan bantuan", totals.assisted);
    facts.count("Tanda tangan basah di kertas", totals.onPaper);
    facts.count("Tanda tangan ganda", totals.repeated);
    facts.count("Tanda tangan dibatalkan", totals.voided);
}

void sayHowToCheck(Facts& facts)
{
    facts.heading("Cara memeriksa");
    facts.say("1",
        "Cocokkan ID kunci, ukuran, dan akar log di atas dengan yang tercetak pada berita "
        "acara atau yang pernah dipindai dari layar kios.");
    facts.say("2",
        "Simpan baris kebijakan di atas sebagai berkas `kebijakan`, lalu periksa salinan "
        "log: ikrar audit LOG --policy kebijakan");
    facts.say("3",
        "Tiap baris lembar Hadir menunjuk satu entri log: kolom terlipat log_index dan "
        "record_hash (hash daun RFC 6962). Tanda terima seseorang diperiksa dengan: "
        "ikrar verify TANDA-TERIMA --policy kebijakan --log LOG");
    facts.say("4",
        "Lembar kerja ini dapat diubah siapa pun, jadi bukan bukti. Yang membuktikan "
        "ikatan nama dengan entri ialah berkas bukti: ikrar export --format bundle");
}

Result<void> Sheets::verification()
{
    const auto logs = m_records.logs();
    if (!logs)
        return tl::unexpected(logs.error());
    const auto totals = m_records.totals();
    if (!totals)
        return tl::unexpected(totals.error());
    Sheet& sheet = m_verification;
    sheet.width(0, 30);
    sheet.width(1, 100);
    heading(sheet, "VERIFIKASI");
    Facts facts(sheet);
    facts.say("ID upacara", m_ceremony.id, CellStyle::Fixed);
    facts.say("Berkas upacara (SHA-256)", base::toHex(m_ceremony.hash.view()), CellStyle::Fixed);
    sayTotals(facts, *totals);
    for (const LogRecord& log : *logs)
        sayLog(facts, log);
    sayHowToCheck(facts);
    sheet.endPlain(2);
    return {};
}

} // namespace

Result<std::uint64_t> writeXlsx(const Records& records, Records::Order order, SheetPaper paper,
    const base::Path& file, const RowsDone& done)
{
    auto book = Workbook::create(file, {paper, records.ceremony().title.id, records.rehearsal()});
    if (!book)
        return tl::unexpected(book.error());
    Sheets sheets(**book, records);
    auto rows = sheets.signedEntries(order, done);
    if (!rows)
        return rows;
    return sheets.absentees()
        .and_then([&] { return sheets.recap(); })
        .and_then([&] { return sheets.verification(); })
        .and_then([&] { return (*book)->finish(); })
        .map([&] { return *rows; });
}

} // namespace ikrar::attendance
