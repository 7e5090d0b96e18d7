#include "audit/attendance_check.h"

#include "pledge/commitment.h"

#include <algorithm>
#include <limits>

namespace ikrar::audit {

namespace {

constexpr const char* attendanceName = "attendance.csv";
constexpr const char* tiesName = "ties.csv";
constexpr std::size_t maxFindings = 1000;

crypto::Hash digestOf(BytesView key, std::string_view row)
{
    return crypto::hmacSha256(key, base::asBytes(row));
}

std::uint64_t personOf(const pledge::Identity& identity)
{
    const crypto::Hash hash = crypto::sha256(
        {base::asBytes(code(identity.kind)), base::asBytes(":"), base::asBytes(identity.value)});
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof prefix; ++i)
        prefix = prefix << 8 | hash.bytes[i];
    return prefix;
}

std::string stands(std::string_view inRow, std::string_view inEntry)
{
    return "`" + std::string(inRow) + "` in the row, `" + std::string(inEntry) + "` in the entry";
}

} // namespace

template <typename Row>
Result<void> TableReader<Row>::begin(const std::string& header)
{
    const auto line = m_lines.next();
    if (!line)
        return tl::unexpected(line.error());
    if (!*line || **line != header)
        return fail(Error::Kind::Malformed, "its first line is not the header of this table");
    advance();
    return {};
}

template <typename Row>
void TableReader<Row>::advance()
{
    m_row.reset();
    while (!m_failure) {
        const auto line = m_lines.next();
        if (!line)
            m_failure = line.error();
        if (!line || !*line)
            return;
        auto row = m_parse(**line);
        if (row && (!m_last || row->index > *m_last)) {
            m_text = **line;
            m_last = row->index;
            m_row = std::move(*row);
            return;
        }
        if (++m_refused > maxRefused)
            m_failure = Error{Error::Kind::TooLarge,
                "more than " + std::to_string(maxRefused)
                    + " of its lines are no rows in order: the rest was not read"};
        else if (row)
            m_refuse(m_lines.number(), row->index, {});
        else
            m_refuse(m_lines.number(), std::nullopt, row.error().what);
    }
}

template class TableReader<AttendanceRow>;
template class TableReader<Tie>;

AttendanceCheck::AttendanceCheck(std::string folder, std::string timeZone)
    : m_folder(std::move(folder))
    , m_timeZone(std::move(timeZone))
{
    m_digests.update(digestOf(std::array<std::uint8_t, 16>{}, attendanceHeaderLine()).view());
}

void AttendanceCheck::say(Finding::Severity severity, std::string kind, const std::string& member,
    std::optional<std::uint64_t> index, std::string what, std::optional<std::uint64_t> line)
{
    if (m_findings.size() == maxFindings) {
        ++m_more;
        return;
    }
    m_findings.push_back(
        {severity, std::move(kind), m_folder + '/' + member, index, std::move(what), line});
}

void AttendanceCheck::wrongRow(
    std::string kind, std::uint64_t index, std::string what, std::optional<std::uint64_t> line)
{
    say(Finding::Severity::Failure, std::move(kind), attendanceName, index, std::move(what), line);
}

void AttendanceCheck::open(const Archive& archive)
{
    const auto start = [&](auto& table, const char* member, std::size_t maxLine, auto parse,
                           const std::string& header, const std::string& kind) {
        const auto refuse = [this, member, kind](std::uint64_t line,
                                std::optional<std::uint64_t> index, const std::string& why) {
            if (index)
                say(Finding::Severity::Failure, kind + "-out-of-order", member, index,
                    "It does not stand where its index belongs, or stands twice.", line);
            else
                say(Finding::Severity::Failure, kind + "-malformed", member, std::nullopt,
                    "This line cannot be read: " + why + ".", line);
        };
        auto opened = archive.stream(m_folder + '/' + member);
        Result<void> begun = opened.map([](const auto& /*stream*/) {});
        if (opened) {
            table.emplace(LineReader(std::move(*opened), member, maxLine), parse, refuse);
            begun = table->begin(header);
        }
        if (begun)
            return;
        table.reset();
        say(Finding::Severity::Failure, "unreadable-table", member, std::nullopt,
            begun.error().what + ".");
    };
    start(m_rows, attendanceName, maxAttendanceLine, &parseAttendanceRow, attendanceHeaderLine(),
        "row");
    start(m_ties, tiesName, maxTieLine, &parseTie, tieHeader(), "tie");
}

bool AttendanceCheck::broken() const
{
    return !m_rows || !m_ties || m_rows->failure() || m_ties->failure();
}

void AttendanceCheck::remember(std::uint64_t index, const pledge::Body& body)
{
    if (const auto* opened = std::get_if<pledge::Opened>(&body); opened != nullptr && index == 0)
        m_ceremony = opened->ceremony;
    if (const auto* closed = std::get_if<pledge::Closed>(&body); closed != nullptr && !m_closed)
        m_closed.emplace(index, closed->attendance);
    if (const auto* voided = std::get_if<pledge::Voided>(&body))
        m_voidings.emplace(voided->index, Voiding{index, voided->reason});
}

