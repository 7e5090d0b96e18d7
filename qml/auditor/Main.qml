pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The auditor's window: a strip with the session's tally, the page, and the keyboard. Files are dropped anywhere.
Window {
    id: root

    required property Auditor auditor

    readonly property Preferences preferences: auditor.preferences
    readonly property bool toned: auditor.page === Auditor.Verdict

    title: qsTr("Pemeriksaan tanda terima")
    color: toned ? Theme.toneGround[auditor.verdict.tone] : Theme.paper

    function fileOf(page: int): string {
        switch (page) {
        case Auditor.Verdict:
            return "VerdictPage.qml";
        case Auditor.Head:
            return "HeadPage.qml";
        case Auditor.Person:
            return "MatchPage.qml";
        case Auditor.Bundle:
            return "BundlePage.qml";
        case Auditor.Waiting:
            return "ScanPage.qml";
        default:
            return "EvidencePage.qml";
        }
    }

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.auditor.metrics.pixelsPerMm
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

        TallyStrip {
            id: strip

            width: parent.width
            auditor: root.auditor
        }
        FocusScope {
            anchors {
                top: strip.bottom
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

                readonly property int page: root.auditor.page
                onPageChanged: open()
                Component.onCompleted: open()

                function open(): void {
                    setSource(root.fileOf(page), {
                        "auditor": root.auditor
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
    DropArea {
        id: drop

        anchors.fill: parent
        onDropped: event => {
            if (event.hasUrls)
                root.auditor.checkFiles(event.urls);
            else if (event.hasText)
                root.auditor.check(event.text);
        }

        Rectangle {
            anchors.fill: parent
            visible: drop.containsDrag
            color: Theme.scrim
            border.width: Theme.focusRing
            border.color: Theme.petrol

            Words {
                anchors.centerIn: parent
                text: qsTr("Lepaskan di sini untuk memeriksa")
                strong: true
                font.pixelSize: Theme.title
            }
        }
    }
}
