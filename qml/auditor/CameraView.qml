import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What the camera sees, in a frame; without a camera, what else to do.
Rectangle {
    id: root

    required property Auditor auditor
    property bool small: false

    Accessible.role: Accessible.Graphic
    Accessible.name: auditor.cameraRuns ? qsTr("Gambar kamera") : qsTr("Tanpa kamera")
    color: "#101315"
    radius: Theme.radius
    border.width: Theme.stroke
    border.color: Theme.edge
    clip: true

    Viewfinder {
        anchors.fill: parent
        anchors.margins: Theme.stroke
        visible: root.auditor.cameraRuns
        picture: root.auditor.picture // qmllint disable
    }
    Column {
        anchors.centerIn: parent
        visible: !root.auditor.cameraRuns
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
            text: qsTr("Kamera belum tersambung. Pemindai genggam, berkas, dan teks tetap dapat dipakai.")
            color: "#f6f1e6"
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.small
        }
    }
}
