import { equal, utf8 } from './bytes.js';
import { refuse } from './refused.js';
import { hmacSha256 } from './sha256.js';

// src/pledge/FORMAT.md, "Signer commitment" and "Matching code".
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_DIGITS = 26; // 130 bits: 128 of the salt, two zero
const SALT_SIZE = 16;

/** HMAC-SHA-256(salt, `kind:value`), the value in its normal form. */
export const commitment = (salt, { kind, value }) => hmacSha256(salt, utf8(`${kind}:${value}`));

function digitsOf(text) {
  const digits = [];
  for (const typed of text) {
    if (typed === ' ' || typed === '-') continue;
    const upper = /[a-z]/.test(typed) ? typed.toUpperCase() : typed;
    const value = CROCKFORD.indexOf(upper === 'O' ? '0' : 'IL'.includes(upper) ? '1' : upper);
    if (value < 0) refuse('malformed', 'a matching code holds only digits and letters other than U');
    if (digits.length === CODE_DIGITS) refuse('malformed', 'a matching code has 26 digits, this one has more');
    digits.push(value);
  }
  if (digits.length !== CODE_DIGITS) refuse('malformed', `a matching code has 26 digits, this one has ${digits.length}`);
  return digits;
}

/** The salt. Spaces and hyphens are ignored, lower case is taken, O reads as 0, I and L as 1. */
export function parseMatchingCode(text) {
  const digits = digitsOf(text);
  if (digits[CODE_DIGITS - 1] & 3) refuse('not-canonical', 'the last digit of this matching code is not one that we write');
  let bits = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n) >> 2n;
  const salt = new Uint8Array(SALT_SIZE);
  for (let i = SALT_SIZE - 1; i >= 0; --i, bits >>= 8n) salt[i] = Number(bits & 0xffn);
  return salt;
}

/** Whether this identity with this salt is the person of a signed entry. */
export const matches = (entry, identity, salt) => entry.kind === 'signed' && equal(entry.commitment, commitment(salt, identity));
