// The page that `ikrar page` writes, in Chromium: from a file, from localhost, from plain http under another name, and with no
// network. IKRAR_PICTURES names a folder for pictures of what it shows.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test as anyTest } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { SampleLog } from '../verify/sample_log.mjs';
import { vectorCases } from '../verify/sources.mjs';
import { Chromium } from './chromium.mjs';
import { fileOf, forgetWork, ikrar, makePage, verdictsOf, work } from './pages.mjs';
import { Server } from './server.mjs';

const HOST = 'periksa.example'; // the loopback under a name that makes no secure context
// The Takalar ceremony under the domain of the vectors' logs.
const CEREMONY = fileOf(
  readFileSync(fileURLToPath(new URL('../../assets/ceremonies/takalar-2023.toml', import.meta.url)), 'utf8').replace(/^domain = .*$/m, 'domain = "takalar.example"'),
  'takalar.toml',
);
const SALT = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const CODE = '000G-40R4-0M30-E209-185G-R38E-1W';
const NIP = '198609262015051001';

/** A test that ends, whatever the browser does. */
const test = (name, body, options = {}) => anyTest(name, { timeout: 60_000, ...options }, body);

let chromium;
before(async () => {
  chromium = await Chromium.start({ log: process.env.IKRAR_BROWSER_LOG, switches: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] });
});
after(async () => {
  await chromium?.close();
  forgetWork();
});

const vectors = vectorCases('receipt').filter(({ log }) => !log);
const byName = (name) => vectors.find((vector) => vector.name === name);
const fragment = (text) => `#${text.slice(text.lastIndexOf('#') + 1)}`;
const fileUrl = (folder) => pathToFileURL(join(folder, 'index.html')).href;
const VERDICT = 'document.querySelector("#answer").dataset.verdict';

async function opened(url, size) {
  const page = await chromium.page(size);
  await page.open(url);
  return page;
}

async function openedWith(url, text, size) {
  const page = await opened(url + fragment(text), size);
  await page.until(VERDICT, 'a verdict');
  return page;
}

async function keep(page, name) {
  if (!process.env.IKRAR_PICTURES) return;
  mkdirSync(process.env.IKRAR_PICTURES, { recursive: true });
  writeFileSync(join(process.env.IKRAR_PICTURES, `${name}.png`), await page.picture());
}

/** Each text entered by hand: verdict, sentence and technical reason. */
const ENTER = `async (texts) => {
  const answers = [];
  for (const text of texts) {
    const before = performance.getEntriesByName('verdict').length;
    document.querySelector('#text').value = text;
    document.querySelector('#enter').requestSubmit();
    while (performance.getEntriesByName('verdict').length === before) await new Promise((resolve) => { setTimeout(resolve, 1); });
    const why = [...document.querySelectorAll('#technical-lines div')].find((row) => row.firstChild.textContent === 'why');
    answers.push([document.querySelector('#answer').dataset.verdict, document.querySelector('#sentence').textContent, why?.lastChild.textContent ?? '']);
  }
  return answers;
}`;

/** Groups of vectors that one page can judge, with the command's answers. */
function groupsOf(some) {
  const groups = new Map();
  for (const vector of some) {
    const key = JSON.stringify([vector.policy, vector.revoked ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), vector]);
  }
  return [...groups.values()].map((group) => {
    const [{ policy, revoked }] = group;
    const answers = verdictsOf(group.map(({ text }) => text), policy, { revoked });
    return { group, folder: makePage(policy, { revoked }), answers: answers.map(({ verdict, sentence, why }) => [verdict, sentence, why ?? '']) };
  });
}
let everyGroup;
const groups = () => (everyGroup ??= groupsOf(vectors));

async function assertAgree(page, { group, answers }) {
  // What a text field makes of line breaks and NULs leaves no malformed receipt well-formed.
  const given = await page.evaluate(`(${ENTER})(${JSON.stringify(group.map(({ text }) => text))})`);
  for (const [i, { name }] of group.entries()) assert.deepEqual(given[i], answers[i], name);
}

