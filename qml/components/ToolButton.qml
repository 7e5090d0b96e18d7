import QtQuick
import QtQuick.Templates as T
import Ikrar.Theme

// A small square of the tool bar: a letter, a word or an icon. `label` says aloud what it does.
T.Button {
    id: root

    required property string label
    property string symbol: ""
    property real textSize: Theme.caption
    property bool current: false

    implicitWidth: Math.max(Theme.target, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Theme.target
    leftPadding: Theme.mm(2)
    rightPadding: leftPadding
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45
    Accessible.name: label
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Face {
        text: root.symbol === "" ? root.text : ""
        symbol: root.symbol
        color: root.current ? Theme.reversed : Theme.ink
        textSize: root.textSize
        iconSize: Theme.mm(7)
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.current ? Theme.petrol : root.down ? Theme.tint : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
}
