import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The keys that are trusted and the copy of the log that receipts are held against.
Column {
    id: root

    required property Auditor auditor
    readonly property BundleView bundle: auditor.bundle
    readonly property bool open: bundle.state === BundleView.Open

    spacing: Theme.mm(2)

    Words {
        width: parent.width
        text: qsTr("Kebijakan %1 …").arg(root.auditor.policyHash)
        font.pixelSize: Theme.small
        strong: true
    }
    Words {
        width: parent.width
        text: root.open ? qsTr("Dibandingkan dengan berkas bukti berisi %1 catatan.").arg(root.auditor.logSize) : root.auditor.logSize === "" ? qsTr("Tanpa salinan log: pembatalan sesudahnya tidak diperiksa.") : qsTr("Dibandingkan dengan salinan log berisi %1 catatan.").arg(root.auditor.logSize)
        font.pixelSize: Theme.small
    }
    Words {
        visible: root.auditor.policyInLog
        width: parent.width
        text: qsTr("Kebijakan ini terletak di dalam salinan log. Pembuat log dapat juga membuatnya; gunakan kebijakan yang diterima secara terpisah.")
        color: Theme.wrong
        strong: true
        font.pixelSize: Theme.small
    }
    Words {
        visible: root.bundle.state !== BundleView.None
        width: parent.width
        text: {
            switch (root.bundle.state) {
            case BundleView.Open:
                return root.bundle.holds ? qsTr("Berkas bukti cocok.") : qsTr("Berkas bukti TIDAK cocok.");
            case BundleView.Reading:
                return qsTr("Berkas bukti sedang diperiksa (%1 %).").arg(Math.floor(root.bundle.progress * 100));
            default:
                return qsTr("Berkas bukti belum terbuka.");
            }
        }
        color: root.open && !root.bundle.holds ? Theme.wrong : Theme.ink
        strong: true
        font.pixelSize: Theme.small
    }
}
