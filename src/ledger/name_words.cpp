#include "ledger/name_words.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxWords = 16;

bool isApostrophe(QChar c)
{
    constexpr char16_t left = 0x2018;
    constexpr char16_t right = 0x2019;
    constexpr char16_t modifier = 0x02bc;
    return c == u'\'' || c == u'`' || c == left || c == right || c == modifier;
}

bool isTitle(std::string_view word)
{
    static constexpr std::array<std::string_view, 15> titles{"prof", "dr", "drs", "dra", "drg",
        "drh", "ir", "apt", "ns", "h", "hj", "kh", "ustaz", "ustadz", "ustazah"};
    return std::find(titles.begin(), titles.end(), word) != titles.end();
}

/// nameWords of a name in ASCII, which nearly all are, without the detour over UTF-16.
std::vector<std::string> asciiWords(std::string_view name)
{
    std::vector<std::string> words;
    bool within = false;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool counts = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (counts && !within) {
            if (words.size() == maxWords)
                break;
            words.emplace_back();
        }
        if (counts)
            words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
        within = counts || (within && (c == '\'' || c == '`'));
    }
    return words;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

std::string sortKey(std::string_view name)
{
    const std::vector<std::string> words = isAscii(name) ? asciiWords(name) : nameWords(name);
    const auto first = std::find_if_not(words.begin(), words.end(), isTitle);
    std::string key;
    for (auto word = first == words.end() ? words.begin() : first; word != words.end(); ++word)
        key += (key.empty() ? "" : " ") + *word;
    return key;
}

} // namespace

std::string sortName(std::string_view name)
{
    const std::string key = sortKey(name.substr(0, name.find(',')));
    return key.empty() ? sortKey(name) : key;
}

std::vector<std::string> nameWords(std::string_view name)
{
    const QString decomposed = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                                   .normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded();
    QString spaced;
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            spaced += c;
        else if (!c.isMark() && !isApostrophe(c))
            spaced += u' ';
    }
    std::vector<std::string> words;
    for (const QString& word : spaced.split(u' ', Qt::SkipEmptyParts)) {
        if (words.size() == maxWords)
            break;
        words.push_back(word.toStdString());
    }
    return words;
}

} // namespace ikrar::ledger
