#include "attendance/attendance_sheet.h"

#include "attendance/attendance_annexes.h"
#include "attendance/letter_dates.h"
#include "attendance/list_cells.h"
#include "attendance/number_words.h"
#include "attendance/paper_marks.h"
#include "attendance/paper_table.h"
#include "attendance/signature_block.h"

namespace ikrar::attendance {

namespace {

constexpr double rowHeight = 16.6 * mm; // 15 mm of ink within its padding
constexpr std::size_t signatureColumn = 7;

std::vector<PaperTable::Column> columns()
{
    return {{QStringLiteral("No"), 10, Qt::AlignHCenter}, {QStringLiteral("Nama"), 48},
        {QStringLiteral("NIP / NI PPPK / NIK"), 35.5, Qt::AlignHCenter},
        {QStringLiteral("Pangkat/Gol."), 27}, {QStringLiteral("Jabatan"), 38},
        {QStringLiteral("Unit kerja"), 38}, {QStringLiteral("Waktu"), 19.5, Qt::AlignHCenter},
        {QStringLiteral("Tanda tangan"), 33, Qt::AlignHCenter}, {QStringLiteral("Keterangan"), 24}};
}

/// The class on a line of its own, so that none is broken at its slash.
QString rankText(const std::string& rank)
{
    return rank.empty() ? QStringLiteral("–")
                        : fromUtf8(rank).replace(QLatin1String(" ("), QLatin1String("\n("));
}

/// In the place of ink: where the signature is.
QString signatureText(const pledge::Declaration& person)
{
    return person.method != pledge::Method::WetInk
        ? QString()
        : QStringLiteral("tanda tangan basah,\nlembar\n") + fromUtf8(person.paper.row);
}

/// The day over the time.
QString dayAndTime(std::int64_t seconds, const std::string& timeZone)
{
    QString text = fromUtf8(timeCell(seconds, timeZone));
    if (const qsizetype space = text.indexOf(u' '); space != -1)
        text[space] = u'\n';
    return text;
}

/// The signed rows of one walk. One row waits until it is known whether another follows: the last
/// one takes the signature block with it.
class SheetRows
{
public:
    SheetRows(Pages& pages, const pledge::Ceremony& ceremony, Records::Order order)
        : m_ceremony(ceremony)
        , m_grouped(order == Records::Order::Unit)
        , m_table(pages, columns(), {8, rowHeight})
    {
    }

    void take(const SignedRecord& record)
    {
        placeWaiting(0);
        const std::string& unit = record.row.declaration.unit;
        m_beginsUnit = m_grouped && unit != m_unit;
        m_unit = unit;
        m_waiting = rowOf(record);
    }

    /// The last row, with what must stand on its page.
    void finish(double together)
    {
        if (!m_waiting) {
            m_waiting = m_table.row(std::vector<QString>(columns().size()));
            m_waiting->cells[1]
                = TextBlock(QStringLiteral("Belum ada tanda tangan."), letters(8), 45 * mm);
        }
        placeWaiting(together);
    }

private:
    void placeWaiting(double together)
    {
        if (!m_waiting)
            return;
        if (!m_started) // late, so that a header never stands without a row
            m_table.start(m_table.bandHeight() + m_waiting->height + together);
        m_started = true;
        if (m_beginsUnit)
            m_table.setBand(unitText(m_ceremony, m_unit), m_waiting->height + together);
        m_table.place(*m_waiting, together);
        m_waiting.reset();
    }

    PaperTable::Row rowOf(const SignedRecord& record)
    {
        const pledge::Declaration& person = record.row.declaration;
        const bool counts = !record.row.voided && !record.repeated;
        const QString number = counts ? QString::number(++m_number) : QStringLiteral("–");
        auto row = m_table.row(
            {number, fromUtf8(person.name), numberText(person.identity), rankText(record.rank),
                person.post.empty() ? QStringLiteral("–") : fromUtf8(person.post),
                unitText(m_ceremony, person.unit), dayAndTime(record.row.time, m_ceremony.timeZone),
                signatureText(person), fromUtf8(remarksCell(record))});
        row.struck = record.row.voided.has_value();
        row.paintedCell = signatureColumn;
        row.paintCell = [ink = person.ink](QPainter& painter, const QRectF& cell) {
            paintInk(painter, cell, ink);
        };
        return row;
    }

