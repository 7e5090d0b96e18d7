pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What the ceremony is, whose, and for whom.
Column {
    id: root

    required property CeremonyEditor editor

    spacing: Theme.mm(Theme.compact ? 3 : 5)

    component Field: CeremonyField {
        width: parent.width
        editor: root.editor
    }
    component Heading: Words {
        width: parent.width
        strong: true
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }

    CeremonyBlock {
        width: parent.width
        editor: root.editor
        name: "title"
        label: qsTr("Judul")
        lines: 1
    }
    Field {
        name: "organizer"
        label: qsTr("Penyelenggara")
    }
    Heading {
        text: qsTr("Bentuk")
    }
    Segments {
        options: [qsTr("Upacara"), qsTr("Kegiatan")]
        current: root.editor.activity ? 1 : 0
        onChosen: index => root.editor.activity = index === 1
    }
    Heading {
        text: root.editor.zone < 0 ? qsTr("Zona waktu: pilih salah satu") : qsTr("Zona waktu")
        color: root.editor.zone < 0 ? Theme.wrong : Theme.inkSoft
    }
    Segments {
        options: [qsTr("WIB"), qsTr("WITA"), qsTr("WIT")]
        current: root.editor.zone
        onChosen: index => root.editor.zone = index
    }
    Field {
        name: "id"
        label: qsTr("Kode upacara")
        hint: qsTr("Menjadi bagian nama log, seperti takalar-2023.")
    }
    Field {
        name: "domain"
        label: qsTr("Domain instansi")
    }
    Field {
        name: "verify_url"
        label: qsTr("Alamat halaman pemeriksaan")
    }
    Heading {
        readonly property string problem: root.editor.revision >= 0 ? root.editor.problem("categories") : ""

        text: problem !== "" ? problem : qsTr("Yang berikrar")
        color: problem !== "" ? Theme.wrong : Theme.inkSoft
    }
    Grid {
        id: grid

        width: parent.width
        columns: Theme.landscape ? 3 : 2
        spacing: Theme.gap

        Repeater {
            model: root.editor.categories

            Choice {
                required property int index
                required property var modelData

                width: (grid.width - (grid.columns - 1) * Theme.gap) / grid.columns
                text: modelData.name
                current: modelData.on
                Accessible.role: Accessible.CheckBox
                onClicked: root.editor.toggleCategory(index)
            }
        }
    }
    Field {
        name: "contact.name"
        label: qsTr("Yang dapat dihubungi (boleh kosong)")
    }
    Field {
        name: "contact.phone"
        label: qsTr("Teleponnya (boleh kosong)")
    }
}
