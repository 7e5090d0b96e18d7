pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Closing for good, by two people with two PINs.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property ClosingDesk desk: organizer.closing
    readonly property StoreState store: organizer.state
    readonly property bool asks: desk.step === ClosingDesk.First || desk.step === ClosingDesk.Second

    readonly property string heading: {
        switch (desk.step) {
        case ClosingDesk.Closed:
            return qsTr("Pencatatan ditutup");
        case ClosingDesk.SessionOpen:
            return qsTr("Sesi masih terbuka");
        case ClosingDesk.TooFew:
            return qsTr("Perlu dua orang");
        case ClosingDesk.Ready:
            return qsTr("Tutup pencatatan untuk selamanya?");
        default:
            return "";
        }
    }
    readonly property string help: {
        switch (desk.step) {
        case ClosingDesk.Closed:
            return qsTr("%1 ikrar sah. Ringkasan log yang terakhir kini tetap; salin log untuk para pemeriksa.").arg(store.signedInAll);
        case ClosingDesk.SessionOpen:
            return qsTr("Akhiri sesi lebih dahulu.");
        case ClosingDesk.TooFew:
            return qsTr("Penutupan disetujui dua orang dengan PIN masing-masing. Tambahkan yang kedua dengan perintah: ikrar organizer add");
        case ClosingDesk.Ready:
            return qsTr("Sesudah ini tidak ada lagi yang dapat berikrar, juga tidak pada sesi susulan.");
        default:
            return "";
        }
    }

    aside: ActionButton {
        text: root.desk.step === ClosingDesk.Ready ? qsTr("Jangan tutup") : qsTr("Kembali")
        symbol: "back"
        onClicked: root.organizer.back()
    }
    actions: [
        ActionButton {
            visible: root.asks
            primary: true
            text: qsTr("Setuju")
            symbol: "check"
            enabled: root.desk.gate.digits >= 6 && !root.desk.gate.checking
            onClicked: root.desk.gate.submit()
        },
        ActionButton {
            visible: root.desk.step === ClosingDesk.Ready
            primary: true
            enabled: !root.desk.busy
            text: qsTr("Tutup pencatatan")
            symbol: "seal"
            onClicked: root.desk.close()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 3 : 6)

        PinPad {
            width: parent.width
            height: implicitHeight
            visible: root.asks
            gate: root.desk.gate
            focus: true
            heading: root.desk.step === ClosingDesk.First ? qsTr("Penutupan: orang pertama") : qsTr("Penutupan: orang kedua")
            help: root.desk.firstName !== "" ? qsTr("%1 sudah setuju.").arg(root.desk.firstName) : qsTr("Dua orang menyetujui penutupan. Nama keduanya masuk berita acara.")
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.heading
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.desk.failed ? qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.") : root.help
            strong: root.desk.failed
            color: root.desk.failed ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.small
        }
        Column {
            visible: root.desk.step === ClosingDesk.Ready
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.5 : 4)

            FactLine {
                width: parent.width
                loud: true
                label: qsTr("Ikrar sah")
                value: root.store.signedInAll
            }
            FactLine {
                width: parent.width
                label: qsTr("Disetujui oleh")
                value: root.desk.firstName
            }
            FactLine {
                width: parent.width
                label: qsTr("dan oleh")
                value: root.desk.secondName
            }
        }
    }
}
