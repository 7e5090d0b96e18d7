#include "tlog/published.h"
#include "tlog/reference.h"
#include "tlog/tree.h"

#include <catch2/catch.hpp>

#include <bit>
#include <random>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

RightEdge storedEdge(const reference::Tree& tree, std::uint64_t size)
{
    const auto hashes = reference::Reader(tree).read(RightEdge::nodes(size));
    return *RightEdge::from(size, *hashes);
}

} // namespace

TEST_CASE("the roots of the published tree of eight leaves are reached", "[tlog]")
{
    RightEdge edge;
    CHECK(emptyRoot() == published::hashFromHex(published::roots[0]));
    CHECK(edge.root() == emptyRoot());
    for (std::size_t i = 0; i < published::entries.size(); ++i) {
        edge.append(leafHash(*base::fromHex(published::entries.at(i))));
        CHECK(edge.size() == i + 1);
        CHECK(edge.root() == published::hashFromHex(published::roots.at(i + 1)));
    }
}

TEST_CASE("leaf and node hashes begin with 0x00 and 0x01", "[tlog]")
{
    const auto a = reference::numbered(1);
    const auto b = reference::numbered(2);
    CHECK(leafHash(base::asBytes("1")) == a);
    CHECK(nodeHash(a, b) == reference::hashOfNode(a, b));
    CHECK(nodeHash(a, b) != nodeHash(b, a));
}

TEST_CASE("the right edge has the reference's root at every size to 1,000", "[tlog]")
{
    const auto tree = reference::numberedTree(1000);
    RightEdge edge;
    for (std::uint64_t size = 0; size <= 1000; ++size) {
        INFO(size);
        REQUIRE(edge.root() == tree.mth(0, size));
        REQUIRE(edge.hashes().size() == static_cast<std::size_t>(std::popcount(size)));
        REQUIRE(edge.hashes() == storedEdge(tree, size).hashes());
        edge.append(tree.leaf(size));
    }
}

TEST_CASE("an append shows every subtree it completes, the leaf first", "[tlog]")
{
    const auto tree = reference::numberedTree(300);
    RightEdge edge;
    std::size_t seen = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
        unsigned level = 0;
        edge.append(tree.leaf(i), [&](const Node& node, const Hash& hash) {
            INFO(i);
            REQUIRE(node == Node{level, i >> level});
            REQUIRE(hash == tree.mth(node.index << level, (node.index + 1) << level));
            ++level;
            ++seen;
        });
        REQUIRE(level == static_cast<unsigned>(std::countr_one(i)) + 1);
    }
    CHECK(seen == 300 + 150 + 75 + 37 + 18 + 9 + 4 + 2 + 1);
}

TEST_CASE("the edge of a stored tree of up to 2^40 leaves goes on as the tree does", "[tlog]")
{
    std::mt19937_64 random(6962); // NOLINT(cert-msc51-cpp): the same sizes every time
    for (int round = 0; round < 200; ++round) {
        const auto size = random() >> (24 + random() % 40);
        std::map<std::uint64_t, Hash> leaves;
        for (std::uint64_t i = 0; i < 4; ++i)
            leaves.emplace(size + i, reference::numbered(i));
        leaves.emplace(size / 2, reference::numbered(5));
        const reference::Tree tree(std::move(leaves), reference::numbered(6));

        INFO(size);
        auto edge = storedEdge(tree, size);
        REQUIRE(edge.root() == tree.mth(0, size));
        for (std::uint64_t i = size; i < size + 4; ++i)
            edge.append(tree.leaf(i));
        REQUIRE(edge.size() == size + 4);
        REQUIRE(edge.root() == tree.mth(0, size + 4));
    }
}

TEST_CASE("an edge with too few or too many hashes is refused", "[tlog]")
{
    const std::vector<Hash> two(2);
    CHECK(RightEdge::from(3, two));
    CHECK(RightEdge::from(0, {}));
    for (const std::uint64_t size : {0U, 1U, 2U, 4U, 7U}) {
        const auto edge = RightEdge::from(size, two);
        REQUIRE(!edge);
        CHECK(edge.error().kind == Error::Kind::Mismatch);
    }
}

TEST_CASE("the nodes of an edge are the complete subtrees, largest first", "[tlog]")
{
    CHECK(RightEdge::nodes(0).empty());
    CHECK(RightEdge::nodes(1) == std::vector<Node>{{0, 0}});
    CHECK(RightEdge::nodes(7) == std::vector<Node>{{2, 0}, {1, 2}, {0, 6}});
    CHECK(RightEdge::nodes(256) == std::vector<Node>{{8, 0}});
    CHECK(RightEdge::nodes(~std::uint64_t{0}).size() == 64);
    CHECK(RightEdge::nodes(std::uint64_t{1} << 63U) == std::vector<Node>{{63, 0}});
}
