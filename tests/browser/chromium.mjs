// Debian's Chromium, driven by the DevTools protocol over a pipe: no library, no port. Every wait ends, and says what it waited for.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 15_000;

/** Rejects with what was waited for, rather than never. */
export function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${milliseconds} ms for ${what}`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const SWITCHES = [
  '--headless=new', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--disable-gpu', '--disable-extensions',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--metrics-recording-only', '--hide-scrollbars',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
];

export class Chromium {
  #process;
  #folder;
  #log;
  #next = 1;
  #waiting = new Map();
  #pages = new Map();
  #rest = '';

  static async start({ log, switches = [] } = {}) {
    const chromium = new Chromium();
    chromium.#folder = mkdtempSync(join(tmpdir(), 'ikrar-chromium-'));
    chromium.#log = createWriteStream(log ?? '/dev/null');
    await within(PATIENCE, "the browser's log file", new Promise((resolve) => { chromium.#log.once('open', resolve); }));
    // Root has no user namespace to put a sandbox in.
    const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
    const arguments_ = [...SWITCHES, ...sandbox, ...switches, `--user-data-dir=${chromium.#folder}`, 'about:blank'];
    chromium.#process = spawn(process.env.CHROMIUM ?? 'chromium', arguments_, { stdio: ['ignore', chromium.#log, chromium.#log, 'pipe', 'pipe'] });
    chromium.#process.once('error', (error) => chromium.#end(error));
    chromium.#process.once('exit', (code) => chromium.#end(new Error(`Chromium ended with ${code}`)));
    chromium.#process.stdio[3].on('error', (error) => chromium.#end(error));
    chromium.#process.stdio[4].setEncoding('utf8').on('data', (text) => chromium.#read(text));
    await chromium.send('Browser.getVersion', {}, undefined, 30_000);
    return chromium;
  }

  send(method, parameters = {}, sessionId = undefined, patience = PATIENCE) {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    return within(patience, `the browser's answer to ${method}`, answer);
  }

  /** A tab with its own storage. */
  async page({ width = 360, height = 740, scale = 1, mobile = true } = {}) {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId, width, height });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    this.#pages.set(sessionId, page);
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await page.send(`${domain}.enable`);
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile });
    return page;
  }

  async close() {
    const ended = new Promise((resolve) => { this.#process.once('exit', resolve); });
    await this.send('Browser.close').catch(() => {});
    await within(5000, 'the browser to end', ended).catch(() => this.#process.kill('SIGKILL'));
    this.#log.end();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #read(text) {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop();
    for (const message of messages.map((one) => JSON.parse(one))) {
      if (message.id === undefined) {
        this.#pages.get(message.sessionId)?.heard(message);
        continue;
      }
      const { resolve, reject } = this.#waiting.get(message.id) ?? {};
      this.#waiting.delete(message.id);
      if (message.error) reject?.(new Error(message.error.message));
      else resolve?.(message.result);
    }
  }

  #end(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

class Page {
  requests = []; // URLs, data: left out
  complaints = []; // what the console says: errors, violations of the policy

  constructor(chromium, sessionId, targetId) {
    Object.assign(this, { chromium, sessionId, targetId });
  }

  send(method, parameters) {
    return this.chromium.send(method, parameters, this.sessionId);
  }

  heard({ method, params }) {
    if (method === 'Network.requestWillBeSent' && !params.request.url.startsWith('data:')) this.requests.push(params.request.url);
    if (method === 'Log.entryAdded' && ['error', 'warning'].includes(params.entry.level)) this.complaints.push(params.entry.text);
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Page.loadEventFired') this.loaded?.();
  }

  async open(url) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await within(PATIENCE, `${url} to be loaded`, loaded);
  }

  async reload() {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    await this.send('Page.reload');
    await within(PATIENCE, 'the page to be loaded again', loaded);
  }

  /** The value of an expression, awaited. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  /** The first value of the expression that is true. */
  async until(expression, what, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      const value = await this.evaluate(expression);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited ${patience} ms for ${what}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  /** A click in the middle of the element, as a finger would. */
  async click(selector) {
    const { x, y } = await this.evaluate(`(() => {
      const node = document.querySelector(${JSON.stringify(selector)});
      node.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = node.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    })()`);
    const button = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  }

  async type(selector, text) {
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await this.send('Input.insertText', { text });
  }

  async chooseFile(selector, file) {
    const { result } = await this.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(selector)})` });
    await this.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId });
  }

  async offline(offline) {
    await this.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  }

  /** A PNG of what the screen shows. */
  async picture() {
    return Buffer.from((await this.send('Page.captureScreenshot', { format: 'png' })).data, 'base64');
  }

  async close() {
    await this.chromium.send('Target.closeTarget', { targetId: this.targetId });
  }
}
