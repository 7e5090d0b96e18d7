import { readable } from './bytes.js';
import { parseOrigin } from './origin.js';

// What a finding tells, line by line, for people: [{ name, label, text }], texts as { id, en }.

const same = (text) => ({ id: `${text}`, en: `${text}` });

const MONTHS = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const DAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
// Indonesia's three zones have had fixed offsets since 1988: no browser's table of zones is needed.
const ZONES = {
  'Asia/Jakarta': { hours: 7, name: 'WIB' },
  'Asia/Makassar': { hours: 8, name: 'WITA' },
  'Asia/Jayapura': { hours: 9, name: 'WIT' },
};
const LAST_DATE = 8.64e12; // seconds that a Date can hold

const twoDigits = (number) => String(number).padStart(2, '0');

function dateIn(date, language) {
  return `${date.getUTCDate()} ${MONTHS[language][date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The time of day on this device, `08.30`. */
export const clockText = (date) => ({
  id: `${twoDigits(date.getHours())}.${twoDigits(date.getMinutes())}`,
  en: `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`,
});

/** `Senin, 18 September 2023, pukul 10.26 WITA`; in UTC where the ceremony is not known. */
export function timeText(seconds, timeZone) {
  if (seconds > LAST_DATE - 86400) return same(`${seconds} s`);
  const zone = ZONES[timeZone] ?? { hours: 0, name: 'UTC' };
  const local = new Date((Number(seconds) + zone.hours * 3600) * 1000);
  const clock = (separator) => `${twoDigits(local.getUTCHours())}${separator}${twoDigits(local.getUTCMinutes())} ${zone.name}`;
  return {
    id: `${DAYS.id[local.getUTCDay()]}, ${dateIn(local, 'id')}, pukul ${clock('.')}`,
    en: `${DAYS.en[local.getUTCDay()]}, ${dateIn(local, 'en')}, ${clock(':')}`,
  };
}

const CATEGORIES = ['', 'PNS', 'CPNS', 'PPPK', 'PPPK Paruh Waktu', 'Non-ASN', 'Kepala Desa', 'Perangkat Desa', 'BPD', 'TNI', 'Polri'];
const METHODS = [
  { id: 'di kios', en: 'at the kiosk' },
  { id: 'di kios, dibantu petugas', en: 'at the kiosk, assisted' },
  { id: 'tanda tangan basah di atas kertas', en: 'wet ink on paper' },
];
const TRUST = [
  { id: 'belum dipastikan', en: 'not known to be right' },
  { id: 'disetel petugas', en: 'set by the operator' },
  { id: 'tersinkron', en: 'synchronised' },
];
const KINDS = {
  opened: { id: 'pembukaan log', en: 'opening of the log' },
  voided: { id: 'pembatalan', en: 'voiding' },
  'session-start': { id: 'pembukaan sesi', en: 'start of a session' },
  'session-end': { id: 'penutupan sesi', en: 'end of a session' },
  closed: { id: 'penutupan log', en: 'closing of the log' },
};
const REASONS = [
  null,
  { id: 'orang yang salah', en: 'wrong person' },
  { id: 'ganda', en: 'duplicate' },
  { id: 'ditarik kembali', en: 'withdrawn' },
  { id: 'percobaan', en: 'test' },
  { id: 'lainnya', en: 'other' },
];

const line = (name, id, en, text) => ({ name, label: { id, en }, text });

/** The ceremony of the page that the log's origin names, or null. */
export function ceremonyOf(origin, ceremonies) {
  const parts = parseOrigin(origin);
  return (parts && ceremonies.find(({ id, domain }) => id === parts.ceremony && domain === parts.domain)) ?? null;
}

function sessionText(number, ceremony) {
  const session = ceremony?.sessions[Number(number) - 1];
  return same([`${number}`, session?.name, session?.place].filter(Boolean).join(' · '));
}

function ceremonyText(ceremony, origin) {
  if (ceremony) return { id: ceremony.title.id, en: ceremony.title.en || ceremony.title.id };
  const { ceremony: id, domain } = parseOrigin(origin);
  return same(`${id} · ${domain}`);
}

const countsText = ({ signed, voided }) => ({ id: `${signed} ditandatangani, ${voided} di antaranya dibatalkan`, en: `${signed} signed, ${voided} of them voided` });

function witnessText({ witnesses, laterWitnesses, policy }) {
  if (laterWitnesses?.length)
    return {
      id: `${laterWitnesses.map(readable).join(', ')} (pada log yang lebih baru)`,
      en: `${laterWitnesses.map(readable).join(', ')} (on a later head of the log)`,
    };
  if (witnesses.length > 0) return same(witnesses.map(readable).join(', '));
  return policy.quorum === null ? { id: 'tidak disyaratkan', en: 'none asked for' } : { id: 'belum ada', en: 'none yet' };
}

const headText = ({ verdict, prefixOf }) =>
  (verdict === 'inconsistent'
    ? { id: `memuat riwayat lain (ukuran ${prefixOf})`, en: `tells another history (size ${prefixOf})` }
    : { id: `melanjutkan tanda terima ini (ukuran ${prefixOf})`, en: `continues this receipt (size ${prefixOf})` });

/** What the entry says, the short lines first: a phone shows half of them beside the verdict. */
function entryFacts(entry, ceremony) {
  const lines = [];
  if (entry.kind !== 'signed') lines.push(line('kind', 'Jenis catatan', 'Kind of record', KINDS[entry.kind]));
  lines.push(line('time', 'Waktu', 'Time', timeText(entry.time, ceremony?.time_zone)));
  if (entry.category !== undefined) lines.push(line('category', 'Kategori', 'Category', same(CATEGORIES[entry.category])));
  if (entry.method !== undefined) lines.push(line('method', 'Cara', 'Method', METHODS[entry.method]));
  if (entry.kind === 'voided') {
    lines.push(line('voided', 'Nomor yang dibatalkan', 'Number voided', same(entry.index)));
    lines.push(line('reason', 'Alasan', 'Reason', REASONS[entry.reason]));
  }
  if (entry.counts) lines.push(line('counts', 'Jumlah', 'Count', countsText(entry.counts)));
  lines.push(line('trust', 'Jam kios', 'Clock', TRUST[entry.trust]));
  return lines;
}

/** Whether what the receipt says is the log's word, and not only its own. */
export const isProven = ({ verdict }) => !['malformed', 'unknown-log', 'bad-signature'].includes(verdict);

/** Facts of a finding from the number on; none where the receipt could not be read. */
export function factsOf(finding, ceremonies) {
  const { receipt, entry, origin } = finding;
  if (!receipt) return [];
  const known = origin !== '' && parseOrigin(origin) !== null;
  const ceremony = known ? ceremonyOf(origin, ceremonies) : null;
  const label = ceremony?.activity ? ['Kegiatan', 'Event'] : ['Upacara', 'Ceremony'];
  const lines = [line('number', 'Nomor', 'Number', same(receipt.index)), ...entryFacts(entry, ceremony)];
  if (isProven(finding)) lines.push(line('witnesses', 'Saksi log', 'Log witnesses', witnessText(finding)));
  if (finding.prefixOf !== undefined) lines.push(line('head', 'Log daring', 'Log online', headText(finding)));
  if (known) lines.push(line('ceremony', ...label, ceremonyText(ceremony, origin)));
  if (entry.session !== undefined) lines.push(line('session', 'Sesi', 'Session', sessionText(entry.session, ceremony)));
  if (ceremony) lines.push(line('organizer', 'Penyelenggara', 'Organizer', same(ceremony.organizer)));
  return lines;
}

const VOIDING = { id: 'apakah pernyataan ini kemudian dibatalkan', en: 'whether this declaration was voided later' };
const REWRITE = { id: 'apakah log ditulis ulang sesudahnya', en: 'whether the log was rewritten afterwards' };
const REVOKED = { id: 'apakah kunci log telah dicabut: halaman ini tidak memuat daftar pencabutan', en: "whether the log's key was revoked: this page holds no list of revocations" };
const CEREMONY = {
  id: 'apakah berkas upacara di atas memang yang tercatat dalam log: namanya berasal dari halaman ini',
  en: 'whether the ceremony above is the one recorded in the log: its name is from this page',
};
const PERSON = { id: 'siapa yang memegang pena: tanda terima membuktikan apa yang dicatat perangkat', en: 'whose hand held the pen: a receipt proves what the device recorded' };

/** What this check could not see, each as { id, en }. */
export function uncheckedOf(finding, { ceremonies, hasRevocations }) {
  if (!['valid', 'valid-unwitnessed', 'rehearsal', 'voided'].includes(finding.verdict)) return [];
  const unchecked = [];
  const voiding = finding.entry.kind === 'signed' && !finding.checkedAgainstLog && finding.verdict !== 'rehearsal';
  if (voiding) unchecked.push(VOIDING);
  if (finding.prefixOf === undefined) unchecked.push(REWRITE);
  if (!hasRevocations) unchecked.push(REVOKED);
  if (ceremonyOf(finding.origin, ceremonies) && !finding.ceremonyProven) unchecked.push(CEREMONY);
  if (finding.entry.kind === 'signed') unchecked.push(PERSON);
  return unchecked;
}
