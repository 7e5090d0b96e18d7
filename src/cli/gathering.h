#pragma once

#include "attendance/merge.h"
#include "attendance/signed_twice.h"
#include "cli/context.h"

namespace ikrar::cli {

/// `--into` and `--password-file`.
struct IntoOptions {
    std::string where;
    std::string passwordFile;
};
void addIntoOptions(CLI::App& command, IntoOptions& options);
/// The same of a store that is read, under another name, and not required.
void addStoreOptions(CLI::App& command, IntoOptions& options, const std::string& name);
/// Errors: of the password's file.
[[nodiscard]] Result<attendance::Gathering::Name> nameOf(const IntoOptions& options);
/// Without what is secret, for answers.
[[nodiscard]] std::string shown(const attendance::Gathering::Name& name);

/// One source's lines.
[[nodiscard]] std::string describe(const attendance::Merged& merged);
[[nodiscard]] QJsonObject describeAsObject(const attendance::Merged& merged);

} // namespace ikrar::cli
