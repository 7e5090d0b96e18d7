#include "pledge/identity.h"

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <map>

using namespace ikrar;
using namespace ikrar::pledge;

using Cause = IdentityProblem::Cause;

namespace {

constexpr std::string_view goodNip = "198609262015051001";
constexpr std::string_view goodNik = "7305014105860001";

struct Expected {
    std::string_view typed;
    Cause cause;
    std::size_t position;
};

/// The problem appears with the digit at `position` (of typed text without separators), not before
/// it, and stays.
void checkTyping(IdentityKind kind, const Expected& expected)
{
    INFO(expected.typed);
    for (std::size_t size = 0; size <= expected.typed.size(); ++size) {
        INFO("after " << size);
        const auto problem = checkWhileTyping(kind, expected.typed.substr(0, size));
        REQUIRE(problem.has_value() == (size > expected.position));
        if (problem) {
            CHECK(problem->cause == expected.cause);
            CHECK(problem->position == expected.position);
        }
    }
    const auto complete = check(kind, expected.typed);
    REQUIRE(complete);
    CHECK(complete->cause == expected.cause);
    CHECK(complete->position == expected.position);
}

std::string digits(int value, std::size_t width)
{
    const std::string text = std::to_string(value);
    return std::string(width - text.size(), '0') + text;
}

} // namespace

TEST_CASE("a NIP with spaces, dots or hyphens has one normal form", "[pledge]")
{
    for (const auto* typed : {"198609262015051001", "19860926 201505 1 001",
             "19860926.201505.1.001", " 1986-0926-2015-0510-01 "}) {
        const auto identity = parseIdentity(IdentityKind::Nip, typed);
        REQUIRE(identity);
        CHECK(identity->value == goodNip);
    }
}

TEST_CASE("the first digit of a NIP that cannot be is found as it is typed", "[pledge]")
{
    const std::array expected{
        Expected{"398609262015051001", Cause::BirthDate, 0},
        Expected{"188609262015051001", Cause::BirthDate, 1},
        Expected{"218609262015051001", Cause::BirthDate, 1},
        Expected{"198629262015051001", Cause::BirthDate, 4},
        Expected{"198613262015051001", Cause::BirthDate, 5},
        Expected{"198600262015051001", Cause::BirthDate, 5},
        Expected{"198609462015051001", Cause::BirthDate, 6},
        Expected{"198609312015051001", Cause::BirthDate, 7},
        Expected{"198609002015051001", Cause::BirthDate, 7},
        Expected{
            "198602302015051001", Cause::BirthDate, 6}, // no February has a day that begins with 3
        Expected{"198602292015051001", Cause::BirthDate, 7},
        Expected{"198609263015051001", Cause::AppointmentYear, 8},
        Expected{"198609262115051001", Cause::AppointmentYear, 9},
        Expected{"198609262015001001", Cause::AppointmentMonth, 13},
        Expected{"198609262015131001", Cause::AppointmentMonth, 13},
        Expected{"198609262015201001", Cause::AppointmentMonth, 13},
        Expected{"198609262015301001", Cause::AppointmentMonth, 12},
        Expected{"198609262015053001", Cause::Sex, 14},
        Expected{"198609262015050001", Cause::Sex, 14},
        Expected{"198609262015051000", Cause::Serial, 17},
    };
    for (const auto& each : expected)
        checkTyping(IdentityKind::Nip, each);
}

TEST_CASE("29 February is a birthday in leap years", "[pledge]")
{
    CHECK_FALSE(check(IdentityKind::Nip, "198402292015051001"));
    CHECK_FALSE(check(IdentityKind::Nip, "200002292022051001"));
    CHECK(check(IdentityKind::Nip, "190002292022051001"));
}

TEST_CASE("digits 13 and 14 of a NIP are a month or 21 to 29", "[pledge]")
{
    for (int value = 0; value < 100; ++value) {
        const std::string number = "198609262023" + digits(value, 2) + "1001";
        INFO(number);
        const bool pns = value >= 1 && value <= 12;
        const bool pppk = value >= 21 && value <= 29;
        const auto identity = parseIdentity(IdentityKind::Nip, number);
        REQUIRE(identity.has_value() == (pns || pppk));
        if (identity)
            CHECK(isPppkNumber(*identity) == pppk);
    }
}

