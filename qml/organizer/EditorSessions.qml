pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Theme

// Where and when.
CeremonyList {
    id: root

    list: "sessions"
    heading: qsTr("Sesi %1")
    more: qsTr("Tambah sesi")
    form: Column {
        id: session

        property string prefix: "sessions.0."

        spacing: Theme.mm(Theme.compact ? 2 : 3.5)

        CeremonyField {
            width: parent.width
            editor: root.editor
            name: session.prefix + "name"
            label: qsTr("Nama sesi (boleh kosong bila hanya satu)")
        }
        CeremonyField {
            width: parent.width
            editor: root.editor
            name: session.prefix + "place"
            label: qsTr("Tempat")
        }
        Row {
            width: parent.width
            spacing: Theme.gap

            CeremonyField {
                width: (parent.width - parent.spacing) / 2
                editor: root.editor
                name: session.prefix + "date"
                label: qsTr("Tanggal, seperti 18-09-2023")
                hints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
            }
            CeremonyField {
                width: (parent.width - parent.spacing) / 2
                editor: root.editor
                name: session.prefix + "time"
                label: qsTr("Jam, seperti 08.30")
                hints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
            }
        }
    }
}
