pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What happened at the ceremony, for the berita acara: noted with its time, listed, taken back.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property IncidentDesk desk: organizer.incidents

    readonly property bool typing: Qt.inputMethod.visible // qmllint disable
    readonly property string outcome: {
        switch (desk.outcome) {
        case IncidentDesk.Noted:
            return qsTr("Tercatat; akan tercetak di berita acara.");
        case IncidentDesk.Removed:
            return qsTr("Dihapus dari catatan.");
        case IncidentDesk.WrongTime:
            return qsTr("Tulis waktunya seperti 08.40.");
        case IncidentDesk.NotDone:
            return qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.");
        default:
            return "";
        }
    }
    readonly property bool bad: desk.outcome === IncidentDesk.NotDone || desk.outcome === IncidentDesk.WrongTime

    fill: true

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.organizer.back()
    }
    actions: [
        ToolButton {
            visible: root.desk.pages > 1
            symbol: "up"
            label: qsTr("Halaman sebelumnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.desk.page > 0
            onClicked: root.desk.turn(-1)
        },
        ToolButton {
            visible: root.desk.pages > 1
            symbol: "down"
            label: qsTr("Halaman berikutnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.desk.page < root.desk.pages - 1
            onClicked: root.desk.turn(1)
        },
        ActionButton {
            primary: true
            enabled: root.desk.ready
            text: qsTr("Catat")
            symbol: "check"
            onClicked: root.desk.add()
        }
    ]

    Item {
        width: parent.width
        height: root.roomHeight

        Column {
            id: head

            y: Theme.mm(Theme.compact ? 1.5 : 5)
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.5 : 3)

            Words {
                visible: !(root.typing && Theme.low)
                width: parent.width
                text: qsTr("Catatan kejadian")
                stately: true
                strong: true
                lineHeight: 0.95
                font.pixelSize: Math.round(Theme.title * (Theme.low ? 0.8 : 1))
                Accessible.role: Accessible.Heading
            }
            Words {
                visible: !root.typing && !Theme.compact
                width: parent.width
                text: qsTr("Kejadian khusus untuk berita acara, misalnya listrik padam. Jangan menyebut nama peserta.")
                font.pixelSize: Theme.caption
            }
            Row {
                width: parent.width
                spacing: Theme.gap

                TextEntry {
                    id: what

                    width: parent.width - when.width - parent.spacing
                    label: qsTr("Kejadian")
                    maximumLength: 240
                    text: root.desk.text
                    onEdited: text => root.desk.text = text
                    onSubmitted: what.field.focus = false
                }
                TextEntry {
                    id: when

                    width: parent.width * (Theme.landscape ? 0.24 : 0.32)
                    label: qsTr("Pukul (kini)")
                    maximumLength: 5
                    hints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
                    wrong: root.desk.outcome === IncidentDesk.WrongTime
                    text: root.desk.time
                    onEdited: text => root.desk.time = text
                    onSubmitted: when.field.focus = false
                }
            }
            Words {
                // Its place is kept: what is touched twice must not move between the touches.
                visible: !root.typing || text !== ""
                height: Math.max(implicitHeight, Theme.small * 1.5)
                width: parent.width
                text: root.outcome !== "" ? root.outcome : root.desk.total === 0 && !root.typing ? qsTr("Belum ada kejadian yang dicatat.") : ""
                strong: root.outcome !== ""
                color: root.bad ? Theme.wrong : Theme.ink
                font.pixelSize: Theme.small
            }
        }
        Item {
            id: rows

            readonly property real rowHeight: Math.max(Theme.target, Theme.small * 1.35 + Theme.caption * 2.6 + Theme.mm(3))
            readonly property real spacing: Theme.mm(2.6)
            readonly property real roomFor: parent.height - y - Theme.mm(1)
            readonly property int rowsFor: Math.max(1, Math.floor((roomFor + spacing) / (rowHeight + spacing)))

            visible: !root.typing
            y: head.y + head.height + Theme.mm(Theme.compact ? 2.8 : 4)
            width: parent.width
            height: roomFor

            Binding {
                when: !root.typing
                target: root.desk
                property: "room"
                value: rows.rowsFor
            }
            Repeater {
                model: root.desk.rows

                Item {
                    id: row

                    required property int index
                    required property var modelData

                    readonly property bool asked: root.desk.removing === index

                    y: index * (height + rows.spacing)
                    width: rows.width
                    height: rows.rowHeight

                    Column {
                        width: parent.width - buttons.width - Theme.gap
                        anchors.verticalCenter: parent.verticalCenter

                        Words {
                            width: parent.width
                            text: qsTr("%1, pukul %2").arg(row.modelData.date).arg(row.modelData.time)
                            color: Theme.inkSoft
                            lineHeight: 0.95
                            font.pixelSize: Theme.caption
                        }
                        Words {
                            width: parent.width
                            text: row.modelData.text
                            strong: true
                            lineHeight: 0.95
                            maximumLineCount: 2
                            elide: Text.ElideRight
                            font.pixelSize: Theme.small
                        }
                    }
                    Row {
                        id: buttons

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Theme.gap

                        ToolButton {
                            visible: row.asked
                            text: qsTr("Jangan")
                            label: qsTr("Jangan hapus")
                            onClicked: root.desk.keep()
                        }
                        ToolButton {
                            text: row.asked ? qsTr("Ya, hapus") : qsTr("Hapus")
                            label: row.asked ? qsTr("Ya, hapus: %1").arg(row.modelData.text) : qsTr("Hapus: %1").arg(row.modelData.text)
                            enabled: !root.desk.busy
                            onClicked: root.desk.remove(row.index)
                        }
                    }
                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: Theme.hairline
                        color: Theme.line
                    }
                }
            }
        }
    }
}
