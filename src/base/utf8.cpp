#include "base/utf8.h"

#include "base/bytes.h"

#include <array>

namespace ikrar::base {

namespace {

/// One row of the syntax of RFC 3629 section 4: a range of lead bytes, the range of the byte after
/// it, and how many bytes of 80..BF follow that one.
struct Sequence {
    std::uint8_t leadFirst, leadLast;
    std::uint8_t nextFirst, nextLast;
    std::size_t tails;
};

constexpr std::array<Sequence, 8> sequences{{
    {0xc2, 0xdf, 0x80, 0xbf, 0},
    {0xe0, 0xe0, 0xa0, 0xbf, 1},
    {0xe1, 0xec, 0x80, 0xbf, 1},
    {0xed, 0xed, 0x80, 0x9f, 1},
    {0xee, 0xef, 0x80, 0xbf, 1},
    {0xf0, 0xf0, 0x90, 0xbf, 2},
    {0xf1, 0xf3, 0x80, 0xbf, 2},
    {0xf4, 0xf4, 0x80, 0x8f, 2},
}};

bool within(std::uint8_t byte, std::uint8_t first, std::uint8_t last)
{
    return first <= byte && byte <= last;
}

/// The length of the well-formed character that `bytes` begins with, 0 if none.
std::size_t characterLength(BytesView bytes)
{
    if (bytes[0] < 0x80)
        return 1;
    for (const Sequence& row : sequences) {
        if (!within(bytes[0], row.leadFirst, row.leadLast))
            continue;
        if (bytes.size() < 2 + row.tails || !within(bytes[1], row.nextFirst, row.nextLast))
            return 0;
        for (const std::uint8_t tail : bytes.subspan(2, row.tails))
            if (!within(tail, 0x80, 0xbf))
                return 0;
        return 2 + row.tails;
    }
    return 0;
}

} // namespace

bool isUtf8(std::string_view text)
{
    BytesView rest = asBytes(text);
    while (!rest.empty()) {
        const std::size_t length = characterLength(rest);
        if (length == 0)
            return false;
        rest = rest.subspan(length);
    }
    return true;
}

} // namespace ikrar::base
