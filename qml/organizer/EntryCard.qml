pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// One of a person's entries: where and when, the ink, and whether it is the one that counts.
T.Button {
    id: root

    // As DecisionDesk.entries has it.
    required property var entry
    property bool current: false

    readonly property var methods: [qsTr("di kios"), qsTr("dibantu petugas"), qsTr("tinta basah di kertas")]
    readonly property string standing: current ? qsTr("Dipilih untuk dihitung") : entry.counts ? qsTr("Dihitung") : qsTr("Tidak dihitung")

    text: entry.kiosk
    padding: Theme.mm(Theme.compact ? 2.5 : 4)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    focusPolicy: Qt.TabFocus
    Accessible.name: qsTr("%1, nomor %2, sesi %3, %4 pukul %5, %6, %7: %8").arg(entry.kiosk).arg(entry.number).arg(entry.session).arg(entry.date).arg(entry.time).arg(entry.unit).arg(methods[entry.method] ?? "").arg(standing)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: current
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    component Line: Words {
        width: parent.width
        lineHeight: 0.95
        font.pixelSize: Theme.landscape ? Theme.caption : Theme.small
        Accessible.ignored: true
    }

    contentItem: Column {
        spacing: Theme.mm(Theme.compact ? 0.8 : Theme.landscape ? 1.6 : 3)

        Line {
            text: root.entry.kiosk
            strong: true
            font.pixelSize: Theme.landscape ? Theme.small : Theme.label
        }
        Row {
            width: parent.width
            spacing: Theme.mm(2)

            Icon {
                visible: root.current || root.entry.counts
                name: "check"
                color: root.current ? Theme.petrol : Theme.ink
                size: Theme.mm(Theme.compact ? 5 : 6)
                anchors.verticalCenter: parent.verticalCenter
            }
            Line {
                width: parent.width - x
                text: root.standing
                strong: root.current || root.entry.counts
                color: root.current ? Theme.petrol : root.entry.counts ? Theme.ink : Theme.inkSoft
            }
        }
        Line {
            text: qsTr("%1, pukul %2").arg(root.entry.date).arg(root.entry.time)
        }
        Line {
            text: root.entry.unit
        }
        Rectangle {
            width: parent.width
            height: Theme.mm(Theme.compact ? 15 : Theme.landscape ? 27 : 45)
            radius: Theme.radius
            color: "white"
            border.width: Theme.hairline
            border.color: Theme.line

            InkView {
                anchors.fill: parent
                anchors.margins: Theme.mm(1.5)
                ink: root.entry.ink
                pen: Theme.mm(Theme.landscape ? 0.5 : 0.7)
            }
        }
        Line {
            text: qsTr("nomor %1 · sesi %2 · %3").arg(root.entry.number).arg(root.entry.session).arg(root.methods[root.entry.method] ?? "")
            color: Theme.inkSoft
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.tint : Theme.surface
        border.width: root.current ? Theme.mm(1) : Theme.hairline
        border.color: root.current ? Theme.petrol : Theme.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
}
