#include "kiosk/personsearch.h"

#include "kiosk/phrases.h"

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr int fewestLetters = 3;

int letterCount(const QString& text)
{
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }));
}

} // namespace

PersonSearch::PersonSearch(QObject* parent) : QObject(parent)
{
    connect(&m_unit, &UnitPicker::changed, this, &PersonSearch::look);
}

void PersonSearch::setStore(const Store* store)
{
    m_store = store;
    m_unit.setTree(store != nullptr ? &store->ceremony() : nullptr,
        [this](const std::string& parent) -> std::vector<std::string> {
            if (m_store == nullptr || letterCount(m_text) < fewestLetters) {
                return {};
            }
            return m_store->unitsOf(m_text.toStdString(), parent)
                .value_or(std::vector<std::string>{});
        });
}

void PersonSearch::take()
{
    if (m_state == State::One) {
        const auto row = *m_match;
        emit taken(row);
    }
}

void PersonSearch::clear()
{
    m_text.clear();
    m_unit.clear();
}

void PersonSearch::setText(const QString& text)
{
    if (m_text != text) {
        m_text = text;
        m_unit.clear();
    }
}

QString PersonSearch::name() const
{
    return m_match ? guardedName(QString::fromStdString(m_match->name), m_text) : QString();
}

QString PersonSearch::unitName() const
{
    const auto* unit = m_match ? m_store->ceremony().unit(m_match->unit) : nullptr;
    return unit != nullptr ? QString::fromStdString(unit->name) : QString();
}

QString PersonSearch::maskedNumber() const
{
    return m_match ? QString::fromStdString(pledge::mask(m_match->identity)) : QString();
}

void PersonSearch::look()
{
    m_match.reset();
    m_state = State::TooShort;
    if (m_store != nullptr && letterCount(m_text) >= fewestLetters) {
        const auto found = m_store->search(m_text.toStdString(), m_unit.unit());
        const auto count = found ? found->count : 0;
        if (count > 1 && holdsAll(count)) {
            m_unit.choose(0); // comes back here by the picker's signal
            return;
        }
        m_state = stateFor(count);
        if (m_state == State::One) {
            m_match = found->only;
        }
    }
    emit changed();
}

PersonSearch::State PersonSearch::stateFor(std::uint64_t count) const
{
    if (count == 0) {
        return State::Nobody;
    }
    if (count == 1) {
        return State::One;
    }
    return m_unit.optionIds().empty() ? State::AskNumber : State::Narrow;
}

// A choice of one is none: a tree with a single root, or a name that one branch has alone.
bool PersonSearch::holdsAll(std::uint64_t count) const
{
    if (m_unit.optionIds().size() != 1) {
        return false;
    }
    const auto below = m_store->search(m_text.toStdString(), m_unit.optionIds().front());
    return below && below->count == count;
}

} // namespace ikrar::kiosk
