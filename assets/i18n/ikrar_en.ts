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
    <message>
        <source>Lembar basah</source>
        <translation>Paper sheets</translation>
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
    <name>BackupLine</name>
    <message>
        <source>Cadangan</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>berhenti; lihat Berkas</source>
        <translation>stopped; see Files</translation>
    </message>
    <message>
        <source>tidak berjalan</source>
        <translation>not running</translation>
    </message>
    <message>
        <source>stik tidak ada, pasang kembali; tertinggal %1 catatan</source>
        <translation>stick missing, put it back; %1 entries behind</translation>
    </message>
    <message>
        <source>tertahan; tertinggal %1 catatan</source>
        <translation>held up; %1 entries behind</translation>
    </message>
    <message>
        <source>menyalin untuk pertama kali</source>
        <translation>copying for the first time</translation>
    </message>
    <message>
        <source>pukul %1, tertinggal %2 catatan</source>
        <translation>at %1, %2 entries behind</translation>
    </message>
    <message>
        <source>pukul %1, lengkap %2 catatan</source>
        <translation>at %1, complete with %2 entries</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Menghentikan</source>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Cadangan berjalan</source>
        <translation>Backup running</translation>
    </message>
    <message>
        <source>Cadangan ke USB</source>
        <translation>Backup to USB</translation>
    </message>
    <message>
        <source>Berjalan terus, juga saat layar terkunci. Stik boleh dicabut kapan saja; pasang kembali dan cadangan berlanjut.</source>
        <translation>It goes on, also while the screen is locked. The stick may be pulled out at any moment; put it back and the backup continues.</translation>
    </message>
    <message>
        <source>Salinan kedua dari semua data, diperbarui tiap dua detik. Bila perangkat ini rusak, data dipulihkan dari sana.</source>
        <translation>A second copy of all data, brought up to date every two seconds. If this device fails, the data is recovered from there.</translation>
    </message>
    <message>
        <source>Cadangan berhenti: salinan di media itu bukan dari data ini, atau lebih baru. Pakai media lain.</source>
        <translation>The backup has stopped: the copy on that medium is of other data, or newer. Use another medium.</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Perhatian</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>salinan ini ada di penyimpanan yang sama; bila rusak, keduanya hilang</source>
        <translation>this copy lies on the same disk; if that fails, both are lost</translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tutup berkas</source>
        <translation>Close the bundle</translation>
    </message>
    <message>
        <source>Cari lagi</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Pindai tanda terima</source>
        <translation>Scan receipts</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Berkas bukti ini dikunci</source>
        <translation>This bundle is sealed</translation>
    </message>
    <message>
        <source>Memeriksa berkas bukti …</source>
        <translation>Auditing the bundle …</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibuka</source>
        <translation>This file cannot be opened</translation>
    </message>
    <message>
        <source>BERKAS BUKTI COCOK</source>
        <translation>THE BUNDLE HOLDS</translation>
    </message>
    <message>
        <source>BERKAS BUKTI TIDAK COCOK</source>
        <translation>THE BUNDLE DOES NOT HOLD</translation>
    </message>
    <message>
        <source>Buka berkas bukti</source>
        <translation>Open a bundle</translation>
    </message>
    <message>
        <source>Masukkan sandi yang diberikan penyelenggara. Huruf besar, huruf kecil, dan spasi tidak dibedakan.</source>
        <translation>Enter the passphrase that the organizer gave you. Upper case, lower case and spaces make no difference.</translation>
    </message>
    <message>
        <source>Setiap baris dicocokkan dengan catatan log. Sementara itu tanda terima tetap dapat dipindai.</source>
        <translation>Each row is held against the entry of the log. Receipts can be scanned meanwhile.</translation>
    </message>
    <message>
        <source>Periksa berkasnya, atau mintalah salinan yang baru kepada penyelenggara.</source>
        <translation>Check the file, or ask the organizer for a new copy.</translation>
    </message>
    <message>
        <source>Pilih berkas, atau seret berkas lain ke layar ini.</source>
        <translation>Choose a file, or drag another one onto this screen.</translation>
    </message>
    <message>
        <source>Pasang flashdisk yang berisi berkas bukti (.zip), lalu sentuh Cari lagi. Berkas juga dapat diseret ke layar ini.</source>
        <translation>Plug in the stick with the bundle (.zip), then touch Look again. A file can also be dragged onto this screen.</translation>
    </message>
    <message>
        <source>Berkas ini untuk umum: tidak memuat nama, sehingga orang di balik tanda terima tidak ditampilkan.</source>
        <translation>This is a public bundle: it holds no names, so the person behind a receipt is not shown.</translation>
    </message>
    <message>
        <source>Daftar hadirnya tidak dapat dibaca, sehingga orang di balik tanda terima tidak ditampilkan.</source>
        <translation>Its attendance cannot be read, so the person behind a receipt is not shown.</translation>
    </message>
    <message>
        <source>Nama dan unit kerja terikat segel penutupan log.</source>
        <translation>Names and units are bound by the seal of the log&apos;s closing.</translation>
    </message>
    <message>
        <source>Nama dan unit kerja belum terikat segel penutupan log; nomor identitas terikat.</source>
        <translation>Names and units are not bound by the seal of the log&apos;s closing; identity numbers are bound.</translation>
    </message>
    <message>
        <source>Sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Sandi itu bukan sandi berkas ini. Mohon periksa kembali.</source>
        <translation>That is not the passphrase of this bundle. Please check it.</translation>
    </message>
    <message>
        <source>%1 persen</source>
        <translation>%1 percent</translation>
    </message>
    <message>
        <source>%1 pernyataan dalam %2 log · %3 dibatalkan · %4 dihapus</source>
        <translation>%1 declarations in %2 logs · %3 voided · %4 erased</translation>
    </message>
    <message>
        <source>%1 pernyataan · %2 dibatalkan · %3 dihapus</source>
        <translation>%1 declarations · %2 voided · %3 erased</translation>
    </message>
    <message>
        <source>… dan %1 temuan lain; ikrar audit menyebut semuanya.</source>
        <translation>… and %1 more findings; ikrar audit names them all.</translation>
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
    <name>CeremoniesPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kegiatan</source>
        <translation>Ceremony</translation>
    </message>
