pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Where people work: a list that is searched, the one that is edited below it, others added under it.
Column {
    id: root

    required property CeremonyEditor editor

    readonly property string problem: editor.revision >= 0 ? editor.problem("units") : ""
    readonly property string prefix: "units." + editor.unit + "."

    spacing: Theme.mm(Theme.compact ? 3 : 5)

    Words {
        visible: root.problem !== ""
        width: parent.width
        text: root.problem
        strong: true
        color: Theme.wrong
        font.pixelSize: Theme.small
    }
    TextEntry {
        visible: root.editor.unitPages > 1 || root.editor.unitSearch !== ""
        width: parent.width
        label: qsTr("Cari unit · %1 unit").arg(root.editor.revision >= 0 ? root.editor.count("units") : 0)
        text: root.editor.unitSearch
        onEdited: typed => root.editor.unitSearch = typed
    }
    Repeater {
        model: root.editor.units

        Choice {
            required property var modelData

            width: root.width
            text: (modelData.wrong ? "! " : "") + (modelData.name !== "" ? modelData.name : qsTr("(belum diberi nama)")) + (modelData.above !== "" ? qsTr(" · di bawah %1").arg(modelData.above) : "")
            current: modelData.place === root.editor.unit
            onClicked: root.editor.chooseUnit(modelData.place === root.editor.unit ? -1 : modelData.place)
        }
    }
    Row {
        visible: root.editor.unitPages > 1
        spacing: Theme.gap

        ToolButton {
            symbol: "up"
            label: qsTr("Unit sebelumnya")
            enabled: root.editor.unitPage > 0
            onClicked: root.editor.turnUnits(-1)
        }
        ToolButton {
            symbol: "down"
            label: qsTr("Unit berikutnya")
            enabled: root.editor.unitPage < root.editor.unitPages - 1
            onClicked: root.editor.turnUnits(1)
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1 / %2").arg(root.editor.unitPage + 1).arg(root.editor.unitPages)
            strong: true
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
        }
    }
    Column {
        visible: root.editor.unit >= 0
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 3.5)

        CeremonyField {
            width: parent.width
            editor: root.editor
            name: root.prefix + "name"
            label: qsTr("Nama unit")
        }
        CeremonyField {
            width: parent.width
            editor: root.editor
            name: root.prefix + "code"
            label: qsTr("Kode Kemendagri (boleh kosong)")
            hint: root.editor.unitAbove !== "" ? qsTr("Di bawah %1").arg(root.editor.unitAbove) : ""
        }
        ActionButton {
            text: qsTr("Hapus unit ini dan yang di bawahnya")
            symbol: "clear"
            onClicked: root.editor.remove("units", root.editor.unit)
        }
    }
    TextBlock {
        id: names

        width: parent.width
        label: root.editor.unit >= 0 ? qsTr("Tambah unit di bawahnya, satu nama per baris") : qsTr("Tambah unit, satu nama per baris")
        lines: 2
    }
    ActionButton {
        enabled: names.text.trim() !== ""
        text: qsTr("Tambahkan")
        onClicked: {
            root.editor.addUnits(names.text);
            names.text = "";
        }
    }
    CeremonyField {
        width: parent.width
        editor: root.editor
        name: "code_edition"
        label: qsTr("Edisi kode Kemendagri")
    }
}
