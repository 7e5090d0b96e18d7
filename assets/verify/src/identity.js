import { normalName } from './person_name.js';

// Identity numbers as a person types them, in their normal form or with what is wrong: src/pledge/identity.h. Sentences are
// those of src/pledge/identity_sentence.cpp.
export const IDENTITY_KINDS = ['nip', 'nik', 'nrp', 'nipd', 'nama'];
const MAX_NAME = 100;

const valueOf = (digits) => Number(digits || '0');
const isYear = (value) => value >= 1900 && value <= 2099;
const isMonth = (value) => value >= 1 && value <= 12;
const isDate = (year, month, day) => isMonth(month) && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
const isPositive = (value) => value > 0;
const WOMENS_DAYS = 40;
const nikDayOf = (number) => ((day) => (day > WOMENS_DAYS ? day - WOMENS_DAYS : day))(valueOf(number.slice(6, 8)));

const field = (begin, width, plausible, id, en) => ({ begin, width, plausible, id, en });
const NIP_FIELDS = [
  field(0, 4, isYear, 'Tahun lahir pada angka ke-1–4 perlu diperiksa.', 'Please check the year of birth in digits 1–4.'),
  field(4, 2, isMonth, 'Bulan lahir pada angka ke-5–6 perlu diperiksa.', 'Please check the month of birth in digits 5–6.'),
  field(6, 2, (day, number) => isDate(valueOf(number.slice(0, 4)), valueOf(number.slice(4, 6)), day),
    'Tanggal lahir pada angka ke-7–8 perlu diperiksa.', 'Please check the day of birth in digits 7–8.'),
  field(8, 4, isYear, 'Tahun pengangkatan pada angka ke-9–12 perlu diperiksa.', 'Please check the year of appointment in digits 9–12.'),
  field(12, 2, (month) => isMonth(month) || (month >= 21 && month <= 29),
    'Angka ke-13–14 perlu diperiksa: 01–12 untuk PNS, 21–29 untuk PPPK.', 'Please check digits 13–14: 01–12 for PNS, 21–29 for PPPK.'),
  field(14, 1, (sex) => sex === 1 || sex === 2,
    'Angka ke-15 perlu diperiksa: 1 untuk laki-laki, 2 untuk perempuan.', 'Please check digit 15: 1 for a man, 2 for a woman.'),
  field(15, 3, isPositive, 'Nomor urut pada angka ke-16–18 perlu diperiksa: mulai dari 001.', 'Please check the serial in digits 16–18: it starts at 001.'),
];
const REGION = ['Kode wilayah pada angka ke-1–6 perlu diperiksa.', 'Please check the region code in digits 1–6.'];
// A NIK's year has two digits, of either century: whatever day 19yy has, 20yy has too.
const NIK_FIELDS = [
  field(0, 2, (province) => province >= 11, ...REGION),
  field(2, 2, isPositive, ...REGION),
  field(4, 2, isPositive, ...REGION),
  field(6, 2, (day) => (day >= 1 && day <= 31) || (day > WOMENS_DAYS && day <= WOMENS_DAYS + 31),
    'Tanggal lahir pada angka ke-7–8 perlu diperiksa.', 'Please check the day of birth in digits 7–8.'),
  field(8, 2, (month, number) => isDate(2000, month, nikDayOf(number)), 'Bulan lahir pada angka ke-9–10 perlu diperiksa.', 'Please check the month of birth in digits 9–10.'),
  field(10, 2, (year, number) => isDate(2000 + year, valueOf(number.slice(8, 10)), nikDayOf(number)),
    'Tahun lahir pada angka ke-11–12 perlu diperiksa.', 'Please check the year of birth in digits 11–12.'),
  field(12, 4, isPositive, 'Nomor urut pada angka ke-13–16 perlu diperiksa: mulai dari 0001.', 'Please check the serial in digits 13–16: it starts at 0001.'),
];

