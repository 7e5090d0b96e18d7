import QtQuick
import QtQuick.Templates as T

// Two buttons in one place.
Item {
    T.Button {
        x: 20
        y: 100
        width: 200
        height: 60
        text: "Satu"
    }
    T.Button {
        x: 100
        y: 120
        width: 200
        height: 60
        text: "Dua"
    }
}
