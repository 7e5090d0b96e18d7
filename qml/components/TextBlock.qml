pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ikrar.Theme

// Several lines to type into, with their name above and what is wrong below.
Item {
    id: root

    required property string label
    property alias text: input.text
    property alias field: input
    property bool wrong: false
    property string help: ""
    property int lines: 3
    property int maximumLength: 4000

    signal edited(text: string)

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
        T.TextArea {
            id: input

            width: parent.width
            implicitHeight: Math.max(contentHeight, metrics.lineSpacing * root.lines) + topPadding + bottomPadding
            padding: Theme.mm(3)
            leftPadding: Theme.mm(4)
            rightPadding: leftPadding
            color: Theme.ink
            selectionColor: Theme.petrol
            selectedTextColor: Theme.reversed
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.family: Theme.sans
            font.pixelSize: Theme.small
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhMultiLine
            activeFocusOnTab: true
            Accessible.name: root.label
            Accessible.description: root.help
            Accessible.role: Accessible.EditableText
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onTextChanged: if (activeFocus)
                root.edited(text)

            FontMetrics {
                id: metrics

                font: input.font
            }
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
