// Writes tests/vectors/receipt: receipts and every way to break one, from FORMAT.md and the specifications it names alone,
// sharing no code with src. Run: node tests/receipt/make_vectors.mjs
// Each file holds `desc`, the receipt's `text`, the `policy`, perhaps a file of revoked keys (`revoked`) and a copy of the
// log at hand (`log`: origin, size, root at sizes, indices voided, witnesses of its head), and what a check must answer: `verdict`, for a
// malformed one the kind of `error`, for a genuine one `index`, `size`, `origin`, `kind` and the `witnesses` whose
// cosignatures count. Keys come from fixed seeds and Ed25519 is deterministic, so every run writes the same bytes.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../vectors/receipt/', import.meta.url));
const url = 'https://periksa.takalar.example/v';
const origins = {
  real: 'takalar.example/ikrar/takalar-2023/kiosk-01-0a1b2c3d',
  other: 'takalar.example/ikrar/takalar-2023/kiosk-02-4e5f6071',
  rehearsal: 'takalar.example/gladi/takalar-2023/kiosk-01-8293a4b5',
  foreign: 'log.example/some/other/kind/of/log',
};
const witnessNames = ['bawaslu.example/saksi', 'inspektorat.example/saksi', 'kampus.example/saksi'];

// --- bytes, hashes, keys ---

const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const hex = (text) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const sha256 = (...parts) => createHash('sha256').update(bytes(...parts)).digest();
const sample = (name) => sha256(`sample ${name}`);

function key(seedByte) {
  const pkcs8 = bytes(hex('302e020100300506032b657004220420'), Buffer.alloc(32, seedByte));
  const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { raw, sign: (message) => sign(null, message, secret) };
}

