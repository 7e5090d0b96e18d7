// Every text of the page that a verdict does not bring itself, as { id, en }. `data-word` in page.html names them.
export const WORDS = {
  title: { id: 'Pemeriksaan tanda terima ikrar', en: 'Pledge receipt check' },
  heading: { id: 'Periksa tanda terima', en: 'Check a receipt' },
  intro: {
    id: 'Masukkan tanda terima ikrar netralitas. Pemeriksaan berlangsung di perangkat Anda, tanpa mengirim apa pun.',
    en: 'Enter a receipt of the neutrality pledge. It is checked on your device and sent nowhere.',
  },
  another: { id: 'Periksa tanda terima lain', en: 'Check another receipt' },
  camera: { id: 'Potret kode QR', en: 'Photograph the QR code' },
  picture: { id: 'Pilih gambar', en: 'Choose a picture' },
  textLabel: { id: 'Atau tempelkan teks tanda terima', en: 'Or paste the text of the receipt' },
  textHint: { id: 'HTTPS://…#1234… atau angkanya saja', en: 'HTTPS://…#1234… or the digits alone' },
  check: { id: 'Periksa', en: 'Check' },
  looking: { id: 'Membaca gambar…', en: 'Reading the picture…' },
  noCode: {
    id: 'Kode QR belum terbaca di gambar itu. Potret lurus dari depan, tajam, tanpa pantulan, seluruh kode masuk gambar.',
    en: 'No QR code could be read in that picture. Take it straight from the front, in focus, without reflections, with the whole code in it.',
  },
  noPicture: { id: 'Berkas itu bukan gambar yang dapat dibuka di sini.', en: 'That file is no picture that can be opened here.' },
  online: { id: 'Periksa dengan log daring', en: 'Check against the log online' },
  onlineHint: {
    id: 'Log yang diterbitkan dibaca dari {host}: apakah ditulis ulang, dan apakah pernyataan ini dibatalkan. Tanda terima tidak dikirim.',
    en: 'Reads the published log from {host}: whether it was rewritten, and whether this declaration was voided. The receipt is not sent.',
  },
  onlineBusy: { id: 'Membaca log…', en: 'Reading the log…' },
  onlineDone: { id: 'Diperiksa pukul {time} dengan log di {host}.', en: 'Checked at {time} against the log at {host}.' },
  ceremonyDiffers: {
    id: 'Berkas upacara di halaman ini bukan yang tercatat dalam log, jadi namanya tidak ditampilkan; mohon laporkan kepada pengelola halaman ini.',
    en: 'The ceremony file in this page is not the one recorded in the log, so its name is not shown; please report it to whoever runs this page.',
  },
  onlineAgain: { id: 'Periksa log lagi', en: 'Read the log again' },
  onlineFailed: {
    id: 'Log daring tidak dapat dipakai: {cause}. Hasil di atas diperoleh tanpa log.',
    en: 'The log online could not be used: {cause}. The result above was reached without it.',
  },
  facts: { id: 'Isi tanda terima', en: 'What the receipt says' },
  claims: { id: 'Menurut tanda terima itu sendiri, tidak terbukti', en: 'What the receipt claims, unproven' },
  unchecked: { id: 'Yang tidak diperiksa', en: 'What was not checked' },
  person: { id: 'Cocokkan dengan seseorang', en: 'Match a person' },
  personHint: {
    id: 'Kode pencocokan hanya ditunjukkan kepada penanda tangan. Yang diketik di sini tidak meninggalkan perangkat ini.',
    en: 'The matching code is shown to the signer only. What is typed here does not leave this device.',
  },
  kind: { id: 'Jenis nomor', en: 'Kind of number' },
  kindNip: { id: 'NIP / NI PPPK', en: 'NIP / NI PPPK' },
  kindNama: { id: 'Nama', en: 'Name' },
  value: { id: 'Nomor atau nama', en: 'Number or name' },
  code: { id: 'Kode pencocokan (26 huruf dan angka)', en: 'Matching code (26 letters and digits)' },
  match: { id: 'Cocokkan', en: 'Match' },
  matches: { id: 'Cocok: tanda terima ini milik orang itu.', en: 'It matches: this receipt is that person’s.' },
  matchesNot: {
    id: 'Tidak cocok: tanda terima ini bukan milik orang itu, atau kodenya dari tanda terima lain.',
    en: 'No match: this receipt is not that person’s, or the code is another receipt’s.',
  },
  matchesUnproven: {
    id: 'Nomor dan kode cocok dengan isi tanda terima, tetapi tanda terima ini sendiri tidak terbukti.',
    en: 'Number and code match what the receipt says, but the receipt itself is unproven.',
  },
  codeWrong: { id: 'Mohon periksa kode: 26 huruf dan angka, tanpa U.', en: 'Please check the code: 26 letters and digits, without U.' },
  technical: { id: 'Rincian teknis', en: 'Technical details' },
  about: {
    id: 'Siapa pun yang membuka halaman ini mempercayai situs yang memuatnya. Segel perangkat bukan tanda tangan elektronik tersertifikasi.',
    en: 'Whoever opens this page trusts the site that serves it. The device seal is no certified electronic signature.',
  },
};

/** Why the log online could not be used, by the kind of the error. */
export function causeOf({ kind }) {
  switch (kind) {
    case 'missing': return { id: 'di alamat itu tidak ada berkas log yang lengkap', en: 'there is no complete log at that address' };
    case 'io': return { id: 'alamatnya tidak terjangkau, mohon periksa sambungan', en: 'its address cannot be reached, please check the connection' };
    case 'mismatch': return { id: 'isinya tidak cocok dengan segelnya, mohon laporkan', en: 'its content does not match its seal, please report it' };
    case 'invalid': return { id: 'di alamat itu ada log lain', en: 'another log is at that address' };
    case 'too-large': return { id: 'terlalu besar untuk halaman ini, pakailah perintah ikrar verify --log', en: 'it is too large for this page, use the command ikrar verify --log' };
    default: return { id: 'di alamat itu tidak ada log yang utuh, mohon ulangi atau laporkan', en: 'there is no sound log at that address, please try again or report it' };
  }
}
