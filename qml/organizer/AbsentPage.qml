import QtQuick

// Who is missing, by unit, and why.
ListPage {
    readonly property var reasons: ["", qsTr("Izin"), qsTr("Sakit"), qsTr("Cuti"), qsTr("Dinas luar")]

    list: organizer.absent
    heading: qsTr("Belum hadir")
    help: qsTr("Terdaftar, dan belum ada ikrar yang sah atas nomornya. Sentuh sebuah nama untuk mencatat sebabnya.")
    nobody: qsTr("Semua yang terdaftar sudah berikrar.")

    function asideOf(row: var): string {
        return row.stated > 0 ? reasons[row.stated] : row.post;
    }
}
