#include "pledge/identity.h"

#include "pledge/identity_rules.h"
#include "pledge/person_name.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace ikrar::pledge {

namespace {

using Cause = IdentityProblem::Cause;

constexpr std::array<std::string_view, 5> codes{"nip", "nik", "nrp", "nipd", "nama"};

constexpr std::size_t shortestNrp = 5;
constexpr std::size_t longestNrp = 20;
constexpr std::size_t longestNipd = 32;

/// A typed identifier as far as it has a normal form, and what ended that.
struct Reading {
    std::string normal;
    std::optional<IdentityProblem> problem;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char upperCase(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The characters of a number: which are skipped, and which are taken after becoming upper case.
struct Alphabet {
    std::string_view skipped;
    bool (*taken)(char upper);
    Cause otherwise;
    std::size_t longest;
};

bool isNrpCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || c == '/';
}

bool isPrintableAscii(char c)
{
    return c > ' ' && c <= '~';
}

constexpr Alphabet nipAlphabet{" .-", isDigit, Cause::NotDigits, nipDigits};
constexpr Alphabet nikAlphabet{" .-", isDigit, Cause::NotDigits, nikDigits};
constexpr Alphabet nrpAlphabet{" ", isNrpCharacter, Cause::Characters, longestNrp};
constexpr Alphabet nipdAlphabet{" ", isPrintableAscii, Cause::Characters, longestNipd};

Reading read(const Alphabet& alphabet, std::string_view typed)
{
    Reading reading;
    for (const char c : typed) {
        if (alphabet.skipped.find(c) != std::string_view::npos)
            continue;
        const std::size_t position = reading.normal.size();
        if (!alphabet.taken(upperCase(c)))
            reading.problem = IdentityProblem{alphabet.otherwise, position};
        else if (position == alphabet.longest)
            reading.problem = IdentityProblem{Cause::TooLong, position};
        if (reading.problem)
            break;
        reading.normal += upperCase(c);
    }
    return reading;
}

Reading readName(std::string_view typed)
{
    // No character of a name needs more bytes than this, so a longer text is refused before it is
    // worked on.
    constexpr std::size_t mostBytes = maxNameCharacters * 16;
    const NormalName name = normalName(typed.substr(0, mostBytes));
    Reading reading{name.text, std::nullopt};
    if (name.characters > maxNameCharacters || (typed.size() > mostBytes && !name.refused))
        reading.problem = IdentityProblem{Cause::TooLong, maxNameCharacters};
    else if (name.refused)
        reading.problem = IdentityProblem{Cause::Characters, *name.refused};
    return reading;
}

/// An earlier digit that cannot be goes before whatever ended the reading.
Reading readNumber(const Alphabet& alphabet, std::string_view typed,
    std::optional<IdentityProblem> (*rules)(std::string_view))
{
    Reading reading = read(alphabet, typed);
    if (const auto problem = rules(reading.normal))
        reading.problem = problem;
    return reading;
}

Reading read(IdentityKind kind, std::string_view typed)
{
    switch (kind) {
    case IdentityKind::Nip:
        return readNumber(nipAlphabet, typed, checkNipDigits);
    case IdentityKind::Nik:
        return readNumber(nikAlphabet, typed, checkNikDigits);
    case IdentityKind::Nrp:
        return read(nrpAlphabet, typed);
    case IdentityKind::Nipd:
        return read(nipdAlphabet, typed);
    case IdentityKind::Nama:
        return readName(typed);
    }
    assert(false);
    return {};
}

std::size_t shortest(IdentityKind kind)
{
    switch (kind) {
    case IdentityKind::Nip:
        return nipDigits;
    case IdentityKind::Nik:
        return nikDigits;
    case IdentityKind::Nrp:
        return shortestNrp;
    case IdentityKind::Nipd:
    case IdentityKind::Nama:
        break;
    }
    return 1;
}

Reading readComplete(IdentityKind kind, std::string_view typed)
{
    Reading reading = read(kind, typed);
    if (reading.problem)
        return reading;
    if (reading.normal.empty())
        reading.problem = IdentityProblem{Cause::Empty, 0};
    else if (reading.normal.size() < shortest(kind))
        reading.problem = IdentityProblem{Cause::TooShort, reading.normal.size()};
    else if (kind == IdentityKind::Nama && !normalName(reading.normal).hasLetter)
        reading.problem = IdentityProblem{Cause::Characters, 0};
    return reading;
}

std::string grouped(std::string_view value, std::span<const std::size_t> groups)
{
    std::string text;
    for (const std::size_t group : groups) {
        if (value.empty())
            break;
        if (!text.empty())
            text += ' ';
        text += value.substr(0, group);
        value.remove_prefix(std::min(group, value.size()));
    }
    text += value;
    return text;
}

constexpr std::array<std::size_t, 4> nipGroups{8, 6, 1, 3};
constexpr std::array<std::size_t, 3> nikGroups{6, 6, 4};

bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Bullets for all but the last characters: three of them, of a very short value half.
std::string maskedButLast(std::string_view value)
{
    const auto characters
        = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), startsCharacter));
    const std::size_t hidden = characters - std::min<std::size_t>(3, characters / 2);
    std::string text;
    std::size_t seen = 0;
    for (const char c : value) {
        seen += startsCharacter(c) ? 1U : 0U;
        if (seen > hidden)
            text += c;
        else if (startsCharacter(c))
            text += "•";
    }
    return text;
}

} // namespace

