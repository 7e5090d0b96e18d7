import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The pledge: every clause on one page. Where large letters make it longer than the page, the way on first leads
// through it.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property CeremonyFacts ceremony: kiosk.ceremony
    property bool whole: false

    readonly property bool seen: session.pledgeRead

    onAtEndChanged: tell()
    onOverflowsChanged: tell()
    Component.onCompleted: tell()

    function tell(): void {
        session.showPledge(!overflows, atEnd && item.contentY > 0);
    }

    align: 0
    turnsItself: !seen

    aside: [
        ActionButton {
            text: Theme.compact || root.overflows ? "" : qsTr("Kembali")
            symbol: "back"
            Accessible.name: qsTr("Kembali")
            onClicked: root.session.back()
        },
        ActionButton {
            quiet: true
            text: root.whole ? qsTr("Baca ringkas") : qsTr("Baca lengkap")
            onClicked: root.whole = !root.whole
        }
    ]
    actions: ActionButton {
        primary: true
        text: root.seen ? qsTr("Lanjut") : qsTr("Baca terus")
        symbol: root.seen ? "forward" : "down"
        symbolLast: true
        width: Math.max(implicitWidth, Theme.mm(Theme.compact || root.overflows ? 40 : 80))
        onClicked: {
            if (root.seen)
                root.session.acceptPledge();
            else
                root.turn(1);
        }
    }

    Rectangle {
        id: sheet

        width: parent.width
        height: Math.max(root.roomHeight, text.implicitHeight + 2 * text.y)
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
