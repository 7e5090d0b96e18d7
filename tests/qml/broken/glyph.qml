import QtQuick
import QtQuick.Templates as T

// A character that the font does not have.
Item {
    Text {
        x: 20
        y: 20
        width: 300
        font.family: "Noto Sans"
        font.pixelSize: 24
        text: "Saya ✓"
    }
}
