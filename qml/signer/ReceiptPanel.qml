import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The receipt itself: its QR as large as there is room, on white whatever the theme.
Rectangle {
    id: root

    required property ReceiptView receipt

    color: "#ffffff"
    radius: Theme.radius
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Kode QR tanda terima nomor %1").arg(receipt.number)

    Words {
        id: stamp

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.mm(1)
        visible: text !== ""
        text: {
            const words = [];
            if (root.receipt.rehearsal)
                words.push(qsTr("GLADI"));
            if (root.receipt.copy)
                words.push(qsTr("SALINAN"));
            return words.join(" · ");
        }
        wrapMode: Text.NoWrap
        strong: true
        color: "#000000"
        font.pixelSize: Theme.caption
        font.letterSpacing: Theme.mm(0.8)
    }
    QrItem {
        anchors {
            fill: parent
            margins: Theme.stroke
            topMargin: stamp.visible ? stamp.y + stamp.height : Theme.stroke
        }
        text: root.receipt.text
    }
}
