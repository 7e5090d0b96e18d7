import { equal, readable, toHex } from './bytes.js';
import { toBase64 } from './base64.js';
import { matches, parseMatchingCode } from './commitment.js';
import { byId, element, fillWith, rows } from './dom.js';
import { readEmbedded } from './embedded.js';
import { ceremonyOf, clockText, factsOf, isProven, uncheckedOf } from './facts.js';
import { addressOf, fetchSource } from './fetch_source.js';
import { parseIdentity } from './identity.js';
import { keepPage } from './keep.js';
import { verifierKeyText } from './note.js';
import { textInPicture } from './photo.js';
import { openPublished } from './published.js';
import { Refused } from './refused.js';
import { headlineFor, sentenceFor } from './sentence.js';
import { shapeFor } from './shapes.js';
import { verifyUnderAny } from './verdict.js';
import { WORDS, causeOf } from './words.js';

const embedded = readEmbedded(byId('data').textContent);

/** All that the screen shows follows from this; what was typed stays in its fields. */
const state = {
  language: 'id',
  text: '', // of the receipt that was checked
  finding: null,
  online: { phase: 'idle', error: null, at: null }, // idle, busy, done, failed; when it was done
  note: null, // about the picture or the text, { id, en }
  person: null, // { matches: boolean or null, text: { id, en } }
  round: 0, // of checks: an answer that comes late is dropped
};

const say = (text) => text[state.language] || text.id;
const fill = (text, values) => Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), text);

// --- showing ---

