#include "kiosk/unitpicker.h"

namespace ikrar::kiosk {

void UnitPicker::setTree(const pledge::Ceremony* ceremony, Children children)
{
    m_ceremony = ceremony;
    m_children = std::move(children);
    clear();
}

void UnitPicker::choose(int option)
{
    if (option < 0 || option >= static_cast<int>(m_options.size())) {
        return;
    }
    m_path.push_back(m_options[static_cast<std::size_t>(option)]);
    refresh();
}

void UnitPicker::up()
{
    if (!m_path.empty()) {
        m_path.pop_back();
        refresh();
    }
}

void UnitPicker::clear()
{
    m_path.clear();
    refresh();
}

void UnitPicker::refresh()
{
    m_options = m_children ? m_children(unit()) : std::vector<std::string>{};
    emit changed();
}

QStringList UnitPicker::options() const
{
    QStringList names;
    for (const auto& id : m_options) {
        names << nameOf(id);
    }
    return names;
}

QStringList UnitPicker::path() const
{
    QStringList names;
    for (const auto& id : m_path) {
        names << nameOf(id);
    }
    return names;
}

std::string UnitPicker::unit() const
{
    return m_path.empty() ? std::string() : m_path.back();
}

QString UnitPicker::nameOf(const std::string& id) const
{
    const auto* unit = m_ceremony != nullptr ? m_ceremony->unit(id) : nullptr;
    return QString::fromStdString(unit != nullptr ? unit->name : id);
}

} // namespace ikrar::kiosk
