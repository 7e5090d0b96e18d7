#pragma once

#include "attendance/roster_columns.h"
#include "attendance/roster_number.h"
#include "attendance/roster_units.h"
#include "ledger/roster.h"

namespace ikrar::attendance {

/// Reads rows below a roster's header as people of a ceremony, and remembers who was met.
class PersonReader
{
public:
    struct How {
        pledge::Language language = pledge::Language::English;
        /// Of people for whom neither a column nor the number tells.
        std::optional<pledge::Category> category;
        /// Cells beyond the header are a shifted row: so in CSV, where a separator went without
        /// quotes, but not in a workbook, where somebody may have made notes beside the table.
        bool refusesLongRows = false;
    };
    /// `ceremony` must outlive the reader.
    PersonReader(const pledge::Ceremony& ceremony, RosterColumns columns, How how);
    PersonReader(const PersonReader&) = delete;
    PersonReader& operator=(const PersonReader&) = delete;
    PersonReader(PersonReader&&) = delete;
    PersonReader& operator=(PersonReader&&) = delete;
    ~PersonReader() = default;

    /// A row that says nothing about anybody: nothing in the columns that are read, the header once
    /// more, or the columns numbered 1, 2, 3.
    [[nodiscard]] bool isEmpty(const TableRow& row) const;
    /// The person; or all that is wrong with the row, one sentence each that says what to do.
    [[nodiscard]] tl::expected<ledger::RosterRow, std::vector<std::string>> read(
        const TableRow& row);
    /// Rows so far that name somebody whom an earlier row names.
    [[nodiscard]] std::size_t repeated() const { return m_repeated; }

private:
    void wrong(std::string_view indonesian, std::string_view english);
    /// One line, without the apostrophe that keeps a formula from being one; what cannot be read
    /// is noted, and empty.
    [[nodiscard]] std::string textOf(const TableRow& row, const RosterColumn& column);
    [[nodiscard]] std::string textOf(const TableRow& row, RosterField field);
    [[nodiscard]] std::string nameOf(const TableRow& row);
    [[nodiscard]] std::string rankOf(const TableRow& row);
    [[nodiscard]] std::string unitOf(const TableRow& row);
    void unknownUnit(const std::string& text);
    void ambiguousUnit(const std::string& text, const std::vector<std::string>& ids);

    /// What a column says of the category.
    struct Stated {
        std::string words;
        std::optional<pledge::Category> category;
        bool unknown = false; ///< words that are no category, though they should be one
    };
    [[nodiscard]] Stated statedCategory(const TableRow& row);
    /// The category where no column states it.
    [[nodiscard]] std::optional<pledge::Category> impliedCategory(
        const pledge::Identity& identity) const;
    void readCategory(const Stated& stated, ledger::RosterRow& person);
    void checkCategory(pledge::Category category, const pledge::Identity& identity);

    struct Chosen {
        const RosterColumn* column = nullptr;
        RosterNumber number;
        std::optional<pledge::IdentityKind> kind;
        std::size_t place = 0; ///< of the kind among those that are usual; the first goes before
    };
    [[nodiscard]] static std::optional<Chosen> numberFrom(const TableRow& row,
        const RosterColumn& column, std::optional<pledge::Category> category,
        const std::vector<pledge::IdentityKind>& usual);
    [[nodiscard]] std::optional<Chosen> chooseNumber(
        const TableRow& row, std::optional<pledge::Category> category) const;
    [[nodiscard]] std::optional<pledge::IdentityKind> statedKind(const TableRow& row);
    [[nodiscard]] std::optional<pledge::Identity> identityOf(
        const TableRow& row, const std::string& name, std::optional<pledge::Category> category);
    [[nodiscard]] std::optional<pledge::Identity> checked(
        pledge::IdentityKind kind, const std::string& text);
    void missingNumber(std::optional<pledge::Category> category);
    void damagedNumber(const RosterColumn& column);
    void checkNew(std::size_t row, const pledge::Identity& identity);
    [[nodiscard]] bool isShifted(const TableRow& row);

    const pledge::Ceremony& m_ceremony;
    RosterColumns m_columns;
    How m_how;
    RosterUnits m_units;
    std::vector<const RosterColumn*> m_numbers;
    std::vector<const RosterColumn*> m_unitColumns;
    std::vector<std::size_t> m_read; ///< positions of the columns that are read
    std::map<RosterField, const RosterColumn*> m_single;
    std::size_t m_width = 0; ///< columns up to the last with a header
    std::map<pledge::Identity, std::size_t> m_rows; ///< where each was met first
    std::size_t m_repeated = 0;
    std::vector<std::string> m_wrong; ///< with the row that is read
};

} // namespace ikrar::attendance
