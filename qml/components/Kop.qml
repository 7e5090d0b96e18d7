import QtQuick
import Ikrar.Theme

// The double rule below the head of an official letter.
Item {
    implicitHeight: Theme.mm(1.1) + Theme.mm(0.7) + Theme.hairline
    Accessible.ignored: true

    Rectangle {
        width: parent.width
        height: Theme.mm(1.1)
        color: Theme.ink
    }
    Rectangle {
        y: parent.height - height
        width: parent.width
        height: Theme.hairline
        color: Theme.ink
    }
}
