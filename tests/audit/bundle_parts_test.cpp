#include "audit/attendance_row.h"
#include "audit/bundle_passphrase.h"
#include "audit/line_reader.h"
#include "audit/tie.h"
#include "pledge/ink.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ikrar;
using namespace ikrar::audit;

namespace {

/// A member that comes in pieces of `piece` bytes, and perhaps breaks at its end.
class Pieces final : public Archive::Stream
{
public:
    Pieces(std::string text, std::size_t piece, bool breaks = false)
        : m_text(std::move(text))
        , m_piece(piece)
        , m_breaks(breaks)
    {
    }
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> out) override
    {
        const std::size_t count = std::min({m_piece, out.size(), m_text.size() - m_given});
        if (count == 0 && m_breaks)
            return fail(Error::Kind::Malformed, "broken");
        std::copy_n(m_text.begin() + static_cast<std::ptrdiff_t>(m_given), count, out.begin());
        m_given += count;
        return count;
    }

private:
    std::string m_text;
    std::size_t m_piece;
    bool m_breaks;
    std::size_t m_given = 0;
};

/// The lines, then what ended them.
std::vector<std::string> linesOf(
    const std::string& text, std::size_t piece, std::size_t max = 10, bool breaks = false)
{
    LineReader reader(std::make_unique<Pieces>(text, piece, breaks), "t", max);
    std::vector<std::string> lines;
    for (;;) {
        const auto line = reader.next();
        if (!line) {
            lines.emplace_back(base::name(line.error().kind));
            return lines;
        }
        if (!*line) {
            lines.emplace_back("end");
            return lines;
        }
        lines.emplace_back(**line);
    }
}

Tie sampleTie()
{
    Tie tie;
    tie.index = 2;
    tie.secrets = Tie::Secrets();
    tie.secrets->salt.fill(1);
    tie.secrets->key.fill(2);
    tie.secrets->ink = pledge::encodeInk({});
    tie.digest.bytes.fill(3);
    return tie;
}

constexpr const char* row = R"("2","nip","198609262015051001","Siti ""A"", S.Pd.","pns",)"
                            R"("opd-1","1","2023-09-18T08:05:00+08:00","kiosk","voided","test")";

std::string with(std::string text, const std::string& part, const std::string& other)
{
    return text.replace(text.find(part), part.size(), other);
}

} // namespace

TEST_CASE("lines are those between CRLFs, however they arrive", "[audit]")
{
    for (const std::size_t piece : {1U, 2U, 3U, 100U}) {
        CHECK(
            linesOf("a\r\n\r\nbcd\r\n", piece) == std::vector<std::string>{"a", "", "bcd", "end"});
        CHECK(linesOf("", piece) == std::vector<std::string>{"end"});
        CHECK(linesOf("a\r\nb", piece) == std::vector<std::string>{"a", "malformed"});
        CHECK(linesOf("a\r\nb\n", piece) == std::vector<std::string>{"a", "malformed"});
        CHECK(linesOf("a\rb\r\n", piece) == std::vector<std::string>{"malformed"});
        CHECK(linesOf("0123456789\r\n", piece) == std::vector<std::string>{"0123456789", "end"});
        CHECK(linesOf("0123456789x\r\n", piece) == std::vector<std::string>{"too-large"});
        CHECK(linesOf("a\r\n", piece, 10, true) == std::vector<std::string>{"a", "malformed"});
    }
}

TEST_CASE("a tie has one spelling", "[audit]")
{
    const Tie tie = sampleTie();
    const std::string line = tieLine(tie);
    REQUIRE(parseTie(line));
    CHECK(*parseTie(line) == tie);
    Tie erased;
    erased.index = 7;
    CHECK(*parseTie(tieLine(erased)) == erased);
    for (const auto& [part, other] : std::vector<std::pair<std::string, std::string>>{
             {"\"2\"", "\"02\""}, {"\"2\"", "2"}, {"\"2\"", "\"-2\""}, {"0101", "01"},
             {"0303", "030g"}, {"\",\"", "\", \""}, {"\"2\"", "\"\""}}) {
        INFO(other);
        CHECK_FALSE(parseTie(with(line, part, other)));
    }
    CHECK_FALSE(parseTie(line + " "));
    CHECK_FALSE(parseTie(line + ",\"\""));
    CHECK_FALSE(parseTie(with(line, "01010101010101010101010101010101", "")));
}

