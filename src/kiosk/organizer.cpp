#include "kiosk/organizer.h"

#include "kiosk/input.h"
#include "kiosk/phrases.h"
#include "kiosk/unlocked.h"

#include <QDebug>
#include <QEvent>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto countEvery = 1s;

} // namespace

Organizer::Organizer(const Around& around, QObject* parent)
    : QObject(parent)
    , m_ceremony(m_preferences)
    , m_state(m_preferences, around.clock)
    , m_keeper(around.files, around.data)
    , m_gate(m_keeper)
    , m_slips(around.saveTo)
    , m_session(m_preferences, m_state, m_slips)
    , m_absent(m_preferences)
    , m_walkIns(m_preferences)
    , m_repeated(m_preferences)
    , m_entries(m_preferences)
    , m_entry(m_preferences, m_slips)
    , m_closing(m_keeper, m_state)
    , m_incidents(m_preferences, around.files, around.clock)
    , m_lead(around.files, around.runtimeDirectory, m_ceremony)
    , m_wet(m_preferences, m_state, m_keeper)
    , m_media(m_preferences, around.saveTo)
    , m_roster(m_preferences)
    , m_export(m_preferences, around.files)
    , m_backup(m_preferences)
    , m_editor(m_preferences, around.files, around.data, around.saveTo)
{
    m_gate.reset();
    connect(&m_gate, &PinGate::opened, this, &Organizer::entered);
    connect(&m_idle, &IdleWatch::expired, this, &Organizer::lock);
    connect(&m_entry, &EntryDesk::done, this, &Organizer::readLists);
    connect(&m_absence, &AbsenceDesk::done, this, &Organizer::readLists);
    connect(&m_wet, &WetDesk::done, this, &Organizer::readLists);
    connect(&m_session, &SessionDesk::done, this, &Organizer::readCounts);
    connect(&m_closing, &ClosingDesk::done, this, &Organizer::readCounts);
    connect(&m_roster, &RosterDesk::imported, this, &Organizer::readLists);
    connect(&m_media, &MediaDesk::changed, this, [this] {
        if (m_page == Page::Roster && m_roster.stage() == RosterDesk::Stage::Choosing) {
            m_roster.look(m_media.folders());
        }
    });
    connect(&m_preferences, &Preferences::languageChanged, this, &Organizer::listsChanged);
}

Organizer::~Organizer()
{
    // Its threads call back into what is below. A long export is not waited for.
    m_export.cancel();
    m_backup.setStore(nullptr);
    m_export.setStore(nullptr);
    m_roster.setStore(nullptr);
    m_store.reset();
}

void Organizer::open(std::unique_ptr<LedgerStore> store)
{
    m_store = std::move(store);
    connect(m_store.get(), &Store::changed, &m_state, &StoreState::refresh);
    const auto status = m_store->status();
    const auto origin = status ? status->origin : std::string();
    m_ceremony.show(m_store->ceremony(), origin);
    m_tally.setTree(m_store->ceremony());
    for (auto* list : {&m_absent, &m_walkIns, &m_repeated, &m_entries}) {
        list->setCeremony(m_store->ceremony());
    }
    m_session.setStore(m_store.get());
    m_entry.setStore(m_store.get());
    m_absence.setStore(m_store.get());
    m_closing.setStore(m_store.get());
    m_wet.setStore(m_store.get());
    m_incidents.setStore(m_store.get());
    tellStores();
    m_lead.setOrigin(origin);
    m_state.setStore(m_store.get());
    readCounts();
}

void Organizer::tellStores()
{
    m_roster.setStore(m_store.get());
    m_export.setStore(m_store.get());
    m_backup.setStore(m_store.get());
    if (m_page == Page::Start) {
        m_gate.reset();
        show(Page::Gate);
    }
}

void Organizer::openFailed(const Error& error)
{
    // Nothing is there to be guarded, and nobody could come in.
    m_noStore = error.kind == Error::Kind::Missing;
    if (m_noStore && m_page == Page::Gate) {
        show(Page::Start);
    }
    emit pageChanged(); // the editor may be left now
    m_state.halt(StoreState::Stop::NotOpened, QString::fromStdString(error.what));
}

