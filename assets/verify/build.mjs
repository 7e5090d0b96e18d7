// Puts the page together: node build.mjs BUNDLE OUT, in the folder where `npm ci` ran. BUNDLE is esbuild's output. Placeholders
// that are left ({{connect}}, {{data}} of the page; {{version}} of the worker) are filled by `ikrar page`.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [bundle, out] = process.argv.slice(2);
const read = (name) => readFileSync(name, 'utf8');
const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const script = read(bundle).trim();
const style = read('page.css').replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '').trim();
const licences = ['@noble/curves', '@noble/hashes', 'jsqr']
  .map((name) => `${name} ${JSON.parse(read(join('node_modules', name, 'package.json'))).version}\n\n${read(join('node_modules', name, 'LICENSE')).trim()}`)
  .join('\n\n');

// An end tag or a comment's end within would end its element early.
for (const [text, end] of [[script, /<\/script|<!--/i], [style, /<\/style/i], [licences, /--+!?>/]])
  if (end.test(text)) throw new Error(`a part of the page holds ${end}`);

const parts = { script, style, licences, 'script-hash': hashSource(script), 'style-hash': hashSource(style) };
const page = read('page.html').replace(/\{\{([a-z-]+)\}\}/g, (placeholder, name) => parts[name] ?? placeholder);
writeFileSync(join(out, 'page.html'), page);
writeFileSync(join(out, 'sw.js'), read('sw.js'));
