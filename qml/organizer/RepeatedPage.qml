import QtQuick

// One number, several valid entries: kept, and for a person to decide.
ListPage {
    list: organizer.repeated
    heading: qsTr("Ganda")
    help: qsTr("Satu nomor dengan beberapa ikrar. Semuanya tersimpan; sentuh yang keliru untuk membatalkannya.")
    nobody: qsTr("Tidak ada nomor yang berikrar lebih dari sekali.")

    function asideOf(row: var): string {
        return qsTr("nomor %1 · %2").arg(row.index).arg(row.time);
    }
}
