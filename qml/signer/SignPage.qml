import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The pad: a dashed frame and a base line, the buttons outside it.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property ScreenMetrics metrics: kiosk.metrics
    readonly property bool asks: session.inkQuestion !== 0

    aside: ActionButton {
        text: root.asks ? qsTr("Ulangi") : qsTr("Kembali")
        symbol: root.asks ? "undo" : "back"
        onClicked: {
            if (root.asks)
                root.session.redoInk();
            else
                root.session.back();
        }
    }
    actions: ActionButton {
        primary: true
        text: root.asks ? qsTr("Ya, tetap gunakan") : qsTr("Lanjut")
        symbol: "forward"
        symbolLast: true
        width: Math.max(implicitWidth, Theme.mm(Theme.compact ? 40 : 80))
        onClicked: root.session.finishInk()
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2.5 : 6)

        Words {
            id: heading

            width: parent.width
            text: {
                if (root.session.inkQuestion === SigningSession.Blank)
                    return qsTr("Bingkai masih kosong. Lanjut tanpa tanda tangan?");
                if (root.session.inkQuestion === SigningSession.Trivial)
                    return qsTr("Goresan ini sangat singkat. Apakah ini tanda tangan Anda?");
                return root.session.thumbMark ? qsTr("Bubuhkan cap jempol di dalam bingkai") : qsTr("Tanda tangani dengan jari di dalam bingkai");
            }
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Item {
            id: frame

            width: parent.width
            height: {
                const others = heading.height + tools.height + 2 * column.spacing + Theme.mm(2);
                return Math.max(Theme.mm(45), Math.min(width / 2.4, root.roomHeight - others));
            }

            Rectangle {
                anchors.fill: parent
                color: Theme.surface
                radius: Theme.radius
            }
            DashedFrame {
                anchors.fill: parent
            }
            Rectangle {
                x: frame.width * 0.08
                y: frame.height * 0.74
                width: frame.width * 0.84
                height: Theme.hairline
                color: Theme.edge
            }
            Words {
                x: frame.width * 0.08
                y: frame.height * 0.74 + Theme.mm(1)
                width: frame.width * 0.84
                text: root.session.personName
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
            }
            InkPad {
                anchors.fill: parent
                strokes: root.session.ink
                pixelsPerMm: root.metrics.pixelsPerMm
                color: Theme.ink
                lineWidth: 0.8
                Accessible.role: Accessible.Canvas
                Accessible.name: qsTr("Bidang tanda tangan")
                Accessible.description: root.session.ink.empty ? qsTr("Masih kosong") : qsTr("Berisi %1 goresan").arg(root.session.ink.strokeCount)
            }
        }
        Row {
            id: tools

            anchors.right: parent.right
            spacing: Theme.gap

            ActionButton {
                text: qsTr("Urungkan")
                symbol: "undo"
                enabled: !root.session.ink.empty
                height: Theme.mm(14)
                onClicked: root.session.ink.undo()
            }
            ActionButton {
                text: qsTr("Kosongkan")
                symbol: "clear"
                enabled: !root.session.ink.empty
                height: Theme.mm(14)
                onClicked: root.session.ink.clear()
            }
        }
    }
}
