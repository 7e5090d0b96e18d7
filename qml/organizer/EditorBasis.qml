pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Theme

// The legal instruments.
CeremonyList {
    id: root

    list: "instruments"
    heading: qsTr("Dasar hukum %1")
    more: qsTr("Tambah dasar hukum")
    form: Column {
        id: instrument

        property string prefix: "instruments.0."

        component Field: CeremonyField {
            width: parent.width
            editor: root.editor
        }

        spacing: Theme.mm(Theme.compact ? 2 : 3.5)

        Field {
            name: instrument.prefix + "type"
            label: qsTr("Jenis, seperti Surat Edaran")
        }
        Field {
            name: instrument.prefix + "issuer"
            label: qsTr("Ditetapkan oleh")
        }
        Field {
            name: instrument.prefix + "number"
            label: qsTr("Nomor")
        }
        Field {
            name: instrument.prefix + "date"
            label: qsTr("Tanggal, seperti 18-09-2023")
        }
        Field {
            name: instrument.prefix + "subject"
            label: qsTr("Tentang")
        }
    }
}