const DIGITS = { id: 'angka', en: 'digits' };
const PUNCTUATED = { id: 'huruf, angka, dan tanda baca', en: 'letters, digits and punctuation' };
const RULES = {
  nip: { name: 'NIP', skipped: /[ .-]/, taken: /[0-9]/, least: 18, most: 18, fields: NIP_FIELDS, length: { id: '18 angka', en: '18 digits' }, holds: DIGITS },
  nik: { name: 'NIK', skipped: /[ .-]/, taken: /[0-9]/, least: 16, most: 16, fields: NIK_FIELDS, length: { id: '16 angka', en: '16 digits' }, holds: DIGITS },
  nrp: {
    name: 'NRP', skipped: / /, taken: /[A-Z0-9/]/, least: 5, most: 20, fields: [], length: { id: '5–20 karakter', en: '5–20 characters' },
    holds: { id: 'huruf, angka, dan garis miring', en: 'letters, digits and slashes' },
  },
  nipd: { name: 'NIPD', skipped: / /, taken: /[!-~]/, least: 1, most: 32, fields: [], length: { id: 'paling banyak 32 karakter', en: 'at most 32 characters' }, holds: PUNCTUATED },
  nama: { name: 'Nama', least: 1, most: MAX_NAME, fields: [], length: { id: 'paling banyak 100 karakter', en: 'at most 100 characters' }, holds: PUNCTUATED },
};

const englishName = (kind) => (kind === 'nama' ? 'name' : RULES[kind].name);

function aboutCharacter(kind, position) {
  const { name, holds } = RULES[kind];
  return {
    id: `Karakter ke-${position + 1} perlu diperiksa: ${name} berisi ${holds.id}.`,
    en: `Please check character ${position + 1}: a ${englishName(kind)} holds ${holds.en}.`,
  };
}

function aboutLength(kind) {
  const { name, length } = RULES[kind];
  return { id: `${name} terdiri atas ${length.id}; mohon diperiksa.`, en: `A ${englishName(kind)} has ${length.en}; please check.` };
}

function aboutShort(kind, typed) {
  const { name, length, least, most } = RULES[kind];
  if (least !== most) return aboutLength(kind);
  return {
    id: `${name} terdiri atas ${length.id}: tambahkan ${least - typed} angka lagi.`,
    en: `A ${name} has ${length.en}: please add ${least - typed} more.`,
  };
}

const aboutEmpty = (kind) => ({
  id: kind === 'nama' ? 'Silakan isi nama Anda.' : `Silakan isi ${RULES[kind].name} Anda.`,
  en: `Please enter the ${englishName(kind)}.`,
});

/** The first complete field that cannot be. */
function implausible({ fields }, number) {
  const wrong = fields.find(({ begin, width, plausible }) =>
    number.length >= begin + width && !plausible(valueOf(number.slice(begin, begin + width)), number));
  return wrong ? { id: wrong.id, en: wrong.en } : null;
}

/** { value, problem }: problem is null, or a sentence in each language. */
function readNumber(kind, typed) {
  const rules = RULES[kind];
  let value = '';
  let problem = null;
  for (const c of typed) {
    if (rules.skipped.test(c)) continue;
    const upper = /[a-z]/.test(c) ? c.toUpperCase() : c;
    if (!rules.taken.test(upper)) problem = aboutCharacter(kind, value.length);
    else if (value.length === rules.most) problem = aboutLength(kind);
    if (problem) break;
    value += upper;
  }
  // An earlier field that cannot be goes before whatever ended the reading.
  return { value, problem: implausible(rules, value) ?? problem };
}

function readName(typed) {
  const { text, characters, hasLetter, refused } = normalName(typed);
  if (characters > MAX_NAME) return { value: text, problem: aboutLength('nama') };
  if (refused !== null) return { value: text, problem: aboutCharacter('nama', refused) };
  return { value: text, problem: text !== '' && !hasLetter ? aboutCharacter('nama', 0) : null };
}

/** { identity: { kind, value } } in normal form, or { problem: { id, en } }. */
export function parseIdentity(kind, typed) {
  const { value, problem } = kind === 'nama' ? readName(typed) : readNumber(kind, typed);
  if (problem) return { problem };
  if (value === '') return { problem: aboutEmpty(kind) };
  if (value.length < RULES[kind].least) return { problem: aboutShort(kind, value.length) };
  return { identity: { kind, value } };
}
