pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Somebody helps the signer: who, and why. Recorded as such; all times are tripled.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property AssistanceForm form: session.assistance
    readonly property var reasons: [
        {
            "value": AssistanceForm.Sight,
            "text": qsTr("Sulit melihat")
        },
        {
            "value": AssistanceForm.Hands,
            "text": qsTr("Sulit menggerakkan tangan")
        },
        {
            "value": AssistanceForm.Reading,
            "text": qsTr("Sulit membaca")
        }
    ]

    align: 0.1

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.session.back()
    }
    actions: ActionButton {
        primary: true
        text: qsTr("Lanjut")
        symbol: "forward"
        symbolLast: true
        width: Math.max(implicitWidth, Theme.mm(Theme.compact ? 40 : 80))
        onClicked: root.form.submit()
    }

    Column {
        width: parent.width
        topPadding: Theme.mm(Theme.compact ? 1 : 8)
        bottomPadding: Theme.mm(2)
        spacing: Theme.mm(Theme.compact ? 3 : 7)

        Words {
            width: parent.width
            text: qsTr("Diisi oleh petugas yang membantu")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Grid {
            id: pair

            width: parent.width
            columns: Theme.landscape ? 2 : 1
            spacing: Theme.mm(Theme.compact ? 4 : 7)

            readonly property real entryWidth: columns === 2 ? (width - spacing) / 2 : width

            TextEntry {
                width: pair.entryWidth
                label: qsTr("Nama petugas")
                text: root.form.helperName
                wrong: root.form.tried && root.form.missing === AssistanceForm.HelperName
                help: wrong ? qsTr("Mohon isi nama petugas.") : ""
                onEdited: text => root.form.helperName = text
                onSubmitted: numberEntry.field.forceActiveFocus(Qt.TabFocusReason)
            }
            TextEntry {
                id: numberEntry

                width: pair.entryWidth
                label: qsTr("NIP atau NIK petugas")
                text: root.form.helperNumber
                wrong: root.form.tried && root.form.missing === AssistanceForm.HelperNumber
                hints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
                help: {
                    if (!wrong)
                        return "";
                    if (root.form.numberProblem !== "")
                        return root.form.numberProblem;
                    return qsTr("Mohon isi NIP (18 angka) atau NIK (16 angka) petugas.");
                }
                onEdited: text => root.form.helperNumber = text
                onSubmitted: field.focus = false
            }
        }
        Words {
            width: parent.width
            text: qsTr("Alasan bantuan")
            strong: true
            color: root.form.tried && root.form.missing === AssistanceForm.Reason ? Theme.wrong : Theme.inkSoft
            font.pixelSize: Theme.small
        }
        Grid {
            id: reasonGrid

            width: parent.width
            columns: Theme.landscape && Theme.growth < 1.2 ? 3 : 1
            spacing: Theme.gap

            Repeater {
                model: root.reasons

                Choice {
                    required property var modelData

                    width: (reasonGrid.width - (reasonGrid.columns - 1) * Theme.gap) / reasonGrid.columns
                    text: modelData.text
                    current: root.form.reason === modelData.value
                    onClicked: root.form.reason = modelData.value
                }
            }
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.form.tried && root.form.missing === AssistanceForm.Reason ? qsTr("Mohon pilih satu alasan.") : ""
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
        Choice {
            width: parent.width
            text: qsTr("Cap jempol sebagai pengganti tanda tangan")
            current: root.form.thumbMark
            Accessible.role: Accessible.CheckBox
            onClicked: root.form.thumbMark = !root.form.thumbMark
        }
    }
}
