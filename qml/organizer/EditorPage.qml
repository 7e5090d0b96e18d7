pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A ceremony's file as a form: a template first, then its parts, then how the signer will see it.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property CeremonyEditor editor: organizer.editor
    property bool previewing: false
    property bool whole: false

    readonly property var parts: [qsTr("Pokok"), qsTr("Ikrar"), qsTr("Sesi"), qsTr("Unit"), qsTr("Orang"), qsTr("Dasar")]
    readonly property var files: ["EditorMain.qml", "EditorPledge.qml", "EditorSessions.qml", "EditorUnits.qml", "EditorPeople.qml", "EditorBasis.qml"]
    readonly property bool editing: editor.begun && !editor.frozen && !previewing

    align: 0

    aside: [
        ActionButton {
            text: Theme.compact ? "" : root.previewing ? qsTr("Sunting lagi") : qsTr("Kembali")
            symbol: "back"
            visible: root.previewing || root.organizer.canLeaveEditor
            Accessible.name: root.previewing ? qsTr("Sunting lagi") : qsTr("Kembali")
            onClicked: {
                if (root.previewing)
                    root.previewing = false;
                else
                    root.organizer.back();
            }
        },
        ActionButton {
            visible: root.previewing
            quiet: true
            text: root.whole ? qsTr("Baca ringkas") : qsTr("Baca lengkap")
            onClicked: root.whole = !root.whole
        }
    ]
    actions: [
        ActionButton {
            visible: root.editing
            primary: true
            enabled: !root.editor.saved
            text: root.editor.problems > 0 ? qsTr("Belum lengkap: %1").arg(root.editor.problems) : root.editor.saved ? qsTr("Tersimpan") : qsTr("Simpan")
            symbol: root.editor.problems > 0 ? "" : "check"
            onClicked: {
                if (root.editor.problems > 0)
                    root.editor.part = root.editor.firstProblem;
                else
                    root.editor.save();
            }
        },
        ActionButton {
            visible: root.editor.frozen && !root.previewing
            primary: true
            text: qsTr("Salin sebagai upacara baru")
            onClicked: root.editor.copyAsNew()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 5)

        Item {
            visible: !root.previewing
            width: parent.width
            height: Math.max(heading.height, tools.height)

            Words {
                id: heading

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - tools.width - Theme.gap
                text: root.editor.frozen ? qsTr("Upacara ini sudah dibuka") : root.editor.begun ? qsTr("Upacara baru") : qsTr("Upacara baru: mulai dari contoh")
                stately: true
                strong: true
                lineHeight: 0.95
                font.pixelSize: Theme.title
                Accessible.role: Accessible.Heading
            }
            Row {
                id: tools

                anchors.right: parent.right
                spacing: Theme.gap

                ToolButton {
                    visible: root.editing
                    symbol: "undo"
                    label: qsTr("Urungkan")
                    enabled: root.editor.mayUndo
                    onClicked: root.editor.undo()
                }
                ToolButton {
                    visible: root.editor.begun
                    text: qsTr("Pratinjau")
                    label: text
                    textSize: Theme.small
                    onClicked: root.previewing = true
                }
            }
        }
        // A template.
        Column {
            id: templates

            visible: !root.editor.begun
            width: parent.width
            spacing: Theme.gap

            Words {
                width: parent.width
                text: qsTr("Teks, unit, dan susunannya diambil; tanggal, nomor, dan nama dikosongkan.")
                font.pixelSize: Theme.small
            }
            Repeater {
                model: root.editor.begun ? [] : root.editor.templates

                Choice {
                    required property int index
                    required property string modelData

                    width: templates.width
                    text: modelData !== "" ? modelData : qsTr("Tanpa contoh: semua kosong")
                    leads: true
                    onClicked: root.editor.useTemplate(index)
                }
            }
        }
        // Frozen.
        Column {
            visible: root.editor.frozen && !root.previewing
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 2 : 4)

            Words {
                width: parent.width
                text: qsTr("Log sudah memuat sidik berkas ini, sehingga tidak dapat diubah lagi.")
                font.pixelSize: Theme.small
            }
            FactLine {
                width: parent.width
                loud: true
                label: qsTr("Judul")
                value: root.editor.preview.title
            }
            FactLine {
                width: parent.width
                label: qsTr("Berkas")
                value: root.editor.path
            }
            FactLine {
                width: parent.width
                label: qsTr("SHA-256")
                value: root.editor.hash
            }
        }
        // The form.
        Flow {
            visible: root.editing
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.parts

                ToolButton {
                    required property int index
                    required property string modelData

                    readonly property int wrong: root.editor.revision >= 0 ? root.editor.problemsIn(index) : 0

                    text: wrong > 0 ? qsTr("%1 !").arg(modelData) : modelData
                    label: wrong > 0 ? qsTr("%1, belum lengkap: %2").arg(modelData).arg(wrong) : modelData
                    current: root.editor.part === index
                    textSize: Theme.small
                    onClicked: root.editor.part = index
                }
            }
        }
        Words {
            visible: root.editing && root.editor.saved
            width: parent.width
            text: qsTr("Tersimpan: %1. Buka lognya dengan: ikrar init --ceremony %1 --kiosk NAMA; tambahkan --rehearsal untuk gladi.").arg(root.editor.path)
            strong: true
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.editing && root.editor.saved
            width: parent.width
            text: qsTr("SHA-256 %1").arg(root.editor.hash)
            font.pixelSize: Theme.caption
        }
        ProblemWords {
            width: parent.width
            problem: root.editor.saveProblem
        }
        Loader {
            id: form

            visible: root.editing
            width: parent.width
            height: visible && item ? (item as Item).implicitHeight : 0
            active: root.editing

            readonly property string file: root.files[root.editor.part]
            onFileChanged: open()
            onActiveChanged: open()
            Component.onCompleted: open()

            function open(): void {
                if (active)
                    setSource(file, {
                        "editor": root.editor
                    });
            }
        }
        // As the signer will see it, on a screen of this size.
        Words {
            visible: root.previewing
            width: parent.width
            text: qsTr("Pratinjau: beginilah yang dibaca orang yang berikrar di layar ini. GLADI tertulis di atasnya bila lognya dibuka sebagai gladi.")
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
        PledgeSheet {
            visible: root.previewing
            width: parent.width
            ceremony: root.editor.preview
            whole: root.whole
        }
    }
}
