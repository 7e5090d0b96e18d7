<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>AbsencePage</name>
    <message>
        <source>Tanpa keterangan</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>Izin</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>Sakit</source>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Cuti</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>Dinas luar</source>
        <translation>On duty elsewhere</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
    <message>
        <source>Mengapa belum hadir?</source>
        <translation>Why not here yet?</translation>
    </message>
</context>
<context>
    <name>AbsentPage</name>
    <message>
        <source>Izin</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>Sakit</source>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Cuti</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>Dinas luar</source>
        <translation>On duty elsewhere</translation>
    </message>
    <message>
        <source>Belum hadir</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>Terdaftar, dan belum ada ikrar yang sah atas nomornya. Sentuh sebuah nama untuk mencatat sebabnya.</source>
        <translation>On the roster, without a valid pledge under their number. Touch a name to note why.</translation>
    </message>
    <message>
        <source>Semua yang terdaftar sudah berikrar.</source>
        <translation>Everybody on the roster has pledged.</translation>
    </message>
</context>
<context>
    <name>AlreadySignedPage</name>
    <message>
        <source>Anda sudah berikrar</source>
        <translation>You have already made the pledge</translation>
    </message>
    <message>
        <source>Anda tidak perlu berikrar lagi. Ini SALINAN tanda terima Anda; fotolah bila yang pertama belum tersimpan.</source>
        <translation>You need not pledge again. This is a COPY of your receipt; photograph it if the first was not kept.</translation>
    </message>
</context>
<context>
    <name>AssistedPage</name>
    <message>
        <source>Sulit melihat</source>
        <translation>Difficulty seeing</translation>
    </message>
    <message>
        <source>Sulit menggerakkan tangan</source>
        <translation>Difficulty moving the hand</translation>
    </message>
    <message>
        <source>Sulit membaca</source>
        <translation>Difficulty reading</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Diisi oleh petugas yang membantu</source>
        <translation>To be filled in by the helper</translation>
    </message>
    <message>
        <source>Nama petugas</source>
        <translation>Helper&apos;s name</translation>
    </message>
    <message>
        <source>Mohon isi nama petugas.</source>
        <translation>Please enter the helper&apos;s name.</translation>
    </message>
    <message>
        <source>NIP atau NIK petugas</source>
        <translation>Helper&apos;s NIP or NIK</translation>
    </message>
    <message>
        <source>Alasan bantuan</source>
        <translation>Reason for help</translation>
    </message>
    <message>
        <source>Mohon pilih satu alasan.</source>
        <translation>Please choose one reason.</translation>
    </message>
    <message>
        <source>Cap jempol sebagai pengganti tanda tangan</source>
        <translation>Thumb mark instead of a signature</translation>
    </message>
    <message>
        <source>Mohon isi NIP (18 angka) atau NIK (16 angka) petugas.</source>
        <translation>Please enter the helper&apos;s NIP (18 digits) or NIK (16 digits).</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Gambar kamera</source>
        <translation>Camera picture</translation>
    </message>
    <message>
        <source>Tanpa kamera</source>
        <translation>No camera</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Pencatatan ditutup</source>
        <translation>The log is closed</translation>
    </message>
    <message>
        <source>Sesi masih terbuka</source>
        <translation>A session is still open</translation>
    </message>
    <message>
        <source>Perlu dua orang</source>
        <translation>It takes two people</translation>
    </message>
    <message>
        <source>Tutup pencatatan untuk selamanya?</source>
        <translation>Close the log for good?</translation>
    </message>
    <message>
        <source>%1 ikrar sah. Ringkasan log yang terakhir kini tetap; salin log untuk para pemeriksa.</source>
        <translation>%1 valid pledges. The last log summary is now final; copy the log for the auditors.</translation>
    </message>
    <message>
        <source>Akhiri sesi lebih dahulu.</source>
        <translation>End the session first.</translation>
    </message>
    <message>
        <source>Penutupan disetujui dua orang dengan PIN masing-masing. Tambahkan yang kedua dengan perintah: ikrar organizer add</source>
        <translation>Two people agree to the closing, each with a PIN. Add the second by the command: ikrar organizer add</translation>
    </message>
    <message>
        <source>Sesudah ini tidak ada lagi yang dapat berikrar, juga tidak pada sesi susulan.</source>
        <translation>After this nobody can pledge any more, not in a follow-up session either.</translation>
    </message>
    <message>
        <source>Jangan tutup</source>
        <translation>Do not close</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Setuju</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Tutup pencatatan</source>
        <translation>Close the log</translation>
    </message>
    <message>
        <source>Penutupan: orang pertama</source>
        <translation>Closing: the first person</translation>
    </message>
    <message>
        <source>Penutupan: orang kedua</source>
        <translation>Closing: the second person</translation>
    </message>
    <message>
        <source>%1 sudah setuju.</source>
        <translation>%1 has agreed.</translation>
    </message>
    <message>
        <source>Dua orang menyetujui penutupan. Nama keduanya masuk berita acara.</source>
        <translation>Two people agree to the closing. Both names go into the official record.</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
    <message>
        <source>Ikrar sah</source>
        <translation>Valid pledges</translation>
    </message>
    <message>
        <source>Disetujui oleh</source>
        <translation>Agreed by</translation>
    </message>
    <message>
        <source>dan oleh</source>
        <translation>and by</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sedang disimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Saya berikrar</source>
        <translation>I pledge</translation>
    </message>
    <message>
        <source>Periksa sekali lagi</source>
        <translation>Please check once more</translation>
    </message>
    <message>
        <source>Tanda tangan Anda</source>
        <translation>Your signature</translation>
    </message>
    <message>
        <source>Dengan menyentuh “Saya berikrar”, Anda menyatakan ikrar ini. Catatannya tetap dan tidak dapat diubah.</source>
        <translation>By touching “I pledge” you make this pledge. Its record is permanent and cannot be changed.</translation>
    </message>
</context>
<context>
    <name>CountScene</name>
    <message>
        <source>orang telah berikrar. Pencatatan ditutup.</source>
        <translation>people have pledged. The log is closed.</translation>
    </message>
    <message>
        <source>orang telah berikrar</source>
        <translation>people have pledged</translation>
    </message>
    <message>
        <source>dari %1 yang terdaftar</source>
        <translation>of %1 on the roster</translation>
    </message>
    <message>
        <source>%1: %2 dari %3</source>
        <translation>%1: %2 of %3</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>CountdownOverlay</name>
    <message>
        <source>Apakah Anda masih di sini?</source>
        <translation>Are you still here?</translation>
    </message>
    <message>
        <source>Sisa waktu %1 detik</source>
        <translation>%1 seconds left</translation>
    </message>
    <message>
        <source>Isian yang belum dikirim akan dihapus agar tidak terlihat orang lain.</source>
        <translation>What has not been sent will be wiped, so that nobody else sees it.</translation>
    </message>
    <message>
        <source>Saya masih di sini</source>
        <translation>I am still here</translation>
    </message>
    <message>
        <source>Hapus dan kembali ke awal</source>
        <translation>Wipe and start over</translation>
    </message>
    <message>
        <source>Kembali ke awal</source>
        <translation>Back to the beginning</translation>
    </message>
