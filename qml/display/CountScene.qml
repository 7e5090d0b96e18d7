pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// How many have pledged, rising, and by unit: numbers of people, never their names.
Item {
    id: root

    required property Display display
    required property real unit
    required property real side

    // What the number shows on its way up.
    property real shown: 0
    readonly property int many: display.signedAll
    readonly property real share: display.expected > 0 ? Math.min(1, shown / display.expected) : 0

    onManyChanged: {
        rise.to = many;
        rise.restart();
    }
    Component.onCompleted: shown = many

    NumberAnimation {
        id: rise

        target: root
        property: "shown"
        duration: 3 * Theme.calm
        easing.type: Easing.OutCubic
    }

    Item {
        id: head

        x: root.side
        y: 4 * root.unit
        width: root.width - 2 * root.side
        height: number.height

        Words {
            id: number

            text: Math.round(root.shown).toLocaleString(Qt.locale("id_ID"), "f", 0)
            wrapMode: Text.NoWrap
            stately: true
            strong: true
            color: Theme.petrol
            lineHeight: 0.95
            font.pixelSize: Math.round(27 * root.unit)
        }
        Column {
            anchors {
                left: number.right
                leftMargin: 4 * root.unit
                right: parent.right
                verticalCenter: parent.verticalCenter
            }
            spacing: 2 * root.unit

            Words {
                width: parent.width
                text: root.display.closed ? qsTr("orang telah berikrar. Pencatatan ditutup.") : qsTr("orang telah berikrar")
                stately: true
                strong: true
                lineHeight: 0.95
                font.pixelSize: Math.round(6.2 * root.unit)
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: root.display.expected > 0 ? qsTr("dari %1 yang terdaftar").arg(root.display.expected.toLocaleString(Qt.locale("id_ID"), "f", 0)) : ""
                font.pixelSize: Math.round(4.2 * root.unit)
            }
            Rectangle {
                visible: root.display.expected > 0
                width: parent.width
                height: 3.4 * root.unit
                radius: height / 2
                color: Theme.tint
                border.width: Math.max(1, 0.15 * root.unit)
                border.color: Theme.edge

                Rectangle {
                    width: root.share > 0 ? Math.max(height, parent.width * root.share) : 0
                    height: parent.height
                    radius: height / 2
                    color: Theme.petrol
                }
            }
        }
    }
    Rule {
        id: rule

        x: root.side
        y: head.y + head.height + 0.5 * root.unit
        width: root.width - 2 * root.side
        unit: root.unit
    }
    // Columns, filled from the top.
    Item {
        id: bars

        readonly property int most: root.width > root.height ? 2 : 1
        readonly property real rowHeight: 8.6 * root.unit
        readonly property real roomFor: root.height - y - 4 * root.unit
        readonly property int rowsFor: Math.max(1, Math.floor((roomFor + spacing) / (rowHeight + spacing)))

        x: root.side
        y: rule.y + rule.height + 3 * root.unit
        width: root.width - 2 * root.side
        readonly property int columns: repeater.count > rowsFor ? most : 1
        height: roomFor
        readonly property real columnSpacing: 7 * root.unit
        readonly property real spacing: 1.2 * root.unit

        Binding {
            target: root.display.tally
            property: "room"
            value: bars.rowsFor * bars.most
        }
        Repeater {
            id: repeater

            model: root.display.tally

            Item {
                id: bar

                required property int index
                required property string unitName
                required property int signedEntries
                required property int expectedPeople
                required property real share

                property real grown: 0
                readonly property bool complete: expectedPeople > 0 && signedEntries >= expectedPeople

                onShareChanged: {
                    grow.to = share;
                    grow.restart();
                }
                Component.onCompleted: grown = share

                x: Math.floor(index / bars.rowsFor) * (width + bars.columnSpacing)
                y: index % bars.rowsFor * (height + bars.spacing)
                width: (bars.width - (bars.columns - 1) * bars.columnSpacing) / bars.columns
                height: bars.rowHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2 dari %3").arg(unitName).arg(signedEntries).arg(expectedPeople)

                NumberAnimation {
                    id: grow

                    target: bar
                    property: "grown"
                    duration: 3 * Theme.calm
                    easing.type: Easing.OutCubic
                }
                Words {
                    anchors {
                        left: parent.left
                        right: count.left
                        rightMargin: 2 * root.unit
                        bottom: groove.top
                        bottomMargin: 0.8 * root.unit
                    }
                    height: 5.2 * root.unit
                    verticalAlignment: Text.AlignBottom
                    text: bar.unitName
                    lineHeight: 1 // what Fit reckons with
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Math.round(2 * root.unit)
                    font.pixelSize: Math.round(3.6 * root.unit)
                    Accessible.ignored: true
                }
                Words {
                    id: count

                    anchors {
                        right: parent.right
                        bottom: groove.top
                        bottomMargin: 0.4 * root.unit
                    }
                    text: bar.expectedPeople > 0 ? qsTr("%1 / %2").arg(bar.signedEntries).arg(bar.expectedPeople) : bar.signedEntries
                    wrapMode: Text.NoWrap
                    strong: true
                    lineHeight: 0.9
                    font.pixelSize: Math.round(3.8 * root.unit)
                    Accessible.ignored: true
                }
                Rectangle {
                    id: groove

                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 1.9 * root.unit
                    radius: height / 2
                    color: Theme.tint
                    border.width: Math.max(1, 0.12 * root.unit)
                    border.color: Theme.edge

                    Rectangle {
                        width: bar.grown > 0 ? Math.max(height, parent.width * bar.grown) : 0
                        height: parent.height
                        radius: height / 2
                        color: bar.complete ? Theme.toneGround[0] : Theme.brass
                    }
                }
            }
        }
    }
}