std::string_view code(IdentityKind kind)
{
    return codes.at(static_cast<std::size_t>(kind));
}

Result<IdentityKind> identityKindFromCode(std::string_view code)
{
    const auto* const found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end())
        return fail(Error::Kind::Invalid,
            "`" + std::string(code)
                + "` is no kind of identity: "
                  "say nip, nik, nrp, nipd or nama");
    return static_cast<IdentityKind>(found - codes.begin());
}

std::optional<IdentityProblem> checkWhileTyping(IdentityKind kind, std::string_view typed)
{
    return read(kind, typed).problem;
}

std::optional<IdentityProblem> check(IdentityKind kind, std::string_view typed)
{
    return readComplete(kind, typed).problem;
}

Result<Identity> parseIdentity(IdentityKind kind, std::string_view typed)
{
    Reading reading = readComplete(kind, typed);
    if (reading.problem)
        return fail(Error::Kind::Invalid, reading.problem->sentence(kind, Language::English));
    return Identity{kind, std::move(reading.normal)};
}

bool isPppkNumber(const Identity& identity)
{
    return identity.kind == IdentityKind::Nip && identity.value.size() == nipDigits
        && identity.value[12] == '2';
}

std::string format(const Identity& identity)
{
    if (identity.kind == IdentityKind::Nip)
        return grouped(identity.value, nipGroups);
    if (identity.kind == IdentityKind::Nik)
        return grouped(identity.value, nikGroups);
    return identity.value;
}

std::string mask(const Identity& identity)
{
    const std::string_view value = identity.value;
    if (identity.kind == IdentityKind::Nip && value.size() == nipDigits)
        return std::string(value.substr(0, 8)) + " •••••• • " + std::string(value.substr(15));
    if (identity.kind == IdentityKind::Nik && value.size() == nikDigits)
        return "•••••• •••••• " + std::string(value.substr(12));
    return maskedButLast(value);
}

std::vector<IdentityKind> kindsFor(std::span<const Category> categories)
{
    std::array<bool, codes.size()> wanted{};
    const auto want = [&](IdentityKind kind) { wanted.at(static_cast<std::size_t>(kind)) = true; };
    for (const Category category : categories) {
        switch (category) {
        case Category::Pns:
        case Category::Cpns:
        case Category::Pppk:
        case Category::PppkParuhWaktu:
            want(IdentityKind::Nip);
            break;
        case Category::KepalaDesa:
        case Category::PerangkatDesa:
            want(IdentityKind::Nik);
            want(IdentityKind::Nipd);
            break;
        case Category::NonAsn:
        case Category::Bpd:
            want(IdentityKind::Nik);
            break;
        case Category::Tni:
        case Category::Polri:
            want(IdentityKind::Nrp);
            break;
        }
    }
    std::vector<IdentityKind> kinds;
    for (const auto kind :
        {IdentityKind::Nip, IdentityKind::Nik, IdentityKind::Nipd, IdentityKind::Nrp})
        if (wanted.at(static_cast<std::size_t>(kind)))
            kinds.push_back(kind);
    return kinds;
}

bool mayLackNumber(Category category)
{
    return category == Category::NonAsn || category == Category::KepalaDesa
        || category == Category::PerangkatDesa || category == Category::Bpd;
}

} // namespace ikrar::pledge
