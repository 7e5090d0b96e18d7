import QtQuick
import QtQuick.Templates as T
import Ikrar.Theme

// The large buttons along the bottom of a page. One primary button a page, where the thumb expects it.
T.Button {
    id: root

    property bool primary: false
    // A quiet button has no frame: it leads aside, not on.
    property bool quiet: false
    property string symbol: ""
    property bool symbolLast: false

    readonly property color ground: {
        if (primary)
            return down ? Theme.petrolDown : Theme.petrol;
        return down ? Theme.tint : quiet ? "transparent" : Theme.surface;
    }
    readonly property color figure: primary ? Theme.reversed : quiet ? Theme.petrol : Theme.ink

    implicitWidth: Math.max(text === "" ? Theme.buttonHeight : Theme.mm(30), contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.buttonHeight, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.mm(quiet || text === "" ? 4 : 6)
    rightPadding: leftPadding
    topPadding: Theme.mm(2)
    bottomPadding: topPadding
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.55
    Accessible.name: text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Face {
        text: root.text
        symbol: root.symbol
        symbolLast: root.symbolLast
        color: root.figure
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.ground
        border.width: root.primary || root.quiet ? 0 : Theme.stroke
        border.color: Theme.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
}
