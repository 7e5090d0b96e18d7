// Who stands behind an entry, by bundles as they are written.
#include "attendance/bundle.h"
#include "audit/person_index.h"
#include "ledger/fixture.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using tests::must;
using Kind = audit::PersonIndex::Answer::Kind;

namespace {

constexpr unsigned people = 600; // more than one bundle of entries

/// A bundle of a log, and the entries as receipts bring them.
struct Written {
    explicit Written(attendance::BundleOptions options = {})
    {
        must(ledger->startSession(1));
        for (unsigned n = 1; n <= people; ++n)
            signatures.push_back(must(ledger->sign(declarationOf(n))).receipt);
        must(ledger->endSession());
        must(ledger->voidEntry(4, pledge::Reason::Withdrawn));
        must(ledger->close());
        must(ledger->voidEntry(5, pledge::Reason::Duplicate));
        must(ledger->erase(ledger::ErasureOf(tests::nip(7))));
        const auto log = must(attendance::bundleLogOf(*ledger));
        const attendance::BundleLog* one = log.get();
        must(
            attendance::writeBundle(std::span(&one, 1), path(), options, store.files, store.clock));
        const std::shared_ptr<const audit::Bundle> bundle = must(audit::Bundle::open(
            path(), [&]() -> Result<std::string> { return options.passphrase; }));
        const auto views = audit::BundleViews::of(*bundle, tlog::Policy::forLog(ledger->logKey()));
        index = must(audit::PersonIndex::read(bundle, views));
        origin = must(ledger->status()).origin;
    }

    /// Each with an ink of its own.
    static pledge::Declaration declarationOf(unsigned n)
    {
        auto declaration = tests::declaration(n);
        const int x = static_cast<int>(n);
        declaration.ink = pledge::encodeInk({1200, 450, {{{x, 100}, {x + 5, 100}, {x, 105}}}});
        return declaration;
    }

    [[nodiscard]] base::Path path() const { return store.directory / "berkas-bukti.zip"; }
    /// Of the n-th to sign, from 1.
    [[nodiscard]] pledge::Signed entry(unsigned n) const
    {
        return std::get<pledge::Signed>(
            must(pledge::decodeEntry(signatures.at(n - 1).entry)).entry.body);
    }
    [[nodiscard]] std::uint64_t indexOf(unsigned n) const { return signatures.at(n - 1).index; }
    [[nodiscard]] audit::PersonIndex::Answer find(unsigned n) const
    {
        return index->find(origin, indexOf(n), entry(n));
    }

    tests::StoreFixture store;
    std::unique_ptr<ledger::Ledger> ledger = store.create();
    std::vector<receipt::Receipt> signatures;
    std::unique_ptr<audit::PersonIndex> index;
    std::string origin;
};

} // namespace

TEST_CASE("each entry leads to the one who signed it, and to their ink", "[attendance]")
{
    const Written written;
    CHECK(written.index->size() == people - 1);
    for (const unsigned n : {1U, 2U, 255U, 256U, 257U, 599U, people}) {
        INFO(n);
        const auto answer = written.find(n);
        REQUIRE(answer.kind == Kind::Person);
        CHECK(answer.row->identity == tests::nip(n));
        CHECK(answer.row->name == "Peserta Contoh " + std::to_string(n));
        CHECK(answer.row->unit == "opd-contoh-1");
        CHECK(must(written.index->inkOf(written.origin, written.indexOf(n), written.entry(n)))
            == Written::declarationOf(n).ink);
    }
}

TEST_CASE("who was voided is shown as voided, before the closing and after it", "[attendance]")
{
    const Written written;
    for (unsigned n = 1; n <= 10; ++n) {
        const auto answer = written.find(n);
        if (written.indexOf(n) == 4)
            CHECK(answer.row->voided == pledge::Reason::Withdrawn);
        else if (written.indexOf(n) == 5)
            CHECK(answer.row->voided == pledge::Reason::Duplicate);
        else if (n != 7)
            CHECK_FALSE(answer.row->voided);
    }
}

TEST_CASE("whoever was erased is nobody", "[attendance]")
{
    const Written written;
    CHECK(written.find(7).kind == Kind::Erased);
    CHECK_FALSE(written.find(7).row);
    const auto ink = written.index->inkOf(written.origin, written.indexOf(7), written.entry(7));
    CHECK(ink.error().kind == Error::Kind::Missing);
}

TEST_CASE("nobody is named whom the entry does not confirm", "[attendance]")
{
    const Written written;
    const auto stranger = written.index->find(written.origin, written.indexOf(2), written.entry(3));
    CHECK(stranger.kind == Kind::OtherPerson);
    CHECK_FALSE(stranger.row);
    CHECK(written.index->inkOf(written.origin, written.indexOf(2), written.entry(3)).error().kind
        == Error::Kind::Mismatch);
    const std::uint64_t beyond = written.indexOf(people) + 1;
    CHECK(written.index->find(written.origin, beyond, written.entry(2)).kind == Kind::NoRow);
    CHECK(written.index
              ->find("example.org/ikrar/x/kiosk-9-00000000", written.indexOf(2), written.entry(2))
              .kind
        == Kind::NoLog);
}

TEST_CASE("a sealed bundle names them too, a public one nobody", "[attendance]")
{
    CHECK(Written({"7KQ2-M0FD-R9XT-4B6C-ZH1W", false, {}}).find(9).kind == Kind::Person);
    const Written anonymous({{}, true, {}});
    CHECK(anonymous.index->size() == 0);
    CHECK(anonymous.find(9).kind == Kind::NoNames);
}
