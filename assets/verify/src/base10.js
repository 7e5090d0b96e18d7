import { refuse } from './refused.js';

// FIDO CTAP 2.2 section 11.5.1: 7 bytes, little-endian, as 17 digits; a tail of 1 to 6 bytes as 3, 5, 8, 10, 13, 15.
const CHUNK = 17;
const BYTES_OF = new Map([[3, 1], [5, 2], [8, 3], [10, 4], [13, 5], [15, 6], [CHUNK, 7]]);

function takeChunk(digits, into) {
  const count = BYTES_OF.get(digits.length) ?? refuse('malformed', 'a number of digits that no bytes have');
  if (/[^0-9]/.test(digits)) refuse('malformed', 'a character that is no digit');
  let value = BigInt(digits);
  for (let i = 0; i < count; ++i, value >>= 8n) into.push(Number(value & 0xffn));
  if (value !== 0n) refuse('malformed', 'digits over the value of their bytes');
}

/** Takes a byte string. */
export function fromBase10(digits) {
  const bytes = [];
  for (let at = 0; at < digits.length; at += CHUNK) takeChunk(digits.slice(at, at + CHUNK), bytes);
  return Uint8Array.from(bytes);
}
