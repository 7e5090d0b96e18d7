pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Who they are, and their PIN: names beside (or above) a keypad. Digits of a keyboard are taken too.
FocusScope {
    id: root

    required property PinGate gate
    required property string heading
    property string help: ""

    readonly property bool beside: Theme.landscape
    readonly property bool asks: gate.chosen >= 0
    readonly property string saying: {
        if (gate.damaged)
            return qsTr("Daftar PIN di perangkat ini rusak. Buat kembali dengan perintah: ikrar organizer add");
        if (gate.holders.length === 0)
            return qsTr("Belum ada penyelenggara dengan PIN. Tambahkan dengan perintah: ikrar organizer add");
        if (gate.secondsLeft > 0)
            return qsTr("PIN beberapa kali keliru. Dapat dicoba lagi dalam %1 detik.").arg(gate.secondsLeft);
        if (gate.checking)
            return qsTr("Memeriksa PIN.");
        if (gate.wrong)
            return qsTr("PIN belum benar. Mohon coba sekali lagi.");
        return asks ? qsTr("Ketik PIN Anda.") : qsTr("Pilih nama Anda.");
    }

    implicitHeight: beside ? Math.max(left.implicitHeight, right.implicitHeight) : left.implicitHeight + Theme.mm(8) + right.implicitHeight
    focus: true

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
            root.gate.erase();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            root.gate.submit();
        } else if (/^[0-9]$/.test(event.text)) {
            root.gate.type(event.text);
        } else {
            return;
        }
        event.accepted = true;
    }

    Column {
        id: left

        width: root.beside ? root.width - right.width - Theme.mm(Theme.compact ? 7 : 14) : root.width
        y: root.beside ? (root.height - height) / 2 : 0
        spacing: Theme.mm(Theme.compact ? 3 : 6)

        Words {
            width: parent.width
            text: root.heading
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.help
            font.pixelSize: Theme.small
        }
        Column {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.gate.holders

                Choice {
                    required property int index
                    required property string modelData

                    width: left.width
                    text: modelData
                    current: index === root.gate.chosen
                    onClicked: {
                        root.gate.choose(index);
                        root.forceActiveFocus(Qt.OtherFocusReason);
                    }
                }
            }
        }
    }
    Column {
        id: right

        x: root.beside ? root.width - width : (root.width - width) / 2
        y: root.beside ? (root.height - height) / 2 : left.height + Theme.mm(8)
        width: keypad.width
        spacing: Theme.mm(Theme.compact ? 2 : 5)

        Words {
            width: parent.width
            height: Math.max(implicitHeight, Theme.small * 2.8)
            verticalAlignment: Text.AlignBottom
            horizontalAlignment: Text.AlignHCenter
            text: root.saying
            strong: true
            color: root.gate.wrong || root.gate.secondsLeft > 0 || root.gate.damaged ? Theme.wrong : Theme.inkSoft
            lineHeight: 0.95
            font.pixelSize: Theme.capital(Theme.compact ? 3.2 : 4)
        }
        Item {
            width: parent.width
            height: Theme.mm(Theme.compact ? 6 : 9)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 angka diketik").arg(root.gate.digits)

            Row {
                anchors.centerIn: parent
                spacing: Theme.mm(2)

                Repeater {
                    model: Math.max(6, root.gate.digits)

                    Rectangle {
                        required property int index

                        width: Theme.mm(Theme.compact ? 3.4 : 4.2)
                        height: width
                        radius: width / 2
                        color: index < root.gate.digits ? Theme.petrol : "transparent"
                        border.width: Theme.stroke
                        border.color: Theme.petrol
                    }
                }
            }
        }
        Keypad {
            id: keypad

            enabled: root.asks && !root.gate.checking && root.gate.secondsLeft === 0
            opacity: enabled ? 1 : 0.4
            empty: root.gate.digits === 0
            onDigit: text => root.gate.type(text)
            onErase: root.gate.erase()
            onClear: root.gate.clear()
        }
    }
}
