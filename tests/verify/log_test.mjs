// The log's formats, on the vectors of tests/tlog: each folder of tests/vectors/tlog has a judge here but tlog-proof, which the
// page does not read.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';

import { source, vectorCases, vectorFolders } from './sources.mjs';

const { byteString, fromHex, toHex, utf8 } = await source('bytes.js');
const note = await source('note.js');
const checkpoint = await source('checkpoint.js');
const policy = await source('policy.js');
const tree = await source('tree.js');
const tile = await source('tile.js');

const input = (vector) => byteString(vector.input_hex === undefined ? utf8(vector.input) : fromHex(vector.input_hex));
const held = (holds) => (holds ? 'ok' : 'mismatch');

/** What was taken is written again byte for byte. */
function rewritten(text, parsed, write) {
  assert.equal(write(parsed), text);
  return 'ok';
}

const judges = {
  inclusion({ proof, index, size, leaf, root }) {
    const reached = tree.rootFromInclusion(proof.map(fromHex), BigInt(index), BigInt(size), fromHex(leaf));
    return held(toHex(reached) === root);
  },
  consistency({ proof, oldSize, size, oldRoot, root }) {
    return held(tree.verifyConsistency(proof.map(fromHex), BigInt(oldSize), BigInt(size), fromHex(oldRoot), fromHex(root)));
  },
  note: (vector) => rewritten(input(vector), note.parseNote(input(vector)), note.serializeNote),
  vkey: (vector) => rewritten(input(vector), note.parseVerifierKey(input(vector)), note.verifierKeyText),
  checkpoint: (vector) => rewritten(input(vector), checkpoint.parseCheckpoint(input(vector)), checkpoint.checkpointText),
  async opened(vector, subtle) {
    const opened = await checkpoint.openCheckpoint(input(vector), note.parseVerifierKey(byteString(utf8(vector.vkey))), subtle);
    assert.equal(checkpoint.checkpointText(opened.checkpoint), opened.note.text);
    return rewritten(input(vector), opened.note, note.serializeNote);
  },
  async cosignature({ checkpoint: text, cosignature, vkey, time }, subtle) {
    const head = checkpoint.parseCheckpoint(byteString(utf8(text)));
    const witness = note.parseVerifierKey(byteString(utf8(vkey)));
    assert.equal(await checkpoint.verifyCosignature(head, fromHex(cosignature), witness, subtle), BigInt(time));
    return 'ok';
  },
  policy(vector) {
    policy.parsePolicy(input(vector));
    return 'ok';
  },
  quorum(vector) {
    const names = vector.witnesses.map((name) => byteString(utf8(name)));
    return held(policy.satisfiedBy(policy.parsePolicy(input(vector)), names));
  },
  'tile-path'(vector) {
    const parsed = tile.parseTilePath(input(vector));
    assert.deepEqual(parsed, { level: vector.level, index: BigInt(vector.index), width: vector.width });
    return rewritten(input(vector), parsed, tile.tilePath);
  },
  bundle({ bundle, width, entries }) {
    assert.deepEqual(tile.parseBundle(fromHex(bundle), width).map(toHex), entries);
    return 'ok';
  },
};

async function verdictOf(judge, vector, subtle) {
  try {
    return await judge(vector, subtle);
  } catch (error) {
    if (!error.kind) throw error;
    return error.kind;
  }
}

for (const [folder, judge] of Object.entries(judges))
  test(`every vector of ${folder} is judged as its file says`, async () => {
    const counts = { ok: 0, refused: 0 };
    for (const vector of vectorCases(`tlog/${folder}`)) {
      for (const subtle of [null, webcrypto.subtle])
        assert.equal(await verdictOf(judge, vector, subtle), vector.expect, `${vector.name}: ${vector.desc}`);
      ++counts[vector.expect === 'ok' ? 'ok' : 'refused'];
    }
    assert.ok(counts.ok > 0 && counts.refused > 0);
  });

test('every folder of vectors but tlog-proof has a judge', () => {
  assert.deepEqual(vectorFolders('tlog').filter((name) => name !== 'tlog-proof'), Object.keys(judges).sort());
});

// A naive tree, as RFC 6962 section 2.1 has it, against which the real one is held for all small sizes.
function mth(leaves) {
  if (leaves.length === 0) return tree.emptyRoot();
  if (leaves.length === 1) return leaves[0];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return tree.nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

const leaves = Array.from({ length: 70 }, (_, i) => tree.leafHash(Uint8Array.of(i)));

test('the right edge has the root that RFC 6962 defines, at every size', () => {
  const edge = new tree.RightEdge();
  for (let size = 0; size <= leaves.length; ++size) {
    assert.equal(edge.size, BigInt(size));
    assert.deepEqual(edge.root(), mth(leaves.slice(0, size)));
    const hashes = tree.edgeNodes(BigInt(size)).map(({ level, index }) => mth(leaves.slice(Number(index) << level, (Number(index) + 1) << level)));
    assert.deepEqual(edge.hashes, hashes);
    if (size < leaves.length) edge.append(leaves[size]);
  }
});

test('ranges of a consistency proof lead from every size to every later one', () => {
  for (let size = 1; size <= 40; ++size)
    for (let old = 1; old <= size; ++old) {
      const proof = tree.consistencyRanges(BigInt(old), BigInt(size)).map(({ begin, end }) => mth(leaves.slice(Number(begin), Number(end))));
      assert.ok(tree.verifyConsistency(proof, BigInt(old), BigInt(size), mth(leaves.slice(0, old)), mth(leaves.slice(0, size))), `${old} of ${size}`);
    }
});
