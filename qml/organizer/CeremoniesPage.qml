pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Which of the ceremonies that were merged is shown.
PageFrame {
    id: root

    required property Gatherer gatherer

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.gatherer.back()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 5)

        Words {
            width: parent.width
            text: qsTr("Kegiatan")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: root.gatherer.ceremonies

            Choice {
                required property int index
                required property string modelData

                width: parent.width
                text: modelData
                current: root.gatherer.chosen === index
                onClicked: root.gatherer.choose(index)
            }
        }
    }
}
