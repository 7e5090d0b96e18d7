#include "audit/bundle.h"
#include "audit/bundle_views.h"
#include "audit/sample_bundle.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace ikrar;
using namespace ikrar::audit;
using test::SampleBundle;

namespace {

using Names = std::vector<std::string>;
constexpr const char* passphrase = "7KQ2-M0FD-R9XT-4B6C-ZH1W";

Bytes bytesOf(std::string_view text)
{
    return base::copy(base::asBytes(text));
}

Result<std::string> nobody()
{
    throw std::runtime_error("nothing is sealed");
}

Error::Kind refusalOf(const base::Path& path)
{
    const auto bundle = Bundle::open(path, nobody);
    REQUIRE_FALSE(bundle);
    INFO(bundle.error().what);
    CHECK(bundle.error().what.find(path.string()) == 0);
    return bundle.error().kind;
}

Error::Kind refusalOf(const SampleBundle& bundle)
{
    return refusalOf(bundle.pack());
}

/// The bundle packed, then changed as a file.
base::Path damaged(const SampleBundle& bundle, const std::function<void(std::string&)>& damage)
{
    auto path = bundle.pack();
    std::ostringstream packed;
    packed << std::ifstream(path, std::ios::binary).rdbuf();
    std::string bytes = packed.str();
    damage(bytes);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return path;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

const Error& errorOf(const BundleViews& views)
{
    REQUIRE(views.usable().empty());
    REQUIRE(views.unusable().size() == 1);
    return views.unusable().front().error;
}

} // namespace

TEST_CASE("each column of a row that was edited is named", "[audit]")
{
    struct Lie {
        std::string from;
        std::string to;
        std::string kind;
    };
    const auto lie = GENERATE(values<Lie>({{R"("nip")", R"("nipd")", "row-person-differs"},
        {"011001", "011009", "row-person-differs"}, {"Contoh", "Lain", "row-text-differs"},
        {R"("pns")", R"("polri")", "row-category-differs"},
        {"opd-contoh-1", "opd-contoh-2", "row-text-differs"},
        {R"("1","2023)", R"("2","2023)", "row-session-differs"},
        {"06:13:20", "06:13:21", "row-time-differs"},
        {R"("kiosk")", R"("wet-ink")", "row-method-differs"},
        {R"("signed","")", R"("voided","test")", "row-status-differs"}}));
    SampleBundle bundle;
    bundle.edit(bundle.attendance(), 2, lie.from, lie.to);
    auto found = bundle.failures();
    if (lie.kind == "row-status-differs") // its digest does not agree either
        std::erase(found, "row-text-differs line 2 entry 2");
    CHECK(found == Names{lie.kind + " line 2 entry 2"});
}

TEST_CASE("the status is that of the log, before the closing and after it", "[audit]")
{
    SampleBundle bundle;
    SECTION("a voiding is hidden")
    {
        bundle.edit(bundle.attendance(), 4, R"("voided","withdrawn")", R"("signed","")");
        CHECK(bundle.failures() == Names{"row-status-differs line 4 entry 4"});
    }
    SECTION("its reason is another one")
    {
        bundle.edit(bundle.attendance(), 3, "duplicate", "test");
        const auto found = bundle.failures();
        CHECK(std::count(found.begin(), found.end(), "row-status-differs line 3 entry 3") == 1);
    }
    SECTION("its digest is of the row after a voiding that the closing did not see")
    {
        const auto lines = bundle.lines(bundle.attendance());
        const std::string row = lines.at(3).substr(0, lines.at(3).size() - 2);
        const auto was = parseTie(std::string_view(bundle.lines(bundle.ties()).at(3))
                                      .substr(0, bundle.lines(bundle.ties()).at(3).size() - 2));
        REQUIRE(was);
        const auto now = crypto::hmacSha256(was->secrets->key, base::asBytes(row));
        bundle.edit(bundle.ties(), 4, base::toHex(was->digest.view()), base::toHex(now.view()));
        CHECK(bundle.failures()
            == Names{"row-text-differs line 4 entry 4", "table-differs entry 10"});
    }
}

TEST_CASE("a row that was removed, added, doubled or moved is named", "[audit]")
{
    SampleBundle bundle;
    auto lines = bundle.lines(bundle.attendance());
    SECTION("removed")
    {
        lines.erase(lines.begin() + 1);
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"entry-without-row entry 2"});
    }
    SECTION("added where the log has no signature")
    {
        std::string stranger = lines.at(1);
        lines.insert(lines.begin() + 1, stranger.replace(1, 1, "1"));
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"row-without-entry line 2 entry 1"});
    }
    SECTION("added past the end of the log")
    {
        std::string stranger = lines.at(1);
        lines.push_back(stranger.replace(1, 1, "99"));
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"row-without-entry line 7 entry 99"});
    }
    SECTION("doubled")
    {
        lines.insert(lines.begin() + 1, lines.at(1));
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"row-out-of-order line 3 entry 2"});
    }
    SECTION("moved")
    {
        std::swap(lines.at(1), lines.at(2));
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures()
            == Names{"entry-without-row entry 2", "row-out-of-order line 3 entry 2"});
    }
    SECTION("the erased person's put back")
    {
        std::string stranger = lines.at(1);
        lines.insert(lines.begin() + 4, stranger.replace(1, 1, "5"));
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"row-without-tie line 5 entry 5"});
    }
}

