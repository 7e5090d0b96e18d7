import QtQuick
import Ikrar.Theme

// A line of a list: its text, and a mark at the end.
Item {
    id: root

    required property string text
    required property bool current
    required property bool marked

    readonly property color color: current ? Theme.reversed : Theme.ink

    implicitHeight: words.implicitHeight

    Words {
        id: words

        anchors {
            left: parent.left
            right: mark.left
            rightMargin: Theme.mm(2)
            verticalCenter: parent.verticalCenter
        }
        text: root.text
        strong: root.current
        color: root.color
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    Icon {
        id: mark

        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        visible: root.marked
        name: root.current ? "check" : "forward"
        size: Theme.mm(5)
        color: root.color
    }
}
