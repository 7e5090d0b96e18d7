#include "crypto/key_uri.h"

#include "crypto/openssl_ptr.h"
#include "crypto/random.h"
#include "crypto/signing_key_state.h"
#include "crypto/wipe.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace ikrar::crypto {

namespace {

constexpr std::string_view fileScheme = "file:";

/// The path of a `file:` URI: `file:relative`, `file:/absolute` and `file:///absolute`.
base::Path pathOf(std::string_view uri)
{
    uri.remove_prefix(fileScheme.size());
    if (uri.starts_with("///"))
        uri.remove_prefix(2);
    return std::filesystem::absolute(uri);
}

/// A key that others may read is no longer the kiosk's alone, however it came to be so.
Result<void> checkKeyFile(const base::Path& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) == -1)
        return base::failErrno(errno, path.string());
    if (!S_ISREG(status.st_mode))
        return fail(Error::Kind::Invalid, path.string() + ": not a file");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(Error::Kind::Permission,
            path.string()
                + ": other users may open this key; run chmod 600 on it, and consider "
                  "whether somebody has");
    return base::systemFiles().open(path, 0, 0).map([](int fd) { base::systemFiles().close(fd); });
}

/// Hands the caller's passphrase to OpenSSL, which may ask several times for one key.
class PassphraseOnce
{
public:
    explicit PassphraseOnce(const PassphraseSource& source) : m_source(source) { }
    PassphraseOnce(const PassphraseOnce&) = delete;
    PassphraseOnce& operator=(const PassphraseOnce&) = delete;
    PassphraseOnce(PassphraseOnce&&) = delete;
    PassphraseOnce& operator=(PassphraseOnce&&) = delete;
    ~PassphraseOnce()
    {
        if (asked() && *m_answer)
            wipe(**m_answer);
    }

    [[nodiscard]] bool asked() const { return m_answer.has_value(); }
    /// Only when asked.
    [[nodiscard]] const Result<std::string>& answer() const { return *m_answer; }

    /// A pem_password_cb; `self` is a PassphraseOnce.
    static int give(char* to, int size, int /*writing*/, void* self)
    {
        auto& once = *static_cast<PassphraseOnce*>(self);
        if (!once.m_answer)
            once.m_answer = once.ask();
        const auto& answer = *once.m_answer;
        if (!answer || answer->size() > static_cast<std::size_t>(size))
            return -1;
        std::ranges::copy(*answer, to);
        return static_cast<int>(answer->size());
    }

private:
    [[nodiscard]] Result<std::string> ask() const
    {
        if (!m_source)
            return fail(Error::Kind::Invalid, "the key needs a passphrase");
        return m_source();
    }

    const PassphraseSource& m_source;
    std::optional<Result<std::string>> m_answer;
};

/// The first private key that `store` holds; null when there is none.
PkeyPtr firstKey(OSSL_STORE_CTX* store)
{
    while (OSSL_STORE_eof(store) == 0) {
        const StoreInfoPtr info{OSSL_STORE_load(store)};
        if (info && OSSL_STORE_INFO_get_type(info.get()) == OSSL_STORE_INFO_PKEY)
            return PkeyPtr{OSSL_STORE_INFO_get1_PKEY(info.get())};
        if (!info && OSSL_STORE_error(store) != 0)
            break;
    }
    return nullptr;
}

Result<PkeyPtr> loadKey(const std::string& uri, const PassphraseSource& passphrase)
{
    PassphraseOnce once(passphrase);
    const UiMethodPtr ui{UI_UTIL_wrap_read_pem_callback(PassphraseOnce::give, 0)};
    require(ui != nullptr, "UI_UTIL_wrap_read_pem_callback");
    const StorePtr store{OSSL_STORE_open(uri.c_str(), ui.get(), &once, nullptr, nullptr)};
    if (!store)
        return fail(Error::Kind::Invalid, uri + ": nothing here opens such a key: " + takeReason());

    PkeyPtr key = firstKey(store.get());
    ERR_clear_error(); // formats tried in vain, also before the right one
    if (key)
        return key;
    if (!once.asked())
        return fail(Error::Kind::Invalid, uri + ": holds no private key");
    if (!once.answer())
        return fail(once.answer().error().kind, uri + ": " + once.answer().error().what);
    return fail(Error::Kind::Invalid, uri + ": wrong passphrase");
}

Result<BioPtr> toPem(EVP_PKEY* key, std::string_view passphrase)
{
    if (passphrase.size() > PEM_BUFSIZE)
        return fail(Error::Kind::Invalid,
            "a passphrase has at most " + std::to_string(PEM_BUFSIZE) + " bytes");
    const Pkcs8Ptr plain{EVP_PKEY2PKCS8(key)};
    if (!plain)
        return fail(Error::Kind::Invalid, "the key does not leave its token: " + takeReason());
    BioPtr pem{BIO_new(BIO_s_secmem())};
    require(pem != nullptr, "BIO_new");
    if (passphrase.empty()) {
        require(PEM_write_bio_PKCS8_PRIV_KEY_INFO(pem.get(), plain.get()) == 1,
            "PEM_write_bio_PKCS8_PRIV_KEY_INFO");
        return pem;
    }

    // 16 MiB and five passes, as much as OpenSSL's default bound on scrypt's memory lets any reader
    // open.
    constexpr std::uint64_t scryptN = 1U << 14U;
    constexpr std::uint64_t scryptR = 8;
    constexpr std::uint64_t scryptP = 5;
    auto salt = randomBytes<16>();
    AlgorithmPtr scheme{PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt.data(),
        static_cast<int>(salt.size()), nullptr, scryptN, scryptR, scryptP)};
    require(scheme != nullptr, "PKCS5_pbe2_set_scrypt");
    const EncryptedPkcs8Ptr encrypted{PKCS8_set0_pbe(
        passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), scheme.get())};
    require(encrypted != nullptr, "PKCS8_set0_pbe");
    static_cast<void>(scheme.release()); // `encrypted` owns it now
    require(PEM_write_bio_PKCS8(pem.get(), encrypted.get()) == 1, "PEM_write_bio_PKCS8");
    return pem;
}

} // namespace

Result<SigningKey> openKey(const std::string& uri, const PassphraseSource& passphrase)
{
    // OpenSSL would take a bare path too, past the check of its mode.
    if (uri.find(':') == std::string::npos)
        return fail(Error::Kind::Invalid, uri + ": a key is named by a URI, such as file:PATH");
    std::string location = uri;
    if (uri.starts_with(fileScheme)) {
        const base::Path path = pathOf(uri);
        if (auto usable = checkKeyFile(path); !usable)
            return tl::unexpected(usable.error());
        location = "file://" + path.string();
    }
    auto key = loadKey(location, passphrase);
    if (!key)
        return tl::unexpected(key.error());
    auto state = SigningKey::State::of(std::move(*key));
    if (!state)
        return fail(state.error().kind, uri + ": " + state.error().what);
    return SigningKey(std::move(*state));
}

Result<void> createKeyFile(base::FileSystem& files, const base::Path& path, const SigningKey& key,
    std::string_view passphrase)
{
    const auto pem = toPem(key.state().key.get(), passphrase);
    if (!pem)
        return tl::unexpected(pem.error());
    char* data = nullptr;
    // NOLINTNEXTLINE(google-runtime-int): BIO_get_mem_data is a macro around a long
    const long size = BIO_get_mem_data(pem->get(), &data);
    return base::createFile(
        files, path, base::asBytes({data, static_cast<std::size_t>(size)}), 0600);
}

} // namespace ikrar::crypto