TEST_CASE("a tie that was removed, added or changed is named", "[audit]")
{
    SampleBundle bundle;
    auto lines = bundle.lines(bundle.ties());
    SECTION("removed")
    {
        lines.erase(lines.begin() + 1);
        bundle.setLines(bundle.ties(), lines);
        CHECK(
            bundle.failures() == Names{"row-without-tie line 2 entry 2", "table-differs entry 10"});
    }
    SECTION("added")
    {
        std::string stranger = lines.at(1);
        lines.insert(lines.begin() + 1, stranger.replace(1, 1, "1"));
        bundle.setLines(bundle.ties(), lines);
        CHECK(bundle.failures()
            == Names{"table-differs entry 10", "tie-without-entry line 2 entry 1"});
    }
    SECTION("its salt, key or digest changed")
    {
        bundle.edit(bundle.ties(), 2, "0202", "0203");
        bundle.edit(bundle.ties(), 3, "6767", "6768");
        bundle.edit(bundle.ties(), 6, lines.at(5).substr(lines.at(5).size() - 10, 4), "0000");
        CHECK(bundle.failures()
            == Names{"row-person-differs line 2 entry 2", "row-text-differs line 3 entry 3",
                "row-text-differs line 5 entry 6", "table-differs entry 10"});
    }
    SECTION("its ink is another's")
    {
        const auto tie = parseTie(std::string_view(lines.at(2)).substr(0, lines.at(2).size() - 2));
        REQUIRE(tie);
        auto mine
            = parseTie(std::string_view(lines.at(1)).substr(0, lines.at(1).size() - 2)).value();
        mine.secrets->ink = tie->secrets->ink;
        lines.at(1) = tieLine(mine) + "\r\n";
        bundle.setLines(bundle.ties(), lines);
        CHECK(bundle.failures() == Names{"row-ink-differs line 2 entry 2"});
    }
    SECTION("a row and its tie together")
    {
        lines.erase(lines.begin() + 1);
        bundle.setLines(bundle.ties(), lines);
        auto rows = bundle.lines(bundle.attendance());
        rows.erase(rows.begin() + 1);
        bundle.setLines(bundle.attendance(), rows);
        CHECK(bundle.failures() == Names{"entry-without-row entry 2", "table-differs entry 10"});
    }
}