</context>
<context>
    <name>CeremonyList</name>
    <message>
        <source>Hapus %1</source>
        <translation>Remove %1</translation>
    </message>
</context>
<context>
    <name>CeremonyPage</name>
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
        <source>Salin sebagai upacara baru</source>
        <translation>Copy as a new ceremony</translation>
    </message>
    <message>
        <source>Berkas upacara</source>
        <translation>Ceremony file</translation>
    </message>
    <message>
        <source>dibekukan sejak log dibuka</source>
        <translation>frozen since the log was opened</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>ClauseForm</name>
    <message>
        <source>Teks lengkap</source>
        <translation>Full text</translation>
    </message>
    <message>
        <source>Ringkas, paling banyak 120 huruf</source>
        <translation>Short form, at most 120 characters</translation>
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
    <name>DecisionPage</name>
    <message>
        <source>Ikrar yang pertama</source>
        <translation>The first pledge</translation>
    </message>
    <message>
        <source>Unit kerja yang benar</source>
        <translation>The right unit</translation>
    </message>
    <message>
        <source>Ditandatangani sendiri oleh yang bersangkutan</source>
        <translation>Signed by the person themselves</translation>
    </message>
    <message>
        <source>Ditetapkan. Ikrar yang lain tetap tersimpan di lognya.</source>
        <translation>Decided. The other pledges stay in their logs.</translation>
    </message>
    <message>
        <source>Ketetapan ditarik kembali; yang pertama dihitung.</source>
        <translation>The decision was taken back; the first one counts.</translation>
    </message>
    <message>
        <source>Tidak berhasil. Periksa berkas atau sambungan ke server, lalu coba lagi.</source>
        <translation>That did not work. Check the file or the connection to the server, then try again.</translation>
    </message>
    <message>
        <source>Pilih yang lain</source>
        <translation>Choose another</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1 lagi</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>Lihat ikrar yang lain: %1 lagi</source>
        <translation>See the other pledges: %1 more</translation>
    </message>
    <message>
        <source>Tarik ketetapan</source>
        <translation>Take back the decision</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Tetapkan</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Goresan dua ikrar ini sama persis. Tangan tidak dapat mengulang goresan; laporkan kepada pemeriksa.</source>
        <translation>The ink of two of these is exactly the same. No hand repeats a signature; tell the auditor.</translation>
    </message>
    <message>
        <source>Mengapa ikrar ini yang dihitung?</source>
        <translation>Why does this pledge count?</translation>
    </message>
    <message>
        <source>Ditetapkan oleh %1, %2: %3</source>
        <translation>Decided by %1, %2: %3</translation>
    </message>
    <message>
        <source>Belum ditetapkan; yang pertama dihitung. Sentuh yang seharusnya dihitung.</source>
        <translation>Not decided yet; the first one counts. Touch the one that should count.</translation>
    </message>
    <message>
        <source>Atau dengan kata-kata sendiri</source>
        <translation>Or in your own words</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>GLADI · hanya latihan, bukan ikrar yang sah</source>
        <translation>GLADI · a rehearsal only, not a valid pledge</translation>
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
    <name>EditorBasis</name>
    <message>
        <source>Dasar hukum %1</source>
        <translation>Legal basis %1</translation>
    </message>
    <message>
        <source>Tambah dasar hukum</source>
        <translation>Add a legal basis</translation>
    </message>
</context>
<context>
    <name>EditorMain</name>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Penyelenggara</source>
        <translation>Organizer</translation>
    </message>
    <message>
        <source>Bentuk</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Upacara</source>
        <translation>Ceremony</translation>
    </message>
    <message>
        <source>Kegiatan</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Zona waktu: pilih salah satu</source>
        <translation>Time zone: choose one</translation>
    </message>
    <message>
        <source>Zona waktu</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>WIB</source>
        <translation>WIB</translation>
    </message>
    <message>
        <source>WITA</source>
        <translation>WITA</translation>
    </message>
    <message>
        <source>WIT</source>
        <translation>WIT</translation>
    </message>
    <message>
        <source>Kode upacara</source>
        <translation>Ceremony code</translation>
    </message>
    <message>
        <source>Menjadi bagian nama log, seperti takalar-2023.</source>
        <translation>Becomes part of the log’s name, such as takalar-2023.</translation>
    </message>
    <message>
        <source>Domain instansi</source>
        <translation>The agency’s domain</translation>
    </message>
    <message>
        <source>Alamat halaman pemeriksaan</source>
        <translation>Address of the verify page</translation>
    </message>
    <message>
        <source>Yang berikrar</source>
        <translation>Who pledges</translation>
    </message>
    <message>
        <source>Yang dapat dihubungi (boleh kosong)</source>
        <translation>Whom to call (may be empty)</translation>
    </message>
    <message>
        <source>Teleponnya (boleh kosong)</source>
        <translation>Their telephone (may be empty)</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Pokok</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>Ikrar</source>
        <translation>Pledge</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Dasar</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Sunting lagi</source>
        <translation>Edit again</translation>
    </message>
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
        <source>Belum lengkap: %1</source>
        <translation>Not complete: %1</translation>
    </message>
    <message>
        <source>Tersimpan</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Salin sebagai upacara baru</source>
        <translation>Copy as a new ceremony</translation>
    </message>
    <message>
        <source>Upacara ini sudah dibuka</source>
        <translation>This ceremony has been opened</translation>
    </message>
    <message>
        <source>Upacara baru</source>
        <translation>New ceremony</translation>
    </message>
    <message>
        <source>Upacara baru: mulai dari contoh</source>
        <translation>New ceremony: begin from an example</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Pratinjau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Teks, unit, dan susunannya diambil; tanggal, nomor, dan nama dikosongkan.</source>
        <translation>Text, units and structure are taken; dates, numbers and names are left empty.</translation>
    </message>
    <message>
        <source>Tanpa contoh: semua kosong</source>
        <translation>Without an example: all empty</translation>
    </message>
    <message>
        <source>Log sudah memuat sidik berkas ini, sehingga tidak dapat diubah lagi.</source>
        <translation>The log holds this file’s fingerprint, so it can no longer be changed.</translation>
    </message>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>%1 !</source>
        <translation>%1 !</translation>
    </message>
    <message>
        <source>%1, belum lengkap: %2</source>
        <translation>%1, not complete: %2</translation>
    </message>
    <message>
        <source>Tersimpan: %1. Buka lognya dengan: ikrar init --ceremony %1 --kiosk NAMA; tambahkan --rehearsal untuk gladi.</source>
        <translation>Saved: %1. Open its log with: ikrar init --ceremony %1 --kiosk NAME; add --rehearsal for a rehearsal.</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Pratinjau: beginilah yang dibaca orang yang berikrar di layar ini. GLADI tertulis di atasnya bila lognya dibuka sebagai gladi.</source>
        <translation>Preview: this is what a signer reads on this screen. GLADI stands above it when the log is opened as a rehearsal.</translation>
    </message>
