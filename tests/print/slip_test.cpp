#include "attendance/written_paper.h"
#include "print/document.h"
#include "print/raster.h"
#include "print/sample_slip.h"
#include "receipt/receipt.h"

using namespace ikrar;
using namespace ikrar::tests;
using print::Paper;
using print::Slip;

namespace {

print::Document documentOf(const print::ReceiptSlip& receipt, Paper paper)
{
    ensureFonts();
    const auto slip = print::slipOf(receipt, paper);
    REQUIRE(slip.has_value());
    auto document = print::documentOf(*slip);
    REQUIRE(document.has_value());
    return *document;
}

/// What zbarimg reads on a picture.
std::string codeOn(const QImage& image)
{
    const TemporaryDirectory directory;
    const std::string file = (directory / "slip.png").string();
    // As paper has it: a printer's margin around what it prints.
    REQUIRE(image.convertToFormat(QImage::Format_Grayscale8)
                .copy(-32, -32, image.width() + 64, image.height() + 64)
                .save(QString::fromStdString(file)));
    return said("zbarimg -q --raw -Sdisable -Sqrcode.enable " + file);
}

std::size_t cosignaturesIn(const std::string& text)
{
    return receipt::fromText(text).value().signatures.size() - 1;
}

} // namespace

TEST_CASE("zbarimg reads the receipt off a roll, as it is", "[print]")
{
    const auto slip = sampleSlip(1000);
    for (const auto& [paper, dots] : {std::pair{Paper::Roll80, 576}, {Paper::Roll58, 384}}) {
        const auto document = documentOf(slip, paper);
        CHECK(document.format == "application/vnd.cups-raw");
        CHECK(document.title == "Tanda terima nomor 999");
        const QImage image = rasterOf(document.bytes);
        CHECK(image.width() == dots);
        CHECK(codeOn(image) == receipt::toText(slip.receipt, slip.verifyUrl) + "\n");
    }
}

TEST_CASE("a module on a roll is at least four dots, and whole", "[print]")
{
    for (const Paper paper : {Paper::Roll80, Paper::Roll58}) {
        const QImage image = rasterOf(documentOf(sampleSlip(1000), paper).bytes);
        // The finder patterns are seven black modules wide: the longest black run of a code that
        // begins with one.
        const auto black = [&image](int x, int y) { return image.pixelIndex(x, y) == 1; };
        int run = 0;
        for (int y = 0; run == 0 && y < image.height(); ++y) {
            int x = 0;
            while (x < image.width() && !black(x, y))
                ++x;
            int end = x;
            while (end < image.width() && black(end, y))
                ++end;
            bool below = end - x >= 7 * 4; // letters have no such run over so many rows
            for (int row = 0; below && row < 4; ++row)
                below = y + row < image.height() && black(x, y + row) && black(end - 1, y + row);
            if (below)
                run = end - x;
        }
        CHECK(run % 7 == 0);
        CHECK(run / 7 >= 4);
    }
}

TEST_CASE("cosignatures are left out where a paper would be too dense with them", "[print]")
{
    const auto slip = sampleSlip(1000, 2);
    const auto onRoll = [&](Paper paper) {
        return cosignaturesIn(codeOn(rasterOf(documentOf(slip, paper).bytes)));
    };
    CHECK(onRoll(Paper::Roll80) == 2);
    CHECK(onRoll(Paper::Roll58) == 1); // of level L: M holds the log's own signature alone
}

TEST_CASE("a receipt too dense for 58 mm says which paper to take", "[print]")
{
    auto slip = sampleSlip(3);
    slip.receipt.proof.resize(20); // of a log of a million entries
    const auto narrow = print::slipOf(slip, Paper::Roll58);
    REQUIRE_FALSE(narrow.has_value());
    CHECK(narrow.error().kind == Error::Kind::TooLarge);
    CHECK(narrow.error().what.find("80 mm") != std::string::npos);
    CHECK(print::slipOf(slip, Paper::Roll80).has_value());
    CHECK(print::slipOf(slip, Paper::A6).has_value());
}

TEST_CASE("a page of A6 has the stamp, the number and the code", "[print]")
{
    auto slip = sampleSlip(1000, 1);
    slip.voided = true;
    const WrittenPaper paper([&](attendance::Sink& sink) {
        return sink.write(base::asText(documentOf(slip, Paper::A6).bytes));
    });
    CHECK(paper.pages().size() == 1);
    CHECK(paper.facts().find("297 x 420 pts") != std::string::npos);
    INFO(paper.words() << paper.facts());
    for (const char* part : {"GLADI · SALINAN · DIBATALKAN", "Tanda terima nomor 999",
             "Senin, 18 September 2023, pukul 08.05 WITA", "sudah dibatalkan"})
        CHECK(paper.words().find(part) != std::string::npos);
    CHECK(paper.codes().front() == receipt::toText(slip.receipt, slip.verifyUrl));
}

TEST_CASE("a slip longer than its paper is not printed by half", "[print]")
{
    ensureFonts();
    Slip slip{"Panjang", Paper::A6, {}};
    for (int line = 0; line < 60; ++line)
        slip.items.emplace_back(Slip::Line{"Baris", 2});
    const auto page = print::documentOf(slip);
    REQUIRE_FALSE(page.has_value());
    CHECK(page.error().kind == Error::Kind::TooLarge);
    slip.paper = Paper::Roll80;
    CHECK(print::documentOf(slip).has_value());
    for (int line = 0; line < 60; ++line)
        slip.items.emplace_back(Slip::Line{"Baris", 2});
    CHECK_FALSE(print::documentOf(slip).has_value());
}
