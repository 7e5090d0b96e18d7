pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// A switch between a few short words, such as NIP and NIK.
Row {
    id: root

    required property var options
    required property int current

    signal chosen(index: int)

    spacing: Theme.gap

    Repeater {
        model: root.options

        ToolButton {
            required property int index
            required property string modelData

            text: modelData
            label: modelData
            current: index === root.current
            width: Math.max(Theme.mm(24), implicitWidth)
            textSize: Theme.small
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: current
            onClicked: root.chosen(index)
        }
    }
}