void Organizer::entered()
{
    m_sinceEntered = 0ms;
    m_idle.watch(unlockedQuiet, unlockedCountdown);
    m_session.setOfficial(m_gate.official());
    m_entry.setOfficial(m_gate.official());
    show(Page::Home);
    readLists();
}

void Organizer::lock()
{
    m_idle.watch(0ms, 0ms);
    forget();
    m_gate.lock();
    show(Page::Gate);
}

/// What was read of people does not outlast the lock.
void Organizer::forget()
{
    for (auto* list : {&m_absent, &m_walkIns, &m_repeated, &m_entries}) {
        list->clear();
    }
    m_session.setOfficial({});
    m_entry.setOfficial({});
    m_absence.clear();
    m_wet.clear();
    m_closing.begin();
    m_incidents.clear();
    m_roster.clear();
    m_export.clear();
    m_unidentified = 0;
    m_listsSize = -1;
    m_listsTime.clear();
    emit listsChanged();
}

void Organizer::go(Page page)
{
    if (!m_gate.isOpen() || page == Page::Gate || page == Page::Entry || page == Page::Absence
        || page == Page::Start || page == Page::Editor || page == m_page) {
        return;
    }
    if (auto* list = listOf(page)) {
        list->narrow({});
        list->setSearch({});
        readLists();
    }
    if (page == Page::Session) {
        m_session.report();
    }
    if (page == Page::Closing) {
        m_closing.begin();
    }
    if (page == Page::Wet) {
        m_wet.begin();
        readLists();
    }
    if (page == Page::Incidents) {
        m_incidents.read();
    }
    enterFiles(page);
    show(page);
}

void Organizer::enterFiles(Page page)
{
    if (page != Page::Roster && page != Page::Export && page != Page::Backup) {
        return;
    }
    m_media.look();
    if (page == Page::Roster && m_roster.stage() == RosterDesk::Stage::Choosing) {
        m_roster.look(m_media.folders());
    }
}

void Organizer::startExport()
{
    if (m_gate.isOpen()) {
        m_export.start(m_media.folder());
    }
}

void Organizer::startBackup()
{
    if (m_gate.isOpen()) {
        m_backup.start(m_media.folder());
    }
}

void Organizer::newCeremony()
{
    if (m_store && m_gate.isOpen()) {
        m_editor.copyOf(m_store->ceremony());
    } else if (m_page == Page::Start) {
        m_editor.begin();
    } else {
        return;
    }
    show(Page::Editor);
}

Result<void> Organizer::edit(const base::Path& ceremony)
{
    return m_editor.openFile(ceremony).map([this] { show(Page::Editor); });
}

void Organizer::back()
{
    switch (m_page) {
    case Page::Gate:
    case Page::Home:
    case Page::Start:
        return;
    case Page::Wet:
        if (!m_wet.back()) {
            show(Page::Absent);
        }
        return;
    case Page::Entry:
        m_entry.clear();
        m_wet.refresh();
        show(m_entryFrom);
        return;
    case Page::Absence:
        m_absence.clear();
        show(Page::Absent);
        return;
    case Page::Editor:
        leaveEditor();
        return;
    case Page::Roster:
    case Page::Export:
    case Page::Backup:
    case Page::Ceremony:
        show(Page::Files);
        return;
    case Page::Closing:
        m_closing.begin(); // who agreed and went back has not agreed
        break;
    default:
        break;
    }
    show(Page::Home);
}

void Organizer::leaveEditor()
{
    if (!m_store) {
        show(Page::Start);
        return;
    }
    show(m_gate.isOpen() ? Page::Ceremony : Page::Gate);
}

void Organizer::showAbsentOf(const QString& unit)
{
    go(Page::Absent);
    m_absent.narrow(unit);
}

void Organizer::showEntry(int row)
{
    const auto* list = listOf(m_page);
    const auto* line = list != nullptr ? list->line(row) : nullptr;
    if (line == nullptr) {
        return;
    }
    if (!line->index) {
        m_absence.show(*line, m_store->ceremony());
        show(Page::Absence);
        return;
    }
    m_entryFrom = m_page;
    m_entry.show(*line->index, line->identifiedBy);
    show(Page::Entry);
}

void Organizer::showWetEntry()
{
    const auto index = m_wet.entryToShow();
    if (m_page != Page::Wet || !index) {
        return;
    }
    m_entryFrom = m_page;
    m_entry.show(*index, {});
    show(Page::Entry);
}

