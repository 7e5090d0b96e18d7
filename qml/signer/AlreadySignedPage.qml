import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// Somebody who has signed before: nothing is wrong, and the receipt is there again, as a copy.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session

    fill: true
    bar: false

    ReceiptLayout {
        width: parent.width
        room: root.roomHeight
        session: root.session
        receipt: root.session.receipt
        celebrates: false
        heading: qsTr("Anda sudah berikrar")
        advice: qsTr("Anda tidak perlu berikrar lagi. Ini SALINAN tanda terima Anda; fotolah bila yang pertama belum tersimpan.")
    }
}
