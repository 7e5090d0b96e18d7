import QtQuick
import QtQuick.Templates as T
import Ikrar.Theme

T.Button {
    id: root

    property string symbol: ""
    property string label: text

    implicitWidth: Theme.key
    implicitHeight: Theme.key
    focusPolicy: Qt.TabFocus
    Accessible.name: label
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Face {
        text: root.symbol === "" ? root.text : ""
        symbol: root.symbol
        strong: false
        textSize: Theme.capital(6.4)
        iconSize: Theme.mm(8)
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.line : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.edge

        Rectangle {
            anchors {
                left: parent.left
                right: parent.right
                bottom: parent.bottom
                margins: Theme.hairline
            }
            height: root.down ? 0 : Theme.mm(0.6)
            radius: height
            color: Theme.line
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
}
