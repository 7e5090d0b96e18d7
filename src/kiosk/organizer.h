#pragma once

#include "kiosk/absencedesk.h"
#include "kiosk/backupdesk.h"
#include "kiosk/ceremonyeditor.h"
#include "kiosk/closingdesk.h"
#include "kiosk/displaylead.h"
#include "kiosk/entrydesk.h"
#include "kiosk/exportdesk.h"
#include "kiosk/idlewatch.h"
#include "kiosk/incidentdesk.h"
#include "kiosk/mediadesk.h"
#include "kiosk/peoplelist.h"
#include "kiosk/rosterdesk.h"
#include "kiosk/screenmetrics.h"
#include "kiosk/sessiondesk.h"
#include "kiosk/unittally.h"
#include "kiosk/wetdesk.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace ikrar::kiosk {

/// All that the organizer's screens bind to. Another process, the signer's kiosk, writes the same
/// store: where the log stands is read once a second, and the lists again when it has grown, unless
/// somebody reads one. Nothing but the gate shows
/// before a PIN opened it; after 30 minutes without a touch, and after 12 hours in any case, it
/// locks, and what was read of people is forgotten.
class Organizer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in main")
    Q_PROPERTY(ikrar::kiosk::Preferences* preferences READ preferences CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::ScreenMetrics* metrics READ metrics CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::CeremonyFacts* ceremony READ ceremony CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::StoreState* state READ state CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PinGate* gate READ gate CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::IdleWatch* idle READ idle CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::UnitTally* tally READ tally CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::SlipDesk* slips READ slips CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::SessionDesk* session READ session CONSTANT FINAL)
    /// Expected, and nobody of that number has signed.
    Q_PROPERTY(ikrar::kiosk::PeopleList* absent READ absent CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PeopleList* walkIns READ walkIns CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PeopleList* repeated READ repeated CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::PeopleList* entries READ entries CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::EntryDesk* entry READ entry CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::AbsenceDesk* absence READ absence CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::ClosingDesk* closing READ closing CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::IncidentDesk* incidents READ incidents CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::DisplayLead* lead READ lead CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::WetDesk* wet READ wet CONSTANT FINAL)
    // Files that come and go.
    Q_PROPERTY(ikrar::kiosk::MediaDesk* media READ media CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::RosterDesk* roster READ roster CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::ExportDesk* exports READ exports CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::BackupDesk* backup READ backup CONSTANT FINAL)
    Q_PROPERTY(ikrar::kiosk::CeremonyEditor* editor READ editor CONSTANT FINAL)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    /// The editor stands alone while there is nothing behind it: with --new, before a store.
    Q_PROPERTY(bool canLeaveEditor READ canLeaveEditor NOTIFY pageChanged FINAL)
    /// The lists cannot be read.
    Q_PROPERTY(bool listsFailed READ listsFailed NOTIFY listsChanged FINAL)
    /// `08.05 WITA`, when the lists were read.
    Q_PROPERTY(QString listsTime READ listsTime NOTIFY listsChanged FINAL)
    /// Walk-ins whom nobody has identified, and people with more than one entry.
    Q_PROPERTY(int unidentified READ unidentified NOTIFY listsChanged FINAL)
    /// `08.05 WITA` of the newest signed entry; empty where nobody has signed.
    Q_PROPERTY(QString lastSigned READ lastSigned NOTIFY listsChanged FINAL)

