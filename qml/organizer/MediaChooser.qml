pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Where files go: sticks that are plugged in, then a folder of this machine.
Column {
    id: root

    required property MediaDesk desk
    property string heading: qsTr("Ke mana?")

    spacing: Theme.mm(Theme.compact ? 1.5 : 2.5)

    Words {
        width: parent.width
        text: root.heading
        strong: true
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
    Words {
        visible: root.desk.media.length === 0
        width: parent.width
        text: qsTr("Pasang stik USB.")
        strong: true
        color: Theme.wrong
        font.pixelSize: Theme.small
    }
    Grid {
        id: grid

        width: parent.width
        columns: width > Theme.mm(200) ? 2 : 1
        spacing: Theme.gap

        Repeater {
            model: root.desk.media

            Choice {
                required property int index
                required property var modelData

                width: (grid.width - (grid.columns - 1) * Theme.gap) / grid.columns
                height: Math.max(implicitHeight, Theme.small * 2.8 + Theme.mm(5))
                text: {
                    const kind = modelData.carried ? qsTr("USB %1").arg(modelData.name) : qsTr("Folder %1 (tetap di perangkat ini)").arg(modelData.name);
                    return modelData.readOnly ? qsTr("%1 · tidak dapat ditulisi").arg(kind) : qsTr("%1 · sisa %2").arg(kind).arg(modelData.free);
                }
                current: root.desk.chosen === index
                onClicked: root.desk.choose(index)
            }
        }
    }
}
