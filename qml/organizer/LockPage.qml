import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// Locked: nothing shows but whose PIN is asked for.
PageFrame {
    id: root

    required property PinGate gate
    required property string heading

    actions: ActionButton {
        primary: true
        text: qsTr("Buka")
        symbol: "check"
        enabled: root.gate.digits >= 6 && !root.gate.checking
        onClicked: root.gate.submit()
    }

    PinPad {
        width: parent.width
        height: implicitHeight
        gate: root.gate
        heading: root.heading
        focus: true
    }
}