</context>
<context>
    <name>DisplayTools</name>
    <message>
        <source>Perkecil huruf</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Perbesar huruf</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Ubah kontras</source>
        <translation>Change contrast</translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message>
        <source>Catatan ikrar</source>
        <translation>Pledges recorded</translation>
    </message>
    <message>
        <source>Sentuh sebuah nama untuk memberi salinan tanda terimanya atau membatalkan catatannya.</source>
        <translation>Touch a name to give out a copy of the receipt or to void the entry.</translation>
    </message>
    <message>
        <source>Belum ada yang berikrar.</source>
        <translation>Nobody has pledged yet.</translation>
    </message>
    <message>
        <source>nomor %1 · dibatalkan</source>
        <translation>number %1 · voided</translation>
    </message>
    <message>
        <source>nomor %1 · %2</source>
        <translation>number %1 · %2</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Orang yang keliru</source>
        <translation>The wrong person</translation>
    </message>
    <message>
        <source>Ganda</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Ditarik kembali</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Percobaan</source>
        <translation>A test</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Dibatalkan. Catatannya tetap ada di log, diikuti pembatalannya.</source>
        <translation>Voided. The entry stays in the log, its voiding follows it.</translation>
    </message>
    <message>
        <source>Tercatat: orangnya dikenali.</source>
        <translation>Noted: the person was identified.</translation>
    </message>
    <message>
        <source>Salinan tersimpan: %1</source>
        <translation>Copy saved: %1</translation>
    </message>
    <message>
        <source>Salinan tidak dapat disimpan. Periksa folder tujuan.</source>
        <translation>The copy cannot be saved. Check the folder it goes to.</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
    <message>
        <source>Jangan batalkan</source>
        <translation>Do not void</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Dikenali</source>
        <translation>Identified</translation>
    </message>
    <message>
        <source>Salinan</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Ya, batalkan</source>
        <translation>Yes, void</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Batalkan ikrar orang ini? Ini tidak dapat diurungkan.</source>
        <translation>Void this person&apos;s pledge? This cannot be undone.</translation>
    </message>
    <message>
        <source>Mengapa dibatalkan?</source>
        <translation>Why is it voided?</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nomor tanda terima</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1, pukul %2, sesi %3</source>
        <translation>%1, %2, session %3</translation>
    </message>
    <message>
        <source>dibantu petugas</source>
        <translation>assisted</translation>
    </message>
    <message>
        <source>Di luar daftar</source>
        <translation>Not on the roster</translation>
    </message>
    <message>
        <source>dikenali oleh %1</source>
        <translation>identified by %1</translation>
    </message>
    <message>
        <source>belum diperiksa</source>
        <translation>not yet checked</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Voided</translation>
    </message>
</context>
<context>
    <name>EvidenceLines</name>
    <message>
        <source>Kebijakan %1 …</source>
        <translation>Policy %1 …</translation>
    </message>
    <message>
        <source>Tanpa salinan log: pembatalan sesudahnya tidak diperiksa.</source>
        <translation>Without a copy of the log: later voiding is not checked.</translation>
    </message>
    <message>
        <source>Dibandingkan dengan salinan log berisi %1 catatan.</source>
        <translation>Held against a copy of the log with %1 entries.</translation>
    </message>
    <message>
        <source>Kebijakan ini terletak di dalam salinan log. Pembuat log dapat juga membuatnya; gunakan kebijakan yang diterima secara terpisah.</source>
        <translation>This policy lies inside the copy of the log. Whoever made the log could have made it too; use the policy that you were given apart from it.</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Pemeriksaan belum dapat dimulai</source>
        <translation>The check cannot begin yet</translation>
    </message>
    <message>
        <source>Membaca kebijakan dan salinan log …</source>
        <translation>Reading the policy and the copy of the log …</translation>
    </message>
    <message>
        <source>Kebijakan atau salinan log tidak dapat dipakai. Periksa berkasnya, lalu buka kembali program ini.</source>
        <translation>The policy or the copy of the log cannot be used. Check the files, then open this program again.</translation>
    </message>
    <message>
        <source>Setiap catatan dalam salinan log diperiksa lebih dahulu. Untuk log yang besar, hal ini memerlukan waktu.</source>
        <translation>Every entry of the copy is checked first. For a large log this takes a while.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Layar penyelenggara</source>
        <translation>Organizer&apos;s screen</translation>
    </message>
