import { CborReader, CborWriter } from './cbor.js';
import { LARGEST, equal } from './bytes.js';
import { SIGNATURE_SIZE, verifyEd25519 } from './ed25519.js';
import { refuse } from './refused.js';
import { HASH_SIZE } from './sha256.js';

// A COSE_Sign1 (RFC 9052, tag 18) around a map of numbers: src/pledge/FORMAT.md, "Entry".
export const MAX_SEALED_ENTRY_SIZE = 1024;
const COSE_SIGN1 = 18n;
const PARAMETER = { alg: 1n, kid: 4n };
const ED_DSA = -8n;
const KID_SIZE = 4;

const KEY = { kind: 0, time: 1, trust: 2, ceremony: 3, session: 4, commitment: 5, act: 6, category: 7, method: 8, index: 9, reason: 10, counts: 11, table: 12, edge: 13 };
const number = (least, most) => ({ type: 'number', least, most });
const DIGEST = { type: 'digest' };
/** What each key holds, by its number. */
const FIELDS = [
  number(0n, 4n), number(0n, LARGEST), number(0n, 2n), DIGEST, number(1n, LARGEST), DIGEST, DIGEST, number(1n, 10n), number(0n, 2n),
  number(0n, LARGEST), number(1n, 5n), { type: 'counts' }, DIGEST, number(0n, 1n),
];

const START = 0n;
const KINDS = { opened: 0n, signed: 1n, voided: 2n, session: 3n, closed: 4n };
const COMMON = [KEY.kind, KEY.time, KEY.trust];
const KEYS_OF = new Map([
  ['opened', [...COMMON, KEY.ceremony]],
  ['signed', [...COMMON, KEY.session, KEY.commitment, KEY.act, KEY.category, KEY.method]],
  ['voided', [...COMMON, KEY.index, KEY.reason]],
  ['session-start', [...COMMON, KEY.session, KEY.table, KEY.edge]],
  ['session-end', [...COMMON, KEY.session, KEY.counts, KEY.edge]],
  ['closed', [...COMMON, KEY.counts, KEY.table]],
]);

const outOfRange = (key) =>
  refuse(key === KEY.kind ? 'unknown-version' : 'malformed', `entry: the number under key ${key} is out of its range`);

function readNumber(reader, key) {
  const value = reader.unsignedInteger();
  return value < FIELDS[key].least || value > FIELDS[key].most ? outOfRange(key) : value;
}

function readDigest(reader, key) {
  const bytes = reader.bytes(MAX_SEALED_ENTRY_SIZE);
  return bytes.length === HASH_SIZE ? bytes : refuse('malformed', `entry: key ${key} holds no SHA-256`);
}

function readCount(reader, expectedKey) {
  const key = reader.unsignedInteger();
  if (key !== expectedKey) refuse(key > 1n ? 'unknown-key' : 'not-canonical', `entry: counts with key ${key}`);
  const count = reader.unsignedInteger();
  return count > LARGEST ? outOfRange(KEY.counts) : count;
}

function readCounts(reader) {
  const pairs = reader.map(MAX_SEALED_ENTRY_SIZE);
  if (pairs !== 2) refuse(pairs > 2 ? 'unknown-key' : 'malformed', 'entry: counts are two');
  return { signed: readCount(reader, 0n), voided: readCount(reader, 1n) };
}

const READ = { number: readNumber, digest: readDigest, counts: readCounts };

function readKey(reader, before) {
  const key = reader.integer();
  if (key < 0n || key >= BigInt(FIELDS.length)) refuse('unknown-key', `entry: key ${key}`);
  if (Number(key) <= before) refuse('not-canonical', `entry: key ${key} out of order or twice`);
  return Number(key);
}

/** Key to value, in ascending order. */
function readValues(payload) {
  const reader = new CborReader(payload);
  const pairs = reader.map(MAX_SEALED_ENTRY_SIZE);
  const values = new Map();
  for (let i = 0, before = -1; i < pairs; ++i) {
    const key = readKey(reader, before);
    values.set(key, READ[FIELDS[key].type](reader, key));
    before = key;
  }
  reader.finish();
  return values;
}

function kindOf(values) {
  // A map without a kind is judged as `opened`, whose kind is 0, and lacks a key.
  const kind = values.get(KEY.kind) ?? KINDS.opened;
  if (kind === KINDS.session) return (values.get(KEY.edge) ?? START) === START ? 'session-start' : 'session-end';
  return Object.keys(KINDS).find((name) => KINDS[name] === kind);
}

