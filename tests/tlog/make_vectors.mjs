// Writes tests/vectors/tlog/<kind>/<case>.json: what the log's formats must take, and many more things that they must
// refuse, each one change away from a good one. A second implementation in its own right: it shares no code with
// src/tlog, and hashes and signs with Node's crypto. Same input, same files.
//
//     node tests/tlog/make_vectors.mjs
//
// `expect` is `ok`, the kind of the error, or `mismatch` where a well-formed proof does not hold.

import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'vectors', 'tlog');

// ---- files

const written = new Set();

function write(kind, name, desc, fields, expect) {
    const path = join(folder, kind, `${name}.json`);
    if (written.has(path))
        throw new Error(`two cases are called ${path}`);
    written.add(path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ desc, ...fields, expect }, writeBigInt, 4).replace(/"(\d+)n"/g, '$1') + '\n');
}

function writeBigInt(key, value) {
    return typeof value === 'bigint' ? `${value}n` : value;
}

/// A text as it is, bytes that are no text in hexadecimal.
function input(value) {
    return typeof value === 'string' ? { input: value } : { input_hex: value.toString('hex') };
}

function forKind(kind, fieldsOf) {
    return {
        ok: (name, desc, ...values) => write(kind, name, desc, fieldsOf(...values), 'ok'),
        refuse: (expect, name, desc, ...values) => write(kind, name, desc, fieldsOf(...values), expect),
    };
}

// ---- hashes, keys, notes

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = entry => sha256(Buffer.from([0]), entry);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);
const base64 = bytes => bytes.toString('base64');

function keyFrom(phrase) {
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(phrase)]);
    const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
    return { publicKey: spki.subarray(spki.length - 32), sign: text => sign(null, Buffer.from(text), secret) };
}

const keyId = (name, type, material) => sha256(name, '\n', Buffer.from([type]), material).subarray(0, 4);

function vkey(name, type, material) {
    return `${name}+${keyId(name, type, material).toString('hex')}+${base64(Buffer.concat([Buffer.from([type]), material]))}`;
}

const line = (name, id, bytes) => `\u2014 ${name} ${base64(Buffer.concat([id, bytes]))}\n`;
const sigLine = (name, key, text) => line(name, keyId(name, 1, key.publicKey), key.sign(text));

function cosignatureBytes(key, checkpoint, seconds) {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(seconds));
    return Buffer.concat([time, key.sign(`cosignature/v1\ntime ${seconds}\n${checkpoint}`)]);
}

function flipBit(bytes, bit) {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] ^= 1 << (bit & 7);
    return copy;
}

// ---- trees

const leaves = Array.from({ length: 32 }, (_, i) => leafHash(`entry ${i}`));

function split(n) {
    let k = 1;
    while (2 * k < n)
        k *= 2;
    return k;
}

function mth(d) {
    if (d.length === 0)
        return sha256('');
    if (d.length === 1)
        return d[0];
    const k = split(d.length);
    return nodeHash(mth(d.slice(0, k)), mth(d.slice(k)));
}

function path(m, d) {
    if (d.length === 1)
        return [];
    const k = split(d.length);
    return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}

