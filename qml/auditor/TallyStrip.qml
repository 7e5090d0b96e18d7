pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What was checked in this session, each kind by the shape and colour of its verdict.
Rectangle {
    id: root

    required property Auditor auditor

    readonly property var counts: [auditor.good, auditor.caution, auditor.bad, auditor.unread]
    readonly property var names: [qsTr("sah"), qsTr("perlu perhatian"), qsTr("tidak cocok"), qsTr("tidak terbaca")]

    // Narrow screens leave the names to whoever reads the screen aloud.
    readonly property bool named: Theme.widthMm > 330

    color: Theme.surface
    height: tools.height + Theme.mm(4)

    Row {
        id: row

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.mm(4)

        Repeater {
            model: 4

            Row {
                id: chip

                required property int index

                spacing: Theme.mm(1.5)
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1 %2").arg(root.counts[chip.index]).arg(root.names[chip.index])

                Rectangle {
                    width: Theme.mm(7)
                    height: width
                    radius: Theme.radius
                    color: Theme.toneGround[chip.index]

                    Icon {
                        anchors.centerIn: parent
                        name: Theme.toneShape[chip.index]
                        color: Theme.toneInk[chip.index]
                        size: Theme.mm(5)
                    }
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: implicitWidth
                    text: root.named ? qsTr("%1 %2").arg(root.counts[chip.index]).arg(root.names[chip.index]) : root.counts[chip.index]
                    strong: true
                    font.pixelSize: root.named ? Theme.caption : Theme.label
                    Accessible.ignored: true
                }
            }
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.auditor.again > 0
            width: implicitWidth
            text: root.named ? qsTr("%1 diperlihatkan ulang").arg(root.auditor.again) : qsTr("%1 ulang").arg(root.auditor.again)
            font.pixelSize: Theme.caption
        }
    }
    DisplayTools {
        id: tools

        readonly property Preferences preferences: root.auditor.preferences

        anchors {
            right: parent.right
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        textSize: preferences.textSize
        sizes: 3
        contrast: preferences.contrast
        english: preferences.language === Preferences.English
        onSizeChosen: size => preferences.textSize = size
        onContrastChosen: contrast => preferences.contrast = contrast
        onLanguageToggled: preferences.language = english ? Preferences.Indonesian : Preferences.English
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
}
