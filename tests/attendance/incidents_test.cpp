#include "attendance/incidents.h"
#include "ledger/fixture.h"

namespace ikrar::tests {

namespace {

void write(const base::Path& file, const std::string& text)
{
    must(base::replaceFile(base::systemFiles(), file, base::asBytes(text)));
}

} // namespace

TEST_CASE("a list of incidents with a time beyond the year 9999 is damaged, not fatal",
    "[attendance][incidents]")
{
    const TemporaryDirectory data;
    const base::Path file = data / "incidents.json";
    for (const char* time : {"253402214400", "253402300800", "9000000000000000000",
             "9223372036854775807", "-1", "1e300", "\"kemarin\""}) {
        CAPTURE(time);
        write(file, std::string(R"([{"time": )") + time + R"(, "text": "Hujan."}])");
        const auto lines = attendance::incidentLines(data.path(), "Asia/Makassar");
        REQUIRE_FALSE(lines);
        CHECK(lines.error().kind == Error::Kind::Malformed);
    }
    write(file, R"([{"time": 253402214399, "text": "Hujan."}])");
    CHECK(must(attendance::incidentLines(data.path(), "Asia/Makassar")).size() == 1);
    const auto late = attendance::addIncident(
        base::systemFiles(), data.path(), {9'000'000'000'000'000'000, "Hujan."});
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Error::Kind::Invalid);
}

TEST_CASE("no list of incidents is written that would not be read again", "[attendance][incidents]")
{
    const TemporaryDirectory data;
    const std::string longest(512, '"'); // twice as long in JSON
    std::string list;
    for (int i = 0; i < 940; ++i) {
        list += list.empty() ? "[" : ",";
        list += R"({"time": 1695000000, "text": ")";
        for (std::size_t n = 0; n < longest.size(); ++n)
            list += "\\\"";
        list += "\"}";
    }
    write(data / "incidents.json", list + "]");
    std::size_t kept = must(attendance::readIncidents(data.path())).size();
    Result<void> added;
    while (kept < 1000
        && (added
            = attendance::addIncident(base::systemFiles(), data.path(), {1'695'000'000, longest})))
        ++kept;
    REQUIRE_FALSE(added);
    CHECK(added.error().kind == Error::Kind::Invalid);
    CHECK(kept < 1000);
    CHECK(must(attendance::readIncidents(data.path())).size() == kept);
}

} // namespace ikrar::tests
