import QtQuick
import Ikrar.Theme

// The double rule of an official letter, as wide as a hall sees it.
Item {
    id: root

    required property real unit

    height: 1.5 * unit
    Accessible.ignored: true

    Rectangle {
        width: parent.width
        height: Math.max(2, 0.8 * root.unit)
        color: Theme.petrol
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(1, 0.25 * root.unit)
        color: Theme.brass
    }
}
