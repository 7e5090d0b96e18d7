// Entries, commitments, matching codes, identities and origins, on the vectors of tests/pledge.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { source, vectorCases } from './sources.mjs';

const { fromHex, toHex } = await source('bytes.js');
const { decodeEntry, verifyEntry } = await source('entry.js');
const { commitment, matches, parseMatchingCode } = await source('commitment.js');
const { parseIdentity } = await source('identity.js');
const { parseOrigin } = await source('origin.js');

function judge(read) {
  try {
    read();
    return 'ok';
  } catch (error) {
    if (!error.kind) throw error;
    return error.kind;
  }
}

test('every kind of entry is read as published, and its signature holds', async () => {
  for (const vector of vectorCases('pledge/entry', 'ok-')) {
    const sealed = decodeEntry(fromHex(vector.bytes));
    assert.equal(sealed.kid, parseInt(vector.kid, 16), vector.name);
    assert.ok(await verifyEntry(sealed, fromHex(vector.public_key)), vector.name);
    if (!vector.decoded) continue;
    const { kind, time, trust } = vector.decoded;
    assert.deepEqual([sealed.entry.kind, sealed.entry.time, sealed.entry.trust], [kind, BigInt(time), trust], vector.name);
    for (const name of ['session', 'category', 'method', 'reason', 'index'])
      if (name in vector.decoded) assert.equal(Number(sealed.entry[name]), vector.decoded[name], `${vector.name} ${name}`);
    for (const name of ['commitment', 'act', 'ceremony']) if (name in vector.decoded) assert.equal(toHex(sealed.entry[name]), vector.decoded[name]);
    const { signed, voided } = vector.decoded;
    if (signed !== undefined) assert.deepEqual(sealed.entry.counts, { signed: BigInt(signed), voided: BigInt(voided) });
  }
});

test('what is not exactly an entry is refused by its name', () => {
  for (const vector of vectorCases('pledge/entry', 'bad-'))
    assert.equal(judge(() => decodeEntry(fromHex(vector.bytes))), vector.expect, `${vector.name}: ${vector.desc}`);
});

test('an entry that decodes may still be forged', async () => {
  for (const vector of vectorCases('pledge/entry', 'forged-'))
    assert.ok(!(await verifyEntry(decodeEntry(fromHex(vector.bytes)), fromHex(vector.public_key))), vector.name);
});

test('every beginning of an entry is truncated, and a flipped bit in any byte makes another entry or none', async () => {
  const [{ bytes: hex, public_key: key }] = vectorCases('pledge/entry', 'ok-signed');
  const bytes = fromHex(hex);
  for (let end = 0; end < bytes.length; ++end) assert.equal(judge(() => decodeEntry(bytes.subarray(0, end))), 'truncated', `${end}`);
  for (let at = 0; at < bytes.length; ++at) {
    const flipped = bytes.slice();
    flipped[at] ^= 1 << at % 8;
    if (judge(() => decodeEntry(flipped)) === 'ok') assert.ok(!(await verifyEntry(decodeEntry(flipped), fromHex(key))), `byte ${at}`);
  }
});

test('commitments of typed identities are the published ones', () => {
  for (const vector of vectorCases('pledge/commitment')) {
    const { identity } = parseIdentity(vector.kind, vector.typed);
    assert.equal(identity.value, vector.value, vector.name);
    assert.equal(toHex(commitment(fromHex(vector.salt), identity)), vector.commitment, vector.name);
  }
});

test('a person matches a signed entry under one code only', () => {
  const [{ salt, kind, value }] = vectorCases('pledge/commitment', 'nip');
  const identity = { kind, value };
  const entry = { kind: 'signed', commitment: commitment(fromHex(salt), identity) };
  assert.ok(matches(entry, identity, fromHex(salt)));
  assert.ok(!matches(entry, { kind: 'nik', value }, fromHex(salt)));
  assert.ok(!matches(entry, identity, new Uint8Array(16)));
  assert.ok(!matches({ kind: 'opened' }, identity, fromHex(salt)));
});

