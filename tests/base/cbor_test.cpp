#include "base/cbor.h"
#include "base/cbor_recode.h"
#include "vectors.h"

#include <catch2/catch.hpp>

#include <array>
#include <limits>

using namespace ikrar;
using base::CborReader;
using base::CborWriter;

namespace {

Bytes hex(std::string_view text)
{
    return base::fromHex(text).value();
}

/// What a reader says of `bytes`: `ok`, or the name of the error.
std::string_view verdictOn(BytesView bytes)
{
    const auto again = tests::recode(bytes);
    return again ? "ok" : base::name(again.error().kind);
}

/// A head of `major` type with its argument in `length` bytes (1, 2, 4 or 8), however small it is.
Bytes longHead(unsigned major, std::uint64_t argument, std::size_t length)
{
    const unsigned info = length == 1 ? 24 : length == 2 ? 25 : length == 4 ? 26 : 27;
    Bytes head{static_cast<std::uint8_t>(major << 5U | info)};
    for (std::size_t i = length; i-- > 0;)
        head.push_back(static_cast<std::uint8_t>(argument >> (8 * i)));
    return head;
}

Bytes everyKind()
{
    CborWriter writer;
    writer.tag(18).array(5).unsignedInteger(70000).integer(-70000).bytes(Bytes(300, 0xab));
    writer.text("ikrar").map(2).unsignedInteger(0).array(0).unsignedInteger(1).text("");
    return writer.take();
}

} // namespace

TEST_CASE("the examples of RFC 8949 are read and written alike, or refused by name", "[base]")
{
    for (const auto& example : tests::vectors("base/cbor_rfc8949_appendix_a.json")) {
        CAPTURE(example.dump());
        const Bytes bytes = tests::hexField(example, "cbor");
        CHECK(verdictOn(bytes) == example.at("expect").get<std::string>());
        if (const auto again = tests::recode(bytes))
            CHECK(*again == bytes);
    }
}

TEST_CASE("each head has one spelling", "[base]")
{
    struct Bound {
        std::uint64_t last; ///< the last argument for which a longer head is one too many
        std::size_t length;
    };
    const auto bound
        = GENERATE(Bound{23, 1}, Bound{0xff, 2}, Bound{0xffff, 4}, Bound{0xffffffff, 8});
    for (unsigned major = 0; major <= 6; ++major) {
        for (const std::uint64_t argument : {std::uint64_t{0}, bound.last}) {
            // A string must be there, else it is the end that is refused and not the head.
            const bool holdsBytes = major == 2 || major == 3;
            if (argument > 0xffff && holdsBytes)
                continue;
            Bytes bytes = longHead(major, argument, bound.length);
            if (holdsBytes)
                bytes.resize(bytes.size() + argument, 'x');
            CAPTURE(major, argument, bound.length);
            CHECK(verdictOn(bytes) == "not-canonical");
        }
    }
    CHECK(tests::recode(longHead(0, bound.last + 1, bound.length)));
}

TEST_CASE("every tag is read as it was written", "[base]")
{
    for (std::uint64_t tag = 0; tag <= 300; ++tag) {
        CAPTURE(tag);
        const Bytes bytes = CborWriter().tag(tag).unsignedInteger(0).take();
        CHECK(CborReader(bytes).tag() == tag);
        CHECK(tests::recode(bytes) == bytes);
    }
}

TEST_CASE("reserved heads and simple values of every spelling are refused", "[base]")
{
    for (unsigned first = 0; first <= 0xff; ++first) {
        CAPTURE(first);
        const unsigned info = first & 31U;
        const bool reserved = 28 <= info && info <= 30;
        const bool simple = first >> 5U == 7 && info != 31;
        if (!reserved && !simple)
            continue;
        Bytes bytes(9, 0x20);
        bytes[0] = static_cast<std::uint8_t>(first);
        CHECK(verdictOn(bytes) == "malformed");
    }
    CHECK(verdictOn(hex("ff")) == "not-canonical");
}

TEST_CASE("every truncation is refused, and so is every byte more", "[base]")
{
    const Bytes whole = everyKind();
    REQUIRE(tests::recode(whole) == whole);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        CHECK(verdictOn(BytesView(whole).first(length)) == "truncated");
    }
    Bytes longer = whole;
    longer.push_back(0);
    CHECK(verdictOn(longer) == "trailing-bytes");
}

