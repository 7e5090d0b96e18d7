pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ikrar.Theme

// One line to type into, with its name above. The on-screen keyboard opens when it has the focus.
Item {
    id: root

    required property string label
    property alias text: input.text
    property alias hints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias field: input
    property bool wrong: false
    property string help: ""

    signal edited(text: string)
    signal submitted

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.mm(1)

        Words {
            width: parent.width
            text: root.label
            strong: true
            color: root.wrong ? Theme.wrong : Theme.inkSoft
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
        T.TextField {
            id: input

            width: parent.width
            height: Math.max(Theme.mm(14), implicitHeight)
            implicitHeight: contentHeight + Theme.mm(4)
            leftPadding: Theme.mm(4)
            rightPadding: leftPadding
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.ink
            selectionColor: Theme.petrol
            selectedTextColor: Theme.reversed
            maximumLength: 120
            font.family: Theme.sans
            font.pixelSize: Theme.body
            inputMethodHints: Qt.ImhNoPredictiveText
            activeFocusOnTab: true
            Accessible.name: root.label
            Accessible.description: root.help
            Accessible.role: Accessible.EditableText
            onTextEdited: root.edited(text)
            onAccepted: root.submitted()

            cursorDelegate: Rectangle {
                visible: input.cursorVisible
                width: Theme.mm(0.7)
                color: Theme.petrol
            }
            background: Rectangle {
                radius: Theme.radius
                color: Theme.surface
                border.width: input.activeFocus ? Theme.focusRing : Theme.hairline
                border.color: root.wrong ? Theme.wrong : input.activeFocus ? Theme.petrol : Theme.edge
            }
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.help
            color: root.wrong ? Theme.wrong : Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
}
