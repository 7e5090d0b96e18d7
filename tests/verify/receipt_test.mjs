// Receipts and their verdicts, on the vectors of tests/receipt.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';

import { source, vectorCases } from './sources.mjs';

const { byteString, fromHex, utf8 } = await source('bytes.js');
const { parsePolicy } = await source('policy.js');
const { parseRevocations } = await source('revocation.js');
const { receiptFromText } = await source('receipt.js');
const { sentenceFor } = await source('sentence.js');
const { VERDICTS, verify, verifyUnderAny } = await source('verdict.js');

const vectors = vectorCases('receipt');
const policyOf = ({ policy }) => parsePolicy(byteString(utf8(policy)));

function viewOf({ log }) {
  return log && {
    origin: log.origin,
    size: BigInt(log.size),
    rootAt: async (size) => fromHex(log.roots[size]),
    isVoided: async (index) => log.voided.some((voided) => BigInt(voided) === index),
    witnesses: log.witnesses ?? [],
  };
}

const check = (vector, subtle) =>
  verify(vector.text, policyOf(vector), { revoked: parseRevocations(byteString(utf8(vector.revoked ?? ''))), log: viewOf(vector) ?? null, subtle });

for (const [name, subtle] of [['the bundled library', null], ['WebCrypto', webcrypto.subtle]])
  test(`every vector gets the verdict that it states, by ${name}`, async () => {
    for (const vector of vectors) {
      const finding = await check(vector, subtle);
      assert.equal(finding.verdict, vector.verdict, `${vector.name}: ${vector.desc} (${finding.why})`);
      if (vector.index === undefined) continue;
      const { receipt, origin, entry, witnesses } = finding;
      assert.deepEqual(
        [`${receipt.index}`, `${receipt.size}`, origin, entry.kind, [...witnesses].sort()],
        [vector.index, vector.size, vector.origin, vector.kind, vector.witnesses],
        vector.name,
      );
    }
  });

test('every malformed vector names its error, and each verdict has some', () => {
  for (const { name, text, error } of vectors.filter(({ verdict }) => verdict === 'malformed'))
    assert.throws(() => receiptFromText(text), (thrown) => thrown.kind === error, name);
  assert.deepEqual([...new Set(vectors.map(({ verdict }) => verdict))].sort(), [...VERDICTS].sort());
});

test('every finding has a sentence in both languages', async () => {
  for (const vector of vectors) {
    const { id, en } = sentenceFor(await check(vector));
    assert.ok(id.endsWith('.') && en.endsWith('.') && id !== en, vector.name);
  }
});

test('every changed digit of a receipt is refused', async () => {
  const vector = vectors.find(({ name }) => name === 'valid-2-of-3');
  const policy = policyOf(vector);
  const digits = vector.text.slice(vector.text.indexOf('#') + 1);
  const kept = [];
  for (let at = 0; at < digits.length; ++at) {
    const other = digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
    const { verdict } = await verify(other, policy, { subtle: webcrypto.subtle });
    if (!['malformed', 'unknown-log', 'bad-signature'].includes(verdict)) kept.push(at);
  }
  assert.deepEqual(kept, []);
});

test('of several policies the first that knows the log decides', async () => {
  const known = vectors.find(({ name }) => name === 'witnesses-one-under-one');
  const stranger = vectors.find(({ name }) => name === 'unknown-log-other');
  const under = async (...from) => (await verifyUnderAny(known.text, from.map(policyOf))).verdict;
  assert.equal(await under(stranger), 'unknown-log');
  assert.equal(await under(stranger, known), 'valid');
  assert.equal((await verifyUnderAny('', [policyOf(stranger), policyOf(known)])).verdict, 'malformed');
});
