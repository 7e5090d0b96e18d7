import QtQuick
import Ikrar.Components
import Ikrar.Kiosk

// One text of the ceremony that is edited, with its problem below.
TextEntry {
    id: root

    required property CeremonyEditor editor
    required property string name
    property string hint: ""

    readonly property string problem: editor.revision >= 0 ? editor.problem(name) : ""

    maximumLength: 400
    text: editor.revision >= 0 ? editor.text(name) : ""
    wrong: problem !== ""
    help: problem !== "" ? problem : hint
    // The beginning of what is too long, until somebody types.
    onTextChanged: if (!field.activeFocus)
        field.cursorPosition = 0
    onEdited: typed => editor.setText(name, typed)
}
