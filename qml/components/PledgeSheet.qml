import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// The pledge as a signer reads it, on a sheet: title, opening, clauses; the whole text with its legal basis and who
// leads and observes.
Rectangle {
    id: root

    required property CeremonyFacts ceremony
    property bool whole: false
    // The least height; the text may ask for more.
    property real room: 0

    height: Math.max(room, text.implicitHeight + 2 * text.y)
    radius: Theme.radius
    color: Theme.compact ? "transparent" : Theme.surface
    border.width: Theme.compact ? 0 : Theme.hairline
    border.color: Theme.line

    Column {
        id: text

        x: Theme.mm(Theme.compact ? 0 : 12)
        y: Theme.mm(Theme.compact ? 0.5 : Theme.low ? 6 : 14)
        width: parent.width - 2 * x
        spacing: Theme.mm(Theme.compact ? 2 : Theme.low ? 5 : 8)

        Words {
            visible: !Theme.low
            width: parent.width
            text: root.ceremony.title
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Kop {
            visible: !Theme.low
            width: parent.width
        }
        Words {
            width: parent.width
            text: root.ceremony.opening
            stately: true
            strong: Theme.low
        }
        ClauseList {
            width: parent.width
            columns: Theme.landscape && Theme.growth < 1.2 ? 2 : 1
            clauses: root.whole ? root.ceremony.fullClauses : root.ceremony.clauses
        }
        Words {
            visible: root.whole && root.ceremony.instruments.length > 0
            width: parent.width
            text: qsTr("Dasar")
            strong: true
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.whole && text !== ""
            width: parent.width
            text: root.ceremony.instruments.join("\n") // qmllint disable
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        People {
            visible: root.whole && people.length > 0
            heading: qsTr("Pimpinan")
            people: root.ceremony.leaders
        }
        People {
            visible: root.whole && people.length > 0
            heading: qsTr("Saksi")
            people: root.ceremony.observers
        }
    }

    component People: Column {
        id: persons

        required property string heading
        required property var people

        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : Theme.low ? 5 : 8)

        Words {
            width: parent.width
            text: persons.heading
            strong: true
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        Words {
            width: parent.width
            text: persons.people.join("\n") // qmllint disable
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
}
