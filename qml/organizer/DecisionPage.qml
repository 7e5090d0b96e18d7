pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A person's entries side by side: which of them counts, and why.
PageFrame {
    id: root

    required property Gatherer gatherer
    readonly property DecisionDesk desk: gatherer.decision

    // The second step: an entry is chosen, and the reason is asked for.
    property bool explains: false
    // The first of the entries that are shown beside each other.
    property int first: 0

    readonly property int beside: Math.min(desk.entries.length, Theme.landscape ? 3 : 2)
    readonly property var reasons: [qsTr("Ikrar yang pertama"), qsTr("Unit kerja yang benar"), qsTr("Ditandatangani sendiri oleh yang bersangkutan")]
    readonly property string outcome: {
        switch (desk.outcome) {
        case DecisionDesk.Decided:
            return qsTr("Ditetapkan. Ikrar yang lain tetap tersimpan di lognya.");
        case DecisionDesk.Undone:
            return qsTr("Ketetapan ditarik kembali; yang pertama dihitung.");
        case DecisionDesk.NotDone:
            return qsTr("Tidak berhasil. Periksa berkas atau sambungan ke server, lalu coba lagi.");
        default:
            return "";
        }
    }

    Connections {
        target: root.desk

        function onDone(): void {
            root.explains = false;
        }
    }

    aside: ActionButton {
        text: root.explains ? qsTr("Pilih yang lain") : qsTr("Kembali")
        symbol: "back"
        onClicked: {
            if (root.explains)
                root.explains = false;
            else
                root.gatherer.back();
        }
    }
    actions: [
        ToolButton {
            visible: !root.explains && root.desk.entries.length > root.beside
            text: qsTr("%1 lagi").arg(root.desk.entries.length - root.beside)
            label: qsTr("Lihat ikrar yang lain: %1 lagi").arg(root.desk.entries.length - root.beside)
            height: Theme.buttonHeight
            onClicked: root.first = root.first + root.beside < root.desk.entries.length ? root.first + root.beside : 0
        },
        ActionButton {
            visible: !root.explains && root.desk.decidedBy !== "" && root.desk.chosen < 0
            enabled: !root.desk.busy
            text: qsTr("Tarik ketetapan")
            symbol: "clear"
            onClicked: root.desk.undo()
        },
        ActionButton {
            visible: !root.explains
            primary: true
            enabled: root.desk.chosen >= 0 && !root.desk.busy
            text: qsTr("Lanjut")
            onClicked: root.explains = true
        },
        ActionButton {
            visible: root.explains
            primary: true
            enabled: root.desk.ready
            text: qsTr("Tetapkan")
            symbol: "check"
            onClicked: root.desk.decide()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 1.5 : 4)

        Words {
            width: parent.width
            text: root.desk.name
            stately: true
            strong: true
            lineHeight: 0.95
            font.pixelSize: Math.round(Theme.title * (Theme.low ? 0.8 : 1))
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: root.desk.identity
            lineHeight: 0.95
            font.pixelSize: Theme.caption
        }
        Words {
            visible: root.desk.sameInk
            width: parent.width
            text: qsTr("Goresan dua ikrar ini sama persis. Tangan tidak dapat mengulang goresan; laporkan kepada pemeriksa.")
            strong: true
            color: Theme.wrong
            lineHeight: 0.95
            font.pixelSize: Theme.caption
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.outcome
            strong: true
            color: root.desk.outcome === DecisionDesk.NotDone ? Theme.wrong : Theme.ink
            lineHeight: 0.95
            font.pixelSize: Theme.small
        }
        Words {
            width: parent.width
            text: {
                if (root.explains)
                    return qsTr("Mengapa ikrar ini yang dihitung?");
                if (root.desk.decidedBy !== "")
                    return qsTr("Ditetapkan oleh %1, %2: %3").arg(root.desk.decidedBy).arg(root.desk.decidedAt).arg(root.desk.decidedWhy);
                return qsTr("Belum ditetapkan; yang pertama dihitung. Sentuh yang seharusnya dihitung.");
            }
            strong: root.explains
            lineHeight: 0.95
            font.pixelSize: root.explains || !Theme.landscape ? Theme.small : Theme.caption
        }
        Row {
            id: cards

            visible: !root.explains
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.desk.entries

                EntryCard {
                    required property int index
                    required property var modelData

                    visible: index >= root.first && index < root.first + root.beside
                    width: (cards.width - (root.beside - 1) * cards.spacing) / root.beside
                    entry: modelData
                    current: root.desk.chosen === index
                    onClicked: root.desk.choose(index)
                }
            }
        }
        Grid {
            id: choices

            visible: root.explains && !Qt.inputMethod.visible // qmllint disable
            width: parent.width
            columns: Theme.landscape ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.reasons

                Choice {
                    required property string modelData

                    width: (choices.width - (choices.columns - 1) * Theme.gap) / choices.columns
                    text: modelData
                    current: root.desk.reason === modelData
                    onClicked: root.desk.reason = modelData
                }
            }
        }
        TextEntry {
            id: words

            visible: root.explains
            width: parent.width
            label: qsTr("Atau dengan kata-kata sendiri")
            text: root.desk.reason
            onEdited: text => root.desk.reason = text
            onSubmitted: words.field.focus = false
        }
    }
}
