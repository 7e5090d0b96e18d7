pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// How it stands: the session, how many have signed, by unit; and the ways to everything else.
PageFrame {
    id: root

    required property Organizer organizer

    readonly property StoreState store: organizer.state
    readonly property UnitTally tally: organizer.tally

    bar: false
    fill: true

    readonly property string sessionText: {
        if (store.closed)
            return qsTr("Pencatatan sudah ditutup.");
        if (!store.sessionOpen)
            return qsTr("Belum ada sesi yang terbuka.");
        const name = store.sessionName !== "" ? store.sessionName : store.sessionPlace;
        return name !== "" ? qsTr("Sesi %1 terbuka · %2").arg(store.sessionNumber).arg(name) : qsTr("Sesi %1 terbuka").arg(store.sessionNumber);
    }

    component Way: ActionButton {
        // Of two columns, beside or below the counts.
        width: (ways.width - ways.spacing) / 2
        height: Math.max(Theme.mm(Theme.compact ? 15 : Theme.low ? 19 : 24), implicitHeight)
        leftPadding: Theme.mm(2)
        rightPadding: Theme.mm(2)
    }

    Item {
        width: parent.width
        height: root.roomHeight

        readonly property bool beside: Theme.landscape

        Item {
            id: counts

            width: parent.beside ? parent.width - ways.width - Theme.mm(Theme.compact ? 5 : 10) : parent.width
            height: parent.beside ? parent.height - y - Theme.mm(3) : parent.height - y - ways.height - Theme.mm(20)
            y: Theme.mm(Theme.compact ? 1.5 : 5)

            Column {
                id: sum

                width: parent.width
                spacing: Theme.mm(Theme.compact ? 0.5 : 1.5)

                Row {
                    spacing: Theme.mm(2.5)

                    Words {
                        id: many

                        // Of those expected; without a roster, whoever signed.
                        text: root.store.expected > 0 ? root.tally.signedAll : root.store.signedInAll
                        stately: true
                        strong: true
                        lineHeight: 0.9
                        font.pixelSize: Math.round(Theme.title * 1.5)
                    }
                    Words {
                        anchors.baseline: many.baseline
                        text: root.store.expected > 0 ? qsTr("dari %1 orang").arg(root.store.expected) : qsTr("orang")
                        font.pixelSize: Theme.label
                    }
                }
                Words {
                    width: parent.width
                    text: root.sessionText
                    strong: true
                    lineHeight: 0.95
                    font.pixelSize: Theme.small
                }
                Words {
                    visible: root.store.stop !== StoreState.None
                    width: parent.width
                    text: qsTr("Perangkat ini tidak dapat mencatat. Lihat Perangkat.")
                    strong: true
                    color: Theme.wrong
                    font.pixelSize: Theme.small
                }
            }
            UnitBars {
                y: sum.height + Theme.mm(Theme.compact ? 2 : 5)
                width: parent.width
                height: parent.height - y
                tally: root.tally
                moment: root.organizer.lastSigned !== "" ? qsTr("terakhir %1").arg(root.organizer.lastSigned) : ""
                onUnitChosen: unitId => root.organizer.showAbsentOf(unitId)
            }
        }
        Grid {
            id: ways

            anchors.right: parent.right
            y: parent.beside ? Math.max(Theme.mm(2), (parent.height - height) / 2) : parent.height - height - Theme.margin * 0.6
            width: parent.beside ? Theme.mm(Theme.compact ? 88 : 128) : parent.width
            columns: 2
            spacing: Theme.gap

            Way {
                primary: !root.store.closed && !root.store.sessionOpen
                text: root.store.closed ? qsTr("Sesi") : root.store.sessionOpen ? qsTr("Akhiri sesi") : qsTr("Buka sesi")
                onClicked: root.organizer.go(Organizer.Session)
            }
            Way {
                text: qsTr("Layar umum")
                onClicked: root.organizer.go(Organizer.Display)
            }
            Way {
                text: qsTr("Belum hadir: %1").arg(root.organizer.absent.total)
                onClicked: root.organizer.go(Organizer.Absent)
            }
            Way {
                text: root.organizer.unidentified > 0 ? qsTr("Di luar daftar: %1 !").arg(root.organizer.walkIns.total) : qsTr("Di luar daftar: %1").arg(root.organizer.walkIns.total)
                onClicked: root.organizer.go(Organizer.WalkIns)
            }
            Way {
                text: root.organizer.repeated.total > 0 ? qsTr("Ganda: %1 !").arg(root.organizer.repeated.total) : qsTr("Ganda: 0")
                onClicked: root.organizer.go(Organizer.Repeated)
            }
            Way {
                text: qsTr("Cari catatan")
                onClicked: root.organizer.go(Organizer.Entries)
            }
            Way {
                text: qsTr("Catatan kejadian")
                onClicked: root.organizer.go(Organizer.Incidents)
            }
            Way {
                text: qsTr("Berkas")
                symbol: root.organizer.backup.ended || (root.organizer.backup.running && root.organizer.backup.problem !== FileProblem.None) ? "warning" : ""
                onClicked: root.organizer.go(Organizer.Files)
            }
            Way {
                text: qsTr("Perangkat")
                symbol: root.store.stop !== StoreState.None || root.store.disk === StoreState.Low || root.store.clockTrust === StoreState.Unknown ? "warning" : ""
                onClicked: root.organizer.go(Organizer.Health)
            }
            Way {
                text: qsTr("Penutupan")
                onClicked: root.organizer.go(Organizer.Closing)
            }
        }
    }
}
