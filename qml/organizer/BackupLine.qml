import QtQuick
import Ikrar.Kiosk

// How the second copy stands, for pages of facts.
FactLine {
    id: root

    required property Organizer organizer
    readonly property BackupDesk desk: organizer.backup
    readonly property int behind: desk.size >= 0 ? Math.max(0, organizer.state.logSize - desk.size) : 0

    label: qsTr("Cadangan")
    value: {
        if (!desk.running)
            return desk.ended ? qsTr("berhenti; lihat Berkas") : qsTr("tidak berjalan");
        if (desk.problem === FileProblem.Gone)
            return qsTr("stik tidak ada, pasang kembali; tertinggal %1 catatan").arg(behind);
        if (desk.problem !== FileProblem.None)
            return qsTr("tertahan; tertinggal %1 catatan").arg(behind);
        if (desk.size < 0)
            return qsTr("menyalin untuk pertama kali");
        return behind > 0 ? qsTr("pukul %1, tertinggal %2 catatan").arg(desk.lastTime).arg(behind) : qsTr("pukul %1, lengkap %2 catatan").arg(desk.lastTime).arg(desk.size);
    }
    warns: desk.ended || (desk.running && desk.problem !== FileProblem.None)
}