</context>
<context>
    <name>EditorPeople</name>
    <message>
        <source>Pimpinan %1</source>
        <translation>Leader %1</translation>
    </message>
    <message>
        <source>Tambah pimpinan</source>
        <translation>Add a leader</translation>
    </message>
    <message>
        <source>Saksi %1</source>
        <translation>Observer %1</translation>
    </message>
    <message>
        <source>Tambah saksi</source>
        <translation>Add an observer</translation>
    </message>
</context>
<context>
    <name>EditorPledge</name>
    <message>
        <source>Tempelkan teks ikrar di sini, satu butir per nomor atau baris</source>
        <translation>Paste the pledge’s text here, one clause a number or line</translation>
    </message>
    <message>
        <source>Tempel</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Jadikan butir</source>
        <translation>Make clauses</translation>
    </message>
    <message>
        <source>Butir yang ada digantikan. Mengubah teks Indonesia menghapus teks Inggrisnya; isi kembali di berkas TOML.</source>
        <translation>The clauses there are replaced. A changed Indonesian text drops its English one; fill that in again in the TOML file.</translation>
    </message>
    <message>
        <source>Kalimat pembuka</source>
        <translation>Opening sentence</translation>
    </message>
    <message>
        <source>Butir %1</source>
        <translation>Clause %1</translation>
    </message>
    <message>
        <source>Tambah butir</source>
        <translation>Add a clause</translation>
    </message>
</context>
<context>
    <name>EditorSessions</name>
    <message>
        <source>Sesi %1</source>
        <translation>Session %1</translation>
    </message>
    <message>
        <source>Tambah sesi</source>
        <translation>Add a session</translation>
    </message>