</context>
<context>
    <name>HeadPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>RINGKASAN LOG DICATAT</source>
        <translation>HEAD NOTED</translation>
    </message>
    <message>
        <source>SAMA</source>
        <translation>THE SAME</translation>
    </message>
    <message>
        <source>SESUAI</source>
        <translation>CONSISTENT</translation>
    </message>
    <message>
        <source>TERTINGGAL</source>
        <translation>BEHIND</translation>
    </message>
    <message>
        <source>LEBIH BARU</source>
        <translation>NEWER</translation>
    </message>
    <message>
        <source>LOG DITULIS ULANG</source>
        <translation>LOG REWRITTEN</translation>
    </message>
    <message>
        <source>TIDAK DAPAT DIPAKAI</source>
        <translation>CANNOT BE USED</translation>
    </message>
    <message>
        <source>Ringkasan log ini yang pertama dari log tersebut. Pindai lagi di lain waktu untuk membandingkannya.</source>
        <translation>This is the first head of that log. Scan it again at another time to compare.</translation>
    </message>
    <message>
        <source>Ringkasan log ini sama dengan yang sudah dicatat.</source>
        <translation>This head is the same as the one that was noted.</translation>
    </message>
    <message>
        <source>Log hanya bertambah sejak ringkasan %1 catatan: tidak ada yang berubah.</source>
        <translation>The log has only grown since its head of %1 entries: nothing was changed.</translation>
    </message>
    <message>
        <source>Ringkasan log ini lebih lama daripada yang sudah dicatat (%1 catatan). Mintalah yang terbaru.</source>
        <translation>This head is older than the one that was noted (%1 entries). Ask for the newest.</translation>
    </message>
    <message>
        <source>Ringkasan log ini lebih baru daripada yang sudah dicatat (%1 catatan), tetapi tanpa salinan log yang mencakupnya tidak dapat dipastikan bahwa isinya tetap. Bukalah program ini dengan salinan log terbaru.</source>
        <translation>This head is newer than the one that was noted (%1 entries), but without a copy of the log that reaches so far it cannot be told that nothing was changed. Open this program with the newest copy of the log.</translation>
    </message>
    <message>
        <source>Satu log menyegel dua riwayat yang bertentangan. Bukti disimpan di %1. Segera laporkan kepada Bawaslu atau inspektorat.</source>
        <translation>One log sealed two histories that contradict each other. The evidence is saved in %1. Report it to Bawaslu or the inspectorate at once.</translation>
    </message>
    <message>
        <source>Satu log menyegel dua riwayat yang bertentangan, tetapi bukti gagal disimpan. Foto layar ini dan segera laporkan kepada Bawaslu atau inspektorat.</source>
        <translation>One log sealed two histories that contradict each other, but the evidence could not be saved. Photograph this screen and report it to Bawaslu or the inspectorate at once.</translation>
    </message>
    <message>
        <source>Kode ini bukan ringkasan dari log yang dikenal kebijakan, atau segelnya tidak cocok.</source>
        <translation>This code is no head of a log that the policy knows, or its seal does not match.</translation>
    </message>
    <message>
        <source>Kode QR ringkasan log</source>
        <translation>QR code of the log&apos;s head</translation>
    </message>
    <message>
        <source>%1 catatan</source>
        <translation>%1 entries</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>mencatat</source>
        <translation>recording</translation>
    </message>
    <message>
        <source>berhenti: penyimpanan penuh. Kosongkan ruang; pencatatan lalu berjalan lagi.</source>
        <translation>stopped: the disk is full. Make room; recording then goes on.</translation>
    </message>
    <message>
        <source>berhenti: penyimpanan tidak dapat ditulisi. Periksa penyimpanannya.</source>
        <translation>stopped: the disk cannot be written to. Check it.</translation>
    </message>
    <message>
        <source>berhenti: penyimpanan bermasalah. Nyalakan ulang perangkat.</source>
        <translation>stopped: the disk failed. Restart the device.</translation>
    </message>
    <message>
        <source>berhenti: data ini salinan. Siapkan log baru dengan ikrar init.</source>
        <translation>stopped: this is a copy. Make a new log with ikrar init.</translation>
    </message>
    <message>
        <source>berhenti: data ini tidak cocok dengan yang sudah diterbitkan. Simpan apa adanya untuk diperiksa.</source>
        <translation>stopped: this does not match what was published. Keep it as it is, for examination.</translation>
    </message>
    <message>
        <source>data tidak dapat dibuka. Periksa penyimpanan, data, dan kata sandinya.</source>
        <translation>the data cannot be opened. Check the disk, the data and the passphrase.</translation>
    </message>
    <message>
        <source>berhenti: gangguan saat menyimpan. Perangkat mencoba lagi dengan sendirinya.</source>
        <translation>stopped: a failure while saving. The device tries again by itself.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Perangkat %1</source>
        <translation>Device %1</translation>
    </message>
    <message>
        <source>Pencatatan</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Ikrar terakhir</source>
        <translation>Last pledge</translation>
    </message>
    <message>
        <source>pukul %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>%1, %2, tersinkron</source>
        <translation>%1, %2, synchronised</translation>
    </message>
    <message>
        <source>%1, %2, disetel petugas</source>
        <translation>%1, %2, set by staff</translation>
    </message>
    <message>
        <source>%1, %2, belum dipastikan</source>
        <translation>%1, %2, not confirmed</translation>
    </message>
    <message>
        <source>Penyimpanan</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>ruang cukup</source>
        <translation>enough room</translation>
    </message>
    <message>
        <source>ruang hampir habis: kurang dari 256 MB</source>
        <translation>nearly full: less than 256 MB</translation>
    </message>
    <message>
        <source>belum diketahui</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>%1 catatan, %2 menunggu terbit</source>
        <translation>%1 entries, %2 to be published</translation>
    </message>
    <message>
        <source>%1 catatan, semua terbit</source>
        <translation>%1 entries, all published</translation>
    </message>
    <message>
        <source>Saksi log</source>
        <translation>Log witnesses</translation>
    </message>
    <message>
        <source>tidak ada yang diminta</source>
        <translation>none is asked</translation>
    </message>
    <message>
        <source>%1 dari %2 tersambung, ringkasan %3 dari %4</source>
        <translation>%1 of %2 reached, summary %3 of %4</translation>
    </message>
    <message>
        <source>Pencetak</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>salinan tanda terima disimpan sebagai PDF</source>
        <translation>copies of receipts are saved as PDF</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Pencatatan sudah ditutup.</source>
        <translation>The log is closed.</translation>
    </message>
    <message>
        <source>Belum ada sesi yang terbuka.</source>
        <translation>No session is open yet.</translation>
    </message>
    <message>
        <source>Sesi %1 terbuka · %2</source>
        <translation>Session %1 is open · %2</translation>
    </message>
    <message>
        <source>Sesi %1 terbuka</source>
        <translation>Session %1 is open</translation>
    </message>
    <message>
        <source>dari %1 orang</source>
        <translation>of %1 people</translation>
    </message>
    <message>
        <source>orang</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Perangkat ini tidak dapat mencatat. Lihat Perangkat.</source>
        <translation>This device cannot record. Look at Device.</translation>
    </message>
    <message>
        <source>Satu tingkat ke atas</source>
        <translation>One level up</translation>
    </message>
    <message>
        <source>halaman %1 dari %2</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>terakhir %1</source>
        <translation>last at %1</translation>
    </message>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Akhiri sesi</source>
        <translation>End session</translation>
    </message>
    <message>
        <source>Buka sesi</source>
        <translation>Open session</translation>
    </message>
    <message>
        <source>Layar umum</source>
        <translation>Public display</translation>
    </message>
    <message>
        <source>Belum hadir: %1</source>
        <translation>Not here: %1</translation>
    </message>
    <message>
        <source>Di luar daftar: %1 !</source>
        <translation>Not on roster: %1 !</translation>
    </message>
    <message>
        <source>Di luar daftar: %1</source>
        <translation>Not on roster: %1</translation>
    </message>
    <message>
        <source>Ganda: %1 !</source>
        <translation>Duplicates: %1 !</translation>
    </message>
    <message>
        <source>Ganda: 0</source>
        <translation>Duplicates: 0</translation>
    </message>
    <message>
        <source>Cari catatan</source>
        <translation>Find an entry</translation>
    </message>
    <message>
        <source>Perangkat</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Penutupan</source>
        <translation>Closing</translation>
    </message>
