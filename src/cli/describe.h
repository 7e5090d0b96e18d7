#pragma once

#include "cli/context.h"
#include "receipt/verdict.h"

namespace ikrar::cli {

/// A verdict with its facts, in Indonesian and English, for a terminal.
[[nodiscard]] std::string describe(const receipt::Finding& finding);
[[nodiscard]] QJsonObject describeAsObject(const receipt::Finding& finding);

} // namespace ikrar::cli
