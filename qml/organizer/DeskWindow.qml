pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A window behind a PIN: who is at it, the page, the keyboard, and the veil of the countdown before it locks.
Window {
    id: root

    required property Preferences preferences
    required property ScreenMetrics metrics
    required property PinGate gate
    required property IdleWatch idle
    property bool rehearsal: false
    // The page shown, and what it is given.
    required property string pageFile
    required property var pageProperties

    signal lockAsked

    color: Theme.paper

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.metrics.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "screen"
        value: Qt.size(root.width, root.height)
    }
    Binding {
        target: Theme
        property: "capitalMm"
        value: root.preferences.capitalMm
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.preferences.contrast
    }

    Item {
        id: stage

        objectName: "stage"
        anchors.fill: parent
        enabled: !countdown.visible

        Notice {
            id: strip

            width: parent.width
            text: root.rehearsal ? qsTr("GLADI · hanya latihan, bukan ikrar yang sah") : ""
        }
        Item {
            id: head

            anchors.top: strip.bottom
            width: parent.width
            height: tools.height + Theme.mm(4)

            Words {
                id: who

                anchors {
                    left: parent.left
                    leftMargin: Theme.margin
                    right: tools.left
                    rightMargin: Theme.gap
                    verticalCenter: parent.verticalCenter
                }
                text: root.gate.isOpen ? qsTr("%1, %2").arg(root.gate.name).arg(root.gate.post) : root.title
                strong: true
                color: Theme.inkSoft
                lineHeight: 0.95
                font.pixelSize: Theme.caption
            }
            Row {
                id: tools

                anchors {
                    right: parent.right
                    rightMargin: Theme.margin
                    verticalCenter: parent.verticalCenter
                }
                spacing: Theme.gap

                ToolButton {
                    visible: root.gate.isOpen
                    text: qsTr("Kunci")
                    label: qsTr("Kunci layar")
                    onClicked: root.lockAsked()
                }
                DisplayTools {
                    textSize: root.preferences.textSize
                    sizes: 3
                    contrast: root.preferences.contrast
                    english: root.preferences.language === Preferences.English
                    onSizeChosen: size => root.preferences.textSize = size
                    onContrastChosen: contrast => root.preferences.contrast = contrast
                    onLanguageToggled: root.preferences.language = english ? Preferences.Indonesian : Preferences.English
                }
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }
        }
        FocusScope {
            anchors {
                top: head.bottom
                left: parent.left
                right: parent.right
                bottom: keyboard.top
            }
            focus: true

            Loader {
                id: loader

                anchors.fill: parent
                focus: true
                onLoaded: (item as Item).forceActiveFocus(Qt.OtherFocusReason)

                readonly property string page: root.pageFile
                onPageChanged: open()
                Component.onCompleted: open()

                function open(): void {
                    setSource(root.pageFile, root.pageProperties);
                }
            }
        }
        KeyboardPanel {
            id: keyboard

            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    CountdownOverlay {
        id: countdown

        anchors.fill: parent
        seconds: root.idle.warning ? root.idle.secondsLeft : 0
        guards: true
        wipes: false
        onStay: root.idle.touch()
        onLeave: root.lockAsked()
        onVisibleChanged: if (!visible)
            loader.forceActiveFocus(Qt.OtherFocusReason)
    }
}
