// A second reader of a published log, written from the specifications alone (RFC 6962, RFC 8949, RFC 9052, c2sp.org's
// tlog-tiles, signed-note and tlog-checkpoint, src/pledge/FORMAT.md, src/receipt/FORMAT.md) on Node's own crypto. It shares no
// code with src: what both agree on is what the texts say.
//
//   node second_reader.mjs LOG POLICY [RECEIPT-TEXT-FILE...]
//
// Exit 0 and one JSON line when everything holds; exit 1 and a sentence otherwise.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

class Wrong extends Error {}
const must = (condition, sentence) => {
  if (!condition) throw new Wrong(sentence);
};

// --- hashing and keys -------------------------------------------------------------------------------------------------
const sha256 = (...parts) => parts.reduce((h, p) => h.update(p), createHash("sha256")).digest();
const leafHash = (entry) => sha256(Buffer.from([0]), entry);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);
const SPKI_ED25519 = Buffer.from("302a300506032b6570032100", "hex");
const ed25519 = (raw) => createPublicKey({ key: Buffer.concat([SPKI_ED25519, raw]), format: "der", type: "spki" });

// MTH of RFC 6962 section 2.1, as the text has it.
function mth(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

// The audit path of RFC 6962 section 2.1.1, as the text has it.
function path(index, leaves) {
  if (leaves.length <= 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return index < k
    ? [...path(index, leaves.slice(0, k)), mth(leaves.slice(k))]
    : [...path(index - k, leaves.slice(k)), mth(leaves.slice(0, k))];
}

// Root from a path, by RFC 9162 section 2.1.3.2.
function rootFromPath(index, size, leaf, hashes) {
  must(index < size, "index is not below size");
  let fn = BigInt(index);
  let sn = BigInt(size) - 1n;
  let r = leaf;
  for (const p of hashes) {
    must(sn !== 0n, "the path is too long");
    if (fn & 1n || fn === sn) {
      r = nodeHash(p, r);
      while (!(fn & 1n) && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else r = nodeHash(r, p);
    fn >>= 1n;
    sn >>= 1n;
  }
  must(sn === 0n, "the path is too short");
  return r;
}

// --- signed notes -----------------------------------------------------------------------------------------------------
function base64(text) {
  const bytes = Buffer.from(text, "base64");
  must(bytes.toString("base64") === text, `not canonical base64: ${text}`);
  return bytes;
}

function parseVkey(text) {
  const [name, id, ...rest] = text.split("+");
  const key = base64(rest.join("+"));
  const keyId = sha256(Buffer.from(name), Buffer.from("\n"), key).subarray(0, 4);
  must(keyId.toString("hex") === id, `${text}: the key ID is not the key's`);
  return { name, keyId, type: key[0], key: ed25519(key.subarray(1)) };
}

function openCheckpoint(note, log) {
  const split = note.lastIndexOf("\n\n");
  must(split > 0, "the checkpoint has no blank line");
  const text = note.slice(0, split + 1);
  let good = 0;
  for (const line of note.slice(split + 2, -1).split("\n")) {
    const match = /^— (\S+) (\S+)$/u.exec(line);
    must(match, `not a signature line: ${line}`);
    const bytes = base64(match[2]);
    if (match[1] !== log.name || !bytes.subarray(0, 4).equals(log.keyId)) continue;
    must(verifySignature(null, Buffer.from(text), log.key, bytes.subarray(4)), "the log's signature is not good");
    good += 1;
  }
  must(good === 1, "the checkpoint must carry the log's signature once");
  const [origin, size, root, ...rest] = text.split("\n");
  must(origin === log.name, "the origin is not the key's name");
  must(/^(0|[1-9][0-9]*)$/.test(size), `not a size: ${size}`);
  must(rest.length === 1 && rest[0] === "", "the checkpoint has extension lines");
  return { size: Number(size), root: base64(root) };
}

// --- CBOR, the deterministic subset -----------------------------------------------------------------------------------
class Cbor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  take(n) {
    must(this.at + n <= this.bytes.length, "CBOR ends early");
    this.at += n;
    return this.bytes.subarray(this.at - n, this.at);
  }
  head() {
    const first = this.take(1)[0];
    const info = first & 31;
    must(info <= 27, "indefinite or reserved CBOR head");
    if (info < 24) return [first >> 5, BigInt(info)];
    const width = 1 << (info - 24);
    const value = this.take(width).reduce((sum, b) => (sum << 8n) | BigInt(b), 0n);
    must(value >= (width === 1 ? 24n : 1n << BigInt((width / 2) * 8)), "CBOR head longer than needed");
    return [first >> 5, value];
  }
  item() {
    const [major, value] = this.head();
    switch (major) {
      case 0:
        return Number(value);
      case 1:
        return -1 - Number(value);
      case 2:
        return Buffer.from(this.take(Number(value)));
      case 3:
        return this.take(Number(value)).toString("utf8");
      case 4:
        return Array.from({ length: Number(value) }, () => this.item());
      case 5: {
        const map = new Map();
        let last = -Infinity;
        for (let i = 0; i < Number(value); i += 1) {
          const key = this.item();
          must(key > last || (key < 0 && last > 0), "map keys are not ascending");
          last = key;
          map.set(key, this.item());
        }
        return map;
      }
      case 6:
        return { tag: Number(value), value: this.item() };
      default:
        throw new Wrong("CBOR item of another kind");
    }
  }
  static decode(bytes) {
    const reader = new Cbor(bytes);
    const value = reader.item();
    must(reader.at === bytes.length, "bytes follow the CBOR item");
    return value;
  }
}
function head(major, value) {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const bstr = (bytes) => Buffer.concat([head(2, bytes.length), bytes]);

// --- entries ----------------------------------------------------------------------------------------------------------
const KEYS = {
  0: [[0, 1, 2, 3]],
  1: [[0, 1, 2, 4, 5, 6, 7, 8]],
  2: [[0, 1, 2, 9, 10]],
  3: [[0, 1, 2, 4, 12, 13], [0, 1, 2, 4, 11, 13]],
  4: [[0, 1, 2, 11, 12]],
};

function openEntry(bytes, log) {
  const cose = Cbor.decode(bytes);
  must(cose.tag === 18 && cose.value.length === 4, "not a COSE_Sign1");
  const [protectedBytes, unprotected, payload, signature] = cose.value;
  must(unprotected.size === 0, "the unprotected header is not empty");
  const header = Cbor.decode(protectedBytes);
  must(header.size === 2 && header.get(1) === -8 && header.get(4).equals(log.keyId), "the protected header is not the log's");
  const structure = Buffer.concat([Buffer.from([0x84]), head(3, 10), Buffer.from("Signature1"), bstr(protectedBytes), bstr(Buffer.alloc(0)), bstr(payload)]);
  must(verifySignature(null, structure, log.key, signature), "the entry's signature is not good");
  const map = Cbor.decode(payload);
  const keys = [...map.keys()].join();
  must(KEYS[map.get(0)]?.some((allowed) => allowed.join() === keys), `an entry of kind ${map.get(0)} with keys ${keys}`);
  return map;
}

// --- tiles ------------------------------------------------------------------------------------------------------------
function tileName(level, index, width) {
  const groups = [];
  let n = index;
  do {
    groups.unshift(String(n % 1000).padStart(3, "0"));
    n = Math.floor(n / 1000);
  } while (n > 0);
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${name}${width < 256 ? `.p/${width}` : ""}`;
}

function readEntries(log, size) {
  const entries = [];
  for (let n = 0; n * 256 < size; n += 1) {
    const width = Math.min(256, size - n * 256);
    const bundle = readFileSync(join(log, tileName("entries", n, width)));
    let at = 0;
    for (let i = 0; i < width; i += 1) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    must(at === bundle.length, `${tileName("entries", n, width)}: bytes are left over`);
  }
  return entries;
}

// Tile (L, n) entry i is MTH(D[(n*256+i)*256^L : (n*256+i+1)*256^L]).
function checkTiles(log, leaves) {
  let tiles = 0;
  for (let level = 0, hashes = leaves; hashes.length > 0; level += 1) {
    for (let n = 0; n * 256 < hashes.length; n += 1) {
      const slice = hashes.slice(n * 256, n * 256 + 256);
      const name = tileName(level, n, slice.length);
      must(readFileSync(join(log, name)).equals(Buffer.concat(slice)), `${name} differs from its entries`);
      tiles += 1;
    }
    const next = [];
    for (let i = 0; i + 256 <= hashes.length; i += 256) next.push(mth(hashes.slice(i, i + 256)));
    hashes = next;
  }
  return tiles;
}

// --- receipts ---------------------------------------------------------------------------------------------------------
const TAIL = { 3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6 };
function fromBase10(digits) {
  const out = [];
  for (let at = 0; at < digits.length; at += 17) {
    const chunk = digits.slice(at, at + 17);
    const size = chunk.length === 17 ? 7 : TAIL[chunk.length];
    must(size && /^[0-9]+$/.test(chunk), "not base10 digits");
    let value = BigInt(chunk);
    for (let i = 0; i < size; i += 1) {
      out.push(Number(value & 255n));
      value >>= 8n;
    }
    must(value === 0n, "a base10 chunk is over its bytes");
  }
  return Buffer.from(out);
}

function checkReceipt(text, log, leaves, entries) {
  const receipt = Cbor.decode(fromBase10(text.trim().split("#").at(-1)));
  const [version, entry, index, size, proof, signatures] = receipt;
  must(version === 1 && receipt.length === 6, "not a receipt of version 1");
  openEntry(entry, log);
  must(entries[index]?.equals(entry), `the log's entry ${index} is not the receipt's`);
  const hashes = Array.from({ length: proof.length / 32 }, (_, i) => proof.subarray(i * 32, i * 32 + 32));
  const expected = path(index, leaves.slice(0, size));
  must(Buffer.concat(expected).equals(proof), "the receipt's proof is not RFC 6962's path");
  const root = rootFromPath(index, size, leafHash(entry), hashes);
  must(root.equals(mth(leaves.slice(0, size))), "the receipt's proof misses the log's root");
  const [keyId, signature] = signatures[0];
  must(keyId.equals ? keyId.equals(log.keyId) : keyId === log.keyId.readUInt32BE(0), "the first signature is not the log's");
  const checkpoint = `${log.name}\n${size}\n${root.toString("base64")}\n`;
  must(verifySignature(null, Buffer.from(checkpoint), log.key, signature), "the receipt's signature is not good");
}

// --- main -------------------------------------------------------------------------------------------------------------
function count(directory) {
  return readdirSync(directory, { withFileTypes: true }).reduce((sum, e) => sum + (e.isDirectory() ? count(join(directory, e.name)) : 1), 0);
}

try {
  const [logPath, policyPath, ...receipts] = process.argv.slice(2);
  const line = readFileSync(policyPath, "utf8").split("\n").find((l) => l.startsWith("log "));
  const log = parseVkey(line.split(" ")[1]);
  const { size, root } = openCheckpoint(readFileSync(join(logPath, "checkpoint"), "utf8"), log);
  const entries = readEntries(logPath, size);
  const opened = entries.map((entry) => openEntry(entry, log));
  must(opened[0].get(0) === 0 && opened.slice(1).every((entry) => entry.get(0) !== 0), "`opened` must be first and only first");
  must(opened[0].get(3).equals(sha256(readFileSync(join(logPath, "ceremony.toml")))), "the ceremony file is not the one that was signed");
  const leaves = entries.map(leafHash);
  must(mth(leaves).equals(root), "the entries do not lead to the signed root");
  const tiles = checkTiles(logPath, leaves);
  for (const file of receipts) checkReceipt(readFileSync(file, "utf8"), log, leaves, entries);
  console.log(JSON.stringify({ size, root: root.toString("base64"), tiles, files: count(logPath), receipts: receipts.length, signed: opened.filter((e) => e.get(0) === 1).length }));
} catch (error) {
  console.error(error instanceof Wrong ? error.message : error.stack);
  process.exit(1);
}
