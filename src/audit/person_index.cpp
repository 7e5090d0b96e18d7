#include "audit/person_index.h"

#include "audit/attendance_check.h"
#include "crypto/wipe.h"
#include "pledge/ceremony.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

using Kind = PersonIndex::Answer::Kind;

constexpr std::size_t textsAtOnce = std::size_t{1} << 20U;
static_assert(textsAtOnce >= maxAttendanceLine);

template <typename Row>
Result<TableReader<Row>> openTable(const Archive& archive, const std::string& member,
    std::size_t maxLine, typename TableReader<Row>::Parse parse, const std::string& header)
{
    auto stream = archive.stream(member);
    if (!stream)
        return tl::unexpected(stream.error());
    TableReader<Row> table(LineReader(std::move(*stream), member, maxLine), parse,
        [](std::uint64_t /*line*/, std::optional<std::uint64_t> /*index*/,
            const std::string& /*why*/) {});
    if (auto begun = table.begin(header); !begun)
        return tl::unexpected(begun.error());
    return table;
}

Result<TableReader<Tie>> openTies(const Archive& archive, const std::string& folder)
{
    return openTable<Tie>(archive, folder + "/ties.csv", maxTieLine, &parseTie, tieHeader());
}

template <typename Table>
Result<void> ended(const Table& table)
{
    return table.failure() ? Result<void>(tl::unexpected(*table.failure())) : Result<void>();
}

/// Rows ascend, so that what is kept of a table is no more than its log has entries.
template <typename Row>
Result<void> eachBelow(std::uint64_t size, Result<TableReader<Row>> table,
    const std::string& member, const std::function<void(const Row&, std::string_view text)>& take)
{
    if (!table)
        return tl::unexpected(table.error());
    for (; const Row* row = table->row(); table->advance()) {
        if (row->index >= size)
            return fail(Error::Kind::Mismatch,
                member + ", line " + std::to_string(table->line()) + ": its log ends at "
                    + std::to_string(size) + " entries, before this row");
        take(*row, table->text());
    }
    return ended(*table);
}

template <typename Rows>
auto at(const Rows& rows, std::uint64_t index) -> const typename Rows::value_type*
{
    const auto found = std::lower_bound(rows.begin(), rows.end(), index,
        [](const auto& one, std::uint64_t wanted) { return one.index < wanted; });
    return found != rows.end() && found->index == index ? &*found : nullptr;
}

} // namespace

PersonIndex::PersonIndex(std::shared_ptr<const Bundle> bundle) : m_bundle(std::move(bundle)) { }

PersonIndex::~PersonIndex()
{
    for (std::string& text : m_texts)
        crypto::wipe(text);
    for (Log& log : m_logs)
        for (Kept& kept : log.kept) {
            crypto::wipe(kept.salt);
            crypto::wipe(kept.key);
        }
}

Result<std::unique_ptr<PersonIndex>> PersonIndex::read(
    const std::shared_ptr<const Bundle>& bundle, const BundleViews& views)
{
    const auto& findings = bundle->findings();
    for (const Finding& finding : findings)
        if (finding.severity == Finding::Severity::Failure)
            return fail(Error::Kind::Mismatch, finding.what);
    std::unique_ptr<PersonIndex> index(new PersonIndex(bundle));
    if (bundle->kind() == Bundle::Kind::Public)
        return index;
    for (const receipt::LogView& view : views.usable()) {
        Log& log = index->m_logs.emplace_back();
        log.origin = view.origin;
        log.folder = folderOf(view.origin);
        log.size = view.size;
        log.isVoided = view.isVoided;
        if (auto done = index->readLog(log); !done)
            return tl::unexpected(done.error());
    }
    return index;
}

Result<void> PersonIndex::readLog(Log& log)
{
    const auto file = m_bundle->log(log.folder)->read("ceremony.toml", pledge::maxCeremonySize);
    if (file)
        log.ceremony = crypto::sha256(*file);
    return readRows(log).and_then([&] { return readTies(log); });
}

