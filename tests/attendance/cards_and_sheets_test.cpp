#include "attendance/held_records.h"
#include "attendance/invitation_cards.h"
#include "attendance/signature_sheets.h"
#include "attendance/written_paper.h"
#include "pledge/sheet_row.h"

#include <set>

namespace ikrar::tests {

using attendance::Invitee;

namespace {

std::vector<Invitee> invitees(unsigned count)
{
    std::vector<Invitee> all;
    for (unsigned number = 1; number <= count; ++number) {
        Invitee one{nameOf(number), "73-05-01-2003", {}};
        one.token.fill(static_cast<std::uint8_t>(number * 19));
        all.push_back(one);
    }
    return all;
}

} // namespace

TEST_CASE("eight invitation cards on a page, each with its person and the code of its token",
    "[attendance]")
{
    const HeldRecords records("takalar-2023");
    pledge::Ceremony ceremony = records.held;
    ceremony.contact = {"Sekretariat Contoh", "0411 000000"};
    const auto people = invitees(11);
    const WrittenPaper paper([&](attendance::Sink& sink) {
        return attendance::writeInvitationCards(
            sink, ceremony, people, {{1, ceremony.sessions[0]}, true});
    });
    const auto pages = paper.pages();
    REQUIRE(pages.size() == 2);
    CHECK(countOf(pages[0], "UNDANGAN") == 8);
    CHECK(countOf(pages[1], "UNDANGAN") == 3);
    CHECK(countOf(pages[0], "GLADI · UNDANGAN") == 8); // a card is cut from its page
    const std::string words = paper.words();
    for (const Invitee& person : people)
        CHECK(countOf(words, person.name) == 1);
    CHECK(countOf(words, "Desa Patani, Kecamatan Mappakasunggu") == 11);
    CHECK(countOf(words, "Senin, 18 September 2023") == 11);
    CHECK(countOf(words, "Lapangan Upacara Kantor Bupati Takalar") == 11);
    CHECK(countOf(words, "Sekretariat Contoh, 0411 000000") == 11);

    std::set<std::string> wanted;
    for (const Invitee& person : people)
        wanted.insert(ledger::invitationText(person.token));
    const auto codes = paper.codes();
    std::set<std::string> seen(codes.begin(), codes.end());
    seen.erase("");
    CHECK(seen == wanted);
}

TEST_CASE("the longest name leaves a card's time, place and contact in their place", "[attendance]")
{
    const HeldRecords records("takalar-2023");
    pledge::Ceremony ceremony = records.held;
    ceremony.contact = {"Sekretariat Contoh", "0411 000000"};
    auto people = invitees(1);
    people[0].name = "Prof. Dr. Ir. Hj. Peserta Contoh Dengan Nama Yang Sangat Panjang Sekali, "
                     "S.Sos., S.H., M.Si., M.H.";
    const WrittenPaper paper([&](attendance::Sink& sink) {
        return attendance::writeInvitationCards(
            sink, ceremony, people, {{1, ceremony.sessions[0]}, false});
    });
    CHECK(holds(paper.words(), "0411 000000"));
    CHECK(holds(paper.words(), "Lapangan Upacara"));
}

TEST_CASE("signature sheets have a numbered row for everybody, free rows, and a code each",
    "[attendance]")
{
    const HeldRecords records("takalar-2023");
    std::vector<ledger::RosterRow> people;
    for (unsigned number = 1; number <= 12; ++number)
        people.push_back(
            absentRecord(number, number <= 9 ? "opd-contoh-1" : "opd-contoh-2", {}).person);
    attendance::SheetsOptions options;
    options.session = {1, records.held.sessions[0]};
    options.series = "7K3MQ2ZD";
    const WrittenPaper paper([&](attendance::Sink& sink) {
        return attendance::writeSignatureSheets(sink, records.held, people, options);
    });
    const auto pages = paper.pages();
    REQUIRE(pages.size() == 3); // nine of a unit and two free rows need two sheets
    CHECK(holds(pages[0], "7K3MQ2ZD-001"));
    CHECK(holds(pages[2], "7K3MQ2ZD-003"));
    CHECK(holds(pages[2], "OPD contoh 2"));
    CHECK_FALSE(holds(pages[2], "OPD contoh 1"));
    const std::string words = paper.words();
    for (const auto& person : people)
        CHECK(countOf(words, person.name) == 1);
    const auto codes = paper.codes();
    const std::set<std::string> seen(codes.begin(), codes.end());
    for (int sheet = 1; sheet <= 3; ++sheet) {
        for (std::size_t row = 1; row <= 8; ++row) {
            const std::string text = attendance::sheetRowText(options.series, sheet, row);
            INFO(text);
            CHECK(seen.count(text) == 1);
            const auto read = pledge::parseSheetRow(text);
            REQUIRE(read);
            CHECK(*read
                == pledge::SheetRow{
                    options.series, static_cast<unsigned>(sheet), static_cast<unsigned>(row)});
        }
    }
}

TEST_CASE("blank sheets are as many as were asked for, and a series is this printing's own",
    "[attendance]")
{
    const HeldRecords records("takalar-2023");
    attendance::SheetsOptions options;
    options.session = {1, records.held.sessions[0]};
    options.series = attendance::sheetSeries();
    options.rehearsal = true;
    const WrittenPaper paper([&](attendance::Sink& sink) {
        return attendance::writeBlankSheets(sink, records.held, 3, options);
    });
    const auto pages = paper.pages();
    REQUIRE(pages.size() == 3);
    for (const std::string& page : pages)
        CHECK(holds(page, "GLADI: dokumen latihan"));
    CHECK(attendance::sheetSeries() != options.series);
    CHECK(options.series.size() == 8);
}

} // namespace ikrar::tests
