// Bytes, numbers, hashes, signatures and CBOR, on vectors by others.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';

import { source, vectorFile } from './sources.mjs';

const { fromHex, toHex, utf8 } = await source('bytes.js');
const { fromBase10 } = await source('base10.js');
const { fromBase64, toBase64 } = await source('base64.js');
const { CborReader, CborWriter } = await source('cbor.js');
const { hmacSha256, sha256 } = await source('sha256.js');
const { verifyBundled, verifyEd25519 } = await source('ed25519.js');

/** `ok`, or the kind of the error. */
function judge(read) {
  try {
    read();
    return 'ok';
  } catch (error) {
    if (!error.kind) throw error;
    return error.kind;
  }
}

/** Reads one item of whatever kind and writes it again; what was refused is not read, so each kind is tried in turn. */
function recode(reader, writer, depth = 64) {
  assert.ok(depth > 0);
  const attempts = [
    () => { const value = reader.unsignedInteger(); return () => writer.unsignedInteger(value); },
    () => { const value = reader.bytes(2 ** 40); return () => writer.bytes(value); },
    () => { const value = reader.text(2 ** 40); return () => writer.text(value); },
    () => { const count = reader.array(2 ** 40); return () => { writer.array(count); for (let i = 0; i < count; ++i) recode(reader, writer, depth - 1); }; },
    () => { const count = reader.map(2 ** 40); return () => { writer.map(count); for (let i = 0; i < 2 * count; ++i) recode(reader, writer, depth - 1); }; },
    () => { const tag = reader.tag(); return () => { writer.tag(tag); recode(reader, writer, depth - 1); }; },
    () => { const value = reader.integer(); return () => writer.integer(value); },
  ];
  for (const [i, attempt] of attempts.entries()) {
    let write;
    try {
      write = attempt();
    } catch (error) {
      if (error.kind === 'malformed' && i + 1 < attempts.length) continue;
      throw error;
    }
    return write();
  }
}

function recoded(bytes) {
  const reader = new CborReader(bytes);
  const writer = new CborWriter();
  recode(reader, writer);
  reader.finish();
  return writer.take();
}

test('the examples of RFC 8949 are read and written alike, or refused by name', () => {
  for (const { cbor, expect, desc } of vectorFile('base/cbor_rfc8949_appendix_a.json')) {
    const bytes = fromHex(cbor);
    assert.equal(judge(() => recoded(bytes)), expect, `${desc ?? ''} ${cbor}`);
    if (expect === 'ok') assert.equal(toHex(recoded(bytes)), cbor);
  }
});

test('each CBOR head has one spelling, and every beginning of a value is truncated', () => {
  for (let major = 0; major <= 6; ++major)
    for (const [info, argument] of [[24, '17'], [25, '00ff'], [26, '0000ffff'], [27, '00000000ffffffff']]) {
      if ((major === 2 || major === 3) && info > 24) continue; // the string would have to be there
      const bytes = fromHex(((major << 5) | info).toString(16).padStart(2, '0') + argument + ((major === 2 || major === 3) ? '78'.repeat(23) : ''));
      assert.equal(judge(() => recoded(bytes)), 'not-canonical', `${major} ${info}`);
    }
  const whole = fromHex('d28449a201270444e40e48aba0420102f5'.slice(0, -2));
  for (let end = 0; end < whole.length; ++end) assert.equal(judge(() => recoded(whole.subarray(0, end))), 'truncated', `${end}`);
});

test('base10 is read as FIDO CTAP 2.2 has it, and in no other way', () => {
  for (const [digits, hex] of [['', ''], ['255', 'ff'], ['65535', 'ffff'], ['00001', '0100'], ['72057594037927935', 'ffffffffffffff'], ['72057594037927935000', 'ffffffffffffff00']])
    assert.equal(toHex(fromBase10(digits)), hex);
  for (const digits of ['1', '12', '256', '65536', '0000', '72057594037927936', '12a', '-12', '+12', ' 12', '١٢٣', '99999999999999999'])
    assert.equal(judge(() => fromBase10(digits)), 'malformed', digits);
});

test('base64 has one spelling', () => {
  for (let length = 0; length < 70; ++length) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 71 + length) & 0xff);
    assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
  }
  for (const text of ['A', 'AA', 'AAA', 'AA=A', 'A===', '====', 'AA==AA==', 'AA-_', 'AA\n=', 'AAA=\n'])
    assert.equal(judge(() => fromBase64(text)), 'malformed', text);
  for (const text of ['AB==', 'AAB=']) assert.equal(judge(() => fromBase64(text)), 'not-canonical', text);
});

test('SHA-256 and HMAC answer as published', () => {
  for (const { message, digest, repeat } of vectorFile('crypto/sha256.json'))
    assert.equal(toHex(sha256(...Array(repeat ?? 1).fill(fromHex(message)))), digest);
  for (const { key, message, hmac } of vectorFile('crypto/hmac_rfc4231.json'))
    assert.equal(toHex(hmacSha256(fromHex(key), fromHex(message))).slice(0, hmac.length), hmac);
});

const signatures = [
  ...vectorFile('crypto/ed25519_rfc8032.json').map((vector) => ({ ...vector, expect: 'valid' })),
  ...vectorFile('crypto/ed25519_wycheproof.json'),
];

test('Ed25519 signatures are judged as published, by the bundled library alone', async () => {
  for (const { desc, key, message, signature, expect } of signatures)
    assert.equal(await verifyEd25519(fromHex(key), fromHex(message), fromHex(signature), null), expect === 'valid', desc);
});

test('and with WebCrypto', async () => {
  for (const { desc, key, message, signature, expect } of signatures)
    assert.equal(await verifyEd25519(fromHex(key), fromHex(message), fromHex(signature), webcrypto.subtle), expect === 'valid', desc);
});

test('a browser without the algorithm, or one that is wrong, makes no good signature bad', async () => {
  const [{ key, message, signature }] = signatures;
  const lacking = { importKey: () => Promise.reject(new Error('NotSupportedError')) };
  const wrong = { importKey: () => Promise.resolve({}), verify: () => Promise.resolve(false) };
  for (const subtle of [lacking, wrong]) assert.ok(await verifyEd25519(fromHex(key), fromHex(message), fromHex(signature), subtle));
});

test('a signature that only holds when multiplied by the cofactor is bad, as with OpenSSL', () => {
  // R and the key are points of small order: 8(SB - kA - R) is zero, SB - kA is not R.
  const smallOrder = fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
  const identity = fromHex(`01${'00'.repeat(31)}`);
  const zero = fromHex('00'.repeat(32));
  const messages = Array.from({ length: 16 }, (_, i) => utf8(`message ${i}`));
  const good = messages.filter((message) => verifyBundled(smallOrder, message, fromHex(toHex(identity) + toHex(zero))));
  assert.ok(good.length > 0 && good.length < messages.length, 'S = 0 and R = 1 hold where k is a multiple of 8 only');
});
