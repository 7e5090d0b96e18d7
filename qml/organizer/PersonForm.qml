pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// One who leads or observes.
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
        label: qsTr("Nama dengan gelar (boleh kosong)")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "post"
        label: qsTr("Jabatan")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "role"
        label: qsTr("Peran, seperti Pembina upacara (boleh kosong)")
    }
}