function subproof(m, d, whole) {
    if (m === d.length)
        return whole ? [] : [mth(d)];
    const k = split(d.length);
    return m <= k ? [...subproof(m, d.slice(0, k), whole), mth(d.slice(k))]
                  : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

const root = size => mth(leaves.slice(0, size));
const hex = bytes => bytes.toString('hex');
const garbage = sha256('garbage');

/// What can be done to a list of hashes with one touch.
function listMutations(list) {
    const cases = [];
    list.forEach((hash, i) => {
        cases.push([`flip-first-bit-of-${i}`, `first bit of hash ${i} flipped`, list.with(i, flipBit(hash, 0)), false]);
        cases.push([`flip-last-bit-of-${i}`, `last bit of hash ${i} flipped`, list.with(i, flipBit(hash, 255)), false]);
        cases.push([`zero-${i}`, `hash ${i} zeroed`, list.with(i, Buffer.alloc(32)), false]);
        cases.push([`drop-${i}`, `hash ${i} dropped`, list.toSpliced(i, 1), true]);
        cases.push([`double-${i}`, `hash ${i} twice`, list.toSpliced(i, 0, hash), true]);
        if (i + 1 < list.length)
            cases.push([`swap-${i}`, `hashes ${i} and ${i + 1} swapped`, list.with(i, list[i + 1]).with(i + 1, hash), false]);
    });
    cases.push(['empty', 'no hash at all', [], true]);
    cases.push(['reversed', 'root first', list.toReversed(), false]);
    cases.push(['append-garbage', 'one hash appended', [...list, garbage], true]);
    cases.push(['append-zero', 'a zero hash appended', [...list, Buffer.alloc(32)], true]);
    cases.push(['prepend-garbage', 'one hash before the first', [garbage, ...list], true]);
    cases.push(['append-64', '64 hashes appended', [...list, ...Array(64).fill(garbage)], true]);
    return cases;
}

function inclusion() {
    const { ok, refuse } = forKind('inclusion', (index, size, leaf, proof, top) =>
        ({ index, size, leaf: hex(leaf), proof: proof.map(hex), root: hex(top) }));
    const good = (index, size) => [index, size, leaves[index], path(index, leaves.slice(0, size)), root(size)];

    for (const [index, size] of [[0, 1], [0, 2], [1, 2], [0, 13], [5, 13], [12, 13], [7, 8], [31, 32]])
        ok(`leaf-${index}-of-${size}`, `leaf ${index} of ${size}`, ...good(index, size));
    const [index, size, leaf, proof, top] = good(5, 13);
    ok('size-of-the-same-shape', 'a proof shows a size only by its shape: the size must come from the signed checkpoint',
        5, 12, leaf, proof, top);

    for (const [name, desc, changed, length] of listMutations(proof))
        refuse(length ? 'malformed' : 'mismatch', name, desc, index, size, leaf, changed, top);
    refuse('malformed', 'append-root', 'the root appended', index, size, leaf, [...proof, top], top);
    refuse('mismatch', 'index-less-one', 'index one less', 4, size, leaf, proof, top);
    refuse('mismatch', 'index-plus-one', 'index one more', 6, size, leaf, proof, top);
    refuse('mismatch', 'index-of-another-subtree', 'index 13 - 5', 8, 16, leaf, proof, top);
    refuse('malformed', 'index-is-size', 'index is the size', 13, size, leaf, proof, top);
    refuse('malformed', 'index-past-size', 'index over the size', 14, size, leaf, proof, top);
    refuse('malformed', 'index-2-63', 'index 2^63', 2n ** 63n, size, leaf, proof, top);
    refuse('malformed', 'index-2-64-less-1', 'index 2^64 - 1', 2n ** 64n - 1n, size, leaf, proof, top);
    refuse('malformed', 'size-0', 'a tree without leaves', index, 0, leaf, proof, top);
    refuse('malformed', 'size-is-index', 'size is the index', index, 5, leaf, proof, top);
    refuse('malformed', 'size-of-index-plus-one', 'size is the index plus one', index, 6, leaf, proof, top);
    refuse('malformed', 'size-8', 'size of another depth', index, 8, leaf, proof, top);
    refuse('malformed', 'size-17', 'size one level deeper', index, 17, leaf, proof, top);
    refuse('malformed', 'size-2-64-less-1', 'size 2^64 - 1', index, 2n ** 64n - 1n, leaf, proof, top);
    refuse('mismatch', 'leaf-flipped', 'a bit of the leaf flipped', index, size, flipBit(leaf, 100), proof, top);
    refuse('mismatch', 'leaf-of-another', "another leaf's hash", index, size, leaves[6], proof, top);
    refuse('mismatch', 'leaf-without-prefix', 'the entry hashed without 0x00', index, size, sha256('entry 5'), proof, top);
    refuse('mismatch', 'leaf-as-node', 'the entry hashed with 0x01', index, size, sha256(Buffer.from([1]), 'entry 5'), proof, top);
    refuse('mismatch', 'proof-of-another', 'the proof of leaf 4', index, size, leaf, path(4, leaves.slice(0, 13)), top);
    refuse('mismatch', 'proof-of-another-size', 'the proof in the tree of 12', index, size, leaf, path(5, leaves.slice(0, 12)), top);
    refuse('mismatch', 'root-flipped', 'a bit of the root flipped', index, size, leaf, proof, flipBit(top, 9));
    refuse('mismatch', 'root-of-another-size', 'the root of 12', index, size, leaf, proof, root(12));
    refuse('mismatch', 'root-empty-tree', 'the root of the empty tree', index, size, leaf, proof, root(0));
    refuse('mismatch', 'root-zero', 'a root of zeros', index, size, leaf, proof, Buffer.alloc(32));
    refuse('mismatch', 'single-other-leaf', 'a tree of one leaf, not this one', 0, 1, leaves[1], [], leaves[0]);
    refuse('malformed', 'single-with-proof', 'a tree of one leaf has an empty proof', 0, 1, leaves[0], [leaves[0]], leaves[0]);

    const last = good(12, 13);
    refuse('malformed', 'last-size-plus-one', 'the last leaf, size one more', 12, 14, last[2], last[3], last[4]);
    refuse('malformed', 'last-size-less-one', 'the last leaf, size one less', 12, 12, last[2], last[3], last[4]);
    refuse('malformed', 'last-padded', 'the last leaf, padded to the depth of the tree', 12, 13, last[2],
        [last[2], ...last[3]], last[4]);
}

function consistency() {
    const { ok, refuse } = forKind('consistency', (oldSize, size, proof, oldRoot, top) =>
        ({ oldSize, size, proof: proof.map(hex), oldRoot: hex(oldRoot), root: hex(top) }));
    const good = (from, to) => [from, to, subproof(from, leaves.slice(0, to), true), root(from), root(to)];
    const no = (name, ...rest) => refuse('mismatch', name, ...rest);

    for (const [from, to] of [[1, 2], [1, 13], [6, 13], [8, 13], [12, 13], [13, 13], [7, 8], [16, 32]])
        ok(`${from}-to-${to}`, `${from} to ${to}`, ...good(from, to));
    ok('0-to-13', 'from nothing', 0, 13, [], root(0), root(13));
    ok('0-to-0', 'from nothing to nothing', 0, 0, [], root(0), root(0));

    const [from, to, proof, old, top] = good(6, 13);
    for (const [name, desc, changed] of listMutations(proof))
        no(name, desc, from, to, changed, old, top);
    no('old-less-one', 'old size one less', 5, to, proof, old, top);
    no('old-plus-one', 'old size one more', 7, to, proof, old, top);
    no('old-is-0', 'old size 0 with a proof', 0, to, proof, old, top);
    no('old-is-size', 'old size is the size', 13, to, proof, old, top);
    no('old-over-size', 'old size over the size', 14, to, proof, old, top);
    no('old-2-63', 'old size 2^63', 2n ** 63n, to, proof, old, top);
    no('old-2-64-less-1', 'old size 2^64 - 1', 2n ** 64n - 1n, to, proof, old, top);
    no('size-0', 'size 0', from, 0, proof, old, top);
    no('size-8', 'size of another depth', from, 8, proof, old, top);
    no('size-17', 'size one level deeper', from, 17, proof, old, top);
    no('size-2-64-less-1', 'size 2^64 - 1', from, 2n ** 64n - 1n, proof, old, top);
    no('sizes-swapped', 'old and new size swapped', to, from, proof, old, top);
    no('old-root-flipped', 'a bit of the old root flipped', from, to, proof, flipBit(old, 3), top);
    no('root-flipped', 'a bit of the root flipped', from, to, proof, old, flipBit(top, 250));
    no('roots-swapped', 'old and new root swapped', from, to, proof, top, old);
    no('old-root-of-another-size', 'the old root of 5', from, to, proof, root(5), top);
    no('root-of-another-size', 'the root of 14', from, to, proof, old, root(14));
    no('old-root-is-root', 'the new root as the old one', from, to, proof, top, top);
    no('proof-of-another-old-size', 'the proof from 7', from, to, subproof(7, leaves.slice(0, 13), true), old, top);

    const power = good(8, 13);
    no('power-of-two-with-old-root', 'the old root is sent though it is the whole old tree', 8, 13, [root(8), ...power[2]], root(8), power[4]);
    no('power-of-two-other-old-root', 'old size a power of two, another old root', 8, 13, power[2], root(7), power[4]);
    no('equal-with-proof', 'equal sizes have an empty proof', 13, 13, [root(13)], root(13), root(13));
    no('equal-other-root', 'equal sizes with two roots: a log that forked', 13, 13, [], root(13), flipBit(root(13), 0));
    no('from-nothing-with-proof', 'old size 0 has an empty proof', 0, 13, [root(13)], root(0), root(13));
    no('from-nothing-other-root', 'old size 0 with a root that is not that of the empty tree', 0, 13, [], root(1), root(13));
    no('nothing-other-root', 'size 0 with a root that is not that of the empty tree', 0, 0, [], root(1), root(1));

    // The tree of 13 in which entry 2 was rewritten, with the proof that its owner would make.
    const forged = leaves.slice(0, 13).with(2, garbage);
    no('rewritten', 'an old entry rewritten, proof made over the new tree', 6, 13, subproof(6, forged, true), old, mth(forged));
}

// ---- notes

const log = keyFrom('ikrar test log');
const other = keyFrom('ikrar other log');
const origin = 'bkpsdm.example/ikrar/uji/kiosk-1-0a1b2c3d';
const otherName = 'other.example/log';

function note() {
    const { ok, refuse } = forKind('note', value => input(value));
    const no = (name, desc, value) => refuse('malformed', name, desc, value);
    const text = 'Yang bertanda tangan\n\ndi bawah ini\n';
    const a = sigLine(origin, log, text);
    const b = sigLine(otherName, other, text);
    const good = `${text}\n${a}${b}`;
    const signature = a.slice(a.lastIndexOf(' ') + 1, -1);
    const swapOnce = (from, to) => {
        if (!good.includes(from))
            throw new Error(`nothing to swap: ${from}`);
        return good.replace(from, () => to);
    };
    const withBytes = (at, ...bytes) => {
        const all = Buffer.from(good);
        return Buffer.concat([all.subarray(0, at), Buffer.from(bytes), all.subarray(at)]);
    };
    const withName = name => `${text}\n${line(name, Buffer.from('01020304', 'hex'), garbage)}`;

    ok('two-signatures', 'text with an empty line, two signatures', good);
    ok('one-signature', 'one signature', `${text}\n${a}`);
    ok('text-of-one-newline', 'the shortest text', `\n\n${a}`);
    ok('two-blank-lines', 'the last empty line parts text and signatures: the one before it is text', `${text}\n\n${a}`);
    ok('unknown-signature', 'a signature of a kind of its own', withName('x'));
    ok('name-not-ascii', 'a key name of letters that are not ASCII', withName('contoh.example/kejujuran-\u00e9\u4e2d'));
    ok('same-name-other-id', 'two keys of one name', good + line(origin, Buffer.from('01020304', 'hex'), garbage));
    ok('same-id-other-name', 'two names with one key ID', good + line('y', keyId(origin, 1, log.publicKey), garbage));
    ok('64-signatures', '64 signatures',
        `${text}\n` + Array.from({ length: 64 }, (_, i) => line(`k${i}`, Buffer.from('01020304', 'hex'), garbage)).join(''));
    ok('one-byte-signature', 'the shortest signature', `${text}\n` + line('x', Buffer.from('01020304', 'hex'), Buffer.from([0])));

    refuse('too-large', '65-signatures', '65 signatures',
        `${text}\n` + Array.from({ length: 65 }, (_, i) => line(`k${i}`, Buffer.from('01020304', 'hex'), garbage)).join(''));
    refuse('too-large', 'over-64-kib', 'one byte over 64 KiB', 'x'.repeat(65536 - good.length + 3) + good);

    no('empty', 'nothing', '');
    no('only-newlines', 'two newlines', '\n\n');
    no('no-signature', 'no signature', text);
    no('no-signature-after-blank', 'an empty line and no signature', `${text}\n`);
    no('no-text', 'begins with the empty line', `\n${a}`);
    no('no-blank-line', 'no empty line before the signatures', `Yang bertanda tangan\n${a}`);
    no('two-blank-lines-after', 'an empty line after the signatures', `${good}\n`);
    no('blank-between-signatures', 'an empty line between the signatures: the first becomes text, the rest is as signed by b alone',
        `${text}\n${a}\n`);
    no('text-after-signatures', 'a line of text after the signatures', `${good}trailing\n`);
    no('text-between-signatures', 'a line of text between the signatures', `${text}\n${a}text\n${b}`);
    no('no-final-newline', 'no newline at the end', good.slice(0, -1));
    no('cut-in-signature', 'cut within a signature', good.slice(0, -20));
    no('crlf', 'lines end in CRLF', good.replaceAll('\n', '\r\n'));
    no('crlf-last', 'the last line ends in CRLF', good.slice(0, -1) + '\r\n');
    no('blank-line-of-space', 'a space on the empty line', `Yang bertanda tangan\n \n${a}`);

    no('hyphen', 'an ASCII hyphen for the dash', swapOnce('\u2014', '-'));
    no('two-hyphens', 'two hyphens for the dash', swapOnce('\u2014', '--'));
    no('en-dash', 'U+2013 for the dash', swapOnce('\u2014', '\u2013'));
    no('horizontal-bar', 'U+2015 for the dash', swapOnce('\u2014', '\u2015'));
    no('figure-dash', 'U+2012 for the dash', swapOnce('\u2014', '\u2012'));
    no('two-em-dash', 'U+2E3A for the dash', swapOnce('\u2014', '\u2e3a'));
    no('presentation-dash', 'U+FE58 for the dash', swapOnce('\u2014', '\ufe58'));
    no('no-dash', 'no dash', swapOnce('\u2014 ', ''));
    no('no-space-after-dash', 'no space after the dash', swapOnce('\u2014 ', '\u2014'));
    no('two-spaces-after-dash', 'two spaces after the dash', swapOnce('\u2014 ', '\u2014  '));
    no('tab-after-dash', 'a tab after the dash', swapOnce('\u2014 ', '\u2014\t'));
    no('no-break-space-after-dash', 'U+00A0 after the dash', swapOnce('\u2014 ', '\u2014\u00a0'));
    no('space-before-dash', 'a space before the dash', swapOnce('\u2014', ' \u2014'));
    no('bom', 'a byte order mark before the dash', swapOnce('\u2014', '\ufeff\u2014'));

    no('name-empty', 'an empty key name', withName(''));
    no('name-plus', 'a plus in the key name', withName('a+b'));
    no('name-only-plus', 'a plus as the key name', withName('+'));
    no('name-space', 'a space in the key name', withName('a b'));
    no('name-tab', 'a tab in the key name', withName('a\tb'));
    const spaces = [0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
        0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
    for (const point of spaces) {
        const code = point.toString(16).padStart(4, '0');
        no(`name-space-${code}`, `U+${code.toUpperCase()} in the key name`, withName(`a${String.fromCodePoint(point)}b`));
    }
    no('no-name', 'no key name', `${text}\n\u2014 ${signature}\n`);
    no('no-base64', 'no signature after the name', `${text}\n\u2014 ${origin}\n`);
    no('empty-base64', 'an empty signature', `${text}\n\u2014 ${origin} \n`);
    no('only-key-id', 'a key ID and no signature', `${text}\n` + line(origin, Buffer.from('01020304', 'hex'), Buffer.alloc(0)));
    no('half-key-id', 'two bytes', `${text}\n` + line(origin, Buffer.from('0102', 'hex'), Buffer.alloc(0)));
    no('extra-word', 'a word after the signature', swapOnce(signature, `${signature} x`));
    no('space-at-end', 'a space after the signature', swapOnce(signature, `${signature} `));
    no('two-spaces-before-base64', 'two spaces before the signature', swapOnce(` ${signature}`, `  ${signature}`));

    no('no-padding', 'base64 without its padding', swapOnce(signature, signature.replace(/=+$/, '')));
    no('more-padding', 'base64 with too much padding', swapOnce(signature, `${signature}====`));
    no('url-alphabet', 'the URL alphabet of base64', swapOnce(signature, signature.replaceAll('+', '-').replaceAll('/', '_')));
    no('newline-in-base64', 'a newline within the signature', swapOnce(signature, `${signature.slice(0, 40)}\n${signature.slice(40)}`));
    no('space-in-base64', 'a space within the signature', swapOnce(signature, `${signature.slice(0, 40)} ${signature.slice(40)}`));
    no('padding-within', 'padding within the signature', swapOnce(signature, `${signature.slice(0, 38)}==${signature.slice(40)}`));
    no('not-base64', 'a star within the signature', swapOnce(signature, `*${signature.slice(1)}`));
    refuse('not-canonical', 'unused-bits', 'base64 whose unused bits are not zero', swapOnce(signature, unusedBits(signature)));

    no('same-signature-twice', 'the same signature line twice', good + b);
    no('two-signatures-of-a-key', 'two signatures by the same name and key ID', good + line(origin, keyId(origin, 1, log.publicKey), garbage));

    no('nul-in-text', 'a NUL in the text', withBytes(4, 0x00));
    no('tab-in-text', 'a tab in the text', withBytes(4, 0x09));
    no('cr-in-text', 'a carriage return in the text', withBytes(4, 0x0d));
    no('escape-in-text', 'an escape in the text', withBytes(4, 0x1b));
    no('unit-separator-in-text', 'U+001F in the text', withBytes(4, 0x1f));
    no('utf8-lone-tail', 'a lone continuation byte', withBytes(4, 0x80));
    no('utf8-ff', 'the byte FF', withBytes(4, 0xff));
    no('utf8-overlong-2', 'an overlong newline, two bytes', withBytes(4, 0xc0, 0x8a));
    no('utf8-overlong-3', 'an overlong dash, four bytes', withBytes(4, 0xf0, 0x82, 0x80, 0x94));
    no('utf8-surrogate', 'a surrogate', withBytes(4, 0xed, 0xa0, 0x80));
    no('utf8-past-10ffff', 'U+110000', withBytes(4, 0xf4, 0x90, 0x80, 0x80));
    no('utf8-cut', 'a sequence cut short', withBytes(4, 0xe2, 0x80));
    no('utf8-in-name', 'a key name that is not UTF-8', Buffer.concat([Buffer.from(`${text}\n\u2014 a`), Buffer.from([0xff]),
        Buffer.from(` ${signature}\n`)]));
}

/// The same bytes, spelled with a last digit whose unused bits are set.
function unusedBits(text) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const last = text.search(/=+$/) - 1;
    if (last < 0)
        throw new Error('no unused bits in base64 without padding');
    return text.slice(0, last) + alphabet[alphabet.indexOf(text[last]) + 1] + text.slice(last + 1);
}

function verifierKey() {
    const { ok, refuse } = forKind('vkey', value => input(value));
    const no = (name, desc, value) => refuse('malformed', name, desc, value);
    const good = vkey(origin, 1, log.publicKey);
    const [name, id, material] = [origin, ...good.slice(origin.length + 1).split(/\+(.*)/)];
    const typed = type => Buffer.concat([Buffer.from([type]), log.publicKey]);

    ok('log', 'a key of type 01', good);
    ok('witness', 'a key of type 04', vkey('saksi.example', 4, log.publicKey));
    ok('published', 'the example of signed-note', 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    ok('plus-in-base64', 'a plus within the base64', plusKey());

    for (const type of [0, 2, 3, 5, 6, 0xfa, 0xff])
        refuse('unknown-version', `type-${type.toString(16).padStart(2, '0')}`, `a key of type ${type}`, vkey(origin, type, log.publicKey));
    refuse('unknown-version', 'ml-dsa-44', 'a key of type 06, as long as ML-DSA-44 keys are', vkey(origin, 6, Buffer.alloc(1312, 7)));
    no('empty', 'nothing', '');
    no('name-only', 'a name only', name);
    no('name-and-id', 'no key', `${name}+${id}`);
    no('name-and-id-plus', 'an empty key', `${name}+${id}+`);
    no('no-name', 'no name', `+${id}+${material}`);
    no('name-space', 'a space in the name', `a b+${keyId('a b', 1, log.publicKey).toString('hex')}+${material}`);
    no('name-no-break-space', 'U+00A0 in the name', vkey('a\u00a0b', 1, log.publicKey));
    no('name-newline', 'a newline in the name', vkey('a\nb', 1, log.publicKey));
    no('name-plus', 'a plus in the name', vkey('a+b', 1, log.publicKey));
    no('name-not-utf8', 'a name that is not UTF-8', Buffer.concat([Buffer.from([0x61, 0xff]), Buffer.from(`+${id}+${material}`)]));
    no('other-name', 'the key ID of another name', `x${good}`);
    no('id-flipped', 'one digit of the key ID changed', `${name}+${id.replace(/.$/, d => d === '0' ? '1' : '0')}+${material}`);
    no('id-of-other-type', 'the key ID of type 04', `${name}+${keyId(name, 4, log.publicKey).toString('hex')}+${material}`);
    no('id-upper-case', 'a key ID in upper case', `${name}+${id.toUpperCase()}+${material}`);
    no('id-short', 'a key ID of seven digits', `${name}+${id.slice(1)}+${material}`);
    no('id-long', 'a key ID of nine digits', `${name}+0${id}+${material}`);
    no('id-ten', 'a key ID of ten digits', `${name}+00${id}+${material}`);
    no('id-empty', 'no key ID', `${name}++${material}`);
    no('id-prefixed', 'a key ID with 0x', `${name}+0x${id}+${material}`);
    no('id-not-hex', 'a key ID that is not hexadecimal', `${name}+g${id.slice(1)}+${material}`);
    no('key-short', 'a key of 31 bytes', vkey(origin, 1, log.publicKey.subarray(1)));
    no('key-long', 'a key of 33 bytes', vkey(origin, 1, Buffer.concat([log.publicKey, Buffer.alloc(1)])));
    no('key-flipped', 'one bit of the key changed', `${name}+${id}+${base64(flipBit(typed(1), 77))}`);
    no('type-only', 'a type without a key', `${name}+${id}+AQ==`);
    no('url-alphabet', 'the URL alphabet of base64', plusKey().replace(/\+(?=[^+]*$)/, '-'));
    no('padding-added', 'padding where none belongs', `${good}=`);
    no('padding-four', 'four characters of padding', `${good}====`);
    no('newline-at-end', 'a newline at the end', `${good}\n`);
    no('space-at-end', 'a space at the end', `${good} `);
    no('space-at-start', 'a space at the start', ` ${good}`);
    no('cut', 'the last character cut off', good.slice(0, -1));
    no('separator-space', 'spaces for the plus signs', `${name} ${id} ${material}`);
}

/// A good key whose base64 holds a plus sign.
function plusKey() {
    for (let i = 0;; ++i) {
        const text = vkey(origin, 1, keyFrom(`plus ${i}`).publicKey);
        if (text.split('+').length === 4)
            return text;
    }
}

// ---- checkpoints

const treeSize = 13;
const treeRoot = root(treeSize);
const checkpointText = (name = origin, size = treeSize, top = base64(treeRoot)) => `${name}\n${size}\n${top}\n`;

/// Other spellings of the number 13, none of which is one.
const otherNumbers = [
    ['leading-zero', 'a leading zero', '013'], ['plus', 'a plus sign', '+13'], ['minus', 'a minus sign', '-13'],
    ['minus-zero', 'minus zero', '-0'], ['zero-zero', 'two zeros', '00'], ['space-before', 'a space before', ' 13'],
    ['space-after', 'a space after', '13 '], ['tab-after', 'a tab after', '13\t'], ['empty', 'no digit', ''], ['hex', 'hexadecimal', '0xd'],
    ['exponent', 'an exponent', '13e0'], ['fraction', 'a fraction', '13.0'], ['separator', 'a separator', '1,3'],
    ['underscore', 'an underscore', '1_3'], ['other-digits', 'digits that are not ASCII', '\u0661\u0663'],
    ['full-width', 'full-width digits', '\uff11\uff13'], ['words', 'a word', 'tigabelas'],
    ['2-63', '2^63', '9223372036854775808'], ['2-64', '2^64', '18446744073709551616'],
    ['2-64-plus', '2^64 + 13', '18446744073709551629'], ['long', 'forty digits', '1'.repeat(40)],
];

/// Other spellings of a hash.
function otherHashes(hash) {
    const good = base64(hash);
    return [
        ['malformed', 'no-padding', 'no padding', good.replace(/=+$/, '')],
        ['malformed', 'more-padding', 'too much padding', `${good}====`],
        ['malformed', 'one-more-equals', 'one equals sign too many', `${good}=`],
        ['not-canonical', 'unused-bits', 'unused bits that are not zero', unusedBits(good)],
        ['malformed', 'url-alphabet', 'the URL alphabet', base64(Buffer.alloc(32, 0xfb)).replaceAll('+', '-').replaceAll('/', '_')],
        ['malformed', 'space-within', 'a space within', `${good.slice(0, 8)} ${good.slice(8)}`],
        ['malformed', 'space-before', 'a space before', ` ${good}`],
        ['malformed', 'space-after', 'a space after', `${good} `],
        ['malformed', 'cr-after', 'a carriage return after', `${good}\r`],
        ['malformed', 'hex', 'hexadecimal', hex(hash)],
        ['malformed', '31-bytes', '31 bytes', base64(hash.subarray(1))],
        ['malformed', '33-bytes', '33 bytes', base64(Buffer.concat([hash, Buffer.alloc(1)]))],
        ['malformed', '64-bytes', 'two hashes', base64(Buffer.concat([hash, hash]))],
        ['malformed', 'star', 'a star', `*${good.slice(1)}`],
    ];
}

function checkpoint() {
    const { ok, refuse } = forKind('checkpoint', value => input(value));
    const no = (name, desc, value) => refuse('malformed', name, desc, value);
    ok('thirteen', 'a checkpoint', checkpointText());
    ok('empty-tree', 'size 0', checkpointText(origin, 0, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='));
    ok('largest', 'size 2^63 - 1', checkpointText(origin, '9223372036854775807'));
    ok('published', 'the example of tlog-checkpoint',
        'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n');
    ok('origin-with-spaces', 'an origin need not be a key name', checkpointText('Go checksum database + tree'));

    for (const [name, desc, spelling] of otherNumbers)
        no(`size-${name}`, `size: ${desc}`, checkpointText(origin, spelling));
    for (const [expect, name, desc, spelling] of otherHashes(treeRoot))
        refuse(expect, `root-${name}`, `root: ${desc}`, checkpointText(origin, treeSize, spelling));
    const good = checkpointText();
    no('empty', 'nothing', '');
    no('root-empty', 'an empty root', checkpointText(origin, treeSize, ''));
    no('root-newline-within', 'a newline within the root', checkpointText(origin, treeSize, `${base64(treeRoot).slice(0, 8)}\n${base64(treeRoot).slice(8)}`));
    no('no-origin', 'an empty origin', checkpointText(''));
    no('origin-missing', 'no line for the origin', good.slice(origin.length + 1));
    no('two-lines', 'no root', `${origin}\n13\n`);
    no('one-line', 'an origin only', `${origin}\n`);
    no('no-final-newline', 'no newline at the end', good.slice(0, -1));
    no('blank-line', 'an empty line at the end', `${good}\n`);
    no('blank-line-before', 'an empty line at the start', `\n${good}`);
    no('blank-line-within', 'an empty line after the origin', good.replace('\n', '\n\n'));
    no('extension', 'an extension line', `${good}Timestamp: 1700000000\n`);
    no('extension-cut', 'an extension line without its newline', `${good}x`);
    no('crlf', 'lines end in CRLF', good.replaceAll('\n', '\r\n'));
    no('lines-swapped', 'size before origin', `13\n${origin}\n${base64(treeRoot)}\n`);
    no('origin-control', 'a control character in the origin', checkpointText('a\u0001b'));
    no('origin-not-utf8', 'an origin that is not UTF-8', Buffer.concat([Buffer.from([0xc3]), Buffer.from(good)]));
}

function opened() {
    const { ok, refuse } = forKind('opened', (value, key) => ({ ...input(value), vkey: key }));
    const no = (name, desc, value, key = logKey) => refuse('mismatch', name, desc, value, key);
    const logKey = vkey(origin, 1, log.publicKey);
    const text = checkpointText();
    const a = sigLine(origin, log, text);
    const good = `${text}\n${a}`;
    const unknown = sigLine(otherName, other, text);
    const id = keyId(origin, 1, log.publicKey);
    const by = bytes => `${text}\n${line(origin, id, bytes)}`;
    const signature = log.sign(text);

    ok('signed', "the log's signature", good, logKey);
    ok('unknown-after', 'an unknown signature after it', good + unknown, logKey);
    ok('unknown-before', 'an unknown signature before it', `${text}\n${unknown}${a}`, logKey);
    ok('unknown-bad', 'an unknown signature that holds nothing', good + line('x', id, garbage), logKey);
    ok('same-name-other-id', 'another key of the same name is unknown', good + line(origin, flipBit(id, 0), garbage), logKey);

    no('other-key', 'signed by another key', `${text}\n${sigLine(origin, other, text)}`);
    no('other-key-claimed-id', "signed by another key under the log's key ID", by(other.sign(text)));
    no('only-unknown', 'an unknown signature only', `${text}\n${unknown}`);
    no('other-name', 'the right key under another name', `${text}\n${line('x', id, signature)}`);
    no('other-id', 'the right name and another key ID', `${text}\n${line(origin, flipBit(id, 0), signature)}`);
    no('id-of-type-04', 'the key ID of a cosignature', `${text}\n${line(origin, keyId(origin, 4, log.publicKey), signature)}`);
    no('signature-r-flipped', 'a bit of R flipped', by(flipBit(signature, 0)));
    no('signature-s-flipped', 'a bit of S flipped', by(flipBit(signature, 256)));
    no('signature-last-bit', 'the last bit flipped', by(flipBit(signature, 511)));
    no('signature-short', 'a signature of 63 bytes', by(signature.subarray(1)));
    no('signature-long', 'a signature of 65 bytes', by(Buffer.concat([signature, Buffer.alloc(1)])));
    no('signature-zero', 'a signature of zeros', by(Buffer.alloc(64)));
    no('signature-of-order-added', 'S plus the order of the group: another spelling of the signature', by(addOrder(signature)));
    no('signature-over-note', 'signed with the empty line', by(log.sign(`${text}\n`)));
    no('signature-over-other-size', 'the signature of another size', by(log.sign(checkpointText(origin, 12))));
    no('cosignature-by-log', 'a cosignature where a signature belongs', by(cosignatureBytes(log, text, 1700000000)));
    no('size-changed', 'size changed after signing', good.replace('\n13\n', '\n14\n'));
    no('root-changed', 'root changed after signing', good.replace(base64(treeRoot), base64(root(12))));
    no('origin-changed', 'origin changed after signing', good.replace(origin, otherName));
    no('other-origin', "signed by the log's key under another origin", `${checkpointText(otherName)}\n${sigLine(origin, log, checkpointText(otherName))}`);
    no('other-log-whole', 'a good checkpoint of another log', `${checkpointText(otherName)}\n${sigLine(otherName, other, checkpointText(otherName))}`);
    no('origin-of-gladi', 'the rehearsal of the same name', `${checkpointText(origin.replace('/ikrar/', '/gladi/'))}\n${sigLine(origin.replace('/ikrar/', '/gladi/'), log, checkpointText(origin.replace('/ikrar/', '/gladi/')))}`);
    no('witness-key', 'a key of type 04 as the log', good, vkey(origin, 4, log.publicKey));
    refuse('malformed', 'two-blank-lines', 'a second empty line, which becomes text', `${text}\n\n${a}`, logKey);
    refuse('malformed', 'signed-two-blank-lines', 'a second empty line, signed', `${text}\n\n${sigLine(origin, log, `${text}\n`)}`, logKey);
    refuse('malformed', 'signed-nonsense', 'a good signature over no checkpoint', `salam\n\n${sigLine(origin, log, 'salam\n')}`, logKey);
    refuse('malformed', 'signed-extension', 'a good signature over an extension line', `${text}x\n\n${sigLine(origin, log, `${text}x\n`)}`, logKey);
    refuse('malformed', 'signed-leading-zero', 'a good signature over a size with a leading zero',
        `${checkpointText(origin, '013')}\n${sigLine(origin, log, checkpointText(origin, '013'))}`, logKey);
    refuse('malformed', 'signed-twice', 'two signatures of the log, one of them bad', good + line(origin, id, garbage), logKey);
    refuse('malformed', 'unsigned', 'no signature', `${text}\n`, logKey);
}

/// S + L (RFC 8032 section 5.1.7: decoding S must fail outside 0 <= s < L).
function addOrder(signature) {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let s = BigInt('0x' + hex(Buffer.from(signature.subarray(32)).reverse())) + order;
    const bytes = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
    return Buffer.concat([signature.subarray(0, 32), bytes]);
}

// ---- cosignatures

const witnesses = ['Bawaslu', 'Inspektorat', 'KPU', 'Universitas'].map(name => ({
    name, keyName: `${name.toLowerCase()}.example/saksi`, key: keyFrom(`witness ${name}`) }));
const witnessKey = w => vkey(w.keyName, 4, w.key.publicKey);

function cosignature() {
    const { ok, refuse } = forKind('cosignature', (text, bytes, key, time) =>
        ({ checkpoint: text, cosignature: hex(bytes), vkey: key, ...(time === undefined ? {} : { time }) }));
    const no = (name, desc, text, bytes, key = witnessKey(w)) => refuse('mismatch', name, desc, text, bytes, key);
    const w = witnesses[0];
    const text = checkpointText();
    const seconds = 1727222272; // no byte of it is over 7F, so that it reads as a time backwards too
    const good = cosignatureBytes(w.key, text, seconds);

    ok('good', 'a cosignature', text, good, witnessKey(w), seconds);
    ok('time-0', 'time 0', text, cosignatureBytes(w.key, text, 0), witnessKey(w), 0);
    ok('time-2-63-less-1', 'the latest time', text, cosignatureBytes(w.key, text, 2n ** 63n - 1n), witnessKey(w), 2n ** 63n - 1n);
    refuse('malformed', 'time-2-63', 'time 2^63', text, cosignatureBytes(w.key, text, 2n ** 63n), witnessKey(w));
    refuse('malformed', 'time-2-64-less-1', 'time 2^64 - 1', text, cosignatureBytes(w.key, text, 2n ** 64n - 1n), witnessKey(w));
    refuse('malformed', 'empty', 'no bytes', text, Buffer.alloc(0), witnessKey(w));
    refuse('malformed', 'no-time', 'the signature without its time', text, good.subarray(8), witnessKey(w));
    refuse('malformed', '71-bytes', 'the last byte dropped', text, good.subarray(0, 71), witnessKey(w));
    refuse('malformed', '73-bytes', 'one byte appended', text, Buffer.concat([good, Buffer.alloc(1)]), witnessKey(w));
    refuse('malformed', 'key-id-before', 'the key ID left in front', text, Buffer.concat([keyId(w.keyName, 4, w.key.publicKey), good]), witnessKey(w));
    no('time-flipped', 'the last bit of the time flipped', text, flipBit(good, 56));
    no('time-swapped', 'the time in little-endian order', text, Buffer.concat([Buffer.from(good.subarray(0, 8)).reverse(), good.subarray(8)]));
    no('signature-flipped', 'a bit of the signature flipped', text, flipBit(good, 64));
    no('signature-last-bit', 'the last bit flipped', text, flipBit(good, 575));
    no('other-size', 'over another size', checkpointText(origin, 14), good);
    no('other-root', 'over another root', checkpointText(origin, 13, base64(root(12))), good);
    no('other-origin', 'over another origin', checkpointText(otherName), good);
    no('other-witness', 'by another witness', text, good, witnessKey(witnesses[1]));
    no('log-key', 'a key of type 01', text, good, vkey(w.keyName, 1, w.key.publicKey));
    no('plain-signature', 'a signature of the note, with a time in front', text, Buffer.concat([good.subarray(0, 8), w.key.sign(text)]));
    no('without-header', 'signed without the header line', text, Buffer.concat([good.subarray(0, 8), w.key.sign(`time ${seconds}\n${text}`)]));
    no('header-v2', 'signed under another header line', text, Buffer.concat([good.subarray(0, 8), w.key.sign(`cosignature/v2\ntime ${seconds}\n${text}`)]));
    no('time-with-zero', 'signed over a time with a leading zero', text, Buffer.concat([good.subarray(0, 8), w.key.sign(`cosignature/v1\ntime 0${seconds}\n${text}`)]));
    no('with-blank-line', 'signed with the empty line', text, Buffer.concat([good.subarray(0, 8), w.key.sign(`cosignature/v1\ntime ${seconds}\n${text}\n`)]));
}

// ---- policies

const policyLog = `log ${vkey(origin, 1, log.publicKey)} https://log.example/\n`;
const witnessLine = w => `witness ${w.name} ${witnessKey(w)}\n`;
const allWitnesses = witnesses.map(witnessLine).join('');
const groups = 'group pengawas 2 Bawaslu Inspektorat KPU\ngroup semua all pengawas Universitas\n';

function policy() {
    const { ok, refuse } = forKind('policy', value => input(value));
    const no = (name, desc, value) => refuse('malformed', name, desc, value);
    const good = `${policyLog}${allWitnesses}${groups}quorum semua\n`;
    const swap = (from, to) => {
        if (!good.includes(from))
            throw new Error(`nothing to swap: ${from}`);
        return good.replace(from, () => to);
    };
    /// The same with no witness asked for, so that the change is all that is wrong.
    const unasked = (from, to) => swap(from, to).replace('quorum semua', 'quorum none');
    const [b, i] = witnesses;

    ok('groups', 'two levels of groups', good);
    ok('none', 'no witness', `${policyLog}quorum none\n`);
    ok('only-quorum', 'the shortest policy', 'quorum none\n');
    ok('witness-as-quorum', 'one witness', `${policyLog}${witnessLine(b)}quorum Bawaslu\n`);
    ok('comments', 'comments, empty lines, tabs', `# saksi\n\n  \t\n\t${policyLog}  # lagi\n${witnessLine(b).replaceAll(' ', ' \t ')}quorum\tnone \n`);
    ok('not-ascii', 'names, URLs and comments are opaque bytes', Buffer.concat([Buffer.from(`# \u2014\n${policyLog.trimEnd()}\u00e9\nwitness `),
        Buffer.from([0xff]), Buffer.from(` ${witnessKey(b)}\nquorum `), Buffer.from([0xff, 0x0a])]));
    ok('quorum-first-none', 'a quorum of none may stand first', `quorum none\n${policyLog}`);
    ok('log-as-witness-key', 'log and witness may wrap the same key', `log ${vkey('x', 1, b.key.publicKey)}\n${witnessLine(b)}quorum none\n`);
    ok('threshold-all', 'all', swap('pengawas 2', 'pengawas all'));
    ok('threshold-any', 'any', swap('pengawas 2', 'pengawas any'));
    ok('threshold-largest', 'as many as there are members', swap('pengawas 2', 'pengawas 3'));

    no('empty', 'nothing', '');
    no('quorum-missing', 'no quorum', swap('quorum semua\n', ''));
    no('quorum-twice', 'two quorums', `${good}quorum semua\n`);
    no('quorum-none-twice', 'two quorums of none', 'quorum none\nquorum none\n');
    no('quorum-none-and-another', 'none and another', `${good}quorum none\n`);
    no('quorum-empty', 'a quorum without a name', swap('quorum semua', 'quorum'));
    no('quorum-two-names', 'a quorum of two names', swap('quorum semua', 'quorum semua pengawas'));
    no('quorum-undefined', 'a quorum that is not defined', swap('quorum semua', 'quorum siapa'));
    no('quorum-other-case', 'a quorum in another case', swap('quorum semua', 'quorum Semua'));
    no('quorum-before-definition', 'a quorum defined below', `quorum Bawaslu\n${witnessLine(b)}`);
    no('quorum-keyword-case', 'a keyword in upper case', swap('quorum', 'QUORUM'));
    no('quorum-is-log', 'a log is no quorum', `${policyLog}quorum ${origin}\n`);
    no('unknown-keyword', 'an unknown keyword', `${good}monitor x\n`);
    no('keyword-plural', 'a keyword misspelt', unasked('group semua', 'groups semua'));
    no('comment-after-line', 'a comment after a value', swap('quorum semua', 'quorum semua # ya'));
    no('keyword-only-log', 'a log without a key', 'log\nquorum none\n');
    no('keyword-only-witness', 'a witness without a name', 'witness\nquorum none\n');
    no('keyword-only-group', 'a group without a name', 'group\nquorum none\n');

    no('threshold-0', 'threshold 0', swap('pengawas 2', 'pengawas 0'));
    no('threshold-too-large', 'threshold over the members', swap('pengawas 2', 'pengawas 4'));
    no('threshold-negative', 'threshold -1', swap('pengawas 2', 'pengawas -1'));
    no('threshold-leading-zero', 'threshold 02', swap('pengawas 2', 'pengawas 02'));
    no('threshold-plus', 'threshold +2', swap('pengawas 2', 'pengawas +2'));
    no('threshold-2-64-plus-1', 'threshold 2^64 + 1', swap('pengawas 2', 'pengawas 18446744073709551617'));
    no('threshold-word', 'an unknown word', swap('pengawas 2', 'pengawas most'));
    no('threshold-case', 'ALL', swap('pengawas 2', 'pengawas ALL'));
    no('threshold-missing', 'no threshold', swap('pengawas 2', 'pengawas'));
    no('group-without-members', 'no members', `${good.replace('quorum semua\n', '')}group kosong any\nquorum semua\n`);
    no('group-member-undefined', 'a member that is not defined', swap('KPU\n', 'PKU\n'));
    no('group-member-below', 'a member defined below', `${policyLog}group g any Bawaslu\n${witnessLine(b)}quorum g\n`);
    no('group-of-itself', 'a group within itself', `${witnessLine(b)}group g any g Bawaslu\nquorum g\n`);
    no('group-cycle', 'two groups within each other', `${witnessLine(b)}group g any h\ngroup h any g Bawaslu\nquorum g\n`);
    no('group-member-none', 'none as a member', swap('KPU\n', 'none\n'));
    no('group-member-twice', 'a member twice', swap('Bawaslu Inspektorat KPU', 'Bawaslu Bawaslu KPU'));
    no('group-member-of-two', 'a member of two groups', swap('pengawas Universitas', 'pengawas Bawaslu'));
    no('group-name-of-witness', "a witness's name for a group", unasked('group semua all pengawas Universitas', 'group Universitas all pengawas'));
    no('group-name-twice', 'a group twice', unasked('group semua all pengawas Universitas', 'group pengawas all Universitas'));
    no('group-name-none', 'a group called none', unasked('group semua', 'group none'));
    no('witness-name-none', 'a witness called none', `witness none ${witnessKey(b)}\nquorum none\n`);
    no('witness-name-twice', 'two witnesses of one name', `${witnessLine(b)}witness Bawaslu ${witnessKey(i)}\nquorum none\n`);
    no('witness-key-twice', 'two witnesses of one key', `${witnessLine(b)}witness lain ${witnessKey(b)}\nquorum none\n`);
    no('witness-key-twice-other-name', 'two witnesses of one key under two key names',
        `${witnessLine(b)}witness lain ${vkey('lain.example', 4, b.key.publicKey)}\nquorum none\n`);
    no('witness-key-missing', 'a witness without a key', `witness Bawaslu\nquorum none\n`);
    no('witness-key-of-log', 'a witness with a key of type 01', `witness Bawaslu ${vkey(b.keyName, 1, b.key.publicKey)}\nquorum none\n`);
    no('witness-key-ml-dsa', 'a witness with a key of type 06', `witness Bawaslu ${vkey(b.keyName, 6, Buffer.alloc(1312, 7))}\nquorum none\n`);
    no('witness-extra-word', 'a word after the URL', `${witnessLine(b).trimEnd()} https://a.example b\nquorum none\n`);
    no('witness-key-id-wrong', 'a key ID that is not the key’s', `witness Bawaslu ${witnessKey(b).replace(/\+(.)/, (_, d) => d === '0' ? '+1' : '+0')}\nquorum none\n`);
    no('log-twice', 'a log twice', `${policyLog}${good}`);
    no('log-key-twice', 'one key under two origins', `${policyLog}log ${vkey(otherName, 1, log.publicKey)}\nquorum none\n`);
    no('log-origin-twice', 'two keys under one origin', `${policyLog}log ${vkey(origin, 1, other.publicKey)}\nquorum none\n`);
    no('log-key-of-witness', 'a log with a key of type 04', `log ${vkey(origin, 4, log.publicKey)}\nquorum none\n`);
    no('log-extra-word', 'a word after the URL', `${policyLog.trimEnd()} x\nquorum none\n`);
    no('log-key-cut', 'a key cut short', `${policyLog.slice(0, 60)}\nquorum none\n`);
    no('no-final-newline', 'no newline at the end', good.slice(0, -1));
    no('no-final-newline-of-comment', 'a comment without its newline', `${good}# saksi`);
    no('crlf', 'lines end in CRLF', good.replaceAll('\n', '\r\n'));
    no('nul', 'a NUL', swap('quorum', '\0quorum'));
    no('form-feed', 'a form feed', swap('quorum ', 'quorum\f'));
    no('delete', 'U+007F', swap('quorum', '\u007fquorum'));
    no('control-in-comment', 'a control character in a comment', `# \u001b[2J\n${good}`);
    no('bom', 'a byte order mark', `\ufeff${good}`);
    no('no-break-space', 'U+00A0 is no white space', swap('quorum semua', 'quorum\u00a0semua'));
    refuse('too-large', 'too-many-lines', '4,097 lines', '\n'.repeat(4096) + 'quorum none\n');
    ok('as-many-lines', '4,096 lines', '\n'.repeat(4095) + 'quorum none\n');
}

function quorum() {
    const { ok, refuse } = forKind('quorum', (text, cosigned) => ({ input: text, witnesses: cosigned }));
    const no = (name, desc, text, cosigned) => refuse('mismatch', name, desc, text, cosigned);
    const two = `${policyLog}${allWitnesses}${groups}quorum semua\n`;
    const one = `${policyLog}${allWitnesses}quorum KPU\n`;
    const inner = `${policyLog}${allWitnesses}${groups}quorum pengawas\n`;

    ok('none', 'no witness asked for', `${policyLog}quorum none\n`, []);
    ok('none-with-witness', 'none asked for, one cosigned', `${policyLog}${allWitnesses}quorum none\n`, ['KPU']);
    ok('one', 'the witness asked for', one, ['KPU']);
    ok('two-of-three-and-one', 'as many as needed', two, ['Bawaslu', 'KPU', 'Universitas']);
    ok('everyone', 'everyone', two, witnesses.map(w => w.name));
    ok('inner-group', 'a group within a group as the quorum', inner, ['Inspektorat', 'KPU']);
    no('one-nobody', 'nobody', one, []);
    no('one-another', 'another witness', one, ['Bawaslu']);
    no('one-all-others', 'all but the one', one, ['Bawaslu', 'Inspektorat', 'Universitas']);
    no('one-unknown', 'a name the policy has not', one, ['kpu']);
    no('nobody', 'nobody', two, []);
    no('one-of-three', 'one of three', two, ['Bawaslu', 'Universitas']);
    no('outer-missing', 'all of the inner group only', two, ['Bawaslu', 'Inspektorat', 'KPU']);
    no('inner-missing', 'the outer member only', two, ['Universitas']);
    no('group-name-given', "a group's name is no witness", two, ['semua']);
    no('inner-group-name-given', "an inner group's name is no witness", two, ['pengawas', 'Universitas']);
    no('unknown-makes-up', 'an unknown name does not make up for one', two, ['Bawaslu', 'Asing', 'Universitas']);
    no('none-given', 'none is no witness', two, ['none']);
}

// ---- tiles

function tilePath() {
    const { ok, refuse } = forKind('tile-path', (value, level, index, width) =>
        ({ ...input(value), ...(level === undefined ? {} : { level, index, width }) }));
    const no = (name, desc, value) => refuse('malformed', name, desc, value);
    ok('first', 'the first tile', 'tile/0/000', 0, 0, 256);
    ok('published', 'the example of tlog-tiles', 'tile/0/x001/x234/067', 0, 1234067, 256);
    ok('partial', 'a partial tile', 'tile/1/001.p/17', 1, 1, 17);
    ok('deep', 'level 63', 'tile/63/000.p/1', 63, 0, 1);
    ok('bundle', 'a bundle', 'tile/entries/x001/067', -1, 1067, 256);
    ok('bundle-partial', 'a partial bundle', 'tile/entries/273.p/112', -1, 273, 112);
    ok('thousand', 'the first index of two groups', 'tile/2/x001/000', 2, 1000, 256);
    ok('widest-partial', 'width 255', 'tile/0/999.p/255', 0, 999, 255);
    ok('largest-index', 'index 2^63 - 1', 'tile/0/x009/x223/x372/x036/x854/x775/807', 0, 2n ** 63n - 1n, 256);

    const cases = [
        ['empty', 'nothing', ''], ['root', 'the root alone', 'tile/'], ['level-only', 'no index', 'tile/0'],
        ['level-slash', 'an empty index', 'tile/0/'], ['no-root', 'no root', '0/000'], ['root-case', 'a root in upper case', 'Tile/0/000'],
        ['slash-before', 'a slash before', '/tile/0/000'], ['slash-after', 'a slash after', 'tile/0/000/'],
        ['two-slashes', 'two slashes', 'tile//0/000'], ['dot-dot', 'a path that goes up', 'tile/0/../000'],
        ['dot', 'a path that stays', 'tile/./0/000'], ['prefix', 'a prefix left in front', 'log/tile/0/000'],
        ['checkpoint', 'not a tile', 'checkpoint'], ['nul', 'a NUL after', 'tile/0/000\0'], ['newline', 'a newline after', 'tile/0/000\n'],
        ['level-64', 'level 64', 'tile/64/000'], ['level-256', 'level 256', 'tile/256/000'], ['level-2-64', 'level 2^64', 'tile/18446744073709551616/000'],
        ['level-negative', 'level -1', 'tile/-1/000'], ['level-plus', 'level +1', 'tile/+1/000'], ['level-leading-zero', 'level 01', 'tile/01/000'],
        ['level-double-zero', 'level 00', 'tile/00/000'], ['level-empty', 'no level', 'tile//000'], ['level-space', 'a space', 'tile/ 0/000'],
        ['level-hex', 'hexadecimal', 'tile/a/000'], ['level-entries-case', 'entries in upper case', 'tile/Entries/000'],
        ['level-entry', 'entries misspelt', 'tile/entry/000'], ['level-data', "another log's name for entries", 'tile/data/000'],
        ['group-one-digit', 'a group of one digit', 'tile/0/0'], ['group-two-digits', 'a group of two digits', 'tile/0/67'],
        ['group-four-digits', 'a group of four digits', 'tile/0/1067'], ['group-four-zero', 'four zeros', 'tile/0/0000'],
        ['x-missing', 'no x on the first group', 'tile/0/001/067'], ['x-missing-middle', 'no x on the middle group', 'tile/0/x001/234/067'],
        ['x-on-last', 'x on the last group', 'tile/0/x001/x067'], ['x-on-single', 'x on the only group', 'tile/0/x067'],
        ['x-case', 'an upper-case x', 'tile/0/X001/067'], ['x-twice', 'x twice', 'tile/0/xx001/067'], ['x-after', 'x after the group', 'tile/0/001x/067'],
        ['leading-group', 'a leading group of zeros', 'tile/0/x000/067'], ['group-short-middle', 'a short group in the middle', 'tile/0/x001/x23/067'],
        ['group-no-slash', 'groups not parted', 'tile/0/x001067'], ['group-double-slash', 'groups parted twice', 'tile/0/x001//067'],
        ['group-letters', 'a letter for a digit', 'tile/0/0a7'], ['group-plus', 'a plus sign', 'tile/0/+67'], ['group-minus', 'a minus sign', 'tile/0/-67'],
        ['group-space', 'a space', 'tile/0/ 67'], ['index-2-63', 'index 2^63', 'tile/0/x009/x223/x372/x036/x854/x775/808'],
        ['index-2-64', 'index 2^64', 'tile/0/x018/x446/x744/x073/x709/x551/616'], ['index-long', 'twenty groups', `tile/0/${'x111/'.repeat(19)}111`],
        ['width-0', 'width 0', 'tile/0/000.p/0'], ['width-256', 'a full tile written as a partial one', 'tile/0/000.p/256'],
        ['width-257', 'width 257', 'tile/0/000.p/257'], ['width-leading-zero', 'width 017', 'tile/0/000.p/017'],
        ['width-empty', 'no width', 'tile/0/000.p/'], ['width-no-slash', 'no slash before the width', 'tile/0/000.p17'],
        ['width-plus', 'width +17', 'tile/0/000.p/+17'], ['width-negative', 'width -17', 'tile/0/000.p/-17'], ['width-space', 'a space', 'tile/0/000.p/ 17'],
        ['width-2-32-plus-17', 'width 2^32 + 17', 'tile/0/000.p/4294967313'], ['width-twice', 'two widths', 'tile/0/000.p/17.p/17'],
        ['width-slash-after', 'a slash after the width', 'tile/0/000.p/17/'], ['partial-case', 'an upper-case P', 'tile/0/000.P/17'],
        ['partial-without-dot', 'no dot', 'tile/0/000p/17'], ['partial-only', 'a width without an index', 'tile/0/.p/17'],
        ['partial-on-group', 'a width in the middle', 'tile/0/x001.p/17/067'], ['extension', 'an extension', 'tile/0/000.bin'],
        ['query', 'a query', 'tile/0/000?x'], ['percent', 'a percent sign', 'tile/0/%30%30%30'],
    ];
    for (const [name, desc, value] of cases)
        no(name, desc, value);
}

function bundle() {
    const { ok, refuse } = forKind('bundle', (bytes, width, entries) =>
        ({ bundle: hex(bytes), width, ...(entries === undefined ? {} : { entries: entries.map(hex) }) }));
    const entries = ['satu', '', 'tiga'].map(text => Buffer.from(text));
    const pack = list => Buffer.concat(list.flatMap(entry => [Buffer.from([entry.length >> 8, entry.length & 255]), entry]));
    const good = pack(entries);
    ok('three', 'three entries, one of them empty', good, 3, entries);
    ok('one-of-300', 'a length of two bytes', pack([Buffer.alloc(300, 7)]), 1, [Buffer.alloc(300, 7)]);
    ok('full', '256 empty entries', Buffer.alloc(512), 256, Array(256).fill(Buffer.alloc(0)));
    refuse('truncated', 'empty', 'no bytes', Buffer.alloc(0), 3);
    refuse('truncated', 'width-plus-one', 'one entry fewer than the width', good, 4);
    refuse('trailing-bytes', 'width-less-one', 'one entry more than the width', good, 2);
    refuse('trailing-bytes', 'appended', 'one byte appended', Buffer.concat([good, Buffer.alloc(1)]), 3);
    refuse('truncated', 'last-byte-dropped', 'the last byte dropped', good.subarray(0, -1), 3);
    refuse('truncated', 'cut-in-length', 'cut within a length', good.subarray(0, 7), 3);
    refuse('truncated', 'first-byte-dropped', 'the first byte dropped', good.subarray(1), 3);
    refuse('truncated', 'length-plus-one', 'the last length one more', good.map((byte, i) => i === 9 ? byte + 1 : byte), 3);
    refuse('trailing-bytes', 'length-less-one', 'the last length one less', good.map((byte, i) => i === 9 ? byte - 1 : byte), 3);
    refuse('truncated', 'length-65535', 'a length over the file', Buffer.from('ffff00', 'hex'), 1);
    refuse('truncated', 'little-endian', 'a length in little-endian order', Buffer.concat([Buffer.from([4, 0]), Buffer.from('satu')]), 1);
    refuse('trailing-bytes', 'full-plus-one', '257 entries in a full bundle', Buffer.alloc(514), 256);
}

// ---- tlog-proof

function tlogProof() {
    const { ok, refuse } = forKind('tlog-proof', value => input(value));
    const no = (name, desc, value) => refuse('malformed', name, desc, value);
    const text = checkpointText();
    const proof = path(5, leaves.slice(0, 13));
    const checkpointNote = `${text}\n${sigLine(origin, log, text)}`
        + line(witnesses[0].keyName, keyId(witnesses[0].keyName, 4, witnesses[0].key.publicKey), cosignatureBytes(witnesses[0].key, text, 1727222400));
    const compose = ({ first = 'c2sp.org/tlog-proof@v1\n', extra = `extra ${base64(Buffer.from('tambahan'))}\n`, index = 'index 5\n',
        hashes = proof.map(hash => `${base64(hash)}\n`).join(''), blank = '\n', tail = checkpointNote } = {}) =>
        first + extra + index + hashes + blank + tail;

    ok('with-extra', 'with extra data and a cosignature', compose());
    ok('without-extra', 'without extra data', compose({ extra: '' }));
    ok('without-hashes', 'a tree of one leaf', compose({ index: 'index 0\n', hashes: '' }));
    ok('largest-index', 'index 2^63 - 1', compose({ index: 'index 9223372036854775807\n' }));
    ok('other-checkpoint', 'whether index, hashes and checkpoint agree is for the verifier', compose({ index: 'index 6\n' }));

    refuse('unknown-version', 'version-2', 'version v2', compose({ first: 'c2sp.org/tlog-proof@v2\n' }));
    refuse('unknown-version', 'version-10', 'version v10', compose({ first: 'c2sp.org/tlog-proof@v10\n' }));
    refuse('unknown-version', 'version-1-1', 'version v1.1', compose({ first: 'c2sp.org/tlog-proof@v1.1\n' }));
    refuse('unknown-version', 'version-empty', 'no version', compose({ first: 'c2sp.org/tlog-proof@\n' }));
    refuse('unknown-version', 'version-case', 'version V1', compose({ first: 'c2sp.org/tlog-proof@V1\n' }));
    refuse('unknown-version', 'version-space', 'a space after the version', compose({ first: 'c2sp.org/tlog-proof@v1 \n' }));
    refuse('unknown-version', 'crlf', 'lines end in CRLF', compose().replaceAll('\n', '\r\n'));
    no('empty', 'nothing', '');
    no('first-line-only', 'the first line only', 'c2sp.org/tlog-proof@v1\n');
    no('first-line-cut', 'the first line without its newline', 'c2sp.org/tlog-proof@v1');
    no('first-line-missing', 'no first line', compose({ first: '' }));
    no('first-line-https', 'a scheme', compose({ first: 'https://c2sp.org/tlog-proof@v1\n' }));
    no('first-line-case', 'another case', compose({ first: 'C2SP.org/tlog-proof@v1\n' }));
    no('first-line-space', 'a space before', compose({ first: ' c2sp.org/tlog-proof@v1\n' }));
    no('first-line-bom', 'a byte order mark before', compose({ first: '\ufeffc2sp.org/tlog-proof@v1\n' }));
    no('first-line-blank-before', 'an empty line before', `\n${compose()}`);

    refuse('not-canonical', 'extra-empty', 'a line for no extra data', compose({ extra: 'extra \n' }));
    no('extra-no-value', 'extra without a space', compose({ extra: 'extra\n' }));
    no('extra-twice', 'extra data twice', compose({ extra: 'extra YQ==\nextra YQ==\n' }));
    no('extra-after-index', 'extra data after the index', compose({ extra: '', index: 'index 5\nextra YQ==\n' }));
    no('extra-case', 'EXTRA', compose({ extra: 'EXTRA YQ==\n' }));
    no('extra-no-padding', 'extra data without padding', compose({ extra: 'extra YQ\n' }));
    refuse('not-canonical', 'extra-unused-bits', 'extra data with unused bits', compose({ extra: 'extra YR==\n' }));
    no('extra-two-spaces', 'two spaces', compose({ extra: 'extra  YQ==\n' }));
    no('extra-tab', 'a tab', compose({ extra: 'extra\tYQ==\n' }));
    no('extra-url-alphabet', 'the URL alphabet', compose({ extra: 'extra _-_-\n' }));
    no('extra-newline', 'a newline within', compose({ extra: 'extra YWFh\nYWFh\n' }));
    no('extra-space-after', 'a space after', compose({ extra: 'extra YQ== \n' }));
    no('unknown-line', 'an unknown line', compose({ extra: 'note YQ==\n' }));

    no('index-missing', 'no index', compose({ index: '' }));
    no('index-no-value', 'index without a number', compose({ index: 'index\n' }));
    no('index-case', 'INDEX', compose({ index: 'INDEX 5\n' }));
    no('index-two-spaces', 'two spaces', compose({ index: 'index  5\n' }));
    no('index-twice', 'index twice', compose({ index: 'index 5\nindex 5\n' }));
    for (const [name, desc, spelling] of otherNumbers)
        no(`index-${name}`, `index: ${desc}`, compose({ index: `index ${spelling}\n` }));
    for (const [expect, name, desc, spelling] of otherHashes(proof[0]))
        refuse(expect, `hash-${name}`, `hash: ${desc}`, compose({ hashes: `${spelling}\n` }));
    no('hash-newline-within', 'a newline within a hash', compose({ hashes: `${base64(proof[0]).slice(0, 8)}\n${base64(proof[0]).slice(8)}\n` }));
    no('hashes-on-one-line', 'two hashes on one line', compose({ hashes: `${base64(proof[0])} ${base64(proof[1])}\n` }));

    no('blank-missing', 'no empty line before the checkpoint', compose({ blank: '' }));
    no('blank-of-space', 'a space on the empty line', compose({ blank: ' \n' }));
    no('blank-before-hashes', 'an empty line before the hashes', compose({ index: 'index 5\n\n', tail: '' }));
    no('checkpoint-missing', 'no checkpoint', compose({ tail: '' }));
    no('checkpoint-unsigned', 'a checkpoint without a signature', compose({ tail: `${text}\n` }));
    no('checkpoint-no-blank', 'a checkpoint without its empty line', compose({ tail: checkpointNote.replace('\n\n', '\n') }));
    no('checkpoint-cut', 'a checkpoint cut short', compose({ tail: checkpointNote.slice(0, -1) }));
    no('checkpoint-hyphen', 'a hyphen for the dash', compose({ tail: checkpointNote.replace('\u2014', '-') }));
    no('checkpoint-signature-twice', 'a signature line twice', compose({ tail: checkpointNote + sigLine(origin, log, text) }));
    no('blank-after', 'an empty line after', `${compose()}\n`);
    no('text-after', 'a line after', `${compose()}x\n`);
    refuse('too-large', 'over-64-kib', 'over 64 KiB', compose({ extra: `extra ${base64(Buffer.alloc(49152))}\n` }));
}

rmSync(folder, { recursive: true, force: true });
for (const kind of [inclusion, consistency, note, verifierKey, checkpoint, opened, cosignature, policy, quorum, tilePath, bundle, tlogProof])
    kind();
console.log(`${written.size} vectors`);
