#include "attendance/roster_units.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace ikrar::attendance {

namespace {

QString written(const QString& word)
{
    if (word == QLatin1String("kec"))
        return QStringLiteral("kecamatan");
    if (word == QLatin1String("kel"))
        return QStringLiteral("kelurahan");
    if (word == QLatin1String("kab"))
        return QStringLiteral("kabupaten");
    return word;
}

/// The words of a name as they are compared. Apostrophes belong to a word: Pa'batangang.
std::string folded(const std::string& text)
{
    QString spaced;
    for (const QChar c :
        QString::fromStdString(text).normalized(QString::NormalizationForm_C).toCaseFolded()) {
        if (c.isLetterOrNumber())
            spaced += c;
        else if (c == u'&')
            spaced += QLatin1String(" dan ");
        else if (c != u'\'' && c != QChar(0x2019) && c != u'`')
            spaced += u' ';
    }
    QStringList words;
    for (const QString& word : spaced.split(u' ', Qt::SkipEmptyParts))
        words += written(word);
    return words.join(u' ').toStdString();
}

/// The pairs of neighbouring bytes, sorted.
std::vector<std::uint32_t> pairsOf(const std::string& text)
{
    constexpr unsigned byte = 8;
    std::vector<std::uint32_t> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back(static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) << byte
            | static_cast<unsigned char>(text[i + 1]));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// Sørensen-Dice over pairs of letters: 1 for equal texts, 0 for texts without one in common. It
/// forgives typing errors, words left out and words in another order alike.
double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    std::vector<std::uint32_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const auto pairs = static_cast<double>(a.size() + b.size());
    return pairs == 0 ? 0 : 2 * static_cast<double>(both.size()) / pairs;
}

} // namespace

RosterUnits::RosterUnits(const pledge::Ceremony& ceremony) : m_ceremony(ceremony)
{
    for (const pledge::Unit& unit : ceremony.units) {
        m_byName[folded(unit.name)].push_back(unit.id);
        if (!unit.code.empty())
            m_byCode.emplace(unit.code, unit.id);
    }
}

const std::vector<std::string>& RosterUnits::find(const std::string& text)
{
    const auto [found, isNew] = m_found.try_emplace(text);
    if (!isNew)
        return found->second;
    if (m_ceremony.unit(text) != nullptr)
        found->second = {text};
    else if (const auto code = m_byCode.find(text); code != m_byCode.end())
        found->second = {code->second};
    else if (const auto named = m_byName.find(folded(text)); named != m_byName.end())
        found->second = named->second;
    return found->second;
}

const pledge::Unit* RosterUnits::nearest(const std::string& text)
{
    constexpr double muchAlike = 0.4;
    constexpr std::size_t maxTexts = 1000;
    if (m_nearest.size() >= maxTexts && !m_nearest.contains(text))
        return nullptr;
    const auto [known, isNew] = m_nearest.try_emplace(text, nullptr);
    if (!isNew)
        return known->second;
    if (m_pairs.empty()) {
        for (const pledge::Unit& unit : m_ceremony.units)
            m_pairs.push_back(pairsOf(folded(unit.name)));
    }
    const auto wanted = pairsOf(folded(text));
    double best = muchAlike;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const double alike = likeness(wanted, m_pairs[i]);
        if (alike > best) {
            best = alike;
            known->second = &m_ceremony.units[i];
        }
    }
    return known->second;
}

} // namespace ikrar::attendance
