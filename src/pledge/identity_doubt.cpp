#include "pledge/identity_doubt.h"

#include "pledge/identity_rules.h"

#include <array>
#include <cassert>

namespace ikrar::pledge {

namespace {

using std::chrono::year_month_day;
using std::chrono::years;

constexpr int firstPppkYear = 2019;

/// `width` digits of a NIP, which are digits.
int digitsAt(const Identity& identity, std::size_t begin, std::size_t width)
{
    int value = 0;
    for (const char digit : std::string_view(identity.value).substr(begin, width))
        value = value * 10 + (digit - '0');
    return value;
}

struct Sentences {
    IdentityDoubt doubt;
    std::string_view indonesian;
    std::string_view english;
};

constexpr std::array sentences{
    Sentences{IdentityDoubt::Young,
        "Menurut nomor ini usia Anda belum 18 tahun. Mohon cocokkan sekali lagi dengan kartu Anda.",
        "By this number you are under 18. Please compare it with your card once more."},
    Sentences{IdentityDoubt::Old,
        "Menurut nomor ini usia Anda lebih dari 70 tahun. Mohon cocokkan sekali lagi dengan kartu "
        "Anda.",
        "By this number you are over 70. Please compare it with your card once more."},
    Sentences{IdentityDoubt::AppointedAsChild,
        "Menurut nomor ini Anda diangkat sebelum usia 17 tahun. Mohon cocokkan sekali lagi dengan "
        "kartu Anda.",
        "By this number you were appointed before the age of 17. Please compare it with your card "
        "once more."},
    Sentences{IdentityDoubt::AppointedLater,
        "Tahun pengangkatan dalam nomor ini belum tiba. Mohon cocokkan sekali lagi dengan kartu "
        "Anda.",
        "The appointment in this number lies in the future. Please compare it with your card once "
        "more."},
    Sentences{IdentityDoubt::PppkTooEarly,
        "Nomor PPPK ini bertahun sebelum 2019. Mohon cocokkan sekali lagi dengan kartu Anda.",
        "This PPPK number is of a year before 2019. Please compare it with your card once more."},
};

} // namespace

std::optional<IdentityDoubt> doubt(const Identity& identity, year_month_day day)
{
    if (identity.kind != IdentityKind::Nip)
        return std::nullopt;
    assert(identity.value.size() == nipDigits);
    const std::chrono::year born{digitsAt(identity, 0, 4)};
    const year_month_day birth{born,
        std::chrono::month{static_cast<unsigned>(digitsAt(identity, 4, 2))},
        std::chrono::day{static_cast<unsigned>(digitsAt(identity, 6, 2))}};
    const std::chrono::year appointed{digitsAt(identity, 8, 4)};
    const bool pppk = isPppkNumber(identity);

    if (birth + years{18} > day)
        return IdentityDoubt::Young;
    if (birth + years{71} <= day)
        return IdentityDoubt::Old;
    if (appointed < born + years{17})
        return IdentityDoubt::AppointedAsChild;
    const auto month = static_cast<unsigned>(digitsAt(identity, 12, 2));
    if (appointed > day.year()
        || (!pppk && appointed == day.year() && std::chrono::month{month} > day.month()))
        return IdentityDoubt::AppointedLater;
    if (pppk && appointed < std::chrono::year{firstPppkYear})
        return IdentityDoubt::PppkTooEarly;
    return std::nullopt;
}

std::string sentence(IdentityDoubt doubt, Language language)
{
    const Sentences& found = sentences.at(static_cast<std::size_t>(doubt));
    assert(found.doubt == doubt);
    return std::string(language == Language::English ? found.english : found.indonesian);
}

} // namespace ikrar::pledge
