pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Theme

// The clauses of the pledge, numbered, in one column or two.
Item {
    id: root

    required property var clauses
    property int columns: 1

    // How many clauses the first of two columns takes, so that both are about as long.
    readonly property int firstHalf: {
        if (columns < 2)
            return clauses.length;
        const weights = clauses.map(clause => lines(clause) + 0.3);
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        let sum = 0;
        let best = 1;
        let least = all;
        for (let i = 0; i < weights.length; ++i) {
            sum += weights[i];
            const longer = Math.max(sum, all - sum);
            if (longer < least) {
                least = longer;
                best = i + 1;
            }
        }
        return best;
    }

    readonly property real numberWidth: Math.round(Theme.body * ((clauses.length > 9 ? 1.4 : 0.85) + (Theme.compact ? 0 : 0.2)))

    // In how many lines of one of two columns a clause breaks.
    function lines(clause: string): int {
        const room = (width - row.spacing) / 2 - numberWidth;
        let count = 1;
        let line = "";
        for (const word of clause.split(" ")) {
            const longer = line === "" ? word : line + " " + word;
            const fits = letters.advanceWidth(longer) <= room;
            count += fits ? 0 : 1;
            line = fits ? longer : word;
        }
        return count;
    }

    implicitHeight: row.implicitHeight

    FontMetrics {
        id: letters

        font.family: Theme.sans
        font.pixelSize: Theme.body
    }
    Row {
        id: row

        spacing: Theme.mm(Theme.compact ? 4 : 12)

        Repeater {
            model: root.columns

            Column {
                id: column

                required property int index

                width: (root.width - row.spacing * (root.columns - 1)) / root.columns
                spacing: Math.round(Theme.mm(Theme.compact ? 1.2 : Theme.landscape ? 4 : 7) * Math.min(1.4, Theme.growth))

                Repeater {
                    model: column.index === 0 ? root.clauses.slice(0, root.firstHalf) : root.clauses.slice(root.firstHalf)

                    Item {
                        id: clause

                        required property int index
                        required property string modelData

                        width: column.width
                        implicitHeight: words.implicitHeight

                        Words {
                            id: number

                            width: root.numberWidth
                            text: column.index * root.firstHalf + clause.index + 1
                            stately: true
                            strong: true
                            color: Theme.petrol
                            font.pixelSize: Theme.body
                            Accessible.ignored: true
                        }
                        Words {
                            id: words

                            anchors.left: number.right
                            anchors.right: parent.right
                            text: clause.modelData
                            lineHeight: Theme.compact ? 0.87 : Theme.lineHeight
                            Accessible.name: number.text + ". " + text
                        }
                    }
                }
            }
        }
    }
}
