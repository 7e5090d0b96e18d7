import QtQuick
import QtQuick.Templates as T

// Text wider than its place.
Item {
    Text {
        x: 20
        y: 20
        width: 60
        font.family: "Noto Sans"
        font.pixelSize: 24
        text: "Saya berikrar"
    }
}
