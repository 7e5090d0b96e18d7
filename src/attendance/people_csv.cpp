#include "attendance/people_csv.h"

#include "attendance/list_cells.h"
#include "ledger/attendance_table.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view lineEnd = "\r\n";

/// One line of quoted fields.
class Line
{
public:
    explicit Line(char separator) : m_separator(separator) { }

    void add(std::string_view field)
    {
        if (!m_text.empty())
            m_text += m_separator;
        m_text += looksLikeFormula(field) ? "\"'" : "\"";
        for (std::size_t quote = field.find('"'); quote != std::string_view::npos;
             quote = field.find('"')) {
            m_text += field.substr(0, quote + 1);
            m_text += '"';
            field.remove_prefix(quote + 1);
        }
        m_text += field;
        m_text += '"';
    }

    [[nodiscard]] Result<void> end(Sink& sink)
    {
        m_text += lineEnd;
        auto written = sink.write(m_text);
        m_text.clear();
        return written;
    }

private:
    char m_separator;
    std::string m_text;
};

Result<void> writeHeader(Line& line, Sink& sink)
{
    for (const std::string_view column : peopleColumns)
        line.add(column);
    for (const std::string_view column : machineColumns)
        line.add(column);
    return sink.write(byteOrderMark).and_then([&] { return line.end(sink); });
}

/// A list has no title to say it in: each row of a rehearsal does.
std::string remarksOf(const SignedRecord& record, bool rehearsal)
{
    const std::string remarks = remarksCell(record);
    return !rehearsal ? remarks : remarks.empty() ? "GLADI" : "GLADI; " + remarks;
}

void addRow(Line& line, std::uint64_t number, const SignedRecord& record, const Records& records)
{
    const pledge::Ceremony& ceremony = records.ceremony();
    const pledge::Declaration& declaration = record.row.declaration;
    line.add(std::to_string(number));
    line.add(declaration.name);
    line.add(numberCell(declaration.identity));
    line.add(record.rank);
    line.add(declaration.post);
    line.add(unitCell(ceremony, declaration.unit));
    line.add(timeCell(record.row.time, ceremony.timeZone));
    line.add(remarksOf(record, records.rehearsal()));
    for (const std::string& cell : machineCells(record, ceremony))
        line.add(cell);
}

} // namespace

Result<std::uint64_t> writePeopleCsv(
    const Records& records, Records::Order order, char separator, Sink& sink, const RowsDone& done)
{
    Line line(separator);
    std::uint64_t rows = 0;
    return writeHeader(line, sink).and_then([&] {
        return eachSignedBeside(
            records, order,
            [&](const SignedRecord& record) {
                addRow(line, ++rows, record, records);
                return line.end(sink);
            },
            done);
    });
}

Result<std::uint64_t> writeRawCsv(const Records& records, Sink& sink, const RowsDone& done)
{
    const std::string& zone = records.ceremony().timeZone;
    return sink.write(ledger::attendanceHeader() + std::string(lineEnd)).and_then([&] {
        return eachSignedBeside(
            records, Records::Order::Log,
            [&](const SignedRecord& record) {
                return sink.write(ledger::attendanceRow(record.row, zone) + std::string(lineEnd));
            },
            done);
    });
}

bool looksLikeFormula(std::string_view text)
{
    // The same signs in full width, which some input methods and spreadsheets take for them.
    constexpr std::array<std::string_view, 8> beginnings{
        "=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    if (text.starts_with('\t') || text.starts_with('\r') || text.starts_with('\n'))
        return true;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    // Nearly every cell of a long list begins otherwise.
    if (text.empty() || std::string_view("=+-@\xef").find(text.front()) == std::string_view::npos)
        return false;
    // A dash alone says that there is nothing to say.
    return text != "-"
        && std::any_of(beginnings.begin(), beginnings.end(),
            [&](std::string_view beginning) { return text.starts_with(beginning); });
}

} // namespace ikrar::attendance
