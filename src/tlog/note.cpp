#include "tlog/note.h"

#include "base/base64.h"
#include "crypto/sha256.h"
#include "tlog/text.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace ikrar::tlog {

namespace {

constexpr std::size_t maxSignatures = 64;
constexpr std::size_t idSize = 4;
constexpr std::size_t idDigits = 2 * idSize;
/// U+2014 and a space.
constexpr std::string_view lineStart = "\u2014 ";

/// Unicode's property White_Space, less the control characters that no note may hold.
constexpr std::array<std::string_view, 21> spaces{"\n", " ", "\u0085", "\u00A0", "\u1680", "\u2000",
    "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
    "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

std::array<std::uint8_t, idSize> bigEndian(KeyId id)
{
    return {static_cast<std::uint8_t>(id >> 24U), static_cast<std::uint8_t>(id >> 16U),
        static_cast<std::uint8_t>(id >> 8U), static_cast<std::uint8_t>(id)};
}

/// Of the first four of `bytes`.
KeyId keyIdFrom(BytesView bytes)
{
    KeyId id = 0;
    for (const auto byte : bytes.first(idSize))
        id = id << 8U | byte;
    return id;
}

/// `type ‖ public key`
Bytes typedKey(const VerifierKey& key)
{
    Bytes bytes{static_cast<std::uint8_t>(key.type)};
    base::append(bytes, key.key.view());
    return bytes;
}

Result<KeyType> keyTypeFrom(std::uint8_t byte)
{
    for (const auto type : {KeyType::Ed25519, KeyType::CosignatureV1})
        if (byte == static_cast<std::uint8_t>(type))
            return type;
    return fail(Error::Kind::UnknownVersion, "verifier key: key type " + std::to_string(byte));
}

/// `— name base64`, without its newline.
Result<NoteSignature> parseSignatureLine(std::string_view line)
{
    if (!line.starts_with(lineStart))
        return malformed("note: a signature line begins with a long dash and a space");
    line.remove_prefix(lineStart.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !isKeyName(line.substr(0, space)))
        return malformed("note: a signature line without a key name");
    const auto bytes = base::fromBase64(line.substr(space + 1));
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() <= idSize)
        return malformed("note: a signature line without a signature");

    const BytesView view(*bytes);
    return NoteSignature{
        std::string(line.substr(0, space)), keyIdFrom(view), base::copy(view.subspan(idSize))};
}

bool sameKey(const NoteSignature& a, const NoteSignature& b)
{
    return a.name == b.name && a.id == b.id;
}

/// Which of two signatures by one key counts would be for each reader to guess.
Result<void> addSignature(std::vector<NoteSignature>& to, NoteSignature signature)
{
    const bool again = std::any_of(to.begin(), to.end(),
        [&signature](const NoteSignature& earlier) { return sameKey(earlier, signature); });
    if (again)
        return malformed("note: two signatures by the key " + signature.name);
    if (to.size() == maxSignatures)
        return fail(Error::Kind::TooLarge, "note: more than 64 signatures");
    to.push_back(std::move(signature));
    return {};
}

Result<std::vector<NoteSignature>> parseSignatureLines(std::string_view lines)
{
    std::vector<NoteSignature> signatures;
    while (const auto line = takeLine(lines)) {
        auto signature = parseSignatureLine(*line);
        if (!signature)
            return tl::unexpected(signature.error());
        if (const auto added = addSignature(signatures, std::move(*signature)); !added)
            return tl::unexpected(added.error());
    }
    if (!lines.empty())
        return malformed("note: no newline at the end");
    if (signatures.empty())
        return malformed("note: no signature");
    return signatures;
}

} // namespace

KeyId VerifierKey::id() const
{
    const auto hash = crypto::sha256({base::asBytes(name), base::asBytes("\n"), typedKey(*this)});
    return keyIdFrom(hash.view());
}

std::string VerifierKey::text() const
{
    return name + "+" + base::toHex(bigEndian(id())) + "+" + base::toBase64(typedKey(*this));
}

Result<VerifierKey> VerifierKey::parse(std::string_view text)
{
    // Base64 has plus signs of its own: the parts end at the first two.
    const auto nameEnd = text.find('+');
    const auto name = text.substr(0, nameEnd);
    if (nameEnd == std::string_view::npos || !isKeyName(name))
        return malformed("verifier key: no key name");
    const auto rest = text.substr(nameEnd + 1);
    const auto id = base::fromHex(rest.substr(0, idDigits));
    if (!id || id->size() != idSize || !rest.substr(idDigits).starts_with('+'))
        return malformed("verifier key: the key ID is not eight hexadecimal digits");
    const auto bytes = base::fromBase64(rest.substr(idDigits + 1));
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->empty())
        return malformed("verifier key: no key");

    const auto type = keyTypeFrom(bytes->front());
    if (!type)
        return tl::unexpected(type.error());
    const auto key = crypto::PublicKey::fromBytes(BytesView(*bytes).subspan(1));
    if (!key)
        return tl::unexpected(key.error());
    const VerifierKey parsed{std::string(name), *type, *key};
    if (parsed.id() != keyIdFrom(*id))
        return malformed("verifier key: the key ID is not that of the key");
    return parsed;
}

bool isKeyName(std::string_view name)
{
    if (name.empty() || !isNoteText(name) || name.find('+') != std::string_view::npos)
        return false;
    return std::none_of(spaces.begin(), spaces.end(),
        [name](std::string_view space) { return name.find(space) != std::string_view::npos; });
}

std::string NoteSignature::line() const
{
    Bytes signature;
    base::append(signature, bigEndian(id));
    base::append(signature, bytes);
    return std::string(lineStart) + name + " " + base::toBase64(signature) + "\n";
}

std::string Note::serialize() const
{
    std::string note = text + "\n";
    for (const auto& signature : signatures)
        note += signature.line();
    return note;
}

Result<Note> Note::parse(std::string_view text)
{
    if (text.size() > maxNoteSize)
        return fail(Error::Kind::TooLarge, "note: over 64 KiB");
    if (!isNoteText(text))
        return malformed("note: not UTF-8, or a control character");
    // The text may hold empty lines: the last one parts it from the signatures.
    const auto blank = text.rfind("\n\n");
    if (blank == std::string_view::npos)
        return malformed("note: no empty line between text and signatures");
    auto signatures = parseSignatureLines(text.substr(blank + 2));
    if (!signatures)
        return tl::unexpected(signatures.error());
    return Note{std::string(text.substr(0, blank + 1)), std::move(*signatures)};
}

Result<NoteSignature> signNote(
    std::string_view text, const std::string& name, const crypto::SigningKey& key)
{
    assert(isKeyName(name) && isNoteText(text) && text.ends_with('\n'));
    const auto signature = key.sign(base::asBytes(text));
    if (!signature)
        return tl::unexpected(signature.error());
    const VerifierKey verifier{name, KeyType::Ed25519, key.publicKey()};
    return NoteSignature{name, verifier.id(), base::copy(signature->view())};
}

bool verifyNote(std::string_view text, const NoteSignature& signature, const VerifierKey& key)
{
    const bool byKey = signature.name == key.name && signature.id == key.id();
    if (!byKey || key.type != KeyType::Ed25519)
        return false;
    const auto bytes = crypto::Signature::fromBytes(signature.bytes);
    return bytes && crypto::Verifier(key.key).verify(base::asBytes(text), *bytes);
}

} // namespace ikrar::tlog
