pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A list of people: what is searched for above, a page of it below, never more than fits.
PageFrame {
    id: root

    property PeopleList list
    property string heading: ""
    // What to do about whoever stands here.
    property string help: ""
    property string nobody: qsTr("Tidak ada.")
    property bool leads: true
    // `08.05 WITA`, when the list was read; whether it cannot be.
    property string readTime: ""
    property bool failed: false
    property string trouble: qsTr("Daftar tidak dapat dibaca.")

    // Another way on for who stands here; none where it is empty.
    property string sideWay: ""

    signal goneBack
    signal wentAside
    signal chosen(row: int)

    // What stands on the right of a row, and whether somebody has to act on it: each list says its own.
    function asideOf(row: var): string {
        return row.time;
    }
    function urgentOf(row: var): bool {
        return false;
    }

    // The keyboard leaves no room for what stands below the field.
    readonly property bool typing: Qt.inputMethod.visible // qmllint disable
    readonly property bool narrowRoom: typing && Theme.low

    fill: true
    bar: !narrowRoom

    aside: [
        ActionButton {
            text: qsTr("Kembali")
            symbol: "back"
            onClicked: root.goneBack()
        },
        ActionButton {
            visible: root.sideWay !== ""
            text: root.sideWay
            onClicked: root.wentAside()
        }
    ]
    actions: [
        Words {
            visible: root.list.pages > 1
            height: Theme.buttonHeight
            width: implicitWidth
            verticalAlignment: Text.AlignVCenter
            text: qsTr("%1 / %2").arg(root.list.page + 1).arg(root.list.pages)
            strong: true
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
        },
        ToolButton {
            visible: root.list.pages > 1
            symbol: "up"
            label: qsTr("Halaman sebelumnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.list.page > 0
            onClicked: root.list.turn(-1)
        },
        ToolButton {
            visible: root.list.pages > 1
            symbol: "down"
            label: qsTr("Halaman berikutnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.list.page < root.list.pages - 1
            onClicked: root.list.turn(1)
        }
    ]

    Item {
        width: parent.width
        height: root.roomHeight

        Column {
            id: head

            y: Theme.mm(root.narrowRoom ? 1 : Theme.compact ? 2 : 5)
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.5 : 3)

            Row {
                width: parent.width
                spacing: Theme.gap
                visible: !root.narrowRoom

                Words {
                    width: parent.width - (unitButton.visible ? unitButton.width + parent.spacing : 0)
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.list.unitName !== "" ? qsTr("%1: %2").arg(root.heading).arg(root.list.unitName) : root.heading
                    stately: true
                    strong: true
                    lineHeight: 0.95
                    font.pixelSize: Math.round(Theme.title * (Theme.low ? 0.8 : 1))
                    Accessible.role: Accessible.Heading
                }
                ToolButton {
                    id: unitButton

                    visible: root.list.unitName !== ""
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Semua unit")
                    label: text
                    onClicked: root.list.narrow("")
                }
            }
            Words {
                visible: text !== "" && !root.typing && !Theme.compact
                width: parent.width
                text: root.help
                font.pixelSize: Theme.caption
            }
            TextEntry {
                id: entry

                width: parent.width
                visible: root.list.total > 0
                label: {
                    const count = root.list.search !== "" || root.list.unitName !== "" ? qsTr("%1 dari %2").arg(root.list.found).arg(root.list.total) : qsTr("%1 orang").arg(root.list.total);
                    return qsTr("Cari nama, nomor, atau unit · %1 · pukul %2").arg(count).arg(root.readTime);
                }
                text: root.list.search
                onEdited: text => root.list.search = text
                onSubmitted: entry.field.focus = false
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: root.failed ? root.trouble : root.list.total === 0 ? root.nobody : root.list.found === 0 ? qsTr("Tidak ada yang cocok.") : ""
                strong: root.failed
                color: root.failed ? Theme.wrong : Theme.ink
                font.pixelSize: Theme.small
            }
        }
        // Columns, filled from the top.
        Item {
            id: rows

            readonly property real rowHeight: Math.max(Theme.mm(14), Theme.small * 1.35 + Theme.caption * 2.5 + Theme.mm(2.5))
            readonly property real roomFor: parent.height - y - Theme.mm(1)
            readonly property int rowsFor: Math.max(1, Math.floor((roomFor + spacing) / (rowHeight + spacing)))

            visible: !root.narrowRoom
            y: head.y + head.height + Theme.mm(Theme.compact ? 2.8 : 4)
            width: parent.width
            height: roomFor
            readonly property int columns: width > Theme.mm(250 * Theme.headingGrowth) ? 2 : 1
            readonly property real spacing: Theme.mm(2.6)
            readonly property real columnSpacing: Theme.mm(5)

            Binding {
                when: !root.narrowRoom
                target: root.list
                property: "room"
                value: rows.rowsFor * rows.columns
            }
            Repeater {
                model: root.list.rows

                PersonRow {
                    required property int index
                    required property var modelData

                    x: Math.floor(index / rows.rowsFor) * (width + rows.columnSpacing)
                    y: index % rows.rowsFor * (height + rows.spacing)
                    width: (rows.width - (rows.columns - 1) * rows.columnSpacing) / rows.columns
                    height: rows.rowHeight
                    name: modelData.name
                    aside: root.asideOf(modelData)
                    urgent: root.urgentOf(modelData)
                    particulars: modelData.unit + (modelData.unit !== "" && modelData.number !== "" ? " · " : "") + modelData.number
                    struck: modelData.voided
                    leads: root.leads
                    onClicked: root.chosen(index)
                }
            }
        }
    }
}
