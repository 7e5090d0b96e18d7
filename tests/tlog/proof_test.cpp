#include "tlog/proof.h"
#include "tlog/published.h"
#include "tlog/reference.h"

#include <catch2/catch.hpp>

#include <bit>
#include <random>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

constexpr std::uint64_t largest = ~std::uint64_t{0};

/// A reader that has lost its disk, or that must not be asked.
class NoReader final : public HashReader
{
public:
    [[nodiscard]] Result<std::vector<Hash>> read(const std::vector<Node>&) const override
    {
        return fail(Error::Kind::Io, "no disk");
    }
};

Hash flipped(Hash hash)
{
    hash.bytes[7] ^= 0x10U;
    return hash;
}

/// `proof` with the hashes [from, to) replaced by `by`.
Proof replaced(const Proof& proof, std::size_t from, std::size_t to, const Proof& by)
{
    Proof changed;
    for (std::size_t i = 0; i < from; ++i)
        changed.push_back(proof[i]);
    for (const auto& hash : by)
        changed.push_back(hash);
    for (std::size_t i = to; i < proof.size(); ++i)
        changed.push_back(proof[i]);
    return changed;
}

/// Every proof that differs from `proof` in one thing: a hash flipped, dropped, doubled or swapped
/// with the next, and one more at either end.
std::vector<Proof> mutations(const Proof& proof)
{
    std::vector<Proof> all;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        all.push_back(replaced(proof, i, i + 1, {flipped(proof[i])}));
        all.push_back(replaced(proof, i, i + 1, {}));
        all.push_back(replaced(proof, i, i + 1, {proof[i], proof[i]}));
        if (i + 1 < proof.size())
            all.push_back(replaced(proof, i, i + 2, {proof[i + 1], proof[i]}));
    }
    all.push_back(replaced(proof, 0, 0, {Hash{}}));
    all.push_back(replaced(proof, proof.size(), proof.size(), {Hash{}}));
    return all;
}

} // namespace

TEST_CASE("the published inclusion proofs are made and hold", "[tlog]")
{
    std::map<std::uint64_t, Hash> leaves;
    for (std::size_t i = 0; i < published::entries.size(); ++i)
        leaves.emplace(i, leafHash(*base::fromHex(published::entries.at(i))));
    const reference::Tree tree(leaves, Hash{});

    for (const auto& each : published::inclusions()) {
        INFO(each.index << " in " << each.size);
        const auto proof = published::hashesFromHex(each.hashes);
        CHECK(*proveInclusion(each.index, each.size, reference::Reader(tree)) == proof);
        CHECK(verifyInclusion(proof, each.index, each.size, leaves.at(each.index),
            published::hashFromHex(published::roots.at(each.size))));
    }
}

TEST_CASE("the published consistency proofs are made and hold", "[tlog]")
{
    std::map<std::uint64_t, Hash> leaves;
    for (std::size_t i = 0; i < published::entries.size(); ++i)
        leaves.emplace(i, leafHash(*base::fromHex(published::entries.at(i))));
    const reference::Tree tree(leaves, Hash{});

    for (const auto& each : published::consistencies()) {
        INFO(each.oldSize << " to " << each.size);
        const auto proof = published::hashesFromHex(each.hashes);
        CHECK(*proveConsistency(each.oldSize, each.size, reference::Reader(tree)) == proof);
        CHECK(verifyConsistency(proof, each.oldSize, each.size,
            published::hashFromHex(published::roots.at(each.oldSize)),
            published::hashFromHex(published::roots.at(each.size))));
    }
}

TEST_CASE("every inclusion proof to size 300 is the reference's", "[tlog]")
{
    const auto tree = reference::numberedTree(300);
    const reference::Reader reader(tree);
    for (std::uint64_t size = 1; size <= 300; ++size) {
        const auto root = tree.mth(0, size);
        for (std::uint64_t index = 0; index < size; ++index) {
            INFO(index << " in " << size);
            const auto proof = proveInclusion(index, size, reader);
            REQUIRE(proof);
            REQUIRE(*proof == tree.path(index, 0, size));
            REQUIRE(proof->size() == inclusionProofLength(index, size));
            REQUIRE(verifyInclusion(*proof, index, size, tree.leaf(index), root));
        }
    }
}

TEST_CASE("every consistency proof to size 300 is the reference's", "[tlog]")
{
    const auto tree = reference::numberedTree(300);
    const reference::Reader reader(tree);
    for (std::uint64_t size = 1; size <= 300; ++size) {
        const auto root = tree.mth(0, size);
        for (std::uint64_t oldSize = 1; oldSize <= size; ++oldSize) {
            INFO(oldSize << " to " << size);
            const auto proof = proveConsistency(oldSize, size, reader);
            REQUIRE(proof);
            REQUIRE(*proof == tree.subproof(oldSize, 0, size, true));
            REQUIRE(verifyConsistency(*proof, oldSize, size, tree.mth(0, oldSize), root));
        }
    }
}

TEST_CASE("an inclusion proof changed in one thing is refused", "[tlog]")
{
    const auto tree = reference::numberedTree(40);
    for (std::uint64_t size = 1; size <= 40; ++size) {
        const auto root = tree.mth(0, size);
        for (std::uint64_t index = 0; index < size; ++index) {
            INFO(index << " in " << size);
            const auto proof = tree.path(index, 0, size);
            const auto leaf = tree.leaf(index);
            for (const auto& mutation : mutations(proof))
                REQUIRE_FALSE(verifyInclusion(mutation, index, size, leaf, root));
            for (std::uint64_t other = 0; other <= size; ++other)
                REQUIRE(verifyInclusion(proof, other, size, leaf, root) == (other == index));
            REQUIRE_FALSE(verifyInclusion(proof, index, size, flipped(leaf), root));
            REQUIRE_FALSE(verifyInclusion(proof, index, size, leaf, flipped(root)));
        }
    }
}

