#pragma once

#include "audit/attendance_row.h"
#include "audit/audit.h"
#include "audit/line_reader.h"
#include "audit/tie.h"

#include <map>

namespace ikrar::audit {

/// A table of a bundle whose rows ascend by index, one of them at a time. `Row` has an `index`.
template <typename Row>
class TableReader
{
public:
    using Parse = Result<Row> (*)(std::string_view);
    /// A line that is no row, or stands out of order.
    using Refuse
        = std::function<void(std::uint64_t line, std::optional<std::uint64_t> index, std::string)>;

    TableReader(LineReader lines, Parse parse, Refuse refuse)
        : m_lines(std::move(lines))
        , m_parse(parse)
        , m_refuse(std::move(refuse))
    {
    }

    /// Reads the header and the first row. Errors: those of LineReader, Malformed for another
    /// header.
    [[nodiscard]] Result<void> begin(const std::string& header);
    /// On to the next row that is one.
    void advance();

    [[nodiscard]] const Row* row() const { return m_row ? &*m_row : nullptr; }
    [[nodiscard]] std::string_view text() const { return m_text; } ///< of row()
    [[nodiscard]] std::uint64_t line() const { return m_lines.number(); } ///< of row()
    /// Why nothing can be said of rows that were not read.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    static constexpr std::uint64_t maxRefused = 1000;

    LineReader m_lines;
    Parse m_parse;
    Refuse m_refuse;
    std::optional<Row> m_row;
    std::string_view m_text;
    std::optional<std::uint64_t> m_last;
    std::uint64_t m_refused = 0;
    std::optional<Error> m_failure;
};

/// Holds the rows of a bundle's attendance against the entries of its log as the audit reads them,
/// in one pass: what is kept is 16 bytes a row and what a voiding takes.
class AttendanceCheck
{
public:
    /// `folder` of the log within the bundle.
    AttendanceCheck(std::string folder, std::string timeZone);

    /// Opens both tables; what cannot be read is a finding, and then no row is checked.
    void open(const Archive& archive);
    /// In the order of the log; null for an entry that is not good.
    void entry(std::uint64_t index, const pledge::Entry* entry);
    /// After the last entry: what only the whole log tells. Moves the findings into `report`.
    void finish(Report& report);

private:
    /// A row of the attendance or its tie that was met at its entry.
    struct Met {
        std::uint64_t index = 0;
        std::uint64_t line = 0;
    };
    /// A row that states a voiding: judged when all voidings are known.
    struct Stated {
        std::uint64_t line = 0;
        pledge::Reason reason{};
        bool digestAsVoided = false; ///< its digest is that of the row as it stands
        bool digestBefore = false; ///< or of the row before the voiding
    };
    struct Voiding {
        std::uint64_t by = 0;
        pledge::Reason reason{};
    };

    /// What other entries say of rows.
    void remember(std::uint64_t index, const pledge::Body& body);
    void skipTo(std::uint64_t index);
    void take(std::uint64_t index, const pledge::Signed& entry, std::int64_t time);
    void takeTie(std::uint64_t index, bool rowStands);
    void compareRow(
        const AttendanceRow& row, const pledge::Signed& entry, std::int64_t time, const Tie* tie);
    void compareSecrets(
        const AttendanceRow& row, const pledge::Signed& entry, const Tie::Secrets& secrets);
    void compareDigest(const AttendanceRow& row, const Tie& tie);
    void compareVoidings();
    void judgeStated(std::uint64_t index, const Stated& stated);
    void compareTable();
    void countRepeated();
    [[nodiscard]] bool broken() const;
    void say(Finding::Severity severity, std::string kind, const std::string& member,
        std::optional<std::uint64_t> index, std::string what,
        std::optional<std::uint64_t> line = std::nullopt);
    void wrongRow(std::string kind, std::uint64_t index, std::string what,
        std::optional<std::uint64_t> line = std::nullopt);

    std::string m_folder;
    std::string m_timeZone;
    std::optional<TableReader<AttendanceRow>> m_rows;
    std::optional<TableReader<Tie>> m_ties;
    std::vector<Finding> m_findings;
    std::uint64_t m_more = 0;
    Attendance m_facts;
    std::uint64_t m_read = 0; ///< entries seen
    std::optional<crypto::Hash> m_ceremony; ///< by entry 0
    std::optional<std::pair<std::uint64_t, crypto::Hash>> m_closed; ///< index and table digest
    crypto::Sha256 m_digests; ///< of the ties, in their order
    std::vector<Met> m_met;
    /// SHA-256 of each row's `kind:value`, its first 8 bytes, and its place in m_met.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_people;
    std::map<std::uint64_t, Stated> m_stated;
    std::map<std::uint64_t, Voiding> m_voidings; ///< by the entry voided
};

} // namespace ikrar::audit
