#include "tlog/cosignature.h"
#include "tlog/policy.h"
#include "tlog/proof.h"
#include "tlog/tile.h"
#include "tlog/tlog_proof.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

using namespace ikrar;
using namespace ikrar::tlog;
using nlohmann::json;

/// Walks tests/vectors/tlog/<kind>/<case>.json, which make_vectors.mjs writes: each says what the
/// input is and how it must be judged. The judges below hold besides that what is taken is written
/// again byte for byte.
namespace {

namespace fs = std::filesystem;

const fs::path vectorFolder = fs::path(IKRAR_TESTS) / "vectors" / "tlog";

std::vector<fs::path> sortedEntries(const fs::path& folder)
{
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder))
        entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::string textOf(const json& field)
{
    return field.get<std::string>();
}

Bytes bytesOf(const json& field)
{
    return *base::fromHex(textOf(field));
}

Hash hashOf(const json& field)
{
    return *Hash::fromBytes(bytesOf(field));
}

Proof proofOf(const json& field)
{
    Proof proof;
    for (const auto& hash : field)
        proof.push_back(hashOf(hash));
    return proof;
}

std::string inputOf(const json& vector)
{
    if (vector.contains("input"))
        return textOf(vector.at("input"));
    return std::string(base::asText(bytesOf(vector.at("input_hex"))));
}

std::string kindOf(const Error& error)
{
    CHECK(!error.what.empty());
    return std::string(base::name(error.kind));
}

std::string held(bool holds)
{
    return holds ? "ok" : "mismatch";
}

/// For a format with one spelling: what was read, when it was read, must be written as it stood.
template <typename T, typename Write>
std::string judgeText(const Result<T>& parsed, const std::string& input, const Write& write)
{
    if (!parsed)
        return kindOf(parsed.error());
    CHECK(write(*parsed) == input);
    return "ok";
}

std::string judgeInclusion(const json& vector)
{
    const auto index = vector.at("index").get<std::uint64_t>();
    const auto size = vector.at("size").get<std::uint64_t>();
    const auto proof = proofOf(vector.at("proof"));
    const auto leaf = hashOf(vector.at("leaf"));
    const auto root = hashOf(vector.at("root"));

    const auto reached = rootFromInclusion(proof, index, size, leaf);
    CHECK(verifyInclusion(proof, index, size, leaf, root) == (reached && *reached == root));
    return reached ? held(*reached == root) : kindOf(reached.error());
}

std::string judgeConsistency(const json& vector)
{
    return held(verifyConsistency(proofOf(vector.at("proof")),
        vector.at("oldSize").get<std::uint64_t>(), vector.at("size").get<std::uint64_t>(),
        hashOf(vector.at("oldRoot")), hashOf(vector.at("root"))));
}

std::string judgeNote(const json& vector)
{
    const auto input = inputOf(vector);
    return judgeText(Note::parse(input), input, [](const Note& note) { return note.serialize(); });
}

std::string judgeVerifierKey(const json& vector)
{
    const auto input = inputOf(vector);
    return judgeText(
        VerifierKey::parse(input), input, [](const VerifierKey& key) { return key.text(); });
}

std::string judgeCheckpoint(const json& vector)
{
    const auto input = inputOf(vector);
    return judgeText(
        Checkpoint::parse(input), input, [](const Checkpoint& point) { return point.text(); });
}

std::string judgeOpened(const json& vector)
{
    const auto input = inputOf(vector);
    const auto key = VerifierKey::parse(textOf(vector.at("vkey")));
    REQUIRE(key);
    return judgeText(openCheckpoint(input, *key), input, [](const OpenedCheckpoint& opened) {
        CHECK(opened.checkpoint.text() == opened.note.text);
        return opened.note.serialize();
    });
}

