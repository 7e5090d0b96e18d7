#include "attendance/absence_file.h"

#include "attendance/person_column.h"
#include "attendance/table_file.h"

#include <map>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxProblems = 1000;

struct Columns {
    PersonColumns person;
    std::optional<std::size_t> reason;
    std::optional<std::size_t> note;
};

Columns columnsOf(const TableRow& header)
{
    Columns columns;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const std::string title = bareTitle(header.cells[at].text);
        if (columns.person.take(title, at))
            continue;
        if (isOneOf(title,
                {"alasan", "sebab", "keterangan", "ket", "reason", "alasanketidakhadiran",
                    "alasantidakhadir", "keterangantidakhadir"}))
            columns.reason = columns.reason.value_or(at);
        else if (isOneOf(title, {"catatan", "note", "uraian", "keterangantambahan"}))
            columns.note = at;
    }
    return columns;
}

/// The reason, and after a colon the note, as lists of absentees write them.
Result<ledger::Absence> absenceOf(const TableRow& row, const Columns& columns)
{
    auto identity = personAt(row, columns.person);
    if (!identity)
        return tl::unexpected(identity.error());
    const std::string stated = fieldAt(row, columns.reason);
    const std::size_t colon = stated.find(':');
    const auto reason = ledger::absenceReasonFromCode(stated.substr(0, colon));
    if (!reason)
        return tl::unexpected(reason.error());
    ledger::Absence absence{std::move(*identity), *reason, fieldAt(row, columns.note)};
    if (absence.note.empty() && colon != std::string::npos) {
        const std::size_t first = stated.find_first_not_of(' ', colon + 1);
        absence.note = first == std::string::npos ? std::string() : stated.substr(first);
    }
    return absence;
}

bool saysNothing(const std::string& reason)
{
    const std::string letters = bareTitle(reason);
    return letters.empty() || letters == "tanpaketerangan" || letters == "alpa" || letters == "tk";
}

std::size_t titlesIn(const TableRow& row)
{
    const Columns columns = columnsOf(row);
    const auto one = [](const auto& column) { return column ? std::size_t{1} : std::size_t{0}; };
    return one(columns.person.number) + one(columns.person.kind) + one(columns.reason)
        + one(columns.note);
}

class Reader
{
public:
    bool take(const TableRow& row)
    {
        if (!isComplete()) {
            m_columns = columnsOf(row);
            return isComplete() || row.number < maxHeaderRow;
        }
        if (saysNothing(fieldAt(row, m_columns.reason)))
            return true;
        auto absence = absenceOf(row, m_columns);
        if (!absence)
            m_import.problems.push_back({row.number, absence.error().what});
        else
            keep(row.number, std::move(*absence));
        return m_import.problems.size() < maxProblems;
    }

    [[nodiscard]] bool isComplete() const { return m_columns.person.number && m_columns.reason; }
    [[nodiscard]] AbsenceImport finish() { return std::move(m_import); }

private:
    void keep(std::size_t row, ledger::Absence absence)
    {
        const auto [known, isNew] = m_rows.emplace(absence.identity, row);
        if (!isNew) {
            m_import.problems.push_back({row,
                "Row " + std::to_string(known->second)
                    + " has the same number; remove one of the two."});
            return;
        }
        m_import.absences.push_back(std::move(absence));
        m_import.rows.push_back(row);
    }

    Columns m_columns;
    std::map<pledge::Identity, std::size_t> m_rows;
    AbsenceImport m_import;
};

} // namespace

Result<AbsenceImport> readAbsences(BytesView file, const std::string& sheet)
{
    Reader reader;
    TableOptions options;
    options.sheet = sheet;
    options.knownHeaders = titlesIn;
    const auto read = readTable(file, options, [&](TableRow&& row) { return reader.take(row); });
    if (!read)
        return tl::unexpected(read.error());
    if (!reader.isComplete())
        return fail(Error::Kind::Invalid,
            "The file of reasons needs a row of titles within its first 20, among them one for the "
            "number (nomor, nip or nik) and one for the reason (alasan or keterangan).");
    return reader.finish();
}

} // namespace ikrar::attendance
