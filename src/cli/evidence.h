#pragma once

#include "audit/audit.h"
#include "cli/context.h"
#include "receipt/verdict.h"

namespace ikrar::cli {

/// A policy file as read, with what the auditor should see of it.
struct PolicyFile {
    tlog::Policy policy;
    std::string sha256; ///< hex, of the file's bytes
};
/// Errors: Missing, Malformed, ...
[[nodiscard]] Result<PolicyFile> readPolicy(const std::string& path);

/// The keys of the policy and its SHA-256, a line each, so that they can be held against a printed
/// copy.
[[nodiscard]] std::string describe(const PolicyFile& file);
[[nodiscard]] QJsonObject describeAsObject(const PolicyFile& file);

/// Warns when `policy` lies inside `evidence`: whoever made the one could have made the other.
void warnIfInside(const std::string& policy, const std::string& evidence);

/// What a RECEIPT argument holds, as receipt text: the text itself, a picture of its QR, a text
/// file, or a `.tlog-proof` file (which needs the policy). Errors: Missing, Malformed (no QR to be
/// read in the picture).
[[nodiscard]] Result<std::string> readReceipt(
    const std::string& argument, const tlog::Policy* policy);

[[nodiscard]] Result<std::vector<receipt::Revocation>> readRevocations(const std::string& path);

/// A log in a folder, or at an http(s) address. Errors: Missing; Malformed for an address that is
/// none; Io where its server cannot be reached.
[[nodiscard]] Result<std::unique_ptr<audit::Source>> openLog(
    const std::string& where, const std::string& authorities);
/// `--tls-ca`, the `authorities` of openLog.
void addAuthoritiesOption(CLI::App& command, std::string& file);

} // namespace ikrar::cli
