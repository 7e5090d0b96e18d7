pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Who are you: by name. Nobody is listed; the unit narrows it until one match remains.
PageFrame {
    id: root

    required property Kiosk kiosk
    readonly property SigningSession session: kiosk.session
    readonly property PersonSearch search: session.search
    readonly property string guidance: {
        switch (search.state) {
        case PersonSearch.Nobody:
            return qsTr("Nama itu belum ditemukan. Mohon ketik setiap kata dengan lengkap dan periksa ejaannya, atau gunakan nomor Anda.");
        case PersonSearch.Narrow:
            return hidden ? qsTr("Ada beberapa nama seperti itu. Tutup papan ketik, lalu pilih unit kerja Anda.")
                : qsTr("Ada beberapa nama seperti itu. Pilih unit kerja Anda:");
        case PersonSearch.AskNumber:
            return qsTr("Nama itu dimiliki lebih dari satu orang di unit ini. Mohon gunakan nomor Anda.");
        case PersonSearch.One:
            return "";
        default:
            return qsTr("Ketik paling sedikit tiga huruf nama Anda.");
        }
    }

    // The keyboard leaves no room for what stands below the field.
    readonly property bool hidden: Theme.low && Qt.inputMethod.visible // qmllint disable

    align: 0

    // On a low screen the one match is shown rather than what led to it.
    function showMatch(): void {
        item.contentY = search.state === PersonSearch.One && hidden ? Math.min(match.y, item.contentHeight - item.height) : 0;
    }

    Connections {
        target: root.item

        function onContentHeightChanged(): void {
            root.showMatch();
        }
    }

    aside: [
        ActionButton {
            // Where the bar has no room for all, the number's page has this way out too.
            visible: root.search.state !== PersonSearch.Nobody || !(Theme.compact || Theme.growth > 1.2)
            text: qsTr("Batal")
            symbol: "close"
            onClicked: root.session.cancel()
        },
        ActionButton {
            visible: root.search.state !== PersonSearch.One
            quiet: true
            text: qsTr("Gunakan nomor")
            onClicked: root.session.useNumber()
        }
    ]
    actions: [
        ActionButton {
            primary: true
            text: qsTr("Pilih nama ini")
            symbol: "forward"
            symbolLast: true
            visible: root.search.state === PersonSearch.One
            onClicked: root.search.take()
        },
        // In the bar, which the keyboard never hides.
        ActionButton {
            text: qsTr("Tidak terdaftar")
            visible: root.search.state === PersonSearch.Nobody
            onClicked: root.session.useWalkIn()
        }
    ]

    Column {
        width: parent.width
        topPadding: root.hidden ? 0 : Theme.mm(Theme.compact ? 2 : 10)
        spacing: Theme.mm(Theme.compact ? 3 : 7)

        TextEntry {
            id: entry

            width: parent.width
            label: qsTr("Nama Anda")
            text: root.search.text
            onEdited: text => root.search.text = text
            onSubmitted: entry.field.focus = false
            Component.onCompleted: entry.field.forceActiveFocus(Qt.OtherFocusReason)
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.guidance
            font.pixelSize: Theme.small
        }
        UnitChooser {
            visible: root.search.state === PersonSearch.Narrow || root.search.unit.chosen
            width: parent.width
            unit: root.search.unit
        }
        PersonFacts {
            id: match

            visible: root.search.state === PersonSearch.One
            width: parent.width
            name: root.search.name
            unitName: root.search.unitName
            number: root.search.maskedNumber
        }
    }
}
