#include "tlog/tlog_proof.h"

#include "base/base64.h"
#include "tlog/text.h"

namespace ikrar::tlog {

namespace {

constexpr std::string_view format = "c2sp.org/tlog-proof@";
constexpr std::string_view version = "v1";
constexpr std::string_view extraWord = "extra ";
constexpr std::string_view indexWord = "index ";

Result<void> parseFormat(std::string_view& rest)
{
    const auto line = takeLine(rest);
    if (!line || !line->starts_with(format))
        return malformed("tlog-proof: does not begin with its format's name");
    if (line->substr(format.size()) != version)
        return fail(Error::Kind::UnknownVersion, "tlog-proof: not version v1");
    return {};
}

/// The line is optional, so what is not there is not an error.
Result<std::optional<Bytes>> parseExtra(std::string_view& rest)
{
    if (!rest.starts_with(extraWord))
        return std::nullopt;
    const auto line = takeLine(rest);
    if (!line)
        return malformed("tlog-proof: ends within the extra data");
    const auto extra = base::fromBase64(line->substr(extraWord.size()));
    if (!extra)
        return tl::unexpected(extra.error());
    if (extra->empty())
        return fail(Error::Kind::NotCanonical, "tlog-proof: a line for no extra data");
    return *extra;
}

Result<std::uint64_t> parseIndex(std::string_view& rest)
{
    const auto line = takeLine(rest);
    if (!line || !line->starts_with(indexWord))
        return malformed("tlog-proof: no index");
    const auto index = base::parseDecimal(line->substr(indexWord.size()));
    if (!index)
        return malformed("tlog-proof: the index is not a decimal number");
    return *index;
}

Result<Hash> parseHash(std::string_view line)
{
    const auto bytes = base::fromBase64(line);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return Hash::fromBytes(*bytes);
}

/// Up to the first empty line; the checkpoint after it has one of its own.
Result<Proof> parseHashes(std::string_view& rest)
{
    Proof proof;
    while (const auto line = takeLine(rest)) {
        if (line->empty())
            return proof;
        const auto hash = parseHash(*line);
        if (!hash)
            return tl::unexpected(hash.error());
        proof.push_back(*hash);
    }
    return malformed("tlog-proof: no empty line after the hashes");
}

} // namespace

std::string TlogProof::text() const
{
    auto text = std::string(format) + std::string(version) + "\n";
    if (extra && !extra->empty())
        text += std::string(extraWord) + base::toBase64(*extra) + "\n";
    text += std::string(indexWord) + std::to_string(index) + "\n";
    for (const auto& hash : proof)
        text += base::toBase64(hash.view()) + "\n";
    return text + "\n" + checkpoint.serialize();
}

Result<TlogProof> TlogProof::parse(std::string_view text)
{
    if (text.size() > maxNoteSize)
        return fail(Error::Kind::TooLarge, "tlog-proof: over 64 KiB");
    if (const auto known = parseFormat(text); !known)
        return tl::unexpected(known.error());
    auto extra = parseExtra(text);
    if (!extra)
        return tl::unexpected(extra.error());
    const auto index = parseIndex(text);
    if (!index)
        return tl::unexpected(index.error());
    auto proof = parseHashes(text);
    if (!proof)
        return tl::unexpected(proof.error());
    auto checkpoint = Note::parse(text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    return TlogProof{std::move(*extra), *index, std::move(*proof), std::move(*checkpoint)};
}

} // namespace ikrar::tlog
