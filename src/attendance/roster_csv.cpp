#include "attendance/roster_csv.h"

#include "attendance/csv_rows.h"
#include "base/utf8.h"

#include <QString>

#include <algorithm>
#include <array>
#include <map>

namespace ikrar::attendance {

namespace {

using pledge::Language;

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view columns = "nama,kategori,jenis_nomor,nomor,unit,jabatan,pangkat";
constexpr std::size_t maxField = 256;
enum Column : std::size_t { Name, CategoryCode, NumberKind, Number, UnitName, Post, Rank, Count };

std::string folded(const std::string& text)
{
    return QString::fromStdString(text)
        .normalized(QString::NormalizationForm_C)
        .simplified()
        .toCaseFolded()
        .toStdString();
}

/// Reads rows against a ceremony, and remembers who was met.
class RowReader
{
public:
    RowReader(const pledge::Ceremony& ceremony, Language language)
        : m_ceremony(ceremony)
        , m_language(language)
    {
        for (const pledge::Unit& unit : ceremony.units)
            m_unitsByName[folded(unit.name)].push_back(unit.id);
    }

    /// The sentence of what is wrong is the error.
    Result<ledger::RosterRow> read(const CsvRow& csv)
    {
        if (csv.fields.size() != Column::Count)
            return wrong("Baris ini punya " + std::to_string(csv.fields.size())
                    + " kolom; harus 7, sama dengan baris judul.",
                "This row has " + std::to_string(csv.fields.size())
                    + " columns; give 7, as in the header.");
        ledger::RosterRow row;
        row.name = csv.fields[Name];
        row.post = csv.fields[Post];
        row.rank = csv.fields[Rank];
        return checkLines(csv)
            .and_then([&] { return readCategory(csv.fields[CategoryCode], row); })
            .and_then([&] { return readNumber(csv, row); })
            .and_then([&] { return readUnit(csv.fields[UnitName], row); })
            .and_then([&] { return checkNew(csv.line, row.identity); })
            .map([&] { return row; });
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(std::string indonesian, std::string english) const
    {
        return fail(Error::Kind::Invalid,
            m_language == Language::English ? std::move(english) : std::move(indonesian));
    }

    [[nodiscard]] Result<void> checkLines(const CsvRow& csv) const
    {
        constexpr unsigned char space = 0x20;
        for (const std::string& field : csv.fields) {
            const bool control = std::any_of(field.begin(), field.end(),
                [](char c) { return static_cast<unsigned char>(c) < space; });
            if (control || field.size() > maxField)
                return wrong("Isi kolom harus satu baris, paling banyak 256 byte.",
                    "Each field must be one line of at most 256 bytes.");
        }
        if (csv.fields[Name].empty())
            return wrong(
                "Nama kosong; tuliskan nama lengkap.", "The name is empty; write it in full.");
        return {};
    }

    [[nodiscard]] Result<void> readCategory(const std::string& text, ledger::RosterRow& row) const
    {
        const auto category = pledge::categoryFromCode(text);
        const auto& known = m_ceremony.categories;
        if (category && std::find(known.begin(), known.end(), *category) != known.end()) {
            row.category = *category;
            return {};
        }
        std::string codes;
        for (const pledge::Category each : known)
            codes += (codes.empty() ? "" : ", ") + std::string(code(each));
        return wrong("Kategori '" + text
                + "' tidak ada pada berkas ikrar ini; pilih salah satu: " + codes + ".",
            "This ceremony has no category '" + text + "'; use one of: " + codes + ".");
    }

    [[nodiscard]] Result<void> readNumber(const CsvRow& csv, ledger::RosterRow& row) const
    {
        const std::string& kindText = csv.fields[NumberKind];
        const auto kind = pledge::identityKindFromCode(kindText);
        if (!kind)
            return wrong("Jenis nomor '" + kindText
                    + "' tidak dikenal; pilih nip, nik, nrp, nipd, atau nama.",
                "There is no kind of number '" + kindText + "'; use nip, nik, nrp, nipd or nama.");
        const bool byName = *kind == pledge::IdentityKind::Nama;
        const std::string& number
            = byName && csv.fields[Number].empty() ? csv.fields[Name] : csv.fields[Number];
        if (!byName && number.find_first_of("eE+") != std::string::npos
            && *kind != pledge::IdentityKind::Nrp && *kind != pledge::IdentityKind::Nipd)
            return wrong("Nomor '" + number
                    + "' sudah diubah oleh lembar kerja; jadikan kolom ini teks dan isi ulang "
                      "semua angkanya.",
                "The spreadsheet has changed the number '" + number
                    + "'; make this column text and enter all its digits again.");
        if (const auto problem = pledge::check(*kind, number))
            return fail(Error::Kind::Invalid, problem->sentence(*kind, m_language));
        const auto identity = pledge::parseIdentity(*kind, number);
        if (!identity)
            return tl::unexpected(identity.error());
        row.identity = *identity;
        return {};
    }

    [[nodiscard]] Result<void> readUnit(const std::string& text, ledger::RosterRow& row) const
    {
        if (m_ceremony.unit(text) != nullptr || (m_ceremony.units.empty() && text.empty())) {
            row.unit = text;
            return {};
        }
        const auto named = m_unitsByName.find(folded(text));
        if (named == m_unitsByName.end())
            return wrong("Unit '" + text
                    + "' tidak ada pada berkas ikrar ini; pakai kode atau nama unit dari "
                      "berkas itu.",
                "This ceremony has no unit '" + text
                    + "'; use the id or the name of one from the ceremony file.");
        if (named->second.size() > 1)
            return wrong("Nama unit '" + text + "' dipakai oleh "
                    + std::to_string(named->second.size())
                    + " unit; pakai kodenya: " + joined(named->second) + ".",
                std::to_string(named->second.size()) + " units are named '" + text
                    + "'; use the id of one: " + joined(named->second) + ".");
        row.unit = named->second.front();
        return {};
    }

    [[nodiscard]] Result<void> checkNew(std::size_t line, const pledge::Identity& identity)
    {
        const auto [known, isNew] = m_lines.emplace(identity, line);
        if (isNew)
            return {};
        const std::string first = std::to_string(known->second);
        return wrong("Nomor ini sudah ada di baris " + first + "; hapus salah satu.",
            "Line " + first + " has the same number; remove one of the two.");
    }

    static std::string joined(const std::vector<std::string>& ids)
    {
        constexpr std::size_t shown = 5;
        std::string list;
        for (std::size_t i = 0; i < std::min(ids.size(), shown); ++i)
            list += (i == 0 ? "" : ", ") + ids[i];
        return ids.size() > shown ? list + ", ..." : list;
    }

    const pledge::Ceremony& m_ceremony;
    Language m_language;
    std::map<std::string, std::vector<std::string>> m_unitsByName;
    std::map<pledge::Identity, std::size_t> m_lines;
};

/// What stands between the columns of the header.
char separatorOf(std::string_view text)
{
    const std::string_view header = text.substr(0, text.find('\n'));
    for (const char separator : {';', '\t'}) {
        if (header.find(separator) != std::string_view::npos)
            return separator;
    }
    return ',';
}

bool isHeader(const CsvRow& row)
{
    std::string joined;
    for (const std::string& field : row.fields)
        joined += (joined.empty() ? "" : ",") + field;
    return joined == columns;
}

} // namespace

Result<RosterImport> parseRosterCsv(
    BytesView file, const pledge::Ceremony& ceremony, Language language)
{
    std::string_view text = base::asText(file);
    if (text.size() > maxRosterFile)
        return fail(Error::Kind::TooLarge, "The roster file is larger than 64 MiB.");
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (!base::isUtf8(text))
        return fail(Error::Kind::Invalid,
            "The roster file is not UTF-8; save it as \"CSV UTF-8\" from the spreadsheet.");

    RosterImport import;
    RowReader reader(ceremony, language);
    bool headed = false;
    bool known = true;
    auto read = readCsv(text, separatorOf(text), [&](CsvRow&& row) {
        if (!std::exchange(headed, true)) {
            known = isHeader(row);
            return known;
        }
        auto person = reader.read(row);
        if (person)
            import.rows.push_back(std::move(*person));
        else
            import.problems.push_back({row.line, person.error().what});
        return import.problems.size() < maxRosterProblems;
    });
    if (!headed || !known)
        return fail(Error::Kind::Invalid,
            "The roster file must begin with the columns " + std::string(columns) + ".");
    if (!read)
        return fail(read.error().kind == Error::Kind::TooLarge ? Error::Kind::TooLarge
                                                               : Error::Kind::Invalid,
            "The roster file: " + read.error().what + ".");
    return import;
}

std::string rosterTemplate()
{
    std::string text(byteOrderMark);
    text += columns;
    text += "\r\n\"Contoh Peserta, S.Sos.\",pns,nip,19860926 201505 1 001,opd-contoh-1,Analis "
            "Kebijakan,Penata (III/c)\r\n";
    return text;
}

} // namespace ikrar::attendance
