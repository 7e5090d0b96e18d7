#include "audit/tie.h"

#include "audit/line_reader.h"
#include "base/base64.h"
#include "pledge/ink.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

enum Column : std::uint8_t { Index, Salt, Key, Ink, Digest, Count };

Result<void> readHex(const std::string& text, std::span<std::uint8_t> into)
{
    const auto bytes = base::fromHex(text);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() != into.size())
        return fail(Error::Kind::Malformed,
            "it holds " + std::to_string(bytes->size()) + " bytes where "
                + std::to_string(into.size()) + " belong");
    std::copy(bytes->begin(), bytes->end(), into.begin());
    return {};
}

Result<Tie::Secrets> readSecrets(const std::vector<std::string>& fields)
{
    Tie::Secrets secrets;
    auto read = readHex(fields[Salt], secrets.salt).and_then([&] {
        return readHex(fields[Key], secrets.key);
    });
    if (!read)
        return tl::unexpected(read.error());
    auto ink = base::fromBase64(fields[Ink]);
    if (!ink)
        return tl::unexpected(ink.error());
    if (ink->empty() || ink->size() > pledge::maxInkSize)
        return fail(Error::Kind::TooLarge, "an ink has 1 to 8,000 bytes");
    secrets.ink = std::move(*ink);
    return secrets;
}

} // namespace

std::string tieHeader()
{
    return quotedRow({"index", "salt", "key", "ink", "digest"});
}

std::string tieLine(const Tie& tie)
{
    std::vector<std::string> fields(Count);
    fields[Index] = std::to_string(tie.index);
    if (tie.secrets) {
        fields[Salt] = base::toHex(tie.secrets->salt);
        fields[Key] = base::toHex(tie.secrets->key);
        fields[Ink] = base::toBase64(tie.secrets->ink);
    }
    fields[Digest] = base::toHex(tie.digest.view());
    return quotedRow(fields);
}

Result<Tie> parseTie(std::string_view line)
{
    const auto fields = parseQuotedRow(line, Count);
    if (!fields)
        return tl::unexpected(fields.error());
    const auto index = base::parseDecimal((*fields)[Index]);
    if (!index)
        return tl::unexpected(index.error());
    Tie tie;
    tie.index = *index;
    if (auto digest = readHex((*fields)[Digest], tie.digest.bytes); !digest)
        return tl::unexpected(digest.error());
    const bool erased = std::all_of(fields->begin() + Salt, fields->begin() + Digest,
        [](const std::string& field) { return field.empty(); });
    if (erased)
        return tie;
    auto secrets = readSecrets(*fields);
    if (!secrets)
        return tl::unexpected(secrets.error());
    tie.secrets = std::move(*secrets);
    return tie;
}

} // namespace ikrar::audit
