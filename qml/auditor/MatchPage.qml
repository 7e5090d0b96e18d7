pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Whether the receipt is a certain person's: the number and the matching code that the signer gives.
PageFrame {
    id: root

    required property Auditor auditor
    readonly property PersonMatch person: auditor.person

    aside: ActionButton {
        text: qsTr("Kembali ke hasil")
        symbol: "back"
        onClicked: root.auditor.back()
    }
    actions: ActionButton {
        primary: true
        text: qsTr("Cocokkan")
        symbol: "check"
        enabled: root.person.identity !== "" && root.person.code !== ""
        onClicked: root.auditor.answerPerson()
    }

    function answer(): string {
        switch (person.answer) {
        case PersonMatch.Matches:
            return qsTr("Cocok: tanda terima ini milik orang dengan nomor tersebut.");
        case PersonMatch.Differs:
            return qsTr("Tidak cocok: tanda terima ini milik orang lain, atau kodenya milik tanda terima lain.");
        case PersonMatch.CodeWrong:
            return qsTr("Kode ini belum benar. Kode pencocokan terdiri atas 26 huruf dan angka; mohon periksa kembali.");
        case PersonMatch.NumberWrong:
            return person.problem !== "" ? person.problem : qsTr("Mohon periksa kembali nomornya.");
        default:
            return "";
        }
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact || Theme.low ? 3 : 6)

        Words {
            width: parent.width
            text: qsTr("Cocokkan dengan orangnya")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: !Theme.compact
            width: parent.width
            text: qsTr("Penanda tangan memberikan nomor dan kode pencocokannya. Keduanya tidak disimpan.")
            font.pixelSize: Theme.small
        }
        Row {
            id: kinds

            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.person.kinds

                Choice {
                    required property string modelData
                    required property int index

                    width: (kinds.width - kinds.spacing * (root.person.kinds.length - 1)) / root.person.kinds.length
                    text: modelData
                    current: index === root.person.kindIndex
                    onClicked: root.person.kindIndex = index
                }
            }
        }
        Grid {
            id: entries

            readonly property real share: Theme.landscape ? (width - columnSpacing) / 2 : width

            width: parent.width
            columns: Theme.landscape ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            TextEntry {
                width: entries.share
                label: qsTr("Nomor atau nama")
                text: root.person.identity
                hints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                onEdited: text => root.person.identity = text
                onSubmitted: root.auditor.answerPerson()
            }
            TextEntry {
                width: entries.share
                label: qsTr("Kode pencocokan")
                text: root.person.code
                hints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhPreferUppercase
                onEdited: text => root.person.code = text
                onSubmitted: root.auditor.answerPerson()
            }
        }
        Rectangle {
            visible: answerWords.text !== ""
            width: parent.width
            height: answerWords.height + Theme.mm(8)
            radius: Theme.radius
            color: Theme.toneGround[root.person.tone]

            Icon {
                id: answerMark

                anchors.verticalCenter: parent.verticalCenter
                x: Theme.mm(4)
                name: Theme.toneShape[root.person.tone]
                color: Theme.toneInk[root.person.tone]
                size: Theme.mm(10)
            }
            Words {
                id: answerWords

                anchors.verticalCenter: parent.verticalCenter
                x: answerMark.x + answerMark.width + Theme.mm(4)
                width: parent.width - x - Theme.mm(4)
                text: root.answer()
                color: Theme.toneInk[root.person.tone]
                strong: true
            }
        }
    }
}
