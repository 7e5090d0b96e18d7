#include "kiosk/peoplelist.h"

#include "kiosk/phrases.h"
#include "ledger/name_words.h"

#include <QVariantMap>

#include <algorithm>

namespace ikrar::kiosk {

namespace {

/// A number is typed in groups (8 6 1 3) and kept without.
std::vector<std::string> searchWords(const QString& typed)
{
    QString digits = typed;
    digits.remove(u' ');
    const bool number = !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit(); });
    return ledger::nameWords((number ? digits : typed).toStdString());
}

} // namespace

PeopleList::PeopleList(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &PeopleList::changed);
}

void PeopleList::setCeremony(const pledge::Ceremony& ceremony)
{
    m_ceremony = &ceremony;
}

void PeopleList::setLines(std::vector<PersonLine> lines)
{
    m_lines = std::move(lines);
    m_texts.clear();
    m_texts.reserve(m_lines.size());
    for (const auto& line : m_lines) {
        m_texts.push_back(textOf(line));
    }
    look();
}

void PeopleList::clear()
{
    m_search.clear();
    m_unit.clear();
    m_page = 0;
    setLines({});
}

void PeopleList::narrow(const QString& unit)
{
    m_unit = unit.toStdString();
    m_page = 0;
    look();
}

void PeopleList::setSearch(const QString& typed)
{
    if (m_search != typed) {
        m_search = typed;
        m_page = 0;
        look();
    }
}

void PeopleList::setRoom(int room)
{
    if (std::max(1, room) != m_room) {
        m_room = std::max(1, room);
        m_page = std::clamp(m_page, 0, pages() - 1);
        emit changed();
    }
}

void PeopleList::turn(int pages)
{
    m_page = std::clamp(m_page + pages, 0, this->pages() - 1);
    emit changed();
}

void PeopleList::look()
{
    const auto words = searchWords(m_search);
    m_found.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return m_texts[i].contains(u' ' + QString::fromStdString(word));
        });
        if (all && isWithin(m_lines[i].unit)) {
            m_found.push_back(i);
        }
    }
    m_page = std::clamp(m_page, 0, pages() - 1);
    emit changed();
}

bool PeopleList::isWithin(const std::string& unit) const
{
    if (m_unit.empty() || unit == m_unit) {
        return true;
    }
    const auto* at = m_ceremony->unit(unit);
    while (at != nullptr && at->id != m_unit) {
        at = m_ceremony->unit(at->parent);
    }
    return at != nullptr;
}

/// Words between spaces: a word typed is the beginning of one of them.
QString PeopleList::textOf(const PersonLine& line) const
{
    QString text(u' ');
    const auto unit = nameOfUnit(line.unit).toStdString();
    for (const auto& part : {line.name, unit, line.post, line.identity.value}) {
        for (const auto& word : ledger::nameWords(part)) {
            text += QString::fromStdString(word) + u' ';
        }
    }
    if (line.index) {
        text += QString::number(*line.index) + u' ';
    }
    return text;
}

QString PeopleList::nameOfUnit(const std::string& id) const
{
    const auto* unit = m_ceremony != nullptr ? m_ceremony->unit(id) : nullptr;
    return unit != nullptr ? QString::fromStdString(unit->name) : QString();
}

QString PeopleList::unitName() const
{
    return nameOfUnit(m_unit);
}

int PeopleList::pages() const
{
    return std::max(1, (found() + m_room - 1) / m_room);
}

const PersonLine* PeopleList::line(int row) const
{
    const int at = m_page * m_room + row;
    return row < 0 || row >= m_room || at >= found()
        ? nullptr
        : &m_lines[m_found[static_cast<std::size_t>(at)]];
}

QVariantList PeopleList::rows() const
{
    QVariantList rows;
    for (int row = 0; const auto* person = line(row); ++row) {
        const auto zone = m_ceremony != nullptr ? m_ceremony->timeZone : std::string();
        rows << QVariantMap{
            {QStringLiteral("name"), QString::fromStdString(person->name)},
            {QStringLiteral("number"), QString::fromStdString(pledge::mask(person->identity))},
            {QStringLiteral("unit"), nameOfUnit(person->unit)},
            {QStringLiteral("post"), QString::fromStdString(person->post)},
            {QStringLiteral("index"),
                person->index ? static_cast<qlonglong>(*person->index) : qlonglong{-1}},
            {QStringLiteral("time"),
                person->index ? timeAt(person->time, zone, m_preferences.textLanguage())
                              : QString()},
            {QStringLiteral("voided"), person->voided},
            {QStringLiteral("walkIn"), person->walkIn},
            {QStringLiteral("identifiedBy"), QString::fromStdString(person->identifiedBy)},
            {QStringLiteral("stated"), person->stated ? static_cast<int>(*person->stated) : 0},
        };
    }
    return rows;
}

} // namespace ikrar::kiosk
