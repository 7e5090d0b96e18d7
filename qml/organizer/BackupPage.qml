pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A second copy of everything on a stick, kept while others sign.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property BackupDesk desk: organizer.backup

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.organizer.back()
    }
    actions: [
        ActionButton {
            visible: !root.desk.running
            primary: true
            enabled: root.organizer.media.chosen >= 0
            text: qsTr("Mulai")
            symbol: "forward"
            symbolLast: true
            onClicked: root.organizer.startBackup()
        },
        ActionButton {
            visible: root.desk.running
            enabled: !root.desk.stopping
            text: root.desk.stopping ? qsTr("Menghentikan") : qsTr("Hentikan")
            symbol: "close"
            onClicked: root.desk.stop()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 6)

        Words {
            width: parent.width
            text: root.desk.running ? qsTr("Cadangan berjalan") : qsTr("Cadangan ke USB")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: root.desk.running ? qsTr("Berjalan terus, juga saat layar terkunci. Stik boleh dicabut kapan saja; pasang kembali dan cadangan berlanjut.") : qsTr("Salinan kedua dari semua data, diperbarui tiap dua detik. Bila perangkat ini rusak, data dipulihkan dari sana.")
            font.pixelSize: Theme.small
        }
        ProblemWords {
            width: parent.width
            problem: root.desk.problem
        }
        Words {
            visible: root.desk.ended
            width: parent.width
            text: qsTr("Cadangan berhenti: salinan di media itu bukan dari data ini, atau lebih baru. Pakai media lain.")
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
        MediaChooser {
            visible: !root.desk.running
            width: parent.width
            desk: root.organizer.media
        }
        Column {
            visible: root.desk.running
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.2 : 3)

            BackupLine {
                width: parent.width
                loud: true
                organizer: root.organizer
            }
            FactLine {
                width: parent.width
                label: qsTr("Tempat")
                value: root.desk.folder
            }
            FactLine {
                width: parent.width
                label: qsTr("Perhatian")
                value: root.desk.onSameDisk ? qsTr("salinan ini ada di penyimpanan yang sama; bila rusak, keduanya hilang") : ""
                warns: true
            }
        }
    }
}
