import QtQuick
import Ikrar.Theme

// A dashed line along the edges. Tiled pictures, as the software renderer strokes a whole Shape again for every point
// drawn over it.
Item {
    id: root

    readonly property string color: String(Theme.edge).replace("#", "%23")
    readonly property int dash: Theme.mm(3)
    readonly property int period: Theme.mm(5)
    readonly property string across: `data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" width="${period}" height="${Theme.stroke}"><rect width="${dash}" height="${Theme.stroke}" fill="${color}"/></svg>`
    readonly property string down: `data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" width="${Theme.stroke}" height="${period}"><rect width="${Theme.stroke}" height="${dash}" fill="${color}"/></svg>`

    Accessible.ignored: true

    Image {
        width: parent.width
        height: Theme.stroke
        fillMode: Image.Tile
        source: root.across
    }
    Image {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.stroke
        fillMode: Image.Tile
        source: root.across
    }
    Image {
        width: Theme.stroke
        height: parent.height
        fillMode: Image.Tile
        source: root.down
    }
    Image {
        anchors.right: parent.right
        width: Theme.stroke
        height: parent.height
        fillMode: Image.Tile
        source: root.down
    }
}
