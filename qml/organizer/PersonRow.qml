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
    Accessible.name: [name, aside, particulars].filter(part => part !== "").join(", ")
    Accessible.role: leads ? Accessible.Button : Accessible.StaticText
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Column {
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter

            Row {
                width: parent.width
                spacing: Theme.mm(2)

                Words {
                    width: parent.width - asideWords.width - parent.spacing
                    text: root.name
                    strong: true
                    lineHeight: 0.9
                    font.strikeout: root.struck
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
                Words {
                    id: asideWords

                    width: Math.min(implicitWidth, root.width * 0.45)
                    horizontalAlignment: Text.AlignRight
                    text: root.aside
                    strong: root.urgent
                    color: root.urgent ? Theme.wrong : Theme.inkSoft
                    lineHeight: 0.9
                    font.pixelSize: Theme.caption
                    Accessible.ignored: true
                }
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: root.particulars
                color: Theme.inkSoft
                lineHeight: 0.9
                font.pixelSize: Theme.caption
                Accessible.ignored: true
            }
        }
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
