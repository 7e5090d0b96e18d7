import Ikrar.Kiosk

LockPage {
    required property Organizer organizer

    gate: organizer.gate
    heading: organizer.ceremony.title !== "" ? organizer.ceremony.title : qsTr("Layar penyelenggara")
}
