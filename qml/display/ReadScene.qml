pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// To be read aloud together: the opening sentence, or one clause beside its number, as large as the screen lets it be.
Item {
    id: root

    required property CeremonyFacts ceremony
    // From 0; -1: the opening.
    required property int clause
    required property real unit
    required property real side

    readonly property int clauses: ceremony.fullClauses.length
    readonly property bool numbered: clause >= 0

    Words {
        id: number

        x: root.side
        visible: root.numbered
        anchors.verticalCenter: words.verticalCenter
        width: root.numbered ? (root.clause > 8 ? 34 : 20) * root.unit : 0
        text: root.clause + 1
        stately: true
        strong: true
        color: Theme.petrol
        lineHeight: 0.9
        font.pixelSize: Math.round(34 * root.unit)
        Accessible.ignored: true
    }
    Rectangle {
        id: bar

        visible: root.numbered
        x: number.x + number.width + 2 * root.unit
        anchors.verticalCenter: words.verticalCenter
        width: Math.max(2, 0.6 * root.unit)
        height: words.height * 0.86
        color: Theme.brass
    }
    Words {
        id: words

        anchors {
            left: root.numbered ? bar.right : parent.left
            leftMargin: root.numbered ? 4 * root.unit : root.side
            right: parent.right
            rightMargin: root.side
            top: parent.top
            topMargin: 7 * root.unit
            bottom: trail.top
            bottomMargin: 4 * root.unit
        }
        verticalAlignment: Text.AlignVCenter
        text: root.numbered ? root.ceremony.fullClauses[root.clause] ?? "" : root.ceremony.opening
        stately: true
        lineHeight: 1 // what Fit reckons with
        fontSizeMode: Text.Fit
        minimumPixelSize: Math.round(3.6 * root.unit)
        font.pixelSize: Math.round(9.6 * root.unit)
        Accessible.name: root.numbered ? number.text + ". " + text : text
    }
    Row {
        id: trail

        anchors {
            bottom: parent.bottom
            bottomMargin: 5 * root.unit
            horizontalCenter: parent.horizontalCenter
        }
        spacing: 1.6 * root.unit
        Accessible.ignored: true

        Repeater {
            model: root.clauses

            Rectangle {
                required property int index

                width: (index === root.clause ? 9 : 4) * root.unit
                height: 1.5 * root.unit
                radius: height / 2
                color: index <= root.clause ? Theme.petrol : Theme.line
            }
        }
    }
}
