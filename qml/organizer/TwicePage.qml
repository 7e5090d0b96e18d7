import QtQuick
import Ikrar.Kiosk

// Everybody who signed more than once, on one kiosk or on several; who is to be decided on comes first.
PeoplePage {
    required property Gatherer gatherer

    list: gatherer.twice
    readTime: gatherer.readTime
    failed: gatherer.failed
    heading: qsTr("Ganda antarkios")
    help: qsTr("Satu nomor dengan beberapa ikrar yang sah. Semuanya tersimpan; sentuh sebuah nama untuk menetapkan ikrar mana yang dihitung.")
    nobody: qsTr("Tidak ada nomor yang berikrar lebih dari sekali.")
    onGoneBack: gatherer.back()
    onChosen: row => gatherer.showTwice(row)

    function asideOf(row: var): string {
        return row.identifiedBy !== "" ? qsTr("ditetapkan · %1").arg(row.post) : qsTr("belum ditetapkan · %1").arg(row.post);
    }

    function urgentOf(row: var): bool {
        return row.identifiedBy === "";
    }
}
