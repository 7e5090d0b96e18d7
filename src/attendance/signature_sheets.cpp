#include "attendance/signature_sheets.h"

#include "attendance/list_cells.h"
#include "attendance/paper_marks.h"
#include "attendance/paper_table.h"
#include "attendance/signature_block.h"
#include "crypto/random.h"
#include "pledge/sheet_row.h"

#include <array>

namespace ikrar::attendance {

namespace {

constexpr double rowHeight = 17 * mm;
constexpr double module = 0.5 * mm;
constexpr std::size_t freeRows = 2; ///< at least, at the end of each unit: for who is not listed
constexpr std::size_t codeColumn = 7;

std::vector<PaperTable::Column> columns()
{
    return {{QStringLiteral("No"), 11, Qt::AlignHCenter}, {QStringLiteral("Nama"), 58},
        {QStringLiteral("NIP / NI PPPK / NIK"), 40, Qt::AlignHCenter},
        {QStringLiteral("Jabatan"), 42}, {QStringLiteral("Pukul"), 16, Qt::AlignHCenter},
        {QStringLiteral("Tanda tangan"), 48}, {QStringLiteral("Saksi (nama dan paraf)"), 38},
        {QStringLiteral("Kode baris"), 20, Qt::AlignHCenter}};
}

/// The rows of one sheet; a null person's row is filled in by hand.
using SheetRows = std::vector<const ledger::RosterRow*>;

class SheetPainter
{
public:
    SheetPainter(Pages& pages, const pledge::Ceremony& ceremony, const SheetsOptions& options)
        : m_pages(pages)
        , m_ceremony(ceremony)
        , m_options(options)
    {
    }

    Result<void> paint(const QString& unit, const SheetRows& rows)
    {
        m_pages.startPage();
        paintHead(unit);
        PaperTable table(m_pages, columns(), {8.5, rowHeight});
        table.start(rowHeight);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (auto placed = paintRow(table, rows[at], at + 1); !placed)
                return placed;
        }
        return {};
    }

    /// That fit below the head of a sheet.
    static std::size_t rowsOf(const SheetSize& size)
    {
        constexpr double around = 64 * mm; // margins, head and the table's header
        return static_cast<std::size_t>((size.height - around) / rowHeight);
    }

private:
    void paintHead(const QString& unit)
    {
        const pledge::Session& session = m_options.session.session;
        m_pages.paragraph(QStringLiteral("LEMBAR TANDA TANGAN BASAH"), letters(13, Weight::Bold),
            Qt::AlignHCenter);
        m_pages.paragraph(
            fromUtf8(m_ceremony.title.id), letters(10, Weight::Bold), Qt::AlignHCenter);
        m_pages.advance(1.5 * mm);
        const QFont font = letters(9);
        m_pages.item(
            QStringLiteral("Lembar"), sheetName(), letters(9, Weight::Bold), 25 * mm, 25 * mm);
        m_pages.item(QStringLiteral("Unit kerja"), unit, font, 25 * mm, 25 * mm);
        m_pages.item(QStringLiteral("Sesi"),
            sessionName(m_options.session) + QStringLiteral(" · ")
                + (session.date.empty() ? dotted(30) : fromUtf8(longDate(session.date)))
                + QStringLiteral(" · ")
                + (session.place.empty() ? dotted(40) : fromUtf8(session.place)),
            font, 25 * mm, 25 * mm);
        m_pages.advance(1.5 * mm);
    }

    [[nodiscard]] QString sheetName() const
    {
        return fromUtf8(m_options.series)
            + QStringLiteral("-%1").arg(m_pages.count(), 3, 10, QLatin1Char('0'));
    }

    Result<void> paintRow(PaperTable& table, const ledger::RosterRow* person, std::size_t number)
    {
        const auto code = paperQr(sheetRowText(m_options.series, m_pages.count(), number));
        if (!code)
            return tl::unexpected(code.error());
        const bool listed = person != nullptr;
        auto row = table.row({QString::number(number), listed ? fromUtf8(person->name) : QString(),
            listed ? numberText(person->identity) : QString(),
            listed ? fromUtf8(person->post) : QString(), {}, {}, {}, {}});
        row.paintedCell = codeColumn;
        row.paintCell = [&code](QPainter& painter, const QRectF& cell) {
            const double side = qrSide(*code, module);
            paintQr(
                painter, *code, cell.center().x() - side / 2, cell.center().y() - side / 2, module);
        };
        table.place(row);
        return {};
    }

    Pages& m_pages;
    const pledge::Ceremony& m_ceremony;
    const SheetsOptions& m_options;
};

/// Each unit's people, and the free rows that fill its last sheet.
Result<void> composeUnits(SheetPainter& sheets, const pledge::Ceremony& ceremony,
    const std::vector<ledger::RosterRow>& people, std::size_t rowsASheet)
{
    for (std::size_t begin = 0; begin < people.size();) {
        std::size_t end = begin;
        while (end < people.size() && people[end].unit == people[begin].unit)
            ++end;
        SheetRows rows;
        for (std::size_t at = begin; at < end; ++at)
            rows.push_back(&people[at]);
        const std::size_t least = rows.size() + freeRows;
        rows.resize((least + rowsASheet - 1) / rowsASheet * rowsASheet, nullptr);
        const QString unit = unitText(ceremony, people[begin].unit);
        for (auto first = rows.begin(); first != rows.end();) {
            const auto last = first + static_cast<std::ptrdiff_t>(rowsASheet);
            if (auto painted = sheets.paint(unit, SheetRows(first, last)); !painted)
                return painted;
            first = last;
        }
        begin = end;
    }
    return {};
}

PageFrame frameOf(const pledge::Ceremony& ceremony, const SheetsOptions& options)
{
    return {landscape(options.paper),
        QStringLiteral("Lembar tanda tangan basah · ") + fromUtf8(ceremony.title.id),
        printedText(options, ceremony), options.rehearsal};
}

} // namespace

std::string sheetSeries()
{
    constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string series;
    for (const std::uint8_t byte : crypto::randomBytes<pledge::sheetSeriesDigits>())
        series += crockford[byte % crockford.size()];
    return series;
}

std::string sheetRowText(const std::string& series, int sheet, std::size_t row)
{
    return qrText(
        pledge::SheetRow{series, static_cast<unsigned>(sheet), static_cast<unsigned>(row)});
}

Result<void> writeSignatureSheets(Sink& sink, const pledge::Ceremony& ceremony,
    const std::vector<ledger::RosterRow>& people, const SheetsOptions& options)
{
    if (people.empty())
        return fail(Error::Kind::Invalid, "There is nobody to print sheets for: import a roster.");
    return writePaper(sink, frameOf(ceremony, options), [&](Pages& pages) {
        SheetPainter sheets(pages, ceremony, options);
        return composeUnits(
            sheets, ceremony, people, SheetPainter::rowsOf(landscape(options.paper)));
    });
}

Result<void> writeBlankSheets(
    Sink& sink, const pledge::Ceremony& ceremony, int sheets, const SheetsOptions& options)
{
    if (sheets < 1)
        return fail(Error::Kind::Invalid, "At least one sheet is to be printed.");
    return writePaper(sink, frameOf(ceremony, options), [&](Pages& pages) -> Result<void> {
        SheetPainter painter(pages, ceremony, options);
        const SheetRows rows(SheetPainter::rowsOf(landscape(options.paper)), nullptr);
        for (int sheet = 0; sheet < sheets; ++sheet) {
            if (auto painted = painter.paint(dotted(60), rows); !painted)
                return painted;
        }
        return {};
    });
}

} // namespace ikrar::attendance
