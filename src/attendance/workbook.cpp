#include "attendance/workbook.h"

#include <xlsxwriter.h>
#include <zip.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <utility>

namespace ikrar::attendance {

namespace {

// Paper sizes by ECMA-376, 18.3.1.63.
constexpr std::uint8_t paperA4 = 9;
constexpr std::uint8_t paperFolio = 14;

constexpr lxw_color_t ink = 0x1F2933;
constexpr lxw_color_t faint = 0x8A94A0;
constexpr lxw_color_t line = 0xB8C0C8;
constexpr lxw_color_t headerFill = 0xE3ECE8;
constexpr lxw_color_t totalFill = 0xF1F5F3;
constexpr lxw_color_t alarm = 0xB42318;

void asTable(lxw_format* look)
{
    format_set_border(look, LXW_BORDER_THIN);
    format_set_border_color(look, line);
    format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
}

void asText(lxw_format* look)
{
    format_set_num_format(look, "@");
    format_set_text_wrap(look);
}

void asTotal(lxw_format* look)
{
    asTable(look);
    format_set_bold(look);
    format_set_bg_color(look, totalFill);
}

void dress(lxw_format* look, CellStyle style)
{
    format_set_font_name(look, "Arial");
    format_set_font_size(look, 10);
    format_set_font_color(look, ink);
    switch (style) {
    case CellStyle::Title:
        format_set_bold(look);
        format_set_font_size(look, 14);
        break;
    case CellStyle::Subtitle:
        break;
    case CellStyle::Warning:
        format_set_bold(look);
        format_set_font_size(look, 12);
        format_set_font_color(look, alarm);
        break;
    case CellStyle::Header:
        asTable(look);
        format_set_bold(look);
        format_set_bg_color(look, headerFill);
        format_set_text_wrap(look);
        format_set_align(look, LXW_ALIGN_CENTER);
        format_set_align(look, LXW_ALIGN_VERTICAL_CENTER);
        break;
    case CellStyle::Text:
        asTable(look);
        asText(look);
        format_set_indent(look, 1);
        break;
    case CellStyle::Centered:
        asTable(look);
        asText(look);
        format_set_align(look, LXW_ALIGN_CENTER);
        break;
    case CellStyle::Number:
        asTable(look);
        format_set_num_format(look, "#,##0");
        break;
    case CellStyle::Ordinal:
        asTable(look);
        format_set_num_format(look, "#,##0");
        format_set_align(look, LXW_ALIGN_CENTER);
        break;
    case CellStyle::Percent:
        asTable(look);
        format_set_num_format(look, "0.0%");
        format_set_align(look, LXW_ALIGN_RIGHT);
        break;
    case CellStyle::TotalText:
        asTotal(look);
        format_set_indent(look, 1);
        break;
    case CellStyle::TotalNumber:
        asTotal(look);
        format_set_num_format(look, "#,##0");
        break;
    case CellStyle::TotalPercent:
        asTotal(look);
        format_set_num_format(look, "0.0%");
        format_set_align(look, LXW_ALIGN_RIGHT);
        break;
    case CellStyle::Machine:
        asTable(look);
        format_set_num_format(look, "@");
        format_set_font_size(look, 8);
        format_set_font_color(look, faint);
        break;
    case CellStyle::Label:
        format_set_bold(look);
        format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
        break;
    case CellStyle::Value:
        asText(look);
        format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
        break;
    case CellStyle::Fixed:
        asText(look);
        format_set_font_name(look, "Courier New");
        format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
        break;
    case CellStyle::Count:
        format_set_num_format(look, "#,##0");
        format_set_align(look, LXW_ALIGN_LEFT);
        break;
    }
}

/// How many characters of a column's width its letters take, from small to wide ones.
double letterWidth(CellStyle style)
{
    return style == CellStyle::Fixed ? 1.25 : style == CellStyle::Header ? 1.1 : 1.0;
}

bool breaksLines(CellStyle style)
{
    return style == CellStyle::Header || style == CellStyle::Text || style == CellStyle::Centered
        || style == CellStyle::Value || style == CellStyle::Fixed;
}

/// Continuation bytes of UTF-8 take no room.
std::size_t lettersIn(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// Lines that `text` is broken into, word by word, where `room` letters fit on one.
std::size_t linesIn(std::string_view text, std::size_t room)
{
    std::size_t lines = 1;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::size_t word = lettersIn(text.substr(0, end));
        const std::size_t before = used == 0 ? 0 : used + 1;
        used = before + word;
        if (before != 0 && used > room) {
            ++lines;
            used = word;
        }
        while (used > room) {
            ++lines;
            used -= room;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// `&` begins a code in headers and footers.
std::string inFooter(const std::string& text)
{
    constexpr std::size_t longest = 90; // 255 are all that a footer holds
    std::string escaped;
    for (const char c : text.substr(0, longest)) {
        escaped += c;
        if (c == '&')
            escaped += '&';
    }
    // Never half a character.
    while (text.size() > longest && !escaped.empty()
        && (static_cast<unsigned char>(escaped.back()) & 0x80U) != 0)
        escaped.pop_back();
    return text.size() > longest ? escaped + "..." : escaped;
}

void setUpPage(lxw_worksheet* sheet, const Workbook::Page& page)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, page.paper == SheetPaper::A4 ? paperA4 : paperFolio);
    constexpr double side = 0.4; // inches
    worksheet_set_margins(sheet, side, side, page.rehearsal ? 0.75 : 0.5, 0.6);
    worksheet_fit_to_pages(sheet, 1, 0);
    const std::string footer = "&L&8" + inFooter(page.title) + "&R&8Halaman &P dari &N";
    worksheet_set_footer(sheet, footer.c_str());
    if (page.rehearsal)
        worksheet_set_header(sheet, "&C&\"Arial,Bold\"&12GLADI");
}

tl::unexpected<Error> failed(const base::Path& file, int error)
{
    const auto code = static_cast<lxw_error>(error);
    const int cause = errno;
    if (code == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
        return fail(
            Error::Kind::TooLarge, "A sheet holds at most 1,048,576 rows; export these as csv.");
    const auto kind = cause == ENOSPC || cause == EDQUOT ? Error::Kind::NoSpace : Error::Kind::Io;
    return fail(kind, file.string() + ": " + lxw_strerror(code));
}

/// Reads a sheet of the package to its end: its checksum holds, and its XML is closed.
bool isWhole(zip_t* package, const std::string& name)
{
    constexpr std::string_view end = "</worksheet>";
    zip_file_t* file = zip_fopen(package, name.c_str(), 0);
    if (file == nullptr)
        return false;
    std::string tail;
    std::vector<char> buffer(std::size_t{64} * 1024);
    zip_int64_t got = 0;
    while ((got = zip_fread(file, buffer.data(), buffer.size())) > 0) {
        tail.append(buffer.data(), static_cast<std::size_t>(got));
        tail.erase(0, tail.size() - std::min(tail.size(), end.size()));
    }
    return zip_fclose(file) == 0 && got == 0 && tail == end;
}

/// The library does not look whether its own temporary files took all that it wrote: a disk that is
/// full there would cut a sheet off, silently.
Result<void> checkPackage(const base::Path& file, std::size_t sheets)
{
    int error = 0;
    zip_t* package = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
    bool whole = package != nullptr;
    for (std::size_t sheet = 1; whole && sheet <= sheets; ++sheet)
        whole = isWhole(package, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
    if (package != nullptr)
        zip_discard(package);
    if (whole)
        return {};
    return fail(Error::Kind::NoSpace,
        "The workbook came out incomplete: the disk with temporary files ("
            + std::filesystem::temp_directory_path().string()
            + ") is full. Free some, or set TMPDIR.");
}

} // namespace

void Sheet::check(int error)
{
    if (error != LXW_NO_ERROR && m_workbook->m_error == LXW_NO_ERROR)
        m_workbook->m_error = error;
}

void Sheet::text(std::uint16_t column, std::string_view text, CellStyle style)
{
    constexpr double titleHeight = 21; // points
    if (style == CellStyle::Title || style == CellStyle::Warning)
        m_height = titleHeight;
    if (breaksLines(style) && column < m_widths.size() && m_widths[column] > 2) {
        const double room = (m_widths[column] - 1) / letterWidth(style);
        m_lines = std::max(m_lines, linesIn(text, static_cast<std::size_t>(room)));
    }
    check(worksheet_write_string(
        m_sheet, m_row, column, std::string(text).c_str(), m_workbook->look(style)));
}

void Sheet::number(std::uint16_t column, double value, CellStyle style)
{
    check(worksheet_write_number(m_sheet, m_row, column, value, m_workbook->look(style)));
}

void Sheet::formula(std::uint16_t column, const std::string& formula, double value, CellStyle style)
{
    check(worksheet_write_formula_num(
        m_sheet, m_row, column, formula.c_str(), m_workbook->look(style), value));
}

void Sheet::endRow()
{
    constexpr double lineHeight = 12.75; // points, of letters of 10
    constexpr double most = 409; // that a row may have
    const double height
        = m_height > 0 ? m_height : lineHeight * static_cast<double>(m_lines) + 2.25;
    if (m_height > 0 || m_lines > 1)
        check(worksheet_set_row(m_sheet, m_row, std::min(height, most), nullptr));
    m_height = 0;
    m_lines = 1;
    ++m_row;
}

void Sheet::width(std::uint16_t column, double characters)
{
    m_widths.resize(std::max<std::size_t>(m_widths.size(), column + std::size_t{1}));
    m_widths[column] = characters;
    check(worksheet_set_column(m_sheet, column, column, characters, nullptr));
}

void Sheet::header(const std::vector<SheetColumn>& columns)
{
    for (const SheetColumn& column : columns)
        m_widths.push_back(column.folded ? 0 : column.width);
    for (std::uint16_t at = 0; at < columns.size(); ++at) {
        lxw_row_col_options folded{};
        folded.hidden = LXW_TRUE;
        folded.level = 1;
        folded.collapsed = LXW_FALSE;
        check(worksheet_set_column_opt(
            m_sheet, at, at, columns[at].width, nullptr, columns[at].folded ? &folded : nullptr));
        text(at, columns[at].title, CellStyle::Header);
        if (!columns[at].folded)
            m_printed = static_cast<std::uint16_t>(at + 1);
    }
    m_columns = static_cast<std::uint16_t>(columns.size());
    m_headerRow = m_row;
    endRow();
    worksheet_freeze_panes(m_sheet, m_row, 0);
    check(worksheet_repeat_rows(m_sheet, m_headerRow, m_headerRow));
}

void Sheet::endTable()
{
    const std::uint32_t last = std::max(m_row, m_headerRow + 2) - 1;
    check(worksheet_autofilter(
        m_sheet, m_headerRow, 0, last, static_cast<std::uint16_t>(m_columns - 1)));
    check(worksheet_print_area(m_sheet, 0, 0, last, static_cast<std::uint16_t>(m_printed - 1)));
}

void Sheet::endPlain(std::uint16_t columns)
{
    check(worksheet_print_area(
        m_sheet, 0, 0, std::max(m_row, 1U) - 1, static_cast<std::uint16_t>(columns - 1)));
}

Result<std::unique_ptr<Workbook>> Workbook::create(const base::Path& file, Page page)
{
    std::string scratch = std::filesystem::temp_directory_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = scratch.data();
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    if (book == nullptr)
        return fail(Error::Kind::Io, file.string() + ": no workbook could be begun");
    return std::unique_ptr<Workbook>(new Workbook(file, std::move(page), book));
}

Workbook::Workbook(base::Path file, Page page, lxw_workbook* book)
    : m_file(std::move(file))
    , m_page(std::move(page))
    , m_book(book)
{
    lxw_doc_properties properties{};
    properties.title = m_page.title.data();
    std::string program = "Ikrar";
    properties.author = program.data();
    workbook_set_properties(m_book, &properties);
    makeLooks();
}

Workbook::~Workbook()
{
    if (m_book != nullptr)
        static_cast<void>(workbook_close(m_book)); // the only way to free it
}

void Workbook::makeLooks()
{
    for (std::size_t style = 0; style < cellStyles; ++style) {
        m_looks.at(style) = workbook_add_format(m_book);
        dress(m_looks.at(style), static_cast<CellStyle>(style));
    }
}

lxw_format* Workbook::look(CellStyle style) const
{
    return m_looks.at(static_cast<std::size_t>(style));
}

Sheet Workbook::addSheet(const char* name)
{
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name);
    assert(sheet != nullptr); // names are ours: short, each once
    setUpPage(sheet, m_page);
    m_sheets.push_back(sheet);
    return {*this, sheet};
}

Result<void> Workbook::checkTemporaries() const
{
    for (const lxw_worksheet* sheet : m_sheets) {
        std::FILE* rows = sheet->optimize_tmpfile;
        if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
            return base::failErrno(errno, std::filesystem::temp_directory_path().string());
    }
    return {};
}

Result<void> Workbook::finish()
{
    if (m_error != LXW_NO_ERROR)
        return failed(m_file, m_error);
    if (auto checked = checkTemporaries(); !checked)
        return checked;
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    if (error != LXW_NO_ERROR)
        return failed(m_file, error);
    return checkPackage(m_file, m_sheets.size());
}

} // namespace ikrar::attendance
