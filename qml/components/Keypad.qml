pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// Ten digits as on a telephone, with erase and clear in the corners.
Grid {
    id: root

    property bool empty: true

    signal digit(text: string)
    signal erase
    signal clear

    columns: 3
    spacing: Theme.gap

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        KeypadKey {
            required property string modelData

            text: modelData
            onClicked: root.digit(modelData)
        }
    }
    KeypadKey {
        symbol: "clear"
        label: qsTr("Kosongkan nomor")
        enabled: !root.empty
        opacity: enabled ? 1 : 0.35
        onClicked: root.clear()
    }
    KeypadKey {
        text: "0"
        onClicked: root.digit("0")
    }
    KeypadKey {
        symbol: "erase"
        label: qsTr("Hapus satu angka")
        enabled: !root.empty
        opacity: enabled ? 1 : 0.35
        autoRepeat: true
        onClicked: root.erase()
    }
}
