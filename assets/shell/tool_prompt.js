// @ts-check
/**
 * Asks the person whether a tool may run, or an agent hear, outside of the frame and in the program's own words.
 *
 * Python asks (`tool.asked`, `microphone.asked`), shows nothing itself, and waits; the person answers here
 * (`tool.decide`) or the question ends by itself (`tool.settled`: the agent was stopped, the deadline passed). Several
 * questions come one after the other. Escape, and anything else that makes the dialog go away, means no.
 */
import { armedButton } from './armed_button.js';
import { showDialog } from './dialog.js';
import { element, icon } from './dom.js';
import { text, textFor } from './strings.js';
import { visibleText } from './visible_text.js';

const MOST_FACTS = 4;
const MOST_FACT_CHARACTERS = 200;

/**
 * @typedef {import('./contract.js').Events['microphone.asked']} MicrophoneQuestion
 * @typedef {ToolQuestion | MicrophoneQuestion} Question
 *
 * @typedef {object} ToolQuestion
 * @property {string} request_id
 * @property {string} tool
 * @property {string} sentence
 * @property {Record<string, unknown>} arguments
 * @property {string[]} touches     reads, writes, leaves
 * @property {string} connection    who asks
 *
 * @typedef {'once' | 'deny'} Decision
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
    const deny = armedButton({ class: 'button' }, () => this.#end('deny'), text('shell.prompt.deny'));
    const isMicrophone = 'site' in question;
    const words = isMicrophone ? describeMicrophone(question) : describeTool(question);
    const yes = isMicrophone ? text('shell.prompt.allow') : text('shell.prompt.once');
    const allow = armedButton({ class: 'button button-main' }, () => void this.#allow(), yes);
    const dialog = showDialog({
      look: 'card prompt',
      role: 'alertdialog',
      labelledBy: 'prompt-title',
      describedBy: 'prompt-facts',
      content: [...words, element('div', { class: 'actions' }, deny, allow)],
      // SECURITY: who is writing while the question comes must not find "yes" under the keys.
      focus: deny,
      ended: () => this.#ended(),
    });
    this.#shown = { question, dialog, decision: 'deny' };
  }

  async #allow() {
    const asked = this.#shown;
    if ((await this.acted()) && this.#shown === asked) this.#end('once');
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
  const facts = factsOf(question.arguments);
  return [
    element(
      'h2',
      { id: 'prompt-title', class: 'prompt-title' },
      icon('shield'),
      element('span', { class: 'quiet' }, text('shell.prompt.who', { agent: visibleText(question.connection) })),
      element('strong', {}, visibleText(question.sentence)),
    ),
    element(
      'dl',
      { id: 'prompt-facts', class: 'facts' },
      ...facts.flatMap(([name, value]) => [
        element('dt', {}, visibleText(name)),
        element('dd', {}, visibleText(value)),
      ]),
    ),
    element(
      'details',
      { class: 'fold' },
      element('summary', {}, text('shell.prompt.details')),
      element(
        'pre',
        { tabindex: '0' },
        visibleText(`${question.tool}\n${JSON.stringify(question.arguments, null, 2)}`),
      ),
    ),
  ];
}

/**
 * The arguments a person can judge at a glance, in words; what says nothing (no, none, empty) is left out, and all of
 * them stand under the fold as they are.
 * @param {Record<string, unknown>} values
 * @returns {Array<[string, string]>}
 */
export function factsOf(values) {
  return Object.entries(values)
    .map(([name, value]) => /** @type {[string, string]} */ ([name, inWords(value)]))
    .filter(([, words]) => words !== '')
    .slice(0, MOST_FACTS)
    .map(([name, words]) => [textFor('shell.argument', name, name.replaceAll('_', ' ')), words]);
}

/** @param {unknown} value */
function inWords(value) {
  if (value === true) return text('shell.prompt.yes');
  const plain = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : value;
  return typeof plain === 'string' || typeof plain === 'number' ? String(plain).slice(0, MOST_FACT_CHARACTERS) : '';
}