</context>
<context>
    <name>EditorUnits</name>
    <message>
        <source>Cari unit · %1 unit</source>
        <translation>Find a unit · %1 units</translation>
    </message>
    <message>
        <source>(belum diberi nama)</source>
        <translation>(not named yet)</translation>
    </message>
    <message>
        <source> · di bawah %1</source>
        <translation> · below %1</translation>
    </message>
    <message>
        <source>Unit sebelumnya</source>
        <translation>Previous units</translation>
    </message>
    <message>
        <source>Unit berikutnya</source>
        <translation>Next units</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nama unit</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>Kode Kemendagri (boleh kosong)</source>
        <translation>Kemendagri code (may be empty)</translation>
    </message>
    <message>
        <source>Di bawah %1</source>
        <translation>Below %1</translation>
    </message>
    <message>
        <source>Hapus unit ini dan yang di bawahnya</source>
        <translation>Remove this unit and those below it</translation>
    </message>
    <message>
        <source>Tambah unit di bawahnya, satu nama per baris</source>
        <translation>Add units below it, one name a line</translation>
    </message>
    <message>
        <source>Tambah unit, satu nama per baris</source>
        <translation>Add units, one name a line</translation>
    </message>
    <message>
        <source>Tambahkan</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Edisi kode Kemendagri</source>
        <translation>Edition of the Kemendagri codes</translation>
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
    <name>EntryCard</name>
    <message>
        <source>di kios</source>
        <translation>at the kiosk</translation>
    </message>
    <message>
        <source>dibantu petugas</source>
        <translation>assisted</translation>
    </message>
    <message>
        <source>tinta basah di kertas</source>
        <translation>wet ink on paper</translation>
    </message>
    <message>
        <source>Dipilih untuk dihitung</source>
        <translation>Chosen to count</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Tidak dihitung</source>
        <translation>Does not count</translation>
    </message>
    <message>
        <source>%1, nomor %2, sesi %3, %4 pukul %5, %6, %7: %8</source>
        <translation>%1, number %2, session %3, %4 at %5, %6, %7: %8</translation>
    </message>
    <message>
        <source>%1, pukul %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nomor %1 · sesi %2 · %3</source>
        <translation>number %1 · session %2 · %3</translation>
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
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Hentikan cetak</source>
        <translation>Stop printing</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Tanda tangan basah</source>
        <translation>Signature on paper</translation>
    </message>
    <message>
        <source>lembar %1, saksi %2</source>
        <translation>sheet %1, observer %2</translation>
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
    <message>
        <source>Dibandingkan dengan berkas bukti berisi %1 catatan.</source>
        <translation>Held against a bundle of %1 entries.</translation>
    </message>
    <message>
        <source>Berkas bukti cocok.</source>
        <translation>The bundle holds.</translation>
    </message>
    <message>
        <source>Berkas bukti TIDAK cocok.</source>
        <translation>The bundle does NOT hold.</translation>
    </message>
    <message>
        <source>Berkas bukti sedang diperiksa (%1 %).</source>
        <translation>The bundle is being audited (%1 %).</translation>
    </message>
    <message>
        <source>Berkas bukti belum terbuka.</source>
        <translation>The bundle is not open yet.</translation>
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
    <name>ExportPage</name>
    <message>
        <source>Daftar hadir, XLSX</source>
        <translation>Attendance, XLSX</translation>
    </message>
    <message>
        <source>Daftar hadir, CSV</source>
        <translation>Attendance, CSV</translation>
    </message>
    <message>
        <source>Daftar hadir, JSON</source>
        <translation>Attendance, JSON</translation>
    </message>
    <message>
        <source>Daftar hadir, PDF</source>
        <translation>Attendance, PDF</translation>
    </message>
    <message>
        <source>Berita acara, PDF</source>
        <translation>Official record, PDF</translation>
    </message>
    <message>
        <source>Berkas bukti</source>
        <translation>Evidence bundle</translation>
    </message>
    <message>
        <source>Berkas bukti untuk umum</source>
        <translation>Bundle for publication</translation>
    </message>
    <message>
        <source>Kartu undangan, PDF</source>
        <translation>Invitation cards, PDF</translation>
    </message>
    <message>
        <source>Lembar tanda tangan, PDF</source>
        <translation>Signature sheets, PDF</translation>
    </message>
    <message>
        <source>Lembar kosong, PDF</source>
        <translation>Blank sheets, PDF</translation>
    </message>
    <message>
        <source>Lembar Hadir, Tidak Hadir, Rekap Unit, Ganda &amp; Dibatalkan, dan Verifikasi.</source>
        <translation>Sheets Hadir, Tidak Hadir, Rekap Unit, Ganda &amp; Dibatalkan and Verifikasi.</translation>
    </message>
    <message>
        <source>Untuk lembar kerja: titik koma, UTF-8, NIP tetap utuh.</source>
        <translation>For spreadsheets: semicolons, UTF-8, NIPs stay whole.</translation>
    </message>
    <message>
        <source>Untuk aplikasi lain.</source>
        <translation>For other programs.</translation>
    </message>
    <message>
        <source>Dengan goresan tanda tangan, rekap per unit, dan yang tidak hadir.</source>
        <translation>With the ink of each signature, a recap by unit, and who is absent.</translation>
    </message>
    <message>
        <source>Ditandatangani basah setelah dicetak.</source>
        <translation>Signed in wet ink once printed.</translation>
    </message>
    <message>
        <source>Daftar hadir dengan buktinya, untuk Bawaslu dan inspektorat. Memuat data pribadi.</source>
        <translation>The attendance with its proof, for Bawaslu and the inspectorate. It holds personal data.</translation>
    </message>
    <message>
        <source>Log dan jumlah per unit, tanpa nama dan nomor. Boleh diumumkan.</source>
        <translation>The log and counts by unit, without names and numbers. It may be published.</translation>
    </message>
    <message>
        <source>Delapan kartu tiap A4, dengan kode QR pribadi.</source>
        <translation>Eight cards an A4, each with a QR code of its own.</translation>
    </message>
    <message>
        <source>Cadangan kertas dari daftar peserta; dimasukkan kemudian.</source>
        <translation>Paper in reserve, from the roster; entered afterwards.</translation>
    </message>
    <message>
        <source>Cadangan kertas dengan baris kosong.</source>
        <translation>Paper in reserve, with free rows.</translation>
    </message>
    <message>
        <source>Undangan dan lembar</source>
        <translation>Invitations and sheets</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Catat kata sandi ini</source>
        <translation>Write this passphrase down</translation>
    </message>
    <message>
        <source>Ketik kelompok ke-%1 dari catatan Anda</source>
        <translation>Type group %1 from your note</translation>
    </message>
    <message>
        <source>Menulis: %1</source>
        <translation>Writing: %1</translation>
    </message>
    <message>
        <source>Aman dicabut</source>
        <translation>Safe to unplug</translation>
    </message>
    <message>
        <source>Sudah ditulis</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Tidak ditulis: %1</source>
        <translation>Not written: %1</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Lihat lagi</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
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
        <source>Tulis</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Sudah saya catat</source>
        <translation>I have written it down</translation>
    </message>
    <message>
        <source>Cocokkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Disegel kata sandi</source>
        <translation>Sealed by passphrase</translation>
    </message>
    <message>
        <source>Tanpa segel</source>
        <translation>Not sealed</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Untuk sesi</source>
        <translation>For session</translation>
    </message>
    <message>
        <source>Sesi sebelumnya</source>
        <translation>Previous session</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sesi berikutnya</source>
        <translation>Next session</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Kurangi lembar</source>
        <translation>Fewer sheets</translation>
    </message>
    <message>
        <source>%1 lembar</source>
        <translation>%1 sheets</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Tambah lembar</source>
        <translation>More sheets</translation>
    </message>
    <message>
        <source>Nomor berita acara (boleh diisi tangan)</source>
        <translation>Number of the record (may be filled in by hand)</translation>
    </message>
    <message>
        <source>Kata sandi: %1</source>
        <translation>Passphrase: %1</translation>
    </message>
    <message>
        <source>Hanya ditampilkan sekarang dan tidak disimpan di mana pun. Tulis di kertas; sampaikan kepada penerima secara terpisah, jangan bersama berkasnya.</source>
        <translation>It is shown only now and kept nowhere. Write it on paper; give it to the recipient separately, never with the file.</translation>
    </message>
    <message>
        <source>Empat huruf atau angka</source>
        <translation>Four letters or digits</translation>
    </message>
    <message>
        <source>Tidak sama. Ketik lagi kelompok ke-%1</source>
        <translation>Not the same. Type group %1 again</translation>
    </message>
    <message>
        <source>Tidak sama. Lihat lagi kata sandinya dan periksa catatan Anda.</source>
        <translation>Not the same. Look at the passphrase again and check your note.</translation>
    </message>
    <message>
        <source>Jangan cabut medianya. Ditulis, dibaca kembali, lalu diperiksa.</source>
        <translation>Do not pull the medium out. It is written, read back, then checked.</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>%1 catatan ikrar</source>
        <translation>%1 signed entries</translation>
    </message>
    <message>
        <source>belum ada yang berikrar</source>
        <translation>nobody has signed yet</translation>
    </message>
    <message>
        <source>Ukuran</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>%1, dibaca kembali dan sama</source>
        <translation>%1, read back and the same</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Pencatatan belum ditutup: buat lagi berkas bukti untuk disimpan setelah penutupan.</source>
        <translation>The log is not closed yet: make the bundle to keep again after the closing.</translation>
    </message>
    <message>
        <source>Kejadian khusus diambil dari Catatan kejadian.</source>
        <translation>Incidents come from the incident notes.</translation>
    </message>
    <message>
        <source>Perangkat tidak dapat mencatat ke mana berkas ini pergi. Catat sendiri: penghapusan data kelak tidak menyebutnya.</source>
        <translation>The device could not note where this file went. Note it yourself: a later erasure will not name it.</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Daftar peserta dari XLSX atau CSV</source>
        <translation>Roster from XLSX or CSV</translation>
    </message>
    <message>
        <source>Undangan dan lembar tanda tangan</source>
        <translation>Invitations and signature sheets</translation>
    </message>
    <message>
        <source>Ekspor: daftar hadir, berita acara, berkas bukti</source>
        <translation>Export: attendance, official record, bundle</translation>
    </message>
    <message>
        <source>Cadangan: berjalan</source>
        <translation>Backup: running</translation>
    </message>
    <message>
        <source>Cadangan ke USB</source>
        <translation>Backup to USB</translation>
    </message>
    <message>
        <source>Berkas upacara</source>
        <translation>Ceremony file</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Layar penyelenggara</source>
        <translation>Organizer&apos;s screen</translation>
    </message>
