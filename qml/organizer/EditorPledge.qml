import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The pledge's text: pasted whole and divided into clauses, then each clause.
Column {
    id: root

    required property CeremonyEditor editor

    spacing: Theme.mm(Theme.compact ? 3 : 5)

    TextBlock {
        id: paste

        width: parent.width
        label: qsTr("Tempelkan teks ikrar di sini, satu butir per nomor atau baris")
        lines: 4
    }
    Row {
        spacing: Theme.gap

        ActionButton {
            text: qsTr("Tempel")
            symbol: "paste"
            onClicked: paste.field.paste()
        }
        ActionButton {
            enabled: paste.text.trim() !== ""
            text: qsTr("Jadikan butir")
            onClicked: {
                root.editor.pastePledge(paste.text);
                paste.text = "";
            }
        }
    }
    Words {
        width: parent.width
        text: qsTr("Butir yang ada digantikan. Mengubah teks Indonesia menghapus teks Inggrisnya; isi kembali di berkas TOML.")
        font.pixelSize: Theme.caption
    }
    CeremonyBlock {
        width: parent.width
        editor: root.editor
        name: "opening"
        label: qsTr("Kalimat pembuka")
        lines: 2
    }
    CeremonyList {
        width: parent.width
        editor: root.editor
        list: "clauses"
        heading: qsTr("Butir %1")
        more: qsTr("Tambah butir")
        form: "ClauseForm.qml"
    }
}
