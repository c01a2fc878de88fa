// @ts-check
/**
 * Where hosted conversations are saved: offered with a hosted connection, with how far it is while it goes on.
 *
 * Python reads them in a process of its own; it goes on when the sheet is closed.
 */
import { button, element } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { text } from './strings.js';

/** @typedef {import('./contract.js').Events['export.changed']['export']} Export */

export class ExportSection {
  #told = element('p', { class: 'quiet', role: 'status' });
  // Not read aloud: it changes with every conversation.
  #count = element('p', { class: 'quiet' });
  #actions = element('div', { class: 'actions' });

  /**
   * @param {Pick<import('./sheets.js').Context, 'bridge'>} context
   * @param {string} id  of the connection whose key is used
   */
  constructor({ bridge }, id) {
    this.bridge = bridge;
    this.id = id;
    this.root = element(
      'section',
      { class: 'export', 'aria-labelledby': 'export-heading' },
      element('h3', { id: 'export-heading' }, text('shell.export.heading')),
      element('p', { class: 'quiet' }, text('shell.export.help')),
      this.#count,
      this.#told,
      this.#actions,
    );
    void this.#run(async () => this.draw((await bridge.call('export.status', {})).export));
  }

  /** @param {Export} made */
  draw({ state, done, message, hint }) {
    const isRunning = state === 'running';
    this.#count.textContent = isRunning ? message : '';
    this.#told.textContent = isRunning ? '' : `${message} ${hint}`.trim();
    this.#told.classList.toggle('outcome-sentence', state === 'failed');
    const wanted = [
      isRunning
        ? this.#action(text('shell.export.stop'), () => this.#stop())
        : this.#action(text('shell.export.start'), () => this.#start()),
      ...(!isRunning && done > 0 ? [this.#action(text('shell.export.show'), () => this.#show())] : []),
    ];
    // Redrawn with every conversation; a button that stays what it is keeps the focus.
    const names = wanted.map(({ textContent }) => textContent).join();
    if ([...this.#actions.children].map(({ textContent }) => textContent).join() === names) return;
    const hadFocus = this.#actions.contains(document.activeElement);
    this.#actions.replaceChildren(...wanted);
    if (hadFocus) wanted[0]?.focus();
  }

  /**
   * @param {string} label
   * @param {() => Promise<void>} press
   */
  #action(label, press) {
    return button({ class: 'button' }, () => void this.#run(press), label);
  }

  async #start() {
    this.draw((await this.bridge.call('export.start', { id: this.id })).export);
  }

  async #stop() {
    await this.bridge.call('export.stop', {});
  }

  async #show() {
    await this.bridge.call('export.show', {});
  }

  /** @param {() => Promise<void>} work */
  async #run(work) {
    try {
      await work();
    } catch (error) {
      this.#told.textContent = inOneLine(error);
    }
  }
}