</context>
<context>
    <name>IdentifyPage</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cari dengan nama</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Ketik nomor Anda</source>
        <translation>Enter your number</translation>
    </message>
    <message>
        <source>NIP atau NI PPPK, 18 angka, ada di kartu pegawai Anda.</source>
        <translation>NIP or NI PPPK, 18 digits, on your staff card.</translation>
    </message>
    <message>
        <source>NIK, 16 angka, ada di KTP Anda.</source>
        <translation>NIK, 16 digits, on your identity card.</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Kosongkan nomor</source>
        <translation>Clear the number</translation>
    </message>
    <message>
        <source>Hapus satu angka</source>
        <translation>Delete one digit</translation>
    </message>
</context>
<context>
    <name>LeadPage</name>
    <message>
        <source>Kalimat pembuka</source>
        <translation>Opening sentence</translation>
    </message>
    <message>
        <source>Butir %1 dari %2</source>
        <translation>Clause %1 of %2</translation>
    </message>
    <message>
        <source>Jumlah yang sudah berikrar</source>
        <translation>How many have pledged</translation>
    </message>
    <message>
        <source>Judul acara</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Mundur</source>
        <translation>Back one</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Tampilkan judul</source>
        <translation>Show the title</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Tampilkan jumlah</source>
        <translation>Show the count</translation>
    </message>
    <message>
        <source>Layar umum tidak dapat dihubungi. Periksa apakah layar itu berjalan di perangkat ini.</source>
        <translation>The public display cannot be reached. Check that it runs on this device.</translation>
    </message>
    <message>
        <source>Berikutnya: %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>Berikutnya: jumlah yang sudah berikrar</source>
        <translation>Next: how many have pledged</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Tidak ada.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Semua unit</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>Cari nama, nomor, atau unit · %1 · pukul %2</source>
        <translation>Search name, number or unit · %1 · at %2</translation>
    </message>
    <message>
        <source>Daftar tidak dapat dibaca. Lihat Perangkat.</source>
        <translation>The list cannot be read. Look at Device.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok.</source>
        <translation>Nobody matches.</translation>
    </message>
</context>
<context>
    <name>LogSummaryPage</name>
    <message>
        <source>SAMA</source>
        <translation>SAME</translation>
    </message>
    <message>
        <source>SESUAI</source>
        <translation>CONSISTENT</translation>
    </message>
    <message>
        <source>TIDAK COCOK</source>
        <translation>DOES NOT MATCH</translation>
    </message>
    <message>
        <source>BELUM DAPAT DIBANDINGKAN</source>
        <translation>CANNOT BE COMPARED NOW</translation>
    </message>
    <message>
        <source>TIDAK DAPAT DIPAKAI</source>
        <translation>CANNOT BE USED</translation>
    </message>
    <message>
        <source>Ringkasan pemeriksa (%1 catatan) sama dengan ringkasan log ini.</source>
        <translation>The auditor&apos;s log head (%1 entries) is the same as this log&apos;s.</translation>
    </message>
    <message>
        <source>Ringkasan pemeriksa (%1 catatan) adalah awal log ini: sejak itu log hanya bertambah.</source>
        <translation>The auditor&apos;s log head (%1 entries) is a beginning of this log: since then the log has only grown.</translation>
    </message>
    <message>
        <source>Log di perangkat ini tidak memuat ringkasan pemeriksa (%1 catatan), padahal segelnya dari log ini. Simpan ringkasan itu sebagai bukti.</source>
        <translation>The log on this kiosk does not hold the auditor&apos;s head (%1 entries), although this log sealed it. Keep that head as evidence.</translation>
    </message>
    <message>
        <source>Segel ringkasan itu tidak cocok dengan kunci log ini. Tidak ada yang berubah.</source>
        <translation>The seal of that log head does not match this log&apos;s key. Nothing was changed.</translation>
    </message>
    <message>
        <source>Itu ringkasan log lain. Tidak ada yang berubah.</source>
        <translation>That is the head of another log. Nothing was changed.</translation>
    </message>
    <message>
        <source>Data perangkat ini sedang tidak dapat dibaca. Silakan coba lagi nanti.</source>
        <translation>The data on this kiosk cannot be read just now. Please try again later.</translation>
    </message>
    <message>
        <source>Kode itu bukan ringkasan log. Tidak ada yang berubah.</source>
        <translation>That code is not a log head. Nothing was changed.</translation>
    </message>
    <message>
        <source>Dikuatkan %1 saksi log</source>
        <translation>Cosigned by log witnesses: %1</translation>
    </message>
    <message>
        <source>Belum dikuatkan saksi log</source>
        <translation>Not yet cosigned by a log witness</translation>
    </message>
    <message>
        <source>Kembali ke kode</source>
        <translation>Back to the code</translation>
    </message>
    <message>
        <source>Bandingkan dengan ringkasan pemeriksa</source>
        <translation>Compare with an auditor&apos;s log head</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kode QR ringkasan log</source>
        <translation>QR code of the log head</translation>
    </message>
    <message>
        <source>Kamera sedang disiapkan.</source>
        <translation>The camera is starting.</translation>
    </message>
    <message>
        <source>Ringkasan pemeriksa</source>
        <translation>Auditor&apos;s log head</translation>
    </message>
    <message>
        <source>Ringkasan log</source>
        <translation>Log head</translation>
    </message>
    <message>
        <source>Ringkasan log sedang tidak dapat dibaca. Mohon hubungi petugas.</source>
        <translation>The log head cannot be read just now. Please call the staff.</translation>
    </message>
    <message>
        <source>Tunjukkan kode QR ringkasan log yang dibawa pemeriksa ke kamera perangkat ini. Kamera mati setelah kode terbaca.</source>
        <translation>Show the QR code of the auditor&apos;s log head to this kiosk&apos;s camera. The camera goes off once the code is read.</translation>
    </message>
    <message>
        <source>%1 catatan</source>
        <translation>%1 entries</translation>
    </message>
    <message>
        <source>%1, pukul %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Akar log %1</source>
        <translation>Root of the log %1</translation>
    </message>
    <message>
        <source>Tampilkan yang terbaru</source>
        <translation>Show the newest</translation>
    </message>
    <message>
        <source>Untuk pemeriksa: pindai kode ini dan simpan. Jika log kelak ditulis ulang, ringkasan yang Anda simpan membuktikannya.</source>
        <translation>For auditors: scan this code and keep it. Should the log ever be rewritten, the head that you keep proves it.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Siapa Anda</source>
        <translation>Who you are</translation>
    </message>
    <message>
        <source>Baca ikrar</source>
        <translation>Read the pledge</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tanda terima</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>GLADI · hanya latihan, bukan ikrar yang sah</source>
        <translation>GLADI · a rehearsal only, not a valid pledge</translation>
    </message>
    <message>
        <source>%1 / %2  %3</source>
        <translation>%1 / %2  %3</translation>
    </message>
    <message>
        <source>Pemeriksaan tanda terima</source>
        <translation>Check of receipts</translation>
    </message>
    <message>
        <source>Lepaskan di sini untuk memeriksa</source>
        <translation>Drop here to check</translation>
    </message>
    <message>
        <source>Ringkasan log</source>
        <translation>Log head</translation>
    </message>
    <message>
        <source>Layar penyelenggara</source>
        <translation>Organizer&apos;s screen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock the screen</translation>
    </message>
