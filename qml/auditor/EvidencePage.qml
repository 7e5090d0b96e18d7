import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// While the policy and the copy of the log are read, and where they cannot be used.
PageFrame {
    id: root

    required property Auditor auditor
    readonly property bool failed: auditor.page === Auditor.Failed

    Column {
        width: parent.width
        spacing: Theme.mm(6)

        Words {
            width: parent.width
            text: root.failed ? qsTr("Pemeriksaan belum dapat dimulai") : qsTr("Membaca kebijakan dan salinan log …")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: root.failed ? qsTr("Kebijakan atau salinan log tidak dapat dipakai. Periksa berkasnya, lalu buka kembali program ini.") : qsTr("Setiap catatan dalam salinan log diperiksa lebih dahulu. Untuk log yang besar, hal ini memerlukan waktu.")
        }
        Words {
            visible: root.failed
            width: parent.width
            text: root.auditor.failure
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
    }
}
