import QtQuick

// Where and when.
CeremonyList {
    list: "sessions"
    heading: qsTr("Sesi %1")
    more: qsTr("Tambah sesi")
    form: "SessionForm.qml"
}