</context>
<context>
    <name>MatchPage</name>
    <message>
        <source>Kembali ke hasil</source>
        <translation>Back to the verdict</translation>
    </message>
    <message>
        <source>Cocokkan</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>Cocok: tanda terima ini milik orang dengan nomor tersebut.</source>
        <translation>It matches: this receipt belongs to the person of that number.</translation>
    </message>
    <message>
        <source>Tidak cocok: tanda terima ini milik orang lain, atau kodenya milik tanda terima lain.</source>
        <translation>It does not match: this receipt is somebody else&apos;s, or the code is another receipt&apos;s.</translation>
    </message>
    <message>
        <source>Mohon periksa kembali nomornya.</source>
        <translation>Please check the number again.</translation>
    </message>
    <message>
        <source>Cocokkan dengan orangnya</source>
        <translation>Match with the person</translation>
    </message>
    <message>
        <source>Penanda tangan memberikan nomor dan kode pencocokannya. Keduanya tidak disimpan.</source>
        <translation>The signer gives the number and the matching code. Neither is kept.</translation>
    </message>
    <message>
        <source>Nomor atau nama</source>
        <translation>Number or name</translation>
    </message>
    <message>
        <source>Kode pencocokan</source>
        <translation>Matching code</translation>
    </message>
    <message>
        <source>Kode ini belum benar. Kode pencocokan terdiri atas 26 huruf dan angka; mohon periksa kembali.</source>
        <translation>This code is not right yet. A matching code has 26 letters and digits; please check it again.</translation>
    </message>
</context>
<context>
    <name>NotListedPage</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ketik ulang nomor</source>
        <translation>Enter it again</translation>
    </message>
    <message>
        <source>Nomor ini belum ada di daftar peserta</source>
        <translation>This number is not on the roster</translation>
    </message>
    <message>
        <source>Nomor yang diketik</source>
        <translation>Number entered</translation>
    </message>
    <message>
        <source>Mohon cocokkan dengan kartu Anda. Jika sudah benar, Anda tetap dapat berikrar dengan mengisi data diri.</source>
        <translation>Please compare it with your card. If it is right, you can still pledge by entering your details.</translation>
    </message>
    <message>
        <source>Nomor sudah benar, isi data diri</source>
        <translation>It is right, enter details</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Gulir ke atas</source>
        <translation>Scroll up</translation>
    </message>
    <message>
        <source>Gulir ke bawah</source>
        <translation>Scroll down</translation>
    </message>
</context>
<context>
    <name>PersonFacts</name>
    <message>
        <source>Belum diverifikasi: penyelenggara akan memeriksa data ini.</source>
        <translation>Not verified yet: the organizer will check these details.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Bukan saya</source>
        <translation>Not me</translation>
    </message>
    <message>
        <source>Ya, ini saya</source>
        <translation>Yes, this is me</translation>
    </message>
    <message>
        <source>Apakah ini Anda?</source>
        <translation>Is this you?</translation>
    </message>
    <message>
        <source>Saya perlu dibantu petugas</source>
        <translation>I need a helper</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Daftar PIN di perangkat ini rusak. Buat kembali dengan perintah: ikrar organizer add</source>
        <translation>The list of PINs on this device is damaged. Make it again by the command: ikrar organizer add</translation>
    </message>
    <message>
        <source>Belum ada penyelenggara dengan PIN. Tambahkan dengan perintah: ikrar organizer add</source>
        <translation>No organizer has a PIN yet. Add one by the command: ikrar organizer add</translation>
    </message>
    <message>
        <source>PIN beberapa kali keliru. Dapat dicoba lagi dalam %1 detik.</source>
        <translation>The PIN was wrong several times. Try again in %1 seconds.</translation>
    </message>
    <message>
        <source>Memeriksa PIN.</source>
        <translation>Checking the PIN.</translation>
    </message>
    <message>
        <source>PIN belum benar. Mohon coba sekali lagi.</source>
        <translation>The PIN is not right yet. Please try again.</translation>
    </message>
    <message>
        <source>Ketik PIN Anda.</source>
        <translation>Type your PIN.</translation>
    </message>
    <message>
        <source>Pilih nama Anda.</source>
        <translation>Choose your name.</translation>
    </message>
    <message>
        <source>%1 angka diketik</source>
        <translation>%1 digits typed</translation>
    </message>
</context>
<context>
    <name>PledgePage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Baca ringkas</source>
        <translation>Short form</translation>
    </message>
    <message>
        <source>Baca lengkap</source>
        <translation>Full text</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Baca terus</source>
        <translation>Read on</translation>
    </message>
</context>
<context>
    <name>PledgeSheet</name>
    <message>
        <source>Dasar</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Pimpinan</source>
        <translation>Leaders</translation>
    </message>
    <message>
        <source>Saksi</source>
        <translation>Observers</translation>
    </message>
