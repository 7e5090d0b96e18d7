pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The window: top bar, the page that the session says, the keyboard, and the veil of the countdown.
Window {
    id: root

    required property Kiosk kiosk

    readonly property SigningSession session: kiosk.session
    readonly property Preferences preferences: kiosk.preferences
    readonly property var steps: [qsTr("Siapa Anda"), qsTr("Baca ikrar"), qsTr("Tanda tangan"), qsTr("Tanda terima")]

    readonly property int step: stepOf(session.page)
    // On low screens the display tools stand in the page's own bar; the page of a receipt has none.
    readonly property bool low: Theme.low && session.page !== SigningSession.Welcome && session.page !== SigningSession.Stopped
    readonly property Item toolSlot: (loader.item as PageFrame)?.toolSlot ?? null

    title: kiosk.ceremony.title
    color: Theme.paper

    function fileOf(page: int): string {
        switch (page) {
        case SigningSession.WhoAreYou:
            return "IdentifyPage.qml";
        case SigningSession.Search:
            return "SearchPage.qml";
        case SigningSession.NotListed:
            return "NotListedPage.qml";
        case SigningSession.WalkIn:
            return "WalkInPage.qml";
        case SigningSession.Assistance:
            return "AssistedPage.qml";
        case SigningSession.IsThisYou:
            return "PersonPage.qml";
        case SigningSession.AlreadySigned:
            return "AlreadySignedPage.qml";
        case SigningSession.Pledge:
            return "PledgePage.qml";
        case SigningSession.Sign:
            return "SignPage.qml";
        case SigningSession.Confirm:
            return "ConfirmPage.qml";
        case SigningSession.Receipt:
            return "ReceiptPage.qml";
        case SigningSession.LogSummary:
            return "LogSummaryPage.qml";
        case SigningSession.Stopped:
            return "StoppedPage.qml";
        default:
            return "WelcomePage.qml";
        }
    }

    function stepOf(page: int): int {
        switch (page) {
        case SigningSession.WhoAreYou:
        case SigningSession.Search:
        case SigningSession.NotListed:
        case SigningSession.WalkIn:
        case SigningSession.IsThisYou:
            return 0;
        case SigningSession.Pledge:
            return 1;
        case SigningSession.Sign:
        case SigningSession.Confirm:
            return 2;
        case SigningSession.Receipt:
            return 3;
        default:
            return -1;
        }
    }

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.kiosk.metrics.pixelsPerMm
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
        // Behind the countdown nothing takes part in the tab order.
        enabled: !countdown.visible

        Notice {
            id: strip

            width: parent.width
            text: root.kiosk.ceremony.rehearsal ? qsTr("GLADI · hanya latihan, bukan ikrar yang sah") : ""
            aside: root.low && root.step >= 0 ? qsTr("%1 / %2  %3").arg(root.step + 1).arg(root.steps.length).arg(root.steps[root.step]) : ""
        }
        FocusScope {
            id: pageScope

            anchors {
                top: topBar.bottom
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

                // A Loader cannot make components that are bound to this file (Qt 6.4), so pages are named by file.
                readonly property int page: root.session.page
                onPageChanged: open()
                Component.onCompleted: open()

                function open(): void {
                    setSource(root.fileOf(page), {
                        "kiosk": root.kiosk
                    });
                }
            }
        }
        TopBar {
            id: topBar

            anchors.top: strip.bottom
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: !root.low
            steps: root.steps
            step: root.step
            heading: {
                if (root.session.page !== SigningSession.Welcome)
                    return root.kiosk.ceremony.title;
                const id = root.kiosk.ceremony.kioskId;
                return root.kiosk.ceremony.organizer + (id !== "" ? "  ·  " + id : "");
            }
        }
        Row {
            parent: root.low && root.toolSlot ? root.toolSlot : topBar.slot
            spacing: Theme.gap

            // For an auditor who comes by; not on a signer's way.
            ToolButton {
                visible: root.session.canShowLog
                text: qsTr("Ringkasan log")
                label: text
                onClicked: root.session.showLog()
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
        KeyboardPanel {
            id: keyboard

            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    CountdownOverlay {
        id: countdown

        anchors.fill: parent
        seconds: root.session.idle.warning ? root.session.idle.secondsLeft : 0
        guards: root.session.page !== SigningSession.Welcome
        wipes: root.session.page !== SigningSession.LogSummary
        onStay: root.session.idle.touch()
        onLeave: root.session.cancel()
        onVisibleChanged: if (!visible)
            loader.forceActiveFocus(Qt.OtherFocusReason)
    }
}
