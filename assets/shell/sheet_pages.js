// @ts-check
/**
 * Pages within a sheet: one that it begins with, and those that lead back to it.
 *
 * The first page stays as it is while another one is shown, and the keyboard returns to where it came from.
 */
import { button, element, icon } from './dom.js';
import { text } from './strings.js';

export class PagesOfSheet {
  #first;
  /** Where it came from, while another page than the first one is shown. */
  #back = () => {};

  /** @param {...Node} first */
  constructor(...first) {
    this.#first = element('div', { class: 'sheet-page' }, ...first);
    this.root = element('div', {}, this.#first);
  }

  /**
   * @param {string} title
   * @param {(back: () => void) => Node[]} make
   * @param {HTMLElement} opener
   */
  open(title, make, opener) {
    const back = () => {
      this.#back = () => {};
      this.#show(this.#first);
      opener.focus();
    };
    const heading = element('h3', { tabindex: '-1' }, title);
    const name = text('shell.sheet.back');
    const leave = button({ class: 'icon-button', 'aria-label': name, title: name }, back, icon('back'));
    const head = element('div', { class: 'sheet-page-head' }, leave, heading);
    const page = element('div', { class: 'sheet-page' }, head, ...make(back));
    this.#show(page);
    this.#back = back;
    heading.focus();
  }

  /** Go back to the first page, wherever one is. */
  leave() {
    this.#back();
  }

  /** @param {HTMLElement} page */
  #show(page) {
    this.root.replaceChildren(page);
    this.root.parentElement?.scrollTo(0, 0);
  }
}