TEST_CASE("an ink over its bound is no tie", "[audit]")
{
    Tie tie = sampleTie();
    tie.secrets->ink.assign(pledge::maxInkSize, 0);
    CHECK(parseTie(tieLine(tie)));
    CHECK(tieLine(tie).size() <= maxTieLine);
    tie.secrets->ink.push_back(0);
    CHECK_FALSE(parseTie(tieLine(tie)));
}

TEST_CASE("a row of the attendance is read column by column", "[audit]")
{
    const auto read = parseAttendanceRow(row);
    REQUIRE(read);
    CHECK(read->index == 2);
    CHECK(read->identity == pledge::Identity{pledge::IdentityKind::Nip, "198609262015051001"});
    CHECK(read->name == "Siti \"A\", S.Pd.");
    CHECK(read->category == pledge::Category::Pns);
    CHECK(read->unit == "opd-1");
    CHECK(read->session == 1);
    CHECK(read->time == "2023-09-18T08:05:00+08:00");
    CHECK(read->method == pledge::Method::Kiosk);
    CHECK(read->voided == pledge::Reason::Test);
    for (const auto& [part, other] : std::vector<std::pair<std::string, std::string>>{
             {"\"nip\"", "\"nib\""}, {"\"pns\"", "\"PNS\""}, {"\"kiosk\"", "\"kios\""},
             {"voided", "void"}, {"\"test\"", "\"tests\""}, {"\"test\"", "\"\""},
             {"voided", "signed"}, {"\"1\"", "\"x\""}, {"\"2\"", "\"2 \""}}) {
        INFO(other);
        CHECK_FALSE(parseAttendanceRow(with(row, part, other)));
    }
}

TEST_CASE("a row before its voiding is the same but for its end", "[audit]")
{
    CHECK(beforeVoiding(row) == with(row, R"("voided","test")", R"("signed","")"));
    // A name that spells an end does not become one.
    const std::string named = with(row, "S.Pd.", R"(""voided"",""test"")");
    REQUIRE(parseAttendanceRow(named));
    CHECK(beforeVoiding(named)
        == named.substr(0, named.size() - std::string(R"("voided","test")").size())
            + R"("signed","")");
}

TEST_CASE("a row states its time in the ceremony's zone", "[audit]")
{
    CHECK(rowTime(1'694'995'500, "Asia/Makassar") == "2023-09-18T08:05:00+08:00");
    CHECK(rowTime(1'694'995'500, "Asia/Jakarta") == "2023-09-18T07:05:00+07:00");
    CHECK(rowTime(1'694'995'500, "Asia/Jayapura") == "2023-09-18T09:05:00+09:00");
    CHECK(rowTime(1'709'222'399, "Asia/Jakarta") == "2024-02-29T22:59:59+07:00");
    CHECK(rowTime(0, "Asia/Jakarta") == "1970-01-01T07:00:00+07:00");
    CHECK(rowTime(9'223'372'036'854'775'807, "Asia/Jakarta") == "9223372036854775807");
}

TEST_CASE("a generated passphrase is taken as it is read out", "[audit]")
{
    CHECK(asBundlePassphrase("7kq2 mofd-r9xt4b6czhlw") == "7KQ2-M0FD-R9XT-4B6C-ZH1W");
    CHECK(asBundlePassphrase("correct horse") == "correct horse");
    CHECK(asBundlePassphrase("7KQ2-M0FD-R9XT-4B6C-ZH1") == "7KQ2-M0FD-R9XT-4B6C-ZH1");
    CHECK(asBundlePassphrase("").empty());
    std::set<std::string> made;
    for (int i = 0; i < 100; ++i) {
        const std::string passphrase = newBundlePassphrase();
        CHECK(asBundlePassphrase(passphrase) == passphrase);
        CHECK(passphrase.size() == 24);
        made.insert(passphrase);
    }
    CHECK(made.size() == 100);
}
