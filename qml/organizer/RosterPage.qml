pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The roster from a file: chosen, read, looked at with every problem, imported.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property RosterDesk desk: organizer.roster
    readonly property bool choosing: desk.stage === RosterDesk.Choosing

    readonly property string heading: {
        switch (desk.stage) {
        case RosterDesk.Choosing:
            return qsTr("Pilih daftar peserta");
        case RosterDesk.Reading:
            return qsTr("Membaca %1").arg(desk.fileName);
        case RosterDesk.Preview:
            return desk.mayImport ? qsTr("Siap diimpor: %1 orang").arg(desk.people) : qsTr("Perbaiki dahulu: %1 baris").arg(desk.problemRows);
        case RosterDesk.Importing:
            return qsTr("Mengimpor %1 orang").arg(desk.people);
        case RosterDesk.Done:
            return qsTr("Daftar peserta sudah diimpor");
        default:
            return qsTr("Berkas ini tidak dapat dibaca");
        }
    }

    align: 0
    fill: choosing

    aside: ActionButton {
        enabled: root.desk.stage !== RosterDesk.Importing
        text: root.choosing || root.desk.stage === RosterDesk.Done ? qsTr("Kembali") : qsTr("Berkas lain")
        symbol: "back"
        onClicked: {
            if (root.choosing) {
                root.organizer.back();
            } else if (root.desk.stage === RosterDesk.Done) {
                root.desk.again();
                root.organizer.back();
            } else {
                root.desk.again();
            }
        }
    }
    actions: [
        Words {
            visible: root.choosing && root.desk.pages > 1
            height: Theme.buttonHeight
            width: implicitWidth
            verticalAlignment: Text.AlignVCenter
            text: qsTr("%1 / %2").arg(root.desk.page + 1).arg(root.desk.pages)
            strong: true
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
        },
        ToolButton {
            visible: root.choosing && root.desk.pages > 1
            symbol: "up"
            label: qsTr("Halaman sebelumnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.desk.page > 0
            onClicked: root.desk.turn(-1)
        },
        ToolButton {
            visible: root.choosing && root.desk.pages > 1
            symbol: "down"
            label: qsTr("Halaman berikutnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.desk.page < root.desk.pages - 1
            onClicked: root.desk.turn(1)
        },
        ActionButton {
            visible: root.desk.mayImport
            primary: true
            text: qsTr("Impor")
            symbol: "check"
            onClicked: root.desk.importPeople()
        }
    ]

    component Heading: Words {
        width: parent.width
        strong: true
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
    component Lines: Column {
        id: lines

        required property var model

        width: parent.width
        spacing: Theme.mm(2)

        Repeater {
            model: lines.model

            Column {
                id: one

                required property var modelData

                width: lines.width

                Words {
                    width: parent.width
                    text: one.modelData.name
                    strong: true
                    lineHeight: 0.95
                    font.pixelSize: Theme.caption
                }
                Words {
                    width: parent.width
                    text: one.modelData.what
                    color: Theme.inkSoft
                    lineHeight: 0.95
                    font.pixelSize: Theme.caption
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
            }
        }
    }

    Item {
        visible: root.choosing
        width: parent.width
        height: root.choosing ? root.roomHeight : 0

        Column {
            id: head

            y: Theme.mm(Theme.compact ? 2 : 5)
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.5 : 3)

            Words {
                width: parent.width
                text: root.heading
                stately: true
                strong: true
                lineHeight: 0.95
                font.pixelSize: Math.round(Theme.title * (Theme.low ? 0.8 : 1))
                Accessible.role: Accessible.Heading
            }
            Words {
                width: parent.width
                text: root.desk.files.length === 0 ? qsTr("Tidak ada berkas XLSX atau CSV. Pasang stik USB yang memuatnya.") : qsTr("Yang terbaru di atas. Berkas hanya dibaca; belum ada yang diubah.")
                strong: root.desk.files.length === 0
                font.pixelSize: Theme.caption
            }
        }
        Item {
            id: rows

            readonly property real rowHeight: Math.max(Theme.mm(15), Theme.small * 1.35 + Theme.caption * 2.5 + Theme.mm(2.5))
            readonly property real spacing: Theme.mm(2.6)
            readonly property int rowsFor: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing)))

            y: head.y + head.height + Theme.mm(Theme.compact ? 2.8 : 4)
            width: parent.width
            height: parent.height - y - Theme.mm(1)

            Binding {
                when: root.choosing
                target: root.desk
                property: "room"
                value: rows.rowsFor
            }
            Repeater {
                model: root.choosing ? root.desk.files : []

                PersonRow {
                    required property int index
                    required property var modelData

                    y: index * (height + rows.spacing)
                    width: rows.width
                    height: rows.rowHeight
                    name: modelData.name
                    aside: modelData.size
                    particulars: modelData.changed + " · " + modelData.where
                    leads: true
                    onClicked: root.desk.choose(index)
                }
            }
        }
    }
    Column {
        visible: !root.choosing
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 5)

        Words {
            width: parent.width
            text: root.heading
            stately: true
            strong: true
            lineHeight: 0.95
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        ProgressLine {
            visible: root.desk.stage === RosterDesk.Reading || root.desk.stage === RosterDesk.Importing
            width: parent.width
            label: root.heading
            share: root.desk.progress
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.desk.refusal
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
        ProblemWords {
            width: parent.width
            problem: root.desk.problem
        }
        Words {
            visible: root.desk.mayImport || root.desk.stage === RosterDesk.Done
            width: parent.width
            text: root.organizer.state.sessionOpen ? qsTr("Sesi sedang terbuka: untuk log, perubahan ini baru berlaku sejak sesi berikutnya dibuka.") : qsTr("Berlaku sejak sesi berikutnya dibuka.")
            strong: root.organizer.state.sessionOpen
            font.pixelSize: Theme.small
        }
        Column {
            visible: root.desk.stage === RosterDesk.Preview || root.desk.stage === RosterDesk.Done
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1.2 : 2.5)

            FactLine {
                width: parent.width
                label: qsTr("Berkas")
                value: root.desk.fileName + (root.desk.kind !== "" ? " · " + root.desk.kind : "")
            }
            FactLine {
                width: parent.width
                loud: true
                label: qsTr("Orang baru")
                value: root.desk.added
            }
            FactLine {
                width: parent.width
                label: qsTr("Berubah")
                value: root.desk.updated
            }
            FactLine {
                width: parent.width
                label: qsTr("Tetap sama")
                value: root.desk.unchanged
            }
            FactLine {
                width: parent.width
                label: qsTr("Tidak disebut lagi")
                value: root.desk.absent > 0 && root.desk.problemRows === 0 ? qsTr("%1 orang; mereka tetap di daftar").arg(root.desk.absent) : ""
            }
            FactLine {
                width: parent.width
                label: qsTr("Ganda di berkas")
                value: root.desk.repeated > 0 ? qsTr("%1 baris").arg(root.desk.repeated) : ""
                warns: true
            }
            FactLine {
                width: parent.width
                label: qsTr("Kolom tidak dikenal")
                value: root.desk.unknownColumns !== "" ? qsTr("%1; tidak dibaca").arg(root.desk.unknownColumns) : ""
            }
        }
        Column {
            visible: root.desk.stage === RosterDesk.Preview && root.desk.sheets.length > 1
            width: parent.width
            spacing: Theme.mm(2)

            Heading {
                text: qsTr("Lembar yang dibaca")
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: root.desk.sheets

                    ToolButton {
                        required property string modelData

                        text: modelData
                        label: modelData
                        current: modelData === root.desk.sheet
                        onClicked: root.desk.chooseSheet(modelData)
                    }
                }
            }
        }
        Column {
            visible: root.desk.complaints.length > 0
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 2 : 3.5)

            Heading {
                text: qsTr("Yang harus diperbaiki di berkasnya, lalu baca lagi. Belum ada yang diimpor.")
                color: Theme.wrong
            }
            Repeater {
                model: root.desk.complaints

                Column {
                    id: complaint

                    required property var modelData

                    width: parent.width

                    Words {
                        width: parent.width
                        text: qsTr("Baris %1").arg(complaint.modelData.rows)
                        strong: true
                        lineHeight: 0.95
                        font.pixelSize: Theme.caption
                    }
                    Words {
                        width: parent.width
                        text: complaint.modelData.what
                        lineHeight: 0.95
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                        font.pixelSize: Theme.small
                    }
                }
            }
            Words {
                visible: root.desk.moreComplaints > 0
                width: parent.width
                text: qsTr("dan %1 lagi").arg(root.desk.moreComplaints)
                font.pixelSize: Theme.small
            }
        }
        Column {
            visible: root.desk.stage === RosterDesk.Preview && root.desk.changes.length > 0
            width: parent.width
            spacing: Theme.mm(2)

            Heading {
                text: qsTr("Yang akan berubah")
            }
            Lines {
                model: root.desk.changes
            }
        }
        Column {
            visible: root.desk.stage === RosterDesk.Preview && root.desk.first.length > 0
            width: parent.width
            spacing: Theme.mm(2)

            Heading {
                text: qsTr("Baris pertama, seperti yang dipahami")
            }
            Lines {
                model: root.desk.first
            }
        }
    }
}
