import QtQuick
import QtQuick.Templates as T

// A text that has left its card.
Item {
    Rectangle {
        width: 200
        height: 100

        Text {
            x: 150
            font.family: "Noto Sans"
            font.pixelSize: 24
            text: "Saya berikrar"
        }
    }
}
