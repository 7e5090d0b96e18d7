// How long the verify page takes from a receipt to its verdict, in Chromium: just opened, and again; with WebCrypto (file) and without
// (plain http), at full speed and as on a phone four times slower. IKRAR and IKRAR_VERIFY as for tests/browser.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Chromium } from '../browser/chromium.mjs';
import { forgetWork, makePage } from '../browser/pages.mjs';
import { Server } from '../browser/server.mjs';
import { vectorFile } from '../verify/sources.mjs';

const BOUND = 100;
const ROUNDS = 9;
const { text, policy } = vectorFile('receipt/witnesses-both-under-all.json');
const digits = text.slice(text.lastIndexOf('#'));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const print = (what, ms, bound) =>
  console.log(`  -  ${what.padEnd(66)} ${ms.toFixed(2).padStart(10)} ms${bound ? `  bound ${bound.toFixed(2).padStart(10)}  ${ms <= bound ? 'within' : 'OVER'}` : ''}`);

/** Milliseconds of the first verdict after opening, and of the next ones. */
async function measure(chromium, url, slower) {
  const page = await chromium.page();
  await page.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const durations = 'performance.getEntriesByName("verdict").map(({ duration }) => duration)';
  await page.open(url + digits);
  for (let i = 1; i <= ROUNDS; ++i) {
    await page.until(`${durations}.length >= ${i}`, 'a verdict');
    await page.evaluate(`document.querySelector('#text').value = ${JSON.stringify(text)}, document.querySelector('#enter').requestSubmit()`);
  }
  const [first, ...others] = await page.evaluate(durations);
  await page.close();
  return { first, again: median(others) };
}

const chromium = await Chromium.start({ switches: ['--host-resolver-rules=MAP periksa.example 127.0.0.1'] });
const folder = makePage(policy);
const server = await Server.of(folder);
try {
  for (const [with_, url] of [['WebCrypto', pathToFileURL(join(folder, 'index.html')).href], ['the bundled library', `http://periksa.example:${server.port}/`]])
    for (const slower of [1, 4]) {
      const opened = [];
      const again = [];
      for (let i = 0; i < 5; ++i) {
        const one = await measure(chromium, url, slower);
        opened.push(one.first);
        again.push(one.again);
      }
      const speed = slower === 1 ? '' : `, ${slower} times slower`;
      print(`verdict of the page, 4 signatures, ${with_}${speed}`, median(opened), slower === 1 && BOUND);
      print('  and of the next receipt', median(again), slower === 1 && BOUND);
    }
} finally {
  await server.close();
  await chromium.close();
  forgetWork();
}
