import { equal } from './bytes.js';
import { refuse } from './refused.js';
import { sha256 } from './sha256.js';

// RFC 6962 section 2.1 and RFC 9162 section 2.1.3. Indexes and sizes are BigInts below 2^63, hashes are bytes.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const emptyRoot = () => sha256();
export const leafHash = (entry) => sha256(LEAF, entry);
export const nodeHash = (left, right) => sha256(NODE, left, right);

export const bitLength = (value) => (value === 0n ? 0 : value.toString(2).length);
const ones = (value) => value.toString(2).replace(/0/g, '').length;
const lowestZeros = (value) => value.toString(2).match(/0*$/)[0].length;

/** The way from a leaf up to the root of a tree whose last leaf is `last`: see src/tlog/proof.cpp. */
class Path {
  constructor(index, last) {
    this.index = index;
    this.inner = bitLength(index ^ last);
    this.length = this.inner + ones(index >> BigInt(this.inner));
  }
  siblingIsLeft(step) {
    return step >= this.inner || ((this.index >> BigInt(step)) & 1n) === 1n;
  }
}

export const inclusionProofLength = (index, size) => new Path(index, size - 1n).length;

export function rootFromInclusion(proof, index, size, leaf) {
  if (index >= size) refuse('malformed', `a tree of ${size} leaves has no leaf ${index}`);
  const path = new Path(index, size - 1n);
  if (proof.length !== path.length)
    refuse('malformed', `a proof of ${proof.length} hashes where ${path.length} belong`);
  return proof.reduce((hash, sibling, step) => (path.siblingIsLeft(step) ? nodeHash(sibling, hash) : nodeHash(hash, sibling)), leaf);
}

/** Both trees hold `seed`; the old one ends with it, so only what stands to its left is in the old one. */
function foldConsistency(path, seed, siblings) {
  let old = seed;
  let now = seed;
  siblings.forEach((sibling, step) => {
    const left = path.siblingIsLeft(step);
    if (left) old = nodeHash(sibling, old);
    now = left ? nodeHash(sibling, now) : nodeHash(now, sibling);
  });
  return { old, now };
}

export function verifyConsistency(proof, oldSize, size, oldRoot, root) {
  if (oldSize > size || (oldSize === 0n && !equal(oldRoot, emptyRoot()))) return false;
  if (oldSize === size) return proof.length === 0 && equal(oldRoot, root);
  if (oldSize === 0n) return proof.length === 0;
  // The proof starts from the last complete subtree of the old tree: a leaf, when the tree is seen from its level.
  const level = BigInt(lowestZeros(oldSize));
  const path = new Path((oldSize - 1n) >> level, (size - 1n) >> level);
  const seedIsOldRoot = (oldSize & (oldSize - 1n)) === 0n;
  const sent = seedIsOldRoot ? 0 : 1;
  if (proof.length !== path.length + sent) return false;
  const roots = foldConsistency(path, seedIsOldRoot ? oldRoot : proof[0], proof.slice(sent));
  return equal(roots.old, oldRoot) && equal(roots.now, root);
}

/** The complete subtrees of a tree of `size` leaves, largest first. */
export function edgeNodes(size) {
  const nodes = [];
  for (let level = bitLength(size) - 1; level >= 0; --level) {
    const complete = size >> BigInt(level);
    if (complete & 1n) nodes.push({ level, index: complete - 1n });
  }
  return nodes;
}

/** The root over the hashes of edgeNodes. */
export const edgeRoot = (hashes) => (hashes.length === 0 ? emptyRoot() : hashes.reduceRight((root, left) => nodeHash(left, root)));

/** A tree that grows by leaves: the roots of its complete subtrees, and nothing else. */
export class RightEdge {
  constructor(size = 0n, hashes = []) {
    this.size = size;
    this.hashes = [...hashes];
  }
  append(leaf) {
    let hash = leaf;
    for (let index = this.size; index & 1n; index >>= 1n) hash = nodeHash(this.hashes.pop(), hash);
    this.hashes.push(hash);
    ++this.size;
  }
  root() {
    return edgeRoot(this.hashes);
  }
}

/** Where RFC 6962 parts the leaves [begin, end): the left child has the largest power of two below their number. */
const split = ({ begin, end }) => begin + (1n << BigInt(bitLength(end - begin - 1n) - 1));

/** SUBPROOF of RFC 6962 section 2.1.2 as ranges of leaves, whose roots are the consistency proof. */
export function consistencyRanges(oldSize, size) {
  const ranges = [];
  let here = { begin: 0n, end: size };
  while (here.end !== oldSize) {
    const middle = split(here);
    if (oldSize <= middle) {
      ranges.push({ begin: middle, end: here.end });
      here = { begin: here.begin, end: middle };
    } else {
      ranges.push({ begin: here.begin, end: middle });
      here = { begin: middle, end: here.end };
    }
  }
  if (here.begin !== 0n) ranges.push(here);
  return ranges.reverse();
}

/** The complete subtrees of a range, largest first. */
export function rangeNodes({ begin, end }) {
  return edgeNodes(end - begin).map(({ level, index }) => ({ level, index: (begin >> BigInt(level)) + index }));
}
