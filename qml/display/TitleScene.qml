import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Before anything is read: what this is, and who holds it.
Item {
    id: root

    required property CeremonyFacts ceremony
    required property real unit
    required property real side

    Column {
        x: root.side
        width: root.width - 2 * root.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4 * root.unit

        Words {
            width: parent.width
            text: root.ceremony.title
            stately: true
            strong: true
            color: Theme.petrol
            lineHeight: 1.05
            font.pixelSize: Math.round((text.length > 60 ? 9.5 : 12.5) * root.unit)
        }
        Rule {
            width: parent.width * 0.62
            unit: root.unit
        }
        Words {
            width: parent.width
            text: root.ceremony.organizer
            strong: true
            font.pixelSize: Math.round(5 * root.unit)
        }
        Words {
            visible: text !== ""
            width: parent.width * 0.7
            text: root.ceremony.leaders.length > 0 ? qsTr("Dipimpin oleh %1").arg(root.ceremony.leaders[0]) : ""
            font.pixelSize: Math.round(4.2 * root.unit)
        }
    }
}
