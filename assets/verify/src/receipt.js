import { CborReader, CborWriter } from './cbor.js';
import { LARGEST, byteString, concat, equal, utf8 } from './bytes.js';
import { fromBase10 } from './base10.js';
import { COSIGNATURE_SIZE } from './checkpoint.js';
import { SIGNATURE_SIZE } from './ed25519.js';
import { MAX_SEALED_ENTRY_SIZE, decodeEntry } from './entry.js';
import { refuse } from './refused.js';
import { HASH_SIZE } from './sha256.js';
import { inclusionProofLength, leafHash, rootFromInclusion } from './tree.js';

// src/receipt/FORMAT.md: deterministic CBOR [1, entry, index, size, proof, signatures].
const VERSION = 1n;
const FIELDS = 6;
const MAX_RECEIPT_SIZE = 4096;
const MAX_DIGITS = (Math.floor(MAX_RECEIPT_SIZE / 7) + 1) * 17;
const MAX_COSIGNATURES = 16;
const LONGEST_PROOF = 64;
const LARGEST_KEY_ID = 0xffffffffn;

const malformed = (what) => refuse('malformed', `receipt: ${what}`);

function readVersion(reader) {
  // A later version may have more fields: its number is judged before their count.
  const count = reader.array(32);
  const version = reader.unsignedInteger();
  if (version !== VERSION) refuse('unknown-version', `receipt: version ${version}`);
  if (count !== FIELDS) malformed('not of six fields');
}

function readPosition(reader) {
  const index = reader.unsignedInteger();
  const size = reader.unsignedInteger();
  if (size > LARGEST) refuse('too-large', 'receipt: a log of 2^63 entries or more');
  if (index >= size) malformed('the index is not below the size');
  return { index, size };
}

function readProof(reader, { index, size }) {
  const bytes = reader.bytes(LONGEST_PROOF * HASH_SIZE);
  const length = inclusionProofLength(index, size);
  if (bytes.length !== length * HASH_SIZE) malformed('the proof is not as long as index and size imply');
  return Array.from({ length }, (_, i) => bytes.slice(i * HASH_SIZE, (i + 1) * HASH_SIZE));
}

function readSignature(reader, size) {
  if (reader.array(2) !== 2) malformed('a signature is not a pair');
  const id = reader.unsignedInteger();
  if (id > LARGEST_KEY_ID) refuse('too-large', 'receipt: a key ID over four bytes');
  const bytes = reader.bytes(size);
  if (bytes.length !== size) malformed('a signature is too short');
  return { id: Number(id), bytes: bytes.slice() };
}

function checkOrder(before, next, kid) {
  if (before.length === 0) {
    if (next.id !== kid) refuse('mismatch', 'receipt: the first signature is not by the key that sealed the entry');
    return;
  }
  const last = before[before.length - 1];
  if (next.id === before[0].id || next.id === last.id) malformed('two signatures by one key');
  if (before.length > 1 && next.id < last.id) refuse('not-canonical', 'receipt: cosignatures out of order');
}

function readSignatures(reader, kid) {
  const count = reader.array(1 + MAX_COSIGNATURES);
  if (count === 0) malformed('no signature');
  const signatures = [];
  for (let i = 0; i < count; ++i) {
    const next = readSignature(reader, i === 0 ? SIGNATURE_SIZE : COSIGNATURE_SIZE);
    checkOrder(signatures, next, kid);
    signatures.push(next);
  }
  return signatures;
}

function encode({ entry, index, size, proof, signatures }) {
  const out = new CborWriter().array(FIELDS).unsignedInteger(VERSION).bytes(entry);
  out.unsignedInteger(index).unsignedInteger(size).bytes(concat(...proof)).array(signatures.length);
  for (const { id, bytes } of signatures) out.array(2).unsignedInteger(id).bytes(bytes);
  return out.take();
}

/** { entry, sealed, index, size, proof, signatures: [{ id, bytes }] }. No signature is checked. */
export function decodeReceipt(bytes) {
  if (bytes.length > MAX_RECEIPT_SIZE) refuse('too-large', 'receipt: over 4,096 bytes');
  const reader = new CborReader(bytes);
  readVersion(reader);
  const entry = reader.bytes(MAX_SEALED_ENTRY_SIZE);
  const sealed = decodeEntry(entry);
  const position = readPosition(reader);
  const proof = readProof(reader, position);
  const signatures = readSignatures(reader, sealed.kid);
  reader.finish();
  const receipt = { entry, sealed, ...position, proof, signatures };
  if (!equal(encode(receipt), bytes)) refuse('not-canonical', 'receipt: another spelling of itself');
  return receipt;
}

/** What stands before the last `#` is ignored, as is white space around. */
export function receiptFromText(text) {
  const trimmed = byteString(utf8(text)).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  const digits = trimmed.slice(trimmed.lastIndexOf('#') + 1);
  if (digits.length > MAX_DIGITS) refuse('too-large', 'receipt: too many digits');
  return decodeReceipt(fromBase10(digits));
}

/** The root that entry and proof lead to: what the receipt's signatures must be over. */
export const rootOf = ({ proof, index, size, entry }) => rootFromInclusion(proof, index, size, leafHash(entry));
