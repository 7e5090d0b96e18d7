import QtQuick
import Ikrar.Theme

// A line drawing on a grid of 24, in the colour of the text beside it.
Item {
    id: root

    required property string name
    property color color: Theme.ink
    property real size: Theme.mm(6)
    property real weight: 2.2

    readonly property var paths: ({
            "back": "M15 4 L7 12 L15 20",
            "forward": "M9 4 L17 12 L9 20",
            "down": "M4 9 L12 17 L20 9",
            "up": "M4 15 L12 7 L20 15",
            "close": "M5 5 L19 19 M19 5 L5 19",
            "check": "M4 12.5 L10 18.5 L20.5 6",
            "undo": "M9 5 L4 10 L9 15 M4 10 H14.5 A5 5 0 0 1 14.5 20 H9",
            "clear": "M4 7 H20 M9 7 V4 H15 V7 M6.5 7 L7.5 20.5 H16.5 L17.5 7",
            "contrast": "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M12 3.4 V20.6 M12 7 L18.5 6 M12 10.5 H20.6 M12 14 H20.6 M12 17.5 L18.5 18",
            "erase": "M8 5 H21 V19 H8 L2.5 12 Z M11.5 9 L17.5 15 M17.5 9 L11.5 15",
            "hand": "M8 13 V5.5 A1.6 1.6 0 0 1 11.2 5.5 V11 V3.6 A1.6 1.6 0 0 1 14.4 3.6 V11 V5.2 A1.6 1.6 0 0 1 17.6 5.2 V14.5 A6.5 6.5 0 0 1 11 21 C8 21 6.5 19.5 5 17 L3 13.3 A1.5 1.5 0 0 1 5.6 12 L8 15",
            "person": "M12 3.5 A4.2 4.2 0 1 0 12 11.9 A4.2 4.2 0 1 0 12 3.5 M3.5 21 C4 16.5 7.5 14.7 12 14.7 C16.5 14.7 20 16.5 20.5 21",
            "people": "M9 5 A3.4 3.4 0 1 0 9 11.8 A3.4 3.4 0 1 0 9 5 M2 20 C2.4 16.4 5 14.6 9 14.6 C13 14.6 15.6 16.4 16 20 M15.5 5.3 A3.3 3.3 0 0 1 15.8 11.6 M17.5 14.9 C20.2 15.6 21.7 17.3 22 20",
            "warning": "M12 3.5 L22 20.5 H2 Z M12 9.5 V14.5 M12 17.2 V17.6",
            "keypad": "M5 5 H7 M11 5 H13 M17 5 H19 M5 12 H7 M11 12 H13 M17 12 H19 M5 19 H7 M11 19 H13 M17 19 H19",
            "good": "M12 2 A10 10 0 1 0 12 22 A10 10 0 1 0 12 2 M7.2 12.4 L10.8 16 L17 8.6",
            "bad": "M8 2.5 H16 L21.5 8 V16 L16 21.5 H8 L2.5 16 V8 Z M8.6 8.6 L15.4 15.4 M15.4 8.6 L8.6 15.4",
            "unread": "M3.5 3.5 H20.5 V20.5 H3.5 Z M9 9.4 A3 3 0 1 1 12.9 12.3 C12.2 12.7 12 13.2 12 14 M12 17 V17.3",
            "camera": "M3 7 H7.5 L9.5 4.5 H14.5 L16.5 7 H21 V19.5 H3 Z M12 9 A4 4 0 1 0 12 17 A4 4 0 1 0 12 9",
            "paste": "M8 4.5 H5 V21 H19 V4.5 H16 M8 3 H16 V6.5 H8 Z",
            "log": "M5 3 H19 V21 H5 Z M8.5 8 H15.5 M8.5 12 H15.5 M8.5 16 H12.5",
            "seal": "M12 2.5 A6.5 6.5 0 1 0 12 15.5 A6.5 6.5 0 1 0 12 2.5 M8 14.5 L6.5 21.5 L12 18.8 L17.5 21.5 L16 14.5 M9.3 9 L11.3 11 L15 7"
        })

    // A picture, not a Shape: the software renderer does not clip those (Qt 6.4).
    readonly property string drawing: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${String(color).replace("#", "%23")}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"><path d="${paths[name] ?? ""}"/></svg>`

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        source: root.name === "" ? "" : "data:image/svg+xml;utf8," + root.drawing
        sourceSize: Qt.size(root.size, root.size) // qmllint disable
    }
}
