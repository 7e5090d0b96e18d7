#include "pledge/identity_doubt.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace ikrar;
using namespace ikrar::pledge;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::year_month_day day = 2023y / 9 / 18;

std::optional<IdentityDoubt> doubtOf(const char* nip)
{
    return doubt(parseIdentity(IdentityKind::Nip, nip).value(), day);
}

} // namespace

TEST_CASE("an ordinary number raises no doubt", "[pledge]")
{
    CHECK(doubtOf("198609262015051001") == std::nullopt);
    CHECK(doubtOf("199009132022212014") == std::nullopt); // PPPK
    CHECK(doubt(parseIdentity(IdentityKind::Nik, "7305010101700001").value(), day) == std::nullopt);
}

TEST_CASE("an age that no civil servant has is doubted from the day it is reached", "[pledge]")
{
    CHECK(doubtOf("200509192023051001") == IdentityDoubt::Young);
    CHECK(doubtOf("200509182023051001") == std::nullopt);
    CHECK(doubtOf("195209181980051001") == IdentityDoubt::Old);
    CHECK(doubtOf("195209191980051001") == std::nullopt);
}

TEST_CASE(
    "an appointment in childhood, in the future or before there were PPPK is doubted", "[pledge]")
{
    CHECK(doubtOf("198609262002051001") == IdentityDoubt::AppointedAsChild);
    CHECK(doubtOf("198609262003051001") == std::nullopt);
    CHECK(doubtOf("198609262023101001") == IdentityDoubt::AppointedLater);
    CHECK(doubtOf("198609262023091001") == std::nullopt);
    CHECK(doubtOf("198609262018212001") == IdentityDoubt::PppkTooEarly);
    CHECK(doubtOf("198609262019212001") == std::nullopt);
}

TEST_CASE("each doubt has a sentence of its own in both languages", "[pledge]")
{
    std::vector<std::string> seen;
    for (const auto each :
        {IdentityDoubt::Young, IdentityDoubt::Old, IdentityDoubt::AppointedAsChild,
            IdentityDoubt::AppointedLater, IdentityDoubt::PppkTooEarly})
        for (const auto language : {Language::Indonesian, Language::English}) {
            const std::string text = sentence(each, language);
            CHECK(
                text.find(language == Language::English ? "Please" : "Mohon") != std::string::npos);
            CHECK(std::find(seen.begin(), seen.end(), text) == seen.end());
            seen.push_back(text);
        }
}
