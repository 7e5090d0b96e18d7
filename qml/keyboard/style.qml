import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Ikrar.Components
import Ikrar.Theme

// Not bound: the keyboard makes these components in contexts of its own.
// Qt Virtual Keyboard loads this file by the name of its style. A key is as the keypad's keys are; each panel is given
// its key as `control`.
KeyboardStyle {
    id: style

    keyboardDesignWidth: 1000
    // Rows of 16 mm, less where the screen is narrow.
    keyboardDesignHeight: Math.round(1000 * Math.min(0.3, 80 / Theme.widthMm))
    keyboardRelativeLeftMargin: 0.008
    keyboardRelativeRightMargin: 0.008
    keyboardRelativeTopMargin: 0.02
    keyboardRelativeBottomMargin: 0.03

    keyboardBackground: Rectangle {
        color: Theme.tint

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.edge
        }
    }
    keyPanel: LetterPanel {}
    backspaceKeyPanel: LetterPanel {
        symbol: "erase"
    }
    shiftKeyPanel: LetterPanel {
        symbol: "up"
        held: InputContext.capsLockActive || InputContext.shiftActive
    }
    spaceKeyPanel: LetterPanel {
        caption: qsTr("spasi")
    }
    enterKeyPanel: LetterPanel {
        symbol: "check"
        dark: true
    }
    hideKeyPanel: LetterPanel {
        symbol: "down"
    }
    symbolKeyPanel: LetterPanel {}

    characterPreviewMargin: 0
    characterPreviewDelegate: Item {
        property string text
        property string flickLeft
        property string flickTop
        property string flickRight
        property string flickBottom
    }
    navigationHighlight: Rectangle {
        color: "transparent"
        border.width: Theme.focusRing
        border.color: Theme.brass
    }
    selectionListHeight: 0
    alternateKeysListItemWidth: Theme.mm(14)
    alternateKeysListItemHeight: Theme.mm(14)
    alternateKeysListDelegate: Item {}
    alternateKeysListHighlight: Item {}
    alternateKeysListBackground: Item {}
    popupListDelegate: Item {}
    popupListHighlight: Item {}
    popupListBackground: Item {}
}
