// @ts-check
/**
 * What was found, group by group: problems first, what is fine folded into one line, every state a sign, a word and a
 * colour. What is for an administrator stands last, and folded.
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
 * @property {string} group
 * @property {string} title
 * @property {CheckState} state
 * @property {string} summary
 * @property {string} detail
 * @property {Remedy | null} remedy
 * @property {string[]} explained_by  the checks that may say why
 *
 * @typedef {{text: string, commands: string[], action: '' | 'settings' | 'connections', link: string}} Remedy
 * @typedef {{id: string, title: string}} Group
 * @typedef {{checks: Check[], groups: Group[]}} Report
 */

const SHOWN = /** @type {const} */ (['fail', 'warn', 'unknown']);
const FOLDED = /** @type {const} */ (['pass', 'skip']);
const ICONS = { fail: 'close', warn: 'alert', unknown: 'alert', skip: 'note', pass: 'check' };
const APART = 'administrator';

export class CheckList {
  summary = element('p', { class: 'report-summary', role: 'status' });
  root = element('div', { class: 'report' });
  /** @type {Report} */
  #report = { checks: [], groups: [] };

  /**
   * @param {Pick<import('./sheets.js').PanelContext, 'open'>} context
   * @param {(id: string) => Promise<Check[]>} runOne   finds what there is now; nothing where that failed
   * @param {() => void} [testConnection]   leads to the test that knows what no check here does
   */
  constructor({ open }, runOne, testConnection = () => undefined) {
    this.open = open;
    this.runOne = runOne;
    this.testConnection = testConnection;
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

  /** @param {Report} report */
  draw(report) {
    this.#report = report;
    this.summary.textContent = summaryOf(report.checks) || text('shell.diagnostics.nothing');
    this.root.replaceChildren(...inOrder(report).map((group) => this.#group(group)));
  }

  /** @param {Group & {checks: Check[]}} group */
  #group({ id, title, checks }) {
    const rows = [
      ...ofStates(SHOWN, checks).map((check) => this.#row(check)),
      ...this.#foldedRow(id, ofStates(FOLDED, checks)),
    ];
    if (this.#report.groups.length === 1) return element('section', {}, ...rows);
    const heading = element('h3', { class: 'check-group-title' }, title);
    if (id !== APART) return element('section', { class: 'check-group' }, heading, ...rows);
    const counts = element('span', { class: 'quiet' }, summaryOf(checks));
    const head = element('summary', { class: 'check-apart' }, heading, counts, icon('down'));
    return element('details', { class: 'check-group', 'data-fold': `${id}-all` }, head, ...rows);
  }

  /**
   * Look at one more closely: its row is drawn anew wherever it belongs now, and the keyboard stays with it.
   * @param {string} id
   * @param {HTMLButtonElement} pressed
   */
  async #lookAgain(id, pressed) {
    if (pressed.getAttribute('aria-disabled') === 'true') return;
    pressed.setAttribute('aria-disabled', 'true');
    const [fresh] = await this.runOne(id);
    const hadFocus = document.activeElement === pressed;
    if (fresh === undefined) return pressed.removeAttribute('aria-disabled');
    const open = this.#folds().filter((fold) => fold.open);
    this.draw({ ...this.#report, checks: this.#report.checks.map((check) => (check.id === id ? fresh : check)) });
    for (const fold of this.#folds()) fold.open = open.some((each) => each.dataset.fold === fold.dataset.fold);
    this.#reveal(this.#rowOf(id));
    const again = /** @type {HTMLElement | undefined} */ (this.#rowOf(id)?.querySelector('.check-again'));
    if (hadFocus) again?.focus();
  }

  #folds() {
    return /** @type {HTMLDetailsElement[]} */ ([...this.root.querySelectorAll('details[data-fold]')]);
  }

  /** @param {string} id */
  #rowOf(id) {
    return /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-check="${CSS.escape(id)}"]`));
  }

  /**
   * Open what a row is folded into.
   * @param {HTMLElement | null} row
   */
  #reveal(row) {
    for (const fold of this.#folds()) if (fold.contains(row)) fold.open = true;
  }

  /** @param {string} id */
  #goTo(id) {
    const row = this.#rowOf(id);
    this.#reveal(row);
    row?.focus();
  }

  /** @param {Check} check */
  #againButton({ id, title }) {
    const name = text('shell.diagnostics.again_one', { title });
    const made = button(
      { class: 'icon-button check-again', 'aria-label': name, title: name },
      () => void this.#lookAgain(id, made),
      icon('again'),
    );
    return made;
  }

  /** @param {Check} check */
  #row(check) {
    const { id, title, state, summary, detail, remedy } = check;
    return element(
      'section',
      { class: `check check-${state} shows-focus`, 'data-check': id, tabindex: '-1' },
      sign(state),
      element(
        'div',
        { class: 'check-words' },
        element('div', { class: 'check-head' }, element('h4', {}, title), word(state), this.#againButton(check)),
        element('p', {}, summary),
        this.#causes(check),
        ...(remedy ? remedyRows(remedy, this.open) : []),
        detail &&
          element('details', { class: 'fold' }, element('summary', {}, text('shell.diagnostics.detail')), detail),
      ),
    );
  }

  /**
   * What may say why, each leading to its row; what only another computer can say is left to the test.
   * @param {Check} check
   */
  #causes({ explained_by: ids }) {
    if (ids.length === 0) return null;
    const here = this.#report.checks.filter(({ id }) => ids.includes(id));
    const words = here.length > 0 ? text('shell.diagnostics.explained') : text('shell.diagnostics.explained_elsewhere');
    const ways = here.map(({ id, title }) => button({ class: 'link-button' }, () => this.#goTo(id), title));
    if (here.length < ids.length) {
      ways.push(button({ class: 'link-button' }, this.testConnection, text('shell.trial.title')));
    }
    return element('div', { class: 'check-causes' }, element('span', { class: 'quiet' }, words), ...ways);
  }

  /**
   * What is fine, and what there was no reason to look at, in one line that opens.
   * @param {string} group
   * @param {Check[]} checks
   */
  #foldedRow(group, checks) {
    if (checks.length === 0) return [];
    const names = element('span', { class: 'check-names' }, checks.map(({ title }) => title).join(', '));
    const skipped = ofStates(['skip'], checks);
    const state = skipped.length < checks.length ? 'pass' : 'skip';
    const leftOut = state === 'pass' && skipped.length > 0;
    const count = leftOut && `${text('shell.diagnostics.between')}${summaryOf(skipped)}`;
    const told = element('span', {}, word(state), count && element('span', { class: 'quiet' }, count));
    const head = element('summary', { class: `check check-${state}` }, sign(state), told, names, icon('down'));
    const rows = checks.map((check) => this.#smallRow(check));
    return [element('details', { class: 'check-fold', 'data-fold': group }, head, ...rows)];
  }

  /** @param {Check} check */
  #smallRow(check) {
    return element(
      'div',
      { class: `check-folded check-${check.state} shows-focus`, 'data-check': check.id, tabindex: '-1' },
      element('p', {}, check.title, element('span', { class: 'quiet' }, ` ${check.summary}`)),
      check.state === 'skip' && word(check.state),
      this.#againButton(check),
    );
  }
}

/**
 * The groups with their checks: first those that have something to look at, last what is for an administrator.
 * @param {Report} report
 */
function inOrder({ groups, checks }) {
  const whole = groups.map((group) => ({ ...group, checks: checks.filter((check) => check.group === group.id) }));
  /** @param {{id: string, checks: Check[]}} group */
  const place = ({ id, checks: own }) => (id === APART ? 2 : Number(ofStates(SHOWN, own).length === 0));
  return whole.sort((one, other) => place(one) - place(other));
}

/**
 * Those in one of these states, in the order of the states.
 * @param {ReadonlyArray<CheckState>} states
 * @param {Check[]} checks
 */
function ofStates(states, checks) {
  return states.flatMap((state) => checks.filter((check) => check.state === state));
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
