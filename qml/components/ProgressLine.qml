import QtQuick
import Ikrar.Theme

// How much of something is done, as a bar; its number stands beside it.
Item {
    id: root

    property real share: 0
    property string label: ""

    implicitHeight: Math.max(bar.height, words.implicitHeight)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.label + " " + words.text

    Rectangle {
        id: bar

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - words.width - Theme.gap
        height: Theme.mm(5)
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.edge

        Rectangle {
            width: Math.round(parent.width * Math.min(1, Math.max(0, root.share)))
            height: parent.height
            radius: parent.radius
            color: Theme.petrol
        }
    }
    Words {
        id: words

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(implicitWidth, Theme.mm(18))
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
        text: qsTr("%1 %").arg(Math.floor(root.share * 100))
        strong: true
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
}
