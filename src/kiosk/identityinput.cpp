#include "kiosk/identityinput.h"

#include "kiosk/phrases.h"

#include <algorithm>

namespace ikrar::kiosk {

using pledge::IdentityKind;

namespace {

struct Shape {
    int maxLength = 0;
    bool fixed = false;
    QList<int> groups;
};

Shape shapeOf(IdentityKind kind)
{
    switch (kind) {
    case IdentityKind::Nip:
        return {18, true, {8, 6, 1, 3}};
    case IdentityKind::Nik:
        return {16, true, {6, 6, 4}};
    case IdentityKind::Nrp:
        return {20, false, {}};
    case IdentityKind::Nipd:
        return {25, false, {}};
    case IdentityKind::Nama:
        break;
    }
    return {};
}

bool belongs(QChar c, bool fixed)
{
    if (fixed) {
        return c >= u'0' && c <= u'9';
    }
    return c > u' ' && c < QChar(0x7f);
}

} // namespace

IdentityInput::IdentityInput(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &IdentityInput::typedChanged);
}

void IdentityInput::setKinds(std::vector<IdentityKind> kinds)
{
    m_kinds = std::move(kinds);
    m_kindIndex = 0;
    emit kindsChanged();
    changed({});
}

void IdentityInput::set(const pledge::Identity& identity)
{
    const auto found = std::find(m_kinds.begin(), m_kinds.end(), identity.kind);
    if (found == m_kinds.end()) {
        clear();
        return;
    }
    setKindIndex(static_cast<int>(found - m_kinds.begin()));
    changed(QString::fromStdString(identity.value));
}

void IdentityInput::type(const QString& text)
{
    const auto shape = shapeOf(kind());
    auto typed = m_typed;
    for (const auto c : text.toUpper()) {
        if (typed.size() < shape.maxLength && belongs(c, shape.fixed)) {
            typed += c;
        }
    }
    if (typed == m_typed) {
        return;
    }
    changed(typed);
    if (shape.fixed && typed.size() == shape.maxLength) {
        submit();
    }
}

void IdentityInput::backspace()
{
    changed(m_typed.chopped(std::min<qsizetype>(1, m_typed.size())));
}

void IdentityInput::clear()
{
    changed({});
}

void IdentityInput::submit()
{
    m_problem = pledge::check(kind(), m_typed.toStdString());
    emit typedChanged();
    if (const auto whole = identity()) {
        emit accepted(*whole);
    }
}

QStringList IdentityInput::kinds() const
{
    QStringList labels;
    for (const auto kind : m_kinds) {
        labels << kindLabel(kind);
    }
    return labels;
}

void IdentityInput::setKindIndex(int index)
{
    if (index < 0 || index >= static_cast<int>(m_kinds.size()) || index == m_kindIndex) {
        return;
    }
    m_kindIndex = index;
    emit kindsChanged();
    changed({});
}

bool IdentityInput::letters() const
{
    return !shapeOf(kind()).fixed;
}

QList<int> IdentityInput::groups() const
{
    return shapeOf(kind()).groups;
}

int IdentityInput::maxLength() const
{
    return shapeOf(kind()).maxLength;
}

IdentityInput::Paper IdentityInput::paper() const
{
    switch (kind()) {
    case IdentityKind::Nip:
        return Paper::StaffCard;
    case IdentityKind::Nik:
        return Paper::IdentityCard;
    default:
        return Paper::Other;
    }
}

int IdentityInput::wrongAt() const
{
    return m_problem ? static_cast<int>(m_problem->position) : -1;
}

QString IdentityInput::problem() const
{
    return m_problem
        ? QString::fromStdString(m_problem->sentence(kind(), m_preferences.textLanguage()))
        : QString();
}

IdentityKind IdentityInput::kind() const
{
    return m_kinds.empty() ? IdentityKind::Nama : m_kinds[static_cast<std::size_t>(m_kindIndex)];
}

std::optional<pledge::Identity> IdentityInput::identity() const
{
    if (m_kinds.empty()) {
        return {};
    }
    const auto parsed = pledge::parseIdentity(kind(), m_typed.toStdString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

void IdentityInput::changed(const QString& typed)
{
    m_typed = typed;
    m_problem = pledge::checkWhileTyping(kind(), m_typed.toStdString());
    emit typedChanged();
}

} // namespace ikrar::kiosk