/** A note key: name, type byte, ID and the text of its verifier key. */
function noteKey(name, type, seedByte) {
  const pair = key(seedByte);
  const typed = bytes([type], pair.raw);
  const id = sha256(name, '\n', typed).subarray(0, 4);
  return { ...pair, name, id, number: id.readUInt32BE(), vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}` };
}

// --- CBOR, deterministic unless asked otherwise ---

/** A head of the major type; `width` 1, 2, 4 or 8 forces that many bytes of argument. */
function head(major, value, width) {
  const number = BigInt(value);
  const fits = width ?? (number < 24n ? 0 : number < 0x100n ? 1 : number < 0x10000n ? 2 : number < 0x100000000n ? 4 : 8);
  if (fits === 0) return Buffer.from([(major << 5) | Number(number)]);
  const out = Buffer.alloc(1 + fits);
  out[0] = (major << 5) | (24 + Math.log2(fits));
  for (let i = 0; i < fits; ++i) out[fits - i] = Number((number >> BigInt(8 * i)) & 0xffn);
  return out;
}
const uint = (value, width) => head(0, value, width);
const bstr = (value, width) => bytes(head(2, value.length, width), value);
const tstr = (value) => bytes(head(3, value.length), value);
const array = (...items) => bytes(head(4, items.length), ...items);
const map = (...pairs) => bytes(head(5, pairs.length), ...pairs.map(([k, v]) => bytes(uint(k), v)));

// --- entries ---

function seal(logKey, payload, { kid = logKey.id, signer = logKey, unprotected = map(), tag = [0xd2], aad = '' } = {}) {
  const protectedHeader = bytes(hex('a2 01 27 04 44'), kid);
  const toSign = array(tstr('Signature1'), bstr(protectedHeader), bstr(Buffer.from(aad)), bstr(payload));
  return bytes(tag, array(bstr(protectedHeader), unprotected, bstr(payload), bstr(signer.sign(toSign))));
}

const time = (index) => 1695000000 + 20 * index;
const common = (kind, index) => [[0, uint(kind)], [1, uint(time(index))], [2, uint(1)]];
const payloads = {
  opened: (i) => map(...common(0, i), [3, bstr(sample('ceremony'))]),
  signed: (i, { category = 1, method = 0, extra = [] } = {}) =>
    map(...common(1, i), [4, uint(1)], [5, bstr(sample(`commitment ${i}`))], [6, bstr(sample(`act ${i}`))], [7, uint(category)], [8, uint(method)], ...extra),
  voided: (i, voidedIndex) => map(...common(2, i), [9, uint(voidedIndex)], [10, uint(2)]),
  start: (i) => map(...common(3, i), [4, uint(1)], [12, bstr(sample('roster'))], [13, uint(0)]),
  end: (i, counts) => map(...common(3, i), [4, uint(1)], [11, map([0, uint(counts[0])], [1, uint(counts[1])])], [13, uint(1)]),
  closed: (i, counts) => map(...common(4, i), [11, map([0, uint(counts[0])], [1, uint(counts[1])])], [12, bstr(sample('attendance'))]),
};

// --- the log: RFC 6962 as it is written there ---

const leafHash = (entry) => sha256([0], entry);
const nodeHash = (left, right) => sha256([1], left, right);
const split = (size) => 2 ** Math.floor(Math.log2(size - 1));
function root(leaves) {
  if (leaves.length === 1) return leaves[0];
  const k = split(leaves.length);
  return nodeHash(root(leaves.slice(0, k)), root(leaves.slice(k)));
}
function path(index, leaves) {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...path(index, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(index - k, leaves.slice(k)), root(leaves.slice(0, k))];
}
/** The number of hashes a proof has, and the root it leads to; for sizes beyond what is built here too. */
function shape(index, size) {
  const inner = (index ^ (size - 1n)).toString(2).replace(/^0$/, '').length;
  const border = (index >> BigInt(inner)).toString(2).replaceAll('0', '').length;
  return { inner, length: inner + border };
}
function rootFrom(entry, index, size, proof) {
  const { inner } = shape(index, size);
  return proof.reduce((hash, sibling, level) =>
    level < inner && ((index >> BigInt(level)) & 1n) === 0n ? nodeHash(hash, sibling) : nodeHash(sibling, hash), leafHash(entry));
}

const checkpoint = (origin, size, hash) => `${origin}\n${size}\n${hash.toString('base64')}\n`;

class Log {
  constructor(origin, seedByte) {
    this.origin = origin;
    this.key = noteKey(origin, 1, seedByte);
    this.entries = [];
  }
  add(payload, options) {
    this.entries.push(seal(this.key, payload, options));
    return this;
  }
  fill(size) {
    while (this.entries.length < size) this.add(payloads.signed(this.entries.length));
    return this;
  }
  leaves(size) { return this.entries.slice(0, size).map(leafHash); }
  root(size) { return root(this.leaves(size)); }
  receipt(index, size, witnesses = []) {
    return this.signed({ entry: this.entries[index], index: BigInt(index), size: BigInt(size), proof: path(index, this.leaves(size)) }, witnesses);
  }
  /** A receipt in a tree of any size: siblings that nobody can tell from real ones. */
  invented(index, size, witnesses = [], entry = seal(this.key, payloads.signed(7))) {
    const proof = Array.from({ length: shape(index, size).length }, (_, i) => sample(`sibling ${i}`));
    return this.signed({ entry, index, size, proof }, witnesses);
  }
  signed(receipt, witnesses = []) {
    const text = checkpoint(this.origin, receipt.size, rootFrom(receipt.entry, receipt.index, receipt.size, receipt.proof));
    const signatures = [[this.key.number, this.key.sign(Buffer.from(text))]];
    for (const witness of [...witnesses].sort((a, b) => a.number - b.number)) signatures.push([witness.number, cosign(witness, text)]);
    return { ...receipt, signatures };
  }
}

function cosign(witness, text, seconds = 1695010000) {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(seconds));
  return bytes(stamp, witness.sign(Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)));
}

// --- receipts as bytes and text ---

/** The encoded fields one by one, so that each can be replaced by another spelling. */
const pieces = (r) => ({
  array: head(4, 6),
  version: uint(1),
  entry: bstr(r.entry),
  index: uint(r.index),
  size: uint(r.size),
  proof: bstr(bytes(...r.proof)),
  signatures: array(...r.signatures.map(([id, signature]) => array(uint(id), bstr(signature)))),
  end: Buffer.alloc(0),
});
const join = (p) => bytes(...Object.values(p));
const encode = (r) => join(pieces(r));

const tails = [0, 3, 5, 8, 10, 13, 15];
function base10(data) {
  let out = '';
  for (let at = 0; at < data.length; at += 7) {
    const chunk = data.subarray(at, at + 7);
    const number = [...chunk].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
    out += number.toString().padStart(chunk.length === 7 ? 17 : tails[chunk.length], '0');
  }
  return out;
}
const upperHost = (text) => text.replace(/^[^/]*\/\/[^/]*/, (part) => part.toUpperCase());
const asText = (data, at = url) => `${upperHost(at)}#${base10(data)}`;

// --- what is there ---

const logs = {
  real: new Log(origins.real, 0x11),
  other: new Log(origins.other, 0x12),
  rehearsal: new Log(origins.rehearsal, 0x13),
  foreign: new Log(origins.foreign, 0x14),
};
logs.real.add(payloads.opened(0)).add(payloads.start(1)).fill(280).add(payloads.voided(280, 41)).add(payloads.end(281, [278, 1])).add(payloads.closed(282, [278, 1])).add(payloads.voided(283, 42));
logs.other.add(payloads.opened(0)).add(payloads.start(1)).fill(120);
logs.rehearsal.add(payloads.opened(0)).add(payloads.start(1)).fill(40);
logs.foreign.fill(8);
const [w1, w2, stranger] = witnessNames.map((name, i) => noteKey(name, 4, 0x21 + i));
const [low, high] = [w1, w2].sort((a, b) => a.number - b.number);
const nobody = key(0x31);

const logLine = (log) => `log ${log.key.vkey}\n`;
const witnessLine = (name, witness) => `witness ${name} ${witness.vkey}\n`;
const both = witnessLine('bawaslu', w1) + witnessLine('inspektorat', w2);
const policies = {
  none: `${logLine(logs.real)}quorum none\n`,
  one: `${logLine(logs.real)}${witnessLine('bawaslu', w1)}quorum bawaslu\n`,
  any: `${logLine(logs.real)}${both}group saksi any bawaslu inspektorat\nquorum saksi\n`,
  all: `${logLine(logs.real)}${both}group saksi all bawaslu inspektorat\nquorum saksi\n`,
  knownNotAsked: `${logLine(logs.real)}${both}quorum none\n`,
  three: `# three kiosks\n\n${logLine(logs.other)}${logLine(logs.real)}${logLine(logs.rehearsal)}${both}group saksi any bawaslu inspektorat\nquorum saksi\n`,
};

const view = (log, size, { voided = [], roots = {}, witnesses } = {}, at = []) => ({
  origin: log.origin,
  size,
  roots: { ...Object.fromEntries([size, ...at].map((s) => [s, log.root(s).toString('hex')])), ...roots },
  voided,
  ...(witnesses ? { witnesses } : {}),
});

const vectors = new Map();
function vector(name, desc, text, policy, verdict, rest = {}) {
  if (vectors.has(name)) throw new Error(`two vectors ${name}`);
  vectors.set(name, { desc, text, policy, ...rest, verdict });
}

// --- genuine receipts ---

const names = new Map([[w1, 'bawaslu'], [w2, 'inspektorat']]);
const genuine = (log, r, kind, witnesses = []) => ({
  index: r.index.toString(), size: r.size.toString(), origin: log.origin, kind, witnesses: witnesses.map((w) => names.get(w)).sort(),
});

for (const [index, size] of [[2, 3], [3, 4], [5, 7], [2, 8], [7, 8], [2, 24], [22, 23], [23, 24], [24, 25], [2, 255], [254, 255], [255, 256], [256, 257], [100, 284]]) {
  const r = logs.real.receipt(index, size);
  vector(`valid-${index}-of-${size}`, `entry ${index} in a log of ${size}, log signature only`, asText(encode(r)), policies.none, 'valid-unwitnessed', genuine(logs.real, r, 'signed'));
}
for (const [index, size] of [[65535n, 65536n], [65536n, 65537n], [999999n, 1000000n], [2n ** 32n - 1n, 2n ** 32n], [2n ** 32n, 2n ** 40n + 1n], [2n ** 62n, 2n ** 63n - 1n], [12345678901n, 2n ** 62n]]) {
  const r = logs.real.invented(index, size);
  vector(`valid-${index}-of-${size}`, `entry ${index} in a log of ${size}: ${r.proof.length} hashes`, asText(encode(r)), policies.none, 'valid-unwitnessed', genuine(logs.real, r, 'signed'));
}
for (const [kind, index, size] of [['opened', 0, 1], ['opened', 0, 284], ['session-start', 1, 2], ['voided', 280, 281], ['session-end', 281, 282], ['closed', 282, 283], ['voided', 283, 284]]) {
  const r = logs.real.receipt(index, size);
  vector(`valid-kind-${kind}-${index}-of-${size}`, `the receipt of an entry of kind ${kind}`, asText(encode(r)), policies.none, 'valid-unwitnessed', genuine(logs.real, r, kind));
}
for (const [category, method] of [[2, 1], [5, 2], [10, 0]]) {
  const entry = seal(logs.real.key, payloads.signed(9, { category, method }));
  const r = logs.real.invented(9n, 10n, [], entry);
  vector(`valid-category-${category}-method-${method}`, `category ${category}, method ${method}`, asText(encode(r)), policies.none, 'valid-unwitnessed', genuine(logs.real, r, 'signed'));
}
for (const [name, policy, cosigners, verdict, counted] of [
  ['none-under-one', 'one', [], 'valid-unwitnessed', []],
  ['one-under-none', 'none', [w1], 'valid-unwitnessed', []],
  ['one-known-not-asked', 'knownNotAsked', [w1], 'valid-unwitnessed', [w1]],
  ['one-under-one', 'one', [w1], 'valid', [w1]],
  ['other-under-one', 'one', [w2], 'valid-unwitnessed', []],
  ['first-under-any', 'any', [w1], 'valid', [w1]],
  ['second-under-any', 'any', [w2], 'valid', [w2]],
  ['one-under-all', 'all', [w1], 'valid-unwitnessed', [w1]],
  ['both-under-all', 'all', [w1, w2], 'valid', [w1, w2]],
  ['both-and-stranger-under-all', 'all', [w1, w2, stranger], 'valid', [w1, w2]],
  ['stranger-under-any', 'any', [stranger], 'valid-unwitnessed', []],
  ['both-in-policy-of-three-logs', 'three', [w1, w2], 'valid', [w1, w2]],
]) {
  const r = logs.real.receipt(100, 101, cosigners);
  vector(`witnesses-${name}`, `${cosigners.length} cosignatures, ${counted.length} of witnesses in the policy`, asText(encode(r)), policies[policy], verdict, genuine(logs.real, r, 'signed', counted));
}
{
  const many = Array.from({ length: 16 }, (_, i) => noteKey(`w${i}.example/saksi`, 4, 0x40 + i));
  const r = logs.real.receipt(100, 101, many);
  vector('witnesses-sixteen-strangers', 'as many cosignatures as a receipt can carry, all by strangers', asText(encode(r)), policies.any, 'valid-unwitnessed', genuine(logs.real, r, 'signed'));
  const badStranger = logs.real.receipt(100, 101, [stranger]);
  badStranger.signatures[1][1][20] ^= 1;
  vector('witnesses-stranger-wrong', "a stranger's cosignature is not checked, so a wrong one is ignored", asText(encode(badStranger)), policies.any, 'valid-unwitnessed', genuine(logs.real, badStranger, 'signed'));
}
for (const [index, size, cosigners] of [[0, 1, []], [7, 8, []], [20, 40, [w1]]]) {
  const r = logs.rehearsal.receipt(index, size, cosigners);
  vector(`rehearsal-${index}-of-${size}`, 'a genuine receipt of a rehearsal', asText(encode(r)), policies.three, 'rehearsal', genuine(logs.rehearsal, r, index === 0 ? 'opened' : 'signed', cosigners));
}

// --- spellings of the text ---

const good = logs.real.receipt(100, 101);
const goodBytes = encode(good);
const goodText = asText(goodBytes);
const digits = base10(goodBytes);
const accepted = genuine(logs.real, good, 'signed');
for (const [name, desc, text] of [
  ['digits-alone', 'digits without an address', digits],
  ['hash-and-digits', '# and digits', `#${digits}`],
  ['lower-case-address', 'the address as it is typed', `${url}#${digits}`],
  ['other-address', 'what stands before # is ignored', `https://evil.example/?x=1#${digits}`],
  ['hash-in-address', 'the last # counts', `https://a.example/#b#${digits}`],
  ['no-address', 'what stands before # need not be an address', `TANDA TERIMA #${digits}`],
  ['white-space-around', 'white space around is ignored', ` \r\n\t${goodText}\r\n`],
]) vector(`text-${name}`, desc, text, policies.none, 'valid-unwitnessed', accepted);

const malformed = (name, desc, text, error = 'malformed') => vector(`malformed-${name}`, desc, text, policies.none, 'malformed', { error });
const replaceAt = (text, at, by) => text.slice(0, at) + by + text.slice(at + by.length);
malformed('empty', 'nothing at all', '', 'truncated');
malformed('white-space', 'white space only', ' \n\t', 'truncated');
malformed('no-digits', 'an address and nothing after #', `${upperHost(url)}#`, 'truncated');
malformed('hash-after', '# after the digits', `${goodText}#`, 'truncated');
malformed('address-alone', 'an address without #', url);
malformed('letter', 'a letter among the digits', `#${replaceAt(digits, 40, 'O')}`);
malformed('minus', 'a sign', `#-${digits.slice(1)}`);
malformed('plus', 'a sign', `#+${digits.slice(1)}`);
malformed('space-within', 'a space among the digits', `#${digits.slice(0, 34)} ${digits.slice(34)}`);
malformed('newline-within', 'a line break among the digits', `#${digits.slice(0, 34)}\n${digits.slice(34)}`);
malformed('space-after-hash', 'a space after #', `# ${digits}`);
malformed('full-width-digit', 'a digit that is not ASCII', `#${digits.slice(0, 5)}\uff11${digits.slice(6)}`);
malformed('nul-within', 'a NUL among the digits', `#${replaceAt(digits, 17, '\0')}`);
malformed('percent', 'percent-encoded', `#%31${digits}`);
malformed('query-after', 'a query after the digits', `${goodText}?utm=1`);
const wholeChunks = digits.slice(0, Math.floor(digits.length / 17) * 17);
for (const extra of [1, 2, 4, 6, 7, 9, 11, 12, 14, 16]) malformed(`length-${extra}-over`, `${extra} digits after whole chunks: no number of bytes has them`, `#${wholeChunks}${'0'.repeat(extra)}`);
malformed('chunk-too-large', 'a chunk of 2^56', `#${replaceAt(digits, 17, (2n ** 56n).toString())}`);
malformed('chunk-all-nines', 'a chunk of 17 nines', `#${replaceAt(digits, 0, '9'.repeat(17))}`);
tails.forEach((length, count) => {
  if (count > 0) malformed(`tail-${count}-too-large`, `${length} digits of 2^${8 * count}, over their ${count} bytes`, `#${wholeChunks}${(2n ** BigInt(8 * count)).toString().padStart(length, '0')}`);
});
malformed('too-many-digits', 'more digits than the largest receipt has', `#${'0'.repeat(17 * 1000)}`, 'too-large');
malformed('over-4096-bytes', '4,097 bytes', `#${base10(Buffer.alloc(4097))}`, 'too-large');
malformed('twice', 'the digits twice, whole chunks only', `#${base10(bytes(goodBytes, goodBytes))}`, 'trailing-bytes');
malformed('base64url', 'base64url where digits belong', `#${goodBytes.toString('base64url')}`);
malformed('a-poem', 'something else', 'Tanda terima ini sah.');

// --- structure ---

const broken = (name, desc, data, error = 'malformed') => malformed(name, desc, asText(data), error);
const respelled = (name, desc, change, error = 'malformed', from = good) => {
  const p = pieces(from);
  Object.assign(p, change(p));
  broken(name, desc, join(p), error);
};
const cosigned = logs.real.receipt(100, 101, [w1, w2]);

{
  let at = 0;
  for (const [field, piece] of Object.entries(pieces(good))) {
    if (at > 0 && field !== 'end') broken(`cut-before-${field}`, `ends before ${field}`, goodBytes.subarray(0, at), 'truncated');
    at += piece.length;
  }
}
broken('cut-in-entry', 'ends within the entry', goodBytes.subarray(0, 60), 'truncated');
broken('cut-last-byte', 'the last byte is missing', goodBytes.subarray(0, -1), 'truncated');
broken('cut-last-chunk', 'seven bytes are missing', goodBytes.subarray(0, -7), 'truncated');
broken('cut-cosignature', 'the second cosignature is missing, but counted', encode(cosigned).subarray(0, -80), 'truncated');
broken('trailing-zero', 'a zero byte after the end', bytes(goodBytes, [0]), 'trailing-bytes');
broken('trailing-item', 'another item after the end', bytes(goodBytes, tstr('x')), 'trailing-bytes');
broken('leading-zero', 'a zero byte before the start', bytes([0], goodBytes));

respelled('array-head-long', 'the array of six in two bytes', () => ({ array: head(4, 6, 1) }), 'not-canonical');
respelled('version-long', 'version 1 in two bytes', () => ({ version: uint(1, 1) }), 'not-canonical');
respelled('entry-head-long', "the entry's length in two bytes where one does", () => ({ entry: bstr(good.entry, 2) }), 'not-canonical');
for (const width of [2, 4, 8]) {
  respelled(`index-${width}-bytes`, `index 100 in ${width} bytes`, () => ({ index: uint(100, width) }), 'not-canonical');
  respelled(`size-${width}-bytes`, `size 101 in ${width} bytes`, () => ({ size: uint(101, width) }), 'not-canonical');
}
respelled('small-index-long', 'index 7 in one byte too many', () => ({ index: uint(7, 1) }), 'not-canonical', logs.real.receipt(7, 8));
respelled('proof-head-long', "the proof's length in two bytes where one does", () => ({ proof: bstr(bytes(...good.proof), 2) }), 'not-canonical');
respelled('signatures-head-long', 'one signature counted in two bytes', (p) => ({ signatures: bytes(head(4, 1, 1), p.signatures.subarray(1)) }), 'not-canonical');
respelled('key-id-long', 'a key ID in eight bytes', () => ({ signatures: array(array(uint(good.signatures[0][0], 8), bstr(good.signatures[0][1]))) }), 'not-canonical');
respelled('signature-head-long', "a signature's length in two bytes", () => ({ signatures: array(array(uint(good.signatures[0][0]), bstr(good.signatures[0][1], 2))) }), 'not-canonical');
respelled('array-indefinite', 'an array of indefinite length', () => ({ array: [0x9f], end: [0xff] }), 'not-canonical');
respelled('signatures-indefinite', 'signatures of indefinite length', (p) => ({ signatures: bytes([0x9f], p.signatures.subarray(1), [0xff]) }), 'not-canonical');
respelled('entry-indefinite', 'the entry in pieces', () => ({ entry: bytes([0x5f], bstr(good.entry), [0xff]) }), 'not-canonical');
respelled('proof-indefinite', 'the proof in pieces of a hash', () => ({ proof: bytes([0x5f], ...good.proof.map((h) => bstr(h)), [0xff]) }), 'not-canonical');

respelled('tagged', 'a tag around the receipt', () => ({ array: bytes([0xd9, 0xd9, 0xf7], head(4, 6)) }));
respelled('map', 'a map in place of the array', () => ({ array: head(5, 3) }));
respelled('text', 'the array as text', () => ({ array: head(3, 6) }));
respelled('version-0', 'version 0', () => ({ version: uint(0) }), 'unknown-version');
respelled('version-2', 'version 2', () => ({ version: uint(2) }), 'unknown-version');
respelled('version-2-of-seven', 'version 2 with a seventh field', () => ({ array: head(4, 7), version: uint(2), end: uint(0) }), 'unknown-version');
respelled('version-text', 'the version as text', () => ({ version: tstr('1') }));
respelled('version-negative', 'version -1', () => ({ version: head(1, 0) }));
respelled('five-fields', 'no signatures field', () => ({ array: head(4, 5), signatures: [] }));
respelled('seven-fields', 'a seventh field', () => ({ array: head(4, 7), end: uint(0) }));
respelled('entry-text', 'the entry as text', () => ({ entry: bytes(head(3, good.entry.length), good.entry) }));
respelled('entry-bare', 'the entry not wrapped in a byte string', () => ({ entry: good.entry }));
respelled('index-negative', 'index -1', () => ({ index: head(1, 0) }));
respelled('index-float', 'index 1.0', () => ({ index: hex('f93c00') }));
respelled('index-null', 'no index', () => ({ index: hex('f6') }));
respelled('index-bytes', 'the index as a byte string', () => ({ index: bstr([100]) }));
respelled('index-bignum', 'the index as a bignum', () => ({ index: bytes([0xc2], bstr([100])) }));
respelled('index-is-size', 'the index is the size', () => ({ index: uint(101) }));
respelled('index-over-size', 'the index is over the size', () => ({ index: uint(102) }));
respelled('index-largest', 'index 2^64 - 1', () => ({ index: uint(2n ** 64n - 1n) }));
respelled('size-0', 'an empty log', () => ({ index: uint(0), size: uint(0), proof: bstr([]) }));
respelled('size-2-63', 'size 2^63', () => ({ size: uint(2n ** 63n) }), 'too-large');
respelled('size-largest', 'size 2^64 - 1', () => ({ size: uint(2n ** 64n - 1n) }), 'too-large');
respelled('size-longer-proof', 'a size that asks for a longer proof', () => ({ size: uint(200) }));
respelled('proof-one-over', 'one hash too many', () => ({ proof: bstr(bytes(...good.proof, sample('more'))) }));
respelled('proof-one-under', 'the last hash is missing', () => ({ proof: bstr(bytes(...good.proof.slice(0, -1))) }));
respelled('proof-empty', 'no proof', () => ({ proof: bstr([]) }));
respelled('proof-cut', 'the last hash lacks a byte', () => ({ proof: bstr(bytes(...good.proof).subarray(0, -1)) }));
respelled('proof-byte-over', 'a byte after the last hash', () => ({ proof: bstr(bytes(...good.proof, [0])) }));
respelled('proof-65-hashes', 'a proof longer than any', () => ({ proof: bstr(Buffer.alloc(65 * 32)) }), 'too-large');
respelled('proof-array', 'the hashes as an array', () => ({ proof: array(...good.proof.map((h) => bstr(h))) }));
respelled('proof-for-one', 'a proof where the log has one entry', () => ({ proof: bstr(sample('x')) }), 'malformed', logs.real.receipt(0, 1));
respelled('size-and-index-swapped', 'size and index swapped', () => ({ index: uint(101), size: uint(100) }));

const [[ownId, own]] = good.signatures;
const [, [firstId, first], [secondId, second]] = cosigned.signatures;
const list = (...pairs) => ({ signatures: array(...pairs.map(([id, signature]) => array(uint(id), bstr(signature)))) });
respelled('no-signature', 'an empty array of signatures', () => list());
respelled('signature-63-bytes', "the log's signature lacks a byte", () => list([ownId, own.subarray(0, 63)]));
respelled('signature-65-bytes', "a byte after the log's signature", () => list([ownId, bytes(own, [0])]), 'too-large');
respelled('signature-empty', "the log's signature is empty", () => list([ownId, []]));
respelled('signature-alone', 'a signature without its key ID', () => ({ signatures: array(bstr(own)) }));
respelled('signature-single', 'an array of one in place of the pair', () => ({ signatures: array(array(bstr(own))) }));
respelled('signature-triple', 'a third item in the pair', () => ({ signatures: array(array(uint(ownId), bstr(own), uint(0))) }), 'too-large');
respelled('signature-swapped', 'signature before key ID', () => ({ signatures: array(array(bstr(own), uint(ownId))) }));
respelled('signature-text', 'the signature as text', () => ({ signatures: array(array(uint(ownId), bytes(head(3, 64), Buffer.alloc(64, 0x41)))) }));
respelled('key-id-five-bytes', 'a key ID of 2^32', () => list([2n ** 32n, own]), 'too-large');
respelled('key-id-bytes', 'the key ID as a byte string', () => ({ signatures: array(array(bstr(logs.real.key.id), bstr(own))) }));
respelled('key-id-other', "the first key ID is not the entry's", () => list([logs.other.key.number, own]), 'mismatch');
respelled('key-id-flipped', 'a flipped bit in the first key ID', () => list([(BigInt(ownId) ^ 1n), own]), 'mismatch');
respelled('cosignature-71-bytes', 'a cosignature lacks a byte', () => list([ownId, own], [firstId, first.subarray(0, 71)]));
respelled('cosignature-73-bytes', 'a byte after a cosignature', () => list([ownId, own], [firstId, bytes(first, [0])]), 'too-large');
respelled('cosignature-64-bytes', 'a cosignature without its time', () => list([ownId, own], [firstId, first.subarray(8)]));
respelled('cosignature-alone', 'a cosignature and no signature of the log', () => list([firstId, first]), 'too-large');
respelled('cosignature-first', "the cosignature before the log's signature", () => list([firstId, first], [ownId, own]), 'too-large');
respelled('cosignatures-swapped', 'cosignatures out of order', () => list([ownId, own], [secondId, second], [firstId, first]), 'not-canonical');
respelled('cosignature-twice', 'a cosignature twice', () => list([ownId, own], [firstId, first], [firstId, first]));
respelled('cosignature-other-time', 'two cosignatures by one key', () => list([ownId, own], [firstId, first], [firstId, bytes(second.subarray(0, 8), first.subarray(8))]));
respelled('cosignature-by-log', "a second signature under the log's key ID", () => list([ownId, own], [ownId, bytes(Buffer.alloc(8), own)]));
respelled('seventeen-cosignatures', 'one cosignature more than a receipt can carry', () => list([ownId, own], ...Array.from({ length: 17 }, (_, i) => [i + 1, first])), 'too-large');

// --- the entry within ---

const withEntry = (name, desc, entry, error = 'malformed') => broken(`entry-${name}`, desc, encode(logs.real.invented(100n, 101n, [], entry)), error);
const k = logs.real.key;
withEntry('empty', 'no byte of entry', Buffer.alloc(0), 'truncated');
withEntry('untagged', 'a COSE_Sign1 without its tag', seal(k, payloads.signed(100), { tag: [] }));
withEntry('other-tag', 'the tag of COSE_Sign', seal(k, payloads.signed(100), { tag: [0xd8, 0x62] }));
withEntry('unprotected', 'an unprotected header', seal(k, payloads.signed(100), { unprotected: map([4, bstr(k.id)]) }), 'unknown-key');
withEntry('trailing', 'a byte after the entry', bytes(good.entry, [0]), 'trailing-bytes');
withEntry('cut', 'the entry lacks its last byte', good.entry.subarray(0, -1), 'truncated');
withEntry('large', 'an entry over 1,024 bytes', bytes(good.entry, Buffer.alloc(1025 - good.entry.length)), 'too-large');
withEntry('unknown-key', 'a key that no entry has', seal(k, payloads.signed(100, { extra: [[14, uint(0)]] })), 'unknown-key');
withEntry('category-11', 'a category that there is not', seal(k, payloads.signed(100, { category: 11 })));
withEntry('method-3', 'a method that there is not', seal(k, payloads.signed(100, { method: 3 })));
withEntry('no-commitment', 'a declaration without its signer', seal(k, map(...common(1, 100), [4, uint(1)], [6, bstr(sample('a'))], [7, uint(1)], [8, uint(0)])));
withEntry('kind-5', 'a kind that there is not', seal(k, map(...common(5, 100))), 'unknown-version');
withEntry('keys-swapped', 'keys out of order', seal(k, bytes(head(5, 4), uint(1), uint(time(0)), uint(0), uint(0), uint(2), uint(1), uint(3), bstr(sample('c')))), 'not-canonical');
withEntry('key-twice', 'a key twice', seal(k, bytes(head(5, 5), uint(0), uint(0), uint(0), uint(0), uint(1), uint(time(0)), uint(2), uint(1), uint(3), bstr(sample('c')))), 'not-canonical');
withEntry('time-long', 'a time in eight bytes', seal(k, bytes(head(5, 4), uint(0), uint(0), uint(1), uint(time(0), 8), uint(2), uint(1), uint(3), bstr(sample('c')))), 'not-canonical');
withEntry('kid-other', "the entry under another log's key ID", seal(k, payloads.signed(100), { kid: logs.other.key.id }), 'mismatch');

// --- signatures ---

const copy = (r) => ({ ...r, entry: Buffer.from(r.entry), proof: r.proof.map((h) => Buffer.from(h)), signatures: r.signatures.map(([id, s]) => [id, Buffer.from(s)]) });
// A change works on the copy, or gives a receipt of its own.
const madeAnew = (result) => (result?.proof ? result : undefined);
function bad(name, desc, change, { from = good, policy = policies.none, ...rest } = {}) {
  const r = copy(from);
  vector(`bad-signature-${name}`, desc, asText(encode(madeAnew(change(r)) ?? r)), policy, 'bad-signature', rest);
}
const flip = (buffer, at, bit = 0) => { buffer[at < 0 ? buffer.length + at : at] ^= 1 << bit; };
const within = (buffer, part) => { const at = buffer.indexOf(part); if (at < 0) throw new Error('not within'); return at; };

bad('commitment', 'a bit of the signer commitment', (r) => flip(r.entry, within(r.entry, sample('commitment 100')) + 5));
bad('commitment-end', 'the last bit of the signer commitment', (r) => flip(r.entry, within(r.entry, sample('commitment 100')) + 31));
bad('act', 'a bit of the act', (r) => flip(r.entry, within(r.entry, sample('act 100')), 7));
bad('time', 'a later time', (r) => flip(r.entry, within(r.entry, uint(time(100))) + 4));
bad('clock-trust', 'another clock trust', (r) => flip(r.entry, within(r.entry, bytes(uint(time(100)), [2, 1])) + 6));
bad('session', 'session 3 in place of 1', (r) => flip(r.entry, within(r.entry, bytes([4, 1, 5])) + 1, 1));
bad('category', 'CPNS and PNS exchanged', (r) => { r.entry[within(r.entry, hex('07 01 08 00')) + 1] = 2; });
bad('method', 'assisted in place of kiosk', (r) => { r.entry[within(r.entry, hex('07 01 08 00')) + 3] = 1; });
bad('entry-signature', "the first bit of the entry's signature", (r) => flip(r.entry, -64));
bad('entry-signature-end', "the last byte of the entry's signature", (r) => flip(r.entry, -1));
bad('other-entry', "another entry's bytes", (r) => { r.entry = logs.real.entries[99]; });
bad('index-under', 'the index before', (r) => { r.index -= 1n; }, { from: logs.real.receipt(101, 200) });
bad('index-over', 'the index after', (r) => { r.index += 1n; }, { from: logs.real.receipt(100, 200) });
bad('size-over', 'one entry more, proof of equal length', (r) => { r.size += 1n; }, { from: logs.real.receipt(5, 199) });
bad('size-under', 'one entry less, proof of equal length', (r) => { r.size -= 1n; }, { from: logs.real.receipt(5, 199) });
good.proof.forEach((_, i) => bad(`proof-${i}`, `a bit of hash ${i} of the proof`, (r) => flip(r.proof[i], (7 * i) % 32, i % 8)));
bad('proof-swapped', 'two hashes of the proof exchanged', (r) => { r.proof.reverse(); });
bad('proof-zero', 'a hash of zeros', (r) => { r.proof[1] = Buffer.alloc(32); });
bad('proof-other-log', "the other log's proof of the same index", (r) => { r.proof = logs.other.receipt(100, 101).proof; });
bad('proof-other-index', 'the proof of another index, of equal length', (r) => { r.proof = logs.real.receipt(9, 200).proof; }, { from: logs.real.receipt(8, 200) });
for (const [name, at, bit] of [['first-bit', 0, 0], ['nonce', 31, 7], ['scalar', 32, 0], ['last-bit', 63, 0], ['last-high-bit', 63, 7]]) bad(`log-${name}`, `byte ${at} of the log's signature`, (r) => flip(r.signatures[0][1], at, bit));
bad('log-zero', "zeros as the log's signature", (r) => r.signatures[0][1].fill(0));
bad('log-halves', "the halves of the log's signature exchanged", (r) => { r.signatures[0][1] = bytes(own.subarray(32), own.subarray(0, 32)); });
bad('log-other-size', "the log's signature over another size", (r) => { r.signatures[0][1] = logs.real.receipt(101, 102).signatures[0][1]; });
bad('log-other-origin', "the key's signature under another origin", (r) => { r.signatures[0][1] = k.sign(Buffer.from(checkpoint(origins.other, 101, logs.real.root(101)))); });
bad('log-other-log', "another log's signature under the log's key ID", (r) => { r.signatures[0][1] = logs.other.key.sign(Buffer.from(checkpoint(origins.real, 101, logs.real.root(101)))); });
bad('log-nobody', 'a signature by an unknown key', (r) => { r.signatures[0][1] = nobody.sign(Buffer.from(checkpoint(origins.real, 101, logs.real.root(101)))); });
bad('log-no-newline', 'a signature over the checkpoint without its last newline', (r) => { r.signatures[0][1] = k.sign(Buffer.from(checkpoint(origins.real, 101, logs.real.root(101)).trimEnd())); });
bad('log-entry-signature', "the entry's signature in place of the log's", (r) => { r.signatures[0][1] = Buffer.from(r.entry.subarray(-64)); });
bad('log-scalar-plus-order', 'the scalar plus the order of the group: RFC 8032 wants it below', (r) => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  let scalar = BigInt(`0x${Buffer.from(own.subarray(32)).reverse().toString('hex')}`) + order;
  for (let i = 32; i < 64; ++i, scalar >>= 8n) r.signatures[0][1][i] = Number(scalar & 0xffn);
});
bad('entry-by-nobody', 'an entry sealed by an unknown key, in a log that signs it', () => logs.real.invented(100n, 101n, [], seal(k, payloads.signed(100), { signer: nobody })));
bad('entry-by-other-log', "an entry sealed by the other log's key under this one's ID", () => logs.real.invented(100n, 101n, [], seal(k, payloads.signed(100), { signer: logs.other.key })));
bad('entry-with-aad', 'an entry sealed with external data', () => logs.real.invented(100n, 101n, [], seal(k, payloads.signed(100), { aad: 'ikrar' })));
bad('entry-halves', 'an entry with an altered signature, in a log that signs it', () => {
  const entry = Buffer.from(good.entry);
  flip(entry, -10);
  return logs.real.invented(100n, 101n, [], entry);
});
const text101 = checkpoint(origins.real, 101, logs.real.root(101));
const withCosignature = (signature, witness = w1) => (r) => { r.signatures.push([witness.number, signature]); };
const known = { policy: policies.knownNotAsked };
bad('witness-time', 'a bit of the time that a known witness signed', (r) => flip(r.signatures[1][1], 7), { ...known, from: logs.real.receipt(100, 101, [w1]) });
bad('witness-signature', "a bit of a known witness's signature", (r) => flip(r.signatures[1][1], 40), { ...known, from: logs.real.receipt(100, 101, [w1]) });
bad('witness-second', 'the second of two known witnesses is wrong', (r) => flip(r.signatures[2][1], 71), { policy: policies.any, from: cosigned });
bad('witness-asked', 'the one witness asked for is wrong', (r) => flip(r.signatures[1][1], 8), { policy: policies.one, from: logs.real.receipt(100, 101, [w1]) });
bad('witness-other-key', "one witness's cosignature under the other's key ID", withCosignature(cosign(w2, text101)), known);
bad('witness-other-size', 'a cosignature of another checkpoint', withCosignature(cosign(w1, checkpoint(origins.real, 100, logs.real.root(100)))), known);
bad('witness-other-log', "a cosignature of the other log's checkpoint", withCosignature(cosign(w1, checkpoint(origins.other, 101, logs.other.root(101)))), known);
bad('witness-plain', 'a signature of the checkpoint as if it were a cosignature', withCosignature(bytes(hex('00000000650a1510'), w1.sign(Buffer.from(text101)))), known);
bad('witness-by-log', "the log's cosignature under the witness's key ID", withCosignature(cosign(k, text101)), known);
bad('witness-time-past-2-63', 'a time of 2^63', withCosignature(cosign(w1, text101, 2n ** 63n)), known);
bad('witness-zero', 'zeros as a cosignature', withCosignature(Buffer.alloc(72)), known);
bad('witnesses-exchanged', "two known witnesses' cosignatures exchanged", (r) => {
  r.signatures = [r.signatures[0], [low.number, cosign(high, text101)], [high.number, cosign(low, text101)]];
}, { ...known, from: cosigned });
bad('rehearsal', 'a rehearsal is judged only when its signatures are good', (r) => flip(r.signatures[0][1], 3), { from: logs.rehearsal.receipt(7, 8), policy: policies.three });

