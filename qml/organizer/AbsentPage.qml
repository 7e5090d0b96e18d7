import QtQuick
import Ikrar.Kiosk

// Who is missing, by unit, and why.
ListPage {
    readonly property var reasons: ["", qsTr("Izin"), qsTr("Sakit"), qsTr("Cuti"), qsTr("Dinas luar")]

    list: organizer.absent
    heading: qsTr("Belum hadir")
    help: qsTr("Terdaftar, dan belum ada ikrar yang sah atas nomornya. Sentuh sebuah nama untuk mencatat sebabnya.")
    nobody: qsTr("Semua yang terdaftar sudah berikrar.")
    sideWay: qsTr("Lembar basah")
    onWentAside: organizer.go(Organizer.Wet)

    function asideOf(row: var): string {
        return row.stated > 0 ? reasons[row.stated] : row.post;
    }
}
