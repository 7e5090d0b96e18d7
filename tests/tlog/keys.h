#pragma once

#include "crypto/ed25519.h"

#include <utility>

namespace ikrar::tlog {

/// A key that is the same in every run.
inline crypto::SigningKey keyFor(std::uint8_t seed)
{
    return std::move(*crypto::SigningKey::fromSeed(Bytes(32, seed)));
}

} // namespace ikrar::tlog
