#!/usr/bin/env node
// Writes the vectors of this folder: `node generate.mjs`. From FORMAT.md alone and Node's own crypto, so that they are a
// second implementation's answer rather than an echo of src/pledge. Every case is a file of its own: `desc`, the bytes,
// and `expect`: `ok`, or the name of the error.
import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { negativeCeremonies, sampleCeremony } from "./ceremonies.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folders = ["entry", "ink", "commitment", "matching-code", "act", "table-digest", "ceremony"];

// ---- CBOR (RFC 8949), with `raw` for what must not be written

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const unhex = (text) => Buffer.from(text, "hex");
const sha256 = (...parts) => createHash("sha256").update(Buffer.concat(parts.map(Buffer.from))).digest();
const hmac = (key, message) => createHmac("sha256", key).update(message).digest();

function head(major, value, extra = 0) {
    const number = BigInt(value);
    const type = major << 5;
    let size = number < 24n ? 0 : number < 256n ? 1 : number < 65536n ? 2 : number < 4294967296n ? 4 : 8;
    size = extra ? Math.max(extra, size) : size; // `extra`: a longer head than needed
    if (size === 0) return Buffer.from([type | Number(number)]);
    const bytes = Buffer.alloc(1 + size);
    bytes[0] = type | { 1: 24, 2: 25, 4: 26, 8: 27 }[size];
    for (let i = size, rest = number; i >= 1; --i, rest >>= 8n) bytes[i] = Number(rest & 255n);
    return bytes;
}
const raw = (bytes) => ({ raw: Buffer.from(bytes) });
const pairs = (...list) => ({ pairs: list });
const map = (object) => ({ pairs: Object.entries(object).map(([key, value]) => [Number(key), value]) });
const tag = (number, value) => ({ tag: number, value });

function cbor(value) {
    if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
    if (typeof value === "number" || typeof value === "bigint")
        return value < 0 ? head(1, -1n - BigInt(value)) : head(0, value);
    if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
    if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
    if (value.raw) return value.raw;
    if (value.tag !== undefined) return Buffer.concat([head(6, value.tag), cbor(value.value)]);
    return Buffer.concat([head(5, value.pairs.length), ...value.pairs.flat().map(cbor)]);
}

// ---- the sample: one log, its ceremony, one signer

const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
const key = createPrivateKey({
    key: Buffer.concat([unhex("302e020100300506032b657004220420"), seed]),
    format: "der",
    type: "pkcs8",
});
const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
const origin = "contoh.example/gladi/contoh-1/kios-1-0123abcd";
const kid = sha256(Buffer.from(`${origin}\n`), [1], publicKey).subarray(0, 4);

const salt = unhex("000102030405060708090a0b0c0d0e0f");
const ink = cbor([1, 1200, 450, [[100, 200, 5, 0, 4, -3, -30, 25], [600, 450]]]);
const ceremonyHash = sha256(Buffer.from(sampleCeremony));
const act = sha256(ceremonyHash, sha256(ink));
const commitment = hmac(salt, "nip:198609262015051001");
const roster = sha256(Buffer.from("roster"));
const attendance = sha256(Buffer.from("attendance"));

const protectedHeader = (alg = -8, id = kid) => cbor(pairs([1, alg], [4, id]));
function seal(payload, change = {}) {
    const header = change.header ?? protectedHeader();
    const signature = change.signature ?? sign(null, cbor(["Signature1", header, Buffer.alloc(0), payload]), key);
    const parts = [header, change.unprotected ?? pairs(), payload, signature];
    return cbor(tag(change.tag ?? 18, change.parts ? change.parts(parts) : parts));
}

