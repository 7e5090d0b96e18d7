// The headlines and sentences of src/receipt/sentence.cpp, word for word: tests/browser/agreement_test.mjs holds them against the command.

const SUBJECTS = {
  opened: { id: 'Catatan pembukaan log ini', en: "This record of the log's opening" },
  signed: { id: 'Pernyataan ini', en: 'This declaration' },
  voided: { id: 'Catatan pembatalan ini', en: 'This record of a voiding' },
  'session-start': { id: 'Catatan pembukaan sesi ini', en: "This record of a session's start" },
  'session-end': { id: 'Catatan penutupan sesi ini', en: "This record of a session's end" },
  closed: { id: 'Catatan penutupan log ini', en: "This record of the log's closing" },
};

/** Only a declaration can be voided, so only for one it matters that no log was asked. */
function unasked({ entry, checkedAgainstLog }) {
  if (checkedAgainstLog || entry.kind !== 'signed') return { id: '', en: '' };
  return {
    id: ' (pembatalan sesudahnya belum diperiksa karena log tidak tersedia)',
    en: ' (later voiding was not checked, as no log was at hand)',
  };
}

function witnessed({ verdict, quorumAsked }) {
  if (verdict === 'valid')
    return { id: ' dan disahkan oleh saksi log; simpan tanda terima ini', en: ' and witnesses have cosigned the log; keep this receipt' };
  if (!quorumAsked) return { id: ', tanpa saksi log; simpan tanda terima ini', en: ', without witnesses; keep this receipt' };
  return {
    id: ', tetapi belum disahkan oleh cukup saksi log; mintalah tanda terima baru kepada penyelenggara di kemudian hari',
    en: ', but not enough witnesses have cosigned the log yet; ask the organizer for a new receipt later',
  };
}

function genuine(finding) {
  const what = SUBJECTS[finding.entry.kind];
  const later = unasked(finding);
  const by = witnessed(finding);
  return {
    id: `${what.id} tercatat dalam log, segel perangkatnya cocok${by.id}${later.id}.`,
    en: `${what.en} is in the log, its device seal matches${by.en}${later.en}.`,
  };
}

function unknownLog({ revoked }) {
  if (revoked)
    return {
      id: 'Kunci log telah dicabut dan tanda terima ini terbit setelah batas yang masih dipercaya; simpan tanda terima ini dan hubungi penyelenggara.',
      en: "The log's key was revoked and this receipt lies past the point up to which it is believed; keep the receipt and contact the organizer.",
    };
  return {
    id: 'Log asal tanda terima ini tidak tercantum dalam kebijakan pemeriksaan ini; mintalah kebijakan yang memuatnya kepada penyelenggara atau Bawaslu.',
    en: 'The log of this receipt is not in the policy used here; ask the organizer or Bawaslu for the policy that names it.',
  };
}

function voided({ entry }) {
  const what = SUBJECTS[entry.kind];
  return {
    id: `${what.id} tercatat dalam log, tetapi kemudian dibatalkan; hubungi penyelenggara untuk mengetahui alasannya.`,
    en: `${what.en} is in the log but was voided later; ask the organizer for the reason.`,
  };
}

const SENTENCES = {
  malformed: {
    id: 'Tanda terima tidak terbaca utuh; pindai ulang kode QR yang asli atau salin ulang seluruh teksnya.',
    en: 'The receipt cannot be read in full; scan the original QR code again, or copy its whole text.',
  },
  'unknown-log': unknownLog,
  'bad-signature': {
    id: 'Segel pada tanda terima ini tidak cocok dengan isinya, jadi jangan diterima; pindai ulang kode QR yang asli dan, bila hasilnya sama, laporkan kepada Bawaslu atau inspektorat.',
    en: 'A seal on this receipt does not match its content, so do not accept it; scan the original QR code again and, if this stays, report it to Bawaslu or the inspectorate.',
  },
  inconsistent: {
    id: 'Log yang diperiksa memuat riwayat lain daripada yang disegel pada tanda terima ini; simpan keduanya sebagai bukti dan segera laporkan kepada Bawaslu atau inspektorat.',
    en: 'The log at hand tells another history than the one sealed on this receipt; keep both as evidence and report it to Bawaslu or the inspectorate at once.',
  },
  'not-in-log': {
    id: 'Salinan log yang dipakai berakhir sebelum tanda terima ini terbit; ulangi pemeriksaan dengan salinan yang lebih baru.',
    en: 'The copy of the log ends before this receipt was issued; check again with a newer copy.',
  },
  rehearsal: {
    id: 'GLADI: tanda terima ini berasal dari latihan dan bukan pernyataan resmi; tanda tangani ikrar pada acara yang sebenarnya.',
    en: 'GLADI (rehearsal): this receipt is no official declaration; sign the pledge at the ceremony itself.',
  },
  voided,
  'valid-unwitnessed': genuine,
  valid: genuine,
};

/** One sentence in each language: what it means and what to do. */
export function sentenceFor(finding) {
  const sentence = SENTENCES[finding.verdict];
  return typeof sentence === 'function' ? sentence(finding) : sentence;
}

/** The verdict in one to four words. */
export function headlineFor({ verdict, revoked, quorumAsked }) {
  switch (verdict) {
    case 'valid': return { id: 'Sah', en: 'Valid' };
    case 'valid-unwitnessed':
      return quorumAsked ? { id: 'Belum cukup saksi log', en: 'Too few witnesses yet' } : { id: 'Sah, tanpa saksi log', en: 'Valid, without witnesses' };
    case 'rehearsal': return { id: 'GLADI', en: 'GLADI (rehearsal)' };
    case 'voided': return { id: 'Dibatalkan', en: 'Voided' };
    case 'not-in-log': return { id: 'Belum ada di salinan log', en: 'Not in the copy yet' };
    case 'inconsistent': return { id: 'Riwayat log berbeda', en: 'Another history' };
    case 'bad-signature': return { id: 'Segel tidak cocok', en: 'Seal does not match' };
    case 'unknown-log': return revoked ? { id: 'Kunci log dicabut', en: 'Log key revoked' } : { id: 'Log tidak dikenal', en: 'Unknown log' };
    default: return { id: 'Tidak terbaca', en: 'Unreadable' };
  }
}
