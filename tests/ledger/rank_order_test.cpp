#include "ledger/rank_order.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace ikrar::tests {

using ledger::rankPlace;

TEST_CASE("a grade is found however a personnel system writes it", "[ledger][rank]")
{
    // Perka BKN: four grades of four steps, the last of five.
    unsigned place = 0;
    for (const std::string grade : {"I", "II", "III", "IV"}) {
        for (const char step : std::string(grade == "IV" ? "abcde" : "abcd")) {
            ++place;
            const std::string upper(1, static_cast<char>(step - 'a' + 'A'));
            for (const std::string& text :
                {grade + "/" + step, grade + "." + step, grade + step, grade + " / " + upper,
                    "Penata Tk. I (" + grade + "/" + step + ")", "Gol. " + grade + "-" + step,
                    "Pembina Utama, " + grade + upper, "Golongan " + grade + " ruang " + step,
                    "Eselon II.b, Pembina (" + grade + "/" + step + ")",
                    std::to_string((place - 1) / 4 - (place == 17 ? 1 : 0) + 1) + "/" + step}) {
                INFO(text);
                CHECK(rankPlace(text) == place);
            }
        }
    }
    CHECK(place == 17);
}

TEST_CASE("the golongan of a PPPK stands with the grade that is paid alike", "[ledger][rank]")
{
    CHECK(rankPlace("I") == rankPlace("I/a"));
    CHECK(rankPlace("V") == rankPlace("II/a"));
    CHECK(rankPlace("Golongan IX") == rankPlace("III/a"));
    CHECK(rankPlace("PPPK Gol. XI") == rankPlace("III/c"));
    CHECK(rankPlace("xvii") == rankPlace("IV/e"));
    for (const char* text : {"IX", "Ahli Pertama (IX)", "IX / Ahli Pertama", "Terampil - IX",
             "IX (PPPK)", "P3K Gol. IX", "Golongan 9", "9"}) {
        INFO(text);
        CHECK(rankPlace(text) == 9);
    }
    CHECK(rankPlace("P3K 1") == 1);
    CHECK(rankPlace("XVIII") == 0);
}

TEST_CASE("a rank without its grade is known by its name", "[ledger][rank]")
{
    const std::vector<std::pair<std::string, std::string>> ranks{{"Juru Muda", "I/a"},
        {"Juru Muda Tingkat I", "I/b"}, {"Juru", "I/c"}, {"Juru Tk. 1", "I/d"},
        {"Pengatur Muda", "II/a"}, {"Pengatur Muda Tk.I", "II/b"}, {"PENGATUR", "II/c"},
        {"Pengatur Tingkat I", "II/d"}, {"Penata Muda", "III/a"},
        {"Penata Muda Tingkat I", "III/b"}, {"Penata", "III/c"}, {"Penata Tk I", "III/d"},
        {"Pembina", "IV/a"}, {"Pembina Tingkat I", "IV/b"}, {"Pembina Utama Muda", "IV/c"},
        {"Pembina Utama Madya", "IV/d"}, {"Pembina Utama", "IV/e"}};
    for (const auto& [name, grade] : ranks) {
        INFO(name);
        CHECK(rankPlace(name) == rankPlace(grade));
    }
}

TEST_CASE("what names no grade has no place", "[ledger][rank]")
{
    for (const char* text : {"", "-", "Kapten Inf", "Aipda", "IV/f", "III/e", "Eselon II.b",
             "Eselon IX", "Tingkat I", "18", "Kelas 4"}) {
        INFO(text);
        CHECK(rankPlace(text) == 0);
    }
}

} // namespace ikrar::tests
