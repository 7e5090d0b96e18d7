pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// Nobody has touched the screen: the seconds left before everything not yet sent is wiped.
FocusScope {
    id: root

    required property int seconds
    // Somebody is still at it: the touch that ends the countdown must not reach what lies below.
    required property bool guards
    // Something typed or drawn will be wiped.
    property bool wipes: true
    property int shown: 0

    signal stay
    signal leave

    visible: seconds > 0 || linger.running || (guards && finger.active)
    onSecondsChanged: {
        if (seconds > 0)
            shown = seconds;
        else if (guards)
            linger.restart();
    }
    onVisibleChanged: if (visible)
        stayButton.forceActiveFocus(Qt.OtherFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }
    // The page below is not touched through the veil.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.stay()
    }
    PointHandler {
        id: finger
    }
    Timer {
        id: linger

        interval: 400
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(190))
        height: column.implicitHeight + 2 * column.y
        radius: Theme.radius * 2
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.edge

        Column {
            id: column

            x: Theme.mm(Theme.compact ? 6 : 12)
            y: x
            width: parent.width - 2 * x
            spacing: Theme.mm(Theme.compact ? 3 : 6)

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Apakah Anda masih di sini?")
                stately: true
                strong: true
                font.pixelSize: Theme.title
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.shown
                strong: true
                color: Theme.petrol
                font.pixelSize: Theme.capital(Theme.compact ? 16 : 26)
                lineHeight: 1
                Accessible.role: Accessible.Clock
                Accessible.name: qsTr("Sisa waktu %1 detik").arg(root.shown)
            }
            Words {
                visible: root.wipes
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Isian yang belum dikirim akan dihapus agar tidak terlihat orang lain.")
                color: Theme.inkSoft
                font.pixelSize: Theme.small
            }
            ActionButton {
                id: stayButton

                width: parent.width
                primary: true
                focus: true
                text: qsTr("Saya masih di sini")
                onClicked: root.stay()
            }
            ActionButton {
                width: parent.width
                quiet: true
                text: root.wipes ? qsTr("Hapus dan kembali ke awal") : qsTr("Kembali ke awal")
                onClicked: root.leave()
            }
        }
    }
}
