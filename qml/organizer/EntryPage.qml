pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// One entry: who it is, its receipt again, the walk-in identified, or voided with a reason and asked twice.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property EntryDesk desk: organizer.entry

    property bool voiding: false

    readonly property var reasons: [qsTr("Orang yang keliru"), qsTr("Ganda"), qsTr("Ditarik kembali"), qsTr("Percobaan"), qsTr("Lainnya")]
    readonly property string outcome: {
        switch (desk.outcome) {
        case EntryDesk.Voided:
            return qsTr("Dibatalkan. Catatannya tetap ada di log, diikuti pembatalannya.");
        case EntryDesk.Identified:
            return qsTr("Tercatat: orangnya dikenali.");
        case EntryDesk.NotDone:
            return qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.");
        default:
            return "";
        }
    }
    readonly property SlipDesk slips: organizer.slips

    Connections {
        target: root.desk

        function onDone(): void {
            root.voiding = false;
        }
    }

    aside: ActionButton {
        text: root.voiding ? qsTr("Jangan batalkan") : qsTr("Kembali")
        symbol: "back"
        onClicked: {
            if (root.voiding) {
                root.voiding = false;
                root.desk.cancel();
            } else {
                root.organizer.back();
            }
        }
    }
    actions: [
        ActionButton {
            visible: !root.voiding && root.desk.voided === 0
            text: qsTr("Batalkan")
            symbol: "clear"
            onClicked: root.voiding = true
        },
        ActionButton {
            visible: !root.voiding && root.desk.unidentified
            enabled: !root.desk.busy
            primary: true
            text: qsTr("Dikenali")
            symbol: "person"
            onClicked: root.desk.identify()
        },
        ActionButton {
            visible: !root.voiding && !root.slips.busy && !(root.desk.unidentified && root.slips.prints)
            primary: !root.slips.prints && !root.desk.unidentified
            text: root.slips.prints ? qsTr("PDF") : qsTr("Salinan")
            symbol: "paste"
            onClicked: root.desk.saveReceipt()
        },
        ActionButton {
            visible: !root.voiding && root.slips.prints
            primary: !root.desk.unidentified
            text: root.slips.busy ? qsTr("Hentikan cetak") : qsTr("Cetak")
            onClicked: root.slips.busy ? root.slips.cancel() : root.desk.printReceipt()
        },
        ActionButton {
            visible: root.voiding
            primary: true
            enabled: root.desk.reason > 0 && !root.desk.busy
            text: root.desk.asking ? qsTr("Ya, batalkan") : qsTr("Lanjut")
            onClicked: root.desk.voidEntry()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 5)

        Words {
            visible: text !== ""
            width: parent.width
            text: root.desk.asking ? qsTr("Batalkan ikrar orang ini? Ini tidak dapat diurungkan.") : root.voiding ? qsTr("Mengapa dibatalkan?") : ""
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.label
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: root.desk.name
            stately: true
            strong: true
            lineHeight: 0.95
            font.strikeout: root.desk.voided > 0
            font.pixelSize: Theme.title
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.outcome
            strong: true
            color: root.desk.outcome === EntryDesk.NotDone ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
        SlipNotice {
            width: parent.width
            slips: root.slips
        }
        Column {
            width: parent.width
            visible: !root.voiding || root.desk.asking
            spacing: Theme.mm(Theme.compact ? 1.2 : 3)

            FactLine {
                visible: root.desk.asking
                width: parent.width
                loud: true
                label: qsTr("Alasan")
                value: root.reasons[root.desk.reason - 1] ?? ""
            }
            FactLine {
                width: parent.width
                label: root.desk.identityKind
                value: root.desk.identity
            }
            FactLine {
                width: parent.width
                label: qsTr("Unit kerja")
                value: root.desk.unit
            }
            FactLine {
                width: parent.width
                label: qsTr("Jabatan")
                value: root.desk.post !== "" ? qsTr("%1 (%2)").arg(root.desk.post).arg(root.desk.category) : root.desk.category
            }
            FactLine {
                width: parent.width
                label: qsTr("Nomor tanda terima")
                value: root.desk.number
            }
            FactLine {
                width: parent.width
                label: qsTr("Waktu")
                value: qsTr("%1, pukul %2, sesi %3").arg(root.desk.date).arg(root.desk.time).arg(root.desk.session) + (root.desk.assisted ? " · " + qsTr("dibantu petugas") : "")
            }
            FactLine {
                width: parent.width
                label: qsTr("Tanda tangan basah")
                value: root.desk.sheetRow !== "" ? qsTr("lembar %1, saksi %2").arg(root.desk.sheetRow).arg(root.desk.observer) : ""
            }
            FactLine {
                width: parent.width
                label: qsTr("Di luar daftar")
                value: !root.desk.walkIn ? "" : root.desk.identifiedBy !== "" ? qsTr("dikenali oleh %1").arg(root.desk.identifiedBy) : qsTr("belum diperiksa")
                warns: root.desk.walkIn && root.desk.identifiedBy === ""
            }
            FactLine {
                width: parent.width
                label: qsTr("Dibatalkan")
                value: root.reasons[root.desk.voided - 1] ?? ""
                warns: true
            }
        }
        Grid {
            id: choices

            visible: root.voiding && !root.desk.asking
            width: parent.width
            columns: Theme.landscape ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.reasons

                Choice {
                    required property int index
                    required property string modelData

                    width: (choices.width - (choices.columns - 1) * Theme.gap) / choices.columns
                    text: modelData
                    current: root.desk.reason === index + 1
                    onClicked: root.desk.chooseReason(index + 1)
                }
            }
        }
    }
}
