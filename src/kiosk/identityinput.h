#pragma once

#include "kiosk/preferences.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ikrar::kiosk {

/// A number being typed, for the kinds of number that the ceremony's categories have.
class IdentityInput : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.identity, session.walkIn.identity")
    /// `NIP`, `NIK`, ...: the kinds to choose between; more than one means a switch on the page.
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY kindsChanged FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex WRITE setKindIndex NOTIFY kindsChanged FINAL)
    /// Whether letters belong to this kind of number: the page then shows the letters' keyboard.
    Q_PROPERTY(bool letters READ letters NOTIFY kindsChanged FINAL)
    /// What was typed, without spaces.
    Q_PROPERTY(QString typed READ typed NOTIFY typedChanged FINAL)
    /// Lengths of the groups that fill in: 8 6 1 3 or 6 6 4; empty where the length is free.
    Q_PROPERTY(QList<int> groups READ groups NOTIFY kindsChanged FINAL)
    Q_PROPERTY(int maxLength READ maxLength NOTIFY kindsChanged FINAL)
    /// Whose paper to look at for this kind of number.
    Q_PROPERTY(Paper paper READ paper NOTIFY kindsChanged FINAL)
    /// The first character that is wrong, from 0; -1 when nothing is. May equal the length of
    /// `typed`.
    Q_PROPERTY(int wrongAt READ wrongAt NOTIFY typedChanged FINAL)
    /// What to do about it, one sentence; empty when nothing is wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY typedChanged FINAL)
    /// A whole and plausible number.
    Q_PROPERTY(bool complete READ complete NOTIFY typedChanged FINAL)

public:
    enum class Paper { Other, StaffCard, IdentityCard };
    Q_ENUM(Paper)

    explicit IdentityInput(const Preferences& preferences, QObject* parent = nullptr);

    /// Clears, and chooses the first.
    void setKinds(std::vector<pledge::IdentityKind> kinds);
    /// Clears, and chooses this kind where it is offered.
    void set(const pledge::Identity& identity);

    /// Appends what belongs to the kind and ignores the rest; pasted or scanned text may have
    /// spaces.
    Q_INVOKABLE void type(const QString& text);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clear();
    /// Says what is wrong with an incomplete number; a complete one is `accepted`. Numbers of fixed
    /// length are accepted at their last digit without it.
    Q_INVOKABLE void submit();

    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int kindIndex() const { return m_kindIndex; }
    void setKindIndex(int index);
    [[nodiscard]] bool letters() const;
    [[nodiscard]] QString typed() const { return m_typed; }
    [[nodiscard]] QList<int> groups() const;
    [[nodiscard]] int maxLength() const;
    [[nodiscard]] Paper paper() const;
    [[nodiscard]] int wrongAt() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool complete() const { return identity().has_value(); }
    [[nodiscard]] pledge::IdentityKind kind() const;
    [[nodiscard]] std::optional<pledge::Identity> identity() const;

signals:
    void kindsChanged();
    void typedChanged();
    void accepted(const ikrar::pledge::Identity& identity);

private:
    void changed(const QString& typed);

    const Preferences& m_preferences;
    std::vector<pledge::IdentityKind> m_kinds{pledge::IdentityKind::Nip};
    int m_kindIndex = 0;
    QString m_typed;
    std::optional<pledge::IdentityProblem> m_problem;
};

} // namespace ikrar::kiosk
