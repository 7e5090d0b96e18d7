import QtQuick
import QtQuick.Templates as T

// Text over other text.
Item {
    Text {
        x: 20
        y: 20
        width: 300
        font.family: "Noto Sans"
        font.pixelSize: 24
        text: "Saya berikrar"
    }
    Text {
        x: 20
        y: 26
        width: 300
        font.family: "Noto Sans"
        font.pixelSize: 24
        text: "Saya berikrar"
    }
}
