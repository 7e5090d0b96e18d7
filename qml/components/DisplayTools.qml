import QtQuick
import Ikrar.Theme

// What a signer may set for the eyes, each at one touch.
Row {
    id: root

    required property int textSize
    required property int sizes
    required property int contrast
    required property bool english

    signal sizeChosen(size: int)
    signal contrastChosen(contrast: int)
    signal languageToggled

    spacing: Theme.gap

    ToolButton {
        text: "A–"
        label: qsTr("Perkecil huruf")
        enabled: root.textSize > 0
        textSize: Theme.capital(3.5)
        onClicked: root.sizeChosen(root.textSize - 1)
    }
    ToolButton {
        text: "A+"
        label: qsTr("Perbesar huruf")
        enabled: root.textSize < root.sizes - 1
        textSize: Theme.capital(4.4)
        onClicked: root.sizeChosen(root.textSize + 1)
    }
    ToolButton {
        symbol: "contrast"
        label: qsTr("Ubah kontras")
        onClicked: root.contrastChosen((root.contrast + 1) % 3)
    }
    ToolButton {
        text: Theme.compact ? (root.english ? "ID" : "EN") : (root.english ? "Indonesia" : "English")
        label: root.english ? "Bahasa Indonesia" : "English"
        onClicked: root.languageToggled()
    }
}
