import { byteString, equal } from './bytes.js';
import { openCheckpoint } from './checkpoint.js';
import { decodeEntry, verifyEntry } from './entry.js';
import { MAX_NOTE_SIZE } from './note.js';
import { parseOrigin } from './origin.js';
import { Refused, refuse } from './refused.js';
import { ENTRIES, TILE_WIDTH, hashFromTile, maxFileSize, parseBundle, placeOf, tilePath } from './tile.js';
import { RightEdge, consistencyRanges, edgeNodes, edgeRoot, leafHash, rangeNodes, verifyConsistency } from './tree.js';
import { goodCosigners } from './verdict.js';

// A published log as a copy at hand (src/audit/view.cpp): a checkpoint that its key signed, and tiles that are proved to lead to
// it. `read(path, limit)` gives a file's bytes; it is refused with `missing` where there is no such file.
const WIDTH = BigInt(TILE_WIDTH);
/** Entries after a receipt that are looked through for its voiding: some ten megabytes. */
const MAX_BUNDLES = 256n;
const AT_ONCE = 6;

function decodeOrNull(entry) {
  try {
    return decodeEntry(entry);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

class Published {
  #read;
  #key;
  #root;
  #subtle;
  #files = new Map();

  constructor(read, key, opened, witnesses, subtle) {
    this.#read = read;
    this.#key = key;
    this.#subtle = subtle;
    this.#root = opened.root;
    this.origin = opened.origin;
    this.size = opened.size;
    this.witnesses = witnesses;
  }

  /** The root at `size`, proved to be that of a beginning of the signed tree. */
  async rootAt(size) {
    const hashes = await this.#hashes(edgeNodes(size));
    const root = edgeRoot(hashes);
    const ranges = size === 0n ? [] : consistencyRanges(size, this.size);
    const proof = [];
    for (const range of ranges) proof.push(edgeRoot(await this.#hashes(rangeNodes(range))));
    if (!verifyConsistency(proof, size, this.size, root, this.#root))
      refuse('mismatch', "The copy's tiles do not lead to its signed root: audit it.");
    return root;
  }

  /** Whether a later entry voids this one. What comes after it is read whole and must lead to the signed root, so none is left out. */
  async isVoided(index) {
    const first = index / WIDTH;
    const last = (this.size - 1n) / WIDTH;
    if (last - first >= MAX_BUNDLES) refuse('too-large', `${this.size - index} entries follow the receipt's: more than this page reads.`);
    const start = first * WIDTH;
    const edge = new RightEdge(start, await this.#hashes(edgeNodes(start)));
    let voided = false;
    for (let at = first; at <= last; ++at) {
      for (let ahead = at; ahead <= last && ahead < at + BigInt(AT_ONCE); ++ahead) this.#bundle(ahead).catch(() => {});
      for (const entry of await this.#bundle(at)) {
        edge.append(leafHash(entry));
        const sealed = decodeOrNull(entry);
        if (sealed?.entry.kind === 'voided' && sealed.entry.index === index) voided = true;
      }
    }
    if (!equal(edge.root(), this.#root)) refuse('mismatch', "The copy's entries do not lead to its signed root: audit it.");
    return voided;
  }

  /** The SHA-256 of the ceremony file as the log's first entry, sealed by its key, has it; null where that cannot be read. */
  async ceremonyHash() {
    try {
      const [entry] = await this.#bundle(0n);
      const sealed = decodeEntry(entry);
      const good = sealed.entry.kind === 'opened' && (await verifyEntry(sealed, this.#key.key, this.#subtle));
      return good ? sealed.entry.ceremony : null;
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  #hashes(nodes) {
    return Promise.all(nodes.map(async (node) => {
      const place = placeOf(node, this.size);
      return hashFromTile(place, await this.#file(place.tile));
    }));
  }

  async #bundle(index) {
    const left = this.size - index * WIDTH;
    const tile = { level: ENTRIES, index, width: Number(left < WIDTH ? left : WIDTH) };
    const { bytes, width } = await this.#fileOrFull(tile);
    return parseBundle(bytes, width).slice(0, tile.width);
  }

  async #file(tile) {
    return (await this.#fileOrFull(tile)).bytes;
  }

  /** A partial tile goes once the full one stands, which begins with the same bytes. */
  #fileOrFull(tile) {
    const path = tilePath(tile);
    const get = async () => {
      try {
        return { bytes: await this.#read(path, maxFileSize(tile)), width: tile.width };
      } catch (error) {
        if (error.kind !== 'missing' || tile.width === TILE_WIDTH) throw error;
        const full = { ...tile, width: TILE_WIDTH };
        return { bytes: await this.#read(tilePath(full), maxFileSize(full)), width: TILE_WIDTH };
      }
    };
    if (!this.#files.has(path)) this.#files.set(path, get());
    return this.#files.get(path);
  }
}

/** Cosignatures of the policy's witnesses under the checkpoint. One that fails spoils the note, as c2sp.org/signed-note asks. */
async function cosignersOf({ checkpoint, note }, policy, subtle) {
  const known = note.signatures.filter(({ name, id }) => policy.witnesses.some(({ key }) => key.name === name && key.id === id));
  const { signer, bad } = await goodCosigners(policy, checkpoint, known, subtle);
  if (bad) refuse('mismatch', `checkpoint: the cosignature of ${bad} is not good`);
  return signer;
}

/** The view that verify() holds a receipt against. `key` is the policy's key of the log that is expected there. */
export async function openPublished(read, key, policy, subtle = globalThis.crypto?.subtle) {
  const text = byteString(await read('checkpoint', MAX_NOTE_SIZE));
  const origin = text.slice(0, text.indexOf('\n'));
  if (parseOrigin(origin) && origin !== key.name) refuse('invalid', `the log there is ${origin}`);
  const opened = await openCheckpoint(text, key, subtle);
  return new Published(read, key, opened.checkpoint, await cosignersOf(opened, policy, subtle), subtle);
}
