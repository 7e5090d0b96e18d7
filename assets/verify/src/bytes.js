// Bytes are Uint8Arrays. Text of the log's formats is a *byte string*: a string whose characters are bytes, as C++ has it, so
// that what a signature covers is never decoded and encoded again on the way.
import { refuse } from './refused.js';

export const LARGEST = (1n << 63n) - 1n;

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Lower case only. */
export function fromHex(text) {
  if (text.length % 2 !== 0) refuse('malformed', 'hexadecimal of an odd number of digits');
  if (/[^0-9a-f]/.test(text)) refuse('malformed', 'not a lower-case hexadecimal digit');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

export const utf8 = (text) => new TextEncoder().encode(text);

/** Well-formed UTF-8 as text; null for anything else. A byte order mark is a character like any other. */
export function fromUtf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function byteString(bytes) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += 4096) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return pieces.join('');
}

export const bytesOf = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** A byte string for people to read; what is not UTF-8 shows as replacement characters. */
export const readable = (text) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text));

/** Below 2^63, without leading zeros. */
export function parseDecimal(text) {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text) || BigInt(text) > LARGEST)
    refuse('malformed', 'not a decimal number below 2^63');
  return BigInt(text);
}
