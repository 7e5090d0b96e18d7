#pragma once

#include "base/file.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace ikrar::attendance {

/// The size of a sheet of paper. F4 is what Indonesian offices call folio, 215 x 330 mm; the
/// nearest that spreadsheets know is Folio, 8.5 x 13 inches.
enum class SheetPaper : std::uint8_t { A4, F4 };

/// How a cell looks; what they are for.
enum class CellStyle : std::uint8_t {
    Title,
    Subtitle,
    Warning, ///< GLADI
    Header,
    Text, ///< a cell of a table, its lines broken; format `@`
    Centered, ///< the same in the middle
    Number,
    Ordinal, ///< the number of a row
    Percent,
    TotalText,
    TotalNumber,
    TotalPercent,
    Machine, ///< small and grey; format `@`
    Label,
    Value, ///< beside a label; format `@`
    Fixed, ///< the same in letters of one width
    Count, ///< a number beside a label
};
constexpr std::size_t cellStyles = 17;

struct SheetColumn {
    std::string_view title;
    double width = 0; ///< in characters
    bool folded = false; ///< grouped and folded away, not printed
};

class Workbook;

/// One sheet, written row by row, downwards only.
class Sheet
{
public:
    void text(std::uint16_t column, std::string_view text, CellStyle style);
    void number(std::uint16_t column, double value, CellStyle style);
    /// A formula with the value that it has now, for who does not calculate.
    void formula(std::uint16_t column, const std::string& formula, double value, CellStyle style);
    /// As high as the row's longest text needs: programs do not all look at it themselves.
    void endRow();
    /// From 0.
    [[nodiscard]] std::uint32_t row() const { return m_row; }

    void width(std::uint16_t column, double characters);
    /// Column widths and a row of their titles, frozen with all above it and repeated on paper.
    void header(const std::vector<SheetColumn>& columns);
    /// After the last row of the table below the header: its filter, and what is printed.
    void endTable();
    /// As endTable() for a sheet without a header, of so many columns.
    void endPlain(std::uint16_t columns);

private:
    friend class Workbook;
    Sheet(Workbook& workbook, lxw_worksheet* sheet) : m_workbook(&workbook), m_sheet(sheet) { }
    void check(int error);

    Workbook* m_workbook;
    lxw_worksheet* m_sheet;
    std::uint32_t m_row = 0;
    std::uint32_t m_headerRow = 0;
    std::uint16_t m_columns = 0;
    std::uint16_t m_printed = 0; ///< columns
    std::vector<double> m_widths; ///< of the columns, as far as they are known
    std::size_t m_lines = 1; ///< of the row that is being written
    double m_height = 0; ///< of the row, where it is not its lines that count
};

/// An XLSX file (ECMA-376) through libxlsxwriter, its rows on the disk and not in memory.
class Workbook
{
public:
    struct Page {
        SheetPaper paper = SheetPaper::A4;
        std::string title; ///< in the footer and in the file's properties
        bool rehearsal = false; ///< GLADI in the header of each page
    };
    /// Writes into `file`, which exists. Errors: Io.
    [[nodiscard]] static Result<std::unique_ptr<Workbook>> create(
        const base::Path& file, Page page);

    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    Workbook(Workbook&&) = delete;
    Workbook& operator=(Workbook&&) = delete;
    /// Without finish() what stands in the file is nothing to keep.
    ~Workbook();

    /// Sheets are finished one after the other; the first is the one that opens.
    [[nodiscard]] Sheet addSheet(const char* name);

    /// Puts the file together and looks at it once more: every sheet is there and whole. Errors:
    /// NoSpace, Io; TooLarge where a sheet has more rows than the format allows.
    [[nodiscard]] Result<void> finish();

private:
    friend class Sheet;
    Workbook(base::Path file, Page page, lxw_workbook* book);
    [[nodiscard]] lxw_format* look(CellStyle style) const;
    void makeLooks();
    [[nodiscard]] Result<void> checkTemporaries() const;

    base::Path m_file;
    Page m_page;
    lxw_workbook* m_book;
    std::array<lxw_format*, cellStyles> m_looks{};
    std::vector<lxw_worksheet*> m_sheets;
    int m_error = 0; ///< lxw_error, the first
};

} // namespace ikrar::attendance
