#include "attendance/absence_csv.h"

#include "attendance/csv_rows.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace ikrar::attendance {

namespace {

using pledge::IdentityKind;

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t maxProblems = 1000;

/// Lower case letters and digits alone: `NIP / NI PPPK / NIK` is `nipnipppknik`.
std::string bare(std::string_view title)
{
    std::string letters;
    for (const char c : title) {
        if (c >= 'A' && c <= 'Z')
            letters += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters += c;
    }
    return letters;
}

struct Columns {
    std::optional<std::size_t> number;
    std::optional<IdentityKind> kindOfNumber; ///< by the column's title
    std::optional<std::size_t> kind;
    std::optional<std::size_t> reason;
    std::optional<std::size_t> note;
};

bool isOneOf(std::string_view title, std::initializer_list<std::string_view> titles)
{
    return std::find(titles.begin(), titles.end(), title) != titles.end();
}

Columns columnsOf(const CsvRow& header)
{
    Columns columns;
    for (std::size_t at = 0; at < header.fields.size(); ++at) {
        const std::string title = bare(header.fields[at]);
        if (isOneOf(title,
                {"nomor", "number", "nomoridentitas", "nip", "nipbaru", "nippppk", "nippppknik",
                    "nipnipppk", "nipnipppknik", "nipnik", "nik", "nrp", "nipd",
                    "nipnikpegawai"})) {
            columns.number = columns.number.value_or(at);
            if (const auto kind = pledge::identityKindFromCode(title);
                kind && (*kind == IdentityKind::Nrp || *kind == IdentityKind::Nipd))
                columns.kindOfNumber = *kind;
        } else if (isOneOf(title, {"jenisnomor", "kind", "jenisidentitas"})) {
            columns.kind = at;
        } else if (isOneOf(title,
                       {"alasan", "sebab", "keterangan", "ket", "reason", "alasanketidakhadiran",
                           "alasantidakhadir", "keterangantidakhadir"})) {
            columns.reason = columns.reason.value_or(at);
        } else if (isOneOf(title, {"catatan", "note", "uraian", "keterangantambahan"})) {
            columns.note = at;
        }
    }
    return columns;
}

std::string fieldAt(const CsvRow& row, const std::optional<std::size_t>& column)
{
    if (!column || *column >= row.fields.size())
        return {};
    const std::string& field = row.fields[*column];
    const std::size_t first = field.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return field.substr(first, field.find_last_not_of(' ') + 1 - first);
}

std::size_t digitsIn(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

Result<IdentityKind> kindOf(const CsvRow& row, const Columns& columns, std::string_view number)
{
    constexpr std::size_t nipDigits = 18;
    constexpr std::size_t nikDigits = 16;
    if (const std::string stated = fieldAt(row, columns.kind); !stated.empty())
        return pledge::identityKindFromCode(stated).map_error([&](const Error&) {
            return Error{Error::Kind::Invalid,
                "There is no kind of number '" + stated + "'; use nip, nik, nrp, nipd or nama."};
        });
    if (columns.kindOfNumber)
        return *columns.kindOfNumber;
    if (digitsIn(number) == nipDigits)
        return IdentityKind::Nip;
    if (digitsIn(number) == nikDigits)
        return IdentityKind::Nik;
    return fail(Error::Kind::Invalid,
        "This is neither a NIP of 18 digits nor a NIK of 16; enter all its digits as text, or say "
        "what it is in a column jenis_nomor.");
}

/// The reason, and after a colon the note, as lists of absentees write them.
Result<ledger::Absence> absenceOf(const CsvRow& row, const Columns& columns)
{
    const std::string number = fieldAt(row, columns.number);
    const std::string stated = fieldAt(row, columns.reason);
    const std::size_t colon = stated.find(':');
    const auto kind = kindOf(row, columns, number);
    if (!kind)
        return tl::unexpected(kind.error());
    auto identity = pledge::parseIdentity(*kind, number);
    if (!identity)
        return tl::unexpected(identity.error());
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
    const std::string letters = bare(reason);
    return letters.empty() || letters == "tanpaketerangan" || letters == "alpa" || letters == "tk";
}

char separatorOf(std::string_view text)
{
    const std::string_view header = text.substr(0, text.find('\n'));
    for (const char separator : {';', '\t'}) {
        if (header.find(separator) != std::string_view::npos)
            return separator;
    }
    return ',';
}

class Reader
{
public:
    bool take(CsvRow&& row)
    {
        if (!m_headed) {
            m_headed = true;
            m_columns = columnsOf(row);
            return isComplete();
        }
        if (saysNothing(fieldAt(row, m_columns.reason)))
            return true;
        auto absence = absenceOf(row, m_columns);
        if (!absence)
            m_import.problems.push_back({row.line, absence.error().what});
        else
            keep(row.line, std::move(*absence));
        return m_import.problems.size() < maxProblems;
    }

    [[nodiscard]] bool isComplete() const { return m_columns.number && m_columns.reason; }
    [[nodiscard]] AbsenceImport finish() { return std::move(m_import); }

private:
    void keep(std::size_t line, ledger::Absence absence)
    {
        const auto [known, isNew] = m_lines.emplace(absence.identity, line);
        if (!isNew) {
            m_import.problems.push_back({line,
                "Line " + std::to_string(known->second)
                    + " has the same number; remove one of the two."});
            return;
        }
        m_import.absences.push_back(std::move(absence));
        m_import.lines.push_back(line);
    }

    bool m_headed = false;
    Columns m_columns;
    std::map<pledge::Identity, std::size_t> m_lines;
    AbsenceImport m_import;
};

} // namespace

Result<AbsenceImport> parseAbsenceCsv(BytesView file)
{
    std::string_view text = base::asText(file);
    if (text.size() > maxAbsenceFile)
        return fail(Error::Kind::TooLarge, "The file of reasons is larger than 16 MiB.");
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (!base::isUtf8(text))
        return fail(Error::Kind::Invalid,
            "The file of reasons is not UTF-8; save it as \"CSV UTF-8\" from the spreadsheet.");
    Reader reader;
    const auto read = readCsv(
        text, separatorOf(text), [&](CsvRow&& row) { return reader.take(std::move(row)); });
    if (!read)
        return fail(Error::Kind::Invalid, "The file of reasons: " + read.error().what + ".");
    if (!reader.isComplete())
        return fail(Error::Kind::Invalid,
            "The file of reasons must begin with a row of titles, among them one for the number "
            "(nomor, nip or nik) and one for the reason (alasan or keterangan).");
    return reader.finish();
}

} // namespace ikrar::attendance
