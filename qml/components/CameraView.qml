import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// What the camera sees, in a frame; until it does, what else to do.
Rectangle {
    id: root

    required property bool runs
    // A QImage.
    required property var picture
    // What to do meanwhile, where there is room to say it.
    property string advice: ""
    property bool small: false

    Accessible.role: Accessible.Graphic
    Accessible.name: runs ? qsTr("Gambar kamera") : qsTr("Tanpa kamera")
    color: "#101315"
    radius: Theme.radius
    border.width: Theme.stroke
    border.color: Theme.edge
    clip: true

    Viewfinder {
        anchors.fill: parent
        anchors.margins: Theme.stroke
        visible: root.runs
        picture: root.picture // qmllint disable
    }
    Column {
        anchors.centerIn: parent
        visible: !root.runs
        width: parent.width - Theme.mm(6)
        spacing: Theme.mm(2)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "camera"
            color: "#f6f1e6"
            size: Theme.mm(root.small ? 7 : 16)
        }
        Words {
            visible: !root.small
            width: parent.width
            text: root.advice
            color: "#f6f1e6"
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.small
        }
    }
}
