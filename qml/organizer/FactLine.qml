import QtQuick
import Ikrar.Components
import Ikrar.Theme

// A label and what it says, for pages of facts.
Row {
    id: root

    required property string label
    required property string value
    property bool warns: false
    property bool loud: false

    readonly property real labelWidth: width * (Theme.landscape ? 0.3 : 0.34)

    spacing: Theme.gap
    visible: value !== ""

    Words {
        width: root.labelWidth
        text: root.label
        color: Theme.inkSoft
        lineHeight: 0.95
        font.pixelSize: Theme.caption
        Accessible.ignored: true
    }
    Words {
        width: root.width - root.labelWidth - root.spacing - (mark.visible ? mark.width + root.spacing : 0)
        text: root.value
        strong: true
        color: root.warns ? Theme.wrong : Theme.ink
        lineHeight: 0.95
        font.pixelSize: root.loud ? Theme.label : Theme.caption
        Accessible.name: root.label + ": " + text
    }
    Icon {
        id: mark

        visible: root.warns
        name: "warning"
        color: Theme.wrong
        size: Theme.mm(6)
    }
}
