import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Is this you: one wrong digit can be another real person.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session

    aside: ActionButton {
        text: qsTr("Bukan saya")
        symbol: "back"
        onClicked: root.session.back()
    }
    actions: ActionButton {
        primary: true
        text: qsTr("Ya, ini saya")
        symbol: "forward"
        symbolLast: true
        width: Math.max(implicitWidth, Theme.mm(Theme.compact ? 40 : 80))
        onClicked: root.session.confirmPerson()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 4 : 10)

        Words {
            width: parent.width
            text: qsTr("Apakah ini Anda?")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        PersonFacts {
            width: parent.width
            name: root.session.personName
            unitName: root.session.personUnit
            post: root.session.personPost
            category: root.session.personCategory
            number: root.session.personNumberKind !== "" ? root.session.personNumberKind + " " + root.session.personNumber : ""
            unverified: root.session.personIsWalkIn
            doubt: root.session.personDoubt
        }
        ActionButton {
            visible: !root.session.assisted
            quiet: true
            symbol: "people"
            text: qsTr("Saya perlu dibantu petugas")
            onClicked: root.session.askAssistance()
        }
    }
}
