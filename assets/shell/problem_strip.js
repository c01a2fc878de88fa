// @ts-check
/**
 * One strip under the bar for what a person has to know: an icon, a sentence, an action, the way to diagnostics.
 *
 * Problems have ids, so that one which solves itself takes its strip along. The gravest is shown, the rest waits behind
 * it. It stays until it is solved or closed; nothing that has to be read disappears by itself.
 */
import { button, element, icon } from './dom.js';
import { holdUntil, isHeld, worthAsking } from './held_button.js';
import { text } from './strings.js';

const GRAVITY = { danger: 2, warning: 1, info: 0 };
const ICONS = { danger: 'alert', warning: 'alert', info: 'note' };

/**
 * @typedef {object} Problem
 * @property {string} id
 * @property {keyof typeof GRAVITY} kind
 * @property {string} sentence
 * @property {string} [hint]
 * @property {{label: string, run: () => void}} [action]
 * @property {number} [heldUntil]  before this moment, by `performance.now`, the action is of no use
 * @property {{label: string, run: () => void}} [otherwise]  what helps where the action does not
 * @property {boolean} [canClose]
 */

export class ProblemStrip {
  /** @type {Map<string, Problem>} */
  #problems = new Map();

  /**
   * @param {HTMLElement} place   a live region that is always in the page
   * @param {() => void} openDiagnostics
   * @param {() => void} goOn   where the keyboard goes from a strip that was closed
   */
  constructor(place, openDiagnostics, goOn) {
    this.place = place;
    this.openDiagnostics = openDiagnostics;
    this.goOn = goOn;
  }

  /** @param {Problem} problem */
  show(problem) {
    this.#problems.set(problem.id, problem);
    this.#draw();
  }

  /**
   * Show a refusal of Python's in Python's own words.
   * @param {string} id
   * @param {unknown} error
   * @param {Problem['action']} [action]
   */
  showError(id, error, action) {
    this.show({ id, kind: 'danger', ...wordsFor(error), action, heldUntil: worthAsking(error), canClose: true });
  }

  /** @param {string} id */
  clear(id) {
    if (this.#problems.delete(id)) this.#draw();
  }

  /** @param {string} id */
  #close(id) {
    this.clear(id);
    this.goOn();
  }

  #draw() {
    const [gravest] = [...this.#problems.values()].sort((one, other) => GRAVITY[other.kind] - GRAVITY[one.kind]);
    this.place.replaceChildren(...(gravest ? [this.#row(gravest)] : []));
  }

  /** @param {Problem} problem */
  #row({ id, kind, sentence, hint, action, heldUntil, otherwise, canClose }) {
    return element(
      'div',
      { class: `strip strip-${kind}` },
      element(
        'span',
        { class: 'strip-icon', role: 'img', 'aria-label': text(`shell.problem.kind_${kind}`) },
        icon(ICONS[kind]),
      ),
      element('p', { class: 'strip-words' }, sentence, hint && element('span', { class: 'strip-hint' }, ` ${hint}`)),
      action && actionButton(action, heldUntil),
      otherwise && button({ class: 'button' }, otherwise.run, otherwise.label),
      button({ class: 'link-button' }, this.openDiagnostics, text('shell.problem.diagnostics')),
      canClose &&
        button(
          { class: 'icon-button', 'aria-label': text('shell.problem.close'), title: text('shell.problem.close') },
          () => this.#close(id),
          icon('close'),
        ),
    );
  }
}

/**
 * @param {NonNullable<Problem['action']>} action
 * @param {number} [heldUntil]
 */
function actionButton({ label, run }, heldUntil = 0) {
  const made = button({ class: 'button' }, () => isHeld(made) || run(), label);
  holdUntil(made, heldUntil);
  return made;
}

/**
 * What a person reads after the page, or the conversation in it, was opened again.
 * @param {string} [reason]  a sentence of Python's
 * @returns {Problem}
 */
export function recovered(reason) {
  const sentence = reason || text('shell.problem.reopened');
  return { id: 'recovered', kind: 'info', sentence, hint: text('shell.problem.recovered'), canClose: true };
}

/**
 * The same in one line, for where there is room for no more.
 * @param {unknown} error
 */
export function inOneLine(error) {
  const { sentence, hint } = wordsFor(error);
  return `${sentence} ${hint}`.trim();
}

/**
 * What a person may read about an error: Python's own words, and none of the engine's.
 * @param {unknown} error
 */
export function wordsFor(error) {
  const { code, message, hint } = /** @type {Record<string, unknown>} */ (error ?? {});
  const isKnown = typeof code === 'string' && typeof message === 'string';
  return { sentence: isKnown ? message : text('shell.problem.unknown'), hint: isKnown ? String(hint ?? '') : '' };
}
