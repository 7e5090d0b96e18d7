#include "audit/report_page.h"
#include "audit/sample_log.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::audit;
using pledge::Language;
using test::SampleLog;

namespace {

std::string pageOf(const SampleLog& log, const Report& report, Language language, bool html = false)
{
    const tlog::Policy policy = log.policy();
    const ReportPage page{
        report, policy, std::string(64, 'a'), "/media/usb/log", 1'700'000'000, "ikrar 1"};
    return html ? asHtml(page, language) : asText(page, language);
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a page states the result, the keys, the counts and the limits", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(1234));
    const Report report = audit::audit(*log, log->policy());
    const std::string id = pageOf(*log, report, Language::Indonesian);
    CHECK(has(id, "Semua yang diperiksa cocok"));
    CHECK(has(id, log->vkey().text()));
    CHECK(has(id, std::string(64, 'a')));
    CHECK(has(id, "1.234, dibatalkan kemudian: 0"));
    CHECK(has(id, "Ikrar contoh"));
    CHECK(has(id, "15 November 2023, pukul 06.13 WITA"));
    CHECK(has(id, "Yang tidak dibuktikan"));
    const std::string en = pageOf(*log, report, Language::English);
    CHECK(has(en, "Everything checked holds"));
    CHECK(has(en, "1,234, voided later: 0"));
    CHECK(has(en, "15 November 2023, 06:13 WITA"));
    CHECK(has(en, "Whose hand held the pen"));
    CHECK_FALSE(has(en, "GLADI"));
}

TEST_CASE("a page says whether the log was held against something earlier", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(9));
    const auto alone = audit::audit(*log, log->policy());
    CHECK(has(pageOf(*log, alone, Language::Indonesian), "Ringkasan terdahulu tidak diberikan"));
    CHECK(has(pageOf(*log, alone, Language::English), "No earlier checkpoint was given"));
    Options options;
    options.since = log->checkpoint();
    const auto later = audit::audit(*log, log->policy(), options);
    CHECK(has(pageOf(*log, later, Language::Indonesian), "dengan ringkasan terdahulu berukuran 1"));
    CHECK_FALSE(has(pageOf(*log, later, Language::English), "No earlier checkpoint"));
}

TEST_CASE("a finding on a page names entry, file and reason in the page's language", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(30));
    Bytes& bundle = log->files["tile/entries/000.p/34"];
    const auto entries = *tlog::parseBundle(bundle, 34);
    bundle[static_cast<std::size_t>(entries[6].data() - bundle.data()) - 3] ^= 1U; // of entry 5
    const Report report = audit::audit(*log, log->policy());
    const std::string id = pageOf(*log, report, Language::Indonesian);
    CHECK(has(id, "TIDAK lolos pemeriksaan"));
    CHECK(has(id,
        "TIDAK SESUAI: catatan nomor 5 (tile/entries/000.p/34): Segel catatan ini bukan segel"));
    const std::string en = pageOf(*log, report, Language::English, true);
    CHECK(has(en, "FAILURE: entry 5 (tile/entries/000.p/34): Its signature is not the log&#39;s."));
    CHECK(has(en, "class=\"verdict bad\""));
}

TEST_CASE("a page of an audit that was cut off blames nobody", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    Report report = audit::audit(*log, log->policy());
    report.interruption = Error{Error::Kind::Io, "http://x answered 500"};
    const std::string page = pageOf(*log, report, Language::Indonesian);
    CHECK(has(page, "Pemeriksaan TIDAK selesai"));
    CHECK(has(page, "http://x answered 500"));
    CHECK_FALSE(has(page, "Semua yang diperiksa cocok"));
}

