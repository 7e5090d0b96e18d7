import QtQuick
import QtQuick.Templates as T

// A button that hangs over the edge of the screen.
Item {
    T.Button {
        x: 700
        y: 100
        width: 200
        height: 60
        text: "Satu"
    }
}
