#include "attendance/roster_file.h"

#include "attendance/file_kind.h"
#include "attendance/roster_person.h"
#include "attendance/wording.h"

#include <algorithm>
#include <memory>

namespace ikrar::attendance {

namespace {

using pledge::IdentityKind;

constexpr std::size_t maxPeople = 1'000'000;

/// Finds the header, then reads people, row after row.
class RosterReader
{
public:
    RosterReader(const pledge::Ceremony& ceremony, const RosterOptions& options,
        PersonReader::How how, RosterImport& import)
        : m_ceremony(ceremony)
        , m_options(options)
        , m_how(how)
        , m_import(import)
    {
    }

    [[nodiscard]] bool take(const TableRow& row)
    {
        if (m_people)
            return takePerson(row);
        if (row.number > maxHeaderRow)
            return false;
        RosterColumns columns(row);
        if (columns.isHeader())
            begin(row.number, std::move(columns));
        return true;
    }

    /// What is wrong with the file as a whole, once all rows were taken.
    [[nodiscard]] Result<void> outcome()
    {
        if (!m_people)
            return wrong("Baris judul tidak ditemukan pada 20 baris pertama. Beri judul kolom, "
                         "paling sedikit Nama dan NIP (atau NIK), seperti pada `ikrar roster "
                         "template`.",
                "No header was found in the first 20 rows. Name the columns, at least Nama and "
                "NIP (or NIK), as `ikrar roster template` does.");
        m_import.repeatedRows = m_people->repeated();
        if (m_tooMany)
            return fail(Error::Kind::TooLarge,
                said(m_options.language,
                    "Berkas ini memuat lebih dari 1.000.000 orang; bagi menjadi beberapa.",
                    "This file holds more than 1,000,000 people; divide it into several."));
        if (m_import.rows.empty() && m_import.problems.empty())
            return wrong("Tidak ada peserta di bawah baris judul; isi daftarnya.",
                "There is nobody below the header; fill in the roster.");
        if (m_shortNiks >= fewest && m_shortNiks == m_niks)
            problem(m_import.headerRow,
                said(m_options.language,
                    "Semua NIK berakhir dengan 0: lembar kerja telah menghapus angka terakhirnya; "
                    "jadikan kolom ini teks dan isi ulang.",
                    "All NIKs end in 0: a spreadsheet has taken their last digit; make this "
                    "column text and enter them again."));
        return {};
    }

private:
    static constexpr std::size_t fewest = 10;

    [[nodiscard]] tl::unexpected<Error> wrong(
        std::string_view indonesian, std::string_view english) const
    {
        return fail(Error::Kind::Invalid, said(m_options.language, indonesian, english));
    }

    void problem(std::size_t row, std::string what)
    {
        if (m_import.problemCount++ < maxRosterProblems)
            m_import.problems.push_back({row, std::move(what)});
    }

    void begin(std::size_t row, RosterColumns columns)
    {
        m_import.headerRow = row;
        m_import.columns = columns.all();
        checkHeader(columns);
        m_people = std::make_unique<PersonReader>(m_ceremony, std::move(columns), m_how);
    }

    void checkHeader(const RosterColumns& columns)
    {
        for (const RosterField field : {RosterField::Name, RosterField::FrontTitle,
                 RosterField::BackTitle, RosterField::NumberKind, RosterField::Category,
                 RosterField::Post, RosterField::Rank, RosterField::Grade}) {
            const auto same = columns.of(field);
            if (same.size() < 2)
                continue;
            const std::string both = same[0]->letter() + " (" + same[0]->header + ") "
                + said(m_options.language, "dan ", "and ") + same[1]->letter() + " ("
                + same[1]->header + ")";
            problem(m_import.headerRow,
                said(m_options.language,
                    "Kolom " + both + " berisi hal yang sama; ganti judul salah satunya.",
                    "Columns " + both + " are both read as one; give one another header."));
        }
    }

    [[nodiscard]] bool takePerson(const TableRow& row)
    {
        if (m_people->isEmpty(row))
            return true;
        m_tooMany = m_import.rows.size() >= maxPeople;
        if (m_tooMany)
            return false;
        auto person = m_people->read(row);
        if (!person) {
            ++m_import.problemRows;
            for (std::string& what : person.error())
                problem(row.number, std::move(what));
            return true;
        }
        if (person->identity.kind == IdentityKind::Nik) {
            ++m_niks;
            m_shortNiks += person->identity.value.ends_with('0') ? 1U : 0U;
        }
        m_import.rows.push_back(std::move(*person));
        m_import.numbers.push_back(row.number);
        return true;
    }

    const pledge::Ceremony& m_ceremony;
    const RosterOptions& m_options;
    PersonReader::How m_how;
    RosterImport& m_import;
    std::unique_ptr<PersonReader> m_people; ///< once the header was met
    bool m_tooMany = false;
    std::size_t m_niks = 0;
    std::size_t m_shortNiks = 0; ///< that end in 0
};

} // namespace

Result<RosterImport> readRoster(
    BytesView file, const pledge::Ceremony& ceremony, const RosterOptions& options)
{
    const auto kind = tableKindOf(file, options.language);
    if (!kind)
        return tl::unexpected(kind.error());
    RosterImport import;
    RosterReader reader(
        ceremony, options, {options.language, options.category, *kind == TableKind::Text}, import);
    const TableOptions table{options.sheet, options.language,
        [](const TableRow& row) {
            const RosterColumns columns(row);
            return columns.isHeader() ? columns.known() : 0;
        },
        options.progress};
    auto read = readTable(file, table, [&](TableRow&& row) { return reader.take(row); });
    if (!read)
        return tl::unexpected(read.error());
    import.file = std::move(*read);
    return reader.outcome().map([&] { return std::move(import); });
}

Result<RosterImport> readRosterFile(
    const base::Path& path, const pledge::Ceremony& ceremony, const RosterOptions& options)
{
    return base::readFile(path, maxTableFile).and_then([&](const Bytes& bytes) {
        return readRoster(bytes, ceremony, options);
    });
}

std::string rosterTemplate()
{
    // The spaces keep a spreadsheet from taking the NIP for a number.
    return "\xef\xbb\xbfNo;Nama;NIP / NI PPPK / NIK;Pangkat/Gol.;Jabatan;Unit kerja;Kategori\r\n"
           "1;\"Peserta Contoh 001, S.Sos.\";\"19860926 201505 1 001\";\"Penata (III/c)\";"
           "\"Analis Kebijakan\";\"OPD contoh 1\";\"PNS\"\r\n";
}

} // namespace ikrar::attendance
