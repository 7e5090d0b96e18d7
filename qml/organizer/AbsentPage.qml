import QtQuick

// Who is missing, by unit.
ListPage {
    list: organizer.absent
    heading: qsTr("Belum hadir")
    help: qsTr("Terdaftar, dan belum ada ikrar yang sah atas nomornya.")
    nobody: qsTr("Semua yang terdaftar sudah berikrar.")
    leads: false
    asideOf: row => row.post
}