void AttendanceCheck::entry(std::uint64_t index, const pledge::Entry* entry)
{
    m_read = index + 1;
    if (entry != nullptr)
        remember(index, entry->body);
    if (broken())
        return;
    skipTo(index);
    const auto* body = entry != nullptr ? std::get_if<pledge::Signed>(&entry->body) : nullptr;
    if (body != nullptr) {
        take(index, *body, entry->time.seconds);
    } else if (entry == nullptr) { // it has its own finding, and its row cannot be judged
        if (m_rows->row() != nullptr && m_rows->row()->index == index)
            m_rows->advance();
        takeTie(index, true);
    }
}

/// Rows and ties below `index` that no signed entry was met for.
void AttendanceCheck::skipTo(std::uint64_t index)
{
    for (; m_rows->row() != nullptr && m_rows->row()->index < index; m_rows->advance())
        wrongRow("row-without-entry", m_rows->row()->index,
            "The log holds no signed entry for this row: it was added, or its index was changed.",
            m_rows->line());
    for (; m_ties->row() != nullptr && m_ties->row()->index < index; m_ties->advance()) {
        m_digests.update(m_ties->row()->digest.view());
        say(Finding::Severity::Failure, "tie-without-entry", tiesName, m_ties->row()->index,
            "The log holds no signed entry for it.", m_ties->line());
    }
}

/// The tie of `index`, after its row was taken.
void AttendanceCheck::takeTie(std::uint64_t index, bool rowStands)
{
    const Tie* tie = m_ties->row();
    if (tie == nullptr || tie->index != index)
        return;
    m_digests.update(tie->digest.view());
    if (!tie->secrets && !rowStands) {
        ++m_facts.erased;
        say(Finding::Severity::Note, "row-erased", tiesName, index,
            "The row was erased and only its digest is left: ask for the record of the erasure.",
            m_ties->line());
    }
    m_ties->advance();
}

void AttendanceCheck::take(std::uint64_t index, const pledge::Signed& entry, std::int64_t time)
{
    const Tie* tie
        = m_ties->row() != nullptr && m_ties->row()->index == index ? m_ties->row() : nullptr;
    const AttendanceRow* row = m_rows->row();
    const bool stands = row != nullptr && row->index == index;
    const bool erased = tie != nullptr && !tie->secrets;
    if (stands) {
        compareRow(*row, entry, time, tie);
        if (m_rows->row() != nullptr)
            m_rows->advance();
    } else if (!erased && !m_rows->failure()) {
        wrongRow("entry-without-row", index,
            "The log holds this signature, and the attendance has no row for it: it was removed.");
    }
    takeTie(index, stands);
}

void AttendanceCheck::compareRow(
    const AttendanceRow& row, const pledge::Signed& entry, std::int64_t time, const Tie* tie)
{
    const std::uint64_t line = m_rows->line();
    const std::size_t before = m_findings.size() + m_more;
    ++m_facts.rows;
    m_people.emplace_back(personOf(row.identity), m_met.size());
    m_met.push_back({row.index, line});
    if (row.voided)
        m_stated.emplace(row.index, Stated{line, *row.voided, false, false});
    const auto wrong = [&](const char* kind, std::string what) {
        wrongRow(kind, row.index, std::move(what), line);
    };

    if (row.category != entry.category)
        wrong("row-category-differs",
            "Category: " + stands(code(row.category), code(entry.category)) + ".");
    if (row.session != entry.session)
        wrong("row-session-differs",
            "Session: " + stands(std::to_string(row.session), std::to_string(entry.session)) + ".");
    if (row.method != entry.method)
        wrong("row-method-differs",
            "Method: " + stands(methodWord(row.method), methodWord(entry.method)) + ".");
    if (const std::string stated = rowTime(time, m_timeZone);
        !m_timeZone.empty() && row.time != stated)
        wrong("row-time-differs",
            "Time: the row does not state the " + stated + " that the entry does.");
    if (tie == nullptr || !tie->secrets) {
        wrong("row-without-tie",
            tie == nullptr ? "Nothing in ties.csv ties it to its entry: whose it is cannot be "
                             "checked."
                           : "ties.csv says that this row was erased: whose it is cannot be "
                             "checked.");
        return;
    }
    compareSecrets(row, entry, *tie->secrets);
    if (m_findings.size() + m_more == before) // else it is known already that the row was changed
        compareDigest(row, *tie);
}

void AttendanceCheck::compareSecrets(
    const AttendanceRow& row, const pledge::Signed& entry, const Tie::Secrets& secrets)
{
    const std::uint64_t line = m_rows->line();
    if (pledge::commitment(secrets.salt, row.identity) != entry.commitment)
        wrongRow("row-person-differs", row.index,
            "The number (or its kind) is not the one that signed, or the salt in ties.csv was "
            "changed.",
            line);
    if (m_ceremony && pledge::act(*m_ceremony, secrets.ink) != entry.act)
        wrongRow("row-ink-differs", row.index,
            "The ink in ties.csv is not the one that was signed with.", line);
}

