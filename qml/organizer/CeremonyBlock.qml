import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// One text of the ceremony of several lines.
TextBlock {
    id: root

    required property CeremonyEditor editor
    required property string name

    readonly property string problem: editor.revision >= 0 ? editor.problem(name) : ""

    text: editor.revision >= 0 ? editor.text(name) : ""
    wrong: problem !== ""
    help: problem
    onEdited: typed => editor.setText(name, typed)
}
