// The page's modules and the command give the same answer to every vector, word for word: verdict, sentences in both
// languages, technical reason and facts. No browser is needed for that.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { SampleLog } from '../verify/sample_log.mjs';
import { source, vectorCases } from '../verify/sources.mjs';
import { forgetWork, publish, verdictsOf } from './pages.mjs';
import { readFile } from 'node:fs/promises';

const { byteString, readable, utf8 } = await source('bytes.js');
const { parsePolicy } = await source('policy.js');
const { openPublished } = await source('published.js');
const { refuse } = await source('refused.js');
const { parseRevocations } = await source('revocation.js');
const { headlineFor, sentenceFor } = await source('sentence.js');
const { verify } = await source('verdict.js');

after(forgetWork);

const CATEGORIES = ['', 'pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn', 'kepala-desa', 'perangkat-desa', 'bpd', 'tni', 'polri'];

/** A finding in the words of `ikrar verify --json`. */
function asCommand(finding) {
  const headline = headlineFor(finding);
  const sentence = sentenceFor(finding);
  const answer = { verdict: finding.verdict, headline: headline.id, headline_en: headline.en, sentence: sentence.id, sentence_en: sentence.en, checked_against_log: finding.checkedAgainstLog, witnesses: finding.witnesses.map(readable) };
  if (finding.laterWitnesses) answer.later_witnesses = finding.laterWitnesses.map(readable);
  if (finding.why) answer.why = readable(finding.why);
  if (finding.origin) answer.origin = readable(finding.origin);
  const { receipt, entry } = finding;
  if (!receipt) return answer;
  Object.assign(answer, { index: Number(receipt.index), size: Number(receipt.size), kind: entry.kind, time: Number(entry.time) });
  if (entry.kind === 'signed') Object.assign(answer, { session: Number(entry.session), category: CATEGORIES[entry.category] });
  return answer;
}

function assertAgree(finding, command, name) {
  const answer = asCommand(finding);
  assert.deepEqual(answer, Object.fromEntries(Object.keys(answer).map((key) => [key, command[key]])), name);
  for (const key of ['why', 'origin', 'index', 'session', 'later_witnesses']) assert.equal(key in answer, key in command, `${name}: ${key}`);
}

test('every vector: the same verdict, sentence, reason and facts', async () => {
  const groups = new Map();
  for (const vector of vectorCases('receipt').filter(({ log }) => !log)) {
    const key = JSON.stringify([vector.policy, vector.revoked ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), vector]);
  }
  assert.ok(groups.size > 10);
  for (const vectors of groups.values()) {
    const [{ policy, revoked }] = vectors;
    const commands = verdictsOf(vectors.map(({ text }) => text), policy, { revoked });
    for (const [i, { name, text }] of vectors.entries()) {
      const finding = await verify(text, parsePolicy(byteString(utf8(policy))), { revoked: parseRevocations(byteString(utf8(revoked ?? ''))) });
      assertAgree(finding, commands[i], name);
    }
  }
});

test('against a published log: the same verdict, sentence, reason and facts', async () => {
  const log = new SampleLog(600, { voids: new Map([[500, 42], [599, 555]]) });
  const rewritten = new SampleLog(600, { voids: new Map([[300, 43]]) });
  const shorter = new SampleLog(300);
  const parsed = parsePolicy(byteString(utf8(log.policy)));
  const cosigned = { checkpoint: log.note({ witnesses: [log.witness] }) };
  const texts = [[42], [43], [43, 100], [555, 600], [556], [0], [500], [599], [255], [256]].map((place) => log.receipt(...place));
  const seen = new Set();
  for (const [name, published, changed] of [['log', log], ['cosigned', log, cosigned], ['rewritten', rewritten], ['shorter', shorter]]) {
    const folder = publish(published, name, changed);
    const read = (path) => readFile(join(folder, path)).catch(() => refuse('missing', path));
    const view = await openPublished(read, parsed.logs[0].key, parsed);
    const commands = verdictsOf(texts, log.policy, { log: folder });
    for (const [i, text] of texts.entries()) {
      const finding = await verify(text, parsed, { log: view });
      assertAgree(finding, commands[i], `${name} ${i}`);
      seen.add(finding.verdict);
    }
  }
  assert.deepEqual([...seen].sort(), ['inconsistent', 'not-in-log', 'valid', 'valid-unwitnessed', 'voided']);
});
