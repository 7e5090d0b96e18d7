#include "base/faulty_files.h"
#include "crypto/key_uri.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

using namespace ikrar;
using crypto::createKeyFile;
using crypto::openKey;
using crypto::SigningKey;
using tests::TemporaryDirectory;

namespace {

constexpr std::string_view passphrase = "rahasia, dengan spasi";

crypto::PassphraseSource answering(std::string_view text)
{
    return [answer = std::string(text)]() -> Result<std::string> { return answer; };
}

/// A source for keys that must not need one.
Result<std::string> notToBeAsked()
{
    FAIL("asked for a passphrase");
    return {};
}

std::string uriOf(const base::Path& path)
{
    return "file:" + path.string();
}

SigningKey createdAt(const base::Path& path, std::string_view secret)
{
    SigningKey key = SigningKey::generate();
    REQUIRE(createKeyFile(base::systemFiles(), path, key, secret));
    return key;
}

void put(const base::Path& path, std::string_view text)
{
    REQUIRE(base::replaceFile(base::systemFiles(), path, base::asBytes(text), 0600));
}

std::string textOf(const base::Path& path)
{
    return std::string(base::asText(base::readFile(path, 10000).value()));
}

/// What the command writes to its standard output.
std::string outputOf(const std::string& command)
{
    // NOLINTNEXTLINE(cert-env33-c): a command of this file's own
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    REQUIRE(pipe);
    std::string output;
    std::array<char, 256> part{};
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe.get()))
        output.append(part.data(), got);
    return output;
}

Error errorOf(const std::string& uri, const crypto::PassphraseSource& source)
{
    const auto key = openKey(uri, source);
    REQUIRE_FALSE(key);
    return key.error();
}

} // namespace

TEST_CASE("an encrypted key file opens with its passphrase, asked once", "[crypto]")
{
    const TemporaryDirectory directory;
    const SigningKey key = createdAt(directory / "key.pem", passphrase);
    int asked = 0;
    const auto opened = openKey(uriOf(directory / "key.pem"), [&]() -> Result<std::string> {
        ++asked;
        return std::string(passphrase);
    });
    REQUIRE(opened);
    CHECK(asked == 1);
    CHECK(opened->publicKey() == key.publicKey());
    const auto signature = opened->sign(base::asBytes("ikrar"));
    REQUIRE(signature);
    CHECK(crypto::Verifier(key.publicKey()).verify(base::asBytes("ikrar"), *signature));
}

TEST_CASE("a rehearsal key has no passphrase and asks for none", "[crypto]")
{
    const TemporaryDirectory directory;
    const SigningKey key = createdAt(directory / "key.pem", "");
    const auto opened = openKey(uriOf(directory / "key.pem"), notToBeAsked);
    REQUIRE(opened);
    CHECK(opened->publicKey() == key.publicKey());
}

TEST_CASE("a key file is the owner's alone and holds no secret in the clear", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", passphrase);
    struct stat status {
    };
    REQUIRE(::stat((directory / "key.pem").c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0600);
    CHECK(textOf(directory / "key.pem").starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));

    const std::string scheme
        = outputOf("openssl asn1parse -in '" + (directory / "key.pem").string() + "'");
    CHECK(scheme.find(":scrypt") != std::string::npos);
    CHECK(scheme.find(":aes-256-cbc") != std::string::npos);
}

TEST_CASE("the openssl command reads our key files", "[crypto]")
{
    const TemporaryDirectory directory;
    const auto* const secret = GENERATE("", "rahasia");
    const SigningKey key = createdAt(directory / "key.pem", secret);
    const std::string hex
        = outputOf("openssl pkey -in '" + (directory / "key.pem").string() + "' -passin 'pass:"
            + secret + "' -pubout -outform DER | tail -c 32 | od -An -v -tx1 | tr -d ' \\n'");
    CHECK(hex == base::toHex(key.publicKey().view()));
}

TEST_CASE("a key made by the openssl command opens", "[crypto]")
{
    const TemporaryDirectory directory;
    const std::string path = directory / "key.pem";
    const std::string key
        = outputOf("openssl genpkey -algorithm ed25519 -aes-256-cbc -pass pass:abc 2>/dev/null");
    put(path, key);
    CHECK(openKey("file:" + path, answering("abc")));
    CHECK(openKey("file://" + path, answering("abc")));
}

