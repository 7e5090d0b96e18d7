#pragma once

#include "kiosk/identityinput.h"
#include "kiosk/unitpicker.h"
#include "ledger/roster.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Somebody who is not on the roster says who they are; the organizer confirms it later.
class WalkInForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.walkIn")
    /// `PNS`, `Kepala Desa`, ...: the ceremony's categories, which decide the kinds of number.
    Q_PROPERTY(QStringList categories READ categories NOTIFY changed FINAL)
    /// -1 while none is chosen.
    Q_PROPERTY(int categoryIndex READ categoryIndex WRITE setCategoryIndex NOTIFY changed FINAL)
    Q_PROPERTY(ikrar::kiosk::IdentityInput* identity READ identity CONSTANT FINAL)
    /// The category may come without a number.
    Q_PROPERTY(bool mayLackNumber READ mayLackNumber NOTIFY changed FINAL)
    /// The name is who they are; what was typed as a number does not count.
    Q_PROPERTY(bool withoutNumber READ withoutNumber WRITE setWithoutNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    Q_PROPERTY(ikrar::kiosk::UnitPicker* unit READ unit CONSTANT FINAL)
    /// May stay empty.
    Q_PROPERTY(QString post READ post WRITE setPost NOTIFY changed FINAL)
    /// What the page asks. In this order; the unit is left out where the ceremony names none.
    Q_PROPERTY(Question question READ question NOTIFY questionChanged FINAL)
    /// The present question has its answer.
    Q_PROPERTY(bool answered READ answered NOTIFY changed FINAL)
    /// `next` leads on, or says what is wrong with the number.
    Q_PROPERTY(bool mayGoOn READ mayGoOn NOTIFY changed FINAL)
    /// The first field that keeps the form from being submitted.
    Q_PROPERTY(Field missing READ missing NOTIFY changed FINAL)
    /// `submit` was tried: `missing` is to be pointed at.
    Q_PROPERTY(bool tried READ tried NOTIFY changed FINAL)

public:
    enum class Field { None, Category, Number, Name, Unit };
    Q_ENUM(Field)
    enum class Question { AskCategory, AskNumber, AskName, AskUnit };
    Q_ENUM(Question)

    explicit WalkInForm(const Preferences& preferences, QObject* parent = nullptr);

    /// Borrowed; null while there is none.
    void setCeremony(const pledge::Ceremony* ceremony);
    /// Begins with a number that the roster did not hold.
    void begin(const std::optional<pledge::Identity>& identity);
    void clear();
    Q_INVOKABLE void submit();
    /// To the next question; submits after the last. A whole number leads on by itself.
    Q_INVOKABLE void next();
    /// *Tanpa nomor*: from the number to the name, where mayLackNumber.
    Q_INVOKABLE void nextWithoutNumber();
    /// To the question before. False at the first.
    bool back();

    [[nodiscard]] QStringList categories() const;
    [[nodiscard]] int categoryIndex() const { return m_categoryIndex; }
    void setCategoryIndex(int index);
    [[nodiscard]] IdentityInput* identity() { return &m_identity; }
    [[nodiscard]] bool mayLackNumber() const;
    [[nodiscard]] bool withoutNumber() const { return m_withoutNumber; }
    void setWithoutNumber(bool without);
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString& name);
    [[nodiscard]] UnitPicker* unit() { return &m_unit; }
    [[nodiscard]] QString post() const { return m_post; }
    void setPost(const QString& post);
    [[nodiscard]] Question question() const { return m_question; }
    [[nodiscard]] bool answered() const;
    [[nodiscard]] bool mayGoOn() const;
    [[nodiscard]] Field missing() const;
    [[nodiscard]] bool tried() const { return m_tried; }

signals:
    void changed();
    void questionChanged();
    void submitted(const ikrar::ledger::RosterRow& person);

private:
    void ask(Question question);
    [[nodiscard]] bool named() const;
    /// Of the number, or of the name where there is none.
    [[nodiscard]] std::optional<pledge::Identity> whole() const;

    const pledge::Ceremony* m_ceremony = nullptr;
    IdentityInput m_identity;
    UnitPicker m_unit;
    Question m_question = Question::AskCategory;
    int m_categoryIndex = -1;
    bool m_withoutNumber = false;
    QString m_name;
    QString m_post;
    bool m_tried = false;
};

} // namespace ikrar::kiosk
