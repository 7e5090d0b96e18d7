pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Why one expected person has not come; kept at a touch, and changed at another.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property AbsenceDesk desk: organizer.absence
    readonly property var reasons: [qsTr("Tanpa keterangan"), qsTr("Izin"), qsTr("Sakit"), qsTr("Cuti"), qsTr("Dinas luar")]

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.organizer.back()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 5)

        Words {
            width: parent.width
            text: root.desk.name
            stately: true
            strong: true
            lineHeight: 0.95
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: root.desk.unit + (root.desk.unit !== "" && root.desk.identity !== "" ? " · " : "") + root.desk.identity
            font.pixelSize: Theme.caption
        }
        Words {
            width: parent.width
            text: root.desk.failed ? qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.") : qsTr("Mengapa belum hadir?")
            strong: true
            color: root.desk.failed ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.small
        }
        Grid {
            id: choices

            width: parent.width
            columns: Theme.landscape ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.reasons

                Choice {
                    required property int index
                    required property string modelData

                    width: (choices.width - (choices.columns - 1) * Theme.gap) / choices.columns
                    text: modelData
                    current: root.desk.reason === index
                    onClicked: root.desk.state(index)
                }
            }
        }
    }
}