function showWords() {
  document.documentElement.lang = state.language;
  document.title = say(WORDS.title);
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = say(WORDS[node.dataset.word]);
  for (const button of document.querySelectorAll('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === state.language));
  byId('text').placeholder = say(WORDS.textHint);
  byId('enter-heading').textContent = say(state.finding ? WORDS.another : WORDS.heading);
  byId('intro').hidden = state.finding !== null;
  byId('enter-note').textContent = state.note ? say(state.note) : '';
}

function showAnswer() {
  const { finding } = state;
  const section = byId('answer');
  section.hidden = finding === null;
  if (!finding) return;
  section.dataset.verdict = finding.verdict;
  fillWith(section,
    element('div', { className: 'top' }, shapeFor(finding.verdict), element('h1', {}, say(headlineFor(finding)))),
    element('p', { id: 'sentence' }, say(sentenceFor(finding))),
  );
}

/** None once the log has said that the page holds another ceremony file: its title and times would be the wrong ones. */
const ceremoniesFor = ({ ceremonyDiffers }) => (ceremonyDiffers ? [] : embedded.ceremonies);

function showFacts() {
  const { finding } = state;
  const lines = finding ? factsOf(finding, ceremoniesFor(finding)) : [];
  byId('facts').hidden = lines.length === 0;
  if (lines.length > 0) {
    const list = element('dl', { className: 'lines' }, ...rows(lines.map(({ label, text }) => [say(label), say(text)])));
    fillWith(byId('facts'), element('h2', {}, say(isProven(finding) ? WORDS.facts : WORDS.claims)), list);
  }
  const unchecked = finding ? uncheckedOf(finding, { ...embedded, ceremonies: ceremoniesFor(finding) }) : [];
  byId('unchecked').hidden = unchecked.length === 0;
  fillWith(byId('unchecked'), element('h2', {}, say(WORDS.unchecked)),
    element('ul', {}, ...unchecked.map((text) => element('li', {}, say(text)))));
}

/** The address of the receipt's log, and its key; null where the page knows none or the receipt is not genuine. */
function logOf(finding) {
  if (!finding || !isProven(finding)) return null;
  const log = finding.policy.logs.find(({ key }) => key.name === finding.origin);
  const url = addressOf(/^https?:\/\//.test(log?.url ?? '') ? log.url : embedded.logUrl, location.href);
  return log && url ? { key: log.key, url } : null;
}

function showOnline() {
  const log = logOf(state.finding);
  byId('log').hidden = log === null;
  if (!log) return;
  const { phase, error, at } = state.online;
  const { host } = new URL(log.url);
  const button = byId('online');
  button.disabled = phase === 'busy';
  button.classList.toggle('quiet', phase === 'done');
  button.textContent = say({ idle: WORDS.online, busy: WORDS.onlineBusy, done: WORDS.onlineAgain, failed: WORDS.online }[phase]);
  const note = byId('online-note');
  note.className = phase === 'failed' || state.finding.ceremonyDiffers ? 'failed' : '';
  if (phase === 'failed') note.textContent = fill(say(WORDS.onlineFailed), { cause: say(causeOf(error)) });
  else if (phase === 'done') note.textContent = fill(say(WORDS.onlineDone), { host, time: say(clockText(at)) }) + (state.finding.ceremonyDiffers ? ` ${say(WORDS.ceremonyDiffers)}` : '');
  else note.textContent = fill(say(WORDS.onlineHint), { host });
}

function showPerson() {
  const { finding, person } = state;
  byId('person').hidden = finding?.entry?.kind !== 'signed';
  const answer = byId('match-answer');
  answer.textContent = person ? say(person.text) : '';
  answer.dataset.matches = String(person?.matches ?? '');
}

function technicalLines({ finding, online }) {
  const lines = [];
  if (finding) lines.push(['verdict', finding.verdict]);
  if (finding?.why) lines.push(['why', readable(finding.why)]);
  if (online.error) lines.push(['log', readable(online.error.message)]);
  if (finding?.origin) lines.push(['origin', readable(finding.origin)]);
  if (finding?.receipt) lines.push(['index, size', `${finding.receipt.index}, ${finding.receipt.size}`]);
  if (finding?.root) lines.push(['root', toBase64(finding.root)]);
  if (finding?.entry?.act) lines.push(['act', toHex(finding.entry.act)]);
  const ceremony = finding?.origin ? ceremonyOf(finding.origin, embedded.ceremonies) : null;
  if (ceremony) lines.push(['ceremony SHA-256', ceremony.sha256]);
  embedded.policyFiles.forEach(({ name, sha256 }, i) => {
    lines.push([`policy ${name} SHA-256`, sha256]);
    for (const { key } of embedded.policies[i].logs) lines.push(['log key', readable(verifierKeyText(key))]);
    for (const { name: witness, key } of embedded.policies[i].witnesses) lines.push([`witness ${readable(witness)}`, readable(verifierKeyText(key))]);
    lines.push(['quorum', readable(embedded.policies[i].quorum ?? 'none')]);
  });
  return lines;
}

function show() {
  showWords();
  showAnswer();
  showFacts();
  showOnline();
  showPerson();
  fillWith(byId('technical-lines'), ...rows(technicalLines(state)));
}

// --- checking ---

async function check(text) {
  const round = ++state.round;
  performance.mark('check');
  const finding = await verifyUnderAny(text, embedded.policies, { revoked: embedded.revoked });
  if (round !== state.round) return;
  Object.assign(state, { text, finding, online: { phase: 'idle', error: null }, note: null, person: null });
  show();
  performance.measure('verdict', 'check');
}

async function askLog({ key, url }, finding) {
  const read = fetchSource(url);
  const log = await openPublished(read, key, finding.policy);
  const against = await verifyUnderAny(state.text, [finding.policy], { revoked: embedded.revoked, log });
  if (against.logError) throw against.logError;
  const ceremony = ceremonyOf(against.origin, embedded.ceremonies);
  const hash = ceremony && (await log.ceremonyHash());
  if (!hash) return against;
  const proven = equal(hash, ceremony.hash);
  return { ...against, ceremonyProven: proven, ceremonyDiffers: !proven };
}

async function checkOnline() {
  const { finding } = state;
  const log = logOf(finding);
  const round = ++state.round;
  state.online = { phase: 'busy', error: null };
  show();
  const outcome = await askLog(log, finding).then(
    (against) => ({ finding: against, online: { phase: 'done', error: null, at: new Date() } }),
    (error) => ({ online: { phase: 'failed', error: error instanceof Refused ? error : new Refused('malformed', String(error)) } }),
  );
  if (round !== state.round) return;
  Object.assign(state, outcome);
  show();
  scrollTo(0, 0);
}

// --- entering ---

function checkFragment() {
  if (location.hash.length > 1) check(location.hash);
}

async function checkPicture(file) {
  if (!file) return;
  state.note = WORDS.looking;
  show();
  const text = await textInPicture(file).catch(() => undefined);
  if (text) {
    byId('text').value = text;
    await check(text);
    scrollTo(0, 0);
    return;
  }
  state.note = text === undefined ? WORDS.noPicture : WORDS.noCode;
  show();
}

function matchPerson() {
  const { entry } = state.finding;
  const { identity, problem } = parseIdentity(byId('kind').value, byId('value').value);
  if (problem) return { matches: null, text: problem };
  let salt;
  try {
    salt = parseMatchingCode(byId('code').value);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { matches: null, text: WORDS.codeWrong };
  }
  if (!matches(entry, identity, salt)) return { matches: false, text: WORDS.matchesNot };
  return isProven(state.finding) ? { matches: true, text: WORDS.matches } : { matches: null, text: WORDS.matchesUnproven };
}

function listen() {
  for (const button of document.querySelectorAll('[data-language]'))
    button.addEventListener('click', () => {
      state.language = button.dataset.language;
      show();
    });
  byId('enter').addEventListener('submit', (event) => {
    event.preventDefault();
    check(byId('text').value).then(() => scrollTo(0, 0));
  });
  byId('match').addEventListener('submit', (event) => {
    event.preventDefault();
    state.person = matchPerson();
    show();
  });
  byId('online').addEventListener('click', checkOnline);
  for (const id of ['camera', 'picture'])
    byId(id).addEventListener('change', ({ target }) => {
      checkPicture(target.files[0]);
      target.value = ''; // the same file may be chosen again
    });
  addEventListener('paste', ({ clipboardData }) => checkPicture(clipboardData?.files[0]));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    checkPicture(event.dataTransfer.files[0]);
  });
  addEventListener('hashchange', checkFragment);
}

listen();
show();
checkFragment();
keepPage();
