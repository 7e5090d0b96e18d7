import { refuse } from './refused.js';

// RFC 4648 section 4: standard alphabet, padded, unused bits zero.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE_OF = new Map([...ALPHABET].map((digit, value) => [digit, value]));

export function toBase64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const have = Math.min(3, bytes.length - at);
    let group = 0;
    for (let i = 0; i < 3; ++i) group = (group << 8) | (i < have ? bytes[at + i] : 0);
    for (let i = 0; i < 4; ++i) text += i <= have ? ALPHABET[(group >> (18 - 6 * i)) & 63] : '=';
  }
  return text;
}

function digitsIn(group, isLast) {
  if (isLast && group.endsWith('==')) return 2;
  return isLast && group.endsWith('=') ? 3 : 4;
}

/** Exactly what toBase64 writes. */
export function fromBase64(text) {
  if (text.length % 4 !== 0) refuse('malformed', 'base64 without its padding');
  const bytes = [];
  for (let at = 0; at < text.length; at += 4) {
    const digits = digitsIn(text.slice(at, at + 4), at + 4 === text.length);
    let group = 0;
    for (let i = 0; i < 4; ++i) {
      const value = i < digits ? VALUE_OF.get(text[at + i]) : 0;
      if (value === undefined) refuse('malformed', 'a character that is not base64');
      group = (group << 6) | value;
    }
    const have = digits - 1;
    if (group & ((1 << (8 * (3 - have))) - 1)) refuse('not-canonical', 'base64 with unused bits that are not zero');
    for (let i = 0; i < have; ++i) bytes.push((group >> (16 - 8 * i)) & 0xff);
  }
  return Uint8Array.from(bytes);
}