std::string judgeCosignature(const json& vector)
{
    const auto checkpoint = Checkpoint::parse(textOf(vector.at("checkpoint")));
    const auto witness = VerifierKey::parse(textOf(vector.at("vkey")));
    REQUIRE(checkpoint);
    REQUIRE(witness);
    const auto time = verifyCosignature(*checkpoint, bytesOf(vector.at("cosignature")), *witness);
    if (!time)
        return kindOf(time.error());
    CHECK(*time == vector.at("time").get<std::uint64_t>());
    return "ok";
}

std::string judgePolicy(const json& vector)
{
    const auto policy = Policy::parse(inputOf(vector));
    if (!policy)
        return kindOf(policy.error());
    // Comments are not kept, but what is written means the same and is written again as it stands.
    const auto again = Policy::parse(policy->text());
    REQUIRE(again);
    CHECK(again->text() == policy->text());
    return "ok";
}

std::string judgeQuorum(const json& vector)
{
    const auto policy = Policy::parse(inputOf(vector));
    REQUIRE(policy);
    return held(policy->satisfiedBy(vector.at("witnesses").get<std::set<std::string>>()));
}

std::string judgeTilePath(const json& vector)
{
    const auto input = inputOf(vector);
    const auto tile = parseTilePath(input);
    if (tile)
        CHECK(*tile
            == Tile{vector.at("level").get<int>(), vector.at("index").get<std::uint64_t>(),
                vector.at("width").get<unsigned>()});
    return judgeText(tile, input, tilePath);
}

std::string judgeBundle(const json& vector)
{
    const auto bundle = bytesOf(vector.at("bundle"));
    const auto entries = parseBundle(bundle, vector.at("width").get<unsigned>());
    if (!entries)
        return kindOf(entries.error());
    Bytes again;
    std::vector<std::string> hex;
    for (const auto entry : *entries) {
        appendToBundle(again, entry);
        hex.push_back(base::toHex(entry));
    }
    CHECK(again == bundle);
    CHECK(hex == vector.at("entries").get<std::vector<std::string>>());
    return "ok";
}

std::string judgeTlogProof(const json& vector)
{
    const auto input = inputOf(vector);
    return judgeText(
        TlogProof::parse(input), input, [](const TlogProof& proof) { return proof.text(); });
}

const std::map<std::string, std::string (*)(const json&)> judges{{"inclusion", judgeInclusion},
    {"consistency", judgeConsistency}, {"note", judgeNote}, {"vkey", judgeVerifierKey},
    {"checkpoint", judgeCheckpoint}, {"opened", judgeOpened}, {"cosignature", judgeCosignature},
    {"policy", judgePolicy}, {"quorum", judgeQuorum}, {"tile-path", judgeTilePath},
    {"bundle", judgeBundle}, {"tlog-proof", judgeTlogProof}};

struct Count {
    std::size_t taken = 0;
    std::size_t refused = 0;
};

Count judgeFolder(const fs::path& folder, std::string (*judge)(const json&))
{
    Count count;
    for (const auto& path : sortedEntries(folder)) {
        std::ifstream file(path);
        const auto vector = json::parse(file);
        const auto expected = textOf(vector.at("expect"));
        INFO(path.filename() << ": " << textOf(vector.at("desc")));
        CHECK(judge(vector) == expected);
        ++(expected == "ok" ? count.taken : count.refused);
    }
    return count;
}

} // namespace

TEST_CASE("every vector is judged as its file says", "[tlog]")
{
    std::size_t refused = 0;
    for (const auto& [kind, judge] : judges) {
        INFO(kind);
        const auto count = judgeFolder(vectorFolder / kind, judge);
        CHECK(count.taken > 0);
        CHECK(count.refused > count.taken);
        refused += count.refused;
    }
    CHECK(refused > 500);
}

TEST_CASE("every folder of vectors has a judge", "[tlog]")
{
    const auto folders = sortedEntries(vectorFolder);
    CHECK(folders.size() == judges.size());
    for (const auto& folder : folders)
        CHECK(judges.count(folder.filename().string()) == 1);
}
