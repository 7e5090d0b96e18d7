import QtQuick
import QtQuick.Templates as T

// Nothing is wrong here.
Item {
    Text {
        x: 20
        y: 20
        width: 300
        font.family: "Noto Sans"
        font.pixelSize: 24
        text: "Saya berikrar"
    }
    T.Button {
        x: 20
        y: 100
        width: 200
        height: 60
        text: "Satu"
    }
    T.Button {
        x: 20
        y: 180
        width: 200
        height: 60
        text: "Dua"
    }
}
