// What the verify page says in Chromium, for a test that speaks another language. Standard input is JSON:
//
//     [{ policy, ceremony, receipt, log }, ...]      policy, ceremony and log are paths, receipt is text
//
// Prints one JSON object a case, in order: `alone`, as the receipt's fragment opens the page, and `online`, after the touch, with
// the log on the loopback. `offered` is whether the page offers that touch: it does for what is genuine.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Chromium } from '../browser/chromium.mjs';
import { forgetWork, makePage } from '../browser/pages.mjs';
import { Server } from '../browser/server.mjs';

const SAID = `(() => {
  const textOf = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.offsetParent).map((node) => node.innerText).join('\\n');
  return {
    verdict: document.querySelector('#answer').dataset.verdict, sentence: textOf('#sentence'), unchecked: textOf('#unchecked li'),
    note: textOf('#online-note'), failed: Boolean(document.querySelector('#online-note.failed')), words: textOf('main'),
  };
})()`;

const server = await Server.start(() => null);
const address = `http://127.0.0.1:${server.port}/`;
const pages = new Map(); // by policy and ceremony

function pageFor({ policy, ceremony }) {
  const key = JSON.stringify([policy, ceremony]);
  if (!pages.has(key)) pages.set(key, join(makePage(readFileSync(policy, 'utf8'), { ceremony, logUrl: address }), 'index.html'));
  return pathToFileURL(pages.get(key)).href;
}

async function look(tab, given) {
  server.answer = (path) => readFile(join(given.log, path)).catch(() => null);
  server.asked.length = 0;
  await tab.open('about:blank'); // a fragment alone would load nothing anew
  await tab.open(pageFor(given) + given.receipt.trim().slice(given.receipt.lastIndexOf('#')));
  await tab.until("document.querySelector('#answer').dataset.verdict", 'a verdict');
  const alone = await tab.evaluate(SAID);
  if (server.asked.length > 0) throw new Error(`asked before the touch: ${server.asked}`);
  const offered = await tab.evaluate("document.querySelector('#online').offsetParent !== null");
  if (offered) {
    await tab.click('#online');
    await tab.until("!document.querySelector('#online').disabled", 'the log to be read');
    if (server.asked.length === 0) throw new Error('the log was not asked');
  }
  const online = await tab.evaluate(SAID);
  return { alone, offered, online };
}

const chromium = await Chromium.start({ log: process.env.IKRAR_BROWSER_LOG });
try {
  const tab = await chromium.page();
  for (const given of JSON.parse(readFileSync(0, 'utf8'))) console.log(JSON.stringify(await look(tab, given)));
} finally {
  await chromium.close();
  await server.close();
  forgetWork();
}