public:
    enum class Page {
        Gate,
        Home, ///< the session, and the counts by unit
        Session, ///< zero report, end
        Absent,
        Absence, ///< of one of them: why
        WalkIns,
        Repeated,
        Entries,
        Entry,
        Health,
        Display,
        Closing,
        Wet, ///< signatures on paper
        Incidents,
        Files, ///< the ways to the four that follow
        Roster,
        Export,
        Backup,
        Ceremony, ///< of this log: frozen, with its hash
        Start, ///< before there is a store
        Editor, ///< of a new ceremony
    };
    Q_ENUM(Page)

    struct Around {
        base::FileSystem& files;
        const base::Clock& clock;
        base::Path data;
        base::Path runtimeDirectory; ///< where the display is told what to show
        base::Path saveTo; ///< where PDF files go
    };

    explicit Organizer(const Around& around, QObject* parent = nullptr);
    ~Organizer() override;
    Organizer(const Organizer&) = delete;
    Organizer& operator=(const Organizer&) = delete;
    Organizer(Organizer&&) = delete;
    Organizer& operator=(Organizer&&) = delete;

    /// Called once.
    void open(std::unique_ptr<LedgerStore> store);
    void openFailed(const Error& error);
    /// Edits this ceremony file, which need not be there yet, before anybody comes in by a PIN.
    /// Errors: those of CeremonyEditor::openFile.
    [[nodiscard]] Result<void> edit(const base::Path& ceremony);

    /// To a page of the unlocked screens.
    Q_INVOKABLE void go(ikrar::kiosk::Organizer::Page page);
    /// Home; from an entry to the list that it was chosen from.
    Q_INVOKABLE void back();
    /// Writes what is chosen to the medium that is chosen; keeps a copy of the store there.
    Q_INVOKABLE void startExport();
    Q_INVOKABLE void startBackup();
    /// A new ceremony: as this log's, where there is one; else from a template.
    Q_INVOKABLE void newCeremony();
    /// Who is missing of this unit.
    Q_INVOKABLE void showAbsentOf(const QString& unit);
    /// The entry, or the absence, in this row of the list on the page.
    Q_INVOKABLE void showEntry(int row);
    /// From the page of wet signatures: that which stands in the way, else the last one entered.
    Q_INVOKABLE void showWetEntry();
    Q_INVOKABLE void lock();
    /// Reads the lists again.
    Q_INVOKABLE void readLists();

    /// Steady time that passed since the last call; a few times a second.
    void advance(std::chrono::milliseconds elapsed);
    /// Every touch and key that reaches `object` (a window) counts as somebody being there.
    void watchInput(QObject* object);

    [[nodiscard]] Preferences* preferences() { return &m_preferences; }
    [[nodiscard]] ScreenMetrics* metrics() { return &m_metrics; }
    [[nodiscard]] CeremonyFacts* ceremony() { return &m_ceremony; }
    [[nodiscard]] StoreState* state() { return &m_state; }
    [[nodiscard]] PinGate* gate() { return &m_gate; }
    [[nodiscard]] IdleWatch* idle() { return &m_idle; }
    [[nodiscard]] UnitTally* tally() { return &m_tally; }
    [[nodiscard]] SlipDesk* slips() { return &m_slips; }
    [[nodiscard]] SessionDesk* session() { return &m_session; }
    [[nodiscard]] PeopleList* absent() { return &m_absent; }
    [[nodiscard]] PeopleList* walkIns() { return &m_walkIns; }
    [[nodiscard]] PeopleList* repeated() { return &m_repeated; }
    [[nodiscard]] PeopleList* entries() { return &m_entries; }
    [[nodiscard]] EntryDesk* entry() { return &m_entry; }
    [[nodiscard]] AbsenceDesk* absence() { return &m_absence; }
    [[nodiscard]] ClosingDesk* closing() { return &m_closing; }
    [[nodiscard]] IncidentDesk* incidents() { return &m_incidents; }
    [[nodiscard]] DisplayLead* lead() { return &m_lead; }
    [[nodiscard]] WetDesk* wet() { return &m_wet; }
    [[nodiscard]] MediaDesk* media() { return &m_media; }
    [[nodiscard]] RosterDesk* roster() { return &m_roster; }
    [[nodiscard]] ExportDesk* exports() { return &m_export; }
    [[nodiscard]] BackupDesk* backup() { return &m_backup; }
    [[nodiscard]] CeremonyEditor* editor() { return &m_editor; }
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool canLeaveEditor() const { return m_store != nullptr || m_noStore; }
    [[nodiscard]] bool readingLists() const { return m_reading; }
    [[nodiscard]] bool listsFailed() const { return m_listsFailed; }
    [[nodiscard]] QString listsTime() const { return m_listsTime; }
    [[nodiscard]] int unidentified() const { return m_unidentified; }
    [[nodiscard]] QString lastSigned() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void pageChanged();
    void listsChanged();

private:
    void show(Page page);
    void leaveEditor();
    void entered();
    void readCounts();
    void take(PeopleSurvey survey);
    void forget();
    void enterFiles(Page page);
    void tellStores();
    [[nodiscard]] PeopleList* listOf(Page page);
    [[nodiscard]] bool takesKey(const QObject* window, const QEvent* event);

    std::unique_ptr<LedgerStore> m_store;
    Preferences m_preferences;
    ScreenMetrics m_metrics;
    CeremonyFacts m_ceremony;
    StoreState m_state;
    PinKeeper m_keeper;
    PinGate m_gate;
    IdleWatch m_idle;
    UnitTally m_tally;
    SlipDesk m_slips;
    SessionDesk m_session;
    PeopleList m_absent;
    PeopleList m_walkIns;
    PeopleList m_repeated;
    PeopleList m_entries;
    EntryDesk m_entry;
    AbsenceDesk m_absence;
    ClosingDesk m_closing;
    IncidentDesk m_incidents;
    DisplayLead m_lead;
    WetDesk m_wet;
    MediaDesk m_media;
    RosterDesk m_roster;
    ExportDesk m_export;
    BackupDesk m_backup;
    CeremonyEditor m_editor;
    Page m_page = Page::Gate;
    Page m_entryFrom = Page::Entries;
    std::chrono::milliseconds m_sinceCounts{0};
    std::chrono::milliseconds m_sinceEntered{0};
    bool m_noStore = false; ///< there is none to be opened
    bool m_reading = false;
    bool m_readAgain = false;
    int m_listsSize = -1; ///< entries of the log when the lists were read
    bool m_listsFailed = false;
    QString m_listsTime;
    int m_unidentified = 0;
    std::optional<std::int64_t> m_lastSigned;
};

} // namespace ikrar::kiosk
