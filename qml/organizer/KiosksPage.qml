pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// What each kiosk and each session holds.
PageFrame {
    id: root

    required property Gatherer gatherer

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        onClicked: root.gatherer.back()
    }

    component Line: FactLine {
        width: parent.width
        value: ""
    }

    Column {
        width: parent.width
        spacing: Theme.mm(Theme.compact ? 2 : 4)

        Words {
            width: parent.width
            text: qsTr("Kios dan sesi")
            stately: true
            strong: true
            lineHeight: 0.95
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            visible: root.gatherer.inconsistent > 0
            text: qsTr("Kios yang tidak konsisten mempunyai lebih dari satu riwayat yang disegel kuncinya, atau ada catatan yang hilang. Semua yang diterima tersimpan; laporkan kepada pemeriksa.")
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.caption
        }
        Words {
            width: parent.width
            visible: root.gatherer.failed
            text: qsTr("Data gabungan tidak dapat dibaca. Periksa berkas atau sambungan ke server.")
            strong: true
            color: Theme.wrong
            font.pixelSize: Theme.small
        }
        Repeater {
            model: root.gatherer.sessions

            Line {
                required property var modelData

                label: modelData.name !== "" ? qsTr("Sesi %1 · %2").arg(modelData.number).arg(modelData.name) : qsTr("Sesi %1").arg(modelData.number)
                value: qsTr("%1 ikrar").arg(modelData.signed)
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        Repeater {
            model: root.gatherer.kiosks

            Line {
                required property var modelData

                label: modelData.kiosk
                warns: modelData.inconsistent
                value: {
                    const words = [qsTr("%1 ikrar").arg(modelData.signed)];
                    if (modelData.voided > 0)
                        words.push(qsTr("%1 dibatalkan").arg(modelData.voided));
                    if (modelData.sessions !== "")
                        words.push(qsTr("sesi %1").arg(modelData.sessions));
                    words.push(modelData.closed ? qsTr("ditutup") : qsTr("belum ditutup"));
                    if (modelData.inconsistent)
                        words.push(qsTr("tidak konsisten"));
                    return words.join(" · ");
                }
            }
        }
    }
}
