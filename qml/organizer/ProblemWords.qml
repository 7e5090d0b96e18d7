import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Why a file did not come or go, and what to do.
Words {
    id: root

    required property int problem

    visible: text !== ""
    strong: true
    color: Theme.wrong
    font.pixelSize: Theme.small
    text: {
        switch (root.problem) {
        case FileProblem.None:
            return "";
        case FileProblem.Stopped:
            return qsTr("Dihentikan. Tidak ada sisa berkas di media.");
        case FileProblem.Full:
            return qsTr("Media penuh. Kosongkan ruang atau pakai media lain.");
        case FileProblem.Gone:
            return qsTr("Media tidak ada lagi. Pasang kembali, lalu coba lagi.");
        case FileProblem.ReadOnly:
            return qsTr("Media tidak dapat ditulisi. Buka kunci tulisnya atau pakai media lain.");
        case FileProblem.Damaged:
            return qsTr("Media bermasalah. Pakai media lain.");
        case FileProblem.Busy:
            return qsTr("Data sedang dipakai proses lain. Tunggu sebentar, lalu coba lagi.");
        case FileProblem.Contradiction:
            return qsTr("Isi data tidak saling cocok. Simpan apa adanya untuk diperiksa.");
        default:
            return qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.");
        }
    }
}