Result<void> PersonIndex::readRows(Log& log)
{
    const std::string member = log.folder + "/attendance.csv";
    return eachBelow<AttendanceRow>(log.size,
        openTable<AttendanceRow>(m_bundle->archive(), member, maxAttendanceLine,
            &parseAttendanceRow, attendanceHeaderLine()),
        member, [&](const AttendanceRow& row, std::string_view text) {
            log.rows.push_back({row.index, keep(text)});
        });
}

Result<void> PersonIndex::readTies(Log& log) const
{
    const auto take = [&log](const Tie& tie, std::string_view /*text*/) {
        Kept& kept = log.kept.emplace_back();
        kept.index = tie.index;
        kept.erased = !tie.secrets;
        kept.digest = tie.digest;
        if (tie.secrets) {
            kept.salt = tie.secrets->salt;
            kept.key = tie.secrets->key;
        }
    };
    return eachBelow<Tie>(
        log.size, openTies(m_bundle->archive(), log.folder), log.folder + "/ties.csv", take);
}

std::string_view PersonIndex::keep(std::string_view text)
{
    if (m_texts.empty() || m_texts.back().capacity() - m_texts.back().size() < text.size())
        m_texts.emplace_back().reserve(textsAtOnce);
    std::string& into = m_texts.back();
    const std::size_t begin = into.size();
    into += text;
    return std::string_view(into).substr(begin);
}

const PersonIndex::Log* PersonIndex::logOf(const std::string& origin) const
{
    const auto found = std::find_if(
        m_logs.begin(), m_logs.end(), [&origin](const Log& log) { return log.origin == origin; });
    return found == m_logs.end() ? nullptr : &*found;
}

PersonIndex::Answer PersonIndex::find(
    const std::string& origin, std::uint64_t index, const pledge::Signed& entry) const
{
    if (m_bundle->kind() == Bundle::Kind::Public)
        return {Kind::NoNames, {}};
    const Log* log = logOf(origin);
    const auto voided = log == nullptr ? Result<bool>(false) : log->isVoided(index);
    if (log == nullptr || !voided)
        return {Kind::NoLog, {}};
    const Row* row = at(log->rows, index);
    const Kept* kept = at(log->kept, index);
    if (row == nullptr && kept != nullptr && kept->erased)
        return {Kind::Erased, {}};
    if (row == nullptr || kept == nullptr || kept->erased)
        return {Kind::NoRow, {}};
    auto person = parseAttendanceRow(row->text);
    if (!person || pledge::commitment(kept->salt, person->identity) != entry.commitment)
        return {Kind::OtherPerson, {}};
    const auto made = [kept](std::string_view text) {
        return crypto::hmacSha256(kept->key, base::asBytes(text)) == kept->digest;
    };
    const bool asRecorded = made(row->text) || (person->voided && made(beforeVoiding(row->text)));
    if (!asRecorded || person->voided.has_value() != *voided)
        return {Kind::TextChanged, {}};
    return {Kind::Person, std::move(*person)};
}

Result<Bytes> PersonIndex::inkOf(
    const std::string& origin, std::uint64_t index, const pledge::Signed& entry) const
{
    const Log* log = logOf(origin);
    if (log == nullptr || !log->ceremony)
        return fail(Error::Kind::Missing, "the bundle holds no ink of this entry");
    auto table = openTies(m_bundle->archive(), log->folder);
    if (!table)
        return tl::unexpected(table.error());
    while (table->row() != nullptr && table->row()->index < index)
        table->advance();
    if (auto done = ended(*table); !done)
        return tl::unexpected(done.error());
    const Tie* tie = table->row();
    if (tie == nullptr || tie->index != index || !tie->secrets)
        return fail(Error::Kind::Missing, "the bundle holds no ink of this entry");
    if (pledge::act(*log->ceremony, tie->secrets->ink) != entry.act)
        return fail(Error::Kind::Mismatch, "the bundle's ink is not the one of this entry");
    return tie->secrets->ink;
}

std::uint64_t PersonIndex::size() const
{
    std::uint64_t rows = 0;
    for (const Log& log : m_logs)
        rows += log.rows.size();
    return rows;
}

} // namespace ikrar::audit
