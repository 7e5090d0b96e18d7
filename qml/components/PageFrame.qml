pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// The frame of a page: content that scrolls only when it must, and one row of actions below it, whose place never
// changes from page to page.
FocusScope {
    id: root

    default property alias content: holder.data
    // Left: ways back and aside. Right: the one way on.
    property alias aside: asideRow.data
    property alias actions: actionRow.data
    property bool bar: true
    // The way on turns the page itself, until all was seen.
    property bool turnsItself: false
    // Where content smaller than the page stands: 0 top, 0.5 middle.
    property real align: Theme.landscape ? 0.5 : 0.44
    // The content asks for the whole height.
    property bool fill: false
    // Air above content that fills the page.
    readonly property real head: Theme.mm(Theme.compact ? 2 : 5)
    readonly property real roomHeight: flick.height - (fill ? 0 : head)
    readonly property bool overflows: flick.contentHeight > flick.height + 1
    readonly property bool atEnd: !overflows || flick.contentY + flick.height >= flick.contentHeight - Theme.mm(2)
    property alias item: flick
    // Where the display tools stand on low screens, between the two ends of the bar.
    readonly property Item toolSlot: bar ? slotItem : null

    focus: true
    Keys.onPressed: event => {
        const step = event.key === Qt.Key_PageDown ? 1 : event.key === Qt.Key_PageUp ? -1 : 0;
        if (step === 0 || !root.overflows)
            return;
        root.turn(step);
        event.accepted = true;
    }

    // One screenful on, less a line for the eye to hold on to.
    function turn(pages: int): void {
        const step = pages * (flick.height - Theme.body * 1.5);
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + step));
    }

    // The entry that a field stands in, with its name above and what is wrong below.
    function entryOf(child: Item): TextEntry {
        let up = child;
        while (up && !(up instanceof TextEntry))
            up = up.parent;
        return up as TextEntry;
    }

    // What has the focus is on the screen, with what belongs to it.
    function reveal(child: Item): void {
        const area = root.entryOf(child) ?? child;
        let up = child;
        while (up && up !== holder)
            up = up.parent;
        if (!up || !root.overflows)
            return;
        const top = area.mapToItem(holder, 0, 0).y + holder.y - Theme.mm(area === child ? 12 : 2);
        const bottom = area.mapToItem(holder, 0, area.height).y + holder.y + Theme.mm(4);
        if (bottom > flick.contentY + flick.height)
            flick.contentY = bottom - flick.height;
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top);
    }

    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: if (focused)
        root.reveal(focused)
    onHeightChanged: if (focused)
        root.reveal(focused)

    Connections {
        target: root.entryOf(root.focused)

        function onHeightChanged(): void {
            root.reveal(root.focused);
        }
    }

    Flickable {
        id: flick

        anchors {
            top: parent.top
            left: parent.left
            right: parent.right
            bottom: root.bar ? barItem.top : parent.bottom
        }
        clip: root.overflows
        interactive: root.overflows
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: Math.max(height, holder.y + holder.height)

        Item {
            id: holder

            x: Theme.margin
            y: Math.round(Math.max(root.fill ? 0 : root.head, (flick.height - height) * root.align))
            width: flick.width - 2 * Theme.margin
            height: root.fill ? Math.max(flick.height, childrenRect.height) : childrenRect.height
        }
    }
    Rectangle {
        visible: root.overflows && !root.atEnd
        anchors {
            left: parent.left
            right: parent.right
            bottom: flick.bottom
        }
        height: Theme.stroke
        color: Theme.edge
    }
    Item {
        id: barItem

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            leftMargin: Theme.margin
            rightMargin: Theme.margin
            bottomMargin: Theme.compact ? Theme.mm(3) : Theme.low ? Theme.mm(6) : Theme.margin * 0.8
        }
        visible: root.bar
        height: Math.max(asideRow.height, actionRow.height, middleRow.height) + Theme.mm(Theme.compact ? 2.6 : Theme.low ? 4 : 6)

        Row {
            id: asideRow

            anchors.left: parent.left
            anchors.bottom: parent.bottom
            spacing: Theme.gap
        }
        Row {
            id: middleRow

            anchors.bottom: parent.bottom
            x: asideRow.width + (parent.width - asideRow.width - actionRow.width - width) / 2
            spacing: Theme.gap

            ToolButton {
                visible: root.overflows
                symbol: "up"
                label: qsTr("Gulir ke atas")
                enabled: flick.contentY > 1
                height: Theme.buttonHeight
                onClicked: root.turn(-1)
            }
            ToolButton {
                visible: root.overflows && !root.turnsItself
                symbol: "down"
                label: qsTr("Gulir ke bawah")
                enabled: !root.atEnd
                height: Theme.buttonHeight
                onClicked: root.turn(1)
            }
            Item {
                id: slotItem

                visible: children.length > 0
                anchors.verticalCenter: parent.verticalCenter
                width: childrenRect.width
                height: childrenRect.height
            }
        }
        Row {
            id: actionRow

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.gap
        }
    }
}
