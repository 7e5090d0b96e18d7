#pragma once

#include "base/file.h"
#include "crypto/key_uri.h"
#include "tlog/policy.h"

namespace ikrar::witness {

/// The directory of a witness:
///
///     policy         a c2sp.org/tlog-policy: its own `witness` line, a `log` line for each it
///     trusts key.pem        its key, encrypted PKCS#8, mode 0600; or key-uri        where that is
///     instead logs/<hex>     the checkpoint it last cosigned, of the log with this SHA-256 of the
///     origin lock           held by whoever serves
///
/// All but `logs` may be copied to another machine. A witness that goes back to older `logs` could
/// cosign a second history: after a loss of them it starts anew, with a new key.
struct Home {
    tlog::VerifierKey key; ///< of type CosignatureV1; its name is the witness's
    tlog::Policy policy;
    std::string keyUri;

    /// Errors: Missing, Malformed, and those of the file layer.
    [[nodiscard]] static Result<Home> load(const base::Path& directory);
};

struct NewHome {
    base::Path directory; ///< must not hold a witness yet
    std::string name; ///< the witness's, a key name: `bawaslu.example/saksi`
    std::string keyUri; ///< empty: a new key file
    std::string passphrase; ///< of a new key file
};
/// Errors: Invalid (the name, or a new key without a passphrase), Refused (there is one already),
/// those of the key and of the file layer.
[[nodiscard]] Result<Home> createHome(
    base::FileSystem& files, const NewHome& wanted, const crypto::PassphraseSource& passphrase);

/// Trusts more logs, on disk when it returns; one that stands there already is no error. The number
/// of new ones. Errors: Malformed (another key for an origin that is known), those of load and of
/// the file layer.
[[nodiscard]] Result<std::size_t> trustLogs(base::FileSystem& files, const base::Path& directory,
    const std::vector<tlog::Policy::Log>& logs);

} // namespace ikrar::witness
