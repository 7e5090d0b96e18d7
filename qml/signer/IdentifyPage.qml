import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Who are you: by number, or by an invitation card held to the camera or to a scanner. A number of fixed length, and a
// card that is known, lead on by themselves.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property InvitationScan card: session.invitation
    readonly property string problem: {
        switch (card.problem) {
        case InvitationScan.NotInvitation:
            return qsTr("Kode itu bukan kartu undangan. Silakan ketik nomor Anda.");
        case InvitationScan.NotKnown:
            return qsTr("Kartu undangan itu tidak berlaku di sini. Silakan ketik nomor Anda.");
        default:
            return "";
        }
    }

    aside: [
        ActionButton {
            text: qsTr("Batal")
            symbol: "close"
            onClicked: root.session.cancel()
        },
        ActionButton {
            visible: !root.card.looking
            quiet: true
            text: qsTr("Cari dengan nama")
            onClicked: root.session.useSearch()
        }
    ]
    actions: [
        ActionButton {
            primary: true
            text: qsTr("Lanjut")
            symbol: "forward"
            symbolLast: true
            visible: !root.card.looking && root.session.identity.groups.length === 0
            enabled: root.session.identity.typed !== ""
            onClicked: root.session.identity.submit()
        },
        ActionButton {
            visible: root.card.looking
            text: qsTr("Ketik nomor")
            onClicked: root.card.stopLooking()
        }
    ]

    NumberEntry {
        visible: !root.card.looking
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
        alert: root.problem
        // A tablet has no room for it in the largest text.
        other: root.card.hasCamera || (Theme.compact && Theme.growth > 1.2) ? "" : qsTr("Kartu undangan dapat dipindai dengan pemindai di sini.")
        otherWay: root.card.hasCamera ? qsTr("Pindai kartu undangan") : ""
        onOtherWayChosen: root.card.look()
    }
    Grid {
        id: camera

        readonly property real share: Theme.landscape ? (width - columnSpacing) / 2 : width

        visible: root.card.looking
        width: parent.width
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.mm(8)
        rowSpacing: Theme.mm(8)

        Column {
            width: camera.share
            spacing: Theme.mm(Theme.compact ? 3 : 6)

            Words {
                width: parent.width
                text: qsTr("Tunjukkan kartu undangan")
                stately: true
                strong: true
                font.pixelSize: Theme.title
                Accessible.role: Accessible.Heading
            }
            Words {
                visible: root.problem === ""
                width: parent.width
                text: qsTr("Hadapkan kode QR kartu Anda ke kamera. Kamera mati setelah kartu terbaca.")
                font.pixelSize: Theme.small
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: root.problem
                color: Theme.wrong
                strong: true
                font.pixelSize: Theme.low ? Theme.small : Theme.body
                Accessible.role: Accessible.AlertMessage
            }
        }
        CameraView {
            runs: root.card.cameraRuns
            picture: root.card.picture // qmllint disable
            advice: qsTr("Kamera sedang disiapkan.")
            width: camera.share
            height: Theme.landscape ? root.roomHeight - Theme.gap : Math.min(width * 0.9, root.roomHeight * 0.6)
        }
    }
}