</context>
<context>
    <name>ReceiptLayout</name>
    <message>
        <source>Nomor tanda terima</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>Nomor tanda terima %1</source>
        <translation>Receipt number %1</translation>
    </message>
    <message>
        <source>Jam perangkat belum dipastikan.</source>
        <translation>This kiosk&apos;s clock is not confirmed.</translation>
    </message>
    <message>
        <source>Kode pencocokan %1</source>
        <translation>Matching code %1</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1, pukul %2, perangkat %3</source>
        <translation>%1, %2, kiosk %3</translation>
    </message>
    <message>
        <source>Kode pencocokan menghubungkan nama Anda dengan tanda terima ini. Catat dan simpan sendiri.</source>
        <translation>The matching code ties your identity to this receipt. Write it down and keep it to yourself.</translation>
    </message>
    <message>
        <source>Kode pencocokan</source>
        <translation>Matching code</translation>
    </message>
    <message>
        <source>Selesai (%1)</source>
        <translation>Done (%1)</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Ikrar Anda sudah tercatat</source>
        <translation>Your pledge is recorded</translation>
    </message>
    <message>
        <source>Terima kasih. Fotolah kode ini dengan ponsel Anda dan simpan: inilah bukti Anda, dan siapa pun dapat memeriksanya.</source>
        <translation>Thank you. Photograph this code with your phone and keep it: it is your proof, and anyone can check it.</translation>
    </message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message>
        <source>Kode QR tanda terima nomor %1</source>
        <translation>QR code of receipt number %1</translation>
    </message>
    <message>
        <source>GLADI</source>
        <translation>GLADI</translation>
    </message>
    <message>
        <source>SALINAN</source>
        <translation>SALINAN / COPY</translation>
    </message>
</context>
<context>
    <name>RepeatedPage</name>
    <message>
        <source>Ganda</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Satu nomor dengan beberapa ikrar. Semuanya tersimpan; sentuh yang keliru untuk membatalkannya.</source>
        <translation>One number with several pledges. All are kept; touch the wrong one to void it.</translation>
    </message>
    <message>
        <source>Tidak ada nomor yang berikrar lebih dari sekali.</source>
        <translation>No number has pledged more than once.</translation>
    </message>
    <message>
        <source>nomor %1 · %2</source>
        <translation>number %1 · %2</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Tempel teks</source>
        <translation>Paste text</translation>
    </message>
    <message>
        <source>Arahkan tanda terima ke kamera</source>
        <translation>Hold the receipt before the camera</translation>
    </message>
    <message>
        <source>Hasilnya langsung tampil. Tanda terima berikutnya dapat segera menyusul. Berkas gambar dan teks dapat diseret ke layar ini; pemindai genggam dapat langsung dipakai.</source>
        <translation>The verdict shows at once, and the next receipt can follow. Pictures and texts can be dragged onto this screen; a hand scanner works as it is.</translation>
    </message>
    <message>
        <source>Kamera belum tersambung. Pemindai genggam, berkas, dan teks tetap dapat dipakai.</source>
        <translation>The camera is not connected. A hand scanner, files and text can still be used.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Ada beberapa nama seperti itu. Tutup papan ketik, lalu pilih unit kerja Anda.</source>
        <translation>There are several such names. Close the keyboard, then choose your unit.</translation>
    </message>
    <message>
        <source>Ada beberapa nama seperti itu. Pilih unit kerja Anda:</source>
        <translation>Several names are like that. Choose your unit:</translation>
    </message>
    <message>
        <source>Nama itu dimiliki lebih dari satu orang di unit ini. Mohon gunakan nomor Anda.</source>
        <translation>More than one person in this unit has that name. Please use your number.</translation>
    </message>
    <message>
        <source>Ketik paling sedikit tiga huruf nama Anda.</source>
        <translation>Type at least three letters of your name.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Gunakan nomor</source>
        <translation>Use my number</translation>
    </message>
    <message>
        <source>Pilih nama ini</source>
        <translation>Choose this name</translation>
    </message>
    <message>
        <source>Nama Anda</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Tidak terdaftar</source>
        <translation>Not listed</translation>
    </message>
    <message>
        <source>Nama itu belum ditemukan. Mohon ketik setiap kata dengan lengkap dan periksa ejaannya, atau gunakan nomor Anda.</source>
        <translation>That name was not found. Please type each word in full and check the spelling, or use your number.</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Pencatatan sudah ditutup</source>
        <translation>The log is closed</translation>
    </message>
    <message>
        <source>Akhiri sesi %1 sekarang?</source>
        <translation>End session %1 now?</translation>
    </message>
    <message>
        <source>Sesi %1 terbuka</source>
        <translation>Session %1 is open</translation>
    </message>
    <message>
        <source>Sesi diakhiri: %1 ikrar</source>
        <translation>Session ended: %1 pledges</translation>
    </message>
    <message>
        <source>Menyiapkan laporan nol</source>
        <translation>Preparing the zero report</translation>
    </message>
    <message>
        <source>Buka sesi susulan %1</source>
        <translation>Open follow-up session %1</translation>
    </message>
    <message>
        <source>Buka sesi %1</source>
        <translation>Open session %1</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
    <message>
        <source>Yang sedang mengisi di kiosk tidak dapat melanjutkan. Sesi susulan dapat dibuka kemudian.</source>
        <translation>Whoever is at the kiosk cannot go on. A follow-up session can be opened later.</translation>
    </message>
    <message>
        <source>%1 orang berikrar pada sesi ini.</source>
        <translation>%1 people have pledged in this session.</translation>
    </message>
    <message>
        <source>Jumlahnya tertulis di log. Untuk yang belum hadir dapat dibuka sesi susulan.</source>
        <translation>The count is written into the log. A follow-up session can be opened for those who were not here.</translation>
    </message>
    <message>
        <source>Laporan nol: bacakan di hadapan para saksi sebelum sesi dibuka.</source>
        <translation>Zero report: read it to the observers before the session opens.</translation>
    </message>
    <message>
        <source>Jangan akhiri</source>
        <translation>Do not end</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sesi susulan</source>
        <translation>Follow-up session</translation>
    </message>
    <message>
        <source>Buka sesi</source>
        <translation>Open session</translation>
    </message>
    <message>
        <source>Ya, akhiri</source>
        <translation>Yes, end it</translation>
    </message>
    <message>
        <source>Akhiri sesi</source>
        <translation>End session</translation>
    </message>
    <message>
        <source>Sudah berikrar pada sesi ini</source>
        <translation>Pledged in this session</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Jam perangkat</source>
        <translation>Device clock</translation>
    </message>
    <message>
        <source>%1, pukul %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (belum dipastikan; cocokkan dengan jam saksi)</source>
        <translation>%1 (not confirmed; compare with an observer&apos;s clock)</translation>
    </message>
    <message>
        <source>Terdaftar</source>
        <translation>On the roster</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>Sidik daftar peserta</source>
        <translation>Digest of the roster</translation>
    </message>
    <message>
        <source>Isi log</source>
        <translation>Entries in the log</translation>
    </message>
    <message>
        <source>%1 catatan</source>
        <translation>%1 entries</translation>
    </message>
    <message>
        <source>Ringkasan log</source>
        <translation>Log summary</translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message>
        <source>Ulangi</source>
        <translation>Sign again</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ya, tetap gunakan</source>
        <translation>Yes, use it</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Bingkai masih kosong. Lanjut tanpa tanda tangan?</source>
        <translation>The frame is empty. Continue without a signature?</translation>
    </message>
    <message>
        <source>Goresan ini sangat singkat. Apakah ini tanda tangan Anda?</source>
        <translation>This mark is very short. Is it your signature?</translation>
    </message>
    <message>
        <source>Bubuhkan cap jempol di dalam bingkai</source>
        <translation>Put a thumb mark inside the frame</translation>
    </message>
    <message>
        <source>Tanda tangani dengan jari di dalam bingkai</source>
        <translation>Sign with your finger inside the frame</translation>
    </message>
    <message>
        <source>Bidang tanda tangan</source>
        <translation>Signature pad</translation>
    </message>
    <message>
        <source>Masih kosong</source>
        <translation>Still empty</translation>
    </message>
    <message>
        <source>Berisi %1 goresan</source>
        <translation>Holds %1 strokes</translation>
    </message>
    <message>
        <source>Kosongkan</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>%1 catatan, %2 menunggu terbit</source>
        <translation>%1 entries, %2 to be published</translation>
    </message>
    <message>
        <source>Saksi log: belum tersambung, ringkasan %1 dari %2</source>
        <translation>Log witnesses: not connected yet, checkpoint %1 of %2</translation>
    </message>
    <message>
        <source>Saksi log: %1 dari %2, ringkasan %3 dari %4</source>
        <translation>Log witnesses: %1 of %2, checkpoint %3 of %4</translation>
    </message>
    <message>
        <source>%1 catatan, semua terbit</source>
        <translation>%1 entries, all published</translation>
    </message>
    <message>
        <source>Ruang cukup</source>
        <translation>Enough space</translation>
    </message>
    <message>
        <source>Ruang hampir habis, mohon hubungi petugas</source>
        <translation>Nearly full, please call staff</translation>
    </message>
    <message>
        <source>Ruang belum diketahui</source>
        <translation>Space not known</translation>
    </message>
    <message>
        <source>%1, tersinkron</source>
        <translation>%1, synchronised</translation>
    </message>
    <message>
        <source>%1, disetel petugas</source>
        <translation>%1, set by staff</translation>
    </message>
    <message>
        <source>%1, belum dipastikan</source>
        <translation>%1, not confirmed</translation>
    </message>
    <message>
        <source>Sudah berikrar</source>
        <translation>Have pledged</translation>
    </message>
    <message>
        <source>%1 dari %2 orang</source>
        <translation>%1 of %2 people</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Penyimpanan</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>%1, %2 pada sesi ini</source>
        <translation>%1, %2 in this session</translation>
    </message>