    const pledge::Ceremony& m_ceremony;
    bool m_grouped;
    PaperTable m_table;
    std::uint64_t m_number = 0;
    std::string m_unit;
    bool m_beginsUnit = false;
    bool m_started = false;
    std::optional<PaperTable::Row> m_waiting;
};

/// `Tempat : Lapangan ...`.
void paintFact(Pages& pages, const QString& label, const QString& fact)
{
    constexpr double labelWidth = 28 * mm;
    const QFont font = letters(9.5);
    const TextBlock name(label, font, labelWidth);
    const TextBlock said(QStringLiteral(": ") + (fact.isEmpty() ? dotted(60) : fact), font,
        pages.width() - labelWidth);
    pages.need(said.height());
    pages.paint(name, pages.left(), pages.y());
    pages.paint(said, pages.left() + labelWidth, pages.y());
    pages.advance(said.height());
}

void paintSessionTable(
    Pages& pages, const std::vector<HeldSession>& sessions, const pledge::Ceremony& ceremony)
{
    PaperTable table(pages,
        {{QStringLiteral("Sesi"), 80}, {QStringLiteral("Tempat"), 110},
            {QStringLiteral("Hari, tanggal"), 50}, {QStringLiteral("Pukul"), 30}},
        {8.5});
    table.start(6 * mm);
    for (const HeldSession& held : sessions) {
        const QString time = timeText(held.session.time, ceremony.timeZone);
        table.place(table.row({sessionName(held),
            held.session.place.empty() ? dotted(40) : fromUtf8(held.session.place),
            held.session.date.empty() ? dotted(20) : fromUtf8(longDate(held.session.date)),
            time.isEmpty() ? dotted(12) : time}));
    }
}

void paintSessions(
    Pages& pages, const std::vector<HeldSession>& sessions, const pledge::Ceremony& ceremony)
{
    if (sessions.size() != 1) {
        paintSessionTable(pages, sessions, ceremony);
        return;
    }
    const pledge::Session& only = sessions.front().session;
    if (!only.name.empty())
        paintFact(pages, QStringLiteral("Sesi"), fromUtf8(only.name));
    paintFact(pages, QStringLiteral("Hari, tanggal"), fromUtf8(longDate(only.date)));
    const QString time = timeText(only.time, ceremony.timeZone);
    paintFact(pages, QStringLiteral("Waktu"),
        time.isEmpty() ? QString() : QStringLiteral("pukul ") + time);
    paintFact(pages, QStringLiteral("Tempat"), fromUtf8(only.place));
}

void paintHead(Pages& pages, const pledge::Ceremony& ceremony,
    const std::vector<HeldSession>& sessions, const SheetOptions& options)
{
    paintLetterhead(pages, options.letterhead, ceremony.organizer);
    pages.paragraph(QStringLiteral("DAFTAR HADIR"), letters(14, Weight::Bold), Qt::AlignHCenter);
    pages.paragraph(fromUtf8(ceremony.title.id), letters(11, Weight::Bold), Qt::AlignHCenter);
    pages.advance(3 * mm);
    paintSessions(pages, sessions, ceremony);
    pages.advance(3 * mm);
}

QString totalsText(const Totals& totals)
{
    const std::uint64_t people = totals.present + totals.walkIns;
    return QStringLiteral("Menandatangani: %1 (%2) orang, %3 di antaranya di luar daftar peserta. "
                          "Dalam daftar peserta: %4 orang, tidak hadir %5 orang. Ganda: %6. "
                          "Dibatalkan: %7.")
        .arg(figures(people), fromUtf8(inWords(people)), figures(totals.walkIns),
            figures(totals.expected), figures(totals.absent), figures(totals.repeated),
            figures(totals.voided));
}

SignatureBlock signaturesOf(
    const Pages& pages, const pledge::Ceremony& ceremony, const std::vector<HeldSession>& sessions)
{
    const QDate day = onlyDay(sessions);
    const QString dateLine
        = dotted(20) + QStringLiteral(", ") + (day.isValid() ? dateText(day) : dotted(24));
    std::vector<SignatureBlock::Group> groups;
    if (!ceremony.observers.empty())
        groups.push_back({QStringLiteral("Mengetahui"), {}, ceremony.observers});
    groups.push_back({{}, dateLine, ceremony.leaders});
    return {pages, groups};
}

Result<void> compose(Pages& pages, const Records& records, const SheetOptions& options,
    const std::vector<LogRecord>& logs, const Totals& totals)
{
    const pledge::Ceremony& ceremony = records.ceremony();
    const auto sessions = sessionsOf(ceremony, logs);
    pages.startPage();
    paintHead(pages, ceremony, sessions, options);
    const SignatureBlock signatures = signaturesOf(pages, ceremony, sessions);
    const TextBlock counted(totalsText(totals), letters(9), pages.width());
    constexpr double gaps = 6 * mm;
    // Header, band and a tall row beside the signatures.
    constexpr double spare = 2 * rowHeight + 20 * mm;
    {
        SheetRows rows(pages, ceremony, options.order);
        std::uint64_t walkedRows = 0;
        const auto ink = pages.painter() == nullptr ? Records::Ink::Skip : Records::Ink::Read;
        auto walked = records.eachSigned(
            options.order,
            [&](const SignedRecord& record) {
                rows.take(record);
                if (++walkedRows; options.done && pages.painter() != nullptr)
                    options.done(walkedRows);
                return Result<void>();
            },
            ink);
        if (!walked)
            return walked;
        rows.finish(counted.height() + gaps + signatures.together(pages.tallest() - spare));
    }
    pages.advance(gaps / 3);
    pages.paint(counted, pages.left(), pages.y());
    pages.advance(counted.height() + gaps / 3);
    signatures.paint(pages);
    return options.annexes ? composeAnnexes(pages, records) : Result<void>();
}

} // namespace

Result<void> writeAttendanceSheet(Sink& sink, const Records& records, const SheetOptions& options)
{
    const auto logs = records.logs();
    if (!logs)
        return tl::unexpected(logs.error());
    const auto totals = records.totals();
    if (!totals)
        return tl::unexpected(totals.error());
    const pledge::Ceremony& ceremony = records.ceremony();
    const PageFrame frame{landscape(options.paper),
        QStringLiteral("Daftar hadir · ") + fromUtf8(ceremony.title.id),
        printedText(options, ceremony), records.rehearsal()};
    return writePaper(sink, frame,
        [&](Pages& pages) { return compose(pages, records, options, *logs, *totals); });
}

} // namespace ikrar::attendance
