#include "case_files.h"
#include "pledge/entry.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::pledge;
using ikrar::tests::cases;
using ikrar::tests::hexField;
using nlohmann::json;

namespace {

Hash hashField(const json& object, const char* field)
{
    return Hash::fromBytes(hexField(object, field)).value();
}

Body bodyOf(const json& decoded)
{
    const std::string kind = decoded.at("kind");
    const auto number = [&](const char* field) { return decoded.at(field).get<std::uint64_t>(); };
    if (kind == "opened")
        return Opened{hashField(decoded, "ceremony")};
    if (kind == "signed")
        return Signed{number("session"), hashField(decoded, "commitment"),
            hashField(decoded, "act"), static_cast<Category>(number("category")),
            static_cast<Method>(number("method"))};
    if (kind == "voided")
        return Voided{number("index"), static_cast<Reason>(number("reason"))};
    if (kind == "session-start")
        return SessionStart{number("session"), hashField(decoded, "roster")};
    if (kind == "session-end")
        return SessionEnd{number("session"), {number("signed"), number("voided")}};
    REQUIRE(kind == "closed");
    return Closed{{number("signed"), number("voided")}, hashField(decoded, "attendance")};
}

Entry entryOf(const json& decoded)
{
    return {{decoded.at("time").get<std::int64_t>(),
                static_cast<base::ClockTrust>(decoded.at("trust").get<int>())},
        bodyOf(decoded)};
}

tlog::KeyId kidOf(const json& vector)
{
    tlog::KeyId kid = 0;
    for (const auto byte : hexField(vector, "kid"))
        kid = (kid << 8U) | byte;
    return kid;
}

crypto::Verifier verifierOf(const json& vector)
{
    return crypto::Verifier(crypto::PublicKey::fromBytes(hexField(vector, "public_key")).value());
}

json sampleSigned()
{
    return ikrar::tests::vectors("pledge/entry/ok-signed.json");
}

} // namespace

TEST_CASE("each kind of entry is sealed to the published bytes", "[pledge]")
{
    for (const auto& [name, vector] : cases("entry", "ok-")) {
        INFO(name);
        const Bytes bytes = hexField(vector, "bytes");
        const auto key = crypto::SigningKey::fromSeed(hexField(vector, "seed")).value();
        const auto decoded = decodeEntry(bytes);
        REQUIRE(decoded);
        CHECK(decoded->kid == kidOf(vector));
        if (vector.contains("decoded"))
            CHECK(decoded->entry == entryOf(vector.at("decoded")));
        CHECK(seal(decoded->entry, kidOf(vector), key) == bytes);
        CHECK(verifyEntry(bytes, verifierOf(vector)));
    }
}

TEST_CASE("the key ID of an entry is the one of the log's verifier key", "[pledge]")
{
    const json vector = sampleSigned();
    const tlog::VerifierKey key{vector.at("origin"), tlog::KeyType::Ed25519,
        crypto::PublicKey::fromBytes(hexField(vector, "public_key")).value()};
    CHECK(key.id() == kidOf(vector));
}

TEST_CASE("what is not exactly an entry is refused by its name", "[pledge]")
{
    for (const auto& [name, vector] : cases("entry", "bad-")) {
        INFO(name << ": " << vector.at("desc"));
        const auto decoded = decodeEntry(hexField(vector, "bytes"));
        REQUIRE_FALSE(decoded);
        INFO(decoded.error().what);
        CHECK(base::name(decoded.error().kind) == vector.at("expect").get<std::string>());
    }
}

TEST_CASE("an entry that decodes may still be forged", "[pledge]")
{
    for (const auto& [name, vector] : cases("entry", "forged-")) {
        INFO(name);
        const Bytes bytes = hexField(vector, "bytes");
        CHECK(decodeEntry(bytes));
        CHECK_FALSE(verifyEntry(bytes, verifierOf(vector)));
    }
}

TEST_CASE("bytes that are no entry have no good signature", "[pledge]")
{
    const json vector = sampleSigned();
    CHECK_FALSE(verifyEntry({}, verifierOf(vector)));
    Bytes longer = hexField(vector, "bytes");
    longer.push_back(0);
    CHECK_FALSE(verifyEntry(longer, verifierOf(vector)));
}

TEST_CASE("every beginning of an entry is truncated", "[pledge]")
{
    for (const auto& [name, vector] : cases("entry", "ok-")) {
        const Bytes bytes = hexField(vector, "bytes");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            INFO(name << " cut at " << size);
            const auto decoded = decodeEntry(BytesView(bytes).first(size));
            REQUIRE_FALSE(decoded);
            CHECK(decoded.error().kind == Error::Kind::Truncated);
        }
    }
}

TEST_CASE("no flipped bit of an entry goes unnoticed", "[pledge]")
{
    for (const auto& [name, vector] : cases("entry", "ok-")) {
        const auto verifier = verifierOf(vector);
        Bytes bytes = hexField(vector, "bytes");
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto mask = static_cast<std::uint8_t>(1U << (bit % 8));
            bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ mask);
            INFO(name << " with bit " << bit << " flipped");
            REQUIRE_FALSE(verifyEntry(bytes, verifier));
            bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ mask);
        }
        CHECK(verifyEntry(bytes, verifier));
    }
}

TEST_CASE("a declaration's entry stays within the size that receipts are planned for", "[pledge]")
{
    // 600 bytes of receipt at 1,000 entries leave this much for the entry.
    CHECK(hexField(sampleSigned(), "bytes").size() <= 192);
}
