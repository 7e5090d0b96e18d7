#pragma once

#include "pledge/ceremony.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace ikrar::kiosk {

/// A walk down the tree of units.
class UnitPicker : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.search.unit, session.walkIn.unit")
    /// Names of the units below the one chosen, to choose between; empty at a leaf.
    Q_PROPERTY(QStringList options READ options NOTIFY changed FINAL)
    /// Names from the root to the unit chosen; empty while none is.
    Q_PROPERTY(QStringList path READ path NOTIFY changed FINAL)
    Q_PROPERTY(bool chosen READ chosen NOTIFY changed FINAL)

public:
    /// Ids of the units below `parent` (empty: the roots) that may be chosen.
    using Children = std::function<std::vector<std::string>(const std::string& parent)>;

    using QObject::QObject;

    /// `ceremony` is borrowed.
    void setTree(const pledge::Ceremony* ceremony, Children children);

    Q_INVOKABLE void choose(int option);
    /// One level up.
    Q_INVOKABLE void up();
    void clear();
    /// Reads the options again.
    void refresh();

    [[nodiscard]] QStringList options() const;
    [[nodiscard]] QStringList path() const;
    [[nodiscard]] bool chosen() const { return !m_path.empty(); }
    /// Id of the unit chosen; empty while none is.
    [[nodiscard]] std::string unit() const;
    [[nodiscard]] const std::vector<std::string>& optionIds() const { return m_options; }

signals:
    void changed();

private:
    [[nodiscard]] QString nameOf(const std::string& id) const;

    const pledge::Ceremony* m_ceremony = nullptr;
    Children m_children;
    std::vector<std::string> m_options;
    std::vector<std::string> m_path;
};

} // namespace ikrar::kiosk
