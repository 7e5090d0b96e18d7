#include "kiosk/rosterdesk.h"

#include "attendance/roster_problems.h"
#include "kiosk/mediadesk.h"
#include "kiosk/phrases.h"

#include <QDateTime>
#include <QDebug>

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t shownComplaints = 50;
constexpr std::size_t shownFirst = 5;
constexpr std::size_t shownChanges = 20;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Kinds of error whose sentence, made by the reader, says what to do about the file itself.
bool isOfTheFile(Error::Kind kind)
{
    return kind == Error::Kind::Invalid || kind == Error::Kind::Malformed
        || kind == Error::Kind::TooLarge || kind == Error::Kind::Truncated;
}

QString joined(const QStringList& parts)
{
    QStringList given;
    for (const auto& part : parts) {
        if (!part.isEmpty()) {
            given << part;
        }
    }
    return given.join(QStringLiteral(" · "));
}

QVariantMap line(const QString& name, const QString& what)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("what"), what}};
}

} // namespace

RosterDesk::RosterDesk(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &RosterDesk::changed);
    connect(&preferences, &Preferences::languageChanged, this, &RosterDesk::filesChanged);
}

void RosterDesk::look(std::vector<base::Path> folders)
{
    m_folders = std::move(folders);
    if (m_store == nullptr || busy()) {
        return;
    }
    const auto found = std::make_shared<std::vector<attendance::Candidate>>();
    const auto began = m_store->work(
        [found, wanted = m_folders](ledger::Ledger&) {
            for (const auto& folder : wanted) {
                const auto some = attendance::candidatesIn(folder, {".xlsx", ".csv", ".xls"});
                found->insert(found->end(), some.begin(), some.end());
            }
        },
        [this, found] {
            m_files = std::move(*found);
            m_page = std::min(m_page, pages() - 1);
            emit filesChanged();
        });
    if (!began) {
        fail(began.error());
    }
}

void RosterDesk::choose(int row)
{
    const auto at = static_cast<std::size_t>(m_page) * static_cast<std::size_t>(m_room)
        + static_cast<std::size_t>(row);
    if (row >= 0 && row < m_room && at < m_files.size()) {
        m_sheet.clear();
        read(m_files[at].path);
    }
}

void RosterDesk::chooseSheet(const QString& sheet)
{
    m_sheet = sheet.toStdString();
    read(m_file);
}

Result<RosterDesk::Reading> RosterDesk::readFile(
    ledger::Ledger& ledger, const base::Path& file, const attendance::RosterOptions& options)
{
    auto import = attendance::readRosterFile(file, ledger.ceremony(), options);
    if (!import) {
        return tl::unexpected(import.error());
    }
    return attendance::changesBy(import->rows, ledger.roster())
        .map([&](attendance::RosterChanges changes) {
            return Reading{std::move(*import), std::move(changes)};
        });
}

void RosterDesk::read(const base::Path& file)
{
    if (m_store == nullptr || busy()) {
        return;
    }
    m_file = file;
    m_read = {};
    m_progress = 0;
    m_refusal.clear();
    m_problem = {};
    attendance::RosterOptions options;
    options.sheet = m_sheet;
    options.language = m_preferences.textLanguage();
    options.progress = progressTeller();
    const auto read = std::make_shared<Result<Reading>>();
    const auto began = m_store->work(
        [read, file, options](ledger::Ledger& ledger) { *read = readFile(ledger, file, options); },
        [this, read, round = ++m_round] {
            if (round == m_round) {
                take(std::move(*read));
            }
        });
    show(Stage::Reading);
    if (!began) {
        fail(began.error());
    }
}

void RosterDesk::take(Result<Reading> read)
{
    if (!read) {
        if (!isOfTheFile(read.error().kind)) {
            fail(read.error());
            return;
        }
        m_refusal = text(read.error().what);
        show(Stage::Refused);
        return;
    }
    m_read = std::move(*read);
    m_counts = m_read.changes.counts;
    show(Stage::Preview);
}

void RosterDesk::fail(const Error& error)
{
    // The sentence may name the file, never a person.
    qWarning().noquote() << "ikrar-kiosk: roster:" << error.what.c_str();
    m_problem = fileproblem::of(error, m_file.parent_path());
    show(Stage::Failed);
}

bool RosterDesk::mayImport() const
{
    return m_stage == Stage::Preview && m_read.import.problemCount == 0
        && !m_read.import.rows.empty();
}

void RosterDesk::importPeople()
{
    if (!mayImport()) {
        return;
    }
    m_progress = 0;
    const auto change = std::make_shared<Result<ledger::Roster::Change>>();
    const auto began = m_store->work(
        [change, rows = m_read.import.rows, progress = progressTeller()](
            ledger::Ledger& ledger) { *change = ledger.roster().import(rows, progress); },
        [this, change] {
            if (!*change) {
                fail(change->error());
                return;
            }
            m_counts = **change;
            show(Stage::Done);
            emit imported();
        });
    show(Stage::Importing);
    if (!began) {
        fail(began.error());
    }
}

void RosterDesk::again()
{
    if (m_stage == Stage::Importing) {
        return;
    }
    clear();
    look(m_folders);
}

void RosterDesk::clear()
{
    if (m_stage == Stage::Importing) {
        return;
    }
    ++m_round;
    m_read = {};
    m_counts = {};
    m_file.clear();
    m_sheet.clear();
    m_refusal.clear();
    m_problem = {};
    show(Stage::Choosing);
}

