import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The person behind the receipt, by the bundle that is open; or why nobody is named.
Rectangle {
    id: root

    required property SignerView signer
    readonly property bool named: signer.state === SignerView.Person
    readonly property bool alarming: signer.state === SignerView.Differs || signer.state === SignerView.NoRow

    readonly property string why: {
        switch (signer.state) {
        case SignerView.NoNames:
            return qsTr("Berkas bukti ini untuk umum dan tidak memuat nama.");
        case SignerView.NoLog:
            return qsTr("Berkas bukti ini tidak memuat log tanda terima tersebut.");
        case SignerView.NoRow:
            return qsTr("Daftar hadir dalam berkas bukti tidak memuat pernyataan ini, padahal seharusnya ada.");
        case SignerView.Erased:
            return qsTr("Data orang ini sudah dihapus dari berkas bukti.");
        case SignerView.Differs:
            return qsTr("Baris daftar hadir tidak cocok dengan pernyataan ini: orangnya tidak dapat disebut.");
        default:
            return "";
        }
    }

    visible: signer.state !== SignerView.None
    height: column.height + Theme.mm(Theme.compact ? 5 : 8)
    radius: Theme.radius
    color: Theme.surface
    border.width: alarming ? Theme.focusRing : 0
    border.color: Theme.wrong

    Column {
        id: column

        anchors.centerIn: parent
        width: parent.width - Theme.mm(Theme.compact ? 6 : 10)
        spacing: Theme.mm(Theme.compact || Theme.low ? 1 : 2)

        Words {
            visible: !root.named
            width: parent.width
            text: root.why
            strong: true
            color: root.alarming ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.named
            width: parent.width
            text: root.signer.name
            strong: true
            font.pixelSize: Math.max(Theme.label, Theme.small)
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: root.named && root.signer.number !== ""
            width: parent.width
            text: root.signer.numberKind + "  " + root.signer.number
            strong: true
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.named
            width: parent.width
            text: root.signer.unit
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.named && root.signer.voided
            width: parent.width
            text: qsTr("Pernyataan ini dibatalkan.")
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
        Viewfinder {
            visible: root.named && root.signer.hasInk
            width: Math.min(parent.width, Theme.mm(Theme.compact || Theme.low ? 54 : 90))
            height: width / 3
            picture: root.signer.ink // qmllint disable
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Tanda tangan")
        }
        Words {
            visible: root.named && !root.signer.sealed
            width: parent.width
            text: qsTr("Nama dan unit menurut berkas bukti; hanya nomornya terikat segel.")
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
    }
}
