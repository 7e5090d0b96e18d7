#include "attendance/wet_file.h"

#include "attendance/person_column.h"
#include "attendance/table_file.h"

#include <algorithm>
#include <map>

namespace ikrar::attendance {

namespace {

struct Columns {
    std::optional<std::size_t> code;
    PersonColumns person;
    std::optional<std::size_t> name;
    std::optional<std::size_t> observer;
    std::optional<std::size_t> post;
};

Columns columnsOf(const TableRow& header)
{
    Columns columns;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const std::string title = bareTitle(header.cells[at].text);
        if (columns.person.take(title, at))
            continue;
        if (isOneOf(title,
                {"kodebaris", "kode", "kodelembar", "kodebarislembar", "barislembar", "lembar",
                    "nomorlembar", "sheetrow", "rowcode"}))
            columns.code = columns.code.value_or(at);
        else if (isOneOf(title, {"nama", "namalengkap", "namapegawai", "namapeserta", "name"}))
            columns.name = columns.name.value_or(at);
        else if (isOneOf(title,
                     {"saksi", "namasaksi", "saksinamadanparaf", "disaksikan", "disaksikanoleh",
                         "observer"}))
            columns.observer = columns.observer.value_or(at);
        else if (isOneOf(title, {"jabatansaksi", "observerpost"}))
            columns.post = columns.post.value_or(at);
    }
    return columns;
}

std::size_t titlesIn(const TableRow& row)
{
    const Columns columns = columnsOf(row);
    const auto one = [](const auto& column) { return column ? std::size_t{1} : std::size_t{0}; };
    return one(columns.code) + one(columns.person.number) + one(columns.person.kind)
        + one(columns.name) + one(columns.observer) + one(columns.post);
}

bool isBlank(const TableRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
        return cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

Observer observerAt(const TableRow& row, const Columns& columns, const Observer& otherwise)
{
    Observer observer{fieldAt(row, columns.observer), fieldAt(row, columns.post)};
    return observer.name.empty() && observer.post.empty() ? otherwise : observer;
}

Result<WetLine> lineFrom(const TableRow& row, const Columns& columns, const Observer& otherwise)
{
    auto sheet = pledge::parseSheetRow(fieldAt(row, columns.code));
    if (!sheet)
        return tl::unexpected(sheet.error());
    if (fieldAt(row, columns.person.number).empty())
        return fail(Error::Kind::Invalid,
            "Nobody's number is named; enter it, or remove the row if nobody signed there.");
    auto identity = personAt(row, columns.person);
    if (!identity)
        return tl::unexpected(identity.error());
    Observer observer = observerAt(row, columns, otherwise);
    if (observer.name.empty())
        return fail(Error::Kind::Invalid,
            "No observer is named; enter who saw it signed in the column Saksi, or for all rows "
            "with --observer.");
    return WetLine{row.number, std::move(*sheet), std::move(*identity), fieldAt(row, columns.name),
        std::move(observer)};
}

class Reader
{
public:
    explicit Reader(const Observer& observer) : m_observer(observer) { }

    bool take(const TableRow& row)
    {
        if (!isComplete()) {
            m_columns = columnsOf(row);
            return isComplete() || row.number < maxHeaderRow;
        }
        if (isBlank(row))
            return true;
        m_any = true;
        auto line = lineFrom(row, m_columns, m_observer);
        if (!line)
            m_import.problems.push_back({row.number, line.error().what});
        else
            keep(std::move(*line));
        return m_import.problems.size() < maxWetProblems;
    }

    [[nodiscard]] bool isComplete() const { return m_columns.code && m_columns.person.number; }
    [[nodiscard]] bool any() const { return m_any; }
    [[nodiscard]] WetImport finish() { return std::move(m_import); }

private:
    void keep(WetLine line)
    {
        const auto [code, newCode] = m_codes.emplace(pledge::code(line.sheet), line.row);
        const auto [person, newPerson] = m_people.emplace(line.identity, line.row);
        if (!newCode)
            m_import.problems.push_back({line.row,
                "Row " + std::to_string(code->second)
                    + " has the same code; one line of a sheet holds one signature."});
        else if (!newPerson)
            m_import.problems.push_back({line.row,
                "Row " + std::to_string(person->second)
                    + " has the same number; remove one of the two."});
        else
            m_import.lines.push_back(std::move(line));
    }

    const Observer& m_observer;
    Columns m_columns;
    bool m_any = false;
    std::map<std::string, std::size_t> m_codes;
    std::map<pledge::Identity, std::size_t> m_people;
    WetImport m_import;
};

} // namespace

Result<WetImport> readWetSignatures(
    BytesView file, const Observer& observer, const std::string& sheet)
{
    Reader reader(observer);
    TableOptions options;
    options.sheet = sheet;
    options.knownHeaders = titlesIn;
    const auto read = readTable(file, options, [&](TableRow&& row) { return reader.take(row); });
    if (!read)
        return tl::unexpected(read.error());
    if (!reader.isComplete())
        return fail(Error::Kind::Invalid,
            "The file of wet signatures needs a row of titles within its first 20, among them "
            "Kode baris and one for the number (NIP or NIK); ikrar wet template writes one.");
    if (!reader.any())
        return fail(Error::Kind::Invalid, "Nothing stands below the titles.");
    return reader.finish();
}

std::string wetTemplate()
{
    // The spaces keep a spreadsheet from taking the NIP for a number.
    return "\xef\xbb\xbfKode baris;NIP / NI PPPK / NIK;Nama;Saksi;Jabatan saksi\r\n"
           "\"K7M2Q9XA-001-01\";\"19860926 201505 1 001\";\"Peserta Contoh 001, S.Sos.\";"
           "\"Saksi Contoh\";\"Kepala Bidang Contoh\"\r\n";
}

} // namespace ikrar::attendance