TEST_CASE("whatever came from outside is escaped, cut and without control characters", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    Report report = audit::audit(*log, log->policy());
    const std::string attack = "<script>alert('1')</script>&\"\x1b[2J";
    report.origin = attack;
    report.strangers = {attack};
    report.ceremony->title = {attack, attack};
    report.ceremony->organizer = std::string(5000, 'x');
    report.findings.push_back({Finding::Severity::Failure, "unexpected", attack, 1, attack});
    const std::string html = pageOf(*log, report, Language::English, true);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "\x1b"));
    CHECK_FALSE(has(html, std::string(400, 'x')));
    CHECK(has(html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;"));
    CHECK_FALSE(has(pageOf(*log, report, Language::Indonesian), "\x1b"));
    report.findings.front().path = "x\u202Esah\u009B\n[ OK ]\xff";
    CHECK(has(pageOf(*log, report, Language::Indonesian), "x\\u202Esah\\u009B\\x0A[ OK ]\\xFF"));
}

TEST_CASE("a time that no calendar holds is a number", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    Report report = audit::audit(*log, log->policy());
    report.lastTime = std::numeric_limits<std::int64_t>::max();
    CHECK(has(pageOf(*log, report, Language::English), "9223372036854775807 s"));
    report.lastTime = 253'402'214'399;
    CHECK(has(pageOf(*log, report, Language::English), "31 December 9999, 07:59 WITA"));
    report.lastTime = 253'402'214'400;
    CHECK(has(pageOf(*log, report, Language::English), "253402214400 s"));
}

TEST_CASE("a long list of findings is cut and counted", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    for (std::uint8_t& byte : log->files["tile/0/000"])
        byte ^= 1U;
    const Report report = audit::audit(*log, log->policy());
    const std::string page = pageOf(*log, report, Language::Indonesian, true);
    CHECK(has(page, "catatan nomor 5 (tile/0/000) dan 250 lainnya"));
    CHECK(page.size() < 8000);
}

TEST_CASE("a log that lacks nothing but witnesses is not called bad", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const auto key = crypto::SigningKey::generate();
    const tlog::VerifierKey vkey{"s.example/w", tlog::KeyType::CosignatureV1, key.publicKey()};
    const auto policy = tlog::Policy::parse("log " + log->vkey().text() + "\nwitness bawaslu "
        + vkey.text() + "\ngroup saksi 1 bawaslu\nquorum saksi\n");
    REQUIRE(policy);
    const Report report = audit::audit(*log, *policy);
    const std::string page = asText({report, *policy, "", "x", 0, "ikrar"}, Language::Indonesian);
    CHECK(has(page, "BELUM disahkan oleh cukup saksi log"));
    CHECK(has(page, "saksi: 1 dari bawaslu"));
    CHECK_FALSE(has(page, "TIDAK lolos"));
}

TEST_CASE("a log cosigned by other keys than the policy's asks for a newer policy", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    Report report = audit::audit(*log, log->policy());
    report.findings.push_back({Finding::Severity::Failure, "quorum-not-met", "checkpoint", {}, ""});
    report.strangers = {"bawaslu"};
    CHECK(has(sentenceFor(report, Language::Indonesian), "mintalah kebijakan terbaru"));
    CHECK(has(sentenceFor(report, Language::English), "ask for the newest policy"));
}

TEST_CASE("a log that the policy does not name was not checked, and is not called bad", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const auto key = crypto::SigningKey::generate();
    const tlog::VerifierKey other{"other.example/log", tlog::KeyType::Ed25519, key.publicKey()};
    const tlog::Policy policy = tlog::Policy::forLog(other);
    const Report report = audit::audit(*log, policy);
    const std::string page = asText({report, policy, "", "x", 0, "ikrar"}, Language::Indonesian);
    CHECK(has(page, "BELUM diperiksa"));
    CHECK(has(page, "Isi log tidak dibaca"));
    CHECK_FALSE(has(page, "TIDAK lolos"));
    CHECK_FALSE(has(page, "Setiap catatan dibaca"));
    CHECK_FALSE(has(page, "Pernyataan  "));
}

TEST_CASE("a copy that only lacks files is to be made again before anybody is suspected", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    log->files.erase("tile/entries/000");
    const Report missing = audit::audit(*log, log->policy());
    REQUIRE_FALSE(missing.holds());
    CHECK(has(sentenceFor(missing, Language::Indonesian), "salin ulang log seluruhnya"));
    CHECK(has(sentenceFor(missing, Language::English), "copy the whole log again"));
    CHECK_FALSE(has(pageOf(*log, missing, Language::Indonesian), "Setiap catatan dibaca"));
}

TEST_CASE("a rehearsal's page says GLADI above all", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    Report report = audit::audit(*log, log->policy());
    report.rehearsal = true;
    for (const Language language : {Language::Indonesian, Language::English})
        CHECK(pageOf(*log, report, language).find("GLADI")
            < pageOf(*log, report, language).find("OK"));
}

TEST_CASE("every kind of finding has an Indonesian sentence", "[audit]")
{
    for (const char* kind : {"after-closed", "ahead-of-checkpoint", "bad-bundle", "bad-ceremony",
             "bad-checkpoint", "bad-cosignature", "bad-entry", "bad-entry-signature", "bad-origin",
             "bad-since", "bad-state", "ceremony-differs", "closed-in-session", "counts-differ",
             "ends-nothing", "foreign-entry", "missing-file", "not-opened", "opened-again",
             "other-ceremony", "other-policy", "outside-session", "policy-behind", "quorum-not-met",
             "revoked-key", "rewritten", "root-differs", "root-unknown", "same-commitment",
             "session-again", "session-in-session", "shrunk", "tile-differs", "tile-size",
             "time-backwards", "unexpected-file", "unknown-cosigner", "unknown-log",
             "unreadable-bundle", "unreadable-ceremony", "unreadable-checkpoint", "unreadable-log",
             "unreadable-tile", "unreadable-twin", "voided-again", "voids-nothing",
             "attendance-not-closed", "bad-member-name", "entry-without-row", "folder-differs",
             "log-not-in-bundle", "member-twice", "person-again", "row-category-differs",
             "row-erased", "row-ink-differs", "row-malformed", "row-method-differs",
             "row-out-of-order", "row-person-differs", "row-session-differs", "row-status-differs",
             "row-text-differs", "row-time-differs", "row-without-entry", "row-without-tie",
             "table-differs", "tie-malformed", "tie-out-of-order", "tie-without-entry",
             "unexpected-member", "units-differ", "unreadable-table"}) {
        INFO(kind);
        CHECK_FALSE(indonesianFor(kind).empty());
    }
    CHECK(indonesianFor("no-such-kind").empty());
}
