import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Before the first receipt: where to hold it, and what it will be held against.
PageFrame {
    id: root

    required property Auditor auditor

    align: 0
    aside: [
        ActionButton {
            text: qsTr("Tempel teks")
            symbol: "paste"
            onClicked: root.auditor.paste()
        },
        ActionButton {
            text: qsTr("Berkas bukti")
            symbol: "people"
            onClicked: root.auditor.showBundle()
        }
    ]

    // The camera keeps the height of the screen; where the words are longer, the page scrolls.
    Grid {
        id: grid

        readonly property real share: Theme.landscape ? (width - columnSpacing) / 2 : width

        width: parent.width
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.mm(8)
        rowSpacing: Theme.mm(8)

        CameraView {
            runs: root.auditor.cameraRuns
            picture: root.auditor.picture // qmllint disable
            advice: qsTr("Kamera belum tersambung. Pemindai genggam, berkas, dan teks tetap dapat dipakai.")
            width: grid.share
            height: Theme.landscape ? root.roomHeight - Theme.gap : Math.max(grid.share * 0.4, Math.min(grid.share * 0.9, root.roomHeight - words.height - grid.rowSpacing))
        }
        Column {
            id: words

            width: grid.share
            spacing: Theme.mm(Theme.compact ? 3 : 5)

            Words {
                width: parent.width
                text: qsTr("Arahkan tanda terima ke kamera")
                stately: true
                strong: true
                font.pixelSize: Theme.title
                Accessible.role: Accessible.Heading
            }
            Words {
                width: parent.width
                text: qsTr("Hasilnya langsung tampil. Tanda terima berikutnya dapat segera menyusul. Berkas gambar dan teks dapat diseret ke layar ini; pemindai genggam dapat langsung dipakai.")
                font.pixelSize: Theme.landscape ? Theme.small : Theme.body
            }
            EvidenceLines {
                width: parent.width
                auditor: root.auditor
            }
        }
    }
}
