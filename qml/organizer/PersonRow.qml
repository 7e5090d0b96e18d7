import QtQuick
import QtQuick.Templates as T
import Ikrar.Components
import Ikrar.Theme

// One person of a list: the name, what stands on the right, and a line of particulars.
T.Button {
    id: root

    required property string name
    property string aside: ""
    property string particulars: ""
    property bool leads: false
    property bool struck: false
    property bool urgent: false

    text: name
    leftPadding: Theme.mm(3)
    rightPadding: leftPadding
    topPadding: Theme.mm(1)
    bottomPadding: topPadding
    enabled: leads
    focusPolicy: Qt.TabFocus
    Accessible.name: name + (aside !== "" ? ", " + aside : "") + (particulars !== "" ? ", " + particulars : "")
    Accessible.role: leads ? Accessible.Button : Accessible.StaticText
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: PersonRowFace {
        name: root.name
        aside: root.aside
        particulars: root.particulars
        struck: root.struck
        urgent: root.urgent
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.tint : Theme.surface
        border.width: Theme.hairline
        border.color: root.leads ? Theme.edge : Theme.line

        FocusRing {
            shown: root.visualFocus
        }
    }
}
