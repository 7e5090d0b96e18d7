pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The public display: read from the last row, so that all of it is measured by the screen and not by the hand. Dark
// on light, which a projector can show in a bright hall.
Window {
    id: root

    required property Display display

    // A hundredth of the height of a screen that is 16 wide and 9 high.
    readonly property real unit: Math.max(1, Math.min(height / 100, width / 177.8))
    readonly property real side: 7 * unit

    title: display.ceremony.title
    color: Theme.paper

    HoverHandler {
        cursorShape: Qt.BlankCursor
    }
    Rectangle {
        id: rehearsal

        width: parent.width
        height: root.display.ceremony.rehearsal ? 8 * root.unit : 0
        visible: height > 0
        z: 1
        color: Theme.ink

        Words {
            anchors.centerIn: parent
            text: qsTr("GLADI · hanya latihan, bukan ikrar yang sah")
            strong: true
            color: Theme.paper
            font.pixelSize: Math.round(4 * root.unit)
            font.letterSpacing: 0.3 * root.unit
        }
    }
    Image {
        anchors {
            verticalCenter: stage.verticalCenter
            horizontalCenter: parent.right
        }
        width: parent.height * 1.2
        height: width
        source: "qrc:/ikrar/icons/guilloche.svg"
        sourceSize: Qt.size(width, height) // qmllint disable
        opacity: root.display.scene === Display.Title ? 0.28 : 0.1
        Accessible.ignored: true
    }
    Item {
        id: stage

        anchors {
            top: rehearsal.bottom
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }

        TitleScene {
            anchors.fill: parent
            visible: root.display.scene === Display.Title
            ceremony: root.display.ceremony
            unit: root.unit
            side: root.side
        }
        ReadScene {
            anchors.fill: parent
            visible: root.display.scene === Display.Opening || root.display.scene === Display.Clause
            ceremony: root.display.ceremony
            clause: root.display.scene === Display.Clause ? root.display.clause : -1
            unit: root.unit
            side: root.side
        }
        CountScene {
            anchors.fill: parent
            visible: root.display.scene === Display.Count
            display: root.display
            unit: root.unit
            side: root.side
        }
    }
}
