#pragma once

#include "crypto/hash.h"
#include "ledger/erasure.h"

#include <optional>
#include <string>
#include <vector>

namespace ikrar::cli {

/// What an organizer files of an erasure. Names nobody whose data went.
struct ErasureRecord {
    struct Log {
        std::string origin;
        std::uint64_t size = 0;
        crypto::Hash root;
        std::vector<std::uint64_t> entries; ///< whose personal data is gone
    };
    std::string time; ///< ISO 8601, at the place of the ceremony
    std::vector<std::string> ceremonies; ///< ids of those that are erased whole
    std::vector<Log> logs;
    std::uint64_t people = 0; ///< rows of rosters
    std::uint64_t helped = 0;
    bool held = false; ///< as ledger::Erased
    bool ended = false;
    bool server = false; ///< a database server, which keeps what it writes elsewhere too
    std::vector<ledger::WrittenCopy> copies;
    std::optional<std::string> incidentsLeft; ///< a path, to be looked through
    std::optional<std::string> incidentsRemoved;
};

/// The paper as text, in Indonesian.
[[nodiscard]] std::string recordText(const ErasureRecord& record);

} // namespace ikrar::cli
