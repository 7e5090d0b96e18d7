import QtQuick
import Ikrar.Components
import Ikrar.Theme

// What a unit's bar shows.
Item {
    id: root

    required property string unitName
    required property int signedEntries
    required property int expectedPeople
    required property real share
    required property bool leads

    readonly property bool complete: expectedPeople > 0 && signedEntries >= expectedPeople

    Words {
        anchors {
            left: parent.left
            right: count.left
            rightMargin: Theme.mm(2)
            bottom: bar.top
            bottomMargin: Theme.mm(0.6)
        }
        text: root.unitName + (root.leads ? "  ›" : "")
        lineHeight: 0.88
        font.pixelSize: Theme.caption
        Accessible.ignored: true
    }
    Words {
        id: count

        anchors {
            right: parent.right
            bottom: bar.top
            bottomMargin: Theme.mm(0.6)
        }
        text: root.expectedPeople > 0 ? qsTr("%1 / %2").arg(root.signedEntries).arg(root.expectedPeople) : root.signedEntries
        wrapMode: Text.NoWrap
        strong: true
        lineHeight: 0.88
        font.pixelSize: Theme.caption
        Accessible.ignored: true
    }
    Rectangle {
        id: bar

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            bottomMargin: Theme.mm(1)
        }
        height: Theme.mm(2.4)
        radius: height / 2
        color: Theme.tint
        border.width: Theme.hairline
        border.color: Theme.edge

        Rectangle {
            width: root.share > 0 ? Math.max(height, parent.width * root.share) : 0
            height: parent.height
            radius: height / 2
            color: root.complete && Theme.contrast === 0 ? Theme.toneGround[0] : Theme.petrol
        }
    }
}
