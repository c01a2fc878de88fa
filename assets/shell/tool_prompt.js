// @ts-check
/**
 * Asks the person whether a tool may run, or an agent hear, outside of the frame and in the program's own words.
 *
 * Python asks (`tool.asked`, `microphone.asked`), shows nothing itself, and waits; the person answers here
 * (`tool.decide`) or the question ends by itself (`tool.settled`: the agent was stopped, the deadline passed). Several
 * questions come one after the other. Escape, and anything else that makes the dialog go away, means no. Which answers
 * there are, Python says; those that last stand behind one more press.
 */
import { isAddress, readLink, wholeAddress } from './address_view.js';
import { armedButton } from './armed_button.js';
import { showDialog } from './dialog.js';
import { button, element, icon } from './dom.js';
import { text, textFor } from './strings.js';
import { visibleText } from './visible_text.js';

const MOST_FACTS = 4;
const MOST_FACT_CHARACTERS = 200;
const MOST_FACT_LINES = 4;

/**
 * @typedef {import('./contract.js').Events['microphone.asked']} MicrophoneQuestion
 * @typedef {ToolQuestion | MicrophoneQuestion} Question
 *
 * @typedef {import('./contract.js').Events['tool.asked']} ToolQuestion
 * @typedef {import('./contract.js').Commands['tool.decide']['args']['decision']} Decision
 */

export class ToolPrompt {
  /** @type {Question[]} */
  #waiting = [];
  /** @type {{question: Question, dialog: HTMLDialogElement, decision: Decision | 'settled'} | null} */
  #shown = null;

  /**
   * @param {object} parts
   * @param {(request_id: string, decision: Decision) => void} parts.decide
   * @param {() => Promise<boolean>} parts.acted  whether a person has just pressed something
   */
  constructor({ decide, acted }) {
    this.decide = decide;
    this.acted = acted;
  }

  /** @param {Question} question */
  ask(question) {
    this.#waiting.push(question);
    this.#showNext();
  }

