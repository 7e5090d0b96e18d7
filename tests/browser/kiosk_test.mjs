// From the kiosk's screen to the page's verdict: the picture of a receipt that the shipped kiosk shows is opened in Chromium.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test as anyTest } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { cosignature, noteKey } from '../verify/sample_log.mjs';
import { Chromium } from './chromium.mjs';
import { forgetWork, makePage, work } from './pages.mjs';
import { Server } from './server.mjs';

const VERDICT = 'document.querySelector("#answer").dataset.verdict';
const CEREMONY = fileURLToPath(new URL('../../assets/ceremonies/takalar-2023.toml', import.meta.url));
const witness = noteKey('bawaslu.example/saksi', 4, 0x61);

/** A test that ends, whatever the browser does. */
const test = (name, body, options = {}) => anyTest(name, { timeout: 240_000, ...options }, body);

let chromium;
before(async () => {
  chromium = await Chromium.start({ log: process.env.IKRAR_BROWSER_LOG });
});
after(async () => {
  await chromium?.close();
  forgetWork();
});

function signAtTheKiosk() {
  const program = fileURLToPath(new URL('kiosk_receipt.py', import.meta.url));
  const done = spawnSync('python3', [program], { encoding: 'utf8', timeout: 180_000, env: { ...process.env, OUT: work } });
  assert.equal(done.status, 0, `${done.stdout}${done.stderr}${done.error ?? ''}`);
  return { screen: join(work, 'screen.png'), log: join(work, 'log') };
}

/** The kiosk's log with its head cosigned, under a policy that asks for that. */
async function witnessed(log) {
  const checkpoint = readFileSync(join(log, 'checkpoint'), 'utf8');
  writeFileSync(join(log, 'checkpoint'), checkpoint + cosignature(witness, checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1)));
  const server = await Server.of(log);
  const [keyLine] = readFileSync(join(log, 'policy'), 'utf8').split('\n');
  return { server, policy: `${keyLine} http://127.0.0.1:${server.port}/\nwitness bawaslu ${witness.vkey}\nquorum bawaslu\n` };
}

async function keep(page, name) {
  if (!process.env.IKRAR_PICTURES) return;
  mkdirSync(process.env.IKRAR_PICTURES, { recursive: true });
  writeFileSync(join(process.env.IKRAR_PICTURES, `${name}.png`), await page.picture());
}

test('a receipt on the kiosk’s screen is valid; one digit changed, it is not', async () => {
  const { screen, log } = signAtTheKiosk();
  const { server, policy } = await witnessed(log);
  const page = await chromium.page();
  await page.open(pathToFileURL(join(makePage(policy, { ceremony: CEREMONY }), 'index.html')).href);
  await page.chooseFile('#picture', screen);
  assert.equal(await page.until(VERDICT, 'a verdict on the kiosk’s screen'), 'valid-unwitnessed');
  assert.deepEqual(server.asked, []);
  await page.click('#online');
  await page.until('!document.querySelector("#online").disabled', 'the log to be read');
  assert.equal(await page.evaluate(VERDICT), 'valid');
  assert.ok(!(await page.evaluate('document.querySelector("#unchecked").textContent')).includes('upacara'), 'the log names the ceremony');
  await keep(page, 'kiosk-valid');

  const text = await page.evaluate('document.querySelector("#text").value');
  const begin = text.lastIndexOf('#') + 1;
  for (const at of [begin, begin + 40, begin + 300, text.length - 1]) {
    const changed = text.slice(0, at) + ((Number(text[at]) + 1) % 10) + text.slice(at + 1);
    await page.evaluate(`location.hash = ${JSON.stringify(changed.slice(begin))}`);
    await page.until(`['malformed', 'bad-signature', 'unknown-log'].includes(${VERDICT})`, `digit ${at - begin} to be missed`);
    await keep(page, `kiosk-digit-${at - begin}-changed`);
  }
  await server.close();
});
