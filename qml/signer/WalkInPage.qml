pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Somebody who is not on the roster says who they are, one question at a time.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property WalkInForm form: session.walkIn
    readonly property int question: form.question
    readonly property string heading: {
        switch (question) {
        case WalkInForm.AskCategory:
            return qsTr("Anda mendaftar sebagai apa?");
        case WalkInForm.AskNumber:
            return qsTr("Ketik nomor Anda");
        case WalkInForm.AskName:
            return qsTr("Siapa nama Anda?");
        default:
            return qsTr("Di mana unit kerja Anda?");
        }
    }

    align: 0.2
    onQuestionChanged: {
        item.contentY = 0;
        // Away from the fields: nothing is typed here, and the keyboard would hide the units.
        if (question === WalkInForm.AskUnit)
            units.forceActiveFocus(Qt.OtherFocusReason);
    }

    aside: [
        ActionButton {
            text: qsTr("Kembali")
            symbol: "back"
            onClicked: root.session.back()
        },
        ActionButton {
            visible: root.question === WalkInForm.AskNumber && root.form.mayLackNumber
            quiet: true
            text: qsTr("Tanpa nomor")
            onClicked: root.form.nextWithoutNumber()
        }
    ]
    actions: ActionButton {
        primary: true
        text: qsTr("Lanjut")
        symbol: "forward"
        symbolLast: true
        enabled: root.form.mayGoOn
        width: Math.max(implicitWidth, Theme.mm(Theme.compact ? 40 : 80))
        onClicked: root.form.next()
    }

    Column {
        width: parent.width
        topPadding: Theme.mm(Theme.compact ? 1 : 8)
        spacing: Theme.mm(Theme.compact ? 3 : 7)

        Words {
            width: parent.width
            visible: root.question !== WalkInForm.AskNumber
            text: root.heading
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Grid {
            id: categories

            readonly property int across: width < Theme.mm(150) || Theme.growth > 1.2 ? 1 : 2

            visible: root.question === WalkInForm.AskCategory
            width: parent.width
            columns: across
            spacing: Theme.gap

            Repeater {
                model: root.form.categories

                Choice {
                    required property int index
                    required property string modelData

                    width: (categories.width - (categories.across - 1) * Theme.gap) / categories.across
                    text: modelData
                    current: index === root.form.categoryIndex
                    onClicked: root.form.categoryIndex = index
                }
            }
        }
        NumberEntry {
            visible: root.question === WalkInForm.AskNumber
            width: parent.width
            identity: root.form.identity
            question: root.heading
            onVisibleChanged: if (visible)
                forceActiveFocus(Qt.OtherFocusReason)
        }
        TextEntry {
            id: nameEntry

            visible: root.question === WalkInForm.AskName
            width: parent.width
            label: root.form.withoutNumber ? qsTr("Nama lengkap seperti di KTP") : qsTr("Nama lengkap dengan gelar")
            text: root.form.name
            wrong: root.form.tried && root.form.missing === WalkInForm.Name
            onEdited: text => root.form.name = text
            onSubmitted: postEntry.field.forceActiveFocus(Qt.TabFocusReason)
            onVisibleChanged: if (visible)
                field.forceActiveFocus(Qt.OtherFocusReason)
        }
        TextEntry {
            id: postEntry

            visible: root.question === WalkInForm.AskName
            width: parent.width
            label: qsTr("Jabatan (boleh dikosongkan)")
            text: root.form.post
            onEdited: text => root.form.post = text
            onSubmitted: root.form.next()
        }
        UnitChooser {
            id: units

            visible: root.question === WalkInForm.AskUnit
            width: parent.width
            unit: root.form.unit
        }
        Words {
            visible: root.question === WalkInForm.AskCategory
            width: parent.width
            text: qsTr("Data ini ditandai “belum diverifikasi” sampai penyelenggara memeriksanya.")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
}