/** { kind, time, trust, ... }: numbers as BigInts, those of a short list as Numbers. */
function decodePayload(payload) {
  const values = readValues(payload);
  const kind = kindOf(values);
  const keys = KEYS_OF.get(kind);
  if (!keys.every((key) => values.has(key))) refuse('malformed', 'entry: a key that its kind has is missing');
  if (values.size !== keys.length) refuse('malformed', 'entry: a key that its kind does not have');
  const entry = { kind, values };
  for (const [name, key] of Object.entries(KEY))
    if (values.has(key) && name !== 'kind' && name !== 'edge') entry[name] = values.get(key);
  for (const name of ['trust', 'category', 'method', 'reason'])
    if (name in entry) entry[name] = Number(entry[name]);
  return entry;
}

function encodePayload({ values }) {
  const writer = new CborWriter().map(values.size);
  for (const [key, value] of values) {
    writer.unsignedInteger(key);
    if (FIELDS[key].type === 'number') writer.unsignedInteger(value);
    else if (FIELDS[key].type === 'digest') writer.bytes(value);
    else writer.map(2).unsignedInteger(0).unsignedInteger(value.signed).unsignedInteger(1).unsignedInteger(value.voided);
  }
  return writer.take();
}

const protectedHeader = (kid) =>
  new CborWriter().map(2).unsignedInteger(PARAMETER.alg).integer(ED_DSA).unsignedInteger(PARAMETER.kid).bytes(kid).take();

/** Sig_structure of RFC 9052 section 4.4, for a Sign1 without external data. */
const toBeSigned = (header, payload) =>
  new CborWriter().array(4).text('Signature1').bytes(header).bytes(new Uint8Array()).bytes(payload).take();

const envelope = ({ header, payload, signature }) =>
  new CborWriter().tag(COSE_SIGN1).array(4).bytes(header).map(0).bytes(payload).bytes(signature).take();

function expectPairs(reader, expected, where) {
  const pairs = reader.map(MAX_SEALED_ENTRY_SIZE);
  if (pairs !== expected)
    refuse(pairs > expected ? 'unknown-key' : 'malformed', `entry: ${pairs} parameters in the ${where} header`);
}

function expectParameter(reader, expected) {
  const parameter = reader.integer();
  if (parameter === expected) return;
  const known = parameter === PARAMETER.alg || parameter === PARAMETER.kid;
  refuse(known ? 'not-canonical' : 'unknown-key', `entry: header parameter ${parameter} where ${expected} belongs`);
}

/** The key ID. */
function readProtectedHeader(bytes) {
  const reader = new CborReader(bytes);
  expectPairs(reader, 2, 'protected');
  expectParameter(reader, PARAMETER.alg);
  const alg = reader.integer();
  if (alg !== ED_DSA) refuse('unknown-version', `entry: algorithm ${alg} is not EdDSA`);
  expectParameter(reader, PARAMETER.kid);
  const kid = reader.bytes(MAX_SEALED_ENTRY_SIZE);
  if (kid.length !== KID_SIZE) refuse('malformed', 'entry: the key ID is not of 4 bytes');
  reader.finish();
  return kid;
}

function readEnvelope(bytes) {
  if (bytes.length > MAX_SEALED_ENTRY_SIZE) refuse('too-large', 'entry: more than 1,024 bytes');
  const reader = new CborReader(bytes);
  const tag = reader.tag();
  if (tag !== COSE_SIGN1) refuse('malformed', `entry: tag ${tag} is not COSE_Sign1`);
  if (reader.array(MAX_SEALED_ENTRY_SIZE) !== 4) refuse('malformed', 'entry: a COSE_Sign1 has four items');
  const header = reader.bytes(MAX_SEALED_ENTRY_SIZE);
  expectPairs(reader, 0, 'unprotected');
  const payload = reader.bytes(MAX_SEALED_ENTRY_SIZE);
  const signature = reader.bytes(MAX_SEALED_ENTRY_SIZE);
  reader.finish();
  return { header, payload, signature };
}

/** { kid, entry, signature, signedBytes }. The signature is not checked. */
export function decodeEntry(bytes) {
  const { header, payload, signature } = readEnvelope(bytes);
  const kid = readProtectedHeader(header);
  if (signature.length !== SIGNATURE_SIZE) refuse('malformed', 'an Ed25519 signature has 64 bytes');
  const entry = decodePayload(payload);
  const again = { header: protectedHeader(kid), payload: encodePayload(entry), signature };
  if (!equal(envelope(again), bytes)) refuse('not-canonical', 'entry: another spelling than ours');
  return {
    kid: new DataView(kid.buffer, kid.byteOffset).getUint32(0),
    entry,
    signature,
    signedBytes: toBeSigned(again.header, again.payload),
  };
}

/** Whether a decoded entry was sealed by this log key. */
export const verifyEntry = (sealed, logKey, subtle) => verifyEd25519(logKey, sealed.signedBytes, sealed.signature, subtle);
