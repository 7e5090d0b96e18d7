pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Colour, type, spacing and motion of every screen. Sizes that a hand or an eye depends on are millimetres on the
// glass; Main sets the four properties at the top, and all else follows from them.
QtObject {
    id: theme

    property real pixelsPerMm: 96 / 25.4
    property size screen: Qt.size(1080, 1920)
    // Height of the pledge's capitals, in mm.
    property real capitalMm: 5
    // 0 the theme's own, 1 black on white, 2 light on black.
    property int contrast: 0

    readonly property real widthMm: screen.width / pixelsPerMm
    readonly property real heightMm: screen.height / pixelsPerMm
    readonly property bool landscape: screen.width > screen.height
    // A tablet of 10 inches: margins and headings give way to the text.
    readonly property bool compact: Math.min(widthMm, heightMm) < 160

    // Wide and not high: bars share one line, so that the text keeps the height.
    readonly property bool low: landscape && heightMm < 230
    // A stand of 20 inches and more is read from farther away.
    readonly property real reach: Math.min(widthMm, heightMm) > 220 ? 1.14 : 1

    // Paper and ink of an official letter. Text keeps 10:1 on both grounds; lines and marks that carry meaning 3:1.
    readonly property color paper: ["#f8f5ee", "#ffffff", "#101315"][contrast]
    readonly property color surface: ["#ffffff", "#ffffff", "#1a1f22"][contrast]
    readonly property color tint: ["#efeadf", "#ffffff", "#1f2528"][contrast]
    readonly property color ink: ["#15181c", "#000000", "#f6f1e6"][contrast]
    readonly property color inkSoft: ["#33373d", "#000000", "#e2dccf"][contrast]
    readonly property color petrol: ["#0b363d", "#000000", "#f6f1e6"][contrast]
    readonly property color petrolDown: ["#1d5059", "#3a3a3a", "#cfc7b5"][contrast]
    readonly property color reversed: ["#f8f5ee", "#ffffff", "#101315"][contrast]
    readonly property color brass: ["#9a7534", "#000000", "#c9a45c"][contrast]
    readonly property color line: ["#d3cab8", "#000000", "#4c5357"][contrast]
    readonly property color edge: ["#6b6558", "#000000", "#b8b09f"][contrast]
    readonly property color wrong: ["#6e1611", "#000000", "#ffd2c9"][contrast]
    readonly property color wrongTint: ["#f6e6e0", "#ffffff", "#2a1a18"][contrast]
    // Verdicts: good, caution, bad, unread. The same in every contrast: whoever looks up from a queue knows them by colour and
    // shape. Their words keep 7:1 on them.
    readonly property list<color> toneGround: ["#0b5230", "#f2b836", "#86120f", "#3b4147"]
    readonly property list<color> toneInk: ["#ffffff", "#15181c", "#ffffff", "#ffffff"]
    readonly property list<string> toneShape: ["good", "warning", "bad", "unread"]
    readonly property color scrim: ["#c8f8f5ee", "#e0ffffff", "#d0000000"][contrast]

    // Noto of Debian's fonts-noto-core: the sans for reading and doing, the serif where the state speaks.
    readonly property string sans: "Noto Sans"
    readonly property string serif: "Noto Serif"
    // Height of both families' capitals over the em.
    readonly property real capitalRatio: 0.714

    // Type by role, in pixels of the em. Headings grow less than the text as it is made larger.
    readonly property real growth: capitalMm / 5
    readonly property real headingGrowth: 1 + (growth - 1) * (compact ? 0.25 : 0.5)
    readonly property real display: capital((compact ? 6.6 : 10.5 * reach) * (low ? 1 : headingGrowth))
    readonly property real title: capital(Math.max(capitalMm, (compact ? 5.8 : 7.8 * reach) * headingGrowth))
    readonly property real body: capital(capitalMm * (compact ? 0.96 : reach))
    readonly property real label: capital(compact ? 4 : 4.4 * reach * Math.min(1.2, headingGrowth))
    readonly property real small: capital(Math.max(3.5, capitalMm * 0.76) * (growth > 1.3 ? 0.92 : 1) * reach)
    readonly property real caption: capital(compact ? 3.2 : 3.5 * reach)
    readonly property real lineHeight: compact ? 0.9 : low ? 0.98 : 1.06

    // Spacing and targets.
    readonly property real margin: mm(compact ? 5 : Math.min(18, Math.min(widthMm, heightMm) * 0.07))
    readonly property real gap: mm(compact ? 3 : 3 * reach)
    readonly property real target: mm(13)
    readonly property real buttonHeight: mm(compact ? 15 : low ? 17 : 19 * reach)
    // An upright stand has the height for keys as large as a thumb and a half.
    readonly property real key: mm(compact ? 16 : landscape ? 18 : 24)
    readonly property real radius: mm(1.6)
    readonly property real hairline: Math.max(1, Math.round(mm(0.25)))
    readonly property real stroke: Math.max(2, Math.round(mm(0.5)))
    readonly property real focusRing: Math.max(3, Math.round(mm(0.9)))

    // Motion: short, and never between a touch and what it did.
    readonly property int quick: 90
    readonly property int calm: 220

    function mm(millimetres: real): real {
        return Math.round(millimetres * pixelsPerMm);
    }

    // The em in pixels whose capitals are so high.
    function capital(millimetres: real): real {
        return Math.max(8, Math.ceil(millimetres * pixelsPerMm / capitalRatio));
    }
}