TEST_CASE("a consistency proof changed in one thing is refused", "[tlog]")
{
    const auto tree = reference::numberedTree(40);
    for (std::uint64_t size = 1; size <= 40; ++size) {
        const auto root = tree.mth(0, size);
        for (std::uint64_t oldSize = 1; oldSize <= size; ++oldSize) {
            INFO(oldSize << " to " << size);
            const auto proof = tree.subproof(oldSize, 0, size, true);
            const auto oldRoot = tree.mth(0, oldSize);
            for (const auto& mutation : mutations(proof))
                REQUIRE_FALSE(verifyConsistency(mutation, oldSize, size, oldRoot, root));
            for (std::uint64_t other = 0; other <= size + 1; ++other)
                REQUIRE(verifyConsistency(proof, other, size, oldRoot, root) == (other == oldSize));
            REQUIRE_FALSE(verifyConsistency(proof, oldSize, size, flipped(oldRoot), root));
            REQUIRE_FALSE(verifyConsistency(proof, oldSize, size, oldRoot, flipped(root)));
        }
    }
}

TEST_CASE("proofs in trees of up to 2^40 leaves are the reference's", "[tlog]")
{
    std::mt19937_64 random(9162); // NOLINT(cert-msc51-cpp): the same sizes every time
    for (int round = 0; round < 300; ++round) {
        const auto size = 1 + (random() >> (24 + random() % 38));
        const auto oldSize = 1 + random() % size;
        const auto index = round % 3 == 0 ? size - 1 : random() % size;
        std::map<std::uint64_t, Hash> leaves{{index, reference::numbered(1)},
            {oldSize - 1, reference::numbered(2)}, {oldSize, reference::numbered(3)},
            {size - 1, reference::numbered(4)}, {size / 3, reference::numbered(5)}};
        const reference::Tree tree(std::move(leaves), reference::numbered(6));
        const reference::Reader reader(tree);
        const auto root = tree.mth(0, size);

        INFO(index << " and " << oldSize << " in " << size);
        const auto inclusion = proveInclusion(index, size, reader);
        REQUIRE(*inclusion == tree.path(index, 0, size));
        REQUIRE(inclusion->size() == inclusionProofLength(index, size));
        REQUIRE(verifyInclusion(*inclusion, index, size, tree.leaf(index), root));

        const auto consistency = proveConsistency(oldSize, size, reader);
        REQUIRE(*consistency == tree.subproof(oldSize, 0, size, true));
        REQUIRE(verifyConsistency(*consistency, oldSize, size, tree.mth(0, oldSize), root));
    }
}

TEST_CASE("the proof of the last leaf has as many hashes as its index has ones", "[tlog]")
{
    for (std::uint64_t index = 0; index < 5000; ++index)
        REQUIRE(inclusionProofLength(index, index + 1)
            == static_cast<std::size_t>(std::popcount(index)));
    CHECK(inclusionProofLength(largest - 1, largest) == 63);
}

TEST_CASE("the longest proofs are those of the first leaf", "[tlog]")
{
    CHECK(inclusionProofLength(0, 1) == 0);
    CHECK(inclusionProofLength(0, 256) == 8);
    CHECK(inclusionProofLength(0, 257) == 9);
    CHECK(inclusionProofLength(0, largest) == 64);
}

TEST_CASE("sizes up to 2^64 - 1 are answered", "[tlog]")
{
    const auto short1 = rootFromInclusion({}, 0, largest, Hash{});
    REQUIRE(!short1);
    CHECK(short1.error().kind == Error::Kind::Malformed);
    CHECK(rootFromInclusion(Proof(64), 0, largest, Hash{}));
    CHECK(rootFromInclusion(Proof(63), largest - 1, largest, Hash{}));
    CHECK_FALSE(verifyConsistency(Proof(64), 1, largest, Hash{}, Hash{}));
    CHECK_FALSE(verifyConsistency({}, largest, 1, Hash{}, Hash{}));
}

TEST_CASE("nothing is read for a proof without hashes", "[tlog]")
{
    const NoReader none;
    CHECK(proveInclusion(0, 1, none)->empty());
    CHECK(proveConsistency(0, 0, none)->empty());
    CHECK(proveConsistency(0, 9, none)->empty());
    CHECK(proveConsistency(9, 9, none)->empty());
}

TEST_CASE("what the reader fails with is handed on", "[tlog]")
{
    const NoReader none;
    const auto inclusion = proveInclusion(0, 2, none);
    REQUIRE(!inclusion);
    CHECK(inclusion.error().kind == Error::Kind::Io);
    const auto consistency = proveConsistency(1, 2, none);
    REQUIRE(!consistency);
    CHECK(consistency.error().kind == Error::Kind::Io);
}

TEST_CASE("the empty tree is the beginning of every tree, with its own root only", "[tlog]")
{
    const auto root = reference::numbered(1);
    CHECK(verifyConsistency({}, 0, 1, emptyRoot(), root));
    CHECK(verifyConsistency({}, 0, 0, emptyRoot(), emptyRoot()));
    CHECK_FALSE(verifyConsistency({}, 0, 1, root, root));
    CHECK_FALSE(verifyConsistency({}, 0, 0, root, root));
    CHECK_FALSE(verifyConsistency({}, 0, 0, emptyRoot(), root));
    CHECK_FALSE(verifyConsistency({root}, 0, 1, emptyRoot(), root));
}
