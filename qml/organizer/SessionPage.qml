pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Opening a session, after its zero report was read; ending it, asked twice.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property SessionDesk desk: organizer.session
    readonly property StoreState store: organizer.state
    readonly property SlipDesk slips: organizer.slips

    readonly property string heading: {
        if (store.closed)
            return qsTr("Pencatatan sudah ditutup");
        if (store.sessionOpen)
            return desk.asking ? qsTr("Akhiri sesi %1 sekarang?").arg(store.sessionNumber) : qsTr("Sesi %1 terbuka").arg(store.sessionNumber);
        if (desk.endedSigned >= 0)
            return qsTr("Sesi diakhiri: %1 ikrar").arg(desk.endedSigned);
        if (!desk.reported)
            return qsTr("Menyiapkan laporan nol");
        return desk.followUp ? qsTr("Buka sesi susulan %1").arg(desk.nextNumber) : qsTr("Buka sesi %1").arg(desk.nextNumber);
    }
    readonly property string help: {
        if (desk.failed)
            return qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.");
        if (store.closed)
            return "";
        if (store.sessionOpen)
            return desk.asking ? qsTr("Yang sedang mengisi di kios tidak dapat melanjutkan. Sesi susulan dapat dibuka kemudian.") : qsTr("%1 orang berikrar pada sesi ini.").arg(store.signedInSession);
        if (desk.endedSigned >= 0)
            return qsTr("Jumlahnya tertulis di log. Untuk yang belum hadir dapat dibuka sesi susulan.");
        return qsTr("Laporan nol: bacakan di hadapan para saksi sebelum sesi dibuka.");
    }

    aside: ActionButton {
        text: root.desk.asking ? qsTr("Jangan akhiri") : qsTr("Kembali")
        symbol: "back"
        onClicked: root.desk.asking ? root.desk.cancel() : root.organizer.back()
    }
    actions: [
        ActionButton {
            visible: root.desk.hasReport && !root.store.sessionOpen
            text: root.slips.busy ? qsTr("Hentikan cetak") : root.slips.prints ? qsTr("Cetak laporan") : qsTr("Laporan PDF")
            symbol: root.slips.prints ? "" : "paste"
            onClicked: root.slips.busy ? root.slips.cancel() : root.desk.giveReport()
        },
        ActionButton {
            visible: root.desk.endedSigned >= 0 && !root.store.sessionOpen && !root.desk.reported
            text: qsTr("Sesi susulan")
            onClicked: root.desk.report()
        },
        ActionButton {
            visible: !root.store.sessionOpen && !root.store.closed && root.desk.reported
            primary: true
            enabled: !root.desk.busy
            text: qsTr("Buka sesi")
            symbol: "check"
            onClicked: root.desk.open()
        },
        ActionButton {
            visible: root.store.sessionOpen
            primary: true
            enabled: !root.desk.busy
            text: root.desk.asking ? qsTr("Ya, akhiri") : qsTr("Akhiri sesi")
            onClicked: root.desk.end()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 6)

        Words {
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
            text: root.help
            color: root.desk.failed ? Theme.wrong : Theme.ink
            strong: root.desk.failed
            font.pixelSize: Theme.small
        }
        SlipNotice {
            width: parent.width
            slips: root.slips
        }
        Kop {
            visible: facts.visible
            width: parent.width
        }
        Column {
            id: facts

            visible: root.desk.reported && !root.store.sessionOpen
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.5 : 4)

            FactLine {
                width: parent.width
                loud: true
                label: qsTr("Sudah berikrar pada sesi ini")
                value: "0"
            }
            FactLine {
                width: parent.width
                label: qsTr("Tempat")
                value: root.store.sessionPlace
            }
            FactLine {
                width: parent.width
                label: qsTr("Jam perangkat")
                value: {
                    const when = qsTr("%1, pukul %2").arg(root.desk.date).arg(root.desk.time);
                    return root.store.clockTrust === StoreState.Unknown ? qsTr("%1 (belum dipastikan; cocokkan dengan jam saksi)").arg(when) : when;
                }
                warns: root.store.clockTrust === StoreState.Unknown
            }
            FactLine {
                width: parent.width
                label: qsTr("Terdaftar")
                value: qsTr("%1 orang").arg(root.desk.rosterCount)
            }
            FactLine {
                width: parent.width
                label: qsTr("Sidik daftar peserta")
                value: root.desk.rosterDigest
            }
            FactLine {
                width: parent.width
                label: qsTr("Isi log")
                value: qsTr("%1 catatan").arg(root.desk.logSize)
            }
            FactLine {
                width: parent.width
                label: qsTr("Ringkasan log")
                value: root.desk.logHead
            }
        }
    }
}
