import QtQuick
import Ikrar.Theme

// Above the page on screens with room for it: how far along, and the slot of the display tools.
Item {
    id: root

    required property var steps
    // -1: not on the way.
    required property int step
    property string heading: ""
    property alias slot: slotItem

    implicitHeight: Math.max(Theme.target + Theme.mm(Theme.compact ? 3 : 10), headingWords.visible ? headingWords.implicitHeight + Theme.mm(2) : 0)

    StepTrail {
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: slotItem.left
            rightMargin: Theme.gap
            verticalCenter: slotItem.verticalCenter
        }
        visible: root.step >= 0
        steps: root.steps
        current: Math.max(0, root.step)
    }
    Words {
        id: headingWords

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: slotItem.left
            rightMargin: Theme.gap
        }
        y: Math.min(root.height - height, slotItem.y + (slotItem.height - height) / 2)
        visible: root.step < 0 && text !== ""
        text: root.heading
        strong: true
        color: Theme.inkSoft
        font.pixelSize: Theme.caption
    }
    Item {
        id: slotItem

        anchors {
            right: parent.right
            rightMargin: Theme.margin
            bottom: parent.bottom
        }
        width: childrenRect.width
        height: Theme.target
    }
}
