import QtQuick
import QtQuick.Templates as T

// Text that its line cuts.
Item {
    Text {
        x: 20
        y: 20
        width: 60
        elide: Text.ElideRight
        font.family: "Noto Sans"
        font.pixelSize: 24
        text: "Saya berikrar"
    }
}
