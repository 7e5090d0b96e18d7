import { equal, parseDecimal } from './bytes.js';
import { KEY_TYPE, parseVerifierKey, takeLine } from './note.js';
import { Refused, refuse } from './refused.js';

// c2sp.org/tlog-policy. Names are byte strings.
const MAX_POLICY_SIZE = 1 << 20;
const MAX_LINES = 4096;
const NONE = 'none';

const malformed = (what) => refuse('malformed', what);

function parseKey(text, type) {
  try {
    const key = parseVerifierKey(text);
    return key.type === type ? key : malformed('a key of another type than its line needs');
  } catch (error) {
    return malformed(error.message);
  }
}

function parseThreshold(word, members) {
  if (word === 'any') return 1;
  if (word === 'all') return members;
  const number = /^[1-9][0-9]{0,6}$/.test(word) ? Number(parseDecimal(word)) : 0;
  return number >= 1 && number <= members ? number : malformed('a threshold is all, any, or 1 to the number of members');
}

/** Takes the lines of a policy one by one. */
class Reader {
  #policy = { logs: [], witnesses: [], groups: [], quorum: null };
  #hasQuorum = false;
  #names = new Set();
  #members = new Set();

  line(line) {
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(line)) malformed('a control character');
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0].startsWith('#')) return;
    const values = words.slice(1);
    if (words[0] === 'log') this.#log(values);
    else if (words[0] === 'witness') this.#witness(values);
    else if (words[0] === 'group') this.#group(values);
    else if (words[0] === 'quorum') this.#quorum(values);
    else malformed('neither log, witness, group nor quorum');
  }

  finish() {
    return this.#hasQuorum ? this.#policy : malformed('policy: no quorum line');
  }

  /** `<vkey> [url]` */
  #log(words) {
    if (words.length < 1 || words.length > 2) malformed('a log has a key and at most a URL');
    const key = parseKey(words[0], KEY_TYPE.ed25519);
    if (this.#policy.logs.some((other) => equal(other.key.key, key.key) || other.key.name === key.name))
      malformed('a log that stands here already');
    this.#policy.logs.push({ key, url: words[1] ?? '' });
  }

  /** `<name> <vkey> [url]` */
  #witness(words) {
    if (words.length < 2 || words.length > 3) malformed('a witness has a name, a key and at most a URL');
    const key = parseKey(words[1], KEY_TYPE.cosignatureV1);
    if (this.#policy.witnesses.some((other) => equal(other.key.key, key.key)))
      malformed('a witness key that stands here already');
    this.#define(words[0]);
    this.#policy.witnesses.push({ name: words[0], key, url: words[2] ?? '' });
  }

  /** `<name> all|any|<k> <names>...` */
  #group(words) {
    if (words.length < 3) malformed('a group has a name, a threshold and members');
    const members = words.slice(2);
    const threshold = parseThreshold(words[1], members.length);
    members.forEach((member) => this.#takeMember(member));
    this.#define(words[0]); // only now, so that no group is a member of itself
    this.#policy.groups.push({ name: words[0], threshold, members });
  }

  /** `<name>|none` */
  #quorum(words) {
    if (this.#hasQuorum) malformed('a second quorum line');
    if (words.length !== 1) malformed('a quorum is one name');
    if (words[0] !== NONE) {
      if (!this.#names.has(words[0])) malformed('a quorum that is not defined above');
      this.#policy.quorum = words[0];
    }
    this.#hasQuorum = true;
  }

  /** Witnesses and groups share their names. */
  #define(name) {
    if (name === NONE) malformed('none is no name for a witness or group');
    if (this.#names.has(name)) malformed('a name that stands here already');
    this.#names.add(name);
  }

  /** A name is a member once in the whole policy, so that each witness counts in one way only. */
  #takeMember(name) {
    if (!this.#names.has(name)) malformed('a member that is not defined above');
    if (this.#members.has(name)) malformed('a member that is one already');
    this.#members.add(name);
  }
}

/** { logs: [{ key, url }], witnesses: [{ name, key, url }], groups, quorum: name or null } */
export function parsePolicy(text) {
  if (text.length > MAX_POLICY_SIZE) refuse('too-large', 'policy: over 1 MiB');
  const reader = new Reader();
  let rest = text;
  let number = 0;
  for (let cut = takeLine(rest); cut !== null; cut = takeLine(rest)) {
    if (++number > MAX_LINES) refuse('too-large', 'policy: over 4,096 lines');
    try {
      reader.line(cut[0]);
    } catch (error) {
      if (error instanceof Refused) malformed(`policy, line ${number}: ${error.message}`);
      throw error;
    }
    rest = cut[1];
  }
  if (rest !== '') malformed(`policy, line ${number + 1}: no newline at its end`);
  return reader.finish();
}

/** Whether cosignatures by the witnesses of these names are enough. True under `quorum none`. */
export function satisfiedBy(policy, names) {
  if (policy.quorum === null) return true;
  const reached = new Set(policy.witnesses.map(({ name }) => name).filter((name) => names.includes(name)));
  // A group stands below its members, so one pass decides them all.
  for (const group of policy.groups)
    if (group.members.filter((member) => reached.has(member)).length >= group.threshold) reached.add(group.name);
  return reached.has(policy.quorum);
}