TEST_CASE("the part-time PPPK number of 2025 is one", "[pledge]")
{
    const auto identity = parseIdentity(IdentityKind::Nip, "199009132025242014");
    REQUIRE(identity);
    CHECK(isPppkNumber(*identity));
    CHECK_FALSE(isPppkNumber({IdentityKind::Nip, std::string(goodNip)}));
    CHECK_FALSE(isPppkNumber({IdentityKind::Nik, "7305014105862001"}));
}

TEST_CASE("every day of a year and no other is a birthday in a NIP", "[pledge]")
{
    using namespace std::chrono;
    for (const int year : {1984, 1987})
        for (int monthDay = 0; monthDay < 10000; ++monthDay) {
            const int month = monthDay / 100;
            const int day = monthDay % 100;
            const bool real = month >= 1 && month <= 12 && day >= 1
                && day <= static_cast<int>(
                       static_cast<unsigned>(year_month_day_last{std::chrono::year{year},
                           month_day_last{std::chrono::month{static_cast<unsigned>(
                               month)}}}.day()));
            const std::string number = digits(year, 4) + digits(monthDay, 4) + "2015051001";
            if (check(IdentityKind::Nip, number).has_value() == real)
                FAIL(number);
        }
}

TEST_CASE("the first digit of a NIK that cannot be is found as it is typed", "[pledge]")
{
    const std::array expected{
        Expected{"0305014105860001", Cause::Region, 0},
        Expected{"1005014105860001", Cause::Region, 1},
        Expected{"7300014105860001", Cause::Region, 3},
        Expected{"7305004105860001", Cause::Region, 5},
        Expected{"7305018105860001", Cause::BirthDate, 6},
        Expected{"7305010005860001", Cause::BirthDate, 7},
        Expected{"7305013205860001", Cause::BirthDate, 7},
        Expected{"7305014005860001", Cause::BirthDate, 7},
        Expected{"7305017205860001", Cause::BirthDate, 7},
        Expected{"7305014113860001", Cause::BirthDate, 9},
        Expected{"7305013102860001", Cause::BirthDate, 9},
        Expected{"7305017011", Cause::TooShort, 10},
        Expected{"7305012902870001", Cause::BirthDate, 11},
        Expected{"7305016902870001", Cause::BirthDate, 11},
        Expected{"7305014105860000", Cause::Serial, 15},
    };
    for (const auto& each : expected)
        if (each.cause != Cause::TooShort)
            checkTyping(IdentityKind::Nik, each);
    CHECK_FALSE(check(IdentityKind::Nik, goodNik));
    CHECK_FALSE(check(IdentityKind::Nik, "7305016902840001"));
    CHECK_FALSE(check(IdentityKind::Nik, "7305012902000001"));
}

TEST_CASE("a number that is still being typed has no problem yet", "[pledge]")
{
    for (std::size_t size = 0; size <= goodNip.size(); ++size)
        CHECK_FALSE(checkWhileTyping(IdentityKind::Nip, goodNip.substr(0, size)));
    for (std::size_t size = 0; size <= goodNik.size(); ++size)
        CHECK_FALSE(checkWhileTyping(IdentityKind::Nik, goodNik.substr(0, size)));
}

TEST_CASE("a number that ends too early says where", "[pledge]")
{
    CHECK(check(IdentityKind::Nip, "")->cause == Cause::Empty);
    CHECK(check(IdentityKind::Nip, " .-")->cause == Cause::Empty);
    for (std::size_t size = 1; size < goodNip.size(); ++size) {
        const auto problem = check(IdentityKind::Nip, goodNip.substr(0, size));
        REQUIRE(problem);
        CHECK(problem->cause == Cause::TooShort);
        CHECK(problem->position == size);
    }
    CHECK(check(IdentityKind::Nik, goodNik.substr(0, 15))->position == 15);
    CHECK(check(IdentityKind::Nrp, "1234")->cause == Cause::TooShort);
}

TEST_CASE("a number that goes on too long or holds no digits says where", "[pledge]")
{
    const std::string nip(goodNip);
    const auto tooLong = checkWhileTyping(IdentityKind::Nip, nip + "1");
    REQUIRE(tooLong);
    CHECK(tooLong->cause == Cause::TooLong);
    CHECK(tooLong->position == 18);

    const auto letter = checkWhileTyping(IdentityKind::Nip, "1986 O926");
    REQUIRE(letter);
    CHECK(letter->cause == Cause::NotDigits);
    CHECK(letter->position == 4);
    CHECK(check(IdentityKind::Nip, "１９８６")->cause == Cause::NotDigits);
    // The earlier fault is the one to name.
    CHECK(checkWhileTyping(IdentityKind::Nip, "198613x")->position == 5);
}

