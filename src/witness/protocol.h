#pragma once

#include "tlog/cosignature.h"
#include "witness/add_checkpoint.h"

#include <functional>
#include <optional>

/// The rules of c2sp.org/tlog-witness as functions on values: no clock, no file, no network.
namespace ikrar::witness {

struct Answer {
    int status = 200;
    std::string body;
    std::string contentType = "text/plain; charset=utf-8";
};

/// The last checkpoint of one log that this witness cosigned: all that it must remember.
struct Cosigned {
    tlog::Checkpoint checkpoint;
    tlog::NoteSignature logSignature;
    tlog::NoteSignature cosignature;
    std::uint64_t seconds = 0; ///< that the cosignature states

    /// As it is kept and shown to monitors: the checkpoint with both signatures.
    [[nodiscard]] tlog::Note note() const;
    /// Errors: as openCheckpoint; Mismatch unless `witness` has cosigned it.
    [[nodiscard]] static Result<Cosigned> parse(
        std::string_view note, const tlog::VerifierKey& log, const tlog::VerifierKey& witness);
};

/// The key that is trusted for an origin; nothing for an unknown one.
using KeyOfOrigin = std::function<std::optional<tlog::VerifierKey>(const std::string& origin)>;

/// What needs no state: a request that its log has signed, or the refusal: 400 where it is
/// malformed or the old size is over the new, 404 for an unknown origin, 403 unless the trusted key
/// has signed.
[[nodiscard]] tl::expected<AddCheckpoint, Answer> readRequest(
    std::string_view body, const KeyOfOrigin& keyOf);

/// The refusal of what does not continue `latest` (nothing: the log was never cosigned): 409 with
/// the size where `latest` is of another size than the request's old one; 422 where the proof does
/// not hold, is given for an old size of 0, or the root of one size is another.
[[nodiscard]] std::optional<Answer> refusal(
    const AddCheckpoint& request, const std::optional<Cosigned>& latest);

/// The cosignature of a request that was not refused. Its time is `now`, or that of the last one
/// for this log where the clock went back: a larger checkpoint is never stated to be older than a
/// smaller one. Errors: the key's.
[[nodiscard]] Result<Cosigned> cosign(const AddCheckpoint& request,
    const std::optional<Cosigned>& latest, std::uint64_t now, const std::string& name,
    const crypto::SigningKey& key);

/// `text/x.tlog.size`, the body of a 409.
constexpr const char* sizeType = "text/x.tlog.size";
[[nodiscard]] std::string sizeBody(std::uint64_t size);
/// Errors: Malformed.
[[nodiscard]] Result<std::uint64_t> parseSizeBody(std::string_view body);

/// The path of a log's checkpoint for monitors: `<hex of SHA-256(origin)>/checkpoint`.
[[nodiscard]] std::string monitoringPath(std::string_view origin);

} // namespace ikrar::witness