test('from a file: every vector gets the command’s answer, and nothing is requested', async () => {
  for (const one of groups()) {
    const url = fileUrl(one.folder);
    const page = await opened(url);
    await assertAgree(page, one);
    assert.deepEqual(page.requests, [url]);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});

test('over plain http, no secure context: the bundled verifier gives the same answers', async () => {
  for (const one of groups()) {
    const server = await Server.of(one.folder);
    const page = await opened(`http://${HOST}:${server.port}/`);
    assert.deepEqual(await page.evaluate('[isSecureContext, typeof crypto.subtle]'), [false, 'undefined']);
    await assertAgree(page, one);
    assert.deepEqual(server.asked, ['/']);
    await page.close();
    await server.close();
  }
});

test('from localhost: WebCrypto; the page is kept, and opens when the server is gone', async () => {
  const { text, policy } = byName('witnesses-one-under-one');
  const server = await Server.of(makePage(policy));
  const url = `http://localhost:${server.port}/`;
  const page = await openedWith(url, text);
  assert.deepEqual(await page.evaluate('[isSecureContext, typeof crypto.subtle]'), [true, 'object']);
  assert.equal(await page.evaluate(VERDICT), 'valid');
  await page.until('navigator.serviceWorker.getRegistration().then((found) => Boolean(found?.active))', 'the service worker');
  // The page's own two files, from the host that it came from, and nothing of the receipt.
  assert.deepEqual([...new Set(server.asked)].sort(), ['/', '/sw.js']);
  assert.deepEqual(page.complaints, []);
  await server.close();
  await page.reload();
  assert.equal(await page.until(VERDICT, 'a verdict without the server'), 'valid');
  await page.close();
});

test('without a network: valid and every kind of broken', async () => {
  const some = ['valid-2-of-3', 'bad-signature-log-zero', 'malformed-cut-last-byte', 'unknown-log-other', 'rehearsal-7-of-8', 'witnesses-both-under-all', 'unknown-log-revoked', 'bad-signature-witness-asked'];
  for (const one of groupsOf(some.map(byName))) {
    const page = await opened(fileUrl(one.folder));
    await page.offline(true);
    await assertAgree(page, one);
    await page.close();
  }
});

test('opened with a receipt’s fragment it answers at once; another fragment, another answer', async () => {
  const { text, policy } = byName('valid-2-of-3');
  const page = await openedWith(fileUrl(makePage(policy)), text);
  assert.equal(await page.evaluate(VERDICT), 'valid-unwitnessed');
  const digits = fragment(text);
  for (const at of [3, 200, 400, digits.length - 1]) {
    const changed = digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
    await page.evaluate(`location.hash = ${JSON.stringify(changed)}`);
    const verdict = await page.until(`['malformed', 'bad-signature', 'unknown-log'].includes(${VERDICT}) && ${VERDICT}`, 'a refusal');
    assert.notEqual(verdict, 'valid-unwitnessed');
    await page.evaluate(`location.hash = ${JSON.stringify(digits)}`);
    await page.until(`${VERDICT} === 'valid-unwitnessed'`, 'the first answer again');
  }
  await page.close();
});

test('the policy of the page keeps everything else out', async () => {
  const { text, policy } = byName('valid-2-of-3');
  const server = await Server.start(() => Buffer.from('out'));
  const page = await openedWith(fileUrl(makePage(policy)), text);
  const outside = `http://127.0.0.1:${server.port}/`;
  assert.equal(await page.evaluate(`fetch('${outside}').then(() => 'let out', () => 'kept in')`), 'kept in');
  assert.equal(await page.evaluate(`new Promise((resolve) => {
    const image = new Image();
    image.onload = image.onerror = ({ type }) => resolve(type);
    image.src = '${outside}';
  })`), 'error');
  assert.equal(await page.evaluate(`(() => {
    try { const script = document.createElement('script'); script.textContent = 'globalThis.ran = true'; document.body.append(script); } catch {}
    return globalThis.ran ?? false;
  })()`), false);
  assert.equal(await page.evaluate(`(() => { try { document.body.insertAdjacentHTML('beforeend', '<b>'); return true; } catch { return false; } })()`), false);
  assert.deepEqual(server.asked, []);
  await page.close();
  await server.close();
});

test('another language: the answer in it, and nothing that was typed is lost', async () => {
  const { text, policy } = byName('rehearsal-7-of-8');
  const page = await openedWith(fileUrl(makePage(policy)), text);
  const [{ sentence, sentence_en }] = verdictsOf([text], policy);
  assert.equal(await page.evaluate('document.querySelector("#sentence").textContent'), sentence);
  await page.evaluate('document.querySelector("#person").open = true');
  for (const [field, typed] of [['#text', 'abc'], ['#value', '1986'], ['#code', '000G']]) await page.type(field, typed);
  await page.click('[data-language="en"]');
  assert.equal(await page.until('document.documentElement.lang === "en" && document.querySelector("#sentence").textContent', 'English'), sentence_en);
  assert.deepEqual(await page.evaluate('["#text", "#value", "#code"].map((field) => document.querySelector(field).value)'), ['abc', '1986', '000G']);
  assert.equal(await page.evaluate('document.querySelector("#person").open'), true);
  assert.equal(await page.evaluate('document.title'), 'Pledge receipt check');
  await page.close();
});

test('on a phone of 360 pixels everything fits, the answer above the edge, each button as large as a finger', async () => {
  for (const name of ['witnesses-both-in-policy-of-three-logs', 'valid-2-of-3', 'bad-signature-log-zero', 'malformed-a-poem', 'unknown-log-revoked', 'witnesses-one-under-all'])
    for (const language of ['id', 'en']) {
      const { text, policy, revoked } = byName(name);
      const page = await openedWith(fileUrl(makePage(policy, { revoked, ceremony: CEREMONY })), text);
      await page.click(`[data-language="${language}"]`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360, name);
      const facts = await page.evaluate('document.querySelector("#facts").textContent');
      if (!['malformed-a-poem'].includes(name)) assert.match(facts, /WITA/, name);
      const bottom = await page.evaluate('document.querySelector("#sentence").getBoundingClientRect().bottom');
      assert.ok(bottom < 740, `${name} ${language}: the sentence ends at ${bottom}`);
      const small = await page.evaluate(`[...document.querySelectorAll('button, .button, summary, input:not([type=file]), select')]
        .filter((node) => node.offsetParent).map((node) => [node.textContent, node.getBoundingClientRect().height]).filter(([, height]) => height < 44)`);
      assert.deepEqual(small, [], name);
      if (await page.evaluate('!document.querySelector("#person").hidden')) {
        await page.evaluate('document.querySelector("#person").open = true');
        await page.type('#code', CODE);
        assert.ok(await page.evaluate('(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector("#code"))'), 'the whole code is in sight');
      }
      await page.close();
    }
});

test('a photograph of a receipt is read, and what is no receipt is said to be none', async () => {
  const { text, policy } = byName('valid-2-of-3');
  const page = await opened(fileUrl(makePage(policy)));
  const picture = join(work, 'receipt.png');
  ikrar(['receipt', 'qr', fileOf(text), '--out', picture]);
  for (const input of ['#picture', '#camera']) {
    await page.chooseFile(input, picture);
    assert.equal(await page.until(VERDICT, 'a verdict on the picture'), 'valid-unwitnessed');
  }
  assert.equal(await page.evaluate('document.querySelector("#text").value'), text);
  await page.chooseFile('#picture', fileOf('no picture', 'letter.txt'));
  await page.until('document.querySelector("#enter-note").textContent.includes("bukan gambar")', 'the sentence about what is no picture');
  assert.equal(await page.evaluate(VERDICT), 'valid-unwitnessed');
  const blank = await page.evaluate(`new Promise((resolve) => {
    const canvas = document.createElement('canvas'); canvas.width = canvas.height = 300;
    resolve(canvas.toDataURL('image/png').split(',')[1]);
  })`);
  await page.chooseFile('#picture', fileOf(Buffer.from(blank, 'base64'), 'blank.png'));
  await page.until('document.querySelector("#enter-note").textContent.startsWith("Kode QR belum terbaca")', 'the sentence about a picture without a code');
  await page.close();
});

test('a browser that reads codes itself is asked first, and one that fails at it leaves the work to the library', async () => {
  const { text, policy } = byName('valid-2-of-3');
  const page = await opened(fileUrl(makePage(policy)));
  const picture = join(work, 'detected.png');
  ikrar(['receipt', 'qr', fileOf(text), '--out', picture]);
  for (const [detect, expected] of [['() => [{ rawValue: "#123" }]', 'malformed'], ['() => { throw new Error("no service") }', 'valid-unwitnessed'], ['() => []', 'valid-unwitnessed']]) {
    await page.evaluate(`globalThis.BarcodeDetector = class { static getSupportedFormats() { return ['qr_code']; } async detect() { return (${detect})(); } }, 0`);
    await page.chooseFile('#picture', picture);
    await page.until(`${VERDICT} === '${expected}'`, `the verdict ${expected}`);
  }
  await page.close();
});

const commitment = createHmac('sha256', SALT).update(`nip:${NIP}`).digest();

test('a person is matched by number and code, and only by both', async () => {
  const log = new SampleLog(5, { commitments: new Map([[3, commitment]]) });
  const page = await openedWith(fileUrl(makePage(log.policy)), log.receipt(3));
  await page.evaluate('document.querySelector("#person").open = true');
  const match = async (value, code) => {
    await page.evaluate(`(() => {
      document.querySelector('#value').value = ${JSON.stringify(value)};
      document.querySelector('#code').value = ${JSON.stringify(code)};
      document.querySelector('#match').requestSubmit();
    })()`);
    return page.evaluate('[document.querySelector("#match-answer").dataset.matches, document.querySelector("#match-answer").textContent]');
  };
  assert.equal((await match('19860926 201505 1 001', CODE.toLowerCase()))[0], 'true');
  assert.equal((await match('198609262015051002', CODE))[0], 'false');
  assert.equal((await match(NIP, CODE.replace('4', '5')))[0], 'false');
  assert.deepEqual(await match('1986', CODE), ['', 'NIP terdiri atas 18 angka: tambahkan 14 angka lagi.']);
  assert.deepEqual(await match(NIP, '123'), ['', 'Mohon periksa kode: 26 huruf dan angka, tanpa U.']);
  await page.close();
});

// --- after the touch ---

const SIZE = 600;
const log = new SampleLog(SIZE, { voids: new Map([[500, 42]]) });
const cosigned = Buffer.from(log.note({ witnesses: [log.witness] }));
const answers = {
  cosigned: (path) => (path === '/checkpoint' ? cosigned : log.files.get(path.slice(1)) ?? null),
  uncosigned: (path) => log.files.get(path.slice(1)) ?? null,
  shorter: (() => { const before = new SampleLog(300); return (path) => before.files.get(path.slice(1)) ?? null; })(),
  rewritten: (() => { const other = new SampleLog(SIZE, { voids: new Map([[200, 7]]) }); return (path) => other.files.get(path.slice(1)) ?? null; })(),
  tampered: (path) => (path === '/tile/0/001' ? Buffer.alloc(8192, 7) : answers.cosigned(path)),
  garbage: () => Buffer.from('<!doctype html><title>Wi-Fi</title>'),
};

async function touched(server, receipt, { folder, how }) {
  server.answer = answers[how];
  server.asked.length = 0;
  const page = await openedWith(fileUrl(folder), receipt);
  assert.equal(await page.evaluate(VERDICT), 'valid-unwitnessed');
  assert.deepEqual(server.asked, [], 'nothing was asked before the touch');
  await page.click('#online');
  await page.until('!document.querySelector("#online").disabled', 'the log to be read');
  return page;
}

test('after a touch the receipt is held against the published log', async () => {
  const server = await Server.start(answers.cosigned);
  const folder = makePage(log.policy.replace('https://log.example/', `http://127.0.0.1:${server.port}/`));
  for (const [how, receipt, verdict] of [
    ['cosigned', log.receipt(400), 'valid'], ['uncosigned', log.receipt(400), 'valid-unwitnessed'], ['cosigned', log.receipt(42), 'voided'],
    ['rewritten', log.receipt(400), 'inconsistent'], ['shorter', log.receipt(400), 'not-in-log'],
  ]) {
    const page = await touched(server, receipt, { folder, how });
    assert.equal(await page.evaluate(VERDICT), verdict, how);
    await keep(page, `online-${how}-${verdict}`);
    assert.ok(!(await page.evaluate('document.querySelector("#sentence").textContent')).includes('belum diperiksa'), how);
    for (const path of server.asked) assert.match(path, /^\/(checkpoint|tile\/[\dx/entris]+(\.p\/\d+)?)$/, 'nothing of the receipt is sent');
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
  await server.close();
});

test('an address that is none leaves everything but the button', async () => {
  const page = await openedWith(fileUrl(makePage(log.policy.replace('https://log.example/', 'https://log.example:99999/'))), log.receipt(400));
  assert.equal(await page.evaluate(VERDICT), 'valid-unwitnessed');
  assert.ok(await page.evaluate('document.querySelector("#log").hidden && !document.querySelector("#person").hidden'));
  assert.ok((await page.evaluate('document.querySelector("#technical-lines").textContent')).includes('valid-unwitnessed'));
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a log that cannot be used changes no verdict, and its failure is said', async () => {
  const server = await Server.start(answers.tampered);
  const folder = makePage(log.policy.replace('https://log.example/', `http://127.0.0.1:${server.port}/`));
  for (const [how, said] of [['tampered', 'tidak cocok dengan segelnya'], ['garbage', 'tidak ada log yang utuh']]) {
    const page = await touched(server, log.receipt(400), { folder, how });
    assert.equal(await page.evaluate(VERDICT), 'valid-unwitnessed', how);
    const note = await page.evaluate('document.querySelector("#online-note.failed").textContent');
    assert.ok(note.includes(said), note);
    await keep(page, `online-${how}`);
    await page.close();
  }
  await server.close();
  const page = await openedWith(fileUrl(folder), log.receipt(400));
  await page.click('#online');
  await page.until('document.querySelector("#online-note.failed")?.textContent.includes("tidak terjangkau")', 'the sentence about a log out of reach');
  await page.close();
});

test('pictures of the verdicts', async () => {
  for (const [name, vector] of [['valid', 'witnesses-both-in-policy-of-three-logs'], ['valid-unwitnessed', 'valid-2-of-3'], ['not-yet-witnessed', 'witnesses-one-under-all'], ['rehearsal', 'rehearsal-7-of-8'], ['malformed', 'malformed-cut-last-byte'], ['bad-signature', 'bad-signature-log-zero'], ['unknown-log', 'unknown-log-other'], ['revoked', 'unknown-log-revoked']])
    for (const [size, width, height] of [['phone', 360, 740], ['desk', 1280, 800]])
      for (const language of ['id', 'en']) {
        const { text, policy, revoked } = byName(vector);
        const page = await openedWith(fileUrl(makePage(policy, { revoked, ceremony: CEREMONY })), text, { width, height, mobile: size === 'phone' });
        if (language === 'en') await page.click('[data-language="en"]');
        await keep(page, `${name}-${size}-${language}`);
        await page.close();
      }
}, { skip: !process.env.IKRAR_PICTURES, timeout: 240_000 });