</context>
<context>
    <name>GatheredGatePage</name>
    <message>
        <source>Data semua kios</source>
        <translation>Data of all kiosks</translation>
    </message>
</context>
<context>
    <name>GatheredHomePage</name>
    <message>
        <source>%1 kios</source>
        <translation>%1 kiosks</translation>
    </message>
    <message>
        <source>%1 di luar daftar</source>
        <translation>%1 not on the roster</translation>
    </message>
    <message>
        <source>%1 dibatalkan</source>
        <translation>%1 voided</translation>
    </message>
    <message>
        <source>dari %1 orang</source>
        <translation>of %1 people</translation>
    </message>
    <message>
        <source>Data gabungan tidak dapat dibaca. Periksa berkas atau sambungan ke server.</source>
        <translation>The merged data cannot be read. Check the file or the connection to the server.</translation>
    </message>
    <message>
        <source>%1 kios tidak konsisten. Lihat Kios dan sesi.</source>
        <translation>%1 kiosks are inconsistent. Look at Kiosks and sessions.</translation>
    </message>
    <message>
        <source>sedang membaca</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>pukul %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Ganda antarkios: %1&#xa0;!</source>
        <translation>Signed twice: %1 !</translation>
    </message>
    <message>
        <source>Ganda antarkios</source>
        <translation>Signed twice</translation>
    </message>
    <message>
        <source>Ganda antarkios: 0</source>
        <translation>Signed twice: 0</translation>
    </message>
    <message>
        <source>Kios dan sesi</source>
        <translation>Kiosks and sessions</translation>
    </message>
    <message>
        <source>Kegiatan lain</source>
        <translation>Another ceremony</translation>
    </message>
    <message>
        <source>Perbarui</source>
        <translation>Read again</translation>
    </message>
</context>
<context>
    <name>GatheredWindow</name>
    <message>
        <source>Layar penyelenggara · semua kios</source>
        <translation>Organizer’s screen · all kiosks</translation>
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
        <source>tidak ada: tanda terima dan laporan disimpan sebagai PDF</source>
        <translation>none: receipts and reports are saved as PDF</translation>
    </message>
    <message>
        <source>%1, siap</source>
        <translation>%1, ready</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <source>terakhir %1</source>
        <translation>last at %1</translation>
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
        <source>Di luar daftar: %1&#xa0;!</source>
        <translation>Not on roster: %1&#xa0;!</translation>
    </message>
    <message>
        <source>Di luar daftar: %1</source>
        <translation>Not on roster: %1</translation>
    </message>
    <message>
        <source>Ganda: %1&#xa0;!</source>
        <translation>Duplicates: %1&#xa0;!</translation>
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
    <message>
        <source>Catatan kejadian</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Files</translation>
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
    <message>
        <source>Kode itu bukan kartu undangan. Silakan ketik nomor Anda.</source>
        <translation>That code is not an invitation card. Please enter your number.</translation>
    </message>
    <message>
        <source>Kartu undangan itu tidak berlaku di sini. Silakan ketik nomor Anda.</source>
        <translation>That invitation card is not valid here. Please enter your number.</translation>
    </message>
    <message>
        <source>Ketik nomor</source>
        <translation>Enter the number</translation>
    </message>
    <message>
        <source>Kartu undangan dapat dipindai dengan pemindai di sini.</source>
        <translation>An invitation card can be scanned with the scanner here.</translation>
    </message>
    <message>
        <source>Pindai kartu undangan</source>
        <translation>Scan an invitation card</translation>
    </message>
    <message>
        <source>Tunjukkan kartu undangan</source>
        <translation>Show your invitation card</translation>
    </message>
    <message>
        <source>Hadapkan kode QR kartu Anda ke kamera. Kamera mati setelah kartu terbaca.</source>
        <translation>Hold the QR code of your card before the camera. The camera goes off once the card is read.</translation>
    </message>
    <message>
        <source>Kamera sedang disiapkan.</source>
        <translation>The camera is being prepared.</translation>
    </message>