</context>
<context>
    <name>StepTrail</name>
    <message>
        <source>Langkah %1 dari %2: %3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
    <message>
        <source>%1 / %2  %3</source>
        <translation>%1 / %2  %3</translation>
    </message>
</context>
<context>
    <name>StoppedPage</name>
    <message>
        <source>Ruang penyimpanan perangkat ini penuh.</source>
        <translation>The storage of this kiosk is full.</translation>
    </message>
    <message>
        <source>Penyimpanan perangkat ini tidak dapat ditulisi.</source>
        <translation>The storage of this kiosk cannot be written to.</translation>
    </message>
    <message>
        <source>Data di perangkat ini lebih lama daripada yang sudah diterbitkan.</source>
        <translation>The data on this kiosk is older than what has been published.</translation>
    </message>
    <message>
        <source>Terjadi gangguan saat menyimpan.</source>
        <translation>Something went wrong while saving.</translation>
    </message>
    <message>
        <source>Pencatatan di perangkat ini berhenti</source>
        <translation>This kiosk has stopped recording</translation>
    </message>
    <message>
        <source>Simpan tanda terima Anda: itulah bukti jika ada catatan yang hilang. Ikrar yang belum mendapat tanda terima belum tercatat.</source>
        <translation>Keep your receipt: it is the proof if an entry is missing. A pledge without a receipt has not been recorded.</translation>
    </message>
    <message>
        <source>Ikrar yang sudah mendapat tanda terima tetap tersimpan. Ikrar yang belum mendapat tanda terima belum tercatat.</source>
        <translation>Pledges with a receipt are kept. A pledge without a receipt has not been recorded.</translation>
    </message>
    <message>
        <source>Hubungi %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Mohon panggil petugas.</source>
        <translation>Please call staff.</translation>
    </message>
    <message>
        <source>Perangkat ini memeriksa lagi dengan sendirinya. Mohon tunggu.</source>
        <translation>This kiosk keeps checking by itself. Please wait.</translation>
    </message>
    <message>
        <source>Penyimpanan perangkat ini bermasalah.</source>
        <translation>The storage of this kiosk has a fault.</translation>
    </message>
    <message>
        <source>Data di perangkat ini adalah salinan, dan salinan tidak mencatat ikrar baru.</source>
        <translation>The data on this kiosk is a copy, and a copy records no new pledges.</translation>
    </message>
    <message>
        <source>Data ikrar di perangkat ini tidak dapat dibuka.</source>
        <translation>The pledge&apos;s data on this kiosk cannot be opened.</translation>
    </message>
    <message>
        <source>Petugas perlu mengosongkan ruang. Setelah itu pencatatan berjalan lagi dengan sendirinya.</source>
        <translation>Staff must free space. Recording then goes on by itself.</translation>
    </message>
    <message>
        <source>Petugas perlu memeriksa penyimpanan. Setelah itu pencatatan berjalan lagi dengan sendirinya.</source>
        <translation>Staff must check the storage. Recording then goes on by itself.</translation>
    </message>
    <message>
        <source>Petugas perlu menyalakan ulang perangkat.</source>
        <translation>Staff must restart the kiosk.</translation>
    </message>
    <message>
        <source>Petugas perlu menyiapkan log baru di perangkat ini.</source>
        <translation>Staff must set up a new log on this kiosk.</translation>
    </message>
    <message>
        <source>Petugas perlu menyimpan perangkat ini apa adanya untuk diperiksa.</source>
        <translation>Staff must keep this kiosk as it is, to be examined.</translation>
    </message>
    <message>
        <source>Petugas perlu memeriksa penyimpanan, data, dan kata sandinya. Setelah itu data dibuka dengan sendirinya.</source>
        <translation>Staff must check the storage, the data and its passphrase. The data is then opened by itself.</translation>
    </message>
    <message>
        <source>Catatan di perangkat ini tidak cocok dengan yang dipegang saksi log atau pemeriksa.</source>
        <translation>The entries on this kiosk do not match what a log witness or an auditor holds.</translation>
    </message>
