import QtQuick
import Ikrar.Theme

// A strip along the top edge: that this is a rehearsal and, where the screen is low, how far along.
Rectangle {
    id: root

    property string text: ""
    property string aside: ""

    readonly property bool urgent: text !== ""

    visible: text !== "" || aside !== ""
    color: urgent ? Theme.ink : Theme.tint
    implicitHeight: visible ? words.implicitHeight + Theme.mm(Theme.compact ? 0.8 : 2.4) : 0

    Words {
        id: lead

        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        text: root.aside
        wrapMode: Text.NoWrap
        strong: true
        color: words.color
        font.pixelSize: Theme.caption
    }
    Words {
        id: words

        readonly property real room: root.width - 2 * Theme.margin - (lead.text !== "" ? lead.width + Theme.gap : 0)

        anchors.verticalCenter: parent.verticalCenter
        x: lead.text !== "" ? root.width - Theme.margin - width : Theme.margin
        width: room
        horizontalAlignment: lead.text !== "" ? Text.AlignRight : Text.AlignHCenter
        text: root.text
        strong: true
        color: root.urgent ? Theme.paper : Theme.inkSoft
        font.pixelSize: Theme.caption
        font.letterSpacing: Theme.mm(0.2)
    }
}
