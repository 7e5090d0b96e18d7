import QtQuick
import Ikrar.Components
import Ikrar.Theme

// A person as official papers write one: the name large, then number, post and unit.
Item {
    id: root

    required property string name
    required property string unitName
    property string post: ""
    property string number: ""
    property string category: ""
    property bool unverified: false
    // What is unusual in the number; empty where nothing is.
    property string doubt: ""

    implicitHeight: column.implicitHeight + 2 * column.y

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
    }
    Rectangle {
        width: Theme.mm(1.6)
        height: parent.height
        color: Theme.petrol
    }
    Column {
        id: column

        x: Theme.mm(Theme.compact ? 7 : 12)
        y: Theme.mm(Theme.compact ? 4.5 : 10)
        width: parent.width - 2 * x
        spacing: Theme.mm(Theme.compact ? 1.5 : 3.5)

        Words {
            width: parent.width
            text: root.name
            stately: true
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.number
            font.pixelSize: Theme.body
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.post + (root.post !== "" && root.category !== "" ? "  ·  " : "") + root.category
            font.pixelSize: Theme.body
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.unitName
            font.pixelSize: Theme.body
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.doubt
            font.pixelSize: Theme.small
        }
        Words {
            visible: root.unverified
            width: parent.width
            text: qsTr("Belum diverifikasi: penyelenggara akan memeriksa data ini.")
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
    }
}
