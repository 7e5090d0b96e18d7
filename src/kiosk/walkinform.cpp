#include "kiosk/walkinform.h"

#include "kiosk/phrases.h"

#include <algorithm>

namespace ikrar::kiosk {

WalkInForm::WalkInForm(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_identity(preferences)
{
    connect(&m_identity, &IdentityInput::typedChanged, this, &WalkInForm::changed);
    connect(&m_identity, &IdentityInput::accepted, this, [this] {
        if (m_question == Question::AskNumber) {
            ask(Question::AskName);
        }
    });
    connect(&m_unit, &UnitPicker::changed, this, &WalkInForm::changed);
}

void WalkInForm::setCeremony(const pledge::Ceremony* ceremony)
{
    m_ceremony = ceremony;
    m_unit.setTree(ceremony, [ceremony](const std::string& parent) {
        std::vector<std::string> ids;
        if (ceremony != nullptr) {
            for (const auto& unit : ceremony->units) {
                if (unit.parent == parent) {
                    ids.push_back(unit.id);
                }
            }
        }
        return ids;
    });
    clear();
}

void WalkInForm::begin(const std::optional<pledge::Identity>& identity)
{
    clear();
    if (identity) {
        m_identity.set(*identity);
    }
}

void WalkInForm::clear()
{
    m_categoryIndex = -1;
    m_withoutNumber = false;
    m_identity.setKinds(m_ceremony != nullptr ? pledge::kindsFor(m_ceremony->categories)
                                              : std::vector<pledge::IdentityKind>{});
    m_name.clear();
    m_post.clear();
    m_unit.clear();
    m_tried = false;
    ask(Question::AskCategory);
}

void WalkInForm::next()
{
    switch (m_question) {
    case Question::AskCategory:
        if (answered()) {
            ask(Question::AskNumber);
        }
        break;
    case Question::AskNumber:
        m_identity.submit(); // accepted, it leads on
        break;
    case Question::AskName:
        if (answered() && !m_ceremony->units.empty()) {
            ask(Question::AskUnit);
        } else if (answered()) {
            submit();
        }
        break;
    case Question::AskUnit:
        submit();
        break;
    }
}

void WalkInForm::nextWithoutNumber()
{
    if (m_question == Question::AskNumber && mayLackNumber()) {
        m_withoutNumber = true;
        ask(Question::AskName);
    }
}

bool WalkInForm::back()
{
    switch (m_question) {
    case Question::AskCategory:
        return false;
    case Question::AskNumber:
        ask(Question::AskCategory);
        break;
    case Question::AskName:
        m_withoutNumber = false;
        ask(Question::AskNumber);
        break;
    case Question::AskUnit:
        ask(Question::AskName);
        break;
    }
    return true;
}

bool WalkInForm::answered() const
{
    switch (m_question) {
    case Question::AskCategory:
        return m_categoryIndex >= 0;
    case Question::AskNumber:
        return m_identity.complete();
    case Question::AskName:
        return named();
    case Question::AskUnit:
        break;
    }
    return m_unit.chosen();
}

bool WalkInForm::mayGoOn() const
{
    return answered() || m_question == Question::AskNumber;
}

void WalkInForm::ask(Question question)
{
    m_question = question;
    emit questionChanged();
    emit changed();
}

bool WalkInForm::named() const
{
    return m_name.simplified().size() >= 2 && whole().has_value();
}

void WalkInForm::submit()
{
    m_tried = true;
    emit changed();
    if (missing() == Field::Number) {
        m_identity.submit();
    }
    if (missing() != Field::None) {
        return;
    }
    emit submitted({*whole(), m_name.simplified().toStdString(), m_unit.unit(),
        m_post.simplified().toStdString(), {},
        m_ceremony->categories[static_cast<std::size_t>(m_categoryIndex)]});
}

QStringList WalkInForm::categories() const
{
    QStringList labels;
    if (m_ceremony != nullptr) {
        for (const auto category : m_ceremony->categories) {
            const auto label = pledge::label(category);
            labels << QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
        }
    }
    return labels;
}

void WalkInForm::setCategoryIndex(int index)
{
    if (m_ceremony == nullptr || index == m_categoryIndex || index < -1
        || index >= static_cast<int>(m_ceremony->categories.size())) {
        return;
    }
    m_categoryIndex = index;
    m_withoutNumber = false;
    if (index >= 0) {
        // A number typed before stays where the category has that kind of number.
        const auto typed = m_identity.identity();
        const std::array one{m_ceremony->categories[static_cast<std::size_t>(index)]};
        m_identity.setKinds(pledge::kindsFor(one));
        if (typed) {
            m_identity.set(*typed);
        }
    }
    emit changed();
}

bool WalkInForm::mayLackNumber() const
{
    return m_ceremony != nullptr && m_categoryIndex >= 0
        && pledge::mayLackNumber(m_ceremony->categories[static_cast<std::size_t>(m_categoryIndex)]);
}

void WalkInForm::setWithoutNumber(bool without)
{
    if (without != m_withoutNumber && (!without || mayLackNumber())) {
        m_withoutNumber = without;
        emit changed();
    }
}

std::optional<pledge::Identity> WalkInForm::whole() const
{
    if (!m_withoutNumber) {
        return m_identity.identity();
    }
    const auto named
        = pledge::parseIdentity(pledge::IdentityKind::Nama, m_name.simplified().toStdString());
    return named ? std::optional(*named) : std::nullopt;
}

void WalkInForm::setName(const QString& name)
{
    if (const auto line = oneLine(name); m_name != line) {
        m_name = line;
        emit changed();
    }
}

void WalkInForm::setPost(const QString& post)
{
    if (const auto line = oneLine(post); m_post != line) {
        m_post = line;
        emit changed();
    }
}

WalkInForm::Field WalkInForm::missing() const
{
    if (m_ceremony == nullptr || m_categoryIndex < 0) {
        return Field::Category;
    }
    if (!m_withoutNumber && !m_identity.complete()) {
        return Field::Number;
    }
    if (!named()) {
        return Field::Name;
    }
    return m_unit.chosen() || m_ceremony->units.empty() ? Field::None : Field::Unit;
}

} // namespace ikrar::kiosk
