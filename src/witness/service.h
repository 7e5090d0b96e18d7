#pragma once

#include "base/clock.h"
#include "ledger/file_lock.h"
#include "witness/home.h"
#include "witness/protocol.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

namespace ikrar::witness {

/// The witness of c2sp.org/tlog-witness over its directory. What it cosigned of a log is on disk
/// before the cosignature is let out, and comparing with the last one, writing and answering are
/// one step for each log, whatever the number of threads. Different logs do not wait for each
/// other.
class Service
{
public:
    /// What a witness needs from outside; borrowed, and outliving it. Used from several threads.
    struct Environment {
        base::FileSystem& files;
        const base::Clock& clock;
        std::function<void(const Error&)> report; ///< of what could not be kept; may be empty
    };
    /// Reads what was cosigned before. Errors: Busy while another serves this directory; Mismatch
    /// when `key` is not the witness's; Malformed for a file of `logs` that is damaged, since
    /// what it cosigned is then not known; those of Home and of the file layer.
    [[nodiscard]] static Result<std::unique_ptr<Service>> open(
        const base::Path& directory, crypto::SigningKey key, const Environment& environment);

    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;
    Service(Service&&) = delete;
    Service& operator=(Service&&) = delete;
    ~Service() = default;

    [[nodiscard]] const tlog::VerifierKey& key() const { return m_key; }
    [[nodiscard]] std::size_t logs() const;

    /// The body of a POST to `add-checkpoint`. Beside the refusals of the protocol: 500 where the
    /// cosignature could not be kept, and from then on for every log once the device has failed.
    [[nodiscard]] Answer addCheckpoint(std::string_view body);
    /// The checkpoint last cosigned, with both signatures, for the log of `hex`, the SHA-256 of its
    /// origin; 404 where there is none.
    [[nodiscard]] Answer checkpoint(std::string_view hex) const;

    /// Takes up logs that were added to the policy since. Errors: those of Home.
    [[nodiscard]] Result<void> reload();

private:
    struct Log {
        Log(tlog::VerifierKey verifier, crypto::SigningKey handle)
            : key(std::move(verifier))
            , signer(std::move(handle))
        {
        }
        tlog::VerifierKey key;
        base::Path file;
        mutable std::mutex mutex; ///< of what follows
        crypto::SigningKey signer; ///< a handle of its own
        std::optional<Cosigned> latest;
    };

    Service(base::Path directory, tlog::VerifierKey key, crypto::SigningKey signer,
        ledger::FileLock lock, Environment environment);
    [[nodiscard]] Result<void> take(const tlog::Policy& policy);
    [[nodiscard]] Result<std::unique_ptr<Log>> load(const tlog::VerifierKey& key) const;
    [[nodiscard]] Log* find(std::string_view hex) const;
    [[nodiscard]] Log* logOf(const std::string& origin);
    [[nodiscard]] Answer advance(Log& log, const AddCheckpoint& request);
    [[nodiscard]] Answer failed(const Error& error) const;

    base::Path m_directory;
    tlog::VerifierKey m_key;
    crypto::SigningKey m_signer; ///< only handles are made of it, under m_mutex
    ledger::FileLock m_lock;
    Environment m_environment;
    mutable std::shared_mutex m_mutex; ///< of the map; logs in it stay
    std::map<std::string, std::unique_ptr<Log>, std::less<>> m_logs; ///< by hex of SHA-256(origin)
    std::atomic<std::int64_t> m_reloadedAt{0};
    std::atomic<bool> m_deviceFailed{false};
};

} // namespace ikrar::witness
