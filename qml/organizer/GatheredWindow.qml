import QtQuick
import Ikrar.Kiosk

// The organizer's window on a store that many kiosks were merged into.
DeskWindow {
    id: root

    required property Gatherer gatherer

    title: qsTr("Layar penyelenggara · semua kios")
    preferences: gatherer.preferences
    metrics: gatherer.metrics
    gate: gatherer.gate
    idle: gatherer.idle
    rehearsal: gatherer.ceremony.rehearsal
    pageFile: fileOf(gatherer.page)
    pageProperties: ({
            "gatherer": gatherer
        })
    onLockAsked: gatherer.lock()

    function fileOf(page: int): string {
        switch (page) {
        case Gatherer.Home:
            return "GatheredHomePage.qml";
        case Gatherer.Kiosks:
            return "KiosksPage.qml";
        case Gatherer.Twice:
            return "TwicePage.qml";
        case Gatherer.Decision:
            return "DecisionPage.qml";
        case Gatherer.Ceremonies:
            return "CeremoniesPage.qml";
        default:
            return "GatheredGatePage.qml";
        }
    }
}
