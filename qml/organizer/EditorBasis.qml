import QtQuick

// The legal instruments.
CeremonyList {
    list: "instruments"
    heading: qsTr("Dasar hukum %1")
    more: qsTr("Tambah dasar hukum")
    form: "InstrumentForm.qml"
}
