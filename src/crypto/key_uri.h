#pragma once

#include "base/file.h"
#include "crypto/ed25519.h"

#include <functional>

namespace ikrar::crypto {

/// Asked once when a key turns out to be encrypted; an Error (Invalid) where none can be had. The
/// answer is wiped after use.
using PassphraseSource = std::function<Result<std::string>()>;

/// Opens the Ed25519 private key that `uri` names (`file:PATH`, `pkcs11:...` where its provider is
/// installed) through OpenSSL's STORE. A key file that others than its owner may open is refused.
/// Errors: Missing, Permission, Invalid (no URI, no Ed25519 key there, wrong passphrase), Io.
[[nodiscard]] Result<SigningKey> openKey(
    const std::string& uri, const PassphraseSource& passphrase);

/// Writes `key` as PKCS#8 PEM, mode 0600, encrypted (PBES2: scrypt, AES-256-CBC) unless
/// `passphrase` is empty. Errors: Refused when the file exists; Invalid for a passphrase over 1,024
/// bytes or a key that does not leave its token; those of the file layer.
[[nodiscard]] Result<void> createKeyFile(base::FileSystem& files, const base::Path& path,
    const SigningKey& key, std::string_view passphrase);

} // namespace ikrar::crypto
