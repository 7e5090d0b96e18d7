pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// One session: where and when.
Column {
    id: root

    required property CeremonyEditor editor
    // What its names begin with: the list, the place in it, and a dot.
    required property string prefix

    spacing: Theme.mm(Theme.compact ? 2 : 3.5)

    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "name"
        label: qsTr("Nama sesi (boleh kosong bila hanya satu)")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "place"
        label: qsTr("Tempat")
    }
    Row {
        width: parent.width
        spacing: Theme.gap

        CeremonyField {
            width: (parent.width - parent.spacing) / 2
            editor: root.editor
            name: root.prefix + "date"
            label: qsTr("Tanggal, seperti 18-09-2023")
        }
        CeremonyField {
            width: (parent.width - parent.spacing) / 2
            editor: root.editor
            name: root.prefix + "time"
            label: qsTr("Jam, seperti 08.30")
        }
    }
}
