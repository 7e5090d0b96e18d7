import QtQuick
import QtQuick.Templates as T

// Two buttons with no room between them.
Item {
    T.Button {
        x: 20
        y: 100
        width: 200
        height: 60
        text: "Satu"
    }
    T.Button {
        x: 20
        y: 164
        width: 200
        height: 60
        text: "Dua"
    }
}
