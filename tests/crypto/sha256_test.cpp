#include "crypto/sha256.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using base::asBytes;
using base::toHex;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples", "[crypto]")
{
    CHECK(toHex(crypto::sha256(asBytes("abc")).view())
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
