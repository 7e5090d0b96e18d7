import { byteString, bytesOf, concat, fromHex, fromUtf8, toHex } from './bytes.js';
import { fromBase64, toBase64 } from './base64.js';
import { KEY_SIZE, verifyEd25519 } from './ed25519.js';
import { refuse } from './refused.js';
import { sha256 } from './sha256.js';

// c2sp.org/signed-note. Text and names are byte strings.
export const MAX_NOTE_SIZE = 64 * 1024;
const MAX_SIGNATURES = 64;
const ID_SIZE = 4;
const LINE_START = byteString(new TextEncoder().encode('\u2014 '));
export const KEY_TYPE = { ed25519: 0x01, cosignatureV1: 0x04 };
// Unicode's property White_Space; a note holds no other control character than newline.
const SPACE = /[\n \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;

/** UTF-8 without control characters other than newline. */
export function isNoteText(text) {
  // eslint-disable-next-line no-control-regex
  return !/[\x00-\x09\x0b-\x1f]/.test(text) && fromUtf8(bytesOf(text)) !== null;
}

export function isKeyName(name) {
  return name !== '' && isNoteText(name) && !name.includes('+') && !SPACE.test(fromUtf8(bytesOf(name)));
}

/** Cuts the first line off: [line, rest], or null when no newline is left. */
export function takeLine(text) {
  const end = text.indexOf('\n');
  return end < 0 ? null : [text.slice(0, end), text.slice(end + 1)];
}

const keyIdFrom = (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
const typed = (key) => concat(Uint8Array.of(key.type), key.key);
const idOf = (key) => keyIdFrom(sha256(bytesOf(key.name), bytesOf('\n'), typed(key)));
const idBytes = (id) => Uint8Array.of(id >>> 24, (id >>> 16) & 0xff, (id >>> 8) & 0xff, id & 0xff);

/** `name+hex8(id)+base64(type ‖ public key)`. */
export const verifierKeyText = (key) => `${key.name}+${toHex(idBytes(key.id))}+${toBase64(typed(key))}`;

function parseWrittenId(digits) {
  try {
    const id = fromHex(digits);
    if (id.length === ID_SIZE) return keyIdFrom(id);
  } catch {
    // the sentence below says it
  }
  return refuse('malformed', 'verifier key: the key ID is not eight hexadecimal digits');
}

/** { name, type, key, id } */
export function parseVerifierKey(text) {
  const nameEnd = text.indexOf('+');
  const name = text.slice(0, Math.max(nameEnd, 0));
  if (nameEnd < 0 || !isKeyName(name)) refuse('malformed', 'verifier key: no key name');
  const rest = text.slice(nameEnd + 1);
  const written = parseWrittenId(rest.slice(0, 8));
  if (rest[8] !== '+') refuse('malformed', 'verifier key: the key ID is not eight hexadecimal digits');
  const bytes = fromBase64(rest.slice(9));
  if (bytes.length === 0) refuse('malformed', 'verifier key: no key');
  const [type] = bytes;
  if (!Object.values(KEY_TYPE).includes(type)) refuse('unknown-version', `verifier key: key type ${type}`);
  if (bytes.length !== 1 + KEY_SIZE) refuse('malformed', 'an Ed25519 public key has 32 bytes');
  const key = { name, type, key: bytes.subarray(1) };
  if (idOf(key) !== written) refuse('malformed', 'verifier key: the key ID is not that of the key');
  return { ...key, id: written };
}

/** `— name base64(id ‖ bytes)`, without its newline. */
function parseSignatureLine(line) {
  if (!line.startsWith(LINE_START)) refuse('malformed', 'note: a signature line begins with a long dash and a space');
  const rest = line.slice(LINE_START.length);
  const space = rest.indexOf(' ');
  if (space < 0 || !isKeyName(rest.slice(0, space))) refuse('malformed', 'note: a signature line without a key name');
  const bytes = fromBase64(rest.slice(space + 1));
  if (bytes.length <= ID_SIZE) refuse('malformed', 'note: a signature line without a signature');
  return { name: rest.slice(0, space), id: keyIdFrom(bytes), bytes: bytes.slice(ID_SIZE) };
}

function parseSignatureLines(lines) {
  const signatures = [];
  let rest = lines;
  for (let cut = takeLine(rest); cut !== null; cut = takeLine(rest)) {
    const signature = parseSignatureLine(cut[0]);
    if (signatures.some((earlier) => earlier.name === signature.name && earlier.id === signature.id))
      refuse('malformed', `note: two signatures by the key ${signature.name}`);
    if (signatures.length === MAX_SIGNATURES) refuse('too-large', 'note: more than 64 signatures');
    signatures.push(signature);
    rest = cut[1];
  }
  if (rest !== '') refuse('malformed', 'note: no newline at the end');
  if (signatures.length === 0) refuse('malformed', 'note: no signature');
  return signatures;
}

/** { text, signatures: [{ name, id, bytes }] }. That one is held says nothing about its signatures. */
export function parseNote(text) {
  if (text.length > MAX_NOTE_SIZE) refuse('too-large', 'note: over 64 KiB');
  if (!isNoteText(text)) refuse('malformed', 'note: not UTF-8, or a control character');
  // The text may hold empty lines: the last one parts it from the signatures.
  const blank = text.lastIndexOf('\n\n');
  if (blank < 0) refuse('malformed', 'note: no empty line between text and signatures');
  return { text: text.slice(0, blank + 1), signatures: parseSignatureLines(text.slice(blank + 2)) };
}

export function serializeNote(note) {
  const lines = note.signatures.map(({ name, id, bytes }) => `${LINE_START}${name} ${toBase64(concat(idBytes(id), bytes))}\n`);
  return `${note.text}\n${lines.join('')}`;
}

/** Whether `signature` is `key`'s and good over the text; Ed25519 keys only. */
export async function verifyNote(text, signature, key, subtle) {
  if (signature.name !== key.name || signature.id !== key.id || key.type !== KEY_TYPE.ed25519) return false;
  return verifyEd25519(key.key, bytesOf(text), signature.bytes, subtle);
}
