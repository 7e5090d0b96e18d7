#include "crypto/sha256.h"

#include "crypto/openssl_ptr.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace ikrar::crypto {

namespace {

const EVP_MD* digest()
{
    static const DigestPtr fetched{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    require(fetched != nullptr, "EVP_MD_fetch");
    return fetched.get();
}

DigestContextPtr newContext()
{
    DigestContextPtr context{EVP_MD_CTX_new()};
    require(context != nullptr, "EVP_MD_CTX_new");
    return context;
}

void begin(EVP_MD_CTX* context)
{
    require(EVP_DigestInit_ex2(context, digest(), nullptr) == 1, "EVP_DigestInit_ex2");
}

void feed(EVP_MD_CTX* context, BytesView bytes)
{
    require(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1, "EVP_DigestUpdate");
}

Hash end(EVP_MD_CTX* context)
{
    Hash hash;
    require(EVP_DigestFinal_ex(context, hash.bytes.data(), nullptr) == 1, "EVP_DigestFinal_ex");
    return hash;
}

MacContextPtr newMacContext()
{
    static const MacPtr fetched{EVP_MAC_fetch(nullptr, "HMAC", nullptr)};
    require(fetched != nullptr, "EVP_MAC_fetch");
    MacContextPtr context{EVP_MAC_CTX_new(fetched.get())};
    require(context != nullptr, "EVP_MAC_CTX_new");
    std::string name = "SHA256";
    const std::array<OSSL_PARAM, 2> params{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), name.size()),
        OSSL_PARAM_construct_end()};
    require(EVP_MAC_CTX_set_params(context.get(), params.data()) == 1, "EVP_MAC_CTX_set_params");
    return context;
}

} // namespace

Hash sha256(std::initializer_list<BytesView> parts)
{
    thread_local const DigestContextPtr context = newContext();
    begin(context.get());
    for (const BytesView part : parts)
        feed(context.get(), part);
    return end(context.get());
}

Hash sha256(BytesView bytes)
{
    return sha256({bytes});
}

struct Sha256::State {
    DigestContextPtr context = newContext();
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    begin(m_state->context.get());
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(BytesView bytes)
{
    feed(m_state->context.get(), bytes);
}

Hash Sha256::finish()
{
    const Hash hash = end(m_state->context.get());
    begin(m_state->context.get());
    return hash;
}

Hash hmacSha256(BytesView key, BytesView message)
{
    thread_local const MacContextPtr context = newMacContext();
    // A null key would mean "the key of last time".
    static constexpr unsigned char empty = 0;
    const unsigned char* const keyBytes = key.empty() ? &empty : key.data();
    require(EVP_MAC_init(context.get(), keyBytes, key.size(), nullptr) == 1, "EVP_MAC_init");
    require(EVP_MAC_update(context.get(), message.data(), message.size()) == 1, "EVP_MAC_update");
    Hash hash;
    std::size_t length = 0;
    require(EVP_MAC_final(context.get(), hash.bytes.data(), &length, Hash::size) == 1
            && length == Hash::size,
        "EVP_MAC_final");
    return hash;
}

} // namespace ikrar::crypto