void AttendanceCheck::compareDigest(const AttendanceRow& row, const Tie& tie)
{
    const bool asItStands = digestOf(tie.secrets->key, m_rows->text()) == tie.digest;
    if (row.voided) {
        Stated& stated = m_stated.at(row.index);
        stated.digestAsVoided = asItStands;
        stated.digestBefore
            = digestOf(tie.secrets->key, beforeVoiding(m_rows->text())) == tie.digest;
        if (asItStands || stated.digestBefore)
            return;
    }
    if (!asItStands)
        wrongRow("row-text-differs", row.index,
            "The row is not the one that its digest in ties.csv was made of: name, unit or "
            "status, which nothing else in the log shows, or the digest itself was changed.",
            m_rows->line());
}

void AttendanceCheck::compareVoidings()
{
    for (const auto& [index, voiding] : m_voidings) {
        const auto met = std::lower_bound(m_met.begin(), m_met.end(), index,
            [](const Met& one, std::uint64_t wanted) { return one.index < wanted; });
        if (met == m_met.end() || met->index != index || m_stated.contains(index))
            continue;
        wrongRow("row-status-differs", index,
            "Status: `signed` in the row; entry " + std::to_string(voiding.by) + " voids it.",
            met->line);
    }
    for (const auto& [index, stated] : m_stated)
        judgeStated(index, stated);
}

void AttendanceCheck::judgeStated(std::uint64_t index, const Stated& stated)
{
    const auto voiding = m_voidings.find(index);
    if (voiding == m_voidings.end()) {
        wrongRow("row-status-differs", index,
            "Status: `voided` in the row; no entry of the log voids it.", stated.line);
        return;
    }
    ++m_facts.voided;
    if (stated.reason != voiding->second.reason) {
        wrongRow("row-status-differs", index,
            "Reason: " + stands(reasonWord(stated.reason), reasonWord(voiding->second.reason))
                + " that voids it.",
            stated.line);
        return;
    }
    const bool later = m_closed && voiding->second.by > m_closed->first;
    if ((stated.digestAsVoided || stated.digestBefore)
        && !(later ? stated.digestBefore : stated.digestAsVoided))
        wrongRow("row-text-differs", index,
            later ? "Its digest in ties.csv is not that of the row as the closing saw it, before "
                    "it was voided."
                  : "Its digest in ties.csv is not that of the row as it stands.",
            stated.line);
}

void AttendanceCheck::compareTable()
{
    if (!m_closed) {
        say(Finding::Severity::Note, "attendance-not-closed", attendanceName, std::nullopt,
            "The log is not closed yet: names and units, which it does not hold, are bound by "
            "nothing so far.");
        return;
    }
    const bool same = m_digests.finish() == m_closed->second;
    m_facts.digest = same ? Attendance::Digest::Agrees : Attendance::Digest::Differs;
    if (!same)
        say(Finding::Severity::Failure, "table-differs", tiesName, m_closed->first,
            "The digests of the rows do not lead to the one that this closing entry states: rows "
            "or digests were changed, added or removed after the closing.");
}

/// The same person twice is for a human to judge: two kiosks, or a mistake.
void AttendanceCheck::countRepeated()
{
    std::erase_if(m_people,
        [this](const auto& person) { return m_voidings.contains(m_met[person.second].index); });
    std::sort(m_people.begin(), m_people.end());
    for (std::size_t i = 1; i < m_people.size(); ++i) {
        if (m_people[i].first != m_people[i - 1].first)
            continue;
        ++m_facts.repeated;
        const Met& met = m_met[m_people[i].second];
        say(Finding::Severity::Note, "person-again", attendanceName, met.index,
            "The person of this row has signed entry "
                + std::to_string(m_met[m_people[i - 1].second].index) + " too.",
            met.line);
    }
}

void AttendanceCheck::finish(Report& report)
{
    if (report.size == 0 || report.interruption || m_read < report.size)
        return; // the log was not read to its end, which has its own finding
    if (!broken())
        skipTo(std::numeric_limits<std::uint64_t>::max());
    const auto judge = [&](const auto& table, const char* member) {
        if (!table || !table->failure())
            return;
        if (table->failure()->kind == Error::Kind::Io)
            report.interruption = table->failure();
        else
            say(Finding::Severity::Failure, "unreadable-table", member, std::nullopt,
                table->failure()->what + ".");
    };
    judge(m_rows, attendanceName);
    judge(m_ties, tiesName);
    if (!broken()) {
        compareVoidings();
        compareTable();
        countRepeated();
        report.attendance = m_facts;
    }
    std::move(m_findings.begin(), m_findings.end(), std::back_inserter(report.findings));
    report.more += m_more;
}

} // namespace ikrar::audit
