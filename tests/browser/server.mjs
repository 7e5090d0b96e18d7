// A static server on the loopback, as plain as any that could host page and log; it remembers what it was asked for.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { within } from './chromium.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

export class Server {
  asked = [];
  #server;
  #answer;

  /** `answer(path)` gives bytes, null for what is not there, or never where the server is to be silent. */
  static async start(answer) {
    const server = new Server();
    server.#answer = answer;
    server.#server = createServer((request, response) => server.#serve(request, response));
    await within(5000, 'the test server', new Promise((resolve) => { server.#server.listen(0, '127.0.0.1', resolve); }));
    server.#server.unref(); // a test that fails leaves it open, and must end all the same
    server.port = server.#server.address().port;
    return server;
  }

  /** Of a folder; `/` is its index.html. */
  static of(folder) {
    return Server.start((path) => readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path)).catch(() => null));
  }

  set answer(answer) {
    this.#answer = answer;
  }

  async #serve(request, response) {
    this.asked.push(request.url);
    const { pathname } = new URL(request.url, 'http://localhost');
    const content = await this.#answer(pathname);
    const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream' };
    response.writeHead(content ? 200 : 404, headers).end(content ?? 'not here');
  }

  async close() {
    const closed = new Promise((resolve) => { this.#server.close(resolve); });
    this.#server.closeAllConnections?.();
    await within(5000, 'the test server to end', closed);
  }
}
