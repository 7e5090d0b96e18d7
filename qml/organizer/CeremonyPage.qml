pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The ceremony of this log: its text as signers read it, and the hash of the file, which the log holds.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property CeremonyFacts ceremony: organizer.ceremony
    property bool whole: false

    align: 0

    aside: [
        ActionButton {
            text: Theme.compact ? "" : qsTr("Kembali")
            symbol: "back"
            Accessible.name: qsTr("Kembali")
            onClicked: root.organizer.back()
        },
        ActionButton {
            quiet: true
            text: root.whole ? qsTr("Baca ringkas") : qsTr("Baca lengkap")
            onClicked: root.whole = !root.whole
        }
    ]
    actions: ActionButton {
        text: qsTr("Salin sebagai upacara baru")
        onClicked: root.organizer.newCeremony()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 5)

        FactLine {
            width: parent.width
            label: qsTr("Berkas upacara")
            value: qsTr("dibekukan sejak log dibuka")
        }
        FactLine {
            width: parent.width
            label: qsTr("SHA-256")
            value: root.ceremony.hash
        }
        PledgeSheet {
            width: parent.width
            ceremony: root.ceremony
            whole: root.whole
        }
    }
}