</context>
<context>
    <name>IncidentsPage</name>
    <message>
        <source>Tercatat; akan tercetak di berita acara.</source>
        <translation>Noted; it will be printed in the official record.</translation>
    </message>
    <message>
        <source>Dihapus dari catatan.</source>
        <translation>Removed from the notes.</translation>
    </message>
    <message>
        <source>Tulis waktunya seperti 08.40.</source>
        <translation>Write the time like 08:40.</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
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
        <source>Catat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Catatan kejadian</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Kejadian khusus untuk berita acara, misalnya listrik padam. Jangan menyebut nama peserta.</source>
        <translation>Incidents for the official record, such as a power cut. Do not name signers.</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Pukul (kini)</source>
        <translation>Time (now)</translation>
    </message>
    <message>
        <source>Belum ada kejadian yang dicatat.</source>
        <translation>No incident was noted yet.</translation>
    </message>
    <message>
        <source>%1, pukul %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Jangan</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Jangan hapus</source>
        <translation>Do not remove</translation>
    </message>
    <message>
        <source>Ya, hapus</source>
        <translation>Yes, remove</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ya, hapus: %1</source>
        <translation>Yes, remove: %1</translation>
    </message>
    <message>
        <source>Hapus: %1</source>
        <translation>Remove: %1</translation>
    </message>
</context>
<context>
    <name>InstrumentForm</name>
    <message>
        <source>Jenis, seperti Surat Edaran</source>
        <translation>Type, such as Surat Edaran</translation>
    </message>
    <message>
        <source>Ditetapkan oleh</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Tanggal, seperti 18-09-2023</source>
        <translation>Date, such as 18-09-2023</translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation>Subject</translation>
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
    <name>KiosksPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kios dan sesi</source>
        <translation>Kiosks and sessions</translation>
    </message>
    <message>
        <source>Kios yang tidak konsisten mempunyai lebih dari satu riwayat yang disegel kuncinya, atau ada catatan yang hilang. Semua yang diterima tersimpan; laporkan kepada pemeriksa.</source>
        <translation>An inconsistent kiosk has more than one history sealed by its key, or entries are missing. All that was received is kept; tell the auditor.</translation>
    </message>
    <message>
        <source>Data gabungan tidak dapat dibaca. Periksa berkas atau sambungan ke server.</source>
        <translation>The merged data cannot be read. Check the file or the connection to the server.</translation>
    </message>
    <message>
        <source>Sesi %1 · %2</source>
        <translation>Session %1 · %2</translation>
    </message>
    <message>
        <source>Sesi %1</source>
        <translation>Session %1</translation>
    </message>
    <message>
        <source>%1 ikrar</source>
        <translation>%1 pledges</translation>
    </message>
    <message>
        <source>%1 dibatalkan</source>
        <translation>%1 voided</translation>
    </message>
    <message>
        <source>sesi %1</source>
        <translation>session %1</translation>
    </message>
    <message>
        <source>ditutup</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>belum ditutup</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>tidak konsisten</source>
        <translation>inconsistent</translation>
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
        <source>Daftar tidak dapat dibaca. Lihat Perangkat.</source>
        <translation>The list cannot be read. Look at Device.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
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
    <name>MediaChooser</name>
    <message>
        <source>Ke mana?</source>
        <translation>Where to?</translation>
    </message>
    <message>
        <source>Pasang stik USB.</source>
        <translation>Plug in a USB stick.</translation>
    </message>
    <message>
        <source>USB %1</source>
        <translation>USB %1</translation>
    </message>
    <message>
        <source>Folder %1 (tetap di perangkat ini)</source>
        <translation>Folder %1 (stays on this device)</translation>
    </message>
    <message>
        <source>%1 · tidak dapat ditulisi</source>
        <translation>%1 · cannot be written to</translation>
    </message>
    <message>
        <source>%1 · sisa %2</source>
        <translation>%1 · %2 free</translation>
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
    <name>PeoplePage</name>
    <message>
        <source>Tidak ada.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>Daftar tidak dapat dibaca.</source>
        <translation>The list cannot be read.</translation>
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
        <source>Tidak ada yang cocok.</source>
        <translation>Nobody matches.</translation>
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
    <name>PersonForm</name>
    <message>
        <source>Nama dengan gelar (boleh kosong)</source>
        <translation>Name with titles (may be empty)</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Peran, seperti Pembina upacara (boleh kosong)</source>
        <translation>Role, such as Pembina upacara (may be empty)</translation>
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
    <name>ProblemWords</name>
    <message>
        <source>Dihentikan. Tidak ada sisa berkas di media.</source>
        <translation>Stopped. Nothing of the file is left on the medium.</translation>
    </message>
    <message>
        <source>Media penuh. Kosongkan ruang atau pakai media lain.</source>
        <translation>The medium is full. Free some space or use another.</translation>
    </message>
    <message>
        <source>Media tidak ada lagi. Pasang kembali, lalu coba lagi.</source>
        <translation>The medium is gone. Put it back, then try again.</translation>
    </message>
    <message>
        <source>Media tidak dapat ditulisi. Buka kunci tulisnya atau pakai media lain.</source>
        <translation>The medium cannot be written to. Release its write lock or use another.</translation>
    </message>
    <message>
        <source>Media bermasalah. Pakai media lain.</source>
        <translation>The medium has a fault. Use another.</translation>
    </message>
    <message>
        <source>Data sedang dipakai proses lain. Tunggu sebentar, lalu coba lagi.</source>
        <translation>Another process is using the data. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Isi data tidak saling cocok. Simpan apa adanya untuk diperiksa.</source>
        <translation>The data does not agree with itself. Keep it as it is for examination.</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
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
    <name>RosterPage</name>
    <message>
        <source>Pilih daftar peserta</source>
        <translation>Choose the roster</translation>
    </message>
    <message>
        <source>Membaca %1</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>Siap diimpor: %1 orang</source>
        <translation>Ready to import: %1 people</translation>
    </message>
    <message>
        <source>Perbaiki dahulu: %1 baris</source>
        <translation>Mend first: %1 rows</translation>
    </message>
    <message>
        <source>Mengimpor %1 orang</source>
        <translation>Importing %1 people</translation>
    </message>
    <message>
        <source>Daftar peserta sudah diimpor</source>
        <translation>The roster is imported</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibaca</source>
        <translation>This file cannot be read</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Berkas lain</source>
        <translation>Another file</translation>
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
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Tidak ada berkas XLSX atau CSV. Pasang stik USB yang memuatnya.</source>
        <translation>There is no XLSX or CSV file. Plug in the USB stick that holds it.</translation>
    </message>
    <message>
        <source>Yang terbaru di atas. Berkas hanya dibaca; belum ada yang diubah.</source>
        <translation>The newest stands first. The file is only read; nothing is changed yet.</translation>
    </message>
    <message>
        <source>Sesi sedang terbuka: untuk log, perubahan ini baru berlaku sejak sesi berikutnya dibuka.</source>
        <translation>A session is open: for the log, this change counts from the start of the next one.</translation>
    </message>
    <message>
        <source>Berlaku sejak sesi berikutnya dibuka.</source>
        <translation>It counts from the start of the next session.</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Orang baru</source>
        <translation>New people</translation>
    </message>
    <message>
        <source>Berubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Tetap sama</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Tidak disebut lagi</source>
        <translation>No longer named</translation>
    </message>
    <message>
        <source>%1 orang; mereka tetap di daftar</source>
        <translation>%1 people; they stay on the roster</translation>
    </message>
    <message>
        <source>Ganda di berkas</source>
        <translation>Twice in the file</translation>
    </message>
    <message>
        <source>%1 baris</source>
        <translation>%1 rows</translation>
    </message>
    <message>
        <source>Kolom tidak dikenal</source>
        <translation>Unknown columns</translation>
    </message>
    <message>
        <source>%1; tidak dibaca</source>
        <translation>%1; not read</translation>
    </message>
    <message>
        <source>Lembar yang dibaca</source>
        <translation>Sheet that is read</translation>
    </message>
    <message>
        <source>Yang harus diperbaiki di berkasnya, lalu baca lagi. Belum ada yang diimpor.</source>
        <translation>Mend these in the file, then read it again. Nothing is imported yet.</translation>
    </message>
    <message>
        <source>Baris %1</source>
        <translation>Row %1</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>Yang akan berubah</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>Baris pertama, seperti yang dipahami</source>
        <translation>The first rows, as they are understood</translation>
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
    <message>
        <source>Berkas bukti</source>
        <translation>Bundle</translation>
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
    <name>SessionForm</name>
    <message>
        <source>Nama sesi (boleh kosong bila hanya satu)</source>
        <translation>Name of the session (may be empty where there is one)</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Tanggal, seperti 18-09-2023</source>
        <translation>Date, such as 18-09-2023</translation>
    </message>
    <message>
        <source>Jam, seperti 08.30</source>
        <translation>Time, such as 08.30</translation>
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
        <source>Yang sedang mengisi di kios tidak dapat melanjutkan. Sesi susulan dapat dibuka kemudian.</source>
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
    <message>
        <source>Hentikan cetak</source>
        <translation>Stop printing</translation>
    </message>
    <message>
        <source>Cetak laporan</source>
        <translation>Print report</translation>
    </message>
    <message>
        <source>Laporan PDF</source>
        <translation>Report as PDF</translation>
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
    <name>SignerPanel</name>
    <message>
        <source>Berkas bukti ini untuk umum dan tidak memuat nama.</source>
        <translation>This bundle is a public one and holds no names.</translation>
    </message>
    <message>
        <source>Berkas bukti ini tidak memuat log tanda terima tersebut.</source>
        <translation>This bundle does not hold the log of that receipt.</translation>
    </message>
    <message>
        <source>Daftar hadir dalam berkas bukti tidak memuat pernyataan ini, padahal seharusnya ada.</source>
        <translation>The attendance in the bundle has no row for this declaration, which it should.</translation>
    </message>
    <message>
        <source>Data orang ini sudah dihapus dari berkas bukti.</source>
        <translation>This person&apos;s data has been erased from the bundle.</translation>
    </message>
    <message>
        <source>Baris daftar hadir tidak cocok dengan pernyataan ini: orangnya tidak dapat disebut.</source>
        <translation>The row of the attendance does not match this declaration: nobody can be named.</translation>
    </message>
    <message>
        <source>Pernyataan ini dibatalkan.</source>
        <translation>This declaration was voided.</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Nama dan unit menurut berkas bukti; hanya nomornya terikat segel.</source>
        <translation>Name and unit as the bundle has them; only the number is bound by a seal.</translation>
    </message>
