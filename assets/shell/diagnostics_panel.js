// @ts-check
/**
 * The sheet that says what is wrong and what to do about it.
 *
 * Python runs the checks and finds the words; here problems come first, what is fine is folded into one line, and every
 * state is said by a sign, a word and a colour. A run that fails is a problem like any other, never an endless wait.
 */
import { button, element, icon } from './dom.js';
import { wordsFor } from './problem_strip.js';
import { text } from './strings.js';

/**
 * @typedef {'fail' | 'warn' | 'unknown' | 'skip' | 'pass'} CheckState
 * @typedef {object} Check
 * @property {string} title
 * @property {CheckState} state
 * @property {string} summary
 * @property {string} detail
 * @property {Remedy | null} remedy
 *
 * @typedef {{text: string, commands: string[], action: '' | 'settings', link: string}} Remedy
 */

const SHOWN = /** @type {const} */ (['fail', 'warn', 'unknown']);
const FOLDED = /** @type {const} */ (['pass', 'skip']);
const ICONS = { fail: 'close', warn: 'alert', unknown: 'alert', skip: 'note', pass: 'check' };

/** @param {import('./sheets.js').PanelContext} context */
export function panel({ bridge, open }) {
  const summary = element('p', { class: 'report-summary', role: 'status' });
  const list = element('div', { class: 'report' });
  const again = button({ class: 'button' }, () => void run(), text('shell.diagnostics.again'));

  async function run() {
    again.disabled = true;
    summary.textContent = text('shell.diagnostics.running');
    list.replaceChildren(element('div', { class: 'skeleton-lines' }, ...[1, 2, 3].map(() => element('span'))));
    try {
      const { report } = await bridge.call('diagnostics.run', { ids: [] });
      draw(/** @type {Check[]} */ (report.checks));
    } catch (error) {
      const { sentence, hint } = wordsFor(error);
      summary.textContent = sentence;
      list.replaceChildren(element('p', { class: 'quiet' }, hint));
    } finally {
      again.disabled = false;
    }
  }

  /** @param {Check[]} checks */
  function draw(checks) {
    summary.textContent = summaryOf(checks);
    const shown = SHOWN.flatMap((state) => checks.filter((check) => check.state === state));
    const folded = FOLDED.flatMap((state) => checks.filter((check) => check.state === state));
    list.replaceChildren(...shown.map((check) => row(check, open)), ...(folded.length > 0 ? [foldedRow(folded)] : []));
  }

  void run();
  return { content: [element('div', { class: 'report-head' }, summary, again), list] };
}

/**
 * "7 fine · 1 warning · 1 problem", without what there is none of.
 * @param {Check[]} checks
 */
export function summaryOf(checks) {
  const counts = /** @type {const} */ (['pass', 'warn', 'fail', 'unknown', 'skip']).map((state) => {
    const count = checks.filter((check) => check.state === state).length;
    return count && text(`shell.diagnostics.count_${state}_${count === 1 ? 'one' : 'many'}`, { count });
  });
  return counts.filter(Boolean).join(text('shell.diagnostics.between'));
}

/**
 * @param {Check} check
 * @param {import('./sheets.js').PanelContext['open']} open
 */
function row({ title, state, summary, detail, remedy }, open) {
  return element(
    'section',
    { class: `check check-${state}` },
    sign(state),
    element(
      'div',
      { class: 'check-words' },
      element('div', { class: 'check-head' }, element('h3', {}, title), word(state)),
      element('p', {}, summary),
      ...(remedy ? remedyRows(remedy, open) : []),
      detail && element('details', { class: 'fold' }, element('summary', {}, text('shell.diagnostics.detail')), detail),
    ),
  );
}

/**
 * @param {Remedy} remedy
 * @param {import('./sheets.js').PanelContext['open']} open
 */
function remedyRows({ text: words, commands, action, link }, open) {
  return [
    element('p', { class: 'quiet' }, words),
    ...commands.map((command) => element('code', { class: 'command' }, command)),
    action && button({ class: 'button check-action' }, () => open(action), text(`shell.diagnostics.open_${action}`)),
    link &&
      element('a', { class: 'outside check-action', href: link }, text('shell.diagnostics.page'), icon('outside')),
  ];
}

/**
 * What is fine, and what there was no reason to look at, in one line that opens.
 * @param {Check[]} checks
 */
function foldedRow(checks) {
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
    ...checks.map(({ title, state, summary }) =>
      element(
        'p',
        { class: `check-folded check-${state}` },
        element('span', {}, title, element('span', { class: 'quiet' }, ` ${summary}`)),
        state === 'skip' && word(state),
      ),
    ),
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
