#include "attendance/attendance_annexes.h"
#include "attendance/attendance_sheet.h"
#include "attendance/held_records.h"
#include "attendance/written_paper.h"

namespace ikrar::tests {

using attendance::Paper;
using attendance::Records;
using attendance::SheetOptions;

namespace {

WrittenPaper sheet(const Records& records, const SheetOptions& options = {})
{
    return WrittenPaper([&](attendance::Sink& sink) {
        return attendance::writeAttendanceSheet(sink, records, options);
    });
}

/// How much of a part of the page is the colour of ink: the part in shares of the page.
int inkIn(const QImage& page, double left, double right, double top, double bottom)
{
    int count = 0;
    for (int y = int(top * page.height()); y < int(bottom * page.height()); ++y) {
        for (int x = int(left * page.width()); x < int(right * page.width()); ++x) {
            const QColor colour = page.pixelColor(x, y);
            count += colour.blue() > colour.red() + 40 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

TEST_CASE(
    "a sheet holds everybody who signed, with number, and says which page it is", "[attendance]")
{
    const auto records = takalar(45);
    const auto paper = sheet(*records);
    const auto pages = paper.pages();
    std::string all;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        CHECK(holds(pages[at],
            "Halaman " + std::to_string(at + 1) + " dari " + std::to_string(pages.size())));
        CHECK(countOf(pages[at], "NIP / NI PPPK / NIK") == 1); // the header, once a page
        CHECK_FALSE(holds(pages[at], "GLADI"));
        all += pages[at];
    }
    for (const auto& record : records->signedRecords) {
        const auto& person = record.row.declaration;
        CHECK(countOf(all, person.name + " ") == 1);
        std::string number = pledge::format(person.identity);
        const std::string unbroken = "\u00a0";
        for (std::size_t at = number.find(' '); at != std::string::npos;
             at = number.find(' ', at + 2))
            number.replace(at, 1, unbroken);
        CHECK((countOf(all, number) == 1 || countOf(all, pledge::format(person.identity)) == 1));
    }
    CHECK(holds(all, "Senin, 18 September 2023"));
    CHECK(holds(all, "Lapangan Upacara Kantor Bupati Takalar"));
    CHECK(holds(all, "08.05 WITA"));
    CHECK(holds(all, "45 (empat puluh lima) orang"));
    CHECK(holds(all, "OPD contoh 1 (lanjutan)"));
}

TEST_CASE(
    "the signatures of those named in the ceremony never stand alone on a page", "[attendance]")
{
    for (unsigned count = 0; count <= 24; ++count) {
        const auto records = takalar(count);
        SheetOptions options;
        options.order = Records::Order::Arrival;
        const auto pages = sheet(*records, options).pages();
        const std::string& last = pages.back();
        CHECK(holds(last, "Pj Bupati Takalar"));
        CHECK(holds(last, "Sekda Takalar"));
        CHECK(holds(last, count == 0 ? "Belum ada tanda tangan." : nameOf(count)));
        CHECK(holds(last, "Menandatangani: "));
    }
}

TEST_CASE("rows that do not count have no number and say why", "[attendance]")
{
    const auto records = takalar(6);
    auto& rows = records->signedRecords;
    rows[0].row.voided = pledge::Reason::WrongPerson;
    rows[1].repeated = true;
    rows[2].listed = false;
    rows[3].row.declaration.method = pledge::Method::Assisted;
    rows[3].row.declaration.assistance = {"Petugas Contoh", "", "Sulit membaca", true};
    rows[4].row.declaration.method = pledge::Method::WetInk;
    rows[4].row.declaration.ink = pledge::encodeInk({});
    const std::string words = sheet(*records).words();
    CHECK(holds(words, "Dibatalkan: salah orang"));
    CHECK(holds(words, "Ganda"));
    CHECK(holds(words, "Di luar daftar peserta"));
    CHECK(holds(words, "Petugas Contoh"));
    CHECK(holds(words, "cap jempol"));
    CHECK(holds(words, "Tanda tangan basah"));
    CHECK(holds(words, "4 (empat) orang, 1 di antaranya di luar daftar peserta"));
    CHECK(holds(words, "Ganda: 1. Dibatalkan: 1."));
}

TEST_CASE("a wet signature says on which row of paper it stands, and who saw it", "[attendance]")
{
    const auto records = takalar(3);
    auto& person = records->signedRecords[1].row.declaration;
    person.method = pledge::Method::WetInk;
    person.ink = pledge::encodeInk({});
    person.paper = {"K7M2Q9XA-002-08", "Saksi Contoh 001", "Camat"};
    const std::string words = sheet(*records).words();
    CHECK(holds(words, "tanda tangan basah, lembar K7M2Q9XA-002-08"));
    CHECK(holds(words, "disaksikan Saksi Contoh 001"));
}

TEST_CASE("the ink stands in its cell, as large as it was written or smaller", "[attendance]")
{
    const auto records = takalar(2);
    const QImage page = sheet(*records).image(1, 100);
    // The cell of the signature: from 209 to 242 mm of 297.
    CHECK(inkIn(page, 0.77, 0.88, 0.3, 0.8) > 100);
    CHECK(inkIn(page, 0, 0.765, 0, 1) == 0);
    CHECK(inkIn(page, 0.885, 1, 0, 1) == 0);

    records->signedRecords[0].row.declaration.ink
        = pledge::encodeInk({1200, 450, {{{100, 100}, {150, 100}}}}); // 5 mm
    const QImage small = sheet(*records).image(1, 254); // ten dots a millimetre
    int left = small.width();
    int right = 0;
    for (int x = 0; x < small.width(); ++x) {
        if (inkIn(small.copy(x, 0, 1, small.height()), 0, 1, 0, 1) > 0) {
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    CHECK(right - left > 45);
    CHECK(right - left < 60);
}

TEST_CASE("long names, posts and units are wrapped whole, and can be searched for", "[attendance]")
{
    const auto records = takalar(3);
    auto& person = records->signedRecords[1].row.declaration;
    person.name = "Prof. Dr. Ir. Hj. Peserta Afifah Fitriani Contoh, S.Sos., S.H., M.Si., M.H.";
    person.post = "Kepala Bidang Pengadaan, Pemberhentian, Informasi Kepegawaian, dan Fasilitasi "
                  "Profesi ASN";
    const std::string words = sheet(*records).words();
    // Each word, since cells beside one another are read line by line.
    for (const char* word :
        {"Afifah", "Fitriani", "M.H.", "Pemberhentian,", "Fasilitasi", "Profesi"})
        CHECK(holds(words, word));
}

TEST_CASE("a sheet's fonts are embedded, and its paper is A4 or F4 across", "[attendance]")
{
    const auto records = takalar(2);
    const auto a4 = sheet(*records);
    CHECK(holds(a4.fonts(), "NotoSans-Regular"));
    const QStringList fonts = QString::fromStdString(a4.fonts()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& font : fonts.sliced(2))
        CHECK(font.simplified().section(u' ', 4, 4) == QStringLiteral("yes"));
    CHECK(holds(a4.facts(), "(A4)"));
    SheetOptions options;
    options.paper = Paper::F4;
    CHECK(holds(sheet(*records, options).facts(), "Page size:       935 x 609 pts"));
}

TEST_CASE("a rehearsal's sheet says GLADI on each page", "[attendance]")
{
    const auto records = takalar(30);
    records->gladi = true;
    SheetOptions options;
    options.annexes = true;
    const auto pages = sheet(*records, options).pages();
    CHECK(pages.size() > 4);
    for (const std::string& page : pages)
        CHECK(holds(page, "GLADI: dokumen latihan"));
}

TEST_CASE("the annexes count by unit and name who is absent, with the reason", "[attendance]")
{
    const auto records = takalar(9);
    SheetOptions options;
    options.annexes = true;
    const auto pages = sheet(*records, options).pages();
    REQUIRE(pages.size() >= 3);
    const std::string recap
        = QString::fromStdString(pages[pages.size() - 2]).simplified().toStdString();
    CHECK(holds(recap, "1 OPD contoh 1 5 3 0 0 1 0 0 1 60,0"));
    CHECK(holds(recap, "Jumlah 12 9 0 0 1 0 1 1 75,0"));
    const std::string absent = QString::fromStdString(pages.back()).simplified().toStdString();
    CHECK(holds(absent, "Peserta Contoh 9001"));
    CHECK(holds(absent, "Sakit"));
    CHECK(holds(absent, "Tanpa keterangan"));
    CHECK(holds(absent, "Dinas luar"));
}

TEST_CASE("a share is 100 only when nobody is missing", "[attendance]")
{
    CHECK(attendance::percentText(1999, 2000) == QStringLiteral("99,9"));
    CHECK(attendance::percentText(2000, 2000) == QStringLiteral("100,0"));
    CHECK(attendance::percentText(0, 0) == QStringLiteral("–"));
}

} // namespace ikrar::tests