TEST_CASE("NRP and NIPD are upper case without spaces", "[pledge]")
{
    CHECK(parseIdentity(IdentityKind::Nrp, "1195 0043/p")->value == "11950043/P");
    CHECK(parseIdentity(IdentityKind::Nipd, "141.3 / 012 /kep")->value == "141.3/012/KEP");
    CHECK(check(IdentityKind::Nrp, "1195-0043")->cause == Cause::Characters);
    CHECK(check(IdentityKind::Nrp, "1195-0043")->position == 4);
    CHECK(check(IdentityKind::Nrp, std::string(21, '1'))->cause == Cause::TooLong);
    CHECK_FALSE(check(IdentityKind::Nrp, std::string(20, '1')));
    CHECK_FALSE(check(IdentityKind::Nipd, std::string(32, 'x')));
    CHECK(check(IdentityKind::Nipd, std::string(33, 'x'))->cause == Cause::TooLong);
    CHECK(check(IdentityKind::Nipd, "141–3")->cause == Cause::Characters);
    CHECK(check(IdentityKind::Nipd, "")->cause == Cause::Empty);
}

TEST_CASE("two ways to write a name are one name", "[pledge]")
{
    const std::map<std::string, std::string> names{
        {"  siti \t nurhaliza ", "SITI NURHALIZA"},
        {"St. Aminah, S.Pd.", "ST. AMINAH, S.PD."},
        {"O'Brien", "O'BRIEN"},
        {"rene\u0301", "REN\u00c9"},
        {"ren\u00e9", "REN\u00c9"},
        {"REN\u00c9", "REN\u00c9"},
        {"a\u00a0b\u2003c", "A B C"},
        {"\u00e5ngstr\u00f6m", "\u00c5NGSTR\u00d6M"},
        {"\u212bngstr\u00f6m", "\u00c5NGSTR\u00d6M"}, // the angstrom sign composes to the letter
        {"o\u0323\u0302", "\u1ed8"},
        {"o\u0302\u0323", "\u1ed8"},
        {"\u00ff", "\u0178"},
        {"i\u0307", "\u0130"}, // upper case first, composed afterwards
        {"\u01f0", "J\u030c"}, // no upper case of its own, but its parts have
        {"j\u030c", "J\u030c"},
        {"\u1f80", "\u1f08\u0399"},
    };
    for (const auto& [typed, normal] : names) {
        INFO(typed);
        const auto name = parseIdentity(IdentityKind::Nama, typed);
        REQUIRE(name);
        CHECK(name->value == normal);
        CHECK(parseIdentity(IdentityKind::Nama, name->value)->value == normal);
    }
}

TEST_CASE("a name that could be read in two ways is refused", "[pledge]")
{
    const std::map<std::string, std::size_t> names{
        {"Stra\u00dfe", 4}, // upper case SS, or one letter
        {"\u0149", 0},
        {"O\ufb03ce", 1},
        {"Ali\u200bBaba", 3},
        {"Ali\u200dBaba", 3},
        {"A\nB", 1},
        {"Ali\xff", 3},
        {"Ali\xc3", 3},
        {"Ali \ue000", 3},
        {"A\u2028B", 1},
    };
    for (const auto& [typed, position] : names) {
        INFO(typed);
        const auto problem = check(IdentityKind::Nama, typed);
        REQUIRE(problem);
        CHECK(problem->cause == Cause::Characters);
        CHECK(problem->position == position);
    }
    CHECK(check(IdentityKind::Nama, "")->cause == Cause::Empty);
    CHECK(check(IdentityKind::Nama, "  ")->cause == Cause::Empty);
    CHECK(check(IdentityKind::Nama, "123 - 4")->cause == Cause::Characters);
    CHECK_FALSE(checkWhileTyping(IdentityKind::Nama, "4"));
}

