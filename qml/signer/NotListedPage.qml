import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A good number that the roster does not hold: most often one digit is another's.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session

    aside: ActionButton {
        text: qsTr("Batal")
        symbol: "close"
        onClicked: root.session.cancel()
    }
    actions: ActionButton {
        primary: true
        text: qsTr("Ketik ulang nomor")
        onClicked: root.session.back()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 4 : 9)

        Words {
            width: parent.width
            text: qsTr("Nomor ini belum ada di daftar peserta")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        IdentityField {
            width: parent.width
            label: qsTr("Nomor yang diketik")
            typed: root.session.identity.typed
            groups: root.session.identity.groups
            wrongAt: -1
            problem: ""
            still: true
        }
        Words {
            width: parent.width
            text: qsTr("Mohon cocokkan dengan kartu Anda. Jika sudah benar, Anda tetap dapat berikrar dengan mengisi data diri.")
        }
        ActionButton {
            text: qsTr("Nomor sudah benar, isi data diri")
            onClicked: root.session.useWalkIn()
        }
    }
}
