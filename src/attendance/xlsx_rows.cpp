#include "attendance/xlsx_rows.h"

#include "attendance/wording.h"
#include "attendance/xlsx_package.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxStrings = 4'000'000;
constexpr std::size_t maxCells = 10'000'000;
constexpr std::size_t maxRowNumber = 1'048'576;
constexpr std::size_t maxSheets = 1000;

QLatin1String name(const char* text)
{
    return QLatin1String(text);
}

tl::unexpected<Error> damaged(const char* what)
{
    return fail(Error::Kind::Malformed, what);
}

/// `_xHHHH_` stands for the character HHHH (ST_Xstring).
QString unescaped(QString text)
{
    constexpr qsizetype length = 7;
    for (qsizetype at = text.indexOf(QLatin1String("_x")); at >= 0;
         at = text.indexOf(QLatin1String("_x"), at + 1)) {
        bool isHex = false;
        const ushort character = text.mid(at + 2, 4).toUShort(&isHex, 16);
        if (isHex && at + length <= text.size() && text.at(at + length - 1) == u'_')
            text.replace(at, length, QChar(character));
    }
    return text;
}

/// The text of `si` or `is`: one run, or several that are formatted on their own; without the
/// reading aids (`rPh`) of East Asian texts.
std::string readString(XmlPart& xml)
{
    QString text;
    while (xml.child()) {
        if (xml.is(name("t"))) {
            text += xml.text();
        } else if (xml.is(name("r"))) {
            while (xml.child()) {
                if (xml.is(name("t")))
                    text += xml.text();
                else
                    xml.skip();
            }
        } else {
            xml.skip();
        }
    }
    return unescaped(std::move(text)).toStdString();
}

Result<std::vector<std::string>> readStrings(XmlPart& xml)
{
    std::vector<std::string> strings;
    for (bool root = xml.child(); root && xml.child();) {
        if (strings.size() == maxStrings)
            return fail(Error::Kind::TooLarge, "it holds more than 4,000,000 strings");
        if (xml.is(name("si")))
            strings.push_back(readString(xml));
        else
            xml.skip();
    }
    return xml.finish().map([&] { return std::move(strings); });
}

struct Sheet {
    std::string name;
    std::string relationship;
    bool hidden = false;
};

Result<std::vector<Sheet>> readSheets(XmlPart& xml)
{
    std::vector<Sheet> sheets;
    for (bool root = xml.child(); root && xml.child();) {
        if (!xml.is(name("sheets"))) {
            xml.skip();
            continue;
        }
        while (xml.child() && sheets.size() < maxSheets) {
            const QString state = xml.attribute(name("state"));
            sheets.push_back({xml.attribute(name("name")).toStdString(),
                xml.relationship().toStdString(), !state.isEmpty() && state != name("visible")});
            xml.skip();
        }
    }
    return xml.finish().map([&] { return std::move(sheets); });
}

/// Rows out of a worksheet.
class SheetReader
{
public:
    SheetReader(XmlPart& xml, const std::vector<std::string>& strings)
        : m_xml(xml)
        , m_strings(strings)
    {
    }

    Result<void> read(std::uint64_t size, const TakeRow& take, const ReadingProgress& progress)
    {
        for (bool root = m_xml.child(); root && m_xml.child();) {
            if (!m_xml.is(name("sheetData"))) {
                m_xml.skip();
                continue;
            }
            const auto wanted = readRows(size, take, progress);
            if (!wanted)
                return tl::unexpected(wanted.error());
            if (!*wanted)
                return {};
        }
        return m_xml.finish();
    }

private:
    /// Whether more is wanted.
    Result<bool> readRows(std::uint64_t size, const TakeRow& take, const ReadingProgress& progress)
    {
        constexpr std::size_t rowsBetween = 256;
        std::size_t rows = 0;
        while (m_xml.child()) {
            auto row = readRow();
            if (!row)
                return tl::unexpected(row.error());
            if (!row->cells.empty() && !take(std::move(*row)))
                return false;
            if (progress && ++rows % rowsBetween == 0)
                progress(std::min(m_xml.position(), size), size);
        }
        return true;
    }

