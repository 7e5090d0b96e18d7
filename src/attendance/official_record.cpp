#include "attendance/official_record.h"

#include "attendance/letter_dates.h"
#include "attendance/list_cells.h"
#include "attendance/log_heads.h"
#include "attendance/number_words.h"
#include "attendance/paper_table.h"
#include "attendance/signature_block.h"

#include <QStringList>

namespace ikrar::attendance {

namespace {

constexpr double points = 10;
constexpr double sectionIndent = 6 * mm;
constexpr double itemIndent = 12 * mm;

/// All that one walk is made from.
struct Content {
    const pledge::Ceremony& ceremony;
    const OfficialRecordOptions& options;
    std::vector<LogRecord> logs;
    std::vector<HeldSession> sessions;
    Totals totals;
    std::vector<UnitRecap> units;
};

QString orNotFilledIn(const std::string& text)
{
    return text.empty() ? QStringLiteral("(belum diisi)") : fromUtf8(text);
}

QString orDotted(const std::string& text, int dots)
{
    return text.empty() ? dotted(dots) : fromUtf8(text);
}

QString dayText(const std::string& date)
{
    return date.empty() ? QStringLiteral("(belum diisi)") : dateText(dayOf(date));
}

void section(Pages& pages, int number, const QString& title)
{
    const QFont font = letters(points, Weight::Bold);
    pages.advance(2.5 * mm);
    pages.need(16 * mm); // with some of what follows
    pages.item(QString::number(number) + u'.', title, font, sectionIndent, sectionIndent);
    pages.advance(0.5 * mm);
}

/// `a.`, `b.`, ... before each; without a letter where there is but one.
void list(Pages& pages, const QStringList& items)
{
    const QFont font = letters(points);
    for (qsizetype at = 0; at < items.size(); ++at) {
        if (items.size() == 1) {
            pages.paragraph(items.front(), font, Qt::AlignLeft, sectionIndent);
            continue;
        }
        const QString label = at < 26 ? QString(QChar(u'a' + static_cast<char16_t>(at))) + u'.'
                                      : QString::number(at + 1) + u'.';
        pages.item(label, items[at], font, itemIndent, itemIndent - sectionIndent);
    }
}

QString instrumentText(const pledge::Instrument& instrument)
{
    QString said = orNotFilledIn(instrument.type) + u' ' + orNotFilledIn(instrument.issuer)
        + QStringLiteral(" Nomor ") + orNotFilledIn(instrument.number) + QStringLiteral(" tanggal ")
        + dayText(instrument.date);
    if (!instrument.effective.empty())
        said += QStringLiteral(", berlaku sejak ") + dayText(instrument.effective);
    return said + QStringLiteral(", tentang ") + orNotFilledIn(instrument.subject);
}

QString personText(const pledge::Person& person)
{
    QStringList parts;
    for (const std::string& part : {person.name, person.post}) {
        if (!part.empty())
            parts << fromUtf8(part);
    }
    const QString who = parts.join(QStringLiteral(", "));
    return person.role.empty()
        ? who
        : who + QStringLiteral(" (") + fromUtf8(person.role).toLower() + u')';
}

QString sessionText(const HeldSession& held, const pledge::Ceremony& ceremony)
{
    const QString time = timeText(held.session.time, ceremony.timeZone);
    return sessionName(held) + QStringLiteral("; tempat: ") + orDotted(held.session.place, 40)
        + QStringLiteral("; ") + (orDotted(longDate(held.session.date), 30))
        + QStringLiteral(", pukul ") + (time.isEmpty() ? dotted(14) : time);
}

template <typename T, typename Text>
QStringList texts(const std::vector<T>& things, const Text& text)
{
    QStringList all;
    for (const T& thing : things)
        all << text(thing);
    return all;
}

void paintTitle(Pages& pages, const Content& content)
{
    paintLetterhead(pages, content.options.letterhead, content.ceremony.organizer);
    pages.paragraph(QStringLiteral("BERITA ACARA"), letters(14, Weight::Bold), Qt::AlignHCenter);
    pages.paragraph(
        fromUtf8(content.ceremony.title.id), letters(11.5, Weight::Bold), Qt::AlignHCenter);
    pages.paragraph(QStringLiteral("Nomor: ") + orDotted(content.options.number, 50),
        letters(points), Qt::AlignHCenter);
    pages.advance(4 * mm);
}

QDate dayOfRecord(const Content& content)
{
    return content.options.date.isValid() ? content.options.date : onlyDay(content.sessions);
}

void paintOpening(Pages& pages, const Content& content)
{
    const QDate day = dayOfRecord(content);
    const QString when = day.isValid()
        ? dateInWords(day) + day.toString(QStringLiteral(" (dd-MM-yyyy)"))
        : dotted(16) + QStringLiteral(" tanggal ") + dotted(24) + QStringLiteral(" bulan ")
            + dotted(20) + QStringLiteral(" tahun ") + dotted(36);
    const QString where = content.sessions.size() == 1
        ? QStringLiteral("bertempat di ") + orDotted(content.sessions.front().session.place, 60)
        : QStringLiteral("di tempat-tempat yang disebut dalam angka 3");
    const QString what
        = content.ceremony.activity ? QStringLiteral("kegiatan") : QStringLiteral("upacara");
    pages.paragraph(QStringLiteral("Pada hari ini %1, %2, telah dilaksanakan %3 “%4” yang "
                                   "diselenggarakan oleh %5, dengan uraian sebagai berikut.")
                        .arg(when, where, what, fromUtf8(content.ceremony.title.id),
                            orDotted(content.ceremony.organizer, 40)),
        letters(points), Qt::AlignJustify);
}

void paintBasis(Pages& pages, const Content& content)
{
    const pledge::Ceremony& ceremony = content.ceremony;
    section(pages, 1, QStringLiteral("Dasar"));
    list(pages,
        ceremony.instruments.empty() ? QStringList{QStringLiteral("(belum diisi)")}
                                     : texts(ceremony.instruments, instrumentText));
    section(pages, 2, QStringLiteral("Pimpinan"));
    list(pages,
        ceremony.leaders.empty() ? QStringList{dotted(60)} : texts(ceremony.leaders, personText));
    section(pages, 3, QStringLiteral("Sesi"));
    list(pages, texts(content.sessions, [&](const HeldSession& held) {
        return sessionText(held, ceremony);
    }));
}

struct Count {
    QString what;
    std::uint64_t number = 0;
};

std::vector<Count> countsOf(const Content& content)
{
    const Totals& totals = content.totals;
    UnitRecap sum;
    for (const UnitRecap& unit : content.units) {
        sum.permission += unit.permission;
        sum.sick += unit.sick;
        sum.leave += unit.leave;
        sum.duty += unit.duty;
    }
    const std::uint64_t explained = sum.permission + sum.sick + sum.leave + sum.duty;
    return {{QStringLiteral("Peserta dalam daftar"), totals.expected},
        {QStringLiteral("Hadir dan menandatangani, dari daftar"), totals.present},
        {QStringLiteral("Hadir dan menandatangani, di luar daftar"), totals.walkIns},
        {QStringLiteral("Tidak hadir"), totals.absent},
        {QStringLiteral("     izin"), sum.permission}, {QStringLiteral("     sakit"), sum.sick},
        {QStringLiteral("     cuti"), sum.leave}, {QStringLiteral("     dinas luar"), sum.duty},
        {QStringLiteral("     tanpa keterangan"),
            totals.absent - std::min(explained, totals.absent)},
        {QStringLiteral("Tanda tangan dengan bantuan"), totals.assisted},
        {QStringLiteral("Tanda tangan basah di kertas"), totals.onPaper},
        {QStringLiteral("Tanda tangan dibatalkan"), totals.voided},
        {QStringLiteral("Tanda tangan ganda"), totals.repeated}};
}

void paintCounts(Pages& pages, const Content& content)
{
    section(pages, 4, QStringLiteral("Jumlah"));
    PaperTable table(pages,
        {{QStringLiteral("Uraian"), 62}, {QStringLiteral("Angka"), 18, Qt::AlignRight},
            {QStringLiteral("Terbilang"), 80}},
        {9, 5.6 * mm, sectionIndent});
    table.start(6 * mm);
    for (const Count& count : countsOf(content))
        table.place(
            table.row({count.what, figures(count.number), fromUtf8(inWords(count.number))}));
}

QString orDash(const std::optional<std::uint64_t>& number)
{
    return number ? figures(*number) : QStringLiteral("–");
}

void paintKiosks(Pages& pages, const Content& content)
{
    section(pages, 5, QStringLiteral("Perangkat (kios)"));
    const auto right = Qt::AlignRight;
    PaperTable table(pages,
        {{QStringLiteral("Kios"), 40}, {QStringLiteral("Entri log"), 22, right},
            {QStringLiteral("Tanda tangan"), 24, right}, {QStringLiteral("Dibatalkan"), 22, right},
            {QStringLiteral("Indeks pertama"), 24, right},
            {QStringLiteral("Indeks terakhir"), 24, right},
            {QStringLiteral("Log ditutup"), 20, Qt::AlignHCenter}},
        {9, 5.6 * mm, sectionIndent});
    table.start(6 * mm);
    for (const LogRecord& log : content.logs)
        table.place(table.row({fromUtf8(log.kiosk), figures(log.size), figures(log.signedEntries),
            figures(log.voidedEntries), orDash(log.firstSigned), orDash(log.lastSigned),
            log.closed ? QStringLiteral("ya") : QStringLiteral("belum")}));
}

void paintIncidents(Pages& pages, const Content& content)
{
    section(pages, 6, QStringLiteral("Kejadian khusus"));
    const auto& incidents = content.options.incidents;
    list(pages,
        incidents.empty()
            ? QStringList{QStringLiteral("Tidak ada.")}
            : texts(incidents, [](const std::string& line) { return fromUtf8(line); }));
}

void paintLogs(Pages& pages, const Content& content)
{
    section(pages, 7, QStringLiteral("Kunci dan ringkasan log"));
    pages.paragraph(
        QStringLiteral(
            "Setiap pernyataan disegel perangkat dan dicatat dalam log yang hanya dapat "
            "ditambah. Segel perangkat bukan tanda tangan elektronik tersertifikasi. Log "
            "yang kelak diserahkan harus memuat ringkasan di bawah ini; isi yang diubah "
            "sesudahnya tidak cocok lagi dengannya. Berkas upacara (naskah ikrar, dasar, "
            "sesi, unit) ber-SHA-256 ")
            + grouped(fromUtf8(base::toHex(content.ceremony.hash.view())), 8) + u'.',
        letters(points), Qt::AlignLeft, sectionIndent);
    pages.advance(2 * mm);
    for (const LogRecord& log : content.logs)
        paintLogHead(pages, log, sectionIndent);
}

std::vector<SignatureBlock::Group> groupsOf(const Content& content)
{
    const QDate day = dayOfRecord(content);
    std::vector<pledge::Person> closers = content.options.closers;
    closers.resize(std::max<std::size_t>(closers.size(), 2));
    std::vector<SignatureBlock::Group> groups;
    groups.push_back({QStringLiteral("Yang menutup pelaksanaan"),
        dotted(20) + QStringLiteral(", ") + (day.isValid() ? dateText(day) : dotted(24)), closers});
    if (!content.ceremony.leaders.empty())
        groups.push_back({QStringLiteral("Pimpinan"), {}, content.ceremony.leaders});
    groups.push_back({QStringLiteral("Dilakukan di hadapan"), {}, content.ceremony.observers});
    return groups;
}

void paintClosing(Pages& pages, const Content& content)
{
    const unsigned copies = content.options.copies;
    const QString number = copies == 0
        ? dotted(10)
        : figures(copies) + QStringLiteral(" (") + fromUtf8(inWords(copies)) + u')';
    const QString text = QStringLiteral("Demikian berita acara ini dibuat dengan sebenarnya dalam "
                                        "rangkap %1 untuk dipergunakan sebagaimana mestinya.")
                             .arg(number);
    const TextBlock closing(text, letters(points), pages.width(), Qt::AlignJustify);
    const SignatureBlock signatures(pages, groupsOf(content));
    constexpr double gap = 3 * mm;
    pages.need(closing.height() + 2 * gap
        + signatures.together(pages.tallest() - closing.height() - 2 * gap));
    pages.advance(gap);
    pages.paragraph(text, letters(points), Qt::AlignJustify);
    pages.advance(gap);
    signatures.paint(pages);
}

Result<void> compose(Pages& pages, const Content& content)
{
    pages.startPage();
    paintTitle(pages, content);
    paintOpening(pages, content);
    paintBasis(pages, content);
    paintCounts(pages, content);
    paintKiosks(pages, content);
    paintIncidents(pages, content);
    paintLogs(pages, content);
    paintClosing(pages, content);
    return {};
}

} // namespace

Result<void> writeOfficialRecord(
    Sink& sink, const Records& records, const OfficialRecordOptions& options)
{
    const pledge::Ceremony& ceremony = records.ceremony();
    const auto logs = records.logs();
    if (!logs)
        return tl::unexpected(logs.error());
    const auto totals = records.totals();
    if (!totals)
        return tl::unexpected(totals.error());
    const auto units = records.units();
    if (!units)
        return tl::unexpected(units.error());
    const Content content{ceremony, options, *logs, sessionsOf(ceremony, *logs), *totals, *units};
    PageFrame frame{portrait(options.paper),
        QStringLiteral("Berita acara · ") + fromUtf8(ceremony.title.id),
        printedText(options, ceremony), records.rehearsal()};
    frame.side = 20 * mm;
    return writePaper(sink, frame, [&](Pages& pages) { return compose(pages, content); });
}

} // namespace ikrar::attendance