TEST_CASE("a wrong passphrase is named as such", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", passphrase);
    const auto* const wrong = GENERATE("", "Rahasia, dengan spasi", "rahasia, dengan spasi ");
    const Error error = errorOf(uriOf(directory / "key.pem"), answering(wrong));
    CHECK(error.kind == Error::Kind::Invalid);
    CHECK(error.what.find("wrong passphrase") != std::string::npos);
}

TEST_CASE("a passphrase that cannot be had is the error told", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", passphrase);
    const Error error = errorOf(uriOf(directory / "key.pem"),
        [] { return Result<std::string>(fail(Error::Kind::Invalid, "no terminal to ask on")); });
    CHECK(error.kind == Error::Kind::Invalid);
    CHECK(error.what.find("no terminal to ask on") != std::string::npos);
    CHECK(errorOf(uriOf(directory / "key.pem"), {}).kind == Error::Kind::Invalid);
}

TEST_CASE("a passphrase beyond what OpenSSL takes is refused, not cut", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", passphrase);
    const std::string endless(100000, 'x');
    CHECK(errorOf(uriOf(directory / "key.pem"), answering(endless)).kind == Error::Kind::Invalid);
    CHECK(
        createKeyFile(base::systemFiles(), directory / "other.pem", SigningKey::generate(), endless)
            .error()
            .kind
        == Error::Kind::Invalid);
}

TEST_CASE("a key that others may open is refused", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", "");
    const mode_t mode = GENERATE(0640U, 0604U, 0620U, 0601U, 0644U);
    REQUIRE(::chmod((directory / "key.pem").c_str(), mode) == 0);
    const Error error = errorOf(uriOf(directory / "key.pem"), notToBeAsked);
    CHECK(error.kind == Error::Kind::Permission);
    CHECK(error.what.find("chmod 600") != std::string::npos);
}

TEST_CASE("a key file that is not there is missing", "[crypto]")
{
    const TemporaryDirectory directory;
    CHECK(errorOf(uriOf(directory / "none.pem"), notToBeAsked).kind == Error::Kind::Missing);
    CHECK(errorOf(uriOf(directory.path()), notToBeAsked).kind == Error::Kind::Invalid);
}

TEST_CASE("a file that holds no Ed25519 private key is refused by what it lacks", "[crypto]")
{
    const TemporaryDirectory directory;
    const std::string path = directory / "key.pem";

    put(path, outputOf("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"));
    CHECK(errorOf("file:" + path, notToBeAsked).what == "file:" + path + ": not an Ed25519 key");
    put(path, outputOf("openssl genpkey -algorithm ed448"));
    CHECK(errorOf("file:" + path, notToBeAsked).what == "file:" + path + ": not an Ed25519 key");

    const auto* const noKey = GENERATE("", "not a key\n", "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n"
        "-----END PUBLIC KEY-----\n");
    put(path, noKey);
    const Error error = errorOf("file:" + path, notToBeAsked);
    CHECK(error.kind == Error::Kind::Invalid);
    CHECK(error.what.find("no private key") != std::string::npos);
}

TEST_CASE("a scheme that no provider serves is refused", "[crypto]")
{
    CHECK(errorOf("pkcs11:object=none", notToBeAsked).kind == Error::Kind::Invalid);
    CHECK(errorOf("nothing:here", notToBeAsked).kind == Error::Kind::Invalid);
    CHECK(errorOf("", notToBeAsked).kind == Error::Kind::Invalid);
}

TEST_CASE("a bare path is no URI, lest its mode go unchecked", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", "");
    CHECK(errorOf((directory / "key.pem").string(), notToBeAsked).kind == Error::Kind::Invalid);
}

TEST_CASE("a key file is never overwritten", "[crypto]")
{
    const TemporaryDirectory directory;
    createdAt(directory / "key.pem", passphrase);
    const std::string before = textOf(directory / "key.pem");
    const auto again
        = createKeyFile(base::systemFiles(), directory / "key.pem", SigningKey::generate(), "");
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Refused);
    CHECK(textOf(directory / "key.pem") == before);
}

TEST_CASE("a key file that cannot be written whole is not left behind", "[crypto]")
{
    const TemporaryDirectory directory;
    const SigningKey key = SigningKey::generate();
    for (std::size_t step = 0; step < 5; ++step) {
        CAPTURE(step);
        tests::FaultyFiles files;
        files.fail({.nth = step, .code = EIO, .written = 40});
        CHECK(createKeyFile(files, directory / "key.pem", key, "").error().kind == Error::Kind::Io);
        CHECK(files.failures() == 1);
        CHECK_FALSE(std::filesystem::exists(directory / "key.pem"));
    }
}