    Result<TableRow> readRow()
    {
        const QString given = m_xml.attribute(name("r"));
        bool isNumber = true;
        const std::size_t number = given.isEmpty() ? m_row + 1 : given.toUInt(&isNumber);
        if (!isNumber || number <= m_row || number > maxRowNumber)
            return damaged("its rows are not numbered in order");
        m_row = number;
        TableRow row{number, {}};
        std::size_t next = 0;
        while (m_xml.child()) {
            if (++m_cells > maxCells)
                return fail(Error::Kind::TooLarge, "it holds more than 10,000,000 cells");
            const auto column = columnOf(m_xml.attribute(name("r")), next);
            if (!column)
                return tl::unexpected(column.error());
            next = *column + 1;
            auto cell = readCell();
            if (!cell)
                return tl::unexpected(cell.error());
            if (*column < maxXlsxColumns && !cell->text.empty()) {
                row.cells.resize(*column);
                row.cells.push_back(std::move(*cell));
            }
        }
        return row;
    }

    /// From 0, by a reference such as `AB12`; without one the cell follows the one before.
    static Result<std::size_t> columnOf(const QString& reference, std::size_t next)
    {
        constexpr std::size_t letters = 26;
        constexpr std::size_t maxColumn = 16'384;
        if (reference.isEmpty())
            return next;
        std::size_t column = 0;
        for (const QChar c : reference) {
            if (c < u'A' || c > u'Z' || column > maxColumn)
                break;
            column = column * letters + static_cast<std::size_t>(c.unicode() - u'A') + 1;
        }
        if (column == 0 || column > maxColumn || column - 1 < next)
            return damaged("its cells do not stand in order");
        return column - 1;
    }

    Result<Cell> readCell()
    {
        const QString type = m_xml.attribute(name("t"));
        std::optional<QString> value;
        Cell cell;
        bool formula = false;
        while (m_xml.child()) {
            if (m_xml.is(name("v"))) {
                value = m_xml.text();
            } else if (m_xml.is(name("is"))) {
                cell.text = readString(m_xml);
            } else {
                formula = formula || m_xml.is(name("f"));
                m_xml.skip();
            }
        }
        // The result of a formula may be an empty text, but no number is empty.
        if (formula && (!value || (value->isEmpty() && type != name("str"))))
            return Cell{"=", Cell::Kind::Broken};
        if (!value || value->isEmpty())
            return cell;
        return fromValue(type, *value);
    }

    [[nodiscard]] Result<Cell> fromValue(const QString& type, const QString& value) const
    {
        if (type == name("s")) {
            bool isNumber = false;
            const std::size_t index = value.toUInt(&isNumber);
            if (!isNumber || index >= m_strings.size())
                return damaged("a cell names a text that is not there");
            return Cell{m_strings[index], Cell::Kind::Text};
        }
        if (type == name("b"))
            return Cell{value == name("0") ? "FALSE" : "TRUE", Cell::Kind::Text};
        if (type == name("e"))
            return Cell{value.toStdString(), Cell::Kind::Broken};
        if (type.isEmpty() || type == name("n"))
            return Cell{value.toStdString(), Cell::Kind::Number};
        return Cell{unescaped(value).toStdString(), Cell::Kind::Text};
    }

    XmlPart& m_xml;
    const std::vector<std::string>& m_strings;
    std::size_t m_row = 0;
    std::size_t m_cells = 0;
};

/// A workbook with the way to its parts.
class Workbook
{
public:
    static Result<Workbook> open(XlsxPackage& package)
    {
        Workbook workbook(package);
        auto root = package.relationships("");
        if (!root)
            return tl::unexpected(root.error());
        const std::string part = targetOf(*root, "officeDocument");
        auto xml = package.part(part);
        if (!xml)
            return tl::unexpected(xml.error());
        auto sheets = readSheets(**xml);
        auto relationships = package.relationships(part);
        if (!sheets || !relationships)
            return tl::unexpected(sheets ? relationships.error() : sheets.error());
        workbook.m_relationships = std::move(*relationships);
        for (Sheet& sheet : *sheets) {
            if (workbook.partOf(sheet)) // a sheet of its own kind, such as a chart, is none
                workbook.m_sheets.push_back(std::move(sheet));
        }
        return workbook;
    }

