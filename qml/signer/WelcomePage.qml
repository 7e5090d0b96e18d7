pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What is pledged here, when and where, how many have done so, and one way in.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property CeremonyFacts ceremony: kiosk.ceremony
    readonly property StoreState store: kiosk.state

    bar: false
    fill: true

    readonly property string place: store.sessionName + (store.sessionName !== "" && store.sessionPlace !== "" ? "  ·  " : "") + store.sessionPlace
    readonly property string time: store.sessionDate + (store.sessionDate !== "" && store.sessionTime !== "" ? "  ·  " : "") + store.sessionTime
    // On a low screen the way in comes before larger small print.
    readonly property real smallPrint: Theme.low ? Math.min(Theme.small, Theme.capital(Theme.compact ? 3.6 : 4)) : Theme.small
    readonly property string closedText: {
        if (store.closed)
            return qsTr("Pencatatan ikrar ini sudah ditutup.");
        return ceremony.activity ? qsTr("Kegiatan belum dibuka. Mohon menunggu petugas.")
            : qsTr("Upacara belum dibuka. Mohon menunggu petugas.");
    }
    readonly property string noticeText: {
        switch (session.notice) {
        case SigningSession.TimedOut:
            return qsTr("Isian sebelumnya sudah dihapus karena layar tidak disentuh.");
        case SigningSession.SessionEnded:
            return qsTr("Sesi baru saja ditutup. Silakan bertanya kepada petugas.");
        default:
            return "";
        }
    }

    Item {
        width: parent.width
        height: Math.max(root.roomHeight, minimum)

        readonly property real minimum: head.height + middle.height + foot.height + Theme.mm(foot.tight ? 4.5 : Theme.compact ? 8 : 24)

        Image {
            visible: Theme.contrast === 0
            anchors.horizontalCenter: Theme.landscape ? parent.right : parent.horizontalCenter
            anchors.verticalCenter: Theme.landscape ? parent.verticalCenter : middle.verticalCenter
            width: Theme.landscape ? parent.height * 1.15 : parent.width * 0.98
            height: width
            source: "qrc:/ikrar/icons/guilloche.svg"
            sourceSize: Qt.size(width, height) // qmllint disable
            opacity: 0.2
            Accessible.ignored: true
        }
        Column {
            id: head

            width: parent.width
            spacing: Theme.mm(Theme.compact ? 2 : 5)
            y: Theme.mm(Theme.compact ? 1 : 8)

            TextMetrics {
                id: oneLine

                font.family: Theme.serif
                font.bold: true
                font.pixelSize: Theme.display
                text: root.ceremony.title
            }
            Words {
                width: parent.width
                text: root.ceremony.title
                stately: true
                strong: true
                lineHeight: 1.02
                // A low screen has room for two lines.
                font.pixelSize: Theme.low && oneLine.advanceWidth > 1.85 * width ? Math.round(Theme.display * 0.82) : Theme.display
                Accessible.role: Accessible.Heading
            }
            Kop {
                width: parent.width
            }
            Flow {
                width: parent.width
                spacing: Theme.mm(Theme.compact ? 3 : 5)

                Words {
                    visible: text !== ""
                    width: Math.min(implicitWidth, parent.width)
                    text: root.place
                    strong: !Theme.compact
                    font.pixelSize: root.smallPrint
                }
                Words {
                    visible: text !== ""
                    width: Math.min(implicitWidth, parent.width)
                    text: root.time
                    font.pixelSize: root.smallPrint
                }
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: !root.ceremony.example ? "" : root.ceremony.source === "" ? qsTr("Contoh berdasarkan berita") : qsTr("Contoh berdasarkan berita: %1").arg(root.ceremony.source)
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
                font.italic: true
            }
        }
        Column {
            id: middle

            width: parent.width
            y: {
                const room = foot.y - head.y - head.height;
                return head.y + head.height + Math.max(Theme.mm(2), (room - height) * 0.5);
            }
            spacing: Theme.mm(Theme.compact ? 2 : 6)

            Words {
                visible: text !== ""
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.noticeText
                strong: true
                font.pixelSize: root.smallPrint
            }
            Words {
                visible: !root.session.canStart
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.closedText
                stately: true
                strong: true
                font.pixelSize: Theme.title
            }
            Flow {
                id: ways

                readonly property bool beside: Theme.landscape

                visible: root.session.canStart
                anchors.horizontalCenter: parent.horizontalCenter
                width: beside ? parent.width : Math.min(parent.width, Theme.mm(160))
                spacing: beside ? Theme.mm(Theme.compact ? 4 : 8) : Theme.mm(6)

                ActionButton {
                    width: ways.beside ? ways.width - aid.width - ways.spacing : ways.width
                    height: Math.max(Theme.mm(Theme.compact ? 24 : 36), implicitHeight)
                    primary: true
                    symbol: "hand"
                    text: qsTr("Sentuh di sini untuk mulai")
                    onClicked: root.session.start()
                }
                ActionButton {
                    id: aid

                    width: ways.beside ? Theme.mm(Theme.compact ? 72 : 92) : ways.width
                    height: ways.beside ? Math.max(Theme.mm(Theme.compact ? 24 : 36), implicitHeight) : implicitHeight
                    symbol: "people"
                    text: qsTr("Saya perlu dibantu petugas")
                    onClicked: root.session.askAssistance()
                }
            }
        }
        StatusStrip {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.mm(foot.tight ? 0.5 : Theme.compact ? 4 : 10)
            // A low screen has no room for both.
            visible: !Theme.low || root.noticeText === ""
            height: visible ? implicitHeight : 0
            width: parent.width
            store: root.store
        }
    }
}
