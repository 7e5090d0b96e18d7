#include "kiosk/wetdesk.h"

#include "attendance/wet_entry.h"
#include "kiosk/phrases.h"

#include <QDebug>

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr qsizetype longestTyped = 64;
constexpr std::size_t longestObserver = 128;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

WetDesk::WetDesk(const Preferences& preferences, const StoreState& state, const PinKeeper& keeper,
    QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_keeper(keeper)
    , m_people(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &WetDesk::changed);
    connect(&state, &StoreState::changed, this, &WetDesk::changed);
}

void WetDesk::setStore(LedgerStore* store)
{
    m_store = store;
    m_people.setCeremony(store->ceremony());
}

void WetDesk::setPeople(std::vector<PersonLine> absent)
{
    m_people.setLines(std::move(absent));
}

void WetDesk::begin()
{
    m_recorded.reset();
    refresh();
    go(m_observer.name.empty() ? Step::AskObserver : Step::AskRow);
}

void WetDesk::clear()
{
    m_people.clear();
    m_observer = {};
    m_recorded.reset();
    m_count = 0;
    go(Step::AskRow);
}

void WetDesk::refresh()
{
    if (m_store == nullptr) {
        return;
    }
    if (const auto count = m_store->paperCount()) {
        m_count = static_cast<int>(*count);
    }
    // Whoever looked at the entry in the way has voided it or not.
    m_problem = Problem::None;
    m_standing.reset();
    emit changed();
}

void WetDesk::go(Step step)
{
    m_step = step;
    m_problem = Problem::None;
    m_standing.reset();
    m_typed.clear();
    if (step == Step::AskRow) {
        m_row.reset();
    }
    if (step != Step::Confirm) {
        m_person.reset();
        m_people.setSearch({});
    }
    emit changed();
}

void WetDesk::report(Problem problem, std::optional<Recorded> standing)
{
    m_problem = problem;
    m_standing = std::move(standing);
    m_typed.clear();
    emit changed();
}

void WetDesk::fail(const Error& error)
{
    qWarning().noquote() << "ikrar-kiosk: wet signature:" << error.what.c_str();
    report(Problem::NotDone);
}

bool WetDesk::key(int key, const QString& text)
{
    if (m_step != Step::AskRow) {
        return false;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_typed.isEmpty()) {
            return false;
        }
        takeRow(m_typed);
        return true;
    }
    if (key == Qt::Key_Backspace && !m_typed.isEmpty()) {
        setTyped(m_typed.chopped(1));
        return true;
    }
    if (text.isEmpty() || !text.front().isPrint() || text == u" "
        || m_typed.size() >= longestTyped) {
        return false;
    }
    setTyped(m_typed + text);
    return true;
}

void WetDesk::setTyped(const QString& typed)
{
    if (m_typed == typed) {
        return;
    }
    m_typed = typed;
    m_problem = Problem::None;
    m_standing.reset();
    emit changed();
}

void WetDesk::takeRow(const QString& scanned)
{
    if (m_step != Step::AskRow || m_busy || !open()) {
        return;
    }
    const auto row = pledge::parseSheetRow(scanned.toStdString());
    if (!row) {
        report(Problem::NotACode);
        return;
    }
    const auto known = m_store->enteredFrom(pledge::code(*row));
    if (!known) {
        fail(known.error());
        return;
    }
    if (*known) {
        report(Problem::RowTaken, Recorded{(*known)->index, (*known)->declaration.name});
        return;
    }
    m_row = *row;
    go(Step::AskPerson);
}

void WetDesk::choose(int row)
{
    const auto* line = m_people.line(row);
    if (m_step != Step::AskPerson || line == nullptr) {
        return;
    }
    const auto known = m_store->signedBy(line->identity);
    const auto person = m_store->expected(line->identity);
    if (!known || !person) {
        fail(known ? person.error() : known.error());
        return;
    }
    // Signed, or taken off the roster, since the list was read.
    if (*known) {
        report(Problem::SignedAlready, Recorded{(*known)->index, (*known)->declaration.name});
        return;
    }
    if (!*person) {
        report(Problem::NotDone);
        return;
    }
    m_person = **person;
    go(Step::Confirm);
}

