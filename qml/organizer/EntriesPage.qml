import QtQuick

// Every signed entry, the latest first: to give out a receipt again, or to void.
ListPage {
    list: organizer.entries
    heading: qsTr("Catatan ikrar")
    help: qsTr("Sentuh sebuah nama untuk memberi salinan tanda terimanya atau membatalkan catatannya.")
    nobody: qsTr("Belum ada yang berikrar.")

    function asideOf(row: var): string {
        return row.voided ? qsTr("nomor %1 · dibatalkan").arg(row.index) : qsTr("nomor %1 · %2").arg(row.index).arg(row.time);
    }

    function urgentOf(row: var): bool {
        return row.voided;
    }
}
