import QtQuick
import QtQuick.Templates as T
import Ikrar.Theme

// One of several, as a row that fills a list.
T.Button {
    id: root

    property bool current: false
    property bool leads: false

    implicitHeight: Math.max(Theme.mm(15), contentItem.implicitHeight + Theme.mm(5))
    leftPadding: Theme.mm(4)
    rightPadding: leftPadding
    focusPolicy: Qt.TabFocus
    checkable: false
    Accessible.name: text
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: current
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: ChoiceFace {
        text: root.text
        current: root.current
        marked: root.leads || root.current
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.current ? Theme.petrol : root.down ? Theme.tint : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
}
