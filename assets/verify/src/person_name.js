// A name in its normal form: NFD, each letter in upper case, NFC, words parted by single spaces; src/pledge/FORMAT.md.
const SPACE = /[\t\p{Zs}]/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const LOWER = /[\p{Ll}\p{Lt}]/u;

/** The only upper case that a character of a decomposed text can have; null where it has none of one character. */
function upperCase(c) {
  const upper = c.toUpperCase();
  return [...upper].length === 1 && !LOWER.test(upper) ? upper : null;
}

const mayStandInName = (c) => !INVISIBLE.test(c) && [...c.normalize('NFD')].every((part) => upperCase(part) !== null);

/** { text, characters, hasLetter, refused: null or the character it stopped at }. */
export function normalName(typed) {
  let spaced = '';
  let pendingSpace = false;
  let stopped = false;
  for (const c of typed) {
    if (SPACE.test(c)) {
      pendingSpace = spaced !== '';
      continue;
    }
    stopped = !mayStandInName(c);
    if (stopped) break;
    spaced += (pendingSpace ? ' ' : '') + c;
    pendingSpace = false;
  }
  const text = [...spaced.normalize('NFD')].map((c) => upperCase(c) ?? c).join('').normalize('NFC');
  const characters = [...text].length;
  return { text, characters, hasLetter: /\p{L}/u.test(text), refused: stopped ? characters : null };
}
