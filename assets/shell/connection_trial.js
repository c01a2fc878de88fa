// @ts-check
/**
 * The test of the connection: it names every host before the first packet, and goes on only when a person wants it.
 *
 * It can be left at any time; what Python still tries then ends by itself, and nobody is told. What it found is copied
 * from here, and belongs to the connection: another one is asked about anew.
 */
import { CheckList, copyTold } from './check_list.js';
import { button, element } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { hostList, readReach } from './reach_list.js';
import { text } from './strings.js';
import { visibleText } from './visible_text.js';

/**
 * @param {import('./sheets.js').PanelContext} context
 * @param {() => void} back
 * @param {(markdown: string) => void} found   takes all that is known by then, to be copied
 */
export function connectionTrial(context, back, found) {
  const trial = new Trial(context, back, found);
  return [trial.root];
}

class Trial {
  #stopHearing = () => {};
  #markdown = '';
  #told = element('p', { class: 'quiet', role: 'status' });
  root = element('div', { class: 'trial' });

  /**
   * @param {import('./sheets.js').PanelContext} context
   * @param {() => void} back
   * @param {(markdown: string) => void} found
   */
  constructor(context, back, found) {
    this.context = context;
    this.back = back;
    this.found = found;
    this.list = new CheckList(context, (id) => this.#runOne(id));
    void readReach(context.bridge, this.root, (connections) => this.#ask(connections.find(({ selected }) => selected)));
  }

  /** @param {import('./reach_list.js').Reached | undefined} reached */
  #ask(reached) {
    if (reached === undefined) return;
    const name = visibleText(reached.label);
    const hosts = reached.hosts.filter(({ tested }) => tested);
    const asks = hosts.length > 0 ? text('shell.trial.asks', { name }) : text('shell.trial.stays', { name });
    const begin = button({ class: 'button button-main' }, () => void this.#run(), text('shell.trial.begin'));
    this.root.replaceChildren(
      element('p', {}, asks),
      ...(hosts.length > 0 ? [hostList(hosts), element('p', { class: 'quiet' }, text('shell.trial.sends'))] : []),
      element('div', { class: 'actions' }, this.#leave(text('shell.trial.not_now')), begin),
    );
  }

  /** @param {string} label */
  #leave(label) {
    const leave = () => {
      this.#stopHearing();
      this.back();
    };
    return button({ class: 'button' }, leave, label);
  }

  async #run() {
    const leave = this.#leave(text('shell.trial.leave'));
    const told = element('p', { role: 'status' }, text('shell.trial.running'));
    const bar = element('progress', { class: 'trial-bar', 'aria-label': text('shell.trial.title') });
    this.root.replaceChildren(told, bar, element('div', { class: 'actions' }, leave));
    leave.focus();
    this.#stopHearing = this.context.bridge.on('diagnostics.progress', ({ done, total, title }) => {
      bar.max = total;
      bar.value = done;
      told.textContent = text('shell.trial.progress', { done, total, title });
    });
    const hadFocus = () => this.root.contains(document.activeElement);
    try {
      const report = await this.#runChecks([]);
      this.#show(hadFocus(), [this.#copyButton()], this.list.summary, this.list.root);
      this.list.draw(report);
    } catch (error) {
      this.#show(hadFocus(), [], element('p', { role: 'alert' }, inOneLine(error)));
    }
  }

  #copyButton() {
    const copy = () => copyTold(this.#markdown, this.#told, text('shell.diagnostics.copied'));
    return button({ class: 'button' }, () => void copy(), text('shell.diagnostics.copy'));
  }

  /**
   * @param {boolean} hadFocus
   * @param {Node[]} ways   on from here, beside that to test again
   * @param {...Node} outcome
   */
  #show(hadFocus, ways, ...outcome) {
    this.#stopHearing();
    const again = button({ class: 'button' }, () => void this.#run(), text('shell.trial.again'));
    this.#told.textContent = '';
    this.root.replaceChildren(...outcome, this.#told, element('div', { class: 'actions' }, ...ways, again));
    if (hadFocus) again.focus({ preventScroll: true });
  }

  /** @param {string} id */
  async #runOne(id) {
    try {
      return (await this.#runChecks([id])).checks;
    } catch (error) {
      this.list.summary.textContent = inOneLine(error);
      return [];
    }
  }

  /** @param {string[]} ids */
  async #runChecks(ids) {
    const { report, markdown } = await this.context.bridge.call('diagnostics.run', { ids, online: true });
    this.#markdown = markdown;
    this.found(markdown);
    return /** @type {import('./check_list.js').Report} */ (report);
  }
}
