pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// A list of the ceremony that is edited: each one as a form with a heading and a way to remove it, one more below.
Column {
    id: root

    required property CeremonyEditor editor
    required property string list
    required property string heading
    required property string more
    // The file of one form.
    required property string form

    readonly property int count: editor.revision >= 0 ? editor.count(list) : 0
    readonly property string problem: editor.revision >= 0 ? editor.problem(list) : ""

    spacing: Theme.mm(Theme.compact ? 3 : 6)

    Words {
        visible: root.problem !== ""
        width: parent.width
        text: root.problem
        strong: true
        color: Theme.wrong
        font.pixelSize: Theme.small
    }
    Repeater {
        model: root.count

        Rectangle {
            id: one

            required property int index

            width: root.width
            height: inner.height + 2 * inner.y
            radius: Theme.radius
            color: Theme.tint
            border.width: Theme.hairline
            border.color: Theme.line

            Column {
                id: inner

                x: Theme.mm(Theme.compact ? 2.5 : 4)
                y: x
                width: parent.width - 2 * x
                spacing: Theme.mm(Theme.compact ? 2 : 3.5)

                Item {
                    width: parent.width
                    height: Math.max(title.height, removing.height)

                    Words {
                        id: title

                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - removing.width - Theme.gap
                        text: root.heading.arg(one.index + 1)
                        strong: true
                        font.pixelSize: Theme.small
                    }
                    ToolButton {
                        id: removing

                        anchors.right: parent.right
                        symbol: "clear"
                        label: qsTr("Hapus %1").arg(title.text)
                        onClicked: root.editor.remove(root.list, one.index)
                    }
                }
                Loader {
                    width: parent.width
                    Component.onCompleted: setSource(root.form, {
                        "editor": root.editor,
                        "prefix": root.list + "." + one.index + "."
                    })
                }
            }
        }
    }
    ActionButton {
        text: root.more
        onClicked: root.editor.add(root.list)
    }
}
