pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// How many have signed, a bar a unit, as many as there is room for; and the ways through the tree of units.
Item {
    id: root

    required property UnitTally tally
    // Of when the numbers are; empty: nothing is said of it.
    property string moment: ""

    // A unit that has none below it.
    signal unitChosen(unitId: string)

    // Columns, filled from the top.
    Item {
        id: bars

        readonly property int most: width > Theme.mm(170 * Theme.headingGrowth) ? 2 : 1
        readonly property real rowHeight: Math.max(Theme.target, Theme.caption * 2.7 + Theme.mm(4.5))
        readonly property real roomFor: parent.height - (foot.visible ? foot.height + Theme.mm(3) : 0)
        readonly property int rowsFor: Math.max(1, Math.floor((roomFor + spacing) / (rowHeight + spacing)))

        width: parent.width
        height: roomFor
        readonly property int columns: repeater.count > rowsFor ? most : 1
        readonly property real spacing: Theme.mm(2.6)
        readonly property real columnSpacing: Theme.mm(6)

        Binding {
            target: root.tally
            property: "room"
            value: bars.rowsFor * bars.most
        }
        Repeater {
            id: repeater

            model: root.tally

            UnitBar {
                required property int index
                required property string unitId

                x: Math.floor(index / bars.rowsFor) * (width + bars.columnSpacing)
                y: index % bars.rowsFor * (height + bars.spacing)
                width: (bars.width - (bars.columns - 1) * bars.columnSpacing) / bars.columns
                height: bars.rowHeight
                onClicked: leads ? root.tally.enter(index) : root.unitChosen(unitId)
            }
        }
    }
    Row {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        // Its place is kept, so that the bars do not jump.
        spacing: Theme.gap

        ToolButton {
            id: upButton

            visible: root.tally.above !== ""
            symbol: "back"
            label: qsTr("Satu tingkat ke atas")
            onClicked: root.tally.up()
        }
        Words {
            width: parent.width - (upButton.visible ? upButton.width + parent.spacing : 0) - (nextButton.visible ? 2 * (nextButton.width + parent.spacing) : 0)
            anchors.verticalCenter: parent.verticalCenter
            text: {
                const words = [];
                if (root.tally.above !== "")
                    words.push(root.tally.above);
                if (root.tally.pages > 1)
                    words.push(qsTr("halaman %1 dari %2").arg(root.tally.page + 1).arg(root.tally.pages));
                if (root.moment !== "")
                    words.push(root.moment);
                return words.join(" · ");
            }
            lineHeight: 0.9
            font.pixelSize: Theme.caption
        }
        ToolButton {
            visible: root.tally.pages > 1
            symbol: "up"
            label: qsTr("Halaman sebelumnya")
            onClicked: root.tally.turn(-1)
        }
        ToolButton {
            id: nextButton

            visible: root.tally.pages > 1
            symbol: "down"
            label: qsTr("Halaman berikutnya")
            onClicked: root.tally.turn(1)
        }
    }
}
