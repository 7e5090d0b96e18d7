import Ikrar.Kiosk

LockPage {
    required property Gatherer gatherer

    gate: gatherer.gate
    heading: gatherer.ceremony.title !== "" ? gatherer.ceremony.title : qsTr("Data semua kios")
}
