#include "ledger/absence.h"

#include <algorithm>
#include <array>

namespace ikrar::ledger {

namespace {

struct Words {
    AbsenceReason reason;
    std::string_view code;
    std::string_view label;
};
constexpr std::array words{
    Words{AbsenceReason::Permission, "izin", "Izin"},
    Words{AbsenceReason::Sick, "sakit", "Sakit"},
    Words{AbsenceReason::Leave, "cuti", "Cuti"},
    Words{AbsenceReason::Duty, "dinas-luar", "Dinas luar"},
};

const Words& wordsOf(AbsenceReason reason)
{
    return words.at(static_cast<std::size_t>(reason) - 1);
}

/// Lower case, without spaces and hyphens.
std::string folded(std::string_view text)
{
    std::string letters;
    for (const char c : text) {
        if (c == ' ' || c == '-')
            continue;
        const bool upper = c >= 'A' && c <= 'Z';
        letters += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return letters;
}

} // namespace

std::string_view code(AbsenceReason reason)
{
    return wordsOf(reason).code;
}

std::string_view label(AbsenceReason reason)
{
    return wordsOf(reason).label;
}

Result<AbsenceReason> absenceReasonFromCode(std::string_view code)
{
    const auto* const known = std::find_if(words.begin(), words.end(),
        [given = folded(code)](const Words& each) { return folded(each.code) == given; });
    if (known == words.end())
        return fail(Error::Kind::Invalid,
            "There is no reason '" + std::string(code)
                + "'; use one of: izin, sakit, cuti, dinas-luar.");
    return known->reason;
}

} // namespace ikrar::ledger
