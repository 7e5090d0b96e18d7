import QtQuick

// A line below the edge of a page that scrolls, with nothing to show that it does.
Item {
    Flickable {
        anchors.fill: parent
        contentHeight: 900

        Text {
            y: 800
            font.family: "Noto Sans"
            font.pixelSize: 24
            text: "Saya berikrar"
        }
    }
}