std::function<void(std::uint64_t, std::uint64_t)> RosterDesk::progressTeller()
{
    return [this, shown = std::uint64_t{0}](std::uint64_t done, std::uint64_t of) mutable {
        constexpr std::uint64_t steps = 100;
        const std::uint64_t step = of == 0 ? 0 : done * steps / of;
        if (step == shown) {
            return;
        }
        shown = step;
        QMetaObject::invokeMethod(
            this,
            [this, step] {
                m_progress = static_cast<double>(step) / static_cast<double>(steps);
                emit progressed();
            },
            Qt::QueuedConnection);
    };
}

void RosterDesk::show(Stage stage)
{
    m_stage = stage;
    emit changed();
}

int RosterDesk::pages() const
{
    const auto room = static_cast<std::size_t>(m_room);
    return std::max(1, static_cast<int>((m_files.size() + room - 1) / room));
}

void RosterDesk::setRoom(int room)
{
    if (room < 1 || room == m_room) {
        return;
    }
    m_room = room;
    m_page = std::min(m_page, pages() - 1);
    emit filesChanged();
}

void RosterDesk::turn(int pages)
{
    m_page = std::clamp(m_page + pages, 0, this->pages() - 1);
    emit filesChanged();
}

QVariantList RosterDesk::files() const
{
    QVariantList list;
    const auto from = static_cast<std::size_t>(m_page) * static_cast<std::size_t>(m_room);
    for (std::size_t at = from;
         at < std::min(m_files.size(), from + static_cast<std::size_t>(m_room)); ++at) {
        const auto& file = m_files[at];
        const std::string zone = m_store->ceremony().timeZone;
        list << QVariantMap{
            {QStringLiteral("name"), QString::fromStdString(file.path.filename().string())},
            {QStringLiteral("where"), QString::fromStdString(file.path.parent_path().string())},
            {QStringLiteral("size"), sizeText(file.bytes, m_preferences.textLanguage())},
            {QStringLiteral("changed"), dateAt(file.changed, zone, m_preferences.textLanguage())}};
    }
    return list;
}

QString RosterDesk::fileName() const
{
    return QString::fromStdString(m_file.filename().string());
}

QString RosterDesk::kind() const
{
    return m_stage == Stage::Choosing || m_read.import.headerRow == 0
        ? QString()
        : QStringLiteral("%1%2").arg(isWorkbook() ? QStringLiteral("XLSX") : QStringLiteral("CSV"),
            isWorkbook() ? QStringLiteral(" · ") + sheet() : QString());
}

bool RosterDesk::isWorkbook() const
{
    return m_read.import.file.format == attendance::TableFile::Format::Xlsx;
}

QStringList RosterDesk::sheets() const
{
    QStringList names;
    for (const auto& sheet : m_read.import.file.sheets) {
        names << text(sheet);
    }
    return names;
}

QString RosterDesk::sheet() const
{
    return text(m_read.import.file.sheet);
}

int RosterDesk::people() const
{
    return static_cast<int>(m_read.import.rows.size());
}

QVariantList RosterDesk::complaints() const
{
    QVariantList list;
    const auto all = attendance::complaintsOf(m_read.import);
    for (std::size_t at = 0; at < std::min(shownComplaints, all.size()); ++at) {
        list << QVariantMap{{QStringLiteral("rows"), text(attendance::rowRanges(all[at].rows))},
            {QStringLiteral("what"), text(all[at].what)}};
    }
    return list;
}

int RosterDesk::moreComplaints() const
{
    const auto& import = m_read.import;
    const auto all = attendance::complaintsOf(import).size();
    const auto more = all > shownComplaints ? all - shownComplaints : 0;
    return static_cast<int>(more + import.problemCount - import.problems.size());
}

QVariantList RosterDesk::first() const
{
    QVariantList list;
    const auto& rows = m_read.import.rows;
    for (std::size_t at = 0; at < std::min(shownFirst, rows.size()); ++at) {
        const auto* unit = m_store->ceremony().unit(rows[at].unit);
        list << line(text(rows[at].name),
            joined({text(pledge::format(rows[at].identity)), text(pledge::label(rows[at].category)),
                text(rows[at].rank), unit != nullptr ? text(unit->name) : QString(),
                text(rows[at].post)}));
    }
    return list;
}

QVariantList RosterDesk::changes() const
{
    QVariantList list;
    const auto& changes = m_read.changes.changes;
    for (std::size_t at = 0; at < std::min(shownChanges, changes.size()); ++at) {
        QStringList fields;
        for (const auto& field : changes[at].fields) {
            fields << QStringLiteral("%1 → %2").arg(
                field.before.empty() ? QStringLiteral("–") : text(field.before),
                field.after.empty() ? QStringLiteral("–") : text(field.after));
        }
        list << line(text(m_read.import.rows[changes[at].at].name), joined(fields));
    }
    return list;
}

QString RosterDesk::unknownColumns() const
{
    QStringList unknown;
    for (const auto& column : m_read.import.columns) {
        if (!column.field && !column.needless) {
            unknown << QStringLiteral("%1 (%2)").arg(text(column.letter()), text(column.header));
        }
    }
    return unknown.join(QStringLiteral(", "));
}

} // namespace ikrar::kiosk
