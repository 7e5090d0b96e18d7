#include "cli/evidence.h"

#include "attendance/receipt_file.h"
#include "crypto/sha256.h"

#include <QJsonArray>

#include <algorithm>

namespace ikrar::cli {

namespace {

constexpr std::size_t maxPolicyFile = std::size_t{1024} * 1024;

bool looksLikeFile(const std::string& argument)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(argument, ignored);
}

} // namespace

Result<PolicyFile> readPolicy(const std::string& path)
{
    const auto bytes = base::readFile(path, maxPolicyFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto policy = tlog::Policy::parse(base::asText(*bytes));
    if (!policy)
        return ikrar::fail(policy.error().kind, path + ": " + policy.error().what);
    return PolicyFile{std::move(*policy), base::toHex(crypto::sha256(*bytes).view())};
}

std::string describe(const PolicyFile& file)
{
    std::string out = "Policy     SHA-256 " + file.sha256 + '\n';
    for (const auto& log : file.policy.logs())
        out += "Log key    " + log.key.text() + '\n';
    for (const auto& witness : file.policy.witnesses())
        out += "Witness    " + witness.name + "  " + witness.key.text() + '\n';
    return out + "Quorum     " + file.policy.quorum().value_or("none");
}

QJsonObject describeAsObject(const PolicyFile& file)
{
    QJsonArray logs;
    for (const auto& log : file.policy.logs())
        logs.append(text(log.key.text()));
    QJsonArray witnesses;
    for (const auto& witness : file.policy.witnesses())
        witnesses.append(text(witness.key.text()));
    return {{QStringLiteral("sha256"), text(file.sha256)}, {QStringLiteral("logs"), logs},
        {QStringLiteral("witnesses"), witnesses},
        {QStringLiteral("quorum"), text(file.policy.quorum().value_or("none"))}};
}

void warnIfInside(const std::string& policy, const std::string& evidence)
{
    if (audit::isHttpUrl(evidence))
        return;
    std::error_code error;
    const base::Path inner = std::filesystem::weakly_canonical(policy, error);
    const base::Path outer = std::filesystem::weakly_canonical(evidence, error);
    const base::Path relative = inner.lexically_relative(outer);
    if (!relative.empty() && *relative.begin() != "..")
        Context::warn("The policy lies inside the evidence: whoever made the log could have made "
                      "it too. Use the policy "
                      "that you were given apart from it.");
}

Result<std::string> readReceipt(const std::string& argument, const tlog::Policy* policy)
{
    if (!looksLikeFile(argument)) {
        const bool digits
            = std::any_of(argument.begin(), argument.end(), [](char c) { return c == '#'; })
            || argument.find_first_not_of("0123456789") == std::string::npos;
        if (!digits)
            return ikrar::fail(
                Error::Kind::Missing, argument + ": no such file, and no receipt text either.");
        return argument;
    }
    return attendance::readReceiptFile(argument, policy);
}

Result<std::vector<receipt::Revocation>> readRevocations(const std::string& path)
{
    if (path.empty())
        return std::vector<receipt::Revocation>{};
    const auto bytes = base::readFile(path, maxPolicyFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return receipt::parseRevocations(base::asText(*bytes));
}

Result<std::unique_ptr<audit::Source>> openLog(
    const std::string& where, const std::string& authorities)
{
    audit::HttpClient::Options options;
    options.authorities = authorities;
    return audit::openLog(where, options);
}

void addAuthoritiesOption(CLI::App& command, std::string& file)
{
    command
        .add_option("--tls-ca", file,
            "For https://, a PEM file of certificate authorities instead of the system's")
        ->check(CLI::ExistingFile);
}

} // namespace ikrar::cli
