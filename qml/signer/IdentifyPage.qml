import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// Who are you: by number. A number of fixed length leads on at its last digit.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session

    aside: [
        ActionButton {
            text: qsTr("Batal")
            symbol: "close"
            onClicked: root.session.cancel()
        },
        ActionButton {
            quiet: true
            text: qsTr("Cari dengan nama")
            onClicked: root.session.useSearch()
        }
    ]
    actions: ActionButton {
        primary: true
        text: qsTr("Lanjut")
        symbol: "forward"
        symbolLast: true
        visible: root.session.identity.groups.length === 0
        enabled: root.session.identity.typed !== ""
        onClicked: root.session.identity.submit()
    }

    NumberEntry {
        width: parent.width
        focus: true
        identity: root.session.identity
        question: qsTr("Ketik nomor Anda")
        help: {
            switch (identity.paper) {
            case IdentityInput.StaffCard:
                return qsTr("NIP atau NI PPPK, 18 angka, ada di kartu pegawai Anda.");
            case IdentityInput.IdentityCard:
                return qsTr("NIK, 16 angka, ada di KTP Anda.");
            default:
                return "";
            }
        }
    }
}
