// @ts-check
/**
 * A report before it is saved: each part to be looked at as it is, and to be left out.
 *
 * It is saved where the person says, and goes nowhere from there.
 */
import { button, element, skeletonLines } from './dom.js';
import { inOneLine } from './problem_strip.js';
import { text } from './strings.js';
import { visibleText } from './visible_text.js';

/** @typedef {import('./contract.js').Commands['diagnostics.preview']['returns']['parts'][number]} Part */

/** It says what the others are, so it always goes along. */
const MANIFEST = 'manifest.json';

/** @param {Pick<import('./sheets.js').PanelContext, 'bridge' | 'state'>} context */
export function reportPreview(context) {
  return [new Preview(context).root];
}

class Preview {
  #told = element('p', { class: 'quiet', role: 'status' });
  #place = element('div', {}, skeletonLines());
  #save = button(
    { class: 'button button-main', disabled: true },
    () => void this.#saveWanted(),
    text('shell.bundle.save'),
  );
  /** @type {Map<string, HTMLInputElement>} */
  #boxes = new Map();

  /** @param {Pick<import('./sheets.js').PanelContext, 'bridge' | 'state'>} context */
  constructor({ bridge, state }) {
    this.bridge = bridge;
    this.sizes = new Intl.NumberFormat(state.values.locale, { maximumFractionDigits: 1 });
    this.root = element(
      'div',
      { class: 'bundle' },
      element('p', { class: 'quiet' }, text('shell.bundle.help')),
      this.#place,
      this.#told,
      element('div', { class: 'actions' }, this.#save),
    );
    void this.#read();
  }

  async #read() {
    try {
      const { parts } = await this.bridge.call('diagnostics.preview', {});
      const rows = parts.map((part) => this.#row(part));
      const look = { class: 'bundle-parts', 'aria-label': text('shell.bundle.parts') };
      this.#place.replaceChildren(element('ul', look, ...rows));
      this.#save.disabled = false;
    } catch (error) {
      this.#place.replaceChildren(element('p', { role: 'alert' }, inOneLine(error)));
    }
  }

  /** @param {Part} part */
  #row({ name, title, size_bytes, text: words }) {
    const box = element('input', { type: 'checkbox', checked: true, disabled: name === MANIFEST });
    this.#boxes.set(name, box);
    const kilobytes = this.sizes.format(size_bytes / 1000);
    const stays = name === MANIFEST ? text('shell.bundle.stays') : '';
    const facts = [visibleText(name), text('shell.bundle.size', { kilobytes }), stays].filter(Boolean);
    return element(
      'li',
      {},
      element(
        'label',
        { class: 'bundle-part' },
        box,
        element('span', {}, visibleText(title)),
        element('span', { class: 'quiet' }, facts.join(text('shell.diagnostics.between'))),
      ),
      contentOf(title, words),
    );
  }

  async #saveWanted() {
    const parts = [...this.#boxes].filter(([, box]) => box.checked).map(([name]) => name);
    this.#save.setAttribute('aria-disabled', 'true');
    this.#told.textContent = '';
    try {
      const { saved } = await this.bridge.call('diagnostics.save', { parts });
      this.#told.textContent =
        saved === null ? text('shell.bundle.not_saved') : text('shell.bundle.saved', { name: visibleText(saved) });
    } catch (error) {
      this.#told.textContent = inOneLine(error);
    } finally {
      this.#save.removeAttribute('aria-disabled');
    }
  }
}

/**
 * What is in a part, drawn once somebody wants to see it: a log is long.
 * @param {string} title
 * @param {string} words
 */
function contentOf(title, words) {
  const name = visibleText(title);
  const place = element('pre', { class: 'bundle-text', tabindex: '0', role: 'group', 'aria-label': name });
  const summary = element('summary', {}, text('shell.bundle.look'), element('span', { class: 'for-readers' }, ` ${name}`));
  const fold = element('details', { class: 'fold' }, summary, place);
  fold.addEventListener('toggle', () => (place.textContent ||= words));
  return fold;
}
