pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// How it stands over all kiosks and sessions, by unit; and the ways to everything else.
PageFrame {
    id: root

    required property Gatherer gatherer

    bar: false
    fill: true

    readonly property string particulars: {
        const words = [qsTr("%1 kios").arg(gatherer.kiosks.length)];
        if (gatherer.walkIns > 0)
            words.push(qsTr("%1 di luar daftar").arg(gatherer.walkIns));
        if (gatherer.voided > 0)
            words.push(qsTr("%1 dibatalkan").arg(gatherer.voided));
        return words.join(" · ");
    }

    component Way: ActionButton {
        width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
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

                Words {
                    width: parent.width
                    visible: text !== "" && !Theme.compact
                    text: root.gatherer.ceremony.title
                    strong: true
                    lineHeight: 0.95
                    font.pixelSize: Theme.small
                    Accessible.role: Accessible.Heading
                }
                Row {
                    spacing: Theme.mm(2.5)

                    Words {
                        id: many

                        text: root.gatherer.present
                        stately: true
                        strong: true
                        lineHeight: 0.9
                        font.pixelSize: Math.round(Theme.title * 1.5)
                    }
                    Words {
                        anchors.baseline: many.baseline
                        text: qsTr("dari %1 orang").arg(root.gatherer.expected)
                        font.pixelSize: Theme.label
                    }
                }
                Words {
                    width: parent.width
                    text: root.particulars
                    lineHeight: 0.95
                    font.pixelSize: Theme.small
                }
                Words {
                    visible: text !== ""
                    width: parent.width
                    text: {
                        if (root.gatherer.failed)
                            return qsTr("Data gabungan tidak dapat dibaca. Periksa berkas atau sambungan ke server.");
                        return root.gatherer.inconsistent > 0 ? qsTr("%1 kios tidak konsisten. Lihat Kios dan sesi.").arg(root.gatherer.inconsistent) : "";
                    }
                    strong: true
                    color: Theme.wrong
                    font.pixelSize: Theme.small
                }
            }
            UnitBars {
                y: sum.height + Theme.mm(Theme.compact ? 2 : 5)
                width: parent.width
                height: parent.height - y
                tally: root.gatherer.tally
                moment: root.gatherer.reading ? qsTr("sedang membaca") : root.gatherer.readTime !== "" ? qsTr("pukul %1").arg(root.gatherer.readTime) : ""
                onUnitChosen: root.gatherer.go(Gatherer.Kiosks)
            }
        }
        Grid {
            id: ways

            anchors.right: parent.right
            y: parent.beside ? Math.max(Theme.mm(2), (parent.height - height) / 2) : parent.height - height - Theme.margin * 0.6
            width: parent.beside ? Theme.mm(Theme.compact ? 60 : 90) : parent.width
            columns: parent.beside ? 1 : 2
            spacing: Theme.gap

            Way {
                primary: root.gatherer.undecided > 0
                text: root.gatherer.undecided > 0 ? qsTr("Ganda antarkios: %1 !").arg(root.gatherer.undecided) : root.gatherer.twice.total > 0 ? qsTr("Ganda antarkios") : qsTr("Ganda antarkios: 0")
                onClicked: root.gatherer.go(Gatherer.Twice)
            }
            Way {
                text: qsTr("Kios dan sesi")
                symbol: root.gatherer.inconsistent > 0 ? "warning" : ""
                onClicked: root.gatherer.go(Gatherer.Kiosks)
            }
            Way {
                visible: root.gatherer.ceremonies.length > 1
                text: qsTr("Kegiatan lain")
                onClicked: root.gatherer.go(Gatherer.Ceremonies)
            }
            Way {
                text: qsTr("Perbarui")
                enabled: !root.gatherer.reading
                onClicked: root.gatherer.read()
            }
        }
    }
}