void WetDesk::record()
{
    if (m_step != Step::Confirm || m_busy || !m_row || !m_person || !open()) {
        return;
    }
    m_busy = true;
    m_store->sign(attendance::wetDeclaration(*m_person, *m_row, m_observer),
        [this, name = m_person->name](
            const Result<ledger::Issued>& issued) { recorded(issued, name); });
    emit changed();
}

void WetDesk::recorded(const Result<ledger::Issued>& issued, const std::string& name)
{
    m_busy = false;
    if (!issued) {
        fail(issued.error());
        return;
    }
    ++m_count;
    if (m_step == Step::Confirm) { // else it was locked meanwhile, and knows nobody
        m_recorded = Recorded{issued->index, name};
        go(Step::AskRow);
    }
    emit done();
}

void WetDesk::askObserver()
{
    if (!m_busy) {
        go(Step::AskObserver);
    }
}

std::vector<attendance::Observer> WetDesk::observers() const
{
    std::vector<attendance::Observer> all;
    const auto add = [&](const std::string& name, const std::string& post) {
        const auto isSame = [&](const attendance::Observer& each) { return each.name == name; };
        const bool fits = name.size() <= longestObserver && post.size() <= longestObserver;
        if (!name.empty() && fits && std::none_of(all.begin(), all.end(), isSame)) {
            all.push_back({name, post});
        }
    };
    if (m_store != nullptr) {
        for (const auto& observer : m_store->ceremony().observers) {
            add(observer.name, observer.post);
        }
    }
    for (const auto& holder : m_keeper.holders()) {
        add(holder.name, holder.post);
    }
    return all;
}

QStringList WetDesk::candidates() const
{
    QStringList lines;
    for (const auto& observer : observers()) {
        lines << personText({observer.name, observer.post, {}});
    }
    return lines;
}

void WetDesk::chooseObserver(int candidate)
{
    const auto all = observers();
    if (m_step == Step::AskObserver && candidate >= 0
        && static_cast<std::size_t>(candidate) < all.size()) {
        m_observer = all[static_cast<std::size_t>(candidate)];
        go(Step::AskRow);
    }
}

void WetDesk::nameObserver(const QString& name, const QString& post)
{
    if (m_step != Step::AskObserver) {
        return;
    }
    const attendance::Observer named{
        oneLine(name).trimmed().toStdString(), oneLine(post).trimmed().toStdString()};
    if (named.name.empty() || named.name.size() > longestObserver
        || named.post.size() > longestObserver) {
        report(Problem::NoObserver);
        return;
    }
    m_observer = named;
    go(Step::AskRow);
}

bool WetDesk::back()
{
    if (m_busy) {
        return true;
    }
    switch (m_step) {
    case Step::AskRow:
        return false;
    case Step::AskObserver:
        if (m_observer.name.empty()) {
            return false;
        }
        go(Step::AskRow);
        return true;
    case Step::AskPerson:
        go(Step::AskRow);
        return true;
    case Step::Confirm:
        break;
    }
    go(Step::AskPerson);
    return true;
}

QString WetDesk::code() const
{
    return m_row ? QString::fromStdString(pledge::code(*m_row)) : QString();
}

QString WetDesk::name() const
{
    return m_person ? text(m_person->name) : QString();
}

QString WetDesk::identityKind() const
{
    return m_person ? kindLabel(m_person->identity.kind) : QString();
}

QString WetDesk::identity() const
{
    const bool named = m_person && m_person->identity.kind == pledge::IdentityKind::Nama;
    return m_person && !named ? text(pledge::format(m_person->identity)) : QString();
}

QString WetDesk::unit() const
{
    const auto* unit = m_person ? m_store->ceremony().unit(m_person->unit) : nullptr;
    return unit != nullptr ? text(unit->name) : QString();
}

QString WetDesk::recordedName() const
{
    return m_recorded ? text(m_recorded->name) : QString();
}

QString WetDesk::recordedNumber() const
{
    return m_recorded ? QString::number(m_recorded->index) : QString();
}

QString WetDesk::standingName() const
{
    return m_standing ? text(m_standing->name) : QString();
}

QString WetDesk::standingNumber() const
{
    return m_standing ? QString::number(m_standing->index) : QString();
}

std::optional<std::uint64_t> WetDesk::entryToShow() const
{
    if (m_standing) {
        return m_standing->index;
    }
    return m_recorded ? std::optional(m_recorded->index) : std::nullopt;
}

} // namespace ikrar::kiosk