test('matching codes are read as published, or refused by name', () => {
  for (const { name, typed, salt } of vectorCases('pledge/matching-code', 'ok-')) assert.equal(toHex(parseMatchingCode(typed)), salt, name);
  for (const { name, typed, expect } of vectorCases('pledge/matching-code', 'bad-'))
    assert.equal(judge(() => parseMatchingCode(typed)), expect, name);
});

test('identities have one normal form', () => {
  for (const [kind, typed, value] of [
    ['nip', '19860926 201505 1 001', '198609262015051001'], ['nik', '7305.0141-0190 0001', '7305014101900001'],
    ['nrp', ' 123 45/p', '12345/P'], ['nipd', 'a b-1', 'AB-1'], ['nama', '  siti\tnurhaliza ', 'SITI NURHALIZA'],
    ['nama', 'jose\u0301', 'JOS\u00c9'], ['nama', 'ǰ', 'J\u030c'],
  ])
    assert.deepEqual(parseIdentity(kind, typed), { identity: { kind, value } }, typed);
});

test('what is no identity is refused with what to do, in both languages', () => {
  for (const [kind, typed, id] of [
    ['nip', '', 'Silakan isi NIP Anda.'], ['nip', '1986', 'NIP terdiri atas 18 angka: tambahkan 14 angka lagi.'],
    ['nip', '198609262015051000', 'Nomor urut pada angka ke-16–18 perlu diperiksa: mulai dari 001.'],
    ['nip', '198602302015051001', 'Tanggal lahir pada angka ke-7–8 perlu diperiksa.'],
    ['nip', '198609262015131001', 'Angka ke-13–14 perlu diperiksa: 01–12 untuk PNS, 21–29 untuk PPPK.'],
    ['nip', '1986092620150510011', 'NIP terdiri atas 18 angka; mohon diperiksa.'], ['nip', '19860926a', 'Karakter ke-9 perlu diperiksa: NIP berisi angka.'],
    ['nik', '0305014101900001', 'Kode wilayah pada angka ke-1–6 perlu diperiksa.'], ['nik', '7305017201900001', 'Tanggal lahir pada angka ke-7–8 perlu diperiksa.'],
    ['nrp', '1234', 'NRP terdiri atas 5–20 karakter; mohon diperiksa.'], ['nipd', ' ', 'Silakan isi NIPD Anda.'],
    ['nama', '', 'Silakan isi nama Anda.'], ['nama', 'a'.repeat(101), 'Nama terdiri atas paling banyak 100 karakter; mohon diperiksa.'],
    ['nama', 'groß', 'Karakter ke-4 perlu diperiksa: Nama berisi huruf, angka, dan tanda baca.'], ['nama', 'ﬁ', 'Karakter ke-1 perlu diperiksa: Nama berisi huruf, angka, dan tanda baca.'],
    ['nama', 'a\u200bb', 'Karakter ke-2 perlu diperiksa: Nama berisi huruf, angka, dan tanda baca.'], ['nama', '123', 'Karakter ke-1 perlu diperiksa: Nama berisi huruf, angka, dan tanda baca.'],
  ]) {
    const { problem } = parseIdentity(kind, typed);
    assert.equal(problem?.id, id, `${kind} ${typed}`);
    assert.match(problem.en, /^(Please|A )/);
  }
});

test('an origin names domain, ceremony and kiosk, or is none', () => {
  assert.deepEqual(parseOrigin('a.example/gladi/c-1/k-0-0a1b2c3d'), { domain: 'a.example', rehearsal: true, ceremony: 'c-1', kiosk: 'k-0' });
  for (const origin of ['a.example/ikrar/c/k-0A1B2C3D', 'a.example/other/c/k-0a1b2c3d', 'a/ikrar/c/k-0a1b2c3d', 'a.example/ikrar/c/-0a1b2c3d', 'a.example/ikrar/c/k-0a1b2c3d/', '-a.example/ikrar/c/k-0a1b2c3d', `a.example/ikrar/${'c'.repeat(33)}/k-0a1b2c3d`, ''])
    assert.equal(parseOrigin(origin), null, origin);
});
