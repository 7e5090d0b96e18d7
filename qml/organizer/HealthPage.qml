pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Whether the kiosk is well: what stops it first, then everything that can go wrong.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property StoreState store: organizer.state

    readonly property string stop: {
        switch (store.stop) {
        case StoreState.None:
            return qsTr("mencatat");
        case StoreState.DiskFull:
            return qsTr("berhenti: penyimpanan penuh. Kosongkan ruang; pencatatan lalu berjalan lagi.");
        case StoreState.ReadOnly:
            return qsTr("berhenti: penyimpanan tidak dapat ditulisi. Periksa penyimpanannya.");
        case StoreState.DeviceFailed:
            return qsTr("berhenti: penyimpanan bermasalah. Nyalakan ulang perangkat.");
        case StoreState.Copy:
            return qsTr("berhenti: data ini salinan. Siapkan log baru dengan ikrar init.");
        case StoreState.RolledBack:
        case StoreState.Contradicted:
            return qsTr("berhenti: data ini tidak cocok dengan yang sudah diterbitkan. Simpan apa adanya untuk diperiksa.");
        case StoreState.NotOpened:
            return qsTr("data tidak dapat dibuka. Periksa penyimpanan, data, dan kata sandinya.");
        default:
            return qsTr("berhenti: gangguan saat menyimpan. Perangkat mencoba lagi dengan sendirinya.");
        }
    }

    Component.onCompleted: root.organizer.slips.look()

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.organizer.back()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 5)

        Words {
            width: parent.width
            text: qsTr("Perangkat %1").arg(root.organizer.ceremony.kioskId)
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        FactLine {
            width: parent.width
            loud: true
            label: qsTr("Pencatatan")
            value: root.stop
            warns: root.store.stop !== StoreState.None
        }
        FactLine {
            width: parent.width
            label: qsTr("Ikrar terakhir")
            value: root.organizer.lastSigned !== "" ? qsTr("pukul %1").arg(root.organizer.lastSigned) : qsTr("belum ada")
        }
        FactLine {
            width: parent.width
            label: qsTr("Jam")
            value: {
                switch (root.store.clockTrust) {
                case StoreState.Synchronised:
                    return qsTr("%1, %2, tersinkron").arg(root.store.dateNow).arg(root.store.timeNow);
                case StoreState.SetByOperator:
                    return qsTr("%1, %2, disetel petugas").arg(root.store.dateNow).arg(root.store.timeNow);
                default:
                    return qsTr("%1, %2, belum dipastikan").arg(root.store.dateNow).arg(root.store.timeNow);
                }
            }
            warns: root.store.clockTrust === StoreState.Unknown
        }
        FactLine {
            width: parent.width
            label: qsTr("Penyimpanan")
            value: root.store.disk === StoreState.Good ? qsTr("ruang cukup") : root.store.disk === StoreState.Low ? qsTr("ruang hampir habis: kurang dari 256 MB") : qsTr("belum diketahui")
            warns: root.store.disk !== StoreState.Good
        }
        FactLine {
            width: parent.width
            label: qsTr("Log")
            value: root.store.unpublished > 0 ? qsTr("%1 catatan, %2 menunggu terbit").arg(root.store.logSize).arg(root.store.unpublished) : qsTr("%1 catatan, semua terbit").arg(root.store.logSize)
        }
        BackupLine {
            width: parent.width
            organizer: root.organizer
        }
        FactLine {
            width: parent.width
            label: qsTr("Saksi log")
            value: root.store.witnesses === 0 ? qsTr("tidak ada yang diminta") : qsTr("%1 dari %2 tersambung, ringkasan %3 dari %4").arg(root.store.witnessesReached).arg(root.store.witnesses).arg(root.store.cosigned).arg(root.store.logSize)
            warns: root.store.witnesses > 0 && root.store.witnessesReached === 0
        }
        FactLine {
            width: parent.width
            label: qsTr("Pencetak")
            value: {
                const slips = root.organizer.slips;
                if (!slips.present)
                    return qsTr("tidak ada: tanda terima dan laporan disimpan sebagai PDF");
                return slips.trouble === SlipDesk.None ? qsTr("%1, siap").arg(slips.name) : qsTr("%1: %2").arg(slips.name).arg(printing.trouble);
            }
            warns: root.organizer.slips.trouble !== SlipDesk.None
        }
        SlipNotice {
            id: printing

            visible: false // its words only
            slips: root.organizer.slips
        }
    }
}