TEST_CASE("lines that are no rows are named, and what cannot be read is said", "[audit]")
{
    SampleBundle bundle;
    auto lines = bundle.lines(bundle.attendance());
    SECTION("a line")
    {
        lines.insert(lines.begin() + 1, "garbage\r\n");
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"row-malformed line 2"});
    }
    SECTION("more of them than anybody would read")
    {
        lines.insert(lines.begin() + 1, 1001, "garbage\r\n");
        bundle.setLines(bundle.attendance(), lines);
        const Report report = bundle.judge().logs.front().report;
        CHECK_FALSE(report.holds());
        CHECK(report.findings.size() + report.more > 1000);
        CHECK(report.findings.size() < 1100);
    }
    SECTION("another header")
    {
        lines.front() = "\"index\"\r\n";
        bundle.setLines(bundle.attendance(), lines);
        CHECK(bundle.failures() == Names{"unreadable-table"});
    }
    SECTION("no table")
    {
        bundle.members.erase(bundle.ties());
        CHECK(bundle.failures() == Names{"unreadable-table"});
    }
    SECTION("a table that is cut off")
    {
        bundle.members[bundle.attendance()].pop_back();
        CHECK(bundle.failures() == Names{"unreadable-table"});
    }
}

TEST_CASE("of very many wrong rows the first thousand are named and the others counted", "[audit]")
{
    SampleBundle bundle(1200);
    auto lines = bundle.lines(bundle.attendance());
    for (std::string& line : lines)
        if (const auto place = line.find("Contoh"); place != std::string::npos)
            line.replace(place, 6, "Lain");
    bundle.setLines(bundle.attendance(), lines);
    const Report report = bundle.judge().logs.front().report;
    CHECK_FALSE(report.holds());
    const auto named = std::count_if(report.findings.begin(), report.findings.end(),
        [](const Finding& finding) { return finding.kind == "row-text-differs"; });
    CHECK(named >= 990);
    CHECK(report.findings.size() <= 1001);
    CHECK(report.findings.size() + report.more >= 1200);
}

TEST_CASE("before the closing names and units are bound by nothing, which is a note", "[audit]")
{
    const SampleBundle bundle(6, SampleBundle::Log::Open);
    CHECK(bundle.failures() == Names{});
    const Report report = bundle.judge().logs.front().report;
    CHECK(report.attendance->digest == Attendance::Digest::NotClosed);
    CHECK(std::any_of(report.findings.begin(), report.findings.end(),
        [](const Finding& finding) { return finding.kind == "attendance-not-closed"; }));
}

TEST_CASE("a public bundle's counts come to what its log holds", "[audit]")
{
    SampleBundle bundle;
    const std::string header = R"("unit","name","signed")";
    bundle.makePublic({header, R"("opd-contoh-1","OPD contoh 1","3")", R"("","Lainnya","1")"});
    CHECK(bundle.failures() == Names{});
    CHECK(bundle.open()->kind() == Bundle::Kind::Public);
    bundle.makePublic({header, R"("opd-contoh-1","OPD contoh 1","3")"});
    CHECK(bundle.failures() == Names{"units-differ"});
    bundle.makePublic({header, R"("opd-contoh-1","OPD contoh 1","-4")"});
    CHECK(bundle.failures() == Names{"units-differ line 2"});
    bundle.makePublic({header, R"("opd-contoh-1","4")"});
    CHECK(bundle.failures() == Names{"units-differ line 2"});
    bundle.members.erase("units.csv");
    CHECK(bundle.failures() == Names{"units-differ"});
}

TEST_CASE("names that mislead stop the audit before any log is read", "[audit]")
{
    const SampleBundle good;
    for (const std::string& name : {std::string("../outside"), std::string("/etc/x"),
             std::string("a\\b"), std::string("C:/x"), std::string("a/./b"), std::string("a//b"),
             std::string("a\x01"), std::string(256, 'a')}) {
        SampleBundle bundle;
        bundle.members[name] = bytesOf("x");
        INFO(name);
        CHECK(bundle.failures() == Names{"bad-member-name"});
        CHECK(bundle.judge().logs.front().folder.empty());
    }
    SampleBundle bundle;
    bundle.members[bundle.folder() + "/Attendance.csv"] = bytesOf("x");
    CHECK(bundle.failures() == Names{"member-twice"});
    CHECK(errorOf(BundleViews::of(*bundle.open(), bundle.log.policy())).kind
        == Error::Kind::Mismatch);
}

