pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Files that come and go: the roster, what is taken away, the second copy, the ceremony's own file.
PageFrame {
    id: root

    required property Organizer organizer

    readonly property BackupDesk backup: organizer.backup

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.organizer.back()
    }

    component Way: Choice {
        width: (grid.width - (grid.columns - 1) * Theme.gap) / grid.columns
        height: Math.max(implicitHeight, Theme.small * 2.8 + Theme.mm(5))
        leads: true
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 3 : 7)

        Words {
            width: parent.width
            text: qsTr("Berkas")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Grid {
            id: grid

            width: parent.width
            columns: Theme.landscape ? 2 : 1
            spacing: Theme.gap

            Way {
                text: qsTr("Daftar peserta dari XLSX atau CSV")
                onClicked: root.organizer.go(Organizer.Roster)
            }
            Way {
                text: qsTr("Undangan dan lembar tanda tangan")
                onClicked: {
                    root.organizer.exports.choose(ExportDesk.InvitationCards);
                    root.organizer.go(Organizer.Export);
                }
            }
            Way {
                text: qsTr("Ekspor: daftar hadir, berita acara, berkas bukti")
                onClicked: {
                    root.organizer.exports.choose(ExportDesk.Workbook);
                    root.organizer.go(Organizer.Export);
                }
            }
            Way {
                text: root.backup.running ? qsTr("Cadangan: berjalan") : qsTr("Cadangan ke USB")
                onClicked: root.organizer.go(Organizer.Backup)
            }
            Way {
                text: qsTr("Berkas upacara")
                onClicked: root.organizer.go(Organizer.Ceremony)
            }
        }
    }
}
