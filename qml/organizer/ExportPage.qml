pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What is taken away, to where, and that it is whole there.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property ExportDesk desk: organizer.exports
    readonly property bool before: desk.document >= ExportDesk.InvitationCards
    readonly property bool choosing: desk.stage === ExportDesk.Choosing
    // What was chosen, now where to.
    property bool placing: false
    // The keyboard leaves no room for what stands below the field.
    readonly property bool narrowRoom: Theme.low && desk.stage === ExportDesk.Confirming && Qt.inputMethod.visible // qmllint disable

    readonly property var names: [qsTr("Daftar hadir, XLSX"), qsTr("Daftar hadir, CSV"), qsTr("Daftar hadir, JSON"), qsTr("Daftar hadir, PDF"), qsTr("Berita acara, PDF"), qsTr("Berkas bukti"), qsTr("Berkas bukti untuk umum"), qsTr("Kartu undangan, PDF"), qsTr("Lembar tanda tangan, PDF"), qsTr("Lembar kosong, PDF")]
    readonly property string what: {
        switch (desk.document) {
        case ExportDesk.Workbook:
            return qsTr("Lembar Hadir, Tidak Hadir, Rekap Unit, Ganda & Dibatalkan, dan Verifikasi.");
        case ExportDesk.List:
            return qsTr("Untuk lembar kerja: titik koma, UTF-8, NIP tetap utuh.");
        case ExportDesk.Json:
            return qsTr("Untuk aplikasi lain.");
        case ExportDesk.AttendanceSheet:
            return qsTr("Dengan goresan tanda tangan, rekap per unit, dan yang tidak hadir.");
        case ExportDesk.OfficialRecord:
            return qsTr("Ditandatangani basah setelah dicetak.");
        case ExportDesk.Bundle:
            return qsTr("Daftar hadir dengan buktinya, untuk Bawaslu dan inspektorat. Memuat data pribadi.");
        case ExportDesk.PublicBundle:
            return qsTr("Log dan jumlah per unit, tanpa nama dan nomor. Boleh diumumkan.");
        case ExportDesk.InvitationCards:
            return qsTr("Delapan kartu tiap A4, dengan kode QR pribadi.");
        case ExportDesk.SignatureSheets:
            return qsTr("Cadangan kertas dari daftar peserta; dimasukkan kemudian.");
        default:
            return qsTr("Cadangan kertas dengan baris kosong.");
        }
    }

    readonly property string heading: {
        switch (desk.stage) {
        case ExportDesk.Choosing:
            return root.placing ? root.names[desk.document] : root.before ? qsTr("Undangan dan lembar") : qsTr("Ekspor");
        case ExportDesk.Passphrase:
            return qsTr("Catat kata sandi ini");
        case ExportDesk.Confirming:
            return qsTr("Ketik kelompok ke-%1 dari catatan Anda").arg(desk.askedGroup);
        case ExportDesk.Writing:
            return qsTr("Menulis: %1").arg(root.names[desk.document]);
        case ExportDesk.Done:
            return desk.carried ? qsTr("Aman dicabut") : qsTr("Sudah ditulis");
        default:
            return qsTr("Tidak ditulis: %1").arg(root.names[desk.document]);
        }
    }

    align: choosing ? 0 : 0.4
    bar: !narrowRoom

    aside: ActionButton {
        text: {
            switch (root.desk.stage) {
            case ExportDesk.Writing:
                return qsTr("Hentikan");
            case ExportDesk.Confirming:
                return qsTr("Lihat lagi");
            case ExportDesk.Passphrase:
                return qsTr("Batal");
            default:
                return qsTr("Kembali");
            }
        }
        symbol: root.desk.stage === ExportDesk.Writing ? "close" : "back"
        onClicked: {
            if (root.choosing && root.placing)
                root.placing = false;
            else if (root.choosing)
                root.organizer.back();
            else if (root.desk.stage === ExportDesk.Confirming)
                root.desk.showAgain();
            else
                root.desk.cancel();
        }
    }
    actions: [
        ActionButton {
            visible: root.choosing && !root.placing
            primary: true
            text: qsTr("Lanjut")
            symbol: "forward"
            symbolLast: true
            onClicked: root.placing = true
        },
        ActionButton {
            visible: root.choosing && root.placing
            primary: true
            enabled: root.organizer.media.chosen >= 0
            text: qsTr("Tulis")
            symbol: "forward"
            symbolLast: true
            onClicked: root.organizer.startExport()
        },
        ActionButton {
            visible: root.desk.stage === ExportDesk.Passphrase
            primary: true
            text: qsTr("Sudah saya catat")
            onClicked: root.desk.wroteDown()
        },
        ActionButton {
            visible: root.desk.stage === ExportDesk.Confirming
            primary: true
            text: qsTr("Cocokkan")
            onClicked: root.desk.confirm(group.text)
        },
        ActionButton {
            visible: root.desk.stage === ExportDesk.Failed
            primary: true
            text: qsTr("Coba lagi")
            onClicked: root.organizer.startExport()
        },
        ActionButton {
            visible: root.desk.stage === ExportDesk.Done
            primary: true
            text: qsTr("Selesai")
            symbol: "check"
            onClicked: {
                root.placing = false;
                root.desk.cancel();
            }
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 5)

        Row {
            visible: !root.narrowRoom
            width: parent.width
            spacing: Theme.gap

            Icon {
                id: mark

                visible: root.desk.stage === ExportDesk.Done
                anchors.verticalCenter: parent.verticalCenter
                name: "good"
                size: Theme.title * 1.2
            }
            Words {
                width: parent.width - (mark.visible ? mark.width + parent.spacing : 0)
                text: root.heading
                stately: true
                strong: true
                lineHeight: 0.95
                font.pixelSize: Theme.title
                Accessible.role: Accessible.Heading
            }
        }
        // What, with what, to where.
        Column {
            visible: root.choosing
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 2.5 : 4.5)

            Grid {
                id: documents

                visible: !root.placing
                width: parent.width
                columns: Theme.landscape ? 3 : 2
                spacing: Theme.gap

                Repeater {
                    model: root.before ? [7, 8, 9] : [0, 3, 4, 5, 6, 1, 2]

                    Choice {
                        required property int modelData

                        width: (documents.width - (documents.columns - 1) * Theme.gap) / documents.columns
                        height: Math.max(implicitHeight, Theme.small * 2.8 + Theme.mm(Theme.compact ? 1 : 5))
                        text: root.names[modelData]
                        current: root.desk.document === modelData
                        onClicked: root.desk.choose(modelData)
                    }
                }
            }
            Words {
                width: parent.width
                text: root.what
                font.pixelSize: Theme.small
            }
            Segments {
                visible: root.placing && root.desk.document === ExportDesk.Bundle
                options: [qsTr("Disegel kata sandi"), qsTr("Tanpa segel")]
                current: root.desk.sealed ? 0 : 1
                onChosen: index => root.desk.sealed = index === 0
            }
            Segments {
                visible: root.placing && root.desk.hasPaper
                options: [qsTr("A4"), qsTr("F4")]
                current: root.desk.folio ? 1 : 0
                onChosen: index => root.desk.folio = index === 1
            }
            Column {
                visible: root.placing && root.before && root.desk.sessions.length > 1
                width: parent.width
                spacing: Theme.mm(2)

                Words {
                    width: parent.width
                    text: qsTr("Untuk sesi")
                    strong: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                }
                Row {
                    width: parent.width
                    spacing: Theme.gap

                    ToolButton {
                        symbol: "back"
                        label: qsTr("Sesi sebelumnya")
                        enabled: root.desk.session > 1
                        onClicked: root.desk.session = root.desk.session - 1
                    }
                    Words {
                        width: parent.width - 2 * (Theme.mm(24) + parent.spacing)
                        anchors.verticalCenter: parent.verticalCenter
                        text: qsTr("%1: %2").arg(root.desk.session).arg(root.desk.sessions[root.desk.session - 1] ?? "")
                        strong: true
                        font.pixelSize: Theme.small
                    }
                    ToolButton {
                        symbol: "forward"
                        label: qsTr("Sesi berikutnya")
                        enabled: root.desk.session < root.desk.sessions.length
                        onClicked: root.desk.session = root.desk.session + 1
                    }
                }
            }
            Row {
                visible: root.placing && root.desk.document === ExportDesk.BlankSheets
                width: parent.width
                spacing: Theme.gap

                ToolButton {
                    text: qsTr("–")
                    label: qsTr("Kurangi lembar")
                    enabled: root.desk.sheets > 1
                    onClicked: root.desk.sheets = root.desk.sheets - 1
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("%1 lembar").arg(root.desk.sheets)
                    strong: true
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.small
                }
                ToolButton {
                    text: qsTr("+")
                    label: qsTr("Tambah lembar")
                    onClicked: root.desk.sheets = root.desk.sheets + 1
                }
            }
            TextEntry {
                visible: root.placing && root.desk.document === ExportDesk.OfficialRecord
                width: parent.width
                label: qsTr("Nomor berita acara (boleh diisi tangan)")
                text: root.desk.number
                onEdited: text => root.desk.number = text
            }
            Words {
                visible: root.placing && root.desk.document === ExportDesk.OfficialRecord
                width: parent.width
                text: qsTr("Kejadian khusus diambil dari Catatan kejadian.")
                font.pixelSize: Theme.small
            }
            MediaChooser {
                visible: root.placing
                width: parent.width
                desk: root.organizer.media
            }
        }
        // The passphrase, large, before anything is written.
        Column {
            visible: root.desk.stage === ExportDesk.Passphrase
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 3 : 6)

            Words {
                width: parent.width
                text: root.desk.passphrase
                strong: true
                lineHeight: 1.15
                font.pixelSize: Math.round(Theme.title * (Theme.low ? 1.15 : 1.35))
                font.letterSpacing: Theme.mm(0.6)
                Accessible.name: qsTr("Kata sandi: %1").arg(text)
            }
            Words {
                width: parent.width
                text: qsTr("Hanya ditampilkan sekarang dan tidak disimpan di mana pun. Tulis di kertas; sampaikan kepada penerima secara terpisah, jangan bersama berkasnya.")
                font.pixelSize: Theme.small
            }
        }
        TextEntry {
            id: group

            visible: root.desk.stage === ExportDesk.Confirming
            width: parent.width
            label: !root.narrowRoom ? qsTr("Empat huruf atau angka") : root.desk.mistyped ? qsTr("Tidak sama. Ketik lagi kelompok ke-%1").arg(root.desk.askedGroup) : root.heading
            maximumLength: 8
            hints: Qt.ImhNoPredictiveText | Qt.ImhUppercaseOnly | Qt.ImhSensitiveData
            wrong: root.desk.mistyped
            help: root.desk.mistyped && !root.narrowRoom ? qsTr("Tidak sama. Lihat lagi kata sandinya dan periksa catatan Anda.") : ""
            onSubmitted: root.desk.confirm(text)
            onVisibleChanged: {
                text = "";
                if (visible)
                    field.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
        ProgressLine {
            visible: root.desk.stage === ExportDesk.Writing
            width: parent.width
            label: root.heading
            share: root.desk.progress
        }
        Words {
            visible: root.desk.stage === ExportDesk.Writing
            width: parent.width
            text: qsTr("Jangan cabut medianya. Ditulis, dibaca kembali, lalu diperiksa.")
            font.pixelSize: Theme.small
        }
        ProblemWords {
            width: parent.width
            problem: root.desk.problem
        }
        Column {
            visible: root.desk.stage === ExportDesk.Done
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.2 : 3)

            FactLine {
                width: parent.width
                loud: true
                label: qsTr("Berkas")
                value: root.desk.fileName
            }
            FactLine {
                width: parent.width
                label: qsTr("Folder")
                value: root.desk.folder
            }
            FactLine {
                width: parent.width
                label: qsTr("Isi")
                value: root.before ? root.desk.document === ExportDesk.BlankSheets ? "" : qsTr("%1 orang").arg(root.desk.rows) : root.desk.rows > 0 ? qsTr("%1 catatan ikrar").arg(root.desk.rows) : root.desk.document === ExportDesk.PublicBundle ? "" : qsTr("belum ada yang berikrar")
            }
            FactLine {
                width: parent.width
                label: qsTr("Ukuran")
                value: qsTr("%1, dibaca kembali dan sama").arg(root.desk.size)
            }
            FactLine {
                width: parent.width
                label: qsTr("SHA-256")
                value: root.desk.digest
            }
            Words {
                visible: root.desk.unremembered
                width: parent.width
                text: qsTr("Perangkat tidak dapat mencatat ke mana berkas ini pergi. Catat sendiri: penghapusan data kelak tidak menyebutnya.")
                strong: true
                color: Theme.wrong
                font.pixelSize: Theme.small
            }
            Words {
                visible: root.desk.early
                width: parent.width
                text: qsTr("Pencatatan belum ditutup: buat lagi berkas bukti untuk disimpan setelah penutupan.")
                strong: true
                font.pixelSize: Theme.small
            }
        }
    }
}
