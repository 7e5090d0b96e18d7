pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Kiosk
import Ikrar.Theme

// One clause: as it is read out, and its line on the page of all clauses.
Column {
    id: root

    required property CeremonyEditor editor
    // What its names begin with: the list, the place in it, and a dot.
    required property string prefix

    spacing: Theme.mm(Theme.compact ? 2 : 3.5)

    CeremonyBlock {
        width: parent.width
        editor: root.editor
        name: root.prefix + "full"
        label: qsTr("Teks lengkap")
        lines: 2
    }
    CeremonyBlock {
        width: parent.width
        editor: root.editor
        name: root.prefix + "short"
        label: qsTr("Ringkas, paling banyak 120 huruf")
        lines: 1
    }
}
