// The modules of assets/verify/src as the build copied them beside their libraries (IKRAR_VERIFY), and the vectors that the C++
// tests read too.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const vectorFolder = fileURLToPath(new URL('../vectors/', import.meta.url));

export const source = (name) => import(pathToFileURL(join(process.env.IKRAR_VERIFY, 'src', name)).href);

/** Numbers past 2^53 stay text, since JSON.parse would round them. */
export function parseExact(text) {
  return JSON.parse(text.replace(/([:[,]\s*)(\d{16,})(?=\s*[,}\]])/g, '$1"$2"'));
}

export const vectorFile = (name) => parseExact(readFileSync(join(vectorFolder, name), 'utf8'));

/** [{ name, ... }] of every case in a folder of vectors; none is an error, so that no test passes by reading nothing. */
export function vectorCases(folder, prefix = '') {
  const names = readdirSync(join(vectorFolder, folder)).filter((name) => name.startsWith(prefix) && name.endsWith('.json'));
  if (names.length === 0) throw new Error(`no vectors in ${folder}`);
  return names.sort().map((name) => ({ name: name.slice(0, -5), ...vectorFile(join(folder, name)) }));
}

export const vectorFolders = (folder) => readdirSync(join(vectorFolder, folder)).sort();