TEST_CASE("a claimed length is never believed", "[base]")
{
    for (const unsigned major : {2U, 3U, 4U, 5U}) {
        for (const std::uint64_t claim : {std::uint64_t{1} << 32U, std::uint64_t{1} << 62U,
                 std::uint64_t{1} << 63U, std::numeric_limits<std::uint64_t>::max()}) {
            CAPTURE(major, claim);
            Bytes bytes = longHead(major, claim, 8);
            bytes.resize(bytes.size() + 8, 0);
            CHECK(verdictOn(bytes) == "truncated");
        }
    }
}

TEST_CASE("what is over its bound is refused, what is at it is read", "[base]")
{
    const auto kindOf
        = [](const auto& result) { return result ? "ok" : base::name(result.error().kind); };
    const Bytes bytes = hex("43010203");
    CHECK(kindOf(CborReader(bytes).bytes(3)) == "ok");
    CHECK(kindOf(CborReader(bytes).bytes(2)) == "too-large");
    const Bytes text = hex("63616263");
    CHECK(kindOf(CborReader(text).text(3)) == "ok");
    CHECK(kindOf(CborReader(text).text(2)) == "too-large");
    const Bytes array = hex("820102");
    CHECK(kindOf(CborReader(array).array(2)) == "ok");
    CHECK(kindOf(CborReader(array).array(1)) == "too-large");
    const Bytes map = hex("a201020304");
    CHECK(kindOf(CborReader(map).map(2)) == "ok");
    CHECK(kindOf(CborReader(map).map(1)) == "too-large");
}

TEST_CASE("an integer has 64 bits with its sign", "[base]")
{
    const auto value = GENERATE(std::int64_t{0}, std::int64_t{-1}, std::int64_t{23},
        std::int64_t{-24}, std::int64_t{-25}, std::numeric_limits<std::int64_t>::max(),
        std::numeric_limits<std::int64_t>::min());
    const Bytes bytes = CborWriter().integer(value).take();
    CHECK(CborReader(bytes).integer() == value);

    const auto* const over = GENERATE("1b8000000000000000", "3b8000000000000000");
    const auto refused = CborReader(hex(over)).integer();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::TooLarge);
}

TEST_CASE("integers in a row are read up to the first that is none", "[base]")
{
    const Bytes bytes = CborWriter().integer(0).integer(-1).integer(70000).text("x").take();
    std::array<std::int64_t, 3> three{};
    CborReader reader(bytes);
    REQUIRE(reader.integers(three));
    CHECK(three == std::array<std::int64_t, 3>{0, -1, 70000});
    CHECK(reader.text(1) == "x");

    std::array<std::int64_t, 4> four{};
    CHECK(CborReader(bytes).integers(four).error().kind == Error::Kind::Malformed);
    CHECK(CborReader(BytesView(bytes).first(3)).integers(three).error().kind
        == Error::Kind::Truncated);
}

TEST_CASE("an item of another kind is refused and can still be read as what it is", "[base]")
{
    const Bytes bytes = hex("6161");
    CborReader reader(bytes);
    const auto refused = reader.bytes(9);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Malformed);
    CHECK_FALSE(reader.finish());
    CHECK(reader.text(9) == "a");
    CHECK(reader.finish());
}

TEST_CASE("text that is not UTF-8 is refused, and left unread", "[base]")
{
    const Bytes bytes = hex("62c328");
    CborReader reader(bytes);
    const auto refused = reader.text(9);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Malformed);
    CHECK_FALSE(reader.finish());
}

TEST_CASE("a view points into the bytes it was read from", "[base]")
{
    const Bytes bytes = hex("43010203");
    const auto view = CborReader(bytes).bytes(3);
    REQUIRE(view);
    CHECK(view->data() == bytes.data() + 1);
}

TEST_CASE("a writer starts anew after its bytes are taken", "[base]")
{
    CborWriter writer;
    CHECK(writer.unsignedInteger(1).take() == hex("01"));
    CHECK(writer.unsignedInteger(2).take() == hex("02"));
}
