// What the page says beside a verdict: times in the ceremony's zone, facts, what was not checked, and a word for every place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { source, vectorCases } from './sources.mjs';

const { byteString, utf8 } = await source('bytes.js');
const { ceremonyOf, factsOf, timeText, uncheckedOf } = await source('facts.js');
const { parsePolicy } = await source('policy.js');
const { headlineFor } = await source('sentence.js');
const { VERDICTS, verify } = await source('verdict.js');
const { WORDS, causeOf } = await source('words.js');

const ceremony = {
  id: 'takalar-2023', domain: 'takalar.example', title: { id: 'Ikrar', en: '' }, organizer: 'BKPSDM', activity: true, time_zone: 'Asia/Makassar',
  sessions: [{ name: 'Pagi', place: 'Lapangan' }],
};
const embedded = { ceremonies: [ceremony], hasRevocations: true };
const vectors = vectorCases('receipt');
const findingOf = async (name, options) => {
  const { text, policy } = vectors.find((vector) => vector.name === name);
  return verify(text, parsePolicy(byteString(utf8(policy))), options);
};
const textsOf = (finding, ceremonies = embedded.ceremonies) => Object.fromEntries(factsOf(finding, ceremonies).map(({ name, text }) => [name, text.id]));

test('a time is told in the zone of its ceremony, and in UTC where that is not known', () => {
  assert.deepEqual(timeText(1695003960n, 'Asia/Makassar'), { id: 'Senin, 18 September 2023, pukul 10.26 WITA', en: 'Monday, 18 September 2023, 10:26 WITA' });
  assert.equal(timeText(1695003960n, 'Asia/Jakarta').id, 'Senin, 18 September 2023, pukul 09.26 WIB');
  assert.equal(timeText(1695056400n, 'Asia/Jayapura').id, 'Selasa, 19 September 2023, pukul 02.00 WIT');
  assert.equal(timeText(0n, undefined).id, 'Kamis, 1 Januari 1970, pukul 00.00 UTC');
  assert.equal(timeText(2n ** 63n - 1n, 'Asia/Jakarta').id, `${2n ** 63n - 1n} s`);
});

test('a declaration is told with ceremony and session, and without them where the page knows none', async () => {
  const finding = await findingOf('valid-2-of-3');
  const { time, ...others } = textsOf(finding);
  assert.deepEqual(others, {
    number: '2', category: 'PNS', method: 'di kios', trust: 'disetel petugas', witnesses: 'tidak disyaratkan', ceremony: 'Ikrar', session: '1 · Pagi · Lapangan', organizer: 'BKPSDM',
  });
  assert.match(time, /WITA$/);
  assert.equal(factsOf(finding, embedded.ceremonies).find(({ name }) => name === 'ceremony').label.id, 'Kegiatan');
  assert.deepEqual([textsOf(finding, []).ceremony, textsOf(finding, []).session], ['takalar-2023 · takalar.example', '1']);
  assert.equal(ceremonyOf('other.example/ikrar/takalar-2023/k-0a1b2c3d', embedded.ceremonies), null);
});

test('records of every kind have facts, and so has what is not proven; only the unreadable has none', async () => {
  for (const { name } of vectors.filter((vector) => vector.name.startsWith('valid-') || vector.name.startsWith('bad-signature')))
    assert.ok(factsOf(await findingOf(name), []).length >= 4, name);
  assert.deepEqual(factsOf(await findingOf('malformed-empty'), []), []);
  assert.equal(textsOf(await findingOf('bad-signature-log-zero')).witnesses, undefined);
});

test('what was not checked is said, and no more once the log was asked', async () => {
  const finding = await findingOf('witnesses-one-under-one');
  assert.deepEqual(uncheckedOf(finding, embedded).map(({ en }) => en.split(' ').slice(0, 4).join(' ')), [
    'whether this declaration was', 'whether the log was', 'whether the ceremony above', 'whose hand held the',
  ]);
  const asked = { ...finding, checkedAgainstLog: true, prefixOf: 200n, ceremonyProven: true };
  assert.deepEqual(uncheckedOf(asked, embedded).map(({ en }) => en.slice(0, 15)), ['whose hand held']);
  assert.equal(uncheckedOf(asked, { ...embedded, hasRevocations: false }).length, 2);
  assert.deepEqual(uncheckedOf(await findingOf('bad-signature-log-zero'), embedded), []);
});

test('every word is there in both languages, and every place in the page has its word', () => {
  for (const [name, { id, en }] of Object.entries(WORDS)) assert.ok(id && en, name);
  const page = readFileSync(join(process.env.IKRAR_VERIFY, 'page.html'), 'utf8');
  for (const [, name] of page.matchAll(/data-word="(\w+)"/g)) assert.ok(WORDS[name], name);
  const headlines = VERDICTS.flatMap((verdict) => [headlineFor({ verdict, quorumAsked: true }), headlineFor({ verdict, quorumAsked: false }), headlineFor({ verdict, revoked: true })]);
  for (const text of [...headlines, ...['missing', 'io', 'mismatch', 'invalid', 'too-large', 'malformed'].map((kind) => causeOf({ kind }))]) assert.ok(text.id && text.en);
  assert.ok(new Set(headlines.map(({ id }) => id)).size >= VERDICTS.length);
});
