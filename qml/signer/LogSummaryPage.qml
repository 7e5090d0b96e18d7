import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// For an auditor: the newest head of this log as a code to carry away, and how a head that was brought stands to it.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property LogSummary summary: session.logSummary
    readonly property StoreState store: kiosk.state

    readonly property string word: {
        switch (summary.outcome) {
        case LogSummary.Same:
            return qsTr("SAMA");
        case LogSummary.Beginning:
            return qsTr("SESUAI");
        case LogSummary.Contradicted:
            return qsTr("TIDAK COCOK");
        case LogSummary.Failed:
            return qsTr("BELUM DAPAT DIBANDINGKAN");
        default:
            return qsTr("TIDAK DAPAT DIPAKAI");
        }
    }
    readonly property string sentence: {
        switch (summary.outcome) {
        case LogSummary.Same:
            return qsTr("Ringkasan pemeriksa (%1 catatan) sama dengan ringkasan log ini.").arg(summary.outcomeSize);
        case LogSummary.Beginning:
            return qsTr("Ringkasan pemeriksa (%1 catatan) adalah awal log ini: sejak itu log hanya bertambah.").arg(summary.outcomeSize);
        case LogSummary.Contradicted:
            return qsTr("Log di perangkat ini tidak memuat ringkasan pemeriksa (%1 catatan), padahal segelnya dari log ini. Simpan ringkasan itu sebagai bukti.").arg(summary.outcomeSize);
        case LogSummary.NotSealed:
            return qsTr("Segel ringkasan itu tidak cocok dengan kunci log ini. Tidak ada yang berubah.");
        case LogSummary.OtherLog:
            return qsTr("Itu ringkasan log lain. Tidak ada yang berubah.");
        case LogSummary.Failed:
            return qsTr("Data perangkat ini sedang tidak dapat dibaca. Silakan coba lagi nanti.");
        default:
            return qsTr("Kode itu bukan ringkasan log. Tidak ada yang berubah.");
        }
    }
    readonly property string cosigned: summary.witnesses > 0 ? qsTr("Dikuatkan %1 saksi log").arg(summary.witnesses) : qsTr("Belum dikuatkan saksi log")
    // Beside the code there is less room than below it.
    readonly property real detail: Theme.low ? Math.min(Theme.small, Theme.capital(Theme.compact ? 3.6 : 5)) : Theme.small

    fill: true
    aside: ActionButton {
        visible: root.summary.shown && (root.summary.hasCamera || root.summary.comparing)
        // A tablet's bar holds two lines of it.
        width: Math.min(implicitWidth, Theme.mm(Theme.compact ? 74 : Theme.low ? 100 : 150))
        symbol: root.summary.comparing ? "back" : Theme.compact ? "" : "camera"
        text: root.summary.comparing ? qsTr("Kembali ke kode") : qsTr("Bandingkan dengan ringkasan pemeriksa")
        onClicked: {
            if (root.summary.comparing)
                root.summary.stopComparing();
            else
                root.summary.compare();
        }
    }
    actions: ActionButton {
        primary: true
        text: qsTr("Selesai")
        onClicked: root.session.finish()
    }

    Item {
        id: whole

        readonly property real between: Theme.mm(Theme.compact ? 6 : 12)
        readonly property real side: {
            const height = root.roomHeight - root.head;
            if (Theme.landscape)
                return Math.floor(Math.min(height, (width - between) * 0.58));
            // What comes up by itself leaves the code as it is.
            const said = words.implicitHeight - (newest.visible ? newest.height + words.spacing : 0);
            return Math.floor(Math.min(width, Math.max(Theme.mm(110), height - said - between)));
        }

        width: parent.width
        height: Math.max(root.roomHeight, words.y + words.implicitHeight)

        Rectangle {
            id: panel

            visible: root.summary.shown && !root.summary.comparing
            x: Theme.landscape ? 0 : Math.round((parent.width - width) / 2)
            y: root.head
            width: whole.side
            height: width
            color: "#ffffff"
            radius: Theme.radius
            border.width: Theme.hairline
            border.color: Theme.line

            QrItem {
                anchors.fill: parent
                anchors.margins: Theme.stroke
                text: root.summary.note
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Kode QR ringkasan log")
            }
        }
        CameraView {
            visible: root.summary.comparing
            x: panel.x
            y: panel.y
            width: whole.side
            height: whole.side
            runs: root.summary.cameraRuns
            picture: root.summary.picture // qmllint disable
            advice: qsTr("Kamera sedang disiapkan.")
        }
        Column {
            id: words

            x: Theme.landscape ? whole.side + whole.between : 0
            y: Theme.landscape ? Math.max(root.head, (root.roomHeight - implicitHeight) / 2) : panel.y + whole.side + whole.between
            width: parent.width - x
            spacing: Theme.mm(Theme.compact ? 2 : 4)

            Words {
                width: parent.width
                text: root.summary.comparing ? qsTr("Ringkasan pemeriksa") : qsTr("Ringkasan log")
                stately: true
                strong: true
                font.pixelSize: Theme.title
                Accessible.role: Accessible.Heading
            }
            Words {
                visible: !root.summary.shown
                width: parent.width
                text: qsTr("Ringkasan log sedang tidak dapat dibaca. Mohon hubungi petugas.")
            }
            Words {
                visible: root.summary.comparing
                width: parent.width
                text: qsTr("Tunjukkan kode QR ringkasan log yang dibawa pemeriksa ke kamera perangkat ini. Kamera mati setelah kode terbaca.")
                font.pixelSize: Theme.small
            }
            ActionButton {
                id: newest

                visible: root.summary.newer && !root.summary.comparing
                width: parent.width
                text: qsTr("Tampilkan yang terbaru")
                onClicked: root.summary.refresh()
            }
            Rectangle {
                visible: root.summary.shown && !root.summary.comparing && root.summary.outcome !== LogSummary.None
                width: parent.width
                height: answer.height + Theme.mm(Theme.compact ? 4 : 8)
                radius: Theme.radius
                color: Theme.toneGround[root.summary.tone]

                Column {
                    id: answer

                    anchors.centerIn: parent
                    width: parent.width - Theme.mm(Theme.compact ? 6 : 10)
                    spacing: Theme.mm(1)

                    Row {
                        width: parent.width
                        spacing: Theme.mm(3)

                        Icon {
                            id: mark

                            name: Theme.toneShape[root.summary.tone]
                            color: Theme.toneInk[root.summary.tone]
                            size: Theme.title
                        }
                        Words {
                            width: parent.width - mark.width - parent.spacing
                            text: root.word
                            color: Theme.toneInk[root.summary.tone]
                            strong: true
                            font.pixelSize: Theme.label
                            Accessible.role: Accessible.AlertMessage
                        }
                    }
                    Words {
                        width: parent.width
                        text: root.sentence
                        color: Theme.toneInk[root.summary.tone]
                        font.pixelSize: root.detail
                    }
                }
            }
            Column {
                visible: root.summary.shown && !root.summary.comparing
                width: parent.width
                spacing: Theme.mm(Theme.compact ? 1 : 2)

                Words {
                    width: parent.width
                    text: qsTr("%1 catatan").arg(root.summary.size)
                    strong: true
                    font.pixelSize: Theme.title
                }
                Words {
                    width: parent.width
                    text: root.cosigned
                    font.pixelSize: root.detail
                }
                Words {
                    width: parent.width
                    text: qsTr("%1, pukul %2").arg(root.store.dateNow).arg(root.store.timeNow)
                    font.pixelSize: root.detail
                }
                Words {
                    width: parent.width
                    text: root.summary.origin
                    wrapMode: Text.WrapAnywhere
                    color: Theme.inkSoft
                    font.pixelSize: root.detail
                }
                Words {
                    width: parent.width
                    text: root.summary.root
                    color: Theme.inkSoft
                    font.pixelSize: root.detail
                    Accessible.name: qsTr("Akar log %1").arg(text)
                }
            }
            Words {
                visible: root.summary.shown && !root.summary.comparing && root.summary.outcome === LogSummary.None
                width: parent.width
                text: qsTr("Untuk pemeriksa: pindai kode ini dan simpan. Jika log kelak ditulis ulang, ringkasan yang Anda simpan membuktikannya.")
                font.pixelSize: root.detail
            }
        }
    }
}
