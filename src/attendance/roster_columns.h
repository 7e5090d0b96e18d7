#pragma once

#include "attendance/table.h"
#include "pledge/identity.h"

#include <optional>

namespace ikrar::attendance {

enum class RosterField : std::uint8_t {
    Name,
    FrontTitle, ///< gelar depan, in a column of its own
    BackTitle,
    Number,
    NumberKind, ///< jenis nomor: nip, nik, nrp, nipd or nama
    Category,
    Unit,
    Post,
    Rank, ///< pangkat, or pangkat and golongan in one
    Grade, ///< golongan
};

/// `name`, `front-title`, `back-title`, `number`, `number-kind`, `category`, `unit`, `post`,
/// `rank`, `grade`.
[[nodiscard]] std::string_view code(RosterField field);

/// One column with a header, and what it is taken for.
struct RosterColumn {
    std::size_t position = 0; ///< from 0
    std::string header; ///< as the file writes it, on one line
    std::optional<RosterField> field; ///< nothing: the column is not read
    std::optional<pledge::IdentityKind> kind; ///< of a number; nothing: the row tells
    /// Not read on purpose (No, Tanda tangan, Keterangan, ...), rather than not understood.
    bool needless = false;
    /// A header under which other things may stand too (Status): a word that is no category there
    /// says nothing.
    bool vague = false;

    /// As a spreadsheet calls it: `A`, `B`, ...
    [[nodiscard]] std::string letter() const;
};

/// The columns of a roster by their headers. A header is known by its usual names in personnel
/// systems and on paper, whatever its case and punctuation: Nama, Nama Lengkap; NIP, NI PPPK, NIK,
/// NRP, NIPD, or several of them; SKPD, OPD, Unit Kerja, Unor, Instansi; Jabatan; Pangkat/Gol.;
/// Kategori, Status Kepegawaian; the columns of `ikrar export`.
class RosterColumns
{
public:
    /// The row as a header, whatever it holds.
    explicit RosterColumns(const TableRow& header);

    [[nodiscard]] const std::vector<RosterColumn>& all() const { return m_all; }
    /// Whether the row is the header of a roster: it names people and something about them.
    [[nodiscard]] bool isHeader() const;
    /// How many of its columns are known.
    [[nodiscard]] std::size_t known() const;
    /// The columns of this field, the one to look at first first; one at most, except for Number
    /// and Unit, and except where two have as good a header.
    [[nodiscard]] std::vector<const RosterColumn*> of(RosterField field) const;

private:
    void dropWeaker();
    void dropOrdinal();

    std::vector<RosterColumn> m_all;
    std::vector<unsigned> m_weakness; ///< of the header, beside m_all
};

} // namespace ikrar::attendance
