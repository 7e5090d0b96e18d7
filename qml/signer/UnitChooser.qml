pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A walk down the tree of units: the path so far, and what lies below it.
Column {
    id: root

    required property UnitPicker unit

    readonly property int columns: Theme.growth > 1.2 || width < Theme.mm(150) ? 1 : 2

    spacing: Theme.gap

    Row {
        width: parent.width
        visible: root.unit.chosen
        spacing: Theme.gap

        ToolButton {
            id: upButton

            symbol: "up"
            label: qsTr("Satu tingkat ke atas")
            anchors.verticalCenter: parent.verticalCenter
            onClicked: root.unit.up()
        }
        Words {
            width: parent.width - upButton.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            text: root.unit.path.join(" › ") // qmllint disable
            strong: true
            font.pixelSize: Theme.small
        }
    }
    Grid {
        width: parent.width
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.unit.options

            Choice {
                required property int index
                required property string modelData

                width: (root.width - (root.columns - 1) * Theme.gap) / root.columns
                text: modelData
                leads: true
                onClicked: root.unit.choose(index)
            }
        }
    }
}