  /** @param {string} requestId */
  settle(requestId) {
    this.#waiting = this.#waiting.filter(({ request_id }) => request_id !== requestId);
    if (this.#shown?.question.request_id === requestId) this.#end('settled');
  }

  #showNext() {
    if (this.#shown !== null) return;
    const question = this.#waiting.shift();
    if (question === undefined) return;
    try {
      this.#show(question);
    } catch (error) {
      // Nobody can answer what cannot be seen, and the agent must not wait for it.
      reportError(error);
      this.decide(question.request_id, 'deny');
      this.#showNext();
    }
  }

  /** @param {Question} question */
  #show(question) {
    // Whoever answers the one before with the mouse sees where the keyboard is now as well.
    const deny = armedButton({ class: 'button shows-focus' }, () => this.#end('deny'), text('shell.prompt.deny'));
    const isMicrophone = 'site' in question;
    const words = isMicrophone ? describeMicrophone(question) : describeTool(question);
    const yes = isMicrophone ? text('shell.prompt.allow') : text('shell.prompt.once');
    const allow = armedButton({ class: 'button button-main' }, () => void this.#allow('once'), yes);
    const lasting = isMicrophone ? [] : question.choices.filter((each) => each === 'session' || each === 'always');
    const longer = lasting.length > 0 ? longerAnswers(lasting, (decision) => void this.#allow(decision)) : null;
    const typed = lostLetters();
    const dialog = showDialog({
      look: 'card prompt',
      role: 'alertdialog',
      labelledBy: 'prompt-title',
      describedBy: 'prompt-facts',
      content: [
        ...words,
        element('div', { class: 'actions' }, deny, allow, longer?.opener),
        ...(longer === null ? [] : [longer.place]),
        typed.said,
      ],
      // SECURITY: who is writing while the question comes must not find "yes" under the keys.
      focus: deny,
      ended: () => {
        typed.end();
        this.#ended();
      },
    });
    this.#shown = { question, dialog, decision: 'deny' };
  }

  /** @param {Decision} decision */
  async #allow(decision) {
    const asked = this.#shown;
    if ((await this.acted()) && this.#shown === asked) this.#end(decision);
  }

  /** @param {Decision | 'settled'} decision */
  #end(decision) {
    if (this.#shown === null) return;
    this.#shown.decision = decision;
    this.#shown.dialog.close();
  }

  #ended() {
    const shown = this.#shown;
    this.#shown = null;
    if (shown && shown.decision !== 'settled') this.decide(shown.question.request_id, shown.decision);
    this.#showNext();
  }
}

/** Whoever was writing while the question came reads that their letters went nowhere, and that the message is kept. */
function lostLetters() {
  const said = element('p', { class: 'address-note', role: 'status' });
  const listening = new AbortController();
  const hear = (/** @type {KeyboardEvent} */ { key, ctrlKey, metaKey, altKey }) => {
    if (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) said.textContent = text('shell.prompt.typed');
  };
  document.addEventListener('keydown', hear, { capture: true, signal: listening.signal });
  return { said, end: () => listening.abort() };
}

/**
 * The answers that last, and what opens them. They are made when they are opened, so that a second press of that, which
 * may find one of them in its place, is too early.
 * @param {Decision[]} lasting
 * @param {(decision: Decision) => void} choose
 */
function longerAnswers(lasting, choose) {
  const place = element('div', { id: 'prompt-longer', class: 'longer' });
  place.hidden = true;
  const open = () => {
    if (!place.hidden) return;
    place.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    place.append(
      element('p', { class: 'address-note' }, text('shell.prompt.longer_note')),
      element(
        'div',
        { class: 'actions' },
        ...lasting.map((each) => armedButton({ class: 'button' }, () => choose(each), wordsOf(each))),
      ),
    );
  };
  const about = { class: 'button', 'aria-expanded': 'false', 'aria-controls': place.id };
  const opener = button(about, open, text('shell.prompt.longer'), icon('down'));
  return { opener, place };
}

/** @param {Decision} lasting */
function wordsOf(lasting) {
  return lasting === 'session' ? text('shell.prompt.session') : text('shell.prompt.always');
}

/**
 * What is said goes elsewhere, and the answer is kept: both are told.
 * @param {MicrophoneQuestion} question
 */
function describeMicrophone({ agent, site }) {
  return [
    element(
      'h2',
      { id: 'prompt-title', class: 'prompt-title' },
      icon('microphone'),
      element('span', { class: 'quiet' }, text('shell.prompt.who', { agent: visibleText(agent) })),
      element('strong', {}, text('shell.prompt.microphone')),
    ),
    element(
      'div',
      { id: 'prompt-facts' },
      element('p', { class: 'address-note' }, text('shell.prompt.microphone_to', { site: visibleText(site) })),
      element('p', { class: 'address-note' }, text('shell.prompt.microphone_kept')),
    ),
  ];
}

/** @param {ToolQuestion} question */
function describeTool(question) {
  const facts = factsOf({ ...question.arguments, ...question.shown });
  const consequence = consequenceOf(question);
  return [
    element(
      'h2',
      { id: 'prompt-title', class: 'prompt-title' },
      icon('shield'),
      element('span', { class: 'quiet' }, text('shell.prompt.who', { agent: visibleText(question.connection) })),
      element('strong', {}, visibleText(question.sentence)),
    ),
    element(
      'div',
      { id: 'prompt-facts' },
      consequence === '' ? null : element('p', { class: 'consequence' }, icon('alert'), consequence),
      factList(facts, drawFact),
    ),
    element(
      'details',
      { class: 'fold' },
      element('summary', {}, text('shell.prompt.details')),
      element(
        'div',
        { class: 'whole', tabindex: '0', role: 'group', 'aria-label': text('shell.prompt.details') },
        // Each value in a place of its own: none can pass for another one.
        factList([
          [text('shell.prompt.tool'), question.tool],
          ...Object.entries(question.arguments).map(
            ([name, value]) => /** @type {[string, string]} */ ([name, exactly(value)]),
          ),
        ]),
      ),
    ),
  ];
}

/**
 * @param {Array<[string, string]>} facts
 * @param {(value: string) => Array<Node | string>} [draw]
 */
function factList(facts, draw = (value) => [visibleText(value)]) {
  return element(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([name, value]) => [
      element('dt', {}, visibleText(name)),
      element('dd', {}, ...draw(value)),
    ]),
  );
}

/**
 * SECURITY: T09, an address is judged by its host, and may carry something out at its very end.
 * @param {string} value
 */
function drawFact(value) {
  if (!isAddress(value)) return [visibleText(value)];
  const { host, address } = readLink(value);
  return [element('strong', {}, visibleText(host)), wholeAddress(address)];
}

/**
 * What cannot be taken back by closing the window.
 * @param {ToolQuestion} question
 */
function consequenceOf({ touches, goes_to, connection, arguments: given }) {
  if (goes_to === 'agent') return text('shell.prompt.goes_to', { where: visibleText(connection) });
  if (goes_to === 'elsewhere') {
    const address = Object.values(given).find((value) => typeof value === 'string' && isAddress(value));
    if (typeof address !== 'string') return text('shell.prompt.leaves');
    return text('shell.prompt.goes_to', { where: visibleText(readLink(address).host) });
  }
  return touches.includes('writes') ? text('shell.prompt.writes') : '';
}

/** @param {unknown} value */
function exactly(value) {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/**
 * The arguments a person can judge at a glance, in words; what says nothing (no, none, empty) is left out, and all of
 * them stand under the fold as they are.
 * @param {Record<string, unknown>} values
 * @returns {Array<[string, string]>}
 */
export function factsOf(values) {
  const said = Object.entries(values).filter(([, value]) => !isNothing(value));
  const facts = said
    .map(([name, value]) => /** @type {[string, string]} */ ([name, inWords(value)]))
    .filter(([, words]) => words !== '')
    .slice(0, MOST_FACTS);
  const hidden = said.length - facts.length;
  return [
    ...facts.map(
      ([name, words]) => /** @type {[string, string]} */ ([textFor('shell.argument', name, name.replaceAll('_', ' ')), words]),
    ),
    // SECURITY: T26, what is not in sight is at least said to be there.
    .../** @type {Array<[string, string]>} */ (hidden > 0 ? [['…', text('shell.prompt.more', { count: hidden })]] : []),
  ];
}

/** @param {unknown} value */
function isNothing(value) {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** @param {unknown} value */
function inWords(value) {
  if (value === true) return text('shell.prompt.yes');
  if (value === false) return text('shell.prompt.no');
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  const plain = isPlainList ? value.join(', ') : value;
  if (typeof plain === 'string' && isAddress(plain)) return plain;
  return typeof plain === 'string' || typeof plain === 'number' ? folded(String(plain)) : '';
}

/**
 * The beginning of a long text, and how long it is.
 * @param {string} words
 */
function folded(words) {
  const beginning = words.split('\n').slice(0, MOST_FACT_LINES).join('\n').slice(0, MOST_FACT_CHARACTERS);
  if (beginning === words) return words;
  return `${beginning}…\n${text('shell.prompt.size', { count: words.length.toLocaleString() })}`;
}
