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

    PledgeSheet {
        width: parent.width
        room: root.roomHeight
        ceremony: root.ceremony
        whole: root.whole
    }
}
