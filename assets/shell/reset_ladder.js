// @ts-check
/**
 * The steps that put something back to how it was at first, the mildest first; each says what it keeps.
 *
 * Each is asked about once more, by a button that takes no press that was meant for the first one.
 */
import { armedButton } from './armed_button.js';
import { button, element } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { text } from './strings.js';

/** @typedef {import('./contract.js').Commands['diagnostics.reset']['args']['step']} StepName */

/** @type {ReadonlyArray<StepName>} */
const STEPS = ['start_again', 'safe_mode', 'web_data', 'window', 'settings', 'keys'];
/** What only these lose comes back by itself, or is in sight. @type {ReadonlyArray<StepName>} */
const MILD = ['start_again', 'safe_mode', 'web_data'];

/** What these two keep is what is saved. @type {ReadonlyArray<StepName>} */
const RESTARTS = ['start_again', 'safe_mode'];

/** @param {Pick<import('./sheets.js').PanelContext, 'bridge' | 'state'>} context */
export function resetLadder({ bridge, state }) {
  const { keepsNothing } = state.values;
  return [
    element('p', { class: 'quiet' }, text('shell.reset.help')),
    element('ol', { class: 'ladder' }, ...STEPS.map((name) => new Step(bridge, name, keepsNothing).root)),
  ];
}

class Step {
  #told = element('p', { role: 'status' });
  #actions = element('div', { class: 'actions' });

  /**
   * @param {import('./sheets.js').PanelContext['bridge']} bridge
   * @param {StepName} name
   * @param {boolean} keepsNothing   whether this run of the program can save nothing
   */
  constructor(bridge, name, keepsNothing) {
    this.bridge = bridge;
    this.name = name;
    const keeps = keepsNothing && RESTARTS.includes(name) ? 'nothing' : name;
    this.root = element(
      'li',
      {},
      element('h4', {}, text(`shell.reset.title_${name}`)),
      element('p', {}, text(`shell.reset.does_${name}`)),
      element('p', { class: 'quiet' }, text(`shell.reset.keeps_${keeps}`)),
      this.#told,
      this.#actions,
    );
    this.#offer();
  }

  #offer() {
    const offered = button({ class: 'button' }, () => this.#ask(), text(`shell.reset.do_${this.name}`));
    this.#actions.replaceChildren(offered);
    return offered;
  }

  #ask() {
    const leave = button({ class: 'button' }, () => this.#leave(), text('shell.reset.leave'));
    const label = text(`shell.reset.do_${this.name}`);
    this.#told.textContent = text('shell.reset.sure', { label });
    const look = MILD.includes(this.name) ? 'button-main' : 'button-danger';
    const sure = armedButton({ class: `button ${look}` }, () => void this.#do(), label);
    this.#actions.replaceChildren(leave, sure);
    leave.focus();
  }

  #leave() {
    this.#told.textContent = '';
    this.#offer().focus();
  }

  async #do() {
    this.#offer().focus();
    this.#told.textContent = text('shell.reset.doing');
    try {
      const { restart } = await this.bridge.call('diagnostics.reset', { step: this.name });
      this.#told.textContent = restart ? text('shell.reset.done_restart') : text('shell.reset.done');
    } catch (error) {
      this.#told.textContent = inOneLine(error);
    }
  }
}
