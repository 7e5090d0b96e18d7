import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// QR and words: one above the other in portrait, side by side in landscape.
Item {
    id: root

    required property SigningSession session
    required property ReceiptView receipt
    required property real room
    required property string heading
    required property string advice
    property bool celebrates: true

    // Large letters on a low screen: the code to photograph and the way out come first.
    readonly property bool tight: Theme.low && Theme.growth > 1.2
    // A tablet on its side: one line each for number and label, so that the way out stays on the screen.
    readonly property bool narrow: Theme.landscape && Theme.compact
    readonly property real detail: tight ? Theme.capital(Theme.compact ? 4 : 5) : Theme.small
    readonly property real headline: tight ? Theme.capital(Theme.compact ? 6 : 7.8) : Theme.title

    readonly property real foot: Theme.compact ? Theme.mm(4) : Theme.low ? Theme.mm(7) : Theme.margin * 0.8
    readonly property real side: {
        if (Theme.landscape)
            return Math.min(room - foot - Theme.mm(2), (width - Theme.mm(8)) * (Theme.compact ? 0.6 : 0.57));
        return Math.min(width, Math.max(Theme.mm(110), room - words.implicitHeight - Theme.mm(17) - foot));
    }

    implicitHeight: height
    height: Theme.landscape ? Math.max(room, words.implicitHeight + foot) : Math.max(room, panel.y + panel.height + Theme.mm(8) + words.implicitHeight + foot)

    ReceiptPanel {
        id: panel

        x: Theme.landscape ? 0 : Math.round((parent.width - width) / 2)
        y: Theme.mm(2)
        // Room for the stamp comes from the side that has some to spare.
        readonly property real band: root.receipt.rehearsal || root.receipt.copy ? Theme.mm(7) : 0
        width: Math.floor(root.side) - (Theme.landscape ? band : 0)
        height: Math.floor(root.side) + (Theme.landscape ? 0 : band)
        receipt: root.receipt
    }
    Column {
        id: words

        x: Theme.landscape ? panel.width + Theme.mm(Theme.compact ? 6 : 14) : 0
        y: Theme.landscape ? Math.max(0, (root.room - root.foot - implicitHeight) / 2) : root.height - root.foot - implicitHeight
        width: parent.width - x
        spacing: Theme.mm(Theme.compact ? 2.2 : 5)

        Row {
            width: parent.width
            spacing: Theme.mm(3)

            Icon {
                id: mark

                visible: root.celebrates
                name: "check"
                color: Theme.petrol
                weight: 3
                size: root.headline
            }
            Words {
                width: parent.width - (mark.visible ? mark.width + parent.spacing : 0)
                text: root.heading
                stately: true
                strong: true
                font.pixelSize: root.headline
                Accessible.role: Accessible.Heading
            }
        }
        Column {
            width: parent.width

            Flow {
                width: parent.width
                spacing: Theme.mm(2)

                Words {
                    width: root.narrow ? implicitWidth : parent.width
                    height: root.narrow ? number.height : implicitHeight
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("Nomor tanda terima")
                    color: Theme.inkSoft
                    font.pixelSize: Theme.caption
                    Accessible.ignored: true
                }
                Words {
                    id: number

                    text: root.receipt.number
                    strong: true
                    lineHeight: 1
                    font.pixelSize: Theme.capital(root.narrow ? 8 : Theme.compact ? 10 : 15)
                    Accessible.name: qsTr("Nomor tanda terima %1").arg(text)
                }
            }
            Words {
                width: parent.width
                text: qsTr("%1, pukul %2, perangkat %3").arg(root.receipt.date).arg(root.receipt.time).arg(root.receipt.kioskId)
                font.pixelSize: root.detail
            }
            Words {
                visible: root.receipt.clockUnknown
                width: parent.width
                text: qsTr("Jam perangkat belum dipastikan.")
                color: Theme.wrong
                font.pixelSize: root.detail
            }
        }
        Words {
            visible: root.receipt.code === "" && !(root.tight && Theme.compact && root.celebrates)
            width: parent.width
            text: root.advice
            font.pixelSize: root.narrow ? Theme.caption : root.detail
        }
        Column {
            visible: root.receipt.code !== ""
            width: parent.width
            spacing: Theme.mm(1)

            Words {
                width: parent.width
                text: root.receipt.code
                strong: true
                font.pixelSize: root.detail
                Accessible.name: qsTr("Kode pencocokan %1").arg(text)
            }
            Words {
                width: parent.width
                text: qsTr("Kode pencocokan menghubungkan nama Anda dengan tanda terima ini. Catat dan simpan sendiri.")
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
            }
        }
        Flow {
            id: buttons

            readonly property bool beside: code.visible && code.implicitWidth + end.implicitWidth + spacing <= width
            readonly property real half: beside ? Math.floor((width - spacing) / 2) : width

            width: parent.width
            spacing: Theme.gap

            ActionButton {
                id: code

                width: buttons.beside ? Math.max(implicitWidth, buttons.half) : buttons.width
                visible: !root.receipt.copy && root.receipt.code === ""
                text: qsTr("Kode pencocokan")
                onClicked: root.receipt.reveal()
            }
            ActionButton {
                id: end

                width: buttons.beside ? buttons.width - code.width - buttons.spacing : buttons.width
                primary: true
                text: root.session.idle.secondsLeft > 0 ? qsTr("Selesai (%1)").arg(root.session.idle.secondsLeft) : qsTr("Selesai")
                Accessible.name: qsTr("Selesai")
                onClicked: root.session.finish()
            }
        }
    }
}