TEST_CASE("two members of one name are refused", "[audit]")
{
    SampleBundle bundle;
    bundle.members["index.htmm"] = bytesOf("another");
    const auto path = damaged(
        bundle, [](std::string& bytes) { replaceAll(bytes, "index.htmm", "index.html"); });
    CHECK(refusalOf(path) == Error::Kind::Mismatch);
}

TEST_CASE("what is no bundle is refused, and says so", "[audit]")
{
    SampleBundle bundle;
    const std::string folder = bundle.folder();
    const auto marked = [&](const std::string& text) {
        bundle.members["ikrar-bundle"] = bytesOf(text);
        return refusalOf(bundle);
    };
    CHECK(marked("ikrar/bundle/v2\nfull\n" + folder + '\n') == Error::Kind::UnknownVersion);
    CHECK(marked("ikrar/bundle/v1\nwhole\n" + folder + '\n') == Error::Kind::Malformed);
    CHECK(marked("ikrar/bundle/v1\nfull\n") == Error::Kind::Malformed);
    CHECK(marked("ikrar/bundle/v1\nfull\n" + folder) == Error::Kind::Malformed);
    CHECK(marked("ikrar/bundle/v1\nfull\nb\na\n") == Error::Kind::Malformed);
    CHECK(marked("ikrar/bundle/v1\nfull\n../a\n") == Error::Kind::Malformed);
    CHECK(marked("ikrar/bundle/v1\nfull\n" + std::string(70'000, 'a')) == Error::Kind::TooLarge);
    bundle.members.erase("ikrar-bundle");
    CHECK(refusalOf(bundle) == Error::Kind::Malformed);
}

TEST_CASE("a file that is no ZIP, or not all of one, is refused", "[audit]")
{
    const SampleBundle bundle;
    const auto cut = [&bundle](std::size_t bytes) {
        return refusalOf(damaged(bundle, [bytes](std::string& all) { all.resize(bytes); }));
    };
    CHECK(cut(0) == Error::Kind::Malformed);
    CHECK(cut(100) == Error::Kind::Malformed);
    CHECK(cut(4000) == Error::Kind::Malformed);
    CHECK(refusalOf(bundle.pack().parent_path() / "none.zip") == Error::Kind::Missing);
}

TEST_CASE("a member whose bytes were flipped is told, not used", "[audit]")
{
    SampleBundle bundle;
    bundle.members["units.csv"] = bytesOf("a text long enough to be found again");
    const auto path = damaged(bundle, [](std::string& bytes) {
        const auto place = bytes.find("units.csv");
        REQUIRE(place != std::string::npos);
        bytes[place + 12] ^= 1;
    });
    const auto opened = Bundle::open(path, nobody);
    REQUIRE(opened);
    const auto read = (*opened)->archive().read("units.csv", 100);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == Error::Kind::Malformed);
    CHECK((*opened)->archive().read("nothing", 100).error().kind == Error::Kind::Missing);
    CHECK((*opened)->archive().read("index.html", 3).error().kind == Error::Kind::TooLarge);
}

TEST_CASE("what is no part of a bundle is noted and not looked at", "[audit]")
{
    SampleBundle bundle;
    bundle.members["catatan.txt"] = bytesOf("x");
    CHECK(bundle.failures() == Names{});
    const auto opened = bundle.open();
    REQUIRE(opened->findings().size() == 1);
    CHECK(opened->findings().front().kind == "unexpected-member");
    CHECK(opened->findings().front().path == "catatan.txt");
}

TEST_CASE("a folder that holds another log, or none, is named", "[audit]")
{
    SampleBundle bundle;
    SECTION("another")
    {
        std::map<std::string, Bytes> moved;
        for (auto& [name, bytes] : bundle.members) {
            std::string to = name;
            if (to.starts_with(bundle.folder()))
                to.replace(0, bundle.folder().size(), "kiosk-9-00000000");
            moved[to] = bytes;
        }
        moved["ikrar-bundle"] = bytesOf("ikrar/bundle/v1\nfull\nkiosk-9-00000000\n");
        bundle.members = moved;
        CHECK(bundle.failures() == Names{"folder-differs"});
        CHECK(errorOf(BundleViews::of(*bundle.open(), bundle.log.policy())).kind
            == Error::Kind::Mismatch);
    }
    SECTION("none")
    {
        bundle.members["ikrar-bundle"]
            = bytesOf("ikrar/bundle/v1\nfull\n" + bundle.folder() + "\nkiosk-9-00000000\n");
        const BundleReport report = bundle.judge();
        REQUIRE(report.logs.size() == 2);
        CHECK(report.logs[0].report.holds());
        CHECK_FALSE(report.logs[1].report.holds());
        CHECK_FALSE(report.holds());
        CHECK_FALSE(report.interruption());
    }
}

TEST_CASE("another log of the ceremony that the policy names is asked for", "[audit]")
{
    const SampleBundle bundle;
    const auto other = crypto::SigningKey::generate();
    const auto policy = tlog::Policy::parse(bundle.log.policy().text() + "log "
        + tlog::VerifierKey{"contoh-2023.example/ikrar/contoh-2023/kiosk-2-0a1b2c3d",
            tlog::KeyType::Ed25519, other.publicKey()}
              .text()
        + '\n');
    REQUIRE(policy);
    const auto report = auditBundle(*bundle.open(), *policy);
    CHECK(report.holds());
    const auto& findings = report.logs.front().report.findings;
    CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.kind == "log-not-in-bundle";
    }) == 1);
}

