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
    // Category, number, name and post, unit.
    property int question: 0
    readonly property bool answered: {
        switch (question) {
        case 0:
            return form.categoryIndex >= 0;
        case 1:
            return form.identity.complete;
        case 2:
            return form.name.trim() !== "";
        default:
            return form.unit.chosen;
        }
    }
    readonly property var headings: [qsTr("Anda termasuk golongan apa?"), qsTr("Ketik nomor Anda"), qsTr("Siapa nama Anda?"), qsTr("Di mana unit kerja Anda?")]

    align: 0.2
    onQuestionChanged: item.contentY = 0

    function goOn(): void {
        if (question < 3)
            ++question;
        else
            form.submit();
    }

    Connections {
        target: root.form.identity

        function onAccepted(): void {
            if (root.question === 1)
                root.goOn();
        }
    }

    aside: [
        ActionButton {
            text: qsTr("Kembali")
            symbol: "back"
            onClicked: {
                if (root.question > 0)
                    --root.question;
                else
                    root.session.back();
            }
        },
        ActionButton {
            visible: root.question === 1 && root.form.mayLackNumber
            quiet: true
            text: qsTr("Tanpa nomor")
            onClicked: {
                root.form.withoutNumber = true;
                root.goOn();
            }
        }
    ]
    actions: ActionButton {
        primary: true
        text: qsTr("Lanjut")
        symbol: "forward"
        symbolLast: true
        enabled: root.answered || root.question === 1
        width: Math.max(implicitWidth, Theme.mm(Theme.compact ? 40 : 80))
        onClicked: {
            if (root.question === 1 && !root.answered)
                root.form.identity.submit();
            else
                root.goOn();
        }
    }

    Column {
        width: parent.width
        topPadding: Theme.mm(Theme.compact ? 1 : 8)
        spacing: Theme.mm(Theme.compact ? 3 : 7)

        Words {
            width: parent.width
            visible: root.question !== 1
            text: root.headings[root.question]
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Grid {
            id: categories

            readonly property int across: width < Theme.mm(150) || Theme.growth > 1.2 ? 1 : 2

            visible: root.question === 0
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
            visible: root.question === 1
            width: parent.width
            identity: root.form.identity
            question: root.headings[1]
            onVisibleChanged: if (visible) {
                root.form.withoutNumber = false;
                forceActiveFocus(Qt.OtherFocusReason);
            }
        }
        TextEntry {
            id: nameEntry

            visible: root.question === 2
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

            visible: root.question === 2
            width: parent.width
            label: qsTr("Jabatan (boleh dikosongkan)")
            text: root.form.post
            onEdited: text => root.form.post = text
            onSubmitted: if (root.answered)
                root.goOn()
        }
        UnitChooser {
            visible: root.question === 3
            width: parent.width
            unit: root.form.unit
        }
        Words {
            visible: root.question === 0
            width: parent.width
            text: qsTr("Data ini ditandai “belum diverifikasi” sampai panitia memeriksanya.")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
}