</context>
<context>
    <name>TallyStrip</name>
    <message>
        <source>sah</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>perlu perhatian</source>
        <translation>need attention</translation>
    </message>
    <message>
        <source>tidak cocok</source>
        <translation>do not match</translation>
    </message>
    <message>
        <source>tidak terbaca</source>
        <translation>unreadable</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 diperlihatkan ulang</source>
        <translation>%1 shown again</translation>
    </message>
    <message>
        <source>%1 ulang</source>
        <translation>%1 again</translation>
    </message>
</context>
<context>
    <name>TitleScene</name>
    <message>
        <source>Dipimpin oleh %1</source>
        <translation>Led by %1</translation>
    </message>
</context>
<context>
    <name>UnitBar</name>
    <message>
        <source>%1: %2 dari %3</source>
        <translation>%1: %2 of %3</translation>
    </message>
</context>
<context>
    <name>UnitBarFace</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>UnitChooser</name>
    <message>
        <source>Satu tingkat ke atas</source>
        <translation>One level up</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message>
        <source>Tempel teks</source>
        <translation>Paste text</translation>
    </message>
    <message>
        <source>Cocokkan orang</source>
        <translation>Match a person</translation>
    </message>
    <message>
        <source>jam tersinkron</source>
        <translation>clock synchronised</translation>
    </message>
    <message>
        <source>jam disetel petugas</source>
        <translation>clock set by the operator</translation>
    </message>
    <message>
        <source>jam tidak dapat dipastikan</source>
        <translation>clock not known to be right</translation>
    </message>
    <message>
        <source>di layar kios</source>
        <translation>at the kiosk</translation>
    </message>
    <message>
        <source>dengan bantuan petugas</source>
        <translation>assisted</translation>
    </message>
    <message>
        <source>tinta di atas kertas</source>
        <translation>wet ink on paper</translation>
    </message>
    <message>
        <source>tidak dapat dibandingkan: %1</source>
        <translation>could not be asked: %1</translation>
    </message>
    <message>
        <source>tidak dibandingkan; belum diperiksa apakah log ditulis ulang atau pernyataan dibatalkan</source>
        <translation>none at hand; rewriting and later voiding were not checked</translation>
    </message>
    <message>
        <source>%1 catatan, per %2; berkas kegiatan di dalamnya tidak diperiksa</source>
        <translation>%1 entries, as of %2; the ceremony file in it was not checked</translation>
    </message>
    <message>
        <source>Kegiatan</source>
        <translation>Ceremony</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Cara</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Kios</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Saksi log</source>
        <translation>Witnesses</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Salinan log</source>
        <translation>Copy of the log</translation>
    </message>
    <message>
        <source>Tanda terima ini sudah diperiksa: %1.</source>
        <translation>This receipt was checked before: %1.</translation>
    </message>
    <message>
        <source>Rincian teknis</source>
        <translation>Technical detail</translation>
    </message>
    <message>
        <source>Menurut tanda terima itu sendiri, tidak terbukti:</source>
        <translation>As the receipt itself says, not proven:</translation>
    </message>
</context>
<context>
    <name>WalkInPage</name>
    <message>
        <source>Ketik nomor Anda</source>
        <translation>Enter your number</translation>
    </message>
    <message>
        <source>Siapa nama Anda?</source>
        <translation>What is your name?</translation>
    </message>
    <message>
        <source>Di mana unit kerja Anda?</source>
        <translation>Which is your unit?</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Nama lengkap dengan gelar</source>
        <translation>Full name with titles</translation>
    </message>
    <message>
        <source>Jabatan (boleh dikosongkan)</source>
        <translation>Post (may be left empty)</translation>
    </message>
    <message>
        <source>Tanpa nomor</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>Nama lengkap seperti di KTP</source>
        <translation>Full name as on the identity card</translation>
    </message>
    <message>
        <source>Anda mendaftar sebagai apa?</source>
        <translation>In what capacity do you register?</translation>
    </message>
    <message>
        <source>Data ini ditandai “belum diverifikasi” sampai penyelenggara memeriksanya.</source>
        <translation>These details are marked “not verified” until the organizer has checked them.</translation>
    </message>
</context>
<context>
    <name>WalkInsPage</name>
    <message>
        <source>Di luar daftar</source>
        <translation>Not on the roster</translation>
    </message>
    <message>
        <source>Periksa kartu identitasnya, lalu sentuh namanya untuk menyatakan bahwa orangnya dikenali.</source>
        <translation>Check the identity card, then touch the name to state that the person was identified.</translation>
    </message>
    <message>
        <source>Tidak ada yang berikrar di luar daftar peserta.</source>
        <translation>Nobody has pledged who is not on the roster.</translation>
    </message>
    <message>
        <source>dikenali oleh %1</source>
        <translation>identified by %1</translation>
    </message>
    <message>
        <source>belum diperiksa</source>
        <translation>not yet checked</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Pencatatan ikrar ini sudah ditutup.</source>
        <translation>The record of this pledge is closed.</translation>
    </message>
    <message>
        <source>Kegiatan belum dibuka. Mohon menunggu petugas.</source>
        <translation>The event is not open yet. Please wait for staff.</translation>
    </message>
    <message>
        <source>Upacara belum dibuka. Mohon menunggu petugas.</source>
        <translation>The ceremony is not open yet. Please wait for staff.</translation>
    </message>
    <message>
        <source>Isian sebelumnya sudah dihapus karena layar tidak disentuh.</source>
        <translation>The last entry was wiped because nobody touched the screen.</translation>
    </message>
    <message>
        <source>Sesi baru saja ditutup. Silakan bertanya kepada petugas.</source>
        <translation>The session has just ended. Please ask staff.</translation>
    </message>
    <message>
        <source>Contoh berdasarkan berita</source>
        <translation>Example based on a news report</translation>
    </message>
    <message>
        <source>Contoh berdasarkan berita: %1</source>
        <translation>Example based on a news report: %1</translation>
    </message>
    <message>
        <source>Sentuh di sini untuk mulai</source>
        <translation>Touch here to begin</translation>
    </message>
    <message>
        <source>Saya perlu dibantu petugas</source>
        <translation>I need a helper</translation>
    </message>
</context>
<context>
    <name>style</name>
    <message>
        <source>spasi</source>
        <translation>space</translation>
    </message>
</context>
</TS>
