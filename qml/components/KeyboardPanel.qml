import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Ikrar.Theme

// Qt Virtual Keyboard in our own dress: Indonesian letters, no settings key, no language key.
Item {
    id: root

    property bool english: false
    readonly property bool open: panel.active

    height: open ? panel.height : 0

    Rectangle {
        anchors.fill: parent
        visible: root.open
        color: Theme.line
    }
    InputPanel {
        id: panel

        width: root.width
        visible: active
        Component.onCompleted: {
            VirtualKeyboardSettings.styleName = "ikrar";
            VirtualKeyboardSettings.layoutPath = "qrc:/qt/qml/Ikrar/Components/keyboard/layouts";
            VirtualKeyboardSettings.activeLocales = ["id_ID"];
            VirtualKeyboardSettings.locale = "id_ID";
        }
    }
}
