#pragma once

#include "ledger/register.h"
#include "pledge/ceremony.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// How many have signed, by unit: the units right below one of the tree, each with all that is
/// below it; no names of people. Units that nobody belongs to are left out. A row keeps its place
/// while its numbers rise, so that a bar can grow. A page at a time, by as many rows as there is
/// room for.
class UnitTally : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.tally, display.tally")
    /// Of all units.
    Q_PROPERTY(int signedAll READ signedAll NOTIFY changed FINAL)
    Q_PROPERTY(int expectedAll READ expectedAll NOTIFY changed FINAL)
    /// Units below this one are shown; empty at the top.
    Q_PROPERTY(QString above READ above NOTIFY changed FINAL)
    /// Rows that there is room for, at least 1.
    Q_PROPERTY(int room READ room WRITE setRoom NOTIFY changed FINAL)
    Q_PROPERTY(int page READ page NOTIFY changed FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY changed FINAL)

public:
    enum Role {
        UnitRole = Qt::UserRole + 1, ///< id
        NameRole,
        SignedRole,
        ExpectedRole,
        ShareRole, ///< 0 to 1; of a unit that nobody is expected in: 1
        LeadsRole, ///< there are units below it
    };

    using QAbstractListModel::QAbstractListModel;

    /// `ceremony` is borrowed and outlives this object.
    void setTree(const pledge::Ceremony& ceremony);
    void update(const std::vector<ledger::Register::UnitCount>& counts);

    /// Shows the units below the one in this row, if it leads on.
    Q_INVOKABLE void enter(int row);
    Q_INVOKABLE void up();
    /// Another page, around the end.
    Q_INVOKABLE void turn(int pages);

    [[nodiscard]] int signedAll() const;
    [[nodiscard]] int expectedAll() const;
    [[nodiscard]] QString above() const;
    [[nodiscard]] int room() const { return m_room; }
    void setRoom(int room);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    struct Sum {
        int signedEntries = 0;
        int expected = 0;

        friend bool operator==(const Sum&, const Sum&) = default;
    };
    struct Row {
        std::size_t unit = 0; ///< place in the ceremony's list
        Sum sum;
        bool leads = false;

        friend bool operator==(const Row&, const Row&) = default;
    };

    [[nodiscard]] std::vector<Row> rowsBelow() const;
    [[nodiscard]] bool somebodyBelow(const std::string& unit) const;
    [[nodiscard]] std::string top() const;
    void show();
    void replace(std::vector<Row> rows);

    const pledge::Ceremony* m_ceremony = nullptr;
    std::vector<Sum> m_own; ///< of the people of the very unit, by place in the ceremony's list
    std::vector<Sum> m_sums; ///< with all below it
    std::string m_above; ///< id
    std::vector<Row> m_all; ///< below it
    std::vector<Row> m_rows; ///< on this page
    int m_room = 12;
    int m_page = 0;
};

} // namespace ikrar::kiosk
