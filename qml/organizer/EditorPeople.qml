import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// Who leads, and who observes.
Column {
    id: root

    required property CeremonyEditor editor

    spacing: Theme.mm(Theme.compact ? 3 : 6)

    CeremonyList {
        width: parent.width
        editor: root.editor
        list: "leaders"
        heading: qsTr("Pimpinan %1")
        more: qsTr("Tambah pimpinan")
        form: "PersonForm.qml"
    }
    CeremonyList {
        width: parent.width
        editor: root.editor
        list: "observers"
        heading: qsTr("Saksi %1")
        more: qsTr("Tambah saksi")
        form: "PersonForm.qml"
    }
}
