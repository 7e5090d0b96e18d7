#include "crypto/scrypt.h"
#include "vectors.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using base::asBytes;
using tests::hexField;

TEST_CASE("scrypt gives what RFC 7914 gives", "[crypto]")
{
    for (const auto& example : tests::vectors("crypto/scrypt_rfc7914.json")) {
        CAPTURE(example.dump());
        const crypto::ScryptCost cost{example["n"], example["r"], example["p"]};
        const Bytes expected = hexField(example, "derived");
        const auto derived = crypto::scrypt(
            hexField(example, "password"), hexField(example, "salt"), cost, expected.size());
        REQUIRE(derived);
        CHECK(base::toHex(*derived) == base::toHex(expected));
    }
}

TEST_CASE(
    "a cost that RFC 7914 does not allow, or that needs too much memory, is refused", "[crypto]")
{
    const auto refused = [](const crypto::ScryptCost& cost) {
        const auto derived = crypto::scrypt(asBytes("password"), asBytes("NaCl"), cost, 32);
        return !derived && derived.error().kind == Error::Kind::Invalid;
    };
    CHECK(refused({0, 8, 1}));
    CHECK(refused({1, 8, 1}));
    CHECK(refused({1000, 8, 1}));
    CHECK(refused({1024, 0, 1}));
    CHECK(refused({1024, 8, 0}));
    CHECK(refused({1ULL << 20U, 8, 1})); // the RFC's last example, 1 GiB
    CHECK(refused({1ULL << 63U, 1U << 31U, 1U << 31U}));
    CHECK_FALSE(refused({65536, 8, 1}));
}

TEST_CASE("scrypt gives 1 to 1024 bytes", "[crypto]")
{
    const crypto::ScryptCost cheap{16, 1, 1};
    CHECK_FALSE(crypto::scrypt(asBytes("p"), asBytes("s"), cheap, 0));
    CHECK_FALSE(crypto::scrypt(asBytes("p"), asBytes("s"), cheap, 1025));
    CHECK(crypto::scrypt(asBytes("p"), asBytes("s"), cheap, 1024).value().size() == 1024);
}
