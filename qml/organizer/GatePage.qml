import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// Locked: nothing shows but whose PIN is asked for.
PageFrame {
    id: root

    required property Organizer organizer

    actions: ActionButton {
        primary: true
        text: qsTr("Buka")
        symbol: "check"
        enabled: root.organizer.gate.digits >= 6 && !root.organizer.gate.checking
        onClicked: root.organizer.gate.submit()
    }

    PinPad {
        width: parent.width
        height: implicitHeight
        gate: root.organizer.gate
        heading: root.organizer.ceremony.title !== "" ? root.organizer.ceremony.title : qsTr("Layar penyelenggara")
        focus: true
    }
}
