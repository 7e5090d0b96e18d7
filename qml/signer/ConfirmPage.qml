import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The last look: who, what and the ink. The button is the pledge.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property CeremonyFacts ceremony: kiosk.ceremony
    readonly property ScreenMetrics metrics: kiosk.metrics

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        enabled: !root.session.busy
        onClicked: root.session.back()
    }
    actions: ActionButton {
        primary: true
        text: root.session.busy ? qsTr("Sedang disimpan…") : qsTr("Saya berikrar")
        symbol: "seal"
        enabled: !root.session.busy
        width: Math.max(implicitWidth, Theme.mm(Theme.compact ? 66 : 110))
        onClicked: root.session.declare()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 3 : 8)

        Words {
            width: parent.width
            text: qsTr("Periksa sekali lagi")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Grid {
            width: parent.width
            columns: Theme.landscape ? 2 : 1
            spacing: Theme.mm(Theme.compact ? 4 : 8)

            PersonFacts {
                id: person

                width: Theme.landscape ? (parent.width - parent.spacing) / 2 : parent.width
                name: root.session.personName
                unitName: root.session.personUnit
                post: root.session.personPost
                category: root.session.personCategory
                number: root.session.personNumberKind !== "" ? root.session.personNumberKind + " " + root.session.personNumber : ""
                unverified: root.session.personIsWalkIn
            }
            Rectangle {
                width: person.width
                height: Theme.landscape ? Math.max(Theme.mm(32), person.height) : Math.round(width / 2.8)
                radius: Theme.radius
                color: Theme.surface
                border.width: Theme.hairline
                border.color: Theme.line

                InkPad {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(2)
                    readOnly: true
                    strokes: root.session.ink
                    pixelsPerMm: root.metrics.pixelsPerMm
                    color: Theme.ink
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("Tanda tangan Anda")
                }
            }
        }
        Words {
            width: parent.width
            text: qsTr("Dengan menyentuh “Saya berikrar”, Anda menyatakan ikrar ini. Catatannya tetap dan tidak dapat diubah.")
            font.pixelSize: Theme.small
        }
    }
}
