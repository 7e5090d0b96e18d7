pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// How far along the way: four steps, the present one by name.
Item {
    id: root

    required property var steps
    required property int current

    implicitWidth: Math.max(bars.width, words.implicitWidth)
    implicitHeight: words.implicitHeight + Theme.mm(2) + bars.height
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Langkah %1 dari %2: %3").arg(current + 1).arg(steps.length).arg(steps[current] ?? "")

    Words {
        id: words

        width: root.width
        text: qsTr("%1 / %2  %3").arg(root.current + 1).arg(root.steps.length).arg(root.steps[root.current] ?? "")
        strong: true
        color: Theme.inkSoft
        font.pixelSize: Theme.caption
        Accessible.ignored: true
    }
    Row {
        id: bars

        anchors.bottom: parent.bottom
        spacing: Theme.mm(1.2)

        Repeater {
            model: root.steps.length

            Rectangle {
                required property int index

                width: Math.min(Theme.mm(16), (root.width - 3 * Theme.mm(1.2)) / 4)
                height: Theme.mm(1.3)
                radius: height / 2
                color: index <= root.current ? Theme.petrol : Theme.line
            }
        }
    }
}
