// @ts-check
/**
 * What was found: problems first, what is fine folded into one line, every state a sign, a word and a colour.
 *
 * Each row can be looked at once more by itself. A run that fails is a problem like any other, never an endless wait.
 */
import { button, element, icon, skeletonLines } from './dom.js';
import { wordsFor } from './problem_strip.js';
import { text } from './strings.js';

/**
 * @typedef {'fail' | 'warn' | 'unknown' | 'skip' | 'pass'} CheckState
 * @typedef {object} Check
 * @property {string} id
 * @property {string} title
 * @property {CheckState} state
 * @property {string} summary
 * @property {string} detail
 * @property {Remedy | null} remedy
 *
 * @typedef {{text: string, commands: string[], action: '' | 'settings' | 'connections', link: string}} Remedy
 */

const SHOWN = /** @type {const} */ (['fail', 'warn', 'unknown']);
const FOLDED = /** @type {const} */ (['pass', 'skip']);
const ICONS = { fail: 'close', warn: 'alert', unknown: 'alert', skip: 'note', pass: 'check' };

export class CheckList {
  summary = element('p', { class: 'report-summary', role: 'status' });
  root = element('div', { class: 'report' });
  /** @type {Check[]} */
  #checks = [];

  /**
   * @param {Pick<import('./sheets.js').PanelContext, 'open'>} context
   * @param {(id: string) => Promise<Check[]>} runOne   finds what there is now; nothing where that failed
   */
  constructor({ open }, runOne) {
    this.open = open;
    this.runOne = runOne;
  }

  wait() {
    this.summary.textContent = text('shell.diagnostics.running');
    this.root.replaceChildren(skeletonLines());
  }

  /** @param {unknown} error */
  fail(error) {
    const { sentence, hint } = wordsFor(error);
    this.summary.textContent = sentence;
    this.root.replaceChildren(element('p', { class: 'quiet' }, hint));
  }

  /** @param {Check[]} checks */
  draw(checks) {
    this.#checks = checks;
    this.summary.textContent = summaryOf(checks) || text('shell.diagnostics.nothing');
    const shown = SHOWN.flatMap((state) => checks.filter((check) => check.state === state));
    const folded = FOLDED.flatMap((state) => checks.filter((check) => check.state === state));
    this.root.replaceChildren(
      ...shown.map((check) => this.#row(check)),
      ...(folded.length > 0 ? [this.#foldedRow(folded)] : []),
    );
  }

  /**
   * Look at one more closely: its row is drawn anew wherever it belongs now, and the keyboard stays with it.
   * @param {string} id
   * @param {HTMLButtonElement} pressed
   */
  async #lookAgain(id, pressed) {
    if (pressed.getAttribute('aria-disabled') === 'true') return;
    pressed.setAttribute('aria-disabled', 'true');
    const isOpen = this.root.querySelector('details.check-fold')?.hasAttribute('open') ?? false;
    const [fresh] = await this.runOne(id);
    const hadFocus = document.activeElement === pressed;
    if (fresh === undefined) return pressed.removeAttribute('aria-disabled');
    this.draw(this.#checks.map((check) => (check.id === id ? fresh : check)));
    const isFolded = FOLDED.some((state) => state === fresh.state);
    if (isOpen || isFolded) this.root.querySelector('details.check-fold')?.setAttribute('open', '');
    const again = /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-check="${CSS.escape(id)}"]`));
    if (hadFocus) again?.focus();
  }

  /** @param {Check} check */
  #againButton({ id, title }) {
    const name = text('shell.diagnostics.again_one', { title });
    const made = button(
      { class: 'icon-button check-again', 'aria-label': name, title: name, 'data-check': id },
      () => void this.#lookAgain(id, made),
      icon('again'),
    );
    return made;
  }

  /** @param {Check} check */
  #row(check) {
    const { title, state, summary, detail, remedy } = check;
    return element(
      'section',
      { class: `check check-${state}` },
      sign(state),
      element(
        'div',
        { class: 'check-words' },
        element('div', { class: 'check-head' }, element('h3', {}, title), word(state), this.#againButton(check)),
        element('p', {}, summary),
        ...(remedy ? remedyRows(remedy, this.open) : []),
        detail &&
          element('details', { class: 'fold' }, element('summary', {}, text('shell.diagnostics.detail')), detail),
      ),
    );
  }

  /**
   * What is fine, and what there was no reason to look at, in one line that opens.
   * @param {Check[]} checks
   */
  #foldedRow(checks) {
    return element(
      'details',
      { class: 'check-fold' },
      element(
        'summary',
        { class: 'check check-pass' },
        sign('pass'),
        word('pass'),
        element('span', { class: 'check-names' }, checks.map(({ title }) => title).join(', ')),
        icon('down'),
      ),
      ...checks.map((check) =>
        element(
          'div',
          { class: `check-folded check-${check.state}` },
          element('p', {}, check.title, element('span', { class: 'quiet' }, ` ${check.summary}`)),
          check.state === 'skip' && word(check.state),
          this.#againButton(check),
        ),
      ),
    );
  }
}

/**
 * "7 fine · 1 warning · 1 problem", without what there is none of.
 * @param {Pick<Check, 'state'>[]} checks
 */
export function summaryOf(checks) {
  const counts = /** @type {const} */ (['pass', 'warn', 'fail', 'unknown', 'skip']).map((state) => {
    const count = checks.filter((check) => check.state === state).length;
    return count && text(`shell.diagnostics.count_${state}_${count === 1 ? 'one' : 'many'}`, { count });
  });
  return counts.filter(Boolean).join(text('shell.diagnostics.between'));
}

/**
 * @param {Remedy} remedy
 * @param {import('./sheets.js').PanelContext['open']} open
 */
function remedyRows({ text: words, commands, action, link }, open) {
  return [
    element('p', { class: 'quiet' }, words),
    ...commands.map(commandRow),
    action && button({ class: 'button check-action' }, () => open(action), text(`shell.diagnostics.open_${action}`)),
    link &&
      element('a', { class: 'outside check-action', href: link }, text('shell.diagnostics.page'), icon('outside')),
  ];
}

/**
 * Copy words, and say how that went.
 * @param {string} words
 * @param {HTMLElement} told
 * @param {string} done   what is said when it went well
 */
export async function copyTold(words, told, done) {
  try {
    await navigator.clipboard.writeText(words);
    told.textContent = done;
  } catch {
    told.textContent = text('shell.diagnostics.not_copied');
  }
}

/**
 * A command for a terminal, to be copied.
 * @param {string} command
 */
function commandRow(command) {
  const told = element('span', { class: 'quiet', role: 'status' });
  const copy = () => copyTold(command, told, text('shell.diagnostics.command_copied'));
  return element(
    'div',
    { class: 'command-row' },
    element('code', { class: 'command' }, command),
    button({ class: 'link-button' }, () => void copy(), text('shell.diagnostics.copy_command')),
    told,
  );
}

/** @param {CheckState} state */
function sign(state) {
  return element('span', { class: 'check-sign' }, icon(ICONS[state]));
}

/** @param {CheckState} state */
function word(state) {
  return element('span', { class: 'check-state' }, text(`shell.diagnostics.${state}`));
}
