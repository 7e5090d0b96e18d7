#include "witness/home.h"

#include <algorithm>

namespace ikrar::witness {

namespace {

constexpr const char* policyName = "policy";
constexpr const char* keyName = "key.pem";
constexpr const char* keyUriName = "key-uri";
constexpr std::size_t maxPolicy = std::size_t{1} << 20U;
constexpr std::size_t maxUri = 4096;

Result<std::string> keyUriOf(const base::Path& directory)
{
    const auto written = base::readFile(directory / keyUriName, maxUri);
    if (!written && written.error().kind == Error::Kind::Missing)
        return "file:" + (directory / keyName).string();
    if (!written)
        return tl::unexpected(written.error());
    const std::string_view text = base::asText(*written);
    return std::string(text.substr(0, text.find('\n')));
}

Result<crypto::SigningKey> keyFor(
    base::FileSystem& files, const NewHome& wanted, const crypto::PassphraseSource& passphrase)
{
    if (!wanted.keyUri.empty())
        return crypto::openKey(wanted.keyUri, passphrase);
    if (wanted.passphrase.empty())
        return fail(Error::Kind::Invalid, "The key of a witness needs a passphrase.");
    auto key = crypto::SigningKey::generate();
    return crypto::createKeyFile(files, wanted.directory / keyName, key, wanted.passphrase)
        .map([&] { return std::move(key); });
}

Result<void> refuseUsed(const base::Path& directory)
{
    for (const char* name : {policyName, keyName}) {
        std::error_code missing;
        if (std::filesystem::exists(directory / name, missing))
            return fail(Error::Kind::Refused,
                (directory / name).string()
                    + " exists: a new witness needs a directory of its own");
    }
    return {};
}

/// Writes what the directory says of itself; the policy last, as it is what makes it a witness.
Result<Home> describe(
    base::FileSystem& files, const NewHome& wanted, const crypto::PublicKey& publicKey)
{
    const tlog::VerifierKey key{wanted.name, tlog::KeyType::CosignatureV1, publicKey};
    const std::string policy
        = "witness " + wanted.name + " " + key.text() + "\nquorum " + wanted.name + "\n";
    if (const auto sound = tlog::Policy::parse(policy); !sound)
        return fail(Error::Kind::Invalid, "No policy can hold this name: " + sound.error().what);
    Result<void> written;
    if (!wanted.keyUri.empty())
        written = base::replaceFile(
            files, wanted.directory / keyUriName, base::asBytes(wanted.keyUri + "\n"));
    return written
        .and_then([&] {
            return base::createFile(files, wanted.directory / policyName, base::asBytes(policy));
        })
        .and_then([&] { return Home::load(wanted.directory); });
}

/// The policy with one line more, before its quorum.
Result<tlog::Policy> withLog(const tlog::Policy& policy, const tlog::Policy::Log& log)
{
    return tlog::Policy::parse("log " + log.key.text() + "\n" + policy.text());
}

} // namespace

Result<Home> Home::load(const base::Path& directory)
{
    const auto text = base::readFile(directory / policyName, maxPolicy);
    if (!text && text.error().kind == Error::Kind::Missing)
        return fail(Error::Kind::Missing,
            directory.string() + " holds no witness; ikrar witness init makes one");
    if (!text)
        return tl::unexpected(text.error());
    auto policy = tlog::Policy::parse(base::asText(*text));
    if (!policy)
        return tl::unexpected(policy.error());
    if (policy->witnesses().size() != 1)
        return fail(Error::Kind::Malformed,
            (directory / policyName).string() + " has not exactly one witness line, its own");
    auto uri = keyUriOf(directory);
    if (!uri)
        return tl::unexpected(uri.error());
    tlog::VerifierKey key = policy->witnesses().front().key;
    return Home{std::move(key), std::move(*policy), std::move(*uri)};
}

Result<Home> createHome(
    base::FileSystem& files, const NewHome& wanted, const crypto::PassphraseSource& passphrase)
{
    if (!tlog::isKeyName(wanted.name))
        return fail(Error::Kind::Invalid, "A witness's name has no space, control character or +.");
    auto key = base::makeDirectories(files, wanted.directory / "logs")
                   .and_then([&] { return refuseUsed(wanted.directory); })
                   .and_then([&] { return keyFor(files, wanted, passphrase); });
    if (!key)
        return tl::unexpected(key.error());
    auto home = describe(files, wanted, key->publicKey());
    if (!home && wanted.keyUri.empty()) // else the next attempt would find a witness here
        static_cast<void>(files.remove(wanted.directory / keyName));
    return home;
}

Result<std::size_t> trustLogs(base::FileSystem& files, const base::Path& directory,
    const std::vector<tlog::Policy::Log>& logs)
{
    auto home = Home::load(directory);
    if (!home)
        return tl::unexpected(home.error());
    std::size_t added = 0;
    for (const tlog::Policy::Log& log : logs) {
        const auto* known = home->policy.logByOrigin(log.key.name);
        if (known != nullptr && known->key == log.key)
            continue;
        auto larger = withLog(home->policy, log);
        if (!larger)
            return fail(Error::Kind::Malformed,
                log.key.name + ": "
                    + (known != nullptr ? "known by another key" : larger.error().what));
        home->policy = std::move(*larger);
        ++added;
    }
    if (added == 0)
        return added;
    const std::string text = home->policy.text();
    return base::replaceFile(files, directory / policyName, base::asBytes(text)).map([added] {
        return added;
    });
}

} // namespace ikrar::witness