TEST_CASE("a sealed bundle opens by its passphrase, however it was typed", "[audit]")
{
    const SampleBundle bundle;
    const auto path = bundle.pack(passphrase);
    int asked = 0;
    const auto typed = [&asked](const char* text) {
        return [&asked, text]() -> Result<std::string> {
            ++asked;
            return text;
        };
    };
    const auto opened = Bundle::open(path, typed("7kq2 mofd r9xt 4b6c zhiw"));
    REQUIRE(opened);
    CHECK(asked == 1);
    CHECK((*opened)->sealed());
    CHECK(auditBundle(**opened, bundle.log.policy()).holds());
    CHECK(
        Bundle::open(path, typed("7KQ2-M0FD-R9XT-4B6C-ZH1X")).error().kind == Error::Kind::Invalid);
    const auto without = Bundle::open(
        path, [] { return Result<std::string>(fail(Error::Kind::Refused, "no terminal")); });
    CHECK(without.error().kind == Error::Kind::Refused);
}

TEST_CASE("a log that contradicts its root counts for nothing", "[audit]")
{
    SampleBundle bundle;
    const std::string origin = bundle.log.vkey().name;
    const auto usable = BundleViews::of(*bundle.open(), bundle.log.policy());
    REQUIRE(usable.view(origin) != nullptr);
    CHECK(usable.view(origin)->size == 12);
    CHECK(usable.view(origin)->isVoided(4) == true);
    CHECK(usable.unusable().empty());
    CHECK_FALSE(usable.interruption());
    CHECK(usable.verify("no receipt", bundle.log.policy()).verdict == receipt::Verdict::Malformed);
    for (auto& [name, bytes] : bundle.members)
        if (name.find("tile/entries") != std::string::npos)
            bytes[bytes.size() / 2] ^= 4;
    const auto opened = bundle.open();
    const auto views = BundleViews::of(*opened, bundle.log.policy());
    CHECK(views.view(origin) == nullptr);
    CHECK_FALSE(errorOf(views).what.empty());
    CHECK_FALSE(bundle.judge().holds());
}
