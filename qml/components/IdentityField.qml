pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// A number whose groups fill in (8 6 1 3 or 6 6 4), or a line of free length. What is wrong stands below the digit
// that is wrong, with a pointer at it.
Item {
    id: root

    required property string typed
    required property var groups
    required property int wrongAt
    required property string problem
    property string label: ""
    // Only shown: nothing can become wrong.
    property bool still: false

    readonly property bool free: groups.length === 0
    readonly property int places: {
        let sum = 0;
        for (let i = 0; i < groups.length; ++i)
            sum += groups[i];
        return sum;
    }
    readonly property real between: Theme.mm(Theme.compact ? 3.4 : 5)
    // The largest digit that lets every place stand on one line.
    readonly property real digit: {
        if (free)
            return Theme.capital(6);
        const room = width - between * (groups.length - 1) - places * Theme.mm(0.5);
        return Math.floor(Math.min(Theme.capital(Theme.compact ? 6.6 : 11), room / places / 0.66));
    }

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: problem

    function startOf(group: int): int {
        let at = 0;
        for (let i = 0; i < group; ++i)
            at += groups[i];
        return at;
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.mm(1.5)

        Row {
            id: row

            visible: !root.free
            spacing: root.between

            Repeater {
                id: groupRepeater

                model: root.groups

                Row {
                    id: group

                    required property int index
                    required property int modelData

                    spacing: Theme.mm(0.5)

                    Repeater {
                        model: group.modelData

                        DigitCell {
                            required property int index
                            readonly property int at: root.startOf(group.index) + index

                            size: root.digit
                            text: root.typed.charAt(at)
                            next: at === root.typed.length && root.wrongAt < 0
                            wrong: root.problem !== "" && at === root.wrongAt
                        }
                    }
                }
            }
        }
        Item {
            visible: root.free
            width: parent.width
            height: Theme.mm(14)

            Words {
                id: line

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                text: root.typed
                strong: true
                font.pixelSize: Theme.capital(5)
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.caption
                Accessible.ignored: true
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: line.contentWidth + Theme.mm(0.6)
                width: Theme.mm(0.7)
                height: Theme.mm(8)
                color: Theme.petrol
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.mm(1.1)
                color: root.problem !== "" ? Theme.wrong : Theme.petrol
            }
        }
        Item {
            visible: !root.still
            width: parent.width
            // Room is kept, so that nothing moves when a sentence comes or goes.
            height: Math.max(Theme.small * 2.6, sentence.implicitHeight) + Theme.mm(3)

            Rectangle {
                visible: root.problem !== "" && !root.free && root.wrongAt >= 0
                x: {
                    let at = 0;
                    let i = 0;
                    for (; i < root.groups.length - 1 && root.wrongAt >= at + root.groups[i]; ++i)
                        at += root.groups[i];
                    const cell = Math.round(root.digit * 0.66) + Theme.mm(0.5);
                    const place = Math.min(root.wrongAt, root.places - 1);
                    return place * cell + i * (root.between - Theme.mm(0.5)) + cell / 2 - width / 2;
                }
                y: Theme.mm(0.6)
                width: Theme.mm(2.6)
                height: width
                rotation: 45
                color: Theme.wrong
            }
            Words {
                id: sentence

                y: Theme.mm(3)
                width: parent.width
                text: root.problem
                color: Theme.wrong
                strong: true
                font.pixelSize: Theme.small
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
