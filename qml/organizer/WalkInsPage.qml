import QtQuick

// Who signed without being on the roster, and whether somebody has seen their papers.
ListPage {
    list: organizer.walkIns
    heading: qsTr("Di luar daftar")
    help: qsTr("Periksa kartu identitasnya, lalu sentuh namanya untuk menyatakan bahwa orangnya dikenali.")
    nobody: qsTr("Tidak ada yang berikrar di luar daftar peserta.")

    function asideOf(row: var): string {
        return row.identifiedBy !== "" ? qsTr("dikenali oleh %1").arg(row.identifiedBy) : qsTr("belum diperiksa");
    }

    function urgentOf(row: var): bool {
        return row.identifiedBy === "";
    }
}
