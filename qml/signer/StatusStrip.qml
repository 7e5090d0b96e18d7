pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// How many have signed, and whether log, disk and clock are in order: for anyone who looks.
Item {
    id: root

    required property StoreState store

    readonly property string log: {
        if (store.unpublished > 0)
            return qsTr("%1 catatan, %2 menunggu terbit").arg(store.logSize).arg(store.unpublished);
        return qsTr("%1 catatan, semua terbit").arg(store.logSize);
    }
    readonly property string disk: {
        switch (store.disk) {
        case StoreState.Good:
            return qsTr("Ruang cukup");
        case StoreState.Low:
            return qsTr("Ruang hampir habis, mohon hubungi petugas");
        default:
            return qsTr("Ruang belum diketahui");
        }
    }
    readonly property string clock: {
        switch (store.clockTrust) {
        case StoreState.Synchronised:
            return qsTr("%1, tersinkron").arg(store.timeNow);
        case StoreState.SetByOperator:
            return qsTr("%1, disetel petugas").arg(store.timeNow);
        default:
            return qsTr("%1, belum dipastikan").arg(store.timeNow);
        }
    }

    implicitHeight: rule.height + grid.y + grid.implicitHeight

    Rectangle {
        id: rule

        width: parent.width
        height: Theme.hairline
        color: Theme.edge
    }
    Flow {
        id: grid

        y: Theme.mm(Theme.compact ? 2 : 4)
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 5 : 7)

        Fact {
            label: qsTr("Sudah berikrar")
            value: root.store.expected > 0 ? qsTr("%1 dari %2 orang").arg(root.store.signedInSession).arg(root.store.expected) : qsTr("%1 orang").arg(root.store.signedInSession)
        }
        Fact {
            label: qsTr("Log")
            value: root.log
        }
        Fact {
            label: qsTr("Penyimpanan")
            value: root.disk
            warns: root.store.disk === StoreState.Low
        }
        Fact {
            label: qsTr("Jam")
            value: root.clock
        }
    }

    component Fact: Column {
        id: fact

        required property string label
        required property string value
        property bool warns: false

        visible: value !== ""

        Words {
            width: Math.min(implicitWidth, root.width)
            text: fact.label
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
            Accessible.ignored: true
        }
        Words {
            width: Math.min(implicitWidth, root.width)
            text: fact.value
            strong: true
            color: fact.warns ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.caption
            Accessible.name: fact.label + ": " + text
        }
    }
}
