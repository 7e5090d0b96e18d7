pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The organizer's window: who is at it, the page, the keyboard, and the veil of the countdown before it locks.
Window {
    id: root

    required property Organizer organizer

    readonly property Preferences preferences: organizer.preferences

    title: qsTr("Layar penyelenggara")
    color: Theme.paper

    function fileOf(page: int): string {
        switch (page) {
        case Organizer.Home:
            return "HomePage.qml";
        case Organizer.Session:
            return "SessionPage.qml";
        case Organizer.Absent:
            return "AbsentPage.qml";
        case Organizer.Absence:
            return "AbsencePage.qml";
        case Organizer.WalkIns:
            return "WalkInsPage.qml";
        case Organizer.Repeated:
            return "RepeatedPage.qml";
        case Organizer.Entries:
            return "EntriesPage.qml";
        case Organizer.Entry:
            return "EntryPage.qml";
        case Organizer.Health:
            return "HealthPage.qml";
        case Organizer.Display:
            return "LeadPage.qml";
        case Organizer.Closing:
            return "ClosingPage.qml";
        case Organizer.Files:
            return "FilesPage.qml";
        case Organizer.Roster:
            return "RosterPage.qml";
        case Organizer.Export:
            return "ExportPage.qml";
        case Organizer.Backup:
            return "BackupPage.qml";
        case Organizer.Ceremony:
            return "CeremonyPage.qml";
        case Organizer.Start:
            return "StartPage.qml";
        case Organizer.Editor:
            return "EditorPage.qml";
        default:
            return "GatePage.qml";
        }
    }

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.organizer.metrics.pixelsPerMm
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
            text: root.organizer.ceremony.rehearsal ? qsTr("GLADI · hanya latihan, bukan ikrar yang sah") : ""
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
                text: root.organizer.gate.isOpen ? qsTr("%1, %2").arg(root.organizer.gate.name).arg(root.organizer.gate.post) : qsTr("Layar penyelenggara")
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
                    visible: root.organizer.gate.isOpen
                    text: qsTr("Kunci")
                    label: qsTr("Kunci layar")
                    onClicked: root.organizer.lock()
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

                readonly property int page: root.organizer.page
                onPageChanged: open()
                Component.onCompleted: open()

                function open(): void {
                    setSource(root.fileOf(page), {
                        "organizer": root.organizer
                    });
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
        seconds: root.organizer.idle.warning ? root.organizer.idle.secondsLeft : 0
        guards: true
        wipes: false
        onStay: root.organizer.idle.touch()
        onLeave: root.organizer.lock()
        onVisibleChanged: if (!visible)
            loader.forceActiveFocus(Qt.OtherFocusReason)
    }
}