const time = 1695003900; // 2023-09-18T10:25:00+08:00
const kinds = {
    opened: { 0: 0, 1: time, 2: 1, 3: ceremonyHash },
    signed: { 0: 1, 1: time + 60, 2: 2, 4: 1, 5: commitment, 6: act, 7: 1, 8: 0 },
    voided: { 0: 2, 1: time + 70, 2: 0, 9: 2, 10: 3 },
    "session-start": { 0: 3, 1: time + 10, 2: 1, 4: 1, 12: roster, 13: 0 },
    "session-end": { 0: 3, 1: time + 7200, 2: 1, 4: 1, 11: pairs([0, 600], [1, 3]), 13: 1 },
    closed: { 0: 4, 1: time + 7300, 2: 1, 11: pairs([0, 1200], [1, 4]), 12: attendance },
};
const decoded = {
    opened: { kind: "opened", time, trust: 1, ceremony: hex(ceremonyHash) },
    signed: { kind: "signed", time: time + 60, trust: 2, session: 1, commitment: hex(commitment), act: hex(act), category: 1, method: 0 },
    voided: { kind: "voided", time: time + 70, trust: 0, index: 2, reason: 3 },
    "session-start": { kind: "session-start", time: time + 10, trust: 1, session: 1, roster: hex(roster) },
    "session-end": { kind: "session-end", time: time + 7200, trust: 1, session: 1, signed: 600, voided: 3 },
    closed: { kind: "closed", time: time + 7300, trust: 1, signed: 1200, voided: 4, attendance: hex(attendance) },
};

// ---- writing

