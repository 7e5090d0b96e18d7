#include "ledger/rank_order.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::ledger {

namespace {

/// In ascending order; the place of each is one more than where it stands.
constexpr std::array<std::string_view, 17> romanNumbers{"i", "ii", "iii", "iv", "v", "vi", "vii",
    "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii"};
constexpr std::array<std::string_view, 17> rankNames{"juru muda", "juru muda tingkat i", "juru",
    "juru tingkat i", "pengatur muda", "pengatur muda tingkat i", "pengatur", "pengatur tingkat i",
    "penata muda", "penata muda tingkat i", "penata", "penata tingkat i", "pembina",
    "pembina tingkat i", "pembina utama muda", "pembina utama madya", "pembina utama"};

template <std::size_t Size>
unsigned placeIn(const std::array<std::string_view, Size>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : static_cast<unsigned>(found - names.begin()) + 1;
}

/// The words, in lower case, parted at whatever is no letter of ASCII.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool within = false;
    for (const char c : text) {
        const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool is = letter >= 'a' && letter <= 'z';
        if (is && !within)
            words.emplace_back();
        if (is)
            words.back() += letter;
        within = is;
    }
    return words;
}

/// `III` and `d`, from 1; the first four grades have four steps, the last has five.
unsigned placeOfStep(unsigned grade, char step)
{
    constexpr unsigned grades = 4;
    constexpr unsigned steps = 4;
    const auto at = static_cast<unsigned>(step - 'a');
    const bool known
        = grade >= 1 && grade <= grades && step >= 'a' && at < steps + (grade == grades ? 1 : 0);
    return known ? (grade - 1) * steps + at + 1 : 0;
}

/// `III/d` in two words, or in one (`IIId`).
unsigned placeOfGrade(const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
        unsigned place = next.size() == 1 ? placeOfStep(placeIn(romanNumbers, word), next[0]) : 0;
        if (place == 0 && word.size() > 1)
            place
                = placeOfStep(placeIn(romanNumbers, word.substr(0, word.size() - 1)), word.back());
        if (place != 0)
            return place;
    }
    return 0;
}

unsigned placeOfName(const std::vector<std::string>& words)
{
    std::string name;
    for (const std::string& word : words) {
        name += name.empty() ? "" : " ";
        name += word == "tk" ? "tingkat" : word;
    }
    return placeIn(rankNames, name);
}

} // namespace

unsigned rankPlace(std::string_view rank)
{
    const auto words = wordsOf(rank);
    if (const unsigned place = placeOfGrade(words); place != 0)
        return place;
    if (const unsigned place = placeOfName(words); place != 0)
        return place;
    // A PPPK has a number alone; that of `Tingkat I` is none.
    static constexpr std::array<std::string_view, 3> before{"gol", "golongan", "pppk"};
    const bool alone = !words.empty()
        && std::all_of(words.begin(), words.end() - 1, [](const std::string& word) {
               return std::find(before.begin(), before.end(), word) != before.end();
           });
    return alone ? placeIn(romanNumbers, words.back()) : 0;
}

} // namespace ikrar::ledger
