#include "base/file.h"
#include "receipt/verdict.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ikrar;

namespace {

using nlohmann::json;

std::vector<base::Path> vectorFiles()
{
    std::vector<base::Path> files;
    for (const auto& file :
        std::filesystem::directory_iterator(base::Path(IKRAR_TESTS) / "vectors/receipt"))
        if (file.path().extension() == ".json")
            files.push_back(file.path());
    std::sort(files.begin(), files.end());
    return files;
}

json readVector(const base::Path& path)
{
    return json::parse(base::readFile(path, 1U << 20U).value());
}

std::optional<receipt::LogView> logOf(const json& vector)
{
    if (!vector.contains("log"))
        return {};
    const json& log = vector["log"];
    receipt::LogView view;
    view.origin = log["origin"];
    view.size = log["size"];
    view.rootAt = [log](std::uint64_t size) {
        const std::string root = log["roots"].at(std::to_string(size));
        return crypto::Hash::fromBytes(base::fromHex(root).value());
    };
    view.isVoided = [log](std::uint64_t index) -> Result<bool> {
        const json& voided = log["voided"];
        return std::find(voided.begin(), voided.end(), index) != voided.end();
    };
    view.witnesses = log.value("witnesses", std::vector<std::string>{});
    return view;
}

receipt::Finding check(const json& vector)
{
    const auto policy = tlog::Policy::parse(vector["policy"].get<std::string>());
    REQUIRE(policy.has_value());
    const auto revoked = receipt::parseRevocations(vector.value("revoked", ""));
    REQUIRE(revoked.has_value());
    const auto log = logOf(vector);
    return receipt::verify(
        vector["text"].get<std::string>(), *policy, *revoked, log ? &*log : nullptr);
}

std::string_view kindOf(const pledge::Entry& entry)
{
    constexpr std::array<std::string_view, 6> names{
        "opened", "signed", "voided", "session-start", "session-end", "closed"};
    return names.at(entry.body.index());
}

void checkContent(const json& vector, const receipt::Finding& finding)
{
    REQUIRE(finding.receipt.has_value());
    REQUIRE(finding.entry.has_value());
    CHECK(std::to_string(finding.receipt->index) == vector["index"].get<std::string>());
    CHECK(std::to_string(finding.receipt->size) == vector["size"].get<std::string>());
    CHECK(finding.origin == vector["origin"].get<std::string>());
    CHECK(kindOf(finding.entry->entry) == vector["kind"].get<std::string>());
    auto witnesses = finding.witnesses;
    std::sort(witnesses.begin(), witnesses.end());
    CHECK(witnesses == vector["witnesses"].get<std::vector<std::string>>());
}

} // namespace

TEST_CASE("every vector gets the verdict that it states", "[receipt]")
{
    const std::vector<base::Path> files = vectorFiles();
    REQUIRE_FALSE(files.empty());
    for (const base::Path& file : files) {
        INFO(file.filename().string());
        const json vector = readVector(file);
        INFO(vector["desc"].get<std::string>());
        const receipt::Finding finding = check(vector);
        INFO(finding.why);
        CHECK(receipt::name(finding.verdict) == vector["verdict"].get<std::string>());
        if (vector.contains("error")) {
            const auto parsed = receipt::fromText(vector["text"].get<std::string>());
            REQUIRE_FALSE(parsed.has_value());
            CHECK(base::name(parsed.error().kind) == vector["error"].get<std::string>());
        }
        if (vector.contains("index"))
            checkContent(vector, finding);
    }
}

TEST_CASE(
    "most vectors are refused, each verdict has some, and every malformed one names its error",
    "[receipt]")
{
    std::map<std::string, int> verdicts;
    for (const base::Path& file : vectorFiles()) {
        const json vector = readVector(file);
        ++verdicts[vector["verdict"]];
        INFO(file.filename().string());
        CHECK((vector["verdict"] == "malformed") == vector.contains("error"));
    }
    CHECK(verdicts.size() == 9);
    CHECK(verdicts["malformed"] >= 60);
    CHECK(verdicts["bad-signature"] >= 40);
    CHECK(verdicts["unknown-log"] >= 8);
}

TEST_CASE("every genuine vector survives the way to a tlog-proof file and back", "[receipt]")
{
    int done = 0;
    for (const base::Path& file : vectorFiles()) {
        const json vector = readVector(file);
        const auto policy = tlog::Policy::parse(vector["policy"].get<std::string>()).value();
        const auto receipt = receipt::fromText(vector["text"].get<std::string>());
        if (!receipt || !vector.contains("index"))
            continue;
        const bool knowsAll = vector["witnesses"].size() + 1 == receipt->signatures.size();
        INFO(file.filename().string());
        const auto proof = receipt::toTlogProof(*receipt, policy);
        REQUIRE(proof.has_value() == knowsAll);
        if (!knowsAll) {
            CHECK(proof.error().kind == Error::Kind::Missing);
            continue;
        }
        const auto parsed = tlog::TlogProof::parse(proof->text());
        REQUIRE(parsed.has_value());
        CHECK(receipt::fromTlogProof(*parsed, policy) == *receipt);
        ++done;
    }
    CHECK(done > 30);
}
