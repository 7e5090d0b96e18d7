pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Who leads, and who observes.
Column {
    id: root

    required property CeremonyEditor editor

    spacing: Theme.mm(Theme.compact ? 3 : 6)

    component PersonForm: Column {
        id: person

        property string prefix: "leaders.0."

        spacing: Theme.mm(Theme.compact ? 2 : 3.5)

        CeremonyField {
            width: parent.width
            editor: root.editor
            name: person.prefix + "name"
            label: qsTr("Nama dengan gelar (boleh kosong)")
        }
        CeremonyField {
            width: parent.width
            editor: root.editor
            name: person.prefix + "post"
            label: qsTr("Jabatan")
        }
        CeremonyField {
            width: parent.width
            editor: root.editor
            name: person.prefix + "role"
            label: qsTr("Peran, seperti Pembina upacara (boleh kosong)")
        }
    }

    CeremonyList {
        width: parent.width
        editor: root.editor
        list: "leaders"
        heading: qsTr("Pimpinan %1")
        more: qsTr("Tambah pimpinan")
        form: PersonForm {}
    }
    CeremonyList {
        width: parent.width
        editor: root.editor
        list: "observers"
        heading: qsTr("Saksi %1")
        more: qsTr("Tambah saksi")
        form: PersonForm {}
    }
}
