import QtQuick
import Ikrar.Theme

// One place of a number: filled, next or still empty.
Item {
    id: root

    required property string text
    required property bool next
    required property bool wrong
    required property real size

    implicitWidth: Math.round(size * 0.66)
    implicitHeight: Math.round(size * 1.5)

    Rectangle {
        anchors.fill: parent
        visible: root.wrong
        radius: Theme.mm(0.8)
        color: Theme.wrongTint
    }
    Words {
        anchors.centerIn: parent
        text: root.text
        strong: true
        color: root.wrong ? Theme.wrong : Theme.ink
        font.pixelSize: root.size
        Accessible.ignored: true
    }
    Rectangle {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: root.wrong || root.next ? Theme.mm(1.1) : Theme.stroke
        color: root.wrong ? Theme.wrong : root.next ? Theme.petrol : root.text !== "" ? Theme.ink : Theme.edge
    }
}