</context>
<context>
    <name>SlipNotice</name>
    <message>
        <source>Layanan cetak (CUPS) tidak berjalan. Nyalakan ulang perangkat, atau simpan sebagai PDF.</source>
        <translation>The print service (CUPS) is not running. Restart the device, or save as PDF.</translation>
    </message>
    <message>
        <source>Pencetak %1 tidak dikenal. Periksa /etc/ikrar/kiosk.conf.</source>
        <translation>Printer %1 is not known. Check /etc/ikrar/kiosk.conf.</translation>
    </message>
    <message>
        <source>Kertas habis. Isi kertas; cetakan lalu keluar dengan sendirinya.</source>
        <translation>Out of paper. Load paper; the slip then comes out by itself.</translation>
    </message>
    <message>
        <source>Penutup terbuka atau kertas macet. Rapikan, lalu tutup kembali.</source>
        <translation>The cover is open or the paper has jammed. Clear it and close the cover.</translation>
    </message>
    <message>
        <source>Pencetak tidak tersambung. Periksa kabel dan dayanya.</source>
        <translation>The printer is not connected. Check its cable and power.</translation>
    </message>
    <message>
        <source>Pencetak dijeda. Lanjutkan di pengaturan cetak perangkat ini.</source>
        <translation>The printer is paused. Resume it in this device&apos;s print settings.</translation>
    </message>
    <message>
        <source>Pencetak belum menjawab. Periksa kabel, daya, dan kertasnya.</source>
        <translation>The printer does not answer yet. Check its cable, power and paper.</translation>
    </message>
    <message>
        <source>Kertas 58 mm terlalu sempit untuk kode ini. Simpan sebagai PDF.</source>
        <translation>Paper of 58 mm is too narrow for this code. Save it as PDF.</translation>
    </message>
    <message>
        <source>Tidak dapat dicetak. Periksa pencetaknya, atau simpan sebagai PDF.</source>
        <translation>It cannot be printed. Check the printer, or save as PDF.</translation>
    </message>
    <message>
        <source>Menunggu pencetak.</source>
        <translation>Waiting for the printer.</translation>
    </message>
    <message>
        <source>Sedang dicetak.</source>
        <translation>Printing.</translation>
    </message>
    <message>
        <source>Sudah dikirim ke pencetak.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>Cetakan dihentikan.</source>
        <translation>Printing stopped.</translation>
    </message>
    <message>
        <source>Tersimpan: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Tidak dapat disimpan. Periksa folder tujuan.</source>
        <translation>It cannot be saved. Check the folder it goes to.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Upacara baru</source>
        <translation>New ceremony</translation>
    </message>
    <message>
        <source>Belum ada upacara di perangkat ini</source>
        <translation>There is no ceremony on this device yet</translation>
    </message>
    <message>
        <source>Siapkan berkas upacaranya di sini, atau pakai berkas TOML yang sudah ada. Lognya dibuka dengan ikrar init, dan penyelenggara didaftarkan dengan ikrar organizer add; layar ini lalu melanjutkan sendiri.</source>
        <translation>Prepare the ceremony’s file here, or use a TOML file that is there. Its log is opened with ikrar init, and organizers are entered with ikrar organizer add; this screen then goes on by itself.</translation>
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
    <name>TwicePage</name>
    <message>
        <source>Ganda antarkios</source>
        <translation>Signed twice</translation>
    </message>
    <message>
        <source>Satu nomor dengan beberapa ikrar yang sah. Semuanya tersimpan; sentuh sebuah nama untuk menetapkan ikrar mana yang dihitung.</source>
        <translation>One number with several valid pledges. All are kept; touch a name to decide which pledge counts.</translation>
    </message>
    <message>
        <source>Tidak ada nomor yang berikrar lebih dari sekali.</source>
        <translation>No number has pledged more than once.</translation>
    </message>
    <message>
        <source>ditetapkan · %1</source>
        <translation>decided · %1</translation>
    </message>
    <message>
        <source>belum ditetapkan · %1</source>
        <translation>not decided · %1</translation>
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
    <name>UnitBars</name>
    <message>
        <source>Satu tingkat ke atas</source>
        <translation>One level up</translation>
    </message>
    <message>
        <source>halaman %1 dari %2</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
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
    <message>
        <source>Berkas bukti</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>%1 catatan, per %2</source>
        <translation>%1 entries, as of %2</translation>
    </message>
    <message>
        <source>%1 catatan, per %2; berkas bukti tidak cocok</source>
        <translation>%1 entries, as of %2; the bundle does not hold</translation>
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
    <name>WetPage</name>
    <message>
        <source>Buka sesi dahulu</source>
        <translation>Open a session first</translation>
    </message>
    <message>
        <source>Siapa saksinya?</source>
        <translation>Who is the observer?</translation>
    </message>
    <message>
        <source>Siapa yang menandatangani baris ini?</source>
        <translation>Who signed on this row?</translation>
    </message>
    <message>
        <source>Pindai kode baris</source>
        <translation>Scan the row’s code</translation>
    </message>
    <message>
        <source>Tanda tangan di kertas dicatat dalam sesi yang terbuka, sebelum pencatatan ditutup.</source>
        <translation>Signatures on paper are entered while a session is open, before the log is closed.</translation>
    </message>
    <message>
        <source>Yang melihat orangnya menandatangani di lembar. Namanya tercetak di daftar hadir.</source>
        <translation>Who saw the person sign on the sheet. The name is printed in the attendance list.</translation>
    </message>
    <message>
        <source>QR di kolom terakhir. Atau ketik nama lembar dan nomor barisnya: K7M2Q9XA-002-08.</source>
        <translation>The QR in the last column. Or type the sheet’s name and the row’s number: K7M2Q9XA-002-08.</translation>
    </message>
    <message>
        <source>Ini bukan kode baris lembar. Pindai lagi, atau ketik seluruhnya.</source>
        <translation>This is not the code of a sheet’s row. Scan again, or type all of it.</translation>
    </message>
    <message>
        <source>Baris ini sudah dicatat untuk %1, nomor %2. Jika itu keliru, batalkan dahulu catatannya.</source>
        <translation>This row was entered for %1, number %2. If that is a mistake, void that entry first.</translation>
    </message>
    <message>
        <source>%1 sudah berikrar, nomor %2. Jika itu keliru, batalkan dahulu catatannya.</source>
        <translation>%1 has signed already, number %2. If that is a mistake, void that entry first.</translation>
    </message>
    <message>
        <source>Isi nama saksi, paling panjang 128 huruf.</source>
        <translation>Enter the observer’s name, of at most 128 letters.</translation>
    </message>
    <message>
        <source>Tidak berhasil. Lihat Perangkat, lalu coba lagi.</source>
        <translation>That did not work. Look at Device, then try again.</translation>
    </message>
    <message>
        <source>Tercatat: %1, nomor %2.</source>
        <translation>Entered: %1, number %2.</translation>
    </message>
    <message>
        <source>Lihat catatan</source>
        <translation>See the entry</translation>
    </message>
    <message>
        <source>Batalkan yang terakhir</source>
        <translation>Void the last one</translation>
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
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Nama saksi lain</source>
        <translation>Another observer’s name</translation>
    </message>
    <message>
        <source>Jabatan saksi</source>
        <translation>The observer’s post</translation>
    </message>
    <message>
        <source>Kode baris</source>
        <translation>Row code</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Baris lembar</source>
        <translation>Row of the sheet</translation>
    </message>
    <message>
        <source>Saksi</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Sudah dicatat</source>
        <translation>Entered so far</translation>
    </message>
    <message>
        <source>%1 tanda tangan basah</source>
        <translation>%1 on paper</translation>
    </message>
    <message>
        <source>Ganti saksi</source>
        <translation>Change observer</translation>
    </message>
    <message>
        <source>Cari nama, nomor, atau unit · %1 dari %2</source>
        <translation>Search name, number or unit · %1 of %2</translation>
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
