import { bytesOf, parseDecimal } from './bytes.js';
import { fromBase64, toBase64 } from './base64.js';
import { SIGNATURE_SIZE, verifyEd25519 } from './ed25519.js';
import { KEY_TYPE, isNoteText, parseNote, takeLine, verifyNote } from './note.js';
import { Refused, refuse } from './refused.js';
import { HASH_SIZE } from './sha256.js';

// c2sp.org/tlog-checkpoint without extension lines, and c2sp.org/tlog-cosignature of type 0x04.
const TIME_SIZE = 8;
export const COSIGNATURE_SIZE = TIME_SIZE + SIGNATURE_SIZE;
const LATEST = (1n << 63n) - 1n;

export const checkpointText = ({ origin, size, root }) => `${origin}\n${size}\n${toBase64(root)}\n`;

function takeLines(text, count) {
  const lines = [];
  let rest = text;
  for (let i = 0; i < count; ++i) {
    const cut = takeLine(rest);
    if (cut === null) return null;
    lines.push(cut[0]);
    rest = cut[1];
  }
  return rest === '' ? lines : null;
}

function parseSize(line) {
  try {
    return parseDecimal(line);
  } catch {
    return refuse('malformed', 'checkpoint: the size is not a decimal number');
  }
}

/** { origin, size, root } */
export function parseCheckpoint(text) {
  if (!isNoteText(text)) refuse('malformed', 'checkpoint: not UTF-8, or a control character');
  const lines = takeLines(text, 3) ?? refuse('malformed', 'checkpoint: not three lines');
  const [origin, sizeLine, rootLine] = lines;
  if (origin === '') refuse('malformed', 'checkpoint: no origin');
  const size = parseSize(sizeLine);
  const root = fromBase64(rootLine);
  if (root.length !== HASH_SIZE) refuse('malformed', 'checkpoint: the root is not a hash');
  return { origin, size, root };
}

/** A checkpoint of `log`, signed by it: { checkpoint, note }. */
export async function openCheckpoint(text, log, subtle) {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== log.name) refuse('mismatch', `a checkpoint of ${checkpoint.origin}, not of ${log.name}`);
  const signature = note.signatures.find(({ name, id }) => name === log.name && id === log.id);
  if (!signature) refuse('mismatch', "checkpoint: not signed by the log's key");
  if (!(await verifyNote(note.text, signature, log, subtle))) refuse('mismatch', "checkpoint: the log's signature is bad");
  return { checkpoint, note };
}

/** The time that the witness states in its good cosignature; refused otherwise. */
export async function verifyCosignature(checkpoint, bytes, witness, subtle) {
  if (bytes.length !== COSIGNATURE_SIZE) refuse('malformed', 'cosignature: not 72 bytes');
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  if (seconds > LATEST) refuse('malformed', 'cosignature: a time past 2^63 - 1');
  if (witness.type !== KEY_TYPE.cosignatureV1) refuse('mismatch', `cosignature: ${witness.name} is no witness's key`);
  const message = bytesOf(`cosignature/v1\ntime ${seconds}\n${checkpointText(checkpoint)}`);
  if (!(await verifyEd25519(witness.key, message, bytes.slice(TIME_SIZE), subtle)))
    refuse('mismatch', `cosignature: not by ${witness.name}`);
  return seconds;
}

export async function isCosignature(checkpoint, bytes, witness, subtle) {
  try {
    await verifyCosignature(checkpoint, bytes, witness, subtle);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
