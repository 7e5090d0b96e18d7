#pragma once

#include "pledge/entry.h"

namespace ikrar::pledge {

/// The payload of an entry's COSE_Sign1: a deterministic CBOR map, FORMAT.md beside this file.
/// Requires a time not before 1970 and numbers below 2^63.
[[nodiscard]] Bytes encodePayload(const Entry& entry);
/// Errors: as decodeEntry.
[[nodiscard]] Result<Entry> decodePayload(BytesView bytes);

} // namespace ikrar::pledge
