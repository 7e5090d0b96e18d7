pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Leads the public display through the pledge: what everybody sees now, and what comes next.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property DisplayLead lead: organizer.lead

    readonly property string now: {
        switch (lead.scene) {
        case DisplayLead.Opening:
            return qsTr("Kalimat pembuka");
        case DisplayLead.Clause:
            return qsTr("Butir %1 dari %2").arg(lead.clause).arg(lead.clauses);
        case DisplayLead.Count:
            return qsTr("Jumlah yang sudah berikrar");
        default:
            return qsTr("Judul acara");
        }
    }

    align: 0

    aside: [
        ActionButton {
            text: qsTr("Kembali")
            symbol: "back"
            onClicked: root.organizer.back()
        }
    ]
    actions: [
        ActionButton {
            text: qsTr("Mundur")
            enabled: root.lead.scene !== DisplayLead.Title
            onClicked: root.lead.backward()
        },
        ActionButton {
            primary: true
            text: qsTr("Lanjut")
            symbol: "forward"
            symbolLast: true
            enabled: root.lead.scene !== DisplayLead.Count
            onClicked: root.lead.forward()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 6)

        Row {
            width: parent.width
            spacing: Theme.gap

            Words {
                width: parent.width - titleButton.width - countButton.width - 2 * parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                text: root.now
                stately: true
                strong: true
                lineHeight: 0.95
                font.pixelSize: Math.round(Theme.title * 0.85)
                Accessible.role: Accessible.Heading
            }
            ToolButton {
                id: titleButton

                text: qsTr("Judul")
                label: qsTr("Tampilkan judul")
                current: root.lead.scene === DisplayLead.Title
                onClicked: root.lead.showTitle()
            }
            ToolButton {
                id: countButton

                text: qsTr("Jumlah")
                label: qsTr("Tampilkan jumlah")
                current: root.lead.scene === DisplayLead.Count
                onClicked: root.lead.showCount()
            }
        }
        Words {
            visible: root.lead.failed
            width: parent.width
            text: qsTr("Layar umum tidak dapat dihubungi. Periksa apakah layar itu berjalan di perangkat ini.")
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.lead.text
            strong: true
            font.pixelSize: Math.round(Theme.body * (Theme.compact ? 1 : 1.1))
        }
        Kop {
            visible: nextWords.text !== ""
            width: parent.width
        }
        Words {
            id: nextWords

            visible: text !== ""
            width: parent.width
            text: root.lead.nextText !== "" ? qsTr("Berikutnya: %1").arg(root.lead.nextText) : root.lead.scene !== DisplayLead.Count ? qsTr("Berikutnya: jumlah yang sudah berikrar") : ""
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
}
