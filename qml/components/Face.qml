import QtQuick
import Ikrar.Theme

// What a button shows: a word, an icon, or both side by side, in the middle.
Item {
    id: root

    property string text: ""
    property string symbol: ""
    property bool symbolLast: false
    property color color: Theme.ink
    property real textSize: Theme.label
    property real iconSize: Math.round(textSize * 0.95)
    property bool strong: true

    implicitWidth: (words.visible ? words.implicitWidth : 0) + (icon.visible ? icon.width : 0) + (words.visible && icon.visible ? row.spacing : 0)
    implicitHeight: Math.max(words.visible ? words.implicitHeight : 0, icon.visible ? icon.height : 0)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.mm(2.5)
        layoutDirection: root.symbolLast ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: root.symbol
            color: root.color
            size: root.iconSize
        }
        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            width: Math.min(implicitWidth, root.width - (icon.visible ? icon.width + row.spacing : 0))
            text: root.text
            color: root.color
            strong: root.strong
            font.pixelSize: root.textSize
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
