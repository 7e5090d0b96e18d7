import { equal } from './bytes.js';
import { checkpointText, isCosignature } from './checkpoint.js';
import { verifyEntry } from './entry.js';
import { verifyNote } from './note.js';
import { parseOrigin } from './origin.js';
import { satisfiedBy } from './policy.js';
import { receiptFromText, rootOf } from './receipt.js';
import { Refused } from './refused.js';

/** Worst first: the first that applies is the answer. src/receipt/FORMAT.md, "Verdict". */
export const VERDICTS = ['malformed', 'unknown-log', 'bad-signature', 'inconsistent', 'not-in-log', 'rehearsal', 'voided', 'valid-unwitnessed', 'valid'];

/**
 * One receipt on its way down the list of verdicts, as src/receipt/verdict.cpp has it. Each step gives the verdict that it
 * stands for, or nothing, and leaves what it learned in the finding.
 */
class Examination {
  constructor(finding, policy, { revoked = [], log = null, subtle = globalThis.crypto?.subtle }) {
    Object.assign(this, { finding, policy, revoked, log, subtle });
  }

  async run() {
    const steps = [this.findLog, this.checkRoot, this.checkEntry, this.checkWitnesses, this.compareWithLog, this.judgeRehearsal, this.askVoided, this.askQuorum];
    for (const step of steps) {
      const verdict = await step.call(this);
      if (verdict) return verdict;
    }
    return 'valid';
  }

  because(verdict, why) {
    this.finding.why = why;
    return verdict;
  }

  isRevoked(key) {
    return this.revoked.some(({ key: other, lastGoodSize }) =>
      other.name === key.name && equal(other.key, key.key) && this.finding.receipt.size > lastGoodSize);
  }

  findLog() {
    const { id } = this.finding.receipt.signatures[0];
    const named = this.policy.logs.filter(({ key }) => key.id === id);
    if (named.length === 0) return this.because('unknown-log', "the policy has no log with the receipt's key ID");
    // Only the origin tells a rehearsal, so a log whose origin is not of our form tells nothing.
    const ours = named.filter(({ key }) => parseOrigin(key.name) !== null);
    if (ours.length === 0) return this.because('unknown-log', "the policy's log has an origin of another form");
    if (ours.length === 1) this.finding.origin = ours[0].key.name;
    this.candidates = ours.filter(({ key }) => !this.isRevoked(key));
    if (this.candidates.length > 0) return null;
    this.finding.revoked = true;
    return this.because('unknown-log', "the log's key is revoked, and the receipt lies past its last good size");
  }

  async checkRoot() {
    const { receipt } = this.finding;
    const [signature] = receipt.signatures;
    const root = rootOf(receipt);
    this.finding.root = root;
    for (const { key } of this.candidates) {
      this.checkpoint = { origin: key.name, size: receipt.size, root };
      if (await verifyNote(checkpointText(this.checkpoint), { ...signature, name: key.name }, key, this.subtle)) {
        this.key = key;
        this.finding.origin = key.name;
        return null;
      }
    }
    return this.because('bad-signature', "the log's signature is not over the root that entry and proof lead to");
  }

  async checkEntry() {
    if (await verifyEntry(this.finding.receipt.sealed, this.key.key, this.subtle)) return null;
    return this.because('bad-signature', "the entry's own signature is not by the log's key");
  }

  async checkWitnesses() {
    const { signer, bad } = await goodCosigners(this.policy, this.checkpoint, this.finding.receipt.signatures.slice(1), this.subtle);
    this.finding.witnesses = signer;
    return bad ? this.because('bad-signature', `the cosignature of ${bad} is not good`) : null;
  }

  async compareWithLog() {
    if (!this.log) return null;
    if (this.log.origin !== this.checkpoint.origin) {
      this.finding.logError = new Refused('invalid', `the log at hand is ${this.log.origin}`);
      return null;
    }
    if (this.log.size < this.checkpoint.size) {
      this.finding.checkedAgainstLog = true;
      return this.because('not-in-log', `the log at hand ends at size ${this.log.size}`);
    }
    const root = await this.ask(() => this.log.rootAt(this.checkpoint.size));
    if (root === undefined) return null;
    this.finding.checkedAgainstLog = true;
    this.finding.prefixOf = this.log.size;
    if (equal(root, this.checkpoint.root)) return null;
    return this.because('inconsistent', "the log at hand has another root at the receipt's size");
  }

  judgeRehearsal() {
    return parseOrigin(this.checkpoint.origin).rehearsal ? this.because('rehearsal', "the origin is a rehearsal's") : null;
  }

  async askVoided() {
    if (!this.finding.checkedAgainstLog) return null;
    const voided = await this.ask(() => this.log.isVoided(this.finding.receipt.index));
    if (voided === undefined) this.finding.checkedAgainstLog = false;
    return voided ? 'voided' : null;
  }

  /** The copy's head continues the receipt's: whoever cosigned it vouches for both. */
  askQuorum() {
    if (this.policy.quorum === null) return this.because('valid-unwitnessed', 'the policy asks for no witness');
    if (satisfiedBy(this.policy, this.finding.witnesses)) return null;
    const later = this.finding.checkedAgainstLog ? (this.log.witnesses ?? []) : [];
    if (!satisfiedBy(this.policy, later)) return this.because('valid-unwitnessed', "the policy's quorum of witnesses is not met");
    this.finding.laterWitnesses = later;
    return null;
  }

  /** The log's answer; undefined where the copy could not give it, and why is kept. */
  async ask(question) {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.finding.logError = error;
      return undefined;
    }
  }
}

/** Names of the policy's witnesses that cosigned well, up to the first whose cosignature is `bad`. Strangers are ignored. */
export async function goodCosigners(policy, checkpoint, cosignatures, subtle) {
  const signer = [];
  for (const { id, bytes } of cosignatures) {
    const known = policy.witnesses.filter(({ key }) => key.id === id);
    const good = [];
    for (const witness of known) if (await isCosignature(checkpoint, bytes, witness.key, subtle)) good.push(witness.name);
    if (good.length > 0) signer.push(good[0]);
    else if (known.length > 0) return { signer, bad: known[0].name };
  }
  return { signer, bad: null };
}

/** Total: whatever the text is, a finding comes back. `log` is what published.js gives, or null. */
export async function verify(text, policy, options = {}) {
  const finding = {
    verdict: 'malformed', why: '', quorumAsked: false, revoked: false, checkedAgainstLog: false, logError: null,
    origin: '', receipt: null, entry: null, root: null, witnesses: [], policy,
  };
  try {
    finding.receipt = receiptFromText(text);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    finding.why = error.message;
    return finding;
  }
  finding.entry = finding.receipt.sealed.entry;
  finding.quorumAsked = policy.quorum !== null;
  finding.verdict = await new Examination(finding, policy, options).run();
  return finding;
}

/** Under the first policy that knows the receipt's log; `unknown-log` only where none does. */
export async function verifyUnderAny(text, policies, options) {
  let first = null;
  for (const policy of policies) {
    const finding = await verify(text, policy, options);
    if (finding.verdict !== 'unknown-log' || finding.revoked) return finding;
    first ??= finding;
  }
  return first;
}
