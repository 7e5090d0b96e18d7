pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Before there is a store: a ceremony can be prepared.
PageFrame {
    id: root

    required property Organizer organizer

    actions: ActionButton {
        primary: true
        text: qsTr("Upacara baru")
        symbol: "forward"
        symbolLast: true
        onClicked: root.organizer.newCeremony()
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 3 : 7)

        Words {
            width: parent.width
            text: qsTr("Belum ada upacara di perangkat ini")
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            text: qsTr("Siapkan berkas upacaranya di sini, atau pakai berkas TOML yang sudah ada. Lognya dibuka dengan ikrar init, dan penyelenggara didaftarkan dengan ikrar organizer add; layar ini lalu melanjutkan sendiri.")
        }
    }
}
