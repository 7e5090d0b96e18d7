pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A bundle: which one, its passphrase, how far its audit is, and what that came to.
PageFrame {
    id: root

    required property Auditor auditor
    readonly property BundleView bundle: auditor.bundle
    readonly property bool open: bundle.state === BundleView.Open
    readonly property color ground: Theme.toneGround[bundle.tone]
    readonly property color figure: Theme.toneInk[bundle.tone]

    align: 0
    aside: [
        ActionButton {
            visible: root.bundle.state === BundleView.None
            text: qsTr("Kembali")
            symbol: "back"
            onClicked: root.auditor.back()
        },
        ActionButton {
            visible: root.bundle.state !== BundleView.None
            text: qsTr("Tutup berkas")
            symbol: "close"
            onClicked: root.auditor.closeBundle()
        },
        ActionButton {
            visible: root.bundle.state === BundleView.None
            quiet: true
            text: qsTr("Cari lagi")
            onClicked: root.auditor.findBundles()
        }
    ]
    actions: ActionButton {
        primary: true
        visible: root.open || root.bundle.state === BundleView.Asking
        text: root.open ? qsTr("Pindai tanda terima") : qsTr("Buka")
        symbol: "forward"
        symbolLast: true
        enabled: root.open || root.bundle.passphrase !== ""
        onClicked: root.open ? root.auditor.back() : root.auditor.unsealBundle()
    }

    readonly property string heading: {
        switch (bundle.state) {
        case BundleView.Asking:
            return qsTr("Berkas bukti ini dikunci");
        case BundleView.Reading:
            return qsTr("Memeriksa berkas bukti …");
        case BundleView.Failed:
            return qsTr("Berkas ini tidak dapat dibuka");
        case BundleView.Open:
            return bundle.holds ? qsTr("BERKAS BUKTI COCOK") : qsTr("BERKAS BUKTI TIDAK COCOK");
        default:
            return qsTr("Buka berkas bukti");
        }
    }
    readonly property string advice: {
        switch (bundle.state) {
        case BundleView.Asking:
            return qsTr("Masukkan sandi yang diberikan penyelenggara. Huruf besar, huruf kecil, dan spasi tidak dibedakan.");
        case BundleView.Reading:
            return qsTr("Setiap baris dicocokkan dengan catatan log. Sementara itu tanda terima tetap dapat dipindai.");
        case BundleView.Failed:
            return qsTr("Periksa berkasnya, atau mintalah salinan yang baru kepada penyelenggara.");
        case BundleView.Open:
            return bundle.sentence;
        default:
            return auditor.bundlesFound.length > 0 ? qsTr("Pilih berkas, atau seret berkas lain ke layar ini.") : qsTr("Pasang flashdisk yang berisi berkas bukti (.zip), lalu sentuh Cari lagi. Berkas juga dapat diseret ke layar ini.");
        }
    }
    readonly property string names: {
        if (bundle.isPublic)
            return qsTr("Berkas ini untuk umum: tidak memuat nama, sehingga orang di balik tanda terima tidak ditampilkan.");
        if (!bundle.hasNames)
            return qsTr("Daftar hadirnya tidak dapat dibaca, sehingga orang di balik tanda terima tidak ditampilkan.");
        return bundle.namesSealed ? qsTr("Nama dan unit kerja terikat segel penutupan log.") : qsTr("Nama dan unit kerja belum terikat segel penutupan log; nomor identitas terikat.");
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact || Theme.low ? 3 : 6)

        Rectangle {
            width: parent.width
            height: said.height + (root.open ? Theme.mm(Theme.compact ? 5 : 10) : 0)
            radius: Theme.radius
            color: root.open ? root.ground : "transparent"

            Column {
                id: said

                anchors.centerIn: parent
                width: parent.width - (root.open ? Theme.mm(Theme.compact ? 6 : 12) : 0)
                spacing: Theme.mm(2)

                Row {
                    width: parent.width
                    spacing: Theme.mm(4)

                    Icon {
                        id: mark

                        visible: root.open
                        name: Theme.toneShape[root.bundle.tone]
                        color: root.figure
                        size: Theme.title * 1.2
                    }
                    Words {
                        width: parent.width - (root.open ? mark.width + parent.spacing : 0)
                        text: root.heading
                        color: root.open ? root.figure : Theme.ink
                        stately: !root.open
                        strong: true
                        font.pixelSize: Theme.title
                        Accessible.role: Accessible.Heading
                    }
                }
                Words {
                    width: parent.width
                    text: root.advice
                    color: root.open ? root.figure : Theme.ink
                    font.pixelSize: Theme.small
                }
            }
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.bundle.fileName
            wrapMode: Text.WrapAnywhere
            strong: true
            font.pixelSize: Theme.small
        }

        // What was found on media.
        Repeater {
            model: root.bundle.state === BundleView.None ? root.auditor.bundlesFound : []

            ActionButton {
                id: found

                required property string modelData
                required property int index

                width: Math.min(implicitWidth, root.width - 2 * Theme.margin)
                text: modelData
                onClicked: root.auditor.openFound(found.index)
            }
        }
        TextEntry {
            visible: root.bundle.state === BundleView.Asking
            width: Math.min(parent.width, Theme.mm(180))
            label: qsTr("Sandi")
            text: root.bundle.passphrase
            wrong: root.bundle.passphraseWrong
            help: wrong ? qsTr("Sandi itu bukan sandi berkas ini. Mohon periksa kembali.") : ""
            hints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhPreferUppercase
            // The keyboard comes and goes with it.
            onVisibleChanged: {
                if (visible)
                    field.forceActiveFocus(Qt.OtherFocusReason);
                else
                    field.focus = false;
            }
            onEdited: text => root.bundle.passphrase = text
            onSubmitted: root.auditor.unsealBundle()
        }
        Rectangle {
            visible: root.bundle.state === BundleView.Reading
            width: parent.width
            height: Theme.mm(6)
            radius: height / 2
            color: Theme.tint
            border.width: Theme.hairline
            border.color: Theme.edge
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTr("%1 persen").arg(Math.floor(root.bundle.progress * 100))

            Rectangle {
                width: Math.max(height, parent.width * root.bundle.progress)
                height: parent.height
                radius: height / 2
                color: Theme.petrol
            }
        }
        Words {
            visible: root.bundle.state === BundleView.Failed
            width: parent.width
            text: root.bundle.failure
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }

        // What it came to.
        Words {
            visible: root.open
            width: parent.width
            text: root.bundle.logs > 1 ? qsTr("%1 pernyataan dalam %2 log · %3 dibatalkan · %4 dihapus").arg(root.bundle.entries).arg(root.bundle.logs).arg(root.bundle.voided).arg(root.bundle.erased) : qsTr("%1 pernyataan · %2 dibatalkan · %3 dihapus").arg(root.bundle.entries).arg(root.bundle.voided).arg(root.bundle.erased)
            strong: true
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.open
            width: parent.width
            text: root.names
            font.pixelSize: Theme.small
        }
        Repeater {
            model: root.open ? root.bundle.findings : []

            Words {
                required property string modelData

                width: root.width - 2 * Theme.margin
                text: modelData
                wrapMode: Text.Wrap
                font.pixelSize: Theme.caption
                color: root.bundle.holds ? Theme.inkSoft : Theme.wrong
            }
        }
        Words {
            visible: root.open && root.bundle.moreFindings > 0
            width: parent.width
            text: qsTr("… dan %1 temuan lain; ikrar audit menyebut semuanya.").arg(root.bundle.moreFindings)
            font.pixelSize: Theme.caption
        }
    }
}