// --- logs that the policy does not know ---

const unknown = (name, desc, r, policy, rest = {}) => vector(`unknown-log-${name}`, desc, asText(encode(r)), policy, 'unknown-log', rest);
const moved = noteKey(origins.real, 1, 0x51);
unknown('other', "a policy of the other log only", good, `${logLine(logs.other)}quorum none\n`);
unknown('other-receipt', "the other log's receipt", logs.other.receipt(7, 8), policies.none);
unknown('rehearsal', 'a rehearsal that the policy does not know', logs.rehearsal.receipt(7, 8), policies.none);
unknown('key-swapped', 'the policy has another key for the same origin', good, `log ${moved.vkey}\nquorum none\n`);
unknown('bad-signature-too', 'without its log a bad signature cannot be told', (() => { const r = copy(good); flip(r.signatures[0][1], 0); return r; })(), `${logLine(logs.other)}quorum none\n`);
unknown('foreign-origin', 'a log in the policy whose origin does not say whether it is a rehearsal', logs.foreign.receipt(7, 8), `${logLine(logs.foreign)}quorum none\n`);
const revoked = (size, log = logs.real) => `# kiosk 01 was stolen\n\n${log.key.vkey} ${size}\n`;
unknown('revoked', 'one entry past the last good size of a revoked key', good, policies.none, { revoked: revoked(100) });
unknown('revoked-from-start', 'a revoked key that is never believed', logs.real.receipt(0, 1), policies.none, { revoked: revoked(0) });
unknown('revoked-size-counts', "the entry is older, but the checkpoint's size lies past the last good one", logs.real.receipt(5, 199), policies.none, { revoked: revoked(198) });
unknown('revoked-twice', 'of two revocations the smaller counts', good, policies.none, { revoked: revoked(5000) + revoked(100) });
unknown('revoked-rehearsal', 'a revoked rehearsal', logs.rehearsal.receipt(7, 8), policies.three, { revoked: revoked(7, logs.rehearsal) });
unknown('revoked-and-bad', 'a revoked key comes before a bad signature', (() => { const r = copy(good); flip(r.signatures[0][1], 0); return r; })(), policies.none, { revoked: revoked(100) });
vector('revoked-last-good', 'exactly the last good size', goodText, policies.none, 'valid-unwitnessed', { revoked: revoked(101), ...accepted });
vector('revoked-other-log', 'the revocation of another log', goodText, policies.none, 'valid-unwitnessed', { revoked: revoked(0, logs.other), ...accepted });
vector('revoked-other-key', 'the revocation of an earlier key of the same origin', goodText, policies.none, 'valid-unwitnessed', { revoked: `${moved.vkey} 0\n`, ...accepted });

