pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// How many have signed, and whether log, disk and clock are in order: for anyone who looks.
Item {
    id: root

    required property StoreState store

    readonly property string signed: {
        const all = store.expected > 0 ? qsTr("%1 dari %2 orang").arg(store.signedInAll).arg(store.expected) : qsTr("%1 orang").arg(store.signedInAll);
        return store.followUp ? qsTr("%1, %2 pada sesi ini").arg(all).arg(store.signedInSession) : all;
    }
    readonly property string log: {
        if (store.unpublished > 0)
            return qsTr("%1 catatan, %2 menunggu terbit").arg(store.logSize).arg(store.unpublished);
        return qsTr("%1 catatan, semua terbit").arg(store.logSize);
    }
    // Empty where the log has no witnesses.
    readonly property string witnesses: {
        if (store.witnesses === 0)
            return "";
        if (store.witnessesReached === 0)
            return qsTr("Saksi log: belum tersambung, ringkasan %1 dari %2").arg(store.cosigned).arg(store.logSize);
        return qsTr("Saksi log: %1 dari %2, ringkasan %3 dari %4").arg(store.witnessesReached).arg(store.witnesses).arg(store.cosigned).arg(store.logSize);
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

    // A tablet has no room to spare for a third line.
    readonly property bool tight: Theme.compact && witnesses !== ""

    implicitHeight: grid.y + grid.implicitHeight + (witnessLine.visible ? witnessLine.gap + witnessLine.implicitHeight : 0)

    Rectangle {
        id: rule

        width: parent.width
        height: Theme.hairline
        color: Theme.edge
    }
    Row {
        id: grid

        y: Theme.mm(root.tight ? 0.5 : Theme.compact ? 2 : 4)
        width: parent.width
        spacing: Theme.mm(4)

        Fact {
            share: 0.2
            label: qsTr("Sudah berikrar")
            value: root.signed
        }
        Fact {
            share: 0.29
            label: qsTr("Log")
            value: root.log
        }
        Fact {
            share: 0.165
            label: qsTr("Penyimpanan")
            value: root.disk
            warns: root.store.disk === StoreState.Low
        }
        Fact {
            share: 0.345
            label: qsTr("Jam")
            value: root.clock
        }
    }

    Words {
        id: witnessLine

        readonly property real gap: Theme.compact ? 0 : Theme.mm(1)

        visible: text !== ""
        y: grid.y + grid.implicitHeight + gap
        width: parent.width
        text: root.witnesses
        color: Theme.inkSoft
        font.pixelSize: Theme.capital(Theme.compact ? 3.2 : 3.5)
    }

    component Fact: Column {
        id: fact

        required property string label
        required property string value
        // Of the whole line, as the texts are long.
        property real share: 0.25
        property bool warns: false

        width: (root.width - 3 * grid.spacing) * share

        Words {
            width: fact.width
            text: fact.label
            color: Theme.inkSoft
            font.pixelSize: Theme.capital(Theme.compact ? 3.2 : 3.5)
            Accessible.ignored: true
        }
        Words {
            width: fact.width
            text: fact.value
            strong: true
            color: fact.warns ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.capital(Theme.compact ? 3.2 : 3.5)
            Accessible.name: fact.label + ": " + text
        }
    }
}