for (const folder of folders) {
    rmSync(join(here, folder), { recursive: true, force: true });
    mkdirSync(join(here, folder));
}
function put(folder, name, content) {
    writeFileSync(join(here, folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
}

// ---- entries

const keyFacts = { seed: hex(seed), public_key: hex(publicKey), origin, kid: hex(kid) };
for (const [name, payload] of Object.entries(kinds)) {
    const bytes = cbor(map(payload));
    put("entry", `ok-${name}`, {
        desc: `the sample of ${name}`, expect: "ok", bytes: hex(seal(bytes)), payload: hex(bytes), decoded: decoded[name], ...keyFacts,
    });
}
const largest = (1n << 63n) - 1n;
// Without `decoded`: JSON readers lose integers of 63 bits.
put("entry", "ok-largest-numbers", {
    desc: "the largest time and counts", expect: "ok", ...keyFacts,
    bytes: hex(seal(cbor(map({ 0: 4, 1: largest, 2: 2, 11: pairs([0, largest], [1, largest]), 12: attendance })))),
});

const refuseEntry = (name, desc, expect, bytes) => put("entry", `bad-${name}`, { desc, expect, bytes: hex(bytes) });
const refusePayload = (name, desc, expect, value) => refuseEntry(name, desc, expect, seal(cbor(value)));
const good = seal(cbor(map(kinds.signed)));
const entries = (kind) => Object.entries(kinds[kind]).map(([k, v]) => [Number(k), v]);
const without = (kind, dropped) => ({ pairs: entries(kind).filter(([k]) => k !== dropped) });
const changed = (kind, key, value) => ({ pairs: entries(kind).map(([k, v]) => [k, k === key ? value : v]) });
const added = (kind, key, value) => ({ pairs: [...entries(kind), [key, value]].sort((a, b) => a[0] - b[0]) });
const swapped = (kind, i) => {
    const list = entries(kind);
    [list[i], list[i + 1]] = [list[i + 1], list[i]];
    return { pairs: list };
};
const doubled = (kind, i) => {
    const list = entries(kind);
    list.splice(i, 0, list[i]);
    return { pairs: list };
};

// the envelope
for (const length of [0, 1, 2, 3, 4, 11, 12, 13, 14, 15, 40, 80, 100, good.length - 66, good.length - 65, good.length - 64, good.length - 1])
    refuseEntry(`truncated-at-${String(length).padStart(3, "0")}`, `the first ${length} bytes of ok-signed`, "truncated", good.subarray(0, length));
refuseEntry("trailing-byte", "ok-signed and a zero byte", "trailing-bytes", Buffer.concat([good, Buffer.from([0])]));
refuseEntry("twice", "ok-signed twice", "trailing-bytes", Buffer.concat([good, good]));
refuseEntry("oversized", "a payload of over 1,024 bytes", "too-large", seal(cbor(added("signed", 14, Buffer.alloc(1000)))));
refuseEntry("untagged", "no tag", "malformed", good.subarray(1));
refuseEntry("tag-17", "tag 17, COSE_Mac0", "malformed", seal(cbor(map(kinds.signed)), { tag: 17 }));
refuseEntry("tag-98", "tag 98, COSE_Sign", "malformed", seal(cbor(map(kinds.signed)), { tag: 98 }));
refuseEntry("tag-long", "tag 18 in two bytes more than needed", "not-canonical", Buffer.concat([head(6, 18, 2), good.subarray(1)]));
refuseEntry("tag-twice", "tag 18 of tag 18", "malformed", Buffer.concat([good.subarray(0, 1), good]));
refuseEntry("array-of-3", "three items", "malformed", seal(cbor(map(kinds.signed)), { parts: (p) => p.slice(0, 3) }));
refuseEntry("array-of-5", "five items", "malformed", seal(cbor(map(kinds.signed)), { parts: (p) => [...p, 0] }));
refuseEntry("array-indefinite", "an array of indefinite length", "not-canonical",
    Buffer.concat([good.subarray(0, 1), Buffer.from([0x9f]), good.subarray(2), Buffer.from([0xff])]));
refuseEntry("array-long", "the array's head in a byte more", "not-canonical",
    Buffer.concat([good.subarray(0, 1), head(4, 4, 1), good.subarray(2)]));
refuseEntry("unprotected", "a key ID in the unprotected header", "unknown-key", seal(cbor(map(kinds.signed)), { unprotected: pairs([4, kid]) }));
refuseEntry("unprotected-indefinite", "an empty unprotected header of indefinite length", "not-canonical",
    seal(cbor(map(kinds.signed)), { unprotected: raw([0xbf, 0xff]) }));
refuseEntry("unprotected-null", "null instead of the unprotected header", "malformed", seal(cbor(map(kinds.signed)), { unprotected: raw([0xf6]) }));
refuseEntry("payload-null", "a detached payload", "malformed", seal(cbor(map(kinds.signed)), { parts: (p) => [p[0], p[1], raw([0xf6]), p[3]] }));
refuseEntry("payload-text", "the payload as text", "malformed", seal(cbor(map(kinds.signed)), { parts: (p) => [p[0], p[1], "ikrar", p[3]] }));
refuseEntry("payload-empty", "an empty payload", "truncated", seal(Buffer.alloc(0)));
refuseEntry("payload-chunked", "the payload as a byte string of indefinite length", "not-canonical",
    seal(cbor(map(kinds.signed)), { parts: (p) => [p[0], p[1], raw(Buffer.concat([Buffer.from([0x5f]), cbor(p[2]), Buffer.from([0xff])])), p[3]] }));
refuseEntry("payload-length-long", "the payload's length in a byte more", "not-canonical",
    seal(cbor(map(kinds.signed)), { parts: (p) => [p[0], p[1], raw(Buffer.concat([head(2, p[2].length, 2), p[2]])), p[3]] }));
refuseEntry("payload-array", "an array instead of the payload's map", "malformed", seal(cbor([1, 2, 3])));
refuseEntry("payload-trailing", "a byte after the payload's map", "trailing-bytes", seal(Buffer.concat([cbor(map(kinds.signed)), Buffer.from([0])])));
refuseEntry("payload-cut", "the payload without its last byte", "truncated", seal(cbor(map(kinds.signed)).subarray(0, -1)));
refuseEntry("signature-63", "a signature of 63 bytes", "malformed", seal(cbor(map(kinds.signed)), { signature: Buffer.alloc(63) }));
refuseEntry("signature-65", "a signature of 65 bytes", "malformed", seal(cbor(map(kinds.signed)), { signature: Buffer.alloc(65) }));
refuseEntry("signature-empty", "no signature", "malformed", seal(cbor(map(kinds.signed)), { signature: Buffer.alloc(0) }));

// the protected header
const refuseHeader = (name, desc, expect, header) => refuseEntry(`header-${name}`, desc, expect, seal(cbor(map(kinds.signed)), { header }));
refuseHeader("empty", "an empty protected header", "truncated", Buffer.alloc(0));
refuseHeader("empty-map", "an empty map in the protected header", "malformed", cbor(pairs()));
refuseHeader("no-kid", "no key ID", "malformed", cbor(pairs([1, -8])));
refuseHeader("no-alg", "no algorithm", "malformed", cbor(pairs([4, kid])));
refuseHeader("alg-es256", "algorithm -7", "unknown-version", protectedHeader(-7));
refuseHeader("alg-8", "algorithm 8", "unknown-version", protectedHeader(8));
refuseHeader("alg-text", "the algorithm as text", "malformed", protectedHeader("EdDSA"));
refuseHeader("alg-long", "algorithm -8 in a byte more", "not-canonical", protectedHeader(raw(head(1, 7, 1))));
refuseHeader("kid-3", "a key ID of 3 bytes", "malformed", protectedHeader(-8, kid.subarray(0, 3)));
refuseHeader("kid-5", "a key ID of 5 bytes", "malformed", protectedHeader(-8, Buffer.concat([kid, Buffer.from([0])])));
refuseHeader("kid-number", "the key ID as a number", "malformed", protectedHeader(-8, kid.readUInt32BE()));
refuseHeader("reordered", "key ID before algorithm", "not-canonical", cbor(pairs([4, kid], [1, -8])));
refuseHeader("alg-twice", "the algorithm twice", "not-canonical", cbor(pairs([1, -8], [1, -8])));
refuseHeader("extra", "a content type too", "unknown-key", cbor(pairs([1, -8], [3, 60], [4, kid])));
refuseHeader("other", "a content type instead of the key ID", "unknown-key", cbor(pairs([1, -8], [3, 60])));
refuseHeader("trailing", "a byte after the header's map", "trailing-bytes", Buffer.concat([protectedHeader(), Buffer.from([0])]));
refuseHeader("indefinite", "the header's map of indefinite length", "not-canonical",
    Buffer.concat([Buffer.from([0xbf]), protectedHeader().subarray(1), Buffer.from([0xff])]));

// the payload: spelling
refusePayload("time-long", "the time in 8 bytes", "not-canonical", changed("signed", 1, raw(head(0, time, 8))));
refusePayload("kind-long", "kind 1 in a byte more", "not-canonical", changed("signed", 0, raw(head(0, 1, 1))));
refusePayload("key-long", "key 8 in a byte more", "not-canonical", { pairs: entries("signed").map(([k, v]) => [k === 8 ? raw(head(0, 8, 1)) : k, v]) });
refusePayload("map-long", "the map's head in a byte more", "not-canonical", raw(Buffer.concat([head(5, 8, 1), cbor(map(kinds.signed)).subarray(1)])));
refusePayload("map-indefinite", "the map of indefinite length", "not-canonical",
    raw(Buffer.concat([Buffer.from([0xbf]), cbor(map(kinds.signed)).subarray(1), Buffer.from([0xff])])));
refusePayload("digest-long", "a digest's length in two bytes more", "not-canonical", changed("signed", 5, raw(Buffer.concat([head(2, 32, 2), commitment]))));
refusePayload("digest-chunked", "a digest of indefinite length", "not-canonical",
    changed("signed", 5, raw(Buffer.concat([Buffer.from([0x5f]), cbor(commitment), Buffer.from([0xff])]))));
refusePayload("time-float", "the time as a float", "malformed", changed("signed", 1, raw(unhex("fb41d941fb5f00000000"))));
refusePayload("time-tagged", "the time with tag 1", "malformed", changed("signed", 1, tag(1, time)));
refusePayload("time-negative", "a time before 1970", "malformed", changed("signed", 1, -1));
refusePayload("time-bignum", "the time as a bignum", "malformed", changed("signed", 1, tag(2, unhex("6507b3bc"))));
for (let i = 0; i + 1 < 8; ++i)
    refusePayload(`swapped-${i}`, `the ${i + 1}th and the next pair swapped`, "not-canonical", swapped("signed", i));
for (let i = 0; i < 8; ++i)
    refusePayload(`doubled-${i}`, `the ${i + 1}th pair twice`, "not-canonical", doubled("signed", i));
refusePayload("key-text", "a key that is text", "malformed", { pairs: [...entries("signed"), ["x", 0]] });
refusePayload("key-negative", "a negative key", "unknown-key", { pairs: [...entries("signed"), [-1, 0]] });

// the payload: keys
for (const kind of Object.keys(kinds))
    for (const [key] of entries(kind))
        refusePayload(`${kind}-without-${key}`, `a ${kind} entry without key ${key}`, "malformed", without(kind, key));
const fillers = { 3: ceremonyHash, 4: 1, 5: commitment, 6: act, 7: 1, 8: 0, 9: 2, 10: 1, 11: pairs([0, 1], [1, 0]), 12: roster, 13: 0 };
for (const kind of Object.keys(kinds))
    for (const key of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
        if (kinds[kind][key] === undefined)
            refusePayload(`${kind}-with-${key}`, `a ${kind} entry with key ${key}`, "malformed", added(kind, key, fillers[key]));
for (const kind of Object.keys(kinds))
    refusePayload(`${kind}-with-14`, `a ${kind} entry with key 14`, "unknown-key", added(kind, 14, 0));
refusePayload("session-start-as-end", "a session's start that says it ends", "malformed", changed("session-start", 13, 1));
refusePayload("session-end-as-start", "a session's end that says it starts", "malformed", changed("session-end", 13, 0));
refusePayload("empty-map", "no keys", "malformed", pairs());

// the payload: ranges and types
refusePayload("kind-5", "kind 5", "unknown-version", changed("signed", 0, 5));
refusePayload("trust-3", "clock trust 3", "malformed", changed("signed", 2, 3));
refusePayload("session-0", "session 0", "malformed", changed("signed", 4, 0));
refusePayload("session-2-63", "session 2^63", "malformed", changed("signed", 4, largest + 1n));
refusePayload("time-2-63", "time 2^63", "malformed", changed("signed", 1, largest + 1n));
refusePayload("index-2-63", "index 2^63", "malformed", changed("voided", 9, largest + 1n));
refusePayload("category-0", "category 0", "malformed", changed("signed", 7, 0));
refusePayload("category-11", "category 11", "malformed", changed("signed", 7, 11));
refusePayload("category-257", "category 257, which is 1 in a byte", "malformed", changed("signed", 7, 257));
refusePayload("method-3", "method 3", "malformed", changed("signed", 8, 3));
refusePayload("reason-0", "reason 0", "malformed", changed("voided", 10, 0));
refusePayload("reason-6", "reason 6", "malformed", changed("voided", 10, 6));
refusePayload("edge-2", "a session that neither starts nor ends", "malformed", changed("session-start", 13, 2));
refusePayload("digest-31", "a commitment of 31 bytes", "malformed", changed("signed", 5, commitment.subarray(1)));
refusePayload("digest-33", "a commitment of 33 bytes", "malformed", changed("signed", 5, Buffer.concat([commitment, Buffer.from([0])])));
refusePayload("digest-text", "a commitment as text", "malformed", changed("signed", 5, hex(commitment)));
refusePayload("category-text", "a category as text", "malformed", changed("signed", 7, "pns"));
refusePayload("category-true", "a category that is true", "malformed", changed("signed", 7, raw([0xf5])));
const counts = (value) => changed("closed", 11, value);
refusePayload("counts-empty", "no counts in the map", "malformed", counts(pairs()));
refusePayload("counts-one", "one count", "malformed", counts(pairs([0, 1])));
refusePayload("counts-three", "three counts", "unknown-key", counts(pairs([0, 1], [1, 0], [2, 0])));
refusePayload("counts-swapped", "the counts swapped", "not-canonical", counts(pairs([1, 0], [0, 1])));
refusePayload("counts-key-2", "a count under key 2", "unknown-key", counts(pairs([0, 1], [2, 0])));
refusePayload("counts-twice", "one count twice", "not-canonical", counts(pairs([0, 1], [0, 1])));
refusePayload("counts-negative", "a negative count", "malformed", counts(pairs([0, 1], [1, -1])));
refusePayload("counts-2-63", "a count of 2^63", "malformed", counts(pairs([0, largest + 1n], [1, 0])));
refusePayload("counts-array", "the counts as an array", "malformed", counts([1, 0]));
refusePayload("counts-long", "a count in a byte more", "not-canonical", counts(pairs([0, raw(head(0, 1, 1))], [1, 0])));

// signatures that decode but are not the log's
const badSignature = (name, desc, bytes) => put("entry", `forged-${name}`, { desc, expect: "forged", bytes: hex(bytes), ...keyFacts });
const flipped = Buffer.from(good);
flipped[flipped.length - 1] ^= 1;
badSignature("last-bit", "one bit of the signature flipped", flipped);
badSignature("other-payload", "another entry's signature", seal(cbor(map(kinds.signed)), {
    signature: sign(null, cbor(["Signature1", protectedHeader(), Buffer.alloc(0), cbor(map(kinds.opened))]), key) }));
badSignature("bare-payload", "a signature over the payload alone", seal(cbor(map(kinds.signed)), { signature: sign(null, cbor(map(kinds.signed)), key) }));
badSignature("other-context", "a signature in the context `Signature`", seal(cbor(map(kinds.signed)), {
    signature: sign(null, cbor(["Signature", protectedHeader(), Buffer.alloc(0), cbor(map(kinds.signed))]), key) }));
badSignature("other-kid", "another key ID than the one that was signed", seal(cbor(map(kinds.signed)), {
    header: protectedHeader(-8, unhex("00000000")),
    signature: sign(null, cbor(["Signature1", protectedHeader(), Buffer.alloc(0), cbor(map(kinds.signed))]), key) }));

// ---- ink

const inkOk = (name, desc, bytes, facts) => put("ink", `ok-${name}`, { desc, expect: "ok", bytes: hex(bytes), ...facts });
inkOk("none", "no ink", cbor([1, 0, 0, []]), { width: 0, height: 0, strokes: [] });
inkOk("sample", "a stroke and a dot", ink, { width: 1200, height: 450, strokes: [[[100, 200], [105, 200], [109, 197], [79, 222]], [[600, 450]]] });
inkOk("corners", "the corners of the largest pad", cbor([1, 10000, 10000, [[0, 0, 10000, 10000, -10000, 0, 0, -10000]]]),
    { width: 10000, height: 10000, strokes: [[[0, 0], [10000, 10000], [0, 10000], [0, 0]]] });
const zigzag = [0, 0];
while (zigzag.length / 2 < 3995) zigzag.push(zigzag.length % 4 ? 5 : -5, 0);
const refuseInk = (name, desc, expect, bytes) => put("ink", `bad-${name}`, { desc, expect, bytes: hex(bytes) });
for (const length of [0, 1, 2, 4, 5, 7, 8, 9, 12, ink.length - 3, ink.length - 1])
    refuseInk(`truncated-at-${String(length).padStart(2, "0")}`, `the first ${length} bytes of ok-sample`, "truncated", ink.subarray(0, length));
refuseInk("trailing", "a byte more", "trailing-bytes", Buffer.concat([ink, Buffer.from([0])]));
refuseInk("version-0", "version 0", "unknown-version", cbor([0, 1200, 450, [[1, 1]]]));
refuseInk("version-2", "version 2", "unknown-version", cbor([2, 1200, 450, [[1, 1]]]));
refuseInk("array-of-3", "three items", "malformed", cbor([1, 1200, 450]));
refuseInk("array-of-5", "five items", "malformed", cbor([1, 1200, 450, [[1, 1]], 0]));
refuseInk("map", "a map", "malformed", cbor(pairs([1, 1200])));
refuseInk("tagged", "a tag", "malformed", cbor(tag(18, [1, 1200, 450, [[1, 1]]])));
refuseInk("pad-negative", "a pad of negative width", "malformed", cbor([1, -1200, 450, [[1, 1]]]));
refuseInk("pad-too-wide", "a pad wider than a metre", "too-large", cbor([1, 10001, 450, [[1, 1]]]));
refuseInk("pad-zero-width", "strokes on a pad without width", "malformed", cbor([1, 0, 450, [[0, 1]]]));
refuseInk("pad-zero", "strokes without a pad", "malformed", cbor([1, 0, 0, [[0, 0]]]));
refuseInk("none-with-pad", "no ink on a pad", "not-canonical", cbor([1, 1200, 450, []]));
refuseInk("none-with-width", "no ink, but a width", "not-canonical", cbor([1, 1200, 0, []]));
refuseInk("stroke-empty", "a stroke without points", "malformed", cbor([1, 1200, 450, [[]]]));
refuseInk("stroke-odd", "a point without y", "malformed", cbor([1, 1200, 450, [[1, 1, 1]]]));
refuseInk("stroke-bytes", "a stroke as a byte string", "malformed", cbor([1, 1200, 450, [Buffer.from([1, 1])]]));
refuseInk("stroke-flat", "strokes that are no arrays", "malformed", cbor([1, 1200, 450, [1, 1]]));
refuseInk("standstill", "a point twice in a row", "not-canonical", cbor([1, 1200, 450, [[1, 1, 0, 0]]]));
refuseInk("start-negative", "a first point left of the pad", "malformed", cbor([1, 1200, 450, [[-1, 1]]]));
refuseInk("start-right", "a first point right of the pad", "malformed", cbor([1, 1200, 450, [[1201, 1]]]));
refuseInk("start-below", "a first point below the pad", "malformed", cbor([1, 1200, 450, [[1, 451]]]));
refuseInk("leaves-right", "a later point right of the pad", "malformed", cbor([1, 1200, 450, [[1200, 1, 1, 0]]]));
refuseInk("leaves-top", "a later point above the pad", "malformed", cbor([1, 1200, 450, [[1200, 1, 0, -2]]]));
refuseInk("delta-huge", "a delta of 2^62", "malformed", cbor([1, 1200, 450, [[1, 1, 1n << 62n, 0]]]));
refuseInk("delta-wraps", "a delta of 2^32, which a short integer would lose", "malformed", cbor([1, 1200, 450, [[1, 1, 1n << 32n, 1]]]));
refuseInk("delta-2-63", "a delta of 2^63", "too-large", cbor([1, 1200, 450, [[1, 1, 1n << 63n, 0]]]));
refuseInk("delta-float", "a delta that is a float", "malformed", cbor([1, 1200, 450, [[1, 1, raw(unhex("f93c00")), 0]]]));
refuseInk("delta-long", "a delta in a byte more", "not-canonical", cbor([1, 1200, 450, [[1, 1, raw(head(0, 5, 1)), 0]]]));
refuseInk("negative-long", "a negative delta in a byte more", "not-canonical", cbor([1, 1200, 450, [[9, 1, raw(head(1, 4, 1)), 0]]]));
refuseInk("indefinite", "strokes of indefinite length", "not-canonical",
    Buffer.concat([cbor([1, 1200, 450, []]).subarray(0, -1), Buffer.from([0x9f]), cbor([1, 1]), Buffer.from([0xff])]));
refuseInk("stroke-indefinite", "a stroke of indefinite length", "not-canonical", cbor([1, 1200, 450, [raw([0x9f, 1, 1, 0xff])]]));
refuseInk("strokes-501", "501 strokes", "too-large", cbor([1, 1200, 450, Array(501).fill([1, 1])]));
refuseInk("strokes-claimed", "a claim of 2^32 strokes", "too-large", Buffer.concat([cbor([1, 1200, 450, []]).subarray(0, -1), head(4, 1n << 32n)]));
refuseInk("oversized", "over 8,000 bytes", "too-large", cbor([1, 1200, 450, [zigzag, [...zigzag]]]));

// ---- commitments, matching codes, acts, table digests

const commit = (name, kind, typed, value) => put("commitment", name, {
    desc: `${kind} ${typed}`, salt: hex(salt), kind, typed, value, message: hex(Buffer.from(`${kind}:${value}`)), commitment: hex(hmac(salt, `${kind}:${value}`)),
});
commit("nip", "nip", "19860926 201505 1 001", "198609262015051001");
commit("ni-pppk", "nip", "199009132025242014", "199009132025242014");
commit("nik", "nik", "730501.410586.0001", "7305014105860001");
commit("nrp", "nrp", "1195 0043/p", "11950043/P");
commit("nipd", "nipd", " 141.3/012/kep/2019 ", "141.3/012/KEP/2019");
commit("nama", "nama", "  Siti   Nurhaliza,  s.pd. ", "SITI NURHALIZA, S.PD.");
commit("nama-decomposed", "nama", "Rene\u0301 D\u2019Haens", "Ren\u00e9 D\u2019Haens".toUpperCase().normalize("NFC"));

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
function matchingCode(bytes) {
    let bits = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) << 2n;
    let text = "";
    for (let i = 0; i < 26; ++i, bits >>= 5n) text = crockford[Number(bits & 31n)] + text;
    return text.match(/.{1,4}/g).join("-");
}
const salts = { sample: salt, zeros: Buffer.alloc(16), ones: Buffer.alloc(16, 255), mixed: sha256(Buffer.from("salt")).subarray(0, 16) };
for (const [name, bytes] of Object.entries(salts))
    put("matching-code", `ok-${name}`, { desc: `the code of a salt of ${name}`, expect: "ok", salt: hex(bytes), written: matchingCode(bytes), typed: matchingCode(bytes) });
const typed = (name, desc, bytes, text) => put("matching-code", `ok-${name}`, { desc, expect: "ok", salt: hex(bytes), written: matchingCode(bytes), typed: text });
const code = matchingCode(salt);
typed("lower-case", "typed in lower case", salt, code.toLowerCase());
typed("no-groups", "typed without hyphens", salt, code.replaceAll("-", ""));
typed("spaces", "typed with spaces", salt, ` ${code.replaceAll("-", "  ")} `);
typed("look-alikes", "0 typed as O and o, 1 as I, i, L and l", unhex("08420842084210842108421084210000"),
    matchingCode(unhex("08420842084210842108421084210000")).replace("0", "O").replace("0", "o").replace("1", "I").replace("1", "i").replace("1", "L").replace("1", "l"));
const refuseCode = (name, desc, expect, text) => put("matching-code", `bad-${name}`, { desc, expect, typed: text });
refuseCode("empty", "nothing", "malformed", "");
refuseCode("short", "25 digits", "malformed", code.slice(0, -1));
refuseCode("long", "27 digits", "malformed", `${code}0`);
refuseCode("letter-u", "the letter U, which Crockford leaves out", "malformed", `U${code.slice(1)}`);
refuseCode("other-sign", "an underscore", "malformed", `_${code.slice(1)}`);
refuseCode("not-ascii", "a digit of another script", "malformed", `\u0661${code.slice(1)}`);
for (const low of [1, 2, 3])
    refuseCode(`low-bits-${low}`, `low bits ${low}`, "not-canonical", code.slice(0, -1) + crockford[crockford.indexOf(code.at(-1)) | low]);

put("act", "sample", { desc: "the act of ok-signed", ceremony: sampleCeremony, ceremony_hash: hex(ceremonyHash), ink: hex(ink), act: hex(act) });
put("act", "no-ink", { desc: "a declaration without ink", ceremony: sampleCeremony, ceremony_hash: hex(ceremonyHash), ink: hex(cbor([1, 0, 0, []])),
    act: hex(sha256(ceremonyHash, sha256(cbor([1, 0, 0, []])))) });

const rows = ['"index","kind"', '"2","signed"', '"3","signed"'].map((row, i) => ({ row, key: hex(i ? Buffer.alloc(16, i) : Buffer.alloc(16)) }));
for (const row of rows) row.digest = hex(hmac(unhex(row.key), row.row));
put("table-digest", "sample", { desc: "a header row, whose key is zero, and two rows", rows, digest: hex(sha256(...rows.map((row) => unhex(row.digest)))) });
put("table-digest", "erased-row", { desc: "the same table after its second row was erased: only that row's digest is left",
    rows: rows.map((row, i) => (i === 1 ? { digest: row.digest } : row)), digest: hex(sha256(...rows.map((row) => unhex(row.digest)))) });

// ---- ceremonies

put("ceremony", "ok-sample", { desc: "every key of the format", expect: "ok", toml: sampleCeremony, sha256: hex(ceremonyHash) });
for (const { name, desc, toml, line, column, says } of negativeCeremonies())
    put("ceremony", `bad-${name}`, { desc, expect: "invalid", line, column, says, toml });
