// What the page reads of a published log after a touch, and what it refuses to believe.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SampleLog } from './sample_log.mjs';
import { source } from './sources.mjs';

const { byteString, toHex, utf8 } = await source('bytes.js');
const { parsePolicy } = await source('policy.js');
const { openPublished } = await source('published.js');
const { refuse } = await source('refused.js');

const SIZE = 1000;
const VOIDED = 42;
const log = new SampleLog(SIZE, { voids: new Map([[900, VOIDED], [901, 300]]) });

/** A reader of the sample's files, `changed` by name: bytes, or null for a file that is gone. */
function reader(changed = {}) {
  const asked = [];
  const read = async (path, limit) => {
    asked.push(path);
    const content = path in changed ? changed[path] : log.files.get(path);
    if (!content) refuse('missing', path);
    assert.ok(content.length <= limit, `${path} is over the limit that was asked for`);
    return Uint8Array.from(content);
  };
  return { read, asked };
}

function open(changed) {
  const policy = parsePolicy(byteString(utf8(log.policy)));
  return openPublished(reader(changed).read, policy.logs[0].key, policy);
}

const refused = (kind) => (error) => error.kind === kind;
const flipped = (name, at) => {
  const content = Buffer.from(log.files.get(name));
  content[at] ^= 1;
  return { [name]: content };
};

test('every earlier head is proved from the tiles', async () => {
  const view = await open();
  assert.equal(view.size, BigInt(SIZE));
  for (const size of [1, 2, 3, 255, 256, 257, 511, 512, 513, 768, 999, 1000]) assert.equal(toHex(await view.rootAt(BigInt(size))), log.root(size).toString('hex'), `${size}`);
});

test('a head is proved without reading the whole log', async () => {
  const { read, asked } = reader();
  const policy = parsePolicy(byteString(utf8(log.policy)));
  const view = await openPublished(read, policy.logs[0].key, policy);
  await view.rootAt(300n);
  assert.ok(asked.length <= 6, asked.join(' '));
  assert.ok(!asked.some((path) => path.includes('entries')));
});

test('a voiding is found wherever it stands, and nothing else is one', async () => {
  const view = await open();
  assert.equal(await view.isVoided(BigInt(VOIDED)), true);
  assert.equal(await view.isVoided(300n), true);
  for (const index of [1n, 41n, 43n, 299n, 900n, 999n]) assert.equal(await view.isVoided(index), false, `${index}`);
});

test('a partial file that is gone is read from the full one', async () => {
  const small = new SampleLog(300);
  const policy = parsePolicy(byteString(utf8(log.policy)));
  // A checkpoint of 200 entries, kept while the log grew past 256: its partial files are gone.
  const files = new Map([...small.files, ['checkpoint', Buffer.from(small.note({ size: 200 }))]]);
  const view = await openPublished(async (path) => Uint8Array.from(files.get(path) ?? refuse('missing', path)), policy.logs[0].key, policy);
  assert.equal(toHex(await view.rootAt(100n)), small.root(100).toString('hex'));
  assert.equal(await view.isVoided(7n), false);
});

test('a changed tile, a changed entry, an entry left out: not believed', async () => {
  await assert.rejects((await open(flipped('tile/0/000', 40))).rootAt(1n), refused('mismatch'));
  await assert.rejects((await open(flipped('tile/1/000.p/3', 0))).isVoided(300n), refused('mismatch'));
  await assert.rejects((await open(flipped('tile/entries/003.p/232', 50))).isVoided(BigInt(VOIDED)), refused('mismatch'));
  const withoutVoiding = log.files.get('tile/entries/003.p/232').subarray(0, 30000);
  await assert.rejects((await open({ 'tile/entries/003.p/232': withoutVoiding })).isVoided(BigInt(VOIDED)), refused('truncated'));
});

test('a file that is missing is said to be missing', async () => {
  await assert.rejects(open({ checkpoint: null }), refused('missing'));
  await assert.rejects((await open({ 'tile/0/000': null })).rootAt(1n), refused('missing'));
  await assert.rejects((await open({ 'tile/entries/001': null })).isVoided(1n), refused('missing'));
});

test('only a checkpoint that the expected key signed is believed', async () => {
  await assert.rejects(open({ checkpoint: Buffer.from(log.note().replace('1000', '999')) }), refused('mismatch'));
  await assert.rejects(open({ checkpoint: Buffer.from('<!doctype html>') }), refused('malformed'));
  const other = log.note().replaceAll('kiosk-1-0a1b2c3d', 'kiosk-2-0a1b2c3d');
  await assert.rejects(open({ checkpoint: Buffer.from(other) }), refused('invalid'));
});

test('witnesses of the head are told, and one that fails spoils it', async () => {
  assert.deepEqual((await open()).witnesses, []);
  assert.deepEqual((await open({ checkpoint: Buffer.from(log.note({ witnesses: [log.witness] })) })).witnesses, ['bawaslu']);
  const liar = { ...log.witness, sign: (message) => log.key.sign(message) };
  await assert.rejects(open({ checkpoint: Buffer.from(log.note({ witnesses: [liar] })) }), refused('mismatch'));
});

test("the ceremony is the one that the log's first entry names", async () => {
  assert.equal(toHex(await (await open()).ceremonyHash()), log.ceremony.toString('hex'));
  assert.equal(await (await open(flipped('tile/entries/000', 60))).ceremonyHash(), null);
  assert.equal(await (await open({ 'tile/entries/000': null })).ceremonyHash(), null);
});

test('a log too long to read through is refused by name', async () => {
  const huge = log.note({ size: 2 ** 32, root: log.root(SIZE) });
  await assert.rejects((await open({ checkpoint: Buffer.from(huge) })).isVoided(1n), refused('too-large'));
});
