import QtQuick
import Ikrar.Theme

// All text of the kiosk: plain, wrapped, never cut.
Text {
    property bool strong: false
    property bool stately: false

    color: Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    lineHeight: Theme.lineHeight
    font.family: stately ? Theme.serif : Theme.sans
    font.bold: strong
    font.pixelSize: Theme.body
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
