// @ts-check
/**
 * The sheet of a developer's log: what this program has said last, redacted by Python before it comes here.
 *
 * It asks for what is new twice a second while it is open and seen; nothing is sent to a page that does not ask. What
 * was cleared stays away until the page is opened anew.
 */
import { button, element } from './dom.js';
import { wordsFor } from './problem_strip.js';
import { text, textFor } from './strings.js';

/** @typedef {import('./contract.js').Commands['log.read']['returns']['lines'][number]} Line */

const PAUSE_MILLISECONDS = 500;
const MOST_LINES = 500;
const LEVELS = /** @type {const} */ (['debug', 'info', 'warning', 'error']);

let clearedUpTo = 0;

/** @param {import('./sheets.js').PanelContext} context */
export function panel(context) {
  const log = new LogView(context);
  return { content: [log.root], closed: () => log.close() };
}

class LogView {
  /** @type {Line[]} */
  #lines = [];
  #isClosed = false;
  #level = element(
    'select',
    { class: 'field log-level', 'aria-label': text('shell.log.level') },
    ...LEVELS.map((level) => element('option', { value: level }, textFor('shell.log.from', level, level))),
  );
  #wanted = element('input', {
    type: 'search',
    class: 'field log-wanted',
    'aria-label': text('shell.log.search'),
    placeholder: text('shell.log.search'),
  });
  #follow = element('input', { type: 'checkbox', checked: true });
  #none = element('p', { class: 'quiet' }, text('shell.log.none'));
  #told = element('p', { class: 'quiet', role: 'status' });
  // Not read aloud by itself: lines come all the time.
  #list = element('div', {
    class: 'log-lines',
    role: 'log',
    'aria-live': 'off',
    'aria-label': text('shell.log.lines'),
    tabindex: '0',
  });

  /** @param {Pick<import('./sheets.js').Context, 'bridge'>} context */
  constructor({ bridge }) {
    this.bridge = bridge;
    this.#level.addEventListener('change', () => this.#draw());
    this.#wanted.addEventListener('input', () => this.#draw());
    this.#follow.addEventListener('change', () => this.#drawn());
    this.root = element(
      'div',
      { class: 'log' },
      element('div', { class: 'log-tools' }, this.#level, this.#wanted),
      this.#none,
      this.#list,
      element(
        'div',
        { class: 'log-tools' },
        element('label', { class: 'log-follow' }, this.#follow, text('shell.log.follow')),
        this.#told,
        button({ class: 'button' }, () => this.#clear(), text('shell.log.clear')),
        button({ class: 'button' }, () => void this.#copy(), text('shell.log.copy')),
      ),
    );
    void this.#read();
  }

  close() {
    this.#isClosed = true;
  }

  async #read() {
    if (this.#isClosed) return;
    try {
      if (document.visibilityState === 'visible') await this.#readOnce();
    } catch (error) {
      this.#told.textContent = wordsFor(error).sentence;
    }
    setTimeout(() => void this.#read(), PAUSE_MILLISECONDS);
  }

  async #readOnce() {
    const after = this.#lines.at(-1)?.number ?? clearedUpTo;
    const { lines } = await this.bridge.call('log.read', { after });
    if (lines.length === 0) return;
    const known = [...this.#lines, ...lines];
    this.#lines = known.slice(-MOST_LINES);
    const gone = this.#shownOf(known.slice(0, -MOST_LINES)).length;
    this.#list.append(...this.#shownOf(lines).map(rowOf));
    for (const row of [...this.#list.children].slice(0, gone)) row.remove();
    this.#drawn();
  }

  /**
   * What the filters leave of some lines.
   * @param {Line[]} lines
   */
  #shownOf(lines) {
    const from = LEVELS.findIndex((level) => level === this.#level.value);
    const wanted = this.#wanted.value.toLowerCase();
    return lines.filter(({ level, text }) => LEVELS.indexOf(level) >= from && text.toLowerCase().includes(wanted));
  }

  #draw() {
    this.#list.replaceChildren(...this.#shownOf(this.#lines).map(rowOf));
    this.#drawn();
  }

  #drawn() {
    this.#none.hidden = this.#list.childElementCount > 0;
    if (this.#follow.checked) this.#list.scrollTop = this.#list.scrollHeight;
  }

  #clear() {
    clearedUpTo = this.#lines.at(-1)?.number ?? clearedUpTo;
    this.#lines = [];
    this.#draw();
  }

  async #copy() {
    const shown = this.#shownOf(this.#lines);
    try {
      await navigator.clipboard.writeText(shown.map((line) => line.text).join('\n'));
      this.#told.textContent = text('shell.log.copied', { count: String(shown.length) });
    } catch {
      this.#told.textContent = text('shell.log.not_copied');
    }
  }
}

/** @param {Line} line */
function rowOf({ level, text: words }) {
  return element('pre', { class: `log-line log-${level}` }, words);
}
