import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What became of the slip that was given out last, and what to do where it is stuck.
Words {
    id: root

    required property SlipDesk slips

    readonly property bool bad: slips.state === SlipDesk.Waiting || slips.state === SlipDesk.Failed || slips.state === SlipDesk.NotSaved
    readonly property string trouble: {
        switch (slips.trouble) {
        case SlipDesk.NoService:
            return qsTr("Layanan cetak (CUPS) tidak berjalan. Nyalakan ulang perangkat, atau simpan sebagai PDF.");
        case SlipDesk.NoPrinter:
            return qsTr("Pencetak %1 tidak dikenal. Periksa /etc/ikrar/kiosk.conf.").arg(slips.name);
        case SlipDesk.NoPaper:
            return qsTr("Kertas habis. Isi kertas; cetakan lalu keluar dengan sendirinya.");
        case SlipDesk.Cover:
            return qsTr("Penutup terbuka atau kertas macet. Rapikan, lalu tutup kembali.");
        case SlipDesk.Offline:
            return qsTr("Pencetak tidak tersambung. Periksa kabel dan dayanya.");
        case SlipDesk.Paused:
            return qsTr("Pencetak dijeda. Lanjutkan di pengaturan cetak perangkat ini.");
        case SlipDesk.NoAnswer:
            return qsTr("Pencetak belum menjawab. Periksa kabel, daya, dan kertasnya.");
        case SlipDesk.TooDense:
            return qsTr("Kertas 58 mm terlalu sempit untuk kode ini. Simpan sebagai PDF.");
        case SlipDesk.Other:
            return qsTr("Tidak dapat dicetak. Periksa pencetaknya, atau simpan sebagai PDF.");
        default:
            return qsTr("Menunggu pencetak.");
        }
    }

    visible: text !== ""
    text: {
        switch (slips.state) {
        case SlipDesk.Sending:
            return qsTr("Sedang dicetak.");
        case SlipDesk.Waiting:
        case SlipDesk.Failed:
            return root.trouble;
        case SlipDesk.Sent:
            return qsTr("Sudah dikirim ke pencetak.");
        case SlipDesk.Cancelled:
            return qsTr("Cetakan dihentikan.");
        case SlipDesk.Saved:
            return qsTr("Tersimpan: %1").arg(slips.savedTo);
        case SlipDesk.NotSaved:
            return qsTr("Tidak dapat disimpan. Periksa folder tujuan.");
        default:
            return "";
        }
    }
    strong: true
    color: root.bad ? Theme.wrong : Theme.ink
    font.pixelSize: Theme.small
    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
}
