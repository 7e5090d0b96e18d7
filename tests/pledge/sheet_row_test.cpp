#include "pledge/sheet_row.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::pledge;

namespace {

const SheetRow eighth{"K7M2Q9XA", 2, 8};

} // namespace

TEST_CASE("a sheet's row is written as it is printed", "[pledge]")
{
    CHECK(code(eighth) == "K7M2Q9XA-002-08");
    CHECK(qrText(eighth) == "IKRAR-LEMBAR:K7M2Q9XA-002-08");
    CHECK(code({"00000000", 1000, 100}) == "00000000-1000-100");
}

TEST_CASE("a sheet's row is read as scanned and as people type it", "[pledge]")
{
    for (const char* typed : {"IKRAR-LEMBAR:K7M2Q9XA-002-08", "ikrar-lembar:k7m2q9xa-002-08",
             "K7M2Q9XA-002-08", "k7m2q9xa-2-8", "  K7M2Q9XA-002-08\r\n", "K7M2Q9XA-00002-008"}) {
        INFO(typed);
        CHECK(parseSheetRow(typed).value() == eighth);
    }
    CHECK(parseSheetRow("OOI0lL00-001-01").value().series == "00101100");
    CHECK(parseSheetRow("K7M2Q9XA-99999-999").value() == SheetRow{"K7M2Q9XA", 99999, 999});
}

TEST_CASE("what is no sheet's row is refused", "[pledge]")
{
    for (const char* typed : {"", " ", "K7M2Q9XA", "K7M2Q9XA-002", "K7M2Q9XA-002-", "-002-08",
             "K7M2Q9X-002-08", "K7M2Q9XAB-002-08", "K7M2Q9XU-002-08", "K7M2Q9XA-000-08",
             "K7M2Q9XA-002-00", "K7M2Q9XA-100000-08", "K7M2Q9XA-002-1000", "K7M2Q9XA-002-08-1",
             "K7M2Q9XA-0x2-08", "K7M2Q9XA--2-08", "K7M2Q9XA-+2-08", "K7M2Q9XA-002-08 9",
             "IKRAR-LEMBAR:", "IKRAR-LEMBAR:IKRAR-LEMBAR:K7M2Q9XA-002-08",
             "IKRAR-UNDANGAN:K7M2Q9XA-002-08", "https://example/K7M2Q9XA-002-08"}) {
        INFO(typed);
        const auto parsed = parseSheetRow(typed);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().kind == Error::Kind::Malformed);
    }
    CHECK(parseSheetRow(std::string(65, 'A')).error().kind == Error::Kind::TooLarge);
}
