#include "audit/heads.h"
#include "audit/sample_log.h"
#include "tlog/checkpoint.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using audit::Standing;

namespace {

/// A head that the log's key signs, whether it is true or not.
audit::Head headOf(const audit::test::SampleLog& log, std::uint64_t size, const crypto::Hash& root)
{
    const tlog::Checkpoint checkpoint{log.vkey().name, size, root};
    const std::string note = tlog::signCheckpoint(checkpoint, log.key()).value().serialize();
    return audit::openHead(note, log.policy()).value();
}

receipt::LogView viewOf(const audit::test::SampleLog& log)
{
    auto source = std::make_shared<audit::test::SampleLog>();
    source->files = log.files;
    return audit::viewOf(source, log.policy()).value();
}

crypto::Hash otherRoot()
{
    crypto::Hash root;
    root.bytes.fill(7);
    return root;
}

} // namespace

TEST_CASE("two heads of one size are the same or rewritten, without any copy", "[heads]")
{
    const audit::test::SampleLog log;
    const auto kept = headOf(log, 9, {});
    CHECK(audit::compareHeads(kept, headOf(log, 9, {}), nullptr).value() == Standing::Same);
    const auto other = headOf(log, 9, otherRoot());
    CHECK(audit::compareHeads(kept, other, nullptr).value() == Standing::Rewritten);
    // What is kept of it can be checked by anyone: both notes, each under its seal.
    const std::string evidence = audit::evidenceOf(kept, other);
    CHECK(evidence.find(kept.note) != std::string::npos);
    CHECK(evidence.find(other.note) != std::string::npos);
}

TEST_CASE("heads of two sizes need a copy that reaches the larger", "[heads]")
{
    const auto log = audit::test::SampleLog::ceremonyOf(6);
    const auto view = viewOf(*log);
    const auto at
        = [&](std::uint64_t size) { return headOf(*log, size, view.rootAt(size).value()); };
    CHECK(audit::compareHeads(at(3), at(7), nullptr).value() == Standing::Undecided);
    CHECK(audit::compareHeads(at(3), at(7), &view).value() == Standing::Consistent);
    CHECK(audit::compareHeads(at(7), at(3), nullptr).value() == Standing::Behind);
    CHECK(audit::compareHeads(at(7), at(3), &view).value() == Standing::Behind);
    CHECK(audit::compareHeads(at(3), headOf(*log, view.size + 1, {}), &view).value()
        == Standing::Undecided);
    // A copy that has the one and not the other shows that one of them was sealed over another
    // history.
    CHECK(audit::compareHeads(at(3), headOf(*log, 7, otherRoot()), &view).value()
        == Standing::Rewritten);
    CHECK(audit::compareHeads(headOf(*log, 3, otherRoot()), at(7), &view).value()
        == Standing::Rewritten);
    CHECK(audit::compareHeads(at(7), headOf(*log, 3, otherRoot()), &view).value()
        == Standing::Rewritten);
}

TEST_CASE("a note is a head only under the seal of a log that the policy knows", "[heads]")
{
    const auto log = audit::test::SampleLog::ceremonyOf(2);
    const std::string note = log->checkpoint();
    CHECK(audit::openHead(note, log->policy()).has_value());
    CHECK(audit::openHead("other" + note, log->policy()).error().kind == Error::Kind::Missing);
    std::string forged = note;
    forged.at(forged.find('\n') + 1) = '9';
    CHECK(audit::openHead(forged, log->policy()).error().kind == Error::Kind::Mismatch);
    CHECK_FALSE(audit::openHead("", log->policy()).has_value());
    CHECK(audit::looksLikeHead(note));
    CHECK_FALSE(audit::looksLikeHead("HTTPS://VERIFY.EXAMPLE#123"));
    CHECK_FALSE(audit::looksLikeHead("\nHTTPS://VERIFY.EXAMPLE#123\r\n\n"));
    CHECK_FALSE(audit::looksLikeHead("\n"));
}
