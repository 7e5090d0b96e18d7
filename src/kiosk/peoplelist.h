#pragma once

#include "kiosk/peoplesurvey.h"
#include "kiosk/preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// A list of people behind the PIN: searched by words of name, unit and post or by digits of the
/// number, narrowed to a unit, shown a page at a time by as many rows as there is room for.
class PeopleList : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.absent, ...")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed FINAL)
    /// Of the unit the list is narrowed to; empty: all.
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed FINAL)
    /// In all, and of those that are searched for.
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    Q_PROPERTY(int found READ found NOTIFY changed FINAL)
    Q_PROPERTY(int room READ room WRITE setRoom NOTIFY changed FINAL)
    Q_PROPERTY(int page READ page NOTIFY changed FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY changed FINAL)
    /// Of this page: maps of `name`, `number` (its middle hidden), `unit`, `post`, `index` (of the
    /// entry, -1: none), `time` (`08.05 WITA`), `voided`, `walkIn`, `identifiedBy`,
    /// `stated` (1 izin, 2 sakit, 3 cuti, 4 dinas luar, 0 none).
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)

public:
    explicit PeopleList(const Preferences& preferences, QObject* parent = nullptr);

    /// `ceremony` is borrowed.
    void setCeremony(const pledge::Ceremony& ceremony);
    void setLines(std::vector<PersonLine> lines);
    /// Forgets everybody, what is searched for, and the unit.
    void clear();

    /// The unit with this id and those below it; empty: all.
    Q_INVOKABLE void narrow(const QString& unit);
    Q_INVOKABLE void turn(int pages);
    /// Of the row on this page.
    [[nodiscard]] const PersonLine* line(int row) const;

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString& typed);
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] int total() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int found() const { return static_cast<int>(m_found.size()); }
    [[nodiscard]] int room() const { return m_room; }
    void setRoom(int room);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] QVariantList rows() const;

signals:
    void changed();

private:
    void look();
    [[nodiscard]] bool isWithin(const std::string& unit) const;
    [[nodiscard]] QString nameOfUnit(const std::string& id) const;
    [[nodiscard]] QString textOf(const PersonLine& line) const;

    const Preferences& m_preferences;
    const pledge::Ceremony* m_ceremony = nullptr;
    std::vector<PersonLine> m_lines;
    std::vector<QString> m_texts; ///< what is searched in, by place in m_lines
    std::vector<std::size_t> m_found; ///< places in m_lines
    QString m_search;
    std::string m_unit;
    int m_room = 8;
    int m_page = 0;
};

} // namespace ikrar::kiosk
