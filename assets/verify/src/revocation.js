import { parseDecimal } from './bytes.js';
import { KEY_TYPE, parseVerifierKey } from './note.js';
import { refuse } from './refused.js';

const MAX_SIZE = 1 << 20;

function parseLine(line, number) {
  const atLine = (what) => refuse('malformed', `revocations, line ${number}: ${what}`);
  const attempt = (read, what) => {
    try {
      return read();
    } catch (error) {
      return atLine(what ?? error.message);
    }
  };
  const space = line.indexOf(' ');
  if (space < 0) atLine('not `<vkey> <last good size>`');
  const key = attempt(() => parseVerifierKey(line.slice(0, space)));
  if (key.type !== KEY_TYPE.ed25519) atLine("a witness's key; leave it out of the policy instead");
  const lastGoodSize = attempt(() => parseDecimal(line.slice(space + 1)), 'the last good size is not a decimal number');
  return { key, lastGoodSize };
}

/** Lines `<vkey> <last good size>`, empty lines and `#` comments: [{ key, lastGoodSize }]. */
export function parseRevocations(text) {
  if (text.length > MAX_SIZE) refuse('too-large', 'revocations: over 1 MiB');
  return text
    .split('\n')
    .map((line, i) => (line === '' || line.startsWith('#') ? null : parseLine(line, i + 1)))
    .filter((revocation) => revocation !== null);
}
