import QtQuick
import Ikrar.Components
import Ikrar.Theme

// What a row of a list of people shows.
Item {
    id: root

    required property string name
    required property string aside
    required property string particulars
    required property bool struck
    required property bool urgent

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
