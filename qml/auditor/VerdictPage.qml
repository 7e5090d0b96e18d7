pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// The verdict: colour and shape over the whole screen, one word, one sentence, and the facts below.
PageFrame {
    id: root

    required property Auditor auditor

    readonly property VerdictView verdict: auditor.verdict
    readonly property SignerView signer: auditor.signer
    readonly property bool hasBundle: auditor.bundle.state === BundleView.Open
    readonly property color figure: Theme.toneInk[verdict.tone]

    align: 0
    aside: [
        ActionButton {
            // A tablet's bar holds two of them beside the rest.
            visible: !(root.hasBundle && (Theme.compact || Theme.growth > 1.2))
            text: qsTr("Tempel teks")
            symbol: "paste"
            onClicked: root.auditor.paste()
        },
        ActionButton {
            visible: root.verdict.proven && root.verdict.category !== "" && root.signer.state !== SignerView.Person
            text: qsTr("Cocokkan orang")
            symbol: "person"
            onClicked: root.auditor.askPerson()
        },
        ActionButton {
            visible: root.hasBundle
            text: qsTr("Berkas bukti")
            symbol: "people"
            onClicked: root.auditor.showBundle()
        }
    ]
    actions: CameraView {
        runs: root.auditor.cameraRuns
        picture: root.auditor.picture // qmllint disable
        small: true
        width: height * 1.5
        height: Theme.buttonHeight * (Theme.landscape ? 1 : 1.6)
    }

    function clock(trust: int): string {
        switch (trust) {
        case VerdictView.Synchronised:
            return qsTr("jam tersinkron");
        case VerdictView.SetByOperator:
            return qsTr("jam disetel petugas");
        default:
            return qsTr("jam tidak dapat dipastikan");
        }
    }

    function way(method: int): string {
        switch (method) {
        case VerdictView.Kiosk:
            return qsTr("di layar kios");
        case VerdictView.Assisted:
            return qsTr("dengan bantuan petugas");
        case VerdictView.WetInk:
            return qsTr("tinta di atas kertas");
        default:
            return "";
        }
    }

    function log(): string {
        if (verdict.logError !== "")
            return qsTr("tidak dapat dibandingkan: %1").arg(verdict.logError);
        if (!verdict.checkedAgainstLog)
            return qsTr("tidak dibandingkan; belum diperiksa apakah log ditulis ulang atau pernyataan dibatalkan");
        if (hasBundle)
            return auditor.bundle.holds ? qsTr("%1 catatan, per %2").arg(verdict.logSize).arg(verdict.logTime) : qsTr("%1 catatan, per %2; berkas bukti tidak cocok").arg(verdict.logSize).arg(verdict.logTime);
        return qsTr("%1 catatan, per %2; berkas kegiatan di dalamnya tidak diperiksa").arg(verdict.logSize).arg(verdict.logTime);
    }

    readonly property string when: verdict.time === "" ? "" : qsTr("%1 (%2)").arg(verdict.time).arg(clock(verdict.clockTrust))
    // Names and values of what is known.
    readonly property var facts: known([
        // Under a person what is theirs comes first: a low screen scrolls to the rest.
        [qsTr("Waktu"), signer.state === SignerView.Person ? when : ""],
        [qsTr("Kegiatan"), verdict.ceremony],
        [qsTr("Nomor"), verdict.number],
        [qsTr("Sesi"), verdict.session],
        [qsTr("Waktu"), signer.state === SignerView.Person ? "" : when],
        [qsTr("Kategori"), verdict.category],
        [qsTr("Cara"), way(verdict.method)],
        [qsTr("Kios"), verdict.kioskId],
        [qsTr("Saksi log"), verdict.number === "" ? "" : verdict.witnesses !== "" ? verdict.witnesses : qsTr("tidak ada")],
        [qsTr("Salinan log"), verdict.number === "" ? "" : log()],
        [qsTr("Rincian teknis"), verdict.tone === VerdictView.Good ? "" : verdict.why]
    ])

    function known(all: var): var {
        return all.filter(fact => fact[1] !== "");
    }

    // Wide screens have the verdict beside its facts, upright ones above them.
    Grid {
        id: halves

        readonly property real share: Theme.landscape ? (width - columnSpacing) / 2 : width

        width: parent.width
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.mm(8)
        rowSpacing: Theme.mm(6)

        Column {
            width: halves.share
            spacing: Theme.mm(Theme.compact ? 3 : 5)

            Icon {
                name: Theme.toneShape[root.verdict.tone]
                color: root.figure
                size: Theme.mm(Theme.compact ? 26 : Theme.low ? 40 : 60)
                weight: 1.8
            }
            Words {
                width: parent.width
                text: root.verdict.headline
                font.capitalization: Font.AllUppercase
                color: root.figure
                strong: true
                font.pixelSize: Theme.landscape ? Theme.title : Theme.display
                Accessible.role: Accessible.Heading
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: root.verdict.seenBefore === "" ? "" : qsTr("Tanda terima ini sudah diperiksa: %1.").arg(root.verdict.seenBefore)
                color: root.figure
                strong: true
                font.pixelSize: Theme.small
            }
            Words {
                width: parent.width
                text: root.verdict.sentence
                color: root.figure
                font.pixelSize: Theme.landscape ? Theme.small : Theme.label
            }
        }
        Column {
            width: halves.share
            spacing: Theme.mm(Theme.compact || Theme.low ? 3 : 5)

            SignerPanel {
                width: parent.width
                signer: root.signer
            }
            Rectangle {
                width: parent.width
                height: table.height + Theme.mm(Theme.compact ? 5 : 8)
                visible: root.facts.length > 0
                radius: Theme.radius
                color: Theme.surface

                Column {
                    id: table

                    anchors.centerIn: parent
                    width: parent.width - Theme.mm(Theme.compact ? 6 : 10)
                    spacing: Theme.mm(Theme.compact || Theme.low ? 0.6 : 2)

                    Words {
                        visible: !root.verdict.proven && root.verdict.number !== ""
                        width: parent.width
                        text: qsTr("Menurut tanda terima itu sendiri, tidak terbukti:")
                        strong: true
                        color: Theme.wrong
                        font.pixelSize: Theme.caption
                    }
                    Repeater {
                        model: root.facts

                        Row {
                            id: fact

                            required property var modelData

                            width: table.width
                            spacing: Theme.mm(3)

                            Words {
                                width: Theme.caption * 5.4
                                text: fact.modelData[0]
                                color: Theme.inkSoft
                                font.pixelSize: Theme.caption
                            }
                            Words {
                                width: parent.width - x
                                text: fact.modelData[1]
                                strong: true
                                font.pixelSize: Theme.caption
                            }
                        }
                    }
                }
            }
        }
    }
}
