#include "ledger/person_check.h"

#include "base/utf8.h"
#include "pledge/ink.h"
#include "pledge/sheet_row.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxLine = 256;

bool isLine(const std::string& text)
{
    constexpr unsigned char space = 0x20;
    return text.size() <= maxLine && std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < space;
    });
}

Result<void> checkIdentity(const pledge::Identity& identity)
{
    const auto normal = pledge::parseIdentity(identity.kind, identity.value);
    if (!normal)
        return tl::unexpected(normal.error());
    if (*normal != identity)
        return fail(Error::Kind::Invalid,
            "The person's " + std::string(code(identity.kind))
                + " is not in its normal form."); // not the number: this goes to the journal
    return {};
}

Result<void> checkLines(const std::string& name, const std::string& post)
{
    if (name.empty() || !isLine(name))
        return fail(Error::Kind::Invalid, "The name must be one line of 1 to 256 bytes.");
    if (!isLine(post))
        return fail(Error::Kind::Invalid, "The post must be one line of at most 256 bytes.");
    return {};
}

Result<void> checkPlace(
    const std::string& unit, pledge::Category category, const pledge::Ceremony& ceremony)
{
    const bool unitless = ceremony.units.empty() && unit.empty();
    if (!unitless && ceremony.unit(unit) == nullptr)
        return fail(Error::Kind::Invalid, "The ceremony has no unit '" + unit + "'.");
    const auto& categories = ceremony.categories;
    if (std::find(categories.begin(), categories.end(), category) == categories.end())
        return fail(Error::Kind::Invalid,
            "The ceremony has no category '" + std::string(code(category)) + "'.");
    return {};
}

Result<void> checkAssistance(const pledge::Declaration& declaration)
{
    const auto& assistance = declaration.assistance;
    if (declaration.method == pledge::Method::Assisted) {
        if (assistance.helperName.empty() || !isLine(assistance.helperName)
            || !isLine(assistance.helperNumber) || !isLine(assistance.reason))
            return fail(Error::Kind::Invalid,
                "An assisted declaration names its helper, in lines of at most 256 bytes.");
        return {};
    }
    const bool named = !assistance.helperName.empty() || !assistance.helperNumber.empty()
        || !assistance.reason.empty() || assistance.thumbMark;
    if (named)
        return fail(Error::Kind::Invalid, "Only an assisted declaration has a helper.");
    return {};
}

bool isOfficialLine(const std::string& text)
{
    constexpr std::size_t maxOfficial = 128;
    return text.size() <= maxOfficial && isLine(text) && base::isUtf8(text);
}

Result<void> checkInk(const pledge::Declaration& declaration)
{
    static const Bytes none = pledge::encodeInk({});
    if (declaration.method == pledge::Method::WetInk) {
        if (declaration.ink != none || declaration.trivialInk)
            return fail(Error::Kind::Invalid, "A wet signature is on paper: it has no ink here.");
        return {};
    }
    if (const auto ink = pledge::decodeInk(declaration.ink); !ink)
        return fail(Error::Kind::Invalid, "ink: " + ink.error().what);
    return {};
}

Result<void> checkPaper(const pledge::Declaration& declaration)
{
    const auto& paper = declaration.paper;
    if (declaration.method != pledge::Method::WetInk) {
        if (paper != pledge::Declaration::Paper())
            return fail(Error::Kind::Invalid, "Only a wet signature has a row on paper.");
        return {};
    }
    const auto row = pledge::parseSheetRow(paper.row);
    if (!row)
        return tl::unexpected(row.error());
    if (code(*row) != paper.row)
        return fail(Error::Kind::Invalid,
            "'" + paper.row + "' is not the normal form of a sheet's row, " + code(*row) + ".");
    const bool named = paper.observerName.find_first_not_of(' ') != std::string::npos;
    if (!named || !isOfficialLine(paper.observerName) || !isOfficialLine(paper.observerPost))
        return fail(Error::Kind::Invalid,
            "A wet signature names the observer who saw it made: name and post are one line of at "
            "most 128 bytes each.");
    return {};
}

} // namespace

Result<void> checkPerson(const RosterRow& row, const pledge::Ceremony& ceremony)
{
    if (!isLine(row.rank))
        return fail(Error::Kind::Invalid, "The rank must be one line of at most 256 bytes.");
    return checkIdentity(row.identity)
        .and_then([&] { return checkLines(row.name, row.post); })
        .and_then([&] { return checkPlace(row.unit, row.category, ceremony); });
}

Result<void> checkDeclaration(
    const pledge::Declaration& declaration, const pledge::Ceremony& ceremony)
{
    return checkIdentity(declaration.identity)
        .and_then([&] { return checkLines(declaration.name, declaration.post); })
        .and_then([&] { return checkPlace(declaration.unit, declaration.category, ceremony); })
        .and_then([&] { return checkAssistance(declaration); })
        .and_then([&] { return checkPaper(declaration); })
        .and_then([&] { return checkInk(declaration); });
}

} // namespace ikrar::ledger
