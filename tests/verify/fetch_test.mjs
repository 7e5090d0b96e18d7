// Reading a log's files over HTTP: what is refused and how, and that no request outlives its time.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { source } from './sources.mjs';

const { addressOf, fetchSource } = await source('fetch_source.js');

const answers = {
  '/log/checkpoint': (response) => response.end('head'),
  '/log/tile/0/000': (response) => response.end(Buffer.alloc(64, 1)),
  '/log/broken': (response) => response.writeHead(500).end(),
  '/log/silent': () => {},
  '/log/slow': (response) => response.write('a first byte, and then nothing'),
  '/log/cut': (response) => { response.writeHead(200, { 'Content-Length': 100 }).write('a'); response.destroy(); },
};
const asked = [];
let server;
let base;
before(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    (answers[request.url] ?? (() => response.writeHead(404).end()))(response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${server.address().port}/log`;
});
after(() => {
  server.closeAllConnections?.();
  server.close();
});

const refused = (kind) => (error) => error.kind === kind;
const quick = { timeout: 200 }; // where nothing will come

test('an address is one in full, beside the page where it is a path, and what is none is no error', () => {
  const page = 'https://periksa.example/v/';
  assert.equal(addressOf('https://log.example:8443/takalar/', page), 'https://log.example:8443/takalar/');
  assert.equal(addressOf('log/', page), 'https://periksa.example/v/log/');
  for (const url of ['', undefined, 'https://log.example:99999/', 'https://[:/', 'https://10.0.0.999/', 'http://'])
    assert.equal(addressOf(url, page), null, url);
});

test('a file is read from below the address, with or without its last slash', async () => {
  for (const address of [base, `${base}/`]) {
    const read = fetchSource(address);
    assert.equal(Buffer.from(await read('checkpoint', 100)).toString(), 'head');
    assert.equal((await read('tile/0/000', 64)).length, 64);
  }
  assert.ok(asked.every(({ headers }) => !headers.referer && !headers.cookie));
});

test('what is not there is missing, what is longer than it may be is too large', async () => {
  await assert.rejects(fetchSource(base)('nothing', 10), refused('missing'));
  await assert.rejects(fetchSource(base)('tile/0/000', 63), refused('too-large'));
});

test('a server that fails, is silent, stops or is gone', { timeout: 30_000 }, async () => {
  for (const path of ['broken', 'cut']) await assert.rejects(fetchSource(base)(path, 1000), refused('io'), path);
  for (const path of ['silent', 'slow']) await assert.rejects(fetchSource(base, quick)(path, 1000), refused('io'), path);
  await assert.rejects(fetchSource('http://127.0.0.1:1/')('checkpoint', 10), refused('io'));
});

test('when the time of the whole check is over nothing more is waited for', { timeout: 30_000 }, async () => {
  const read = fetchSource(base, { timeout: 60_000, deadline: 100 });
  await assert.rejects(read('silent', 10), refused('io'));
});
