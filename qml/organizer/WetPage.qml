pragma ComponentBehavior: Bound

import QtQuick
import Ikrar.Components
import Ikrar.Kiosk
import Ikrar.Theme

// Signatures on paper, one row of a sheet after the other: who saw them, the row's code, whose it is, entered.
PageFrame {
    id: root

    required property Organizer organizer
    readonly property WetDesk desk: organizer.wet
    readonly property PeopleList people: desk.people

    // The keyboard leaves no room for what stands below the field.
    readonly property bool typing: Qt.inputMethod.visible // qmllint disable
    readonly property bool narrowRoom: typing && Theme.low
    readonly property bool listing: desk.step === WetDesk.AskPerson

    readonly property string heading: {
        if (!desk.open)
            return qsTr("Buka sesi dahulu");
        switch (desk.step) {
        case WetDesk.AskObserver:
            return qsTr("Siapa saksinya?");
        case WetDesk.AskPerson:
            return qsTr("Siapa yang menandatangani baris ini?");
        case WetDesk.Confirm:
            return desk.name;
        default:
            return qsTr("Pindai kode baris");
        }
    }
    readonly property string help: {
        if (!desk.open)
            return qsTr("Tanda tangan di kertas dicatat dalam sesi yang terbuka, sebelum pencatatan ditutup.");
        switch (desk.step) {
        case WetDesk.AskObserver:
            return qsTr("Yang melihat orangnya menandatangani di lembar. Namanya tercetak di daftar hadir.");
        case WetDesk.AskRow:
            return qsTr("QR di kolom terakhir. Atau ketik nama lembar dan nomor barisnya: K7M2Q9XA-002-08.");
        default:
            return "";
        }
    }
    readonly property string trouble: {
        switch (desk.problem) {
        case WetDesk.NotACode:
            return qsTr("Ini bukan kode baris lembar. Pindai lagi, atau ketik seluruhnya.");
        case WetDesk.RowTaken:
            return qsTr("Baris ini sudah dicatat untuk %1, nomor %2. Jika itu keliru, batalkan dahulu catatannya.").arg(desk.standingName).arg(desk.standingNumber);
        case WetDesk.SignedAlready:
            return qsTr("%1 sudah berikrar, nomor %2. Jika itu keliru, batalkan dahulu catatannya.").arg(desk.standingName).arg(desk.standingNumber);
        case WetDesk.NoObserver:
            return qsTr("Isi nama saksi, paling panjang 128 huruf.");
        case WetDesk.NotDone:
            return qsTr("Tidak berhasil. Lihat Perangkat, lalu coba lagi.");
        default:
            return "";
        }
    }
    readonly property string recorded: desk.recordedName !== "" ? qsTr("Tercatat: %1, nomor %2.").arg(desk.recordedName).arg(desk.recordedNumber) : ""

    // To that which stands in the way, or to the one entered last.
    readonly property string entryButton: {
        if (desk.standingNumber !== "")
            return qsTr("Lihat catatan");
        return desk.step === WetDesk.AskRow && desk.recordedNumber !== "" ? qsTr("Batalkan yang terakhir") : "";
    }

    fill: listing
    bar: !(narrowRoom && listing)

    aside: ActionButton {
        text: qsTr("Kembali")
        symbol: "back"
        enabled: !root.desk.busy
        onClicked: root.organizer.back()
    }
    actions: [
        ActionButton {
            visible: root.entryButton !== ""
            text: root.entryButton
            onClicked: root.organizer.showWetEntry()
        },
        Words {
            visible: root.listing && root.people.pages > 1
            height: Theme.buttonHeight
            width: implicitWidth
            verticalAlignment: Text.AlignVCenter
            text: qsTr("%1 / %2").arg(root.people.page + 1).arg(root.people.pages)
            strong: true
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
        },
        ToolButton {
            visible: root.listing && root.people.pages > 1
            symbol: "up"
            label: qsTr("Halaman sebelumnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.people.page > 0
            onClicked: root.people.turn(-1)
        },
        ToolButton {
            visible: root.listing && root.people.pages > 1
            symbol: "down"
            label: qsTr("Halaman berikutnya")
            height: Theme.buttonHeight
            width: Theme.buttonHeight * 1.3
            enabled: root.people.page < root.people.pages - 1
            onClicked: root.people.turn(1)
        },
        ActionButton {
            visible: root.desk.open && root.desk.step === WetDesk.AskObserver
            primary: true
            text: qsTr("Lanjut")
            onClicked: root.desk.nameObserver(observerName.text, observerPost.text)
        },
        ActionButton {
            visible: root.desk.open && root.desk.step === WetDesk.AskRow
            primary: true
            enabled: code.text !== ""
            text: qsTr("Lanjut")
            onClicked: root.desk.takeRow(code.text)
        },
        ActionButton {
            visible: root.desk.open && root.desk.step === WetDesk.Confirm
            primary: true
            enabled: !root.desk.busy
            text: qsTr("Catat")
            onClicked: root.desk.record()
        }
    ]

    Column {
        id: head

        width: parent.width
        y: root.listing ? Theme.mm(Theme.compact ? 1.5 : 4) : 0
        spacing: Theme.mm(Theme.compact ? 1.6 : 4)

        Words {
            visible: !root.narrowRoom
            width: parent.width
            text: root.heading
            stately: true
            strong: true
            lineHeight: 0.95
            font.pixelSize: root.listing ? Math.round(Theme.title * 0.8) : Theme.title
            Accessible.role: Accessible.Heading
        }
        Words {
            visible: text !== "" && !root.typing && root.trouble === ""
            width: parent.width
            text: root.help
            font.pixelSize: Theme.small
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: root.trouble !== "" ? root.trouble : root.desk.step === WetDesk.AskRow ? root.recorded : ""
            strong: true
            color: root.trouble !== "" ? Theme.wrong : Theme.ink
            font.pixelSize: Theme.small
        }
        Column {
            visible: root.desk.open && root.desk.step === WetDesk.AskObserver
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.typing ? [] : root.desk.candidates

                Choice {
                    required property int index
                    required property string modelData

                    width: parent.width
                    text: modelData
                    onClicked: root.desk.chooseObserver(index)
                }
            }
            TextEntry {
                id: observerName

                width: parent.width
                label: qsTr("Nama saksi lain")
                text: root.desk.observer
                onSubmitted: observerPost.field.forceActiveFocus(Qt.OtherFocusReason)
            }
            TextEntry {
                id: observerPost

                width: parent.width
                label: qsTr("Jabatan saksi")
                text: root.desk.observerPost
                onSubmitted: root.desk.nameObserver(observerName.text, observerPost.text)
            }
        }
        TextEntry {
            id: code

            visible: root.desk.open && root.desk.step === WetDesk.AskRow
            width: parent.width
            label: qsTr("Kode baris")
            hints: Qt.ImhNoPredictiveText | Qt.ImhUppercaseOnly
            text: root.desk.typed
            onEdited: text => root.desk.typed = text
            onSubmitted: root.desk.takeRow(code.text)
        }
        Column {
            visible: root.desk.open && root.desk.step !== WetDesk.AskObserver && !root.typing
            width: parent.width
            spacing: Theme.mm(Theme.compact ? 1 : 2.5)

            FactLine {
                visible: root.desk.step === WetDesk.Confirm && value !== ""
                width: parent.width
                label: root.desk.identityKind
                value: root.desk.identity
            }
            FactLine {
                visible: root.desk.step === WetDesk.Confirm && value !== ""
                width: parent.width
                label: qsTr("Unit kerja")
                value: root.desk.unit
            }
            FactLine {
                visible: root.desk.step !== WetDesk.AskRow
                width: parent.width
                loud: root.desk.step === WetDesk.Confirm
                label: qsTr("Baris lembar")
                value: root.desk.code
            }
            FactLine {
                visible: !root.listing
                width: parent.width
                label: qsTr("Saksi")
                value: root.desk.observer + (root.desk.observerPost !== "" ? ", " + root.desk.observerPost : "")
            }
            FactLine {
                visible: root.desk.step === WetDesk.AskRow
                width: parent.width
                label: qsTr("Sudah dicatat")
                value: qsTr("%1 tanda tangan basah").arg(root.desk.count)
            }
        }
        ToolButton {
            visible: root.desk.open && root.desk.step === WetDesk.AskRow && !root.typing
            text: qsTr("Ganti saksi")
            label: text
            onClicked: root.desk.askObserver()
        }
        TextEntry {
            id: search

            visible: root.desk.open && root.listing
            width: parent.width
            label: qsTr("Cari nama, nomor, atau unit · %1 dari %2").arg(root.people.found).arg(root.people.total)
            text: root.people.search
            onEdited: text => root.people.search = text
            onSubmitted: search.field.focus = false
        }
    }
    Item {
        id: rows

        readonly property real rowHeight: Math.max(Theme.mm(14), Theme.small * 1.35 + Theme.caption * 2.5 + Theme.mm(2.5))
        readonly property real spacing: Theme.mm(2.6)
        readonly property real roomFor: root.roomHeight - y - Theme.mm(1)
        readonly property int rowsFor: Math.max(1, Math.floor((roomFor + spacing) / (rowHeight + spacing)))
        readonly property int columns: width > Theme.mm(250 * Theme.headingGrowth) ? 2 : 1
        readonly property real columnSpacing: Theme.mm(5)

        visible: root.desk.open && root.listing && !root.narrowRoom
        y: head.y + head.height + Theme.mm(Theme.compact ? 2.4 : 4)
        width: parent.width
        height: visible ? roomFor : 0

        Binding {
            when: rows.visible
            target: root.people
            property: "room"
            value: rows.rowsFor * rows.columns
        }
        Repeater {
            model: rows.visible ? root.people.rows : []

            PersonRow {
                required property int index
                required property var modelData

                x: Math.floor(index / rows.rowsFor) * (width + rows.columnSpacing)
                y: index % rows.rowsFor * (height + rows.spacing)
                width: (rows.width - (rows.columns - 1) * rows.columnSpacing) / rows.columns
                height: rows.rowHeight
                name: modelData.name
                aside: modelData.post
                particulars: modelData.unit + (modelData.unit !== "" && modelData.number !== "" ? " · " : "") + modelData.number
                leads: true
                onClicked: root.desk.choose(index)
            }
        }
    }
}
