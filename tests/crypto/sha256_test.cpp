#include "crypto/sha256.h"
#include "vectors.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>
#include <vector>

using namespace ikrar;
using base::asBytes;
using base::toHex;
using tests::hexField;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples", "[crypto]")
{
    for (const auto& example : tests::vectors("crypto/sha256.json")) {
        CAPTURE(example.dump());
        const Bytes message = hexField(example, "message");
        const Bytes digest = hexField(example, "digest");
        CHECK(base::equal(crypto::sha256(message).view(), digest));
        const BytesView whole = message;
        const std::size_t half = whole.size() / 2;
        CHECK(base::equal(
            crypto::sha256({whole.first(half), {}, whole.subspan(half)}).view(), digest));
    }
}

TEST_CASE("a million letters, fed in pieces, have the digest of FIPS 180-4", "[crypto]")
{
    crypto::Sha256 hash;
    const Bytes piece(1000, 'a');
    for (int i = 0; i < 1000; ++i)
        hash.update(piece);
    CHECK(toHex(hash.finish().view())
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("an incremental hash starts anew after its digest, and may be moved", "[crypto]")
{
    crypto::Sha256 hash;
    hash.update(asBytes("something else"));
    static_cast<void>(hash.finish());
    hash.update(asBytes("ab"));
    crypto::Sha256 moved = std::move(hash);
    moved.update(asBytes("c"));
    CHECK(moved.finish() == crypto::sha256(asBytes("abc")));
    CHECK(moved.finish() == crypto::sha256({}));
}

TEST_CASE("each thread hashes with a context of its own", "[crypto]")
{
    const crypto::Hash expected = crypto::sha256(asBytes("abc"));
    std::array<bool, 4> same{};
    std::vector<std::thread> threads;
    for (bool& result : same)
        threads.emplace_back([&result, &expected] {
            result = true;
            for (int i = 0; i < 2000; ++i) {
                const bool equal = crypto::sha256({asBytes("a"), asBytes("bc")}) == expected;
                result = result && equal;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(std::ranges::all_of(same, [](bool equal) { return equal; }));
}

TEST_CASE("HMAC-SHA-256 gives the values of RFC 4231", "[crypto]")
{
    for (const auto& example : tests::vectors("crypto/hmac_rfc4231.json")) {
        CAPTURE(example.dump());
        const crypto::Hash mac
            = crypto::hmacSha256(hexField(example, "key"), hexField(example, "message"));
        const Bytes expected = hexField(example, "hmac");
        CHECK(base::equal(mac.view().first(expected.size()), expected));
    }
}

TEST_CASE("an empty HMAC key is a key, not the one of last time", "[crypto]")
{
    const std::string_view withoutKey
        = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad";
    static_cast<void>(crypto::hmacSha256(asBytes("another key"), asBytes("x")));
    CHECK(toHex(crypto::hmacSha256({}, {}).view()) == withoutKey);
}

TEST_CASE("a hash has 32 bytes", "[crypto]")
{
    const Bytes bytes(33, 7);
    CHECK(crypto::Hash::fromBytes(BytesView(bytes).first(32)).value().bytes.back() == 7);
    for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}})
        CHECK(crypto::Hash::fromBytes(BytesView(bytes).first(size)).error().kind
            == Error::Kind::Malformed);
}
