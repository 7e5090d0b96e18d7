#pragma once

#include "cli/context.h"
#include "receipt/verdict.h"

namespace ikrar::cli {

/// A verdict with its facts, in Indonesian and English, for a terminal.
[[nodiscard]] std::string describe(const receipt::Finding& finding);
/// A line each, a line break first: number, kind, time and what a signed entry says.
[[nodiscard]] std::string describeFacts(
    const receipt::Receipt& receipt, const pledge::SealedEntry& entry);
/// The same under `"verified": false`: what the receipt claims, no signature looked at.
[[nodiscard]] QJsonObject describeUnverified(
    const receipt::Receipt& receipt, const pledge::SealedEntry& entry);
[[nodiscard]] QJsonObject describeAsObject(const receipt::Finding& finding);

} // namespace ikrar::cli
