import Ikrar.Kiosk

// A list of people of one kiosk's store.
PeoplePage {
    required property Organizer organizer

    readTime: organizer.listsTime
    failed: organizer.listsFailed
    trouble: qsTr("Daftar tidak dapat dibaca. Lihat Perangkat.")
    onGoneBack: organizer.back()
    onChosen: row => organizer.showEntry(row)
}
