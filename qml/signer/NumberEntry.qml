pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A number of the kinds on offer: places that fill in beside (or above) a keypad, or a line with the keyboard where
// letters belong to it. Digits of a real keyboard or a scanner are taken too.
FocusScope {
    id: root

    required property IdentityInput identity
    property string question: ""
    property string help: ""
    // What is wrong besides the number, in place of the help; and another way than to type it, in words or as a button.
    property string alert: ""
    property string other: ""
    property string otherWay: ""

    signal otherWayChosen

    readonly property bool beside: Theme.landscape
    readonly property string kind: identity.kinds[identity.kindIndex] ?? ""

    implicitHeight: beside ? Math.max(left.implicitHeight, keypad.visible ? keypad.height : 0) : left.implicitHeight + (keypad.visible ? keypad.height + Theme.mm(8) : 0)

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
            root.identity.backspace();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            root.identity.submit();
        } else if (/^[0-9]$/.test(event.text)) {
            root.identity.type(event.text);
        } else {
            return;
        }
        event.accepted = true;
    }

    Column {
        id: left

        width: root.beside && keypad.visible ? root.width - keypad.width - Theme.mm(Theme.compact ? 7 : 14) : root.width
        anchors.verticalCenter: root.beside ? parent.verticalCenter : undefined
        spacing: Theme.mm(Theme.compact ? 3 : 6)

        Words {
            visible: text !== ""
            width: parent.width
            text: root.question
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: text !== "" && root.alert === ""
            width: parent.width
            text: root.help
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        Words {
            visible: text !== "" && root.alert === ""
            width: parent.width
            text: root.other
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.alert
            color: Theme.wrong
            strong: true
            font.pixelSize: Theme.small
            Accessible.role: Accessible.AlertMessage
        }
        Segments {
            visible: root.identity.kinds.length > 1
            options: root.identity.kinds
            current: root.identity.kindIndex
            onChosen: index => root.identity.kindIndex = index
        }
        IdentityField {
            visible: !root.identity.letters
            width: parent.width
            label: root.kind
            typed: root.identity.typed
            groups: root.identity.groups
            wrongAt: root.identity.wrongAt
            problem: root.identity.problem
        }
        TextEntry {
            id: line

            visible: root.identity.letters
            width: parent.width
            label: root.kind
            text: root.identity.typed
            wrong: root.identity.problem !== ""
            help: root.identity.problem
            hints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            onEdited: typed => {
                root.identity.clear();
                root.identity.type(typed);
            }
            onSubmitted: root.identity.submit()
        }
        ActionButton {
            visible: text !== ""
            text: root.otherWay
            symbol: "camera"
            onClicked: root.otherWayChosen()
        }
    }
    Keypad {
        id: keypad

        visible: !root.identity.letters
        anchors {
            right: root.beside ? parent.right : undefined
            horizontalCenter: root.beside ? undefined : parent.horizontalCenter
            verticalCenter: root.beside ? parent.verticalCenter : undefined
            bottom: root.beside ? undefined : parent.bottom
        }
        empty: root.identity.typed === ""
        onDigit: text => root.identity.type(text)
        onErase: root.identity.backspace()
        onClear: root.identity.clear()
    }
}
