import QtQuick
import QtQuick.VirtualKeyboard.Styles
import Ikrar.Theme

// The face of one key of the on-screen keyboard.
KeyPanel {
    id: root

    property string symbol: ""
    property string caption: ""
    property bool held: false
    property bool dark: false

    // KeyPanel says only Item; the keyboard gives a BaseKey.
    readonly property var key: control
    readonly property color figure: dark || held ? Theme.reversed : Theme.ink

    Rectangle {
        anchors.fill: parent
        anchors.margins: Math.round(Theme.gap / 2)
        radius: Theme.radius
        color: {
            if (root.dark || root.held)
                return Theme.petrol;
            return root.key.pressed ? Theme.line : Theme.surface;
        }
        border.width: Theme.hairline
        border.color: Theme.edge

        Words {
            anchors.centerIn: parent
            visible: root.symbol === ""
            text: root.caption !== "" ? root.caption : root.key.displayText
            font.pixelSize: Theme.capital(root.caption !== "" ? 3.5 : 5)
            font.capitalization: root.key.uppercased && root.caption === "" ? Font.AllUppercase : Font.MixedCase
            color: root.figure
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: root.symbol !== ""
            name: root.symbol
            size: Theme.mm(6.5)
            color: root.figure
        }
    }
}