// --- with a log at hand ---

const against = (name, desc, r, policy, log, verdict, rest = {}) => vector(`log-${name}`, desc, asText(encode(r)), policy, verdict, { log, ...rest });
against('same-size', 'the log at hand ends where the receipt does', good, policies.none, view(logs.real, 101), 'valid-unwitnessed', accepted);
against('longer', 'the log at hand is longer', good, policies.none, view(logs.real, 284, { voided: [41, 42] }, [101]), 'valid-unwitnessed', accepted);
against('longer-witnessed', 'the log at hand is longer, and the receipt witnessed', cosigned, policies.all, view(logs.real, 284, { voided: [41, 42] }, [101]), 'valid', genuine(logs.real, cosigned, 'signed', [w1, w2]));
against('shorter', 'the log at hand ends one entry before', good, policies.none, view(logs.real, 100), 'not-in-log');
against('empty', 'the log at hand is empty', good, policies.none, { origin: origins.real, size: 0, roots: {}, voided: [] }, 'not-in-log');
against('rewritten', 'the log at hand has another root at that size', good, policies.none, view(logs.real, 284, { roots: { 101: sample('rewritten').toString('hex') } }), 'inconsistent');
against('one-bit', 'a root that differs in one bit', good, policies.none, view(logs.real, 101, { roots: { 101: (() => { const h = Buffer.from(logs.real.root(101)); flip(h, 31); return h.toString('hex'); })() } }), 'inconsistent');
against('rewritten-and-voided', 'inconsistent comes before voided', good, policies.none, view(logs.real, 101, { voided: [100], roots: { 101: sample('x').toString('hex') } }), 'inconsistent');
against('rewritten-witnessed', 'cosignatures do not outweigh a rewritten log', cosigned, policies.all, view(logs.real, 101, { roots: { 101: sample('x').toString('hex') } }), 'inconsistent');
against('voided', 'the entry was voided later', logs.real.receipt(41, 42), policies.none, view(logs.real, 284, { voided: [41, 42] }, [42]), 'voided', genuine(logs.real, logs.real.receipt(41, 42), 'signed'));
against('voided-witnessed', 'voided comes before valid', logs.real.receipt(42, 43, [w1, w2]), policies.all, view(logs.real, 284, { voided: [41, 42] }, [43]), 'voided');
against('neighbour-voided', 'the next entry was voided', logs.real.receipt(40, 42), policies.none, view(logs.real, 284, { voided: [41, 42] }, [42]), 'valid-unwitnessed', genuine(logs.real, logs.real.receipt(40, 42), 'signed'));
against('rehearsal', 'a rehearsal against its log', logs.rehearsal.receipt(7, 8), policies.three, view(logs.rehearsal, 40, {}, [8]), 'rehearsal');
against('rehearsal-voided', 'rehearsal comes before voided', logs.rehearsal.receipt(7, 8), policies.three, view(logs.rehearsal, 40, { voided: [7] }, [8]), 'rehearsal');
against('rehearsal-rewritten', 'inconsistent comes before rehearsal', logs.rehearsal.receipt(7, 8), policies.three, view(logs.rehearsal, 8, { roots: { 8: sample('x').toString('hex') } }), 'inconsistent');
against('rehearsal-shorter', 'not-in-log comes before rehearsal', logs.rehearsal.receipt(7, 8), policies.three, view(logs.rehearsal, 7), 'not-in-log');
against('bad-signature', 'a bad signature comes before not-in-log', (() => { const r = copy(good); flip(r.proof[0], 0); return r; })(), policies.none, view(logs.real, 100), 'bad-signature');
against('head-witnessed', 'the head of the log at hand is cosigned as the policy asks, and continues the receipt', good, policies.all, view(logs.real, 284, { witnesses: ['bawaslu', 'inspektorat'] }, [101]), 'valid', accepted);
against('head-one-of-two', 'the head of the log at hand is cosigned by one of two', good, policies.all, view(logs.real, 284, { witnesses: ['bawaslu'] }, [101]), 'valid-unwitnessed', accepted);
{
  const r = logs.real.receipt(100, 101, [w1]);
  against('head-and-receipt-one-each', 'neither the receipt nor the head has both, and they are not added up', r, policies.all, view(logs.real, 284, { witnesses: ['inspektorat'] }, [101]), 'valid-unwitnessed', genuine(logs.real, r, 'signed', [w1]));
}
against('head-witnessed-none-asked', 'the policy asks for no witness, and the head has some', good, policies.none, view(logs.real, 284, { witnesses: ['bawaslu'] }, [101]), 'valid-unwitnessed', accepted);
against('head-witnessed-rewritten', 'witnesses of another history', good, policies.all, view(logs.real, 284, { witnesses: ['bawaslu', 'inspektorat'], roots: { 101: sample('x').toString('hex') } }), 'inconsistent');
against('head-witnessed-voided', 'voided comes before valid', logs.real.receipt(41, 42), policies.all, view(logs.real, 284, { voided: [41, 42], witnesses: ['bawaslu', 'inspektorat'] }, [42]), 'voided');
against('head-witnessed-rehearsal', 'rehearsal comes before valid', logs.rehearsal.receipt(7, 8), policies.three, view(logs.rehearsal, 40, { witnesses: ['bawaslu'] }, [8]), 'rehearsal');
against('head-of-another', 'the witnesses of another log say nothing', good, policies.three, view(logs.other, 120, { witnesses: ['bawaslu'] }, [101]), 'valid-unwitnessed', accepted);
against('other', "the log at hand is another one, so it says nothing", good, policies.three, view(logs.other, 120, { voided: [100] }, [101]), 'valid-unwitnessed', accepted);

// --- out ---

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(folder + name);
for (const [name, value] of vectors) writeFileSync(`${folder}${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
const negative = [...vectors.values()].filter((v) => !['valid', 'valid-unwitnessed', 'rehearsal'].includes(v.verdict)).length;
console.log(`${vectors.size} vectors, ${negative} of them refused`);
