import { ed25519 } from '@noble/curves/ed25519';
import { sha512 } from '@noble/hashes/sha2';

import { concat, equal } from './bytes.js';

export const KEY_SIZE = 32;
export const SIGNATURE_SIZE = 64;
const SCALAR_BITS = 253; // of the group's order

function littleEndian(bytes) {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/**
 * [s]p + [k]q, bit by bit over both (Shamir's trick). The library's way with the base point first makes a table of four
 * thousand points, which pays after hundreds of signatures; a page checks a few, and its user waits.
 */
function combine(p, s, q, k) {
  const sums = [null, p, q, p.add(q)];
  let sum = ed25519.Point.ZERO;
  for (let bit = BigInt(SCALAR_BITS - 1); bit >= 0n; --bit) {
    sum = sum.double();
    const which = Number((s >> bit) & 1n) + 2 * Number((k >> bit) & 1n);
    if (which !== 0) sum = sum.add(sums[which]);
  }
  return sum;
}

/**
 * RFC 8032 section 5.1.7 as OpenSSL has it, which is what the other surfaces use: S below the group's order, and the R that
 * S and the key lead to, encoded, is the signature's R byte for byte (no cofactor). The library's own verify multiplies by
 * the cofactor and refuses some keys that OpenSSL takes, so whoever holds a key could make the two disagree.
 */
export function verifyBundled(key, message, signature) {
  const { Point } = ed25519;
  const r = signature.subarray(0, KEY_SIZE);
  const s = littleEndian(signature.subarray(KEY_SIZE));
  if (s >= Point.Fn.ORDER) return false;
  let a;
  try {
    a = Point.fromBytes(key, true);
  } catch {
    return false; // a key that is no point
  }
  const k = littleEndian(sha512(concat(r, key, message))) % Point.Fn.ORDER;
  const reached = combine(Point.BASE, s, a.negate(), k);
  return equal(reached.toBytes(), r);
}

async function verifyBrowser(subtle, key, message, signature) {
  try {
    const imported = await subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return await subtle.verify({ name: 'Ed25519' }, imported, signature, message);
  } catch {
    return false; // older browsers lack the algorithm; that says nothing about the signature
  }
}

/**
 * Whether the signature is good. What WebCrypto does not confirm, for whatever reason, the bundled library decides; with
 * `subtle` null it alone does.
 */
export async function verifyEd25519(key, message, signature, subtle = globalThis.crypto?.subtle) {
  if (key.length !== KEY_SIZE || signature.length !== SIGNATURE_SIZE) return false;
  if (subtle && (await verifyBrowser(subtle, key, message, signature))) return true;
  return verifyBundled(key, message, signature);
}
