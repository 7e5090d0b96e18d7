#include "ledger/rank_order.h"

#include <algorithm>
#include <array>
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

using Words = std::vector<std::string>;

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A step written onto its grade (`IIIc`) is parted from it.
Words withSteps(const Words& words)
{
    Words parted;
    for (const std::string& word : words) {
        const std::string grade = word.substr(0, word.size() - 1);
        const bool joined = word.back() <= 'e' && placeIn(romanNumbers, word) == 0
            && placeIn(romanNumbers, grade) != 0;
        parted.push_back(joined ? grade : word);
        if (joined)
            parted.emplace_back(1, word.back());
    }
    return parted;
}

/// Runs of letters, in lower case, and runs of digits.
Words wordsOf(std::string_view text)
{
    Words words;
    char before = ' ';
    for (const char c : text) {
        const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool goesOn
            = (isLetter(folded) && isLetter(before)) || (isDigit(folded) && isDigit(before));
        if (goesOn)
            words.back() += folded;
        else if (isLetter(folded) || isDigit(folded))
            words.emplace_back(1, folded);
        before = folded;
    }
    return withSteps(words);
}

/// Of `IX` and of `9`; 0 for what is none of 1 to 17.
unsigned numberOf(const std::string& word)
{
    if (const unsigned roman = placeIn(romanNumbers, word); roman != 0)
        return roman;
    constexpr std::size_t digits = 2;
    if (word.size() > digits || !std::all_of(word.begin(), word.end(), isDigit))
        return 0;
    unsigned number = 0;
    for (const char digit : word)
        number = number * 10 + static_cast<unsigned>(digit - '0');
    return number <= romanNumbers.size() ? number : 0;
}

/// `III` and `d`; the first three grades have four steps, the last has five.
unsigned placeOfStep(unsigned grade, std::string_view step)
{
    constexpr unsigned grades = 4;
    constexpr unsigned steps = 4;
    if (grade < 1 || grade > grades || step.size() != 1 || step[0] < 'a')
        return 0;
    const auto at = static_cast<unsigned>(step[0] - 'a');
    return at < steps + (grade == grades ? 1 : 0) ? (grade - 1) * steps + at + 1 : 0;
}

bool isEchelon(const Words& words, std::size_t at)
{
    return at != 0 && (words[at - 1] == "eselon" || words[at - 1] == "esl");
}

/// `III/d`, `3d`, `III ruang d`.
unsigned placeOfGrade(const Words& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t step = i + 1;
        if (step < words.size() && words[step] == "ruang")
            ++step;
        const unsigned place = step < words.size() && !isEchelon(words, i)
            ? placeOfStep(numberOf(words[i]), words[step])
            : 0;
        if (place != 0)
            return place;
    }
    return 0;
}

/// Of a PPPK: a number that no PNS has, wherever it stands, or any that stands behind nothing but
/// what announces it. That of `Tingkat I` is none.
unsigned placeOfNumber(const Words& words)
{
    constexpr unsigned lastGrade = 4;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const unsigned place = placeIn(romanNumbers, words[i]);
        if (place > lastGrade && !isEchelon(words, i))
            return place;
    }
    static constexpr std::array<std::string_view, 6> before{
        "gol", "golongan", "pppk", "p", "3", "k"};
    const bool announced = !words.empty()
        && std::all_of(words.begin(), words.end() - 1, [](const std::string& word) {
               return std::find(before.begin(), before.end(), word) != before.end();
           });
    return announced ? numberOf(words.back()) : 0;
}

unsigned placeOfName(const Words& words)
{
    std::string name;
    bool afterLevel = false; // of `Tingkat 1`
    for (const std::string& word : words) {
        const bool level = word == "tk" || word == "tkt" || word == "tingkat";
        name += name.empty() ? "" : " ";
        name += level ? "tingkat" : afterLevel && word == "1" ? "i" : word;
        afterLevel = level;
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
    return placeOfNumber(words);
}

} // namespace ikrar::ledger