    /// Null when there is none.
    [[nodiscard]] const Sheet* sheet(const std::string& wanted) const
    {
        const auto found
            = std::find_if(m_sheets.begin(), m_sheets.end(), [&](const Sheet& candidate) {
                  return wanted.empty() ? !candidate.hidden : candidate.name == wanted;
              });
        return found == m_sheets.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::vector<std::string> visible() const
    {
        std::vector<std::string> names;
        for (const Sheet& sheet : m_sheets) {
            if (!sheet.hidden)
                names.push_back(sheet.name);
        }
        return names;
    }

    Result<void> read(const Sheet& sheet, const TakeRow& take, const ReadingProgress& progress)
    {
        const auto strings = this->strings();
        if (!strings)
            return tl::unexpected(strings.error());
        const std::string part = partOf(sheet).value_or("");
        auto xml = m_package->part(part);
        if (!xml)
            return tl::unexpected(xml.error());
        return SheetReader(**xml, *strings).read(m_package->size(part), take, progress);
    }

private:
    using Relationships = std::vector<XlsxPackage::Relationship>;

    explicit Workbook(XlsxPackage& package) : m_package(&package) { }

    static std::string targetOf(const Relationships& all, std::string_view type)
    {
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const auto& each) { return each.type == type; });
        return found == all.end() ? std::string() : found->target;
    }
    [[nodiscard]] std::optional<std::string> partOf(const Sheet& sheet) const
    {
        for (const auto& each : m_relationships) {
            if (each.id == sheet.relationship && each.type == "worksheet")
                return each.target;
        }
        return std::nullopt;
    }
    Result<std::vector<std::string>> strings()
    {
        const std::string part = targetOf(m_relationships, "sharedStrings");
        if (part.empty())
            return std::vector<std::string>{};
        auto xml = m_package->part(part);
        if (!xml)
            return tl::unexpected(xml.error());
        return readStrings(**xml);
    }

    XlsxPackage* m_package;
    Relationships m_relationships;
    std::vector<Sheet> m_sheets;
};

Error inWords(const Error& error, pledge::Language language)
{
    if (error.kind == Error::Kind::TooLarge)
        return {error.kind,
            said(language,
                "Buku kerja ini terlalu besar; simpan lembar daftar peserta saja sebagai berkas "
                ".xlsx tersendiri.",
                "This workbook is too large: " + error.what
                    + ". Save the sheet with the roster as an .xlsx file of its own.")};
    return {Error::Kind::Malformed,
        said(language,
            "Berkas XLSX ini tidak utuh; buka dengan aplikasi lembar kerja dan simpan lagi sebagai "
            ".xlsx.",
            "This XLSX file is not whole: " + error.what
                + ". Open it in a spreadsheet and save it as .xlsx again.")};
}

tl::unexpected<Error> noSheet(
    const std::string& wanted, const std::vector<std::string>& visible, pledge::Language language)
{
    if (visible.empty())
        return fail(Error::Kind::Missing,
            said(language,
                "Buku kerja ini tidak punya lembar yang tampak; simpan lagi dengan "
                "daftar pesertanya.",
                "This workbook shows no sheet; save it again with the roster in it."));
    std::string names;
    for (const std::string& each : visible)
        names += (names.empty() ? "'" : ", '") + each + "'";
    return fail(Error::Kind::Missing,
        said(language, "Tidak ada lembar '" + wanted + "'; lembar yang ada: " + names + ".",
            "There is no sheet '" + wanted + "'; the sheets are " + names + "."));
}

} // namespace

Result<XlsxSheets> readXlsx(BytesView file, const std::string& sheet, pledge::Language language,
    const TakeRow& take, const ReadingProgress& progress)
{
    const auto said = [&](const Error& error) { return inWords(error, language); };
    auto package = XlsxPackage::open(file);
    if (!package)
        return tl::unexpected(said(package.error()));
    auto workbook = Workbook::open(**package);
    if (!workbook)
        return tl::unexpected(said(workbook.error()));
    const Sheet* chosen = workbook->sheet(sheet);
    if (chosen == nullptr)
        return noSheet(sheet, workbook->visible(), language);
    XlsxSheets sheets{chosen->name, workbook->visible()};
    return workbook->read(*chosen, take, progress).map_error(said).map([&] { return sheets; });
}

} // namespace ikrar::attendance
