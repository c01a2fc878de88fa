// @ts-check
/**
 * A button of the bar that opens a short menu under itself.
 *
 * The keyboard does what menus do everywhere: arrows, Home and End move, a letter jumps, Enter chooses, Escape closes
 * and gives the focus back, Tab leaves. A click into the chat frame is not seen here, but it takes the window's focus:
 * that closes the menu too.
 */
import { element, icon } from './dom.js';

/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {string} [detail]     a second line
 * @property {boolean} [checked]   makes it one of a set, with a mark
 * @property {boolean} [apart]     a line above it
 * @property {() => void} choose
 */

export class MenuButton {
  /** @type {HTMLElement | null} */
  #menu = null;
  #closeOutside = () => this.close();

  /**
   * @param {HTMLButtonElement} opener
   * @param {() => Promise<MenuItem[]>} items
   */
  constructor(opener, items) {
    this.opener = opener;
    this.items = items;
    opener.addEventListener('click', () => void this.#toggle());
    opener.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' || this.#menu) return;
      event.preventDefault();
      void this.#toggle();
    });
  }

  close() {
    window.removeEventListener('blur', this.#closeOutside);
    document.removeEventListener('pointerdown', this.#closeIfOutside);
    this.#menu?.remove();
    this.#menu = null;
    this.opener.setAttribute('aria-expanded', 'false');
  }

  async #toggle() {
    if (this.#menu) return this.close();
    const items = await this.items();
    if (this.#menu || items.length === 0) return;
    const menu = element('div', { class: 'menu', role: 'menu', 'aria-labelledby': this.opener.id });
    const hasMarks = items.some(({ checked }) => checked !== undefined);
    menu.append(...items.flatMap((item) => this.#row(item, hasMarks)));
    menu.addEventListener('keydown', (event) => this.#key(event));
    this.opener.after(menu);
    this.opener.setAttribute('aria-expanded', 'true');
    this.#menu = menu;
    this.#rows()[0]?.focus();
    window.addEventListener('blur', this.#closeOutside);
    document.addEventListener('pointerdown', this.#closeIfOutside);
  }

  /** @param {PointerEvent} event */
  #closeIfOutside = (event) => {
    const target = /** @type {Node} */ (event.target);
    if (!this.#menu?.contains(target) && !this.opener.contains(target)) this.close();
  };

  /**
   * @param {MenuItem} item
   * @param {boolean} hasMarks   leaves room for them, so that all words start in one line
   */
  #row({ label, detail, checked, apart, choose }, hasMarks) {
    const isOneOfSet = checked !== undefined;
    const row = element(
      'button',
      {
        type: 'button',
        class: 'menu-row',
        role: isOneOfSet ? 'menuitemradio' : 'menuitem',
        'aria-checked': isOneOfSet ? String(checked) : null,
        tabindex: '-1',
      },
      hasMarks && element('span', { class: 'menu-mark' }, checked && icon('check')),
      element('span', { class: 'menu-words' }, label, detail && element('small', {}, detail)),
    );
    row.addEventListener('click', () => {
      this.close();
      this.opener.focus();
      choose();
    });
    return apart ? [element('div', { class: 'menu-line', role: 'separator' }), row] : [row];
  }

  #rows() {
    return [...(this.#menu?.querySelectorAll('button') ?? [])];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Tab') return this.close();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
      return this.opener.focus();
    }
    const rows = this.#rows();
    const names = rows.map((row) => row.textContent ?? '');
    const current = rows.findIndex((row) => row === document.activeElement);
    const next = rowAfterKey(names, current, event.key);
    if (next === null) return;
    event.preventDefault();
    rows[next].focus();
  }
}

/**
 * Where a key moves to in a menu, or null for a key that moves nothing.
 * @param {string[]} names
 * @param {number} current
 * @param {string} key
 * @returns {number | null}
 */
export function rowAfterKey(names, current, key) {
  const count = names.length;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return null;
  const order = names.map((_, step) => (current + 1 + step) % count);
  const found = order.find((row) => names[row].toLowerCase().startsWith(key.toLowerCase()));
  return found ?? null;
}
