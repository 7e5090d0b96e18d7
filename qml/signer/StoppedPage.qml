import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Signing has stopped: the whole screen says so, what becomes of receipts, and whom to call.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property CeremonyFacts ceremony: kiosk.ceremony
    readonly property StoreState store: kiosk.state

    bar: Theme.low && Theme.growth > 1.2
    align: 0.4

    readonly property string cause: {
        switch (store.stop) {
        case StoreState.DiskFull:
            return qsTr("Ruang penyimpanan perangkat ini penuh.");
        case StoreState.ReadOnly:
            return qsTr("Penyimpanan perangkat ini tidak dapat ditulisi.");
        case StoreState.DeviceFailed:
            return qsTr("Penyimpanan perangkat ini bermasalah.");
        case StoreState.Copy:
            return qsTr("Data di perangkat ini adalah salinan, dan salinan tidak mencatat ikrar baru.");
        case StoreState.RolledBack:
            return qsTr("Data di perangkat ini lebih lama daripada yang sudah diterbitkan.");
        case StoreState.Contradicted:
            return qsTr("Catatan di perangkat ini tidak cocok dengan yang dipegang saksi log atau pemeriksa.");
        case StoreState.NotOpened:
            return qsTr("Data ikrar di perangkat ini tidak dapat dibuka.");
        default:
            return qsTr("Terjadi gangguan saat menyimpan.");
        }
    }
    // Data that went back may lack what a receipt promised: then the receipt is the proof of it.
    readonly property string kept: {
        switch (store.stop) {
        case StoreState.RolledBack:
        case StoreState.Contradicted:
            return qsTr("Simpan tanda terima Anda: itulah bukti jika ada catatan yang hilang. Ikrar yang belum mendapat tanda terima belum tercatat.");
        default:
            return qsTr("Ikrar yang sudah mendapat tanda terima tetap tersimpan. Ikrar yang belum mendapat tanda terima belum tercatat.");
        }
    }
    // For the staff who are called.
    readonly property string remedy: {
        switch (store.stop) {
        case StoreState.DiskFull:
            return qsTr("Petugas perlu mengosongkan ruang. Setelah itu pencatatan berjalan lagi dengan sendirinya.");
        case StoreState.ReadOnly:
            return qsTr("Petugas perlu memeriksa penyimpanan. Setelah itu pencatatan berjalan lagi dengan sendirinya.");
        case StoreState.DeviceFailed:
            return qsTr("Petugas perlu menyalakan ulang perangkat.");
        case StoreState.Copy:
            return qsTr("Petugas perlu menyiapkan log baru di perangkat ini.");
        case StoreState.RolledBack:
        case StoreState.Contradicted:
            return qsTr("Petugas perlu menyimpan perangkat ini apa adanya untuk diperiksa.");
        case StoreState.NotOpened:
            return qsTr("Petugas perlu memeriksa penyimpanan, data, dan kata sandinya. Setelah itu data dibuka dengan sendirinya.");
        default:
            return qsTr("Perangkat ini memeriksa lagi dengan sendirinya. Mohon tunggu.");
        }
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 4 : 10)

        Flow {
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 4 : 8)

            Icon {
                id: sign

                name: "warning"
                color: Theme.wrong
                size: Theme.mm(Theme.compact ? 14 : Theme.low ? 20 : 30)
            }
            Words {
                // On a low screen beside the sign, else below it.
                width: Theme.low ? parent.width - sign.width - parent.spacing : parent.width
                text: qsTr("Pencatatan di perangkat ini berhenti")
                stately: true
                strong: true
                font.pixelSize: Theme.display
                Accessible.role: Accessible.AlertMessage
            }
        }
        Words {
            width: parent.width
            text: root.cause
        }
        Words {
            width: parent.width
            text: root.kept
        }
        Kop {
            width: parent.width
        }
        Words {
            width: parent.width
            text: root.ceremony.contact !== "" ? qsTr("Hubungi %1").arg(root.ceremony.contact) : qsTr("Mohon panggil petugas.")
            strong: true
            font.pixelSize: Theme.title
        }
        Words {
            width: parent.width
            text: root.remedy
            font.pixelSize: Theme.small
        }
    }
}