void Organizer::show(Page page)
{
    if (m_page != page) {
        m_page = page;
        emit pageChanged();
    }
}

PeopleList* Organizer::listOf(Page page)
{
    switch (page) {
    case Page::Absent:
        return &m_absent;
    case Page::WalkIns:
        return &m_walkIns;
    case Page::Repeated:
        return &m_repeated;
    case Page::Entries:
        return &m_entries;
    default:
        return nullptr;
    }
}

void Organizer::readCounts()
{
    if (!m_store) {
        return;
    }
    m_state.refresh();
}

void Organizer::readLists()
{
    if (!m_store || !m_gate.isOpen()) {
        return;
    }
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_listsSize = m_state.logSize();
    const auto read = std::make_shared<Result<PeopleSurvey>>();
    const auto began
        = m_store->survey([read](ledger::Ledger& ledger) { *read = surveyPeople(ledger); },
            [this, read] {
                m_reading = false;
                m_listsFailed = !*read;
                if (*read) {
                    take(std::move(**read));
                } else {
                    qWarning().noquote() << "ikrar-kiosk: lists:" << read->error().what.c_str();
                }
                emit listsChanged();
                if (std::exchange(m_readAgain, false)) {
                    readLists();
                }
            });
    if (!began) {
        m_reading = false;
        m_listsFailed = true;
        emit listsChanged();
    }
}

void Organizer::take(PeopleSurvey survey)
{
    if (!m_gate.isOpen()) {
        return;
    }
    m_unidentified = static_cast<int>(std::count_if(survey.walkIns.begin(), survey.walkIns.end(),
        [](const PersonLine& line) { return line.identifiedBy.empty(); }));
    m_lastSigned
        = survey.entries.empty() ? std::nullopt : std::optional(survey.entries.front().time);
    m_listsTime = m_state.timeNow();
    m_tally.update(survey.units);
    m_wet.setPeople(survey.absent);
    m_absent.setLines(std::move(survey.absent));
    m_walkIns.setLines(std::move(survey.walkIns));
    m_repeated.setLines(std::move(survey.repeated));
    m_entries.setLines(std::move(survey.entries));
}

void Organizer::advance(std::chrono::milliseconds elapsed)
{
    m_keeper.advance(elapsed);
    m_gate.tick();
    m_closing.tick();
    m_idle.advance(elapsed);
    m_backup.advance(elapsed);
    if (m_page == Page::Roster || m_page == Page::Export || m_page == Page::Backup) {
        m_media.advance(elapsed);
    }
    if (m_gate.isOpen()) {
        m_sinceEntered += elapsed;
        if (m_sinceEntered >= unlockedLongest) {
            lock();
        }
    }
    m_sinceCounts += elapsed;
    if (m_sinceCounts < countEvery) {
        return;
    }
    m_sinceCounts = 0ms;
    if (m_state.stopMayPass()) {
        m_state.retry();
    }
    readCounts();
    // A list that somebody reads stands still; the counts beside it go on.
    if (m_page == Page::Home && m_listsSize != m_state.logSize()) {
        readLists();
    }
}

QString Organizer::lastSigned() const
{
    return m_lastSigned && m_store
        ? timeAt(*m_lastSigned, m_store->ceremony().timeZone, m_preferences.textLanguage())
        : QString();
}

void Organizer::watchInput(QObject* object)
{
    object->installEventFilter(this);
}

/// A scanner types into the page of wet signatures, wherever the focus is but in a field.
bool Organizer::takesKey(const QObject* window, const QEvent* event)
{
    if (event->type() != QEvent::KeyPress || m_page != Page::Wet || m_idle.warning()) {
        return false;
    }
    const auto* quick = qobject_cast<const QQuickWindow*>(window);
    const auto* focused = quick != nullptr ? quick->activeFocusItem() : nullptr;
    if (focused != nullptr && focused->flags().testFlag(QQuickItem::ItemAcceptsInputMethod)) {
        return false;
    }
    const auto* key
        = static_cast<const QKeyEvent*>(event); // NOLINT(*-static-cast-downcast): by its type
    return m_wet.key(key->key(), key->text());
}

bool Organizer::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        m_idle.touch();
    }
    return takesKey(watched, event) || QObject::eventFilter(watched, event);
}

} // namespace ikrar::kiosk
