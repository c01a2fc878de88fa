// @ts-check
/**
 * The sheet that says what is wrong and what to do about it, with the ways on from there.
 *
 * Python runs the checks and finds the words. The report comes first; a test of the connection, what leaves this
 * computer, a report to save and the steps that put something back each have a page of their own in the same sheet.
 */
import { CheckList, copyTold } from './check_list.js';
import { connectionTrial } from './connection_trial.js';
import { button, element } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { reachPage } from './reach_list.js';
import { recordRow } from './recording.js';
import { reportPreview } from './report_preview.js';
import { resetLadder } from './reset_ladder.js';
import { PagesOfSheet } from './sheet_pages.js';
import { text } from './strings.js';

/** @typedef {(context: import('./sheets.js').PanelContext, back: () => void) => Node[]} MakePage */

/** @param {import('./sheets.js').PanelContext} context */
export function panel(context) {
  const overview = new Overview(context);
  return { content: [overview.pages.root], closed: () => overview.close() };
}

class Overview {
  #told = element('p', { class: 'quiet', role: 'status' });
  #again = button({ class: 'button' }, () => this.#runAgain(), text('shell.diagnostics.again'));
  #copy = button(
    { class: 'button' },
    () => void copyTold(this.#markdown, this.#told, text('shell.diagnostics.copied')),
    text('shell.diagnostics.copy'),
  );
  #markdown = '';
  /** @type {MakePage} */
  #trial = (context, back) => connectionTrial(context, back, (markdown) => (this.#markdown = markdown));
  #trialOpener = this.#opener(text('shell.diagnostics.open'), text('shell.trial.title'), this.#trial);

  /** @param {import('./sheets.js').PanelContext} context */
  constructor(context) {
    this.context = context;
    this.list = new CheckList(context, (id) => this.#runOne(id), () => this.#trialOpener.click());
    this.record = recordRow(context);
    const save = this.#opener(text('shell.diagnostics.save'), text('shell.bundle.title'), reportPreview);
    this.pages = new PagesOfSheet(
      element(
        'div',
        { class: 'report-head' },
        this.list.summary,
        element('div', { class: 'report-actions' }, this.#again, this.#copy, save),
        this.#told,
      ),
      this.list.root,
      element(
        'section',
        { class: 'report-more', 'aria-labelledby': 'report-more' },
        element('h3', { id: 'report-more' }, text('shell.diagnostics.more')),
        element('ul', { class: 'permission-list' }, ...this.#ways(), this.record.root),
      ),
    );
    // What is known of one connection says nothing about another.
    this.unwatch = context.state.watch(['connectionId'], () => {
      this.pages.leave();
      void this.#run();
    });
  }

  close() {
    this.unwatch();
    this.record.close();
  }

  #ways() {
    return [
      this.#way(text('shell.trial.title'), text('shell.trial.note'), this.#trialOpener),
      this.#wayTo(text('shell.reach.title'), text('shell.reach.note'), reachPage),
      this.#wayTo(text('shell.reset.title'), text('shell.reset.note'), resetLadder),
    ];
  }

  /**
   * @param {string} title
   * @param {string} note
   * @param {MakePage} makePage
   */
  #wayTo(title, note, makePage) {
    return this.#way(title, note, this.#opener(text('shell.diagnostics.open'), title, makePage));
  }

  /**
   * @param {string} title
   * @param {string} note
   * @param {HTMLButtonElement} open
   */
  #way(title, note, open) {
    const words = [element('span', {}, title), element('span', { class: 'quiet' }, note)];
    open.setAttribute('aria-label', `${open.textContent} ${title}`);
    return element('li', {}, element('div', { class: 'permission-words' }, ...words), open);
  }

  /**
   * A button that leads to a page; the keyboard comes back to it.
   * @param {string} label
   * @param {string} title  of the page
   * @param {MakePage} makePage
   */
  #opener(label, title, makePage) {
    const made = button(
      { class: 'button' },
      () => this.pages.open(title, (back) => makePage(this.context, back), made),
      label,
    );
    return made;
  }

  #runAgain() {
    if (this.#again.getAttribute('aria-disabled') !== 'true') void this.#run();
  }

  async #run() {
    // Not disabled itself: the keyboard would be lost.
    this.#again.setAttribute('aria-disabled', 'true');
    this.#copy.disabled = true;
    this.#told.textContent = '';
    this.list.wait();
    try {
      this.list.draw(await this.#runChecks([]));
    } catch (error) {
      this.list.fail(error);
    } finally {
      this.#again.removeAttribute('aria-disabled');
      this.#copy.disabled = this.#markdown === '';
    }
  }

  /** @param {string} id */
  async #runOne(id) {
    this.#told.textContent = '';
    try {
      const { checks } = await this.#runChecks([id]);
      // What is found may be what was found before: nothing else would tell that it was looked for.
      const words = checks.map(({ title, state }) => ({ title, state: text(`shell.diagnostics.${state}`) }));
      this.#told.textContent = words.map((values) => text('shell.diagnostics.looked_again', values)).join(' ');
      return checks;
    } catch (error) {
      this.#told.textContent = inOneLine(error);
      return [];
    }
  }

  /** @param {string[]} ids */
  async #runChecks(ids) {
    const { report, markdown } = await this.context.bridge.call('diagnostics.run', { ids, online: false });
    this.#markdown = markdown;
    return /** @type {import('./check_list.js').Report} */ (report);
  }
}
