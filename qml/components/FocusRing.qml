import QtQuick
import Ikrar.Theme

// Where the keyboard is, drawn outside the item so that it hides nothing.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -Theme.focusRing - Theme.hairline
    visible: shown
    radius: Theme.radius + Theme.focusRing
    color: "transparent"
    border.width: Theme.focusRing
    border.color: Theme.brass
}
