pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// One legal instrument.
Column {
    id: root

    required property CeremonyEditor editor
    // What its names begin with: the list, the place in it, and a dot.
    required property string prefix

    spacing: Theme.mm(Theme.compact ? 2 : 3.5)

    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "type"
        label: qsTr("Jenis, seperti Surat Edaran")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "issuer"
        label: qsTr("Ditetapkan oleh")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "number"
        label: qsTr("Nomor")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "date"
        label: qsTr("Tanggal, seperti 18-09-2023")
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: root.prefix + "subject"
        label: qsTr("Tentang")
    }
}
