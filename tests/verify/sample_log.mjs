// A published log in memory, made from src/pledge/FORMAT.md and c2sp.org/tlog-tiles with Node's own crypto: what the page reads
// after a touch. Entries are signed ones, but where `voids` says that entry i voids another.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));
const sha256 = (...parts) => createHash('sha256').update(bytes(...parts)).digest();

/** A key with a name: type 1 signs checkpoints, type 4 cosigns them. */
export function noteKey(name, type, seedByte) {
  const pkcs8 = bytes(Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seedByte));
  const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const typed = bytes([type], raw);
  const id = sha256(name, '\n', typed).subarray(0, 4);
  return { name, id, sign: (message) => sign(null, message, secret), vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}` };
}

const line = ({ name, id }, signature) => `\u2014 ${name} ${bytes(id, signature).toString('base64')}\n`;

/** The signature line of a witness under a checkpoint's text (c2sp.org/tlog-cosignature). */
export function cosignature(witness, text, seconds = 1695010000) {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(seconds));
  return line(witness, bytes(stamp, witness.sign(Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`))));
}

function head(major, value) {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 256) return Buffer.of((major << 5) | 24, value);
  if (value < 65536) return Buffer.of((major << 5) | 25, value >> 8, value & 255);
  const out = Buffer.alloc(5);
  out[0] = (major << 5) | 26;
  out.writeUInt32BE(value, 1);
  return out;
}
const uint = (value) => head(0, value);
const bstr = (value) => bytes(head(2, value.length), value);
const map = (...pairs) => bytes(head(5, pairs.length), ...pairs.map(([key, value]) => bytes(uint(key), value)));
const common = (kind, index) => [[0, uint(kind)], [1, uint(1695000000 + index)], [2, uint(2)]];

function payload(index, { voids, ceremony, commitments }) {
  if (index === 0) return map(...common(0, index), [3, bstr(ceremony)]);
  if (voids.has(index)) return map(...common(2, index), [9, uint(voids.get(index))], [10, uint(2)]);
  return map(...common(1, index), [4, uint(1)], [5, bstr(commitments.get(index) ?? sha256(`c${index}`))], [6, bstr(sha256(`a${index}`))], [7, uint(1)], [8, uint(0)]);
}

function seal(key, content) {
  const header = bytes([0xa2, 0x01, 0x27, 0x04, 0x44], key.id);
  const toSign = bytes([0x84], head(3, 10), 'Signature1', bstr(header), bstr([]), bstr(content));
  return bytes([0xd2, 0x84], bstr(header), [0xa0], bstr(content), bstr(key.sign(toSign)));
}

const leafHash = (entry) => sha256([0], entry);
function mth(leaves) {
  if (leaves.length === 1) return leaves[0];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256([1], mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

function path(index, leaves) {
  if (leaves.length === 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return index < k ? [...path(index, leaves.slice(0, k)), mth(leaves.slice(k))] : [...path(index - k, leaves.slice(k)), mth(leaves.slice(0, k))];
}

function base10(data) {
  const chunks = [];
  for (let at = 0; at < data.length; at += 7) {
    const chunk = data.subarray(at, at + 7);
    chunks.push(chunk.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n).toString().padStart([0, 3, 5, 8, 10, 13, 15, 17][chunk.length], '0'));
  }
  return chunks.join('');
}

function tileName(level, index, width) {
  const digits = String(index).padStart(3, '0');
  const path = index < 1000 ? digits : `x${String(Math.floor(index / 1000)).padStart(3, '0')}/${String(index % 1000).padStart(3, '0')}`;
  return `tile/${level}/${path}${width < 256 ? `.p/${width}` : ''}`;
}

export class SampleLog {
  /** `voids`: index to the index it voids; `commitments`: of signed entries by index. */
  constructor(size, { voids = new Map(), ceremony = sha256('ceremony'), commitments = new Map(), origin = 'uji.example/ikrar/uji/kiosk-1-0a1b2c3d' } = {}) {
    this.ceremony = ceremony;
    this.key = noteKey(origin, 1, 0x51);
    this.witness = noteKey('bawaslu.example/saksi', 4, 0x52);
    this.entries = Array.from({ length: size }, (_, i) => seal(this.key, payload(i, { voids, ceremony, commitments })));
    this.leaves = this.entries.map(leafHash);
    this.policy = `log ${this.key.vkey} https://log.example/\nwitness bawaslu ${this.witness.vkey}\nquorum bawaslu\n`;
    this.files = new Map();
    this.publish();
  }
  root(size) {
    return mth(this.leaves.slice(0, size));
  }
  publish() {
    for (let level = 0, hashes = this.leaves; hashes.length > 0; ++level) {
      const next = [];
      for (let n = 0; n * 256 < hashes.length; ++n) {
        const slice = hashes.slice(n * 256, n * 256 + 256);
        this.files.set(tileName(level, n, slice.length), bytes(...slice));
        if (slice.length === 256) next.push(mth(slice));
      }
      hashes = next;
    }
    for (let n = 0; n * 256 < this.entries.length; ++n) {
      const slice = this.entries.slice(n * 256, n * 256 + 256);
      this.files.set(tileName('entries', n, slice.length), bytes(...slice.map((entry) => bytes([entry.length >> 8, entry.length & 255], entry))));
    }
    this.files.set('checkpoint', Buffer.from(this.note()));
  }
  /** The receipt of an entry in the log of `size` entries, as text without an address. */
  receipt(index, size = index + 1) {
    const text = `${this.key.name}\n${size}\n${this.root(size).toString('base64')}\n`;
    const signature = bytes([0x82], uint(this.key.id.readUInt32BE()), bstr(this.key.sign(Buffer.from(text))));
    const proof = bstr(bytes(...path(index, this.leaves.slice(0, size))));
    return `#${base10(bytes([0x86, 0x01], bstr(this.entries[index]), uint(index), uint(size), proof, [0x81], signature))}`;
  }
  /** The head of `size` entries as a note, cosigned by `witnesses`. */
  note({ size = this.entries.length, witnesses = [], root = this.root(size) } = {}) {
    const text = `${this.key.name}\n${size}\n${root.toString('base64')}\n`;
    return `${text}\n${line(this.key, this.key.sign(Buffer.from(text)))}${witnesses.map((witness) => cosignature(witness, text)).join('')}`;
  }
}
