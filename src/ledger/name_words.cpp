#include "ledger/name_words.h"

#include <QString>
#include <QStringList>

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

} // namespace

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
