import QtQuick
import QtQuick.Templates as T

// A button for a child's finger.
Item {
    T.Button {
        x: 20
        y: 100
        width: 40
        height: 60
        text: "Satu"
    }
}
