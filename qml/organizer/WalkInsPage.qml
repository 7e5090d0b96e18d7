import QtQuick

// Who signed without being on the roster, and whether somebody has seen their papers.
ListPage {
    list: organizer.walkIns
    heading: qsTr("Di luar daftar")
    help: qsTr("Periksa kartu identitasnya, lalu sentuh namanya untuk menyatakan bahwa orangnya dikenali.")
    nobody: qsTr("Tidak ada yang berikrar di luar daftar peserta.")
    asideOf: row => row.identifiedBy !== "" ? qsTr("dikenali oleh %1").arg(row.identifiedBy) : qsTr("belum diperiksa")
    urgentOf: row => row.identifiedBy === ""
}
