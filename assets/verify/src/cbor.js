import { LARGEST, concat, fromUtf8, utf8 } from './bytes.js';
import { refuse } from './refused.js';

// Deterministic CBOR (RFC 8949 section 4.2.1): shortest heads, definite lengths, no floats, no simple values. Reader and
// writer are those of src/base/cbor.h: the same items, the same bounds, the same errors.
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6, other: 7 };
const INDEFINITE = 31;

/** How many bytes of argument follow the first byte, for an argument in its shortest head. */
function shortest(argument) {
  if (argument < 24n) return 0;
  if (argument <= 0xffn) return 1;
  if (argument <= 0xffffn) return 2;
  return argument <= 0xffffffffn ? 4 : 8;
}

function head(major, value) {
  const argument = BigInt(value);
  const width = shortest(argument);
  const bytes = [(major << 5) | (width === 0 ? Number(argument) : 24 + Math.log2(width))];
  for (let i = width - 1; i >= 0; --i) bytes.push(Number((argument >> BigInt(8 * i)) & 0xffn));
  return Uint8Array.from(bytes);
}

export class CborWriter {
  #parts = [];

  #add(...parts) {
    this.#parts.push(...parts);
    return this;
  }
  unsignedInteger(value) { return this.#add(head(MAJOR.unsigned, value)); }
  integer(value) { return value < 0 ? this.#add(head(MAJOR.negative, -1n - BigInt(value))) : this.unsignedInteger(value); }
  bytes(value) { return this.#add(head(MAJOR.bytes, value.length), value); }
  text(value) { return this.#add(head(MAJOR.text, utf8(value).length), utf8(value)); }
  array(count) { return this.#add(head(MAJOR.array, count)); }
  map(count) { return this.#add(head(MAJOR.map, count)); }
  tag(value) { return this.#add(head(MAJOR.tag, value)); }
  take() { return concat(...this.#parts.splice(0)); }
}

/** Numbers are BigInts, counts are Numbers. What was refused is not read: the next call sees it again. */
export class CborReader {
  #source;
  #at = 0;

  constructor(source) {
    this.#source = source;
  }

  unsignedInteger() { return this.#take(MAJOR.unsigned, 'an unsigned integer').argument; }

  integer() {
    const item = this.#item();
    if (item.major > MAJOR.negative) refuse('malformed', 'CBOR: expected an integer');
    if (item.argument > LARGEST) refuse('too-large', 'CBOR: an integer of more than 64 bits with its sign');
    this.#at = item.end;
    return item.major === MAJOR.unsigned ? item.argument : -1n - item.argument;
  }

  bytes(max) { return this.#takeCounted(MAJOR.bytes, 'a byte string', max, 0).content; }

  text(max) {
    const before = this.#at;
    const text = fromUtf8(this.#takeCounted(MAJOR.text, 'a text string', max, 0).content);
    if (text === null) {
      this.#at = before;
      refuse('malformed', 'CBOR: a text string that is not UTF-8');
    }
    return text;
  }

  array(max) { return Number(this.#takeCounted(MAJOR.array, 'an array', max, 1).argument); }
  map(max) { return Number(this.#takeCounted(MAJOR.map, 'a map', max, 2).argument); }
  tag() { return this.#take(MAJOR.tag, 'a tag').argument; }

  finish() {
    if (this.#at !== this.#source.length) refuse('trailing-bytes', 'bytes after the end of the CBOR value');
  }

  #take(major, expected) {
    const item = this.#item();
    if (item.major !== major) refuse('malformed', `CBOR: expected ${expected}`);
    this.#at = item.end;
    return item;
  }

  /** A head that says how much follows: at most `max`, at least `bytesEach` bytes apiece. */
  #takeCounted(major, expected, max, bytesEach) {
    const before = this.#at;
    const item = this.#take(major, expected);
    this.#at = before;
    if (item.argument > BigInt(max)) refuse('too-large', `CBOR: ${expected} over its bound`);
    const left = Math.floor((this.#source.length - item.end) / (bytesEach || 1));
    if (bytesEach !== 0 && item.argument > BigInt(left)) refuse('truncated', `CBOR ends within ${expected}`);
    this.#at = item.end;
    return item;
  }

  /** The next item in its only spelling, not taken yet. */
  #item() {
    const first = this.#byte(this.#at);
    const major = first >> 5;
    const info = first & 31;
    if (major === MAJOR.other) this.#refuseOther(info);
    if (info > 27) this.#refuseHead(major, info);
    const width = info < 24 ? 0 : 1 << (info - 24);
    let argument = BigInt(info);
    if (width !== 0) argument = this.#argument(this.#at + 1, width);
    const end = this.#at + 1 + width;
    const isString = major === MAJOR.bytes || major === MAJOR.text;
    if (isString && argument > BigInt(this.#source.length - end)) this.#refuseEnd();
    if (width !== shortest(argument)) refuse('not-canonical', 'a CBOR head longer than needed');
    if (!isString) return { major, argument, end };
    const stop = end + Number(argument);
    return { major, argument, content: this.#source.subarray(end, stop), end: stop };
  }

  #argument(at, width) {
    let argument = 0n;
    for (let i = 0; i < width; ++i) argument = (argument << 8n) | BigInt(this.#byte(at + i));
    return argument;
  }

  #byte(at) {
    return at < this.#source.length ? this.#source[at] : this.#refuseEnd();
  }

  #refuseEnd() { refuse('truncated', 'CBOR ends within an item'); }
  #refuseKind() { refuse('malformed', 'a CBOR item of a kind that no format here uses'); }
  #refuseIndefinite() { refuse('not-canonical', 'CBOR of indefinite length'); }

  #refuseHead(major, info) {
    if (info === INDEFINITE && major >= MAJOR.bytes && major <= MAJOR.map) this.#refuseIndefinite();
    this.#refuseKind();
  }

  #refuseOther(info) {
    if (info === INDEFINITE) this.#refuseIndefinite();
    const isFloat = info >= 25 && info <= 27;
    if (isFloat) this.#argument(this.#at + 1, 1 << (info - 24));
    this.#refuseKind();
  }
}
