import QtQuick
import Ikrar.Kiosk

// The organizer's window on one kiosk's store.
DeskWindow {
    id: root

    required property Organizer organizer

    title: qsTr("Layar penyelenggara")
    preferences: organizer.preferences
    metrics: organizer.metrics
    gate: organizer.gate
    idle: organizer.idle
    rehearsal: organizer.ceremony.rehearsal
    pageFile: fileOf(organizer.page)
    pageProperties: ({
            "organizer": organizer
        })
    onLockAsked: organizer.lock()

    function fileOf(page: int): string {
        switch (page) {
        case Organizer.Home:
            return "HomePage.qml";
        case Organizer.Session:
            return "SessionPage.qml";
        case Organizer.Absent:
            return "AbsentPage.qml";
        case Organizer.Absence:
            return "AbsencePage.qml";
        case Organizer.WalkIns:
            return "WalkInsPage.qml";
        case Organizer.Repeated:
            return "RepeatedPage.qml";
        case Organizer.Entries:
            return "EntriesPage.qml";
        case Organizer.Entry:
            return "EntryPage.qml";
        case Organizer.Health:
            return "HealthPage.qml";
        case Organizer.Display:
            return "LeadPage.qml";
        case Organizer.Closing:
            return "ClosingPage.qml";
        case Organizer.Wet:
            return "WetPage.qml";
        case Organizer.Incidents:
            return "IncidentsPage.qml";
        case Organizer.Files:
            return "FilesPage.qml";
        case Organizer.Roster:
            return "RosterPage.qml";
        case Organizer.Export:
            return "ExportPage.qml";
        case Organizer.Backup:
            return "BackupPage.qml";
        case Organizer.Ceremony:
            return "CeremonyPage.qml";
        case Organizer.Start:
            return "StartPage.qml";
        case Organizer.Editor:
            return "EditorPage.qml";
        default:
            return "GatePage.qml";
        }
    }
}
