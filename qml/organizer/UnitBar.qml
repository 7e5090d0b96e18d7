import QtQuick
import QtQuick.Templates as T
import Ikrar.Components
import Ikrar.Theme

// One unit: its name, how many of how many, and a bar that grows.
T.Button {
    id: root

    required property string unitName
    required property int signedEntries
    required property int expectedPeople
    required property real share
    required property bool leads

    text: unitName
    leftPadding: Theme.mm(2)
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    focusPolicy: Qt.TabFocus
    Accessible.name: qsTr("%1: %2 dari %3").arg(unitName).arg(signedEntries).arg(expectedPeople)
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: UnitBarFace {
        unitName: root.unitName
        signedEntries: root.signedEntries
        expectedPeople: root.expectedPeople
        share: root.share
        leads: root.leads
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.tint : "transparent"

        FocusRing {
            shown: root.visualFocus
        }
    }
}
