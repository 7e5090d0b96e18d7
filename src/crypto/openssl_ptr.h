#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace ikrar::crypto {

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* object) const
    {
        release(object);
    }
};

/// Owner of an OpenSSL object, released by the function that its manual names. Only for the .cpp
/// files of this folder.
template <typename T, auto release>
using OpensslPtr = std::unique_ptr<T, Release<release>>;

using BioPtr = OpensslPtr<BIO, BIO_free>;
using MacPtr = OpensslPtr<EVP_MAC, EVP_MAC_free>;
using MacContextPtr = OpensslPtr<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using DigestPtr = OpensslPtr<EVP_MD, EVP_MD_free>;
using DigestContextPtr = OpensslPtr<EVP_MD_CTX, EVP_MD_CTX_free>;
using Pkcs8Ptr = OpensslPtr<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using EncryptedPkcs8Ptr = OpensslPtr<X509_SIG, X509_SIG_free>;
using AlgorithmPtr = OpensslPtr<X509_ALGOR, X509_ALGOR_free>;
using PkeyPtr = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using StorePtr = OpensslPtr<OSSL_STORE_CTX, OSSL_STORE_close>;
using StoreInfoPtr = OpensslPtr<OSSL_STORE_INFO, OSSL_STORE_INFO_free>;
using UiMethodPtr = OpensslPtr<UI_METHOD, UI_destroy_method>;

/// Ends the process with OpenSSL's reason unless `done`: for calls that fail only when memory or
/// the library is gone, after which no digest and no signature could be believed.
void require(bool done, const char* what);

/// OpenSSL's newest reason, for a message; empties its queue of errors.
[[nodiscard]] std::string takeReason();

} // namespace ikrar::crypto
