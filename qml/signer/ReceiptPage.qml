import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// The receipt, to photograph and take home.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property ReceiptView receipt: session.receipt

    fill: true
    bar: false

    ReceiptLayout {
        width: parent.width
        room: root.roomHeight
        session: root.session
        receipt: root.receipt
        heading: qsTr("Ikrar Anda sudah tercatat")
        advice: qsTr("Terima kasih. Fotolah kode ini dengan ponsel Anda dan simpan: inilah bukti Anda, dan siapa pun dapat memeriksanya.")
    }
}