TEST_CASE("a name has at most 100 characters", "[pledge]")
{
    std::string name;
    for (int i = 0; i < 100; ++i)
        name += "\u00e9";
    CHECK_FALSE(check(IdentityKind::Nama, name));
    CHECK(check(IdentityKind::Nama, name + "e")->cause == Cause::TooLong);
    CHECK(check(IdentityKind::Nama, std::string(100'000, 'a'))->cause == Cause::TooLong);
    CHECK(check(IdentityKind::Nama, std::string(100'000, ' '))->cause == Cause::TooLong);
}

TEST_CASE("every problem has a sentence in both languages that does not blame", "[pledge]")
{
    for (const auto kind : {IdentityKind::Nip, IdentityKind::Nik, IdentityKind::Nrp,
             IdentityKind::Nipd, IdentityKind::Nama})
        for (const auto* typed : {"", "1", "x", "3", "1986130", "19860931", "198609263",
                 "19860926201530", "198609262015053", "198609262015051000", "1986092620150510011",
                 "\x01", "7305014105860000", "0", "730501310286", "730501290287", "7305018"}) {
            const auto problem = check(kind, typed);
            if (!problem)
                continue;
            for (const auto language : {Language::Indonesian, Language::English}) {
                const std::string sentence = problem->sentence(kind, language);
                INFO(sentence);
                CHECK(sentence.size() > 15);
                CHECK(sentence.size() < 100);
                CHECK(sentence.back() == '.');
                CHECK(sentence.find("salah") == std::string::npos);
                CHECK(sentence.find("wrong") == std::string::npos);
            }
        }
    CHECK(check(IdentityKind::Nip, "198613")->sentence(IdentityKind::Nip, Language::Indonesian)
        == "Bulan lahir pada angka ke-5–6 perlu diperiksa.");
    CHECK(
        check(IdentityKind::Nip, "1986092620150")->sentence(IdentityKind::Nip, Language::Indonesian)
        == "NIP terdiri atas 18 angka: tambahkan 5 angka lagi.");
    CHECK(parseIdentity(IdentityKind::Nik, "7305014113860001").error().what
        == "Please check the month of birth in digits 9–10.");
}

TEST_CASE("numbers are grouped as they are printed, also while they are typed", "[pledge]")
{
    CHECK(format({IdentityKind::Nip, std::string(goodNip)}) == "19860926 201505 1 001");
    CHECK(format({IdentityKind::Nip, "1986092620"}) == "19860926 20");
    CHECK(format({IdentityKind::Nip, "19860926"}) == "19860926");
    CHECK(format({IdentityKind::Nip, ""}).empty());
    CHECK(format({IdentityKind::Nik, std::string(goodNik)}) == "730501 410586 0001");
    CHECK(format({IdentityKind::Nrp, "11950043/P"}) == "11950043/P");
}

TEST_CASE("a masked number hides its middle", "[pledge]")
{
    CHECK(mask({IdentityKind::Nip, std::string(goodNip)}) == "19860926 •••••• • 001");
    CHECK(mask({IdentityKind::Nik, std::string(goodNik)}) == "•••••• •••••• 0001");
    CHECK(mask({IdentityKind::Nrp, "11950043"}) == "•••••043");
    CHECK(mask({IdentityKind::Nama, "REN\u00c9"}) == "••N\u00c9");
    CHECK(mask({IdentityKind::Nipd, "1"}) == "•");
    CHECK(mask({IdentityKind::Nip, "1986"}) == "••86");
    CHECK(mask({IdentityKind::Nama, ""}).empty());
}

TEST_CASE("a ceremony asks for the kinds of number that its people have", "[pledge]")
{
    using Kinds = std::vector<IdentityKind>;
    const auto kinds = [](std::vector<Category> categories) { return kindsFor(categories); };
    CHECK(kinds({Category::Polri, Category::KepalaDesa, Category::Pns})
        == Kinds{IdentityKind::Nip, IdentityKind::Nik, IdentityKind::Nipd, IdentityKind::Nrp});
    CHECK(kinds({Category::PppkParuhWaktu}) == Kinds{IdentityKind::Nip});
    CHECK(kinds({Category::NonAsn, Category::Bpd}) == Kinds{IdentityKind::Nik});
    CHECK(kinds({}).empty());
}

TEST_CASE("kinds of identity have one word each", "[pledge]")
{
    for (const auto* word : {"nip", "nik", "nrp", "nipd", "nama"})
        CHECK(code(identityKindFromCode(word).value()) == word);
    CHECK_FALSE(identityKindFromCode("NIP"));
    CHECK_FALSE(identityKindFromCode(""));
}
