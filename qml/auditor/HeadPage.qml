import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A log's head, how it stands to the one seen before, and its QR to carry on.
PageFrame {
    id: root

    required property Auditor auditor
    readonly property HeadView head: auditor.head

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.auditor.back()
    }

    function word(): string {
        switch (head.standing) {
        case HeadView.First:
            return qsTr("RINGKASAN LOG DICATAT");
        case HeadView.Same:
            return qsTr("SAMA");
        case HeadView.Consistent:
            return qsTr("SESUAI");
        case HeadView.Behind:
            return qsTr("TERTINGGAL");
        case HeadView.Undecided:
            return qsTr("LEBIH BARU");
        case HeadView.Rewritten:
            return qsTr("LOG DITULIS ULANG");
        default:
            return qsTr("TIDAK DAPAT DIPAKAI");
        }
    }

    function sentence(): string {
        switch (head.standing) {
        case HeadView.First:
            return qsTr("Ringkasan log ini yang pertama dari log tersebut. Pindai lagi di lain waktu untuk membandingkannya.");
        case HeadView.Same:
            return qsTr("Ringkasan log ini sama dengan yang sudah dicatat.");
        case HeadView.Consistent:
            return qsTr("Log hanya bertambah sejak ringkasan %1 catatan: tidak ada yang berubah.").arg(head.keptSize);
        case HeadView.Behind:
            return qsTr("Ringkasan log ini lebih lama daripada yang sudah dicatat (%1 catatan). Mintalah yang terbaru.").arg(head.keptSize);
        case HeadView.Undecided:
            return qsTr("Ringkasan log ini lebih baru daripada yang sudah dicatat (%1 catatan), tetapi tanpa salinan log yang mencakupnya tidak dapat dipastikan bahwa isinya tetap. Bukalah program ini dengan salinan log terbaru.").arg(head.keptSize);
        case HeadView.Rewritten:
            return head.savedTo !== "" ? qsTr("Satu log menyegel dua riwayat yang bertentangan. Bukti disimpan di %1. Segera laporkan kepada Bawaslu atau inspektorat.").arg(head.savedTo) : qsTr("Satu log menyegel dua riwayat yang bertentangan, tetapi bukti gagal disimpan. Foto layar ini dan segera laporkan kepada Bawaslu atau inspektorat.");
        default:
            return qsTr("Kode ini bukan ringkasan dari log yang dikenal kebijakan, atau segelnya tidak cocok.");
        }
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact || Theme.low ? 3 : 6)

        Rectangle {
            width: parent.width
            height: banner.height + Theme.mm(10)
            radius: Theme.radius
            color: Theme.toneGround[root.head.tone]

            Row {
                id: banner

                anchors.centerIn: parent
                width: parent.width - Theme.mm(12)
                spacing: Theme.mm(6)

                Icon {
                    id: mark

                    name: Theme.toneShape[root.head.tone]
                    color: Theme.toneInk[root.head.tone]
                    size: Theme.mm(Theme.compact ? 18 : 28)
                }
                Column {
                    width: parent.width - mark.width - parent.spacing
                    spacing: Theme.mm(2)

                    Words {
                        width: parent.width
                        text: root.word()
                        color: Theme.toneInk[root.head.tone]
                        strong: true
                        font.pixelSize: Theme.title
                        Accessible.role: Accessible.Heading
                    }
                    Words {
                        width: parent.width
                        text: root.sentence()
                        color: Theme.toneInk[root.head.tone]
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
        Words {
            visible: root.head.why !== ""
            width: parent.width
            text: root.head.why
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        Row {
            visible: root.head.standing !== HeadView.Unreadable
            width: parent.width
            spacing: Theme.mm(6)

            QrItem {
                id: code

                width: Math.min(parent.width * 0.45, Theme.mm(90), root.roomHeight - banner.height - Theme.mm(20))
                height: width
                text: root.head.note
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Kode QR ringkasan log")
            }
            Column {
                width: parent.width - code.width - parent.spacing
                spacing: Theme.mm(2)

                Words {
                    width: parent.width
                    text: root.head.origin
                    wrapMode: Text.WrapAnywhere
                    font.pixelSize: Theme.small
                }
                Words {
                    width: parent.width
                    text: qsTr("%1 catatan").arg(root.head.size)
                    strong: true
                }
                Words {
                    width: parent.width
                    text: root.head.root
                    wrapMode: Text.WrapAnywhere
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
