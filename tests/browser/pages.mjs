// Pages as `ikrar page` writes them, and what the command itself says of a receipt.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const work = mkdtempSync(join(tmpdir(), 'ikrar-browser-'));
export const forgetWork = () => rmSync(work, { recursive: true, force: true });

/** Runs `ikrar`, which must end with one of the codes; its standard output. */
export function ikrar(arguments_, codes = [0]) {
  const done = spawnSync(process.env.IKRAR, arguments_.map(String), { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'] });
  if (!codes.includes(done.status)) throw new Error(`ikrar ${arguments_.join(' ')}: exit ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

let files = 0;
export function fileOf(content, name = `file-${++files}`) {
  const path = join(work, name);
  writeFileSync(path, content);
  return path;
}

/** The folder of a page under this policy. */
export function makePage(policy, { revoked, ceremony, logUrl } = {}) {
  const out = join(work, `page-${++files}`);
  const options = ['--policy', fileOf(policy), '--out', out];
  if (revoked) options.push('--revoked', fileOf(revoked));
  if (ceremony) options.push('--ceremony', ceremony);
  if (logUrl) options.push('--log-url', logUrl);
  ikrar(['page', ...options]);
  return out;
}

/** What `ikrar verify --json` answers, a receipt each, in order. */
export function verdictsOf(texts, policy, { revoked, log } = {}) {
  if (texts.length === 0) return [];
  const options = ['--policy', fileOf(policy), '--json'];
  if (revoked) options.push('--revoked', fileOf(revoked));
  if (log) options.push('--log', log);
  const lines = ikrar(['verify', ...texts.map((text) => fileOf(text)), ...options], [0, 1]).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** A published log as a folder. */
export function publish(log, name, changed = {}) {
  const folder = join(work, name);
  for (const [path, content] of [...log.files, ...Object.entries(changed)]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
