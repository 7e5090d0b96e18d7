import { concat } from './bytes.js';
import { Refused, refuse } from './refused.js';

const TIMEOUT = 10_000; // of one file
const DEADLINE = 90_000; // of all that one check reads

/** The address in full; null for what is none. A policy may hold any word where an address belongs. */
export function addressOf(url, page) {
  if (!url) return null;
  try {
    return new URL(url, page).href;
  } catch {
    return null;
  }
}

async function readAtMost(response, limit) {
  const chunks = [];
  const reader = response.body.getReader();
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return concat(...chunks);
    length += value.length;
    if (length > limit) refuse('too-large', `${new URL(response.url).pathname} is larger than it may be`);
    chunks.push(value);
  }
}

/** A log's files below a URL. No request outlives its time, and nothing is sent but the path. */
export function fetchSource(base, { timeout = TIMEOUT, deadline = DEADLINE } = {}) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const end = Date.now() + deadline;
  return async (path, limit) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), Math.max(0, Math.min(timeout, end - Date.now())));
    try {
      const response = await fetch(root + path, {
        signal: abort.signal,
        cache: path === 'checkpoint' ? 'no-store' : 'default',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      if (response.status === 404 || response.status === 410) refuse('missing', `${path}: there is no such file`);
      if (!response.ok) refuse('io', `${path}: the server answers ${response.status}`);
      return await readAtMost(response, limit);
    } catch (error) {
      if (error instanceof Refused) throw error;
      return refuse('io', abort.signal.aborted ? `${path}: no answer in time` : `${path}: cannot be reached (${error.message})`);
    } finally {
      clearTimeout(timer);
      abort.abort(); // what was refused is not read on
    }
  };
}
