import { parseDecimal } from './bytes.js';
import { refuse } from './refused.js';
import { HASH_SIZE } from './sha256.js';
import { RightEdge } from './tree.js';

// c2sp.org/tlog-tiles: tiles of 256 hashes, bundles of 256 entries. Indexes are BigInts.
export const TILE_WIDTH = 256;
export const ENTRIES = -1; // the level of a bundle
const TILE_HEIGHT = 8;
const MAX_ENTRY = 65535;

/** 1234067 -> x001/x234/067 */
function indexPath(index) {
  const groups = [];
  for (let rest = index; groups.length === 0 || rest > 0n; rest /= 1000n)
    groups.unshift(`${groups.length === 0 ? '' : 'x'}${(rest % 1000n).toString().padStart(3, '0')}`);
  return groups.join('/');
}

/** `tile/<L>/<N>[.p/<W>]` */
export function tilePath({ level, index, width }) {
  const partial = width < TILE_WIDTH ? `.p/${width}` : '';
  return `tile/${level === ENTRIES ? 'entries' : level}/${indexPath(index)}${partial}`;
}

/** Exactly what tilePath writes. */
export function parseTilePath(path) {
  const parts = /^tile\/(entries|\d{1,2})\/([x/\d]+?)(?:\.p\/(\d{1,3}))?$/.exec(path) ?? refuse('malformed', 'not a tile path');
  const digits = parts[2].replace(/[x/]/g, '').replace(/^0+(?=\d)/, '');
  const tile = {
    level: parts[1] === 'entries' ? ENTRIES : Number(parts[1]),
    index: parseDecimal(digits),
    width: parts[3] === undefined ? TILE_WIDTH : Number(parts[3]),
  };
  const inRange = tile.level <= 63 && tile.width >= 1 && (parts[3] === undefined || tile.width < TILE_WIDTH);
  // The number was read leniently: one spelling of it is accepted.
  return inRange && tilePath(tile) === path ? tile : refuse('malformed', 'not a tile path');
}

/** The most that a file of this width can hold. */
export const maxFileSize = ({ level, width }) => width * (level === ENTRIES ? MAX_ENTRY + 2 : HASH_SIZE);

const smaller = (a, b) => (a < b ? a : b);

/** The tile that holds a complete node in a tree of `size` leaves, and which of its hashes lie below the node. */
export function placeOf({ level, index }, size) {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const above = BigInt(level % TILE_HEIGHT);
  const first = index << above;
  const tileIndex = first / BigInt(TILE_WIDTH);
  const left = (size >> BigInt(tileLevel * TILE_HEIGHT)) - tileIndex * BigInt(TILE_WIDTH);
  return {
    tile: { level: tileLevel, index: tileIndex, width: Number(smaller(BigInt(TILE_WIDTH), left)) },
    first: Number(first % BigInt(TILE_WIDTH)),
    count: 1 << Number(above),
  };
}

/** The node's hash out of its tile's bytes. */
export function hashFromTile({ tile, first, count }, bytes) {
  const end = first + count;
  if (bytes.length < end * HASH_SIZE) refuse('truncated', `${tilePath(tile)} ends before its hash ${end - 1}`);
  const subtree = new RightEdge();
  for (let i = first; i < end; ++i) subtree.append(bytes.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE));
  return subtree.root();
}

/** `width` entries of a bundle: (2-byte big-endian length ‖ entry) for each. */
export function parseBundle(bundle, width) {
  const truncated = () => refuse('truncated', 'the entry bundle ends within an entry');
  const entries = [];
  let at = 0;
  for (let i = 0; i < width; ++i) {
    if (bundle.length - at < 2) truncated();
    const length = (bundle[at] << 8) | bundle[at + 1];
    at += 2;
    if (bundle.length - at < length) truncated();
    entries.push(bundle.subarray(at, at + length));
    at += length;
  }
  if (at !== bundle.length) refuse('trailing-bytes', `bytes follow the ${width} entries of the bundle`);
  return entries;
}
