// @ts-check
/**
 * Opens links outside of the program, after Python has judged them.
 *
 * Python opens what it may; for a host that is new it answers `ask`, and the person sees where the link really goes.
 * Links that come faster than a person follows them are asked about as well, whatever Python thinks of their host. Only
 * one question stands at a time: a page that asks again meanwhile is not heard.
 */
import { readLink, wholeAddress } from './address_view.js';
import { Allowance } from './allowance.js';
import { armedButton } from './armed_button.js';
import { questionStands, showDialog } from './dialog.js';
import { button, element, icon } from './dom.js';
import { text } from './strings.js';
import { visibleText } from './visible_text.js';

const MINUTE = 60_000;
const MOST_UNASKED_IN_A_MINUTE = 3;
const UNASKED_EVERY_MILLISECONDS = 2_000;
const MOST_NOTES_IN_A_MINUTE = 5;

/** @typedef {import('./address_view.js').Link} Link */

export class LinkOpener {
  #asking = false;
  /** When links left without a question, within the last minute. @type {number[]} */
  #unasked = [];
  #notes;

  /**
   * @param {object} parts
   * @param {Pick<typeof import('./bridge.js').bridge, 'call'>} parts.bridge
   * @param {import('./problem_strip.js').ProblemStrip} parts.strip
   * @param {() => number} [parts.now]
   */
  constructor({ bridge, strip, now = () => performance.now() }) {
    this.bridge = bridge;
    this.strip = strip;
    this.now = now;
    this.#notes = new Allowance(MOST_NOTES_IN_A_MINUTE, MINUTE, now);
  }

  /**
   * @param {string} url
   * @param {boolean} acted  whether a person wants it, as it was when the link came
   */
  async open(url, acted) {
    // SECURITY: a page that opens links by itself, without a press, opens nothing and asks nothing.
    if (!acted) return;
    if (this.#asking || questionStands()) return this.#note('a link was not opened: another one came first');
    this.#asking = true;
    try {
      await this.#openOrAsk(readLink(url));
    } catch (/** @type {any} */ error) {
      // A page that opens links by itself is not worth a word.
      if (error?.code !== 'not_pressed') this.strip.showError('link', error);
    } finally {
      this.#asking = false;
    }
  }

  /** @param {Link} link */
  async #openOrAsk({ address, host }) {
    const isTooFast = this.#isTooFast();
    const judged = isTooFast
      ? { outcome: 'ask', host }
      : await this.bridge.call('link.open', { url: address, confirmed: false });
    if (judged.outcome === 'opened') this.#unasked.push(this.now());
    else if (await askForLink({ address, host: judged.host }, isTooFast)) {
      await this.bridge.call('link.open', { url: address, confirmed: true });
    }
  }

  /** SECURITY: one press counts as one for seconds, so a page could open dozens of links with it, each full of words. */
  #isTooFast() {
    const now = this.now();
    this.#unasked = this.#unasked.filter((time) => now - time < MINUTE);
    const last = this.#unasked.at(-1) ?? -Infinity;
    return this.#unasked.length >= MOST_UNASKED_IN_A_MINUTE || now - last < UNASKED_EVERY_MILLISECONDS;
  }

  /** @param {string} message */
  #note(message) {
    if (!this.#notes.take()) return;
    // A note that cannot be kept is not worth a word to anybody.
    this.bridge.call('log.note', { level: 'warning', message }).catch(() => undefined);
  }
}

/**
 * @param {Link} link
 * @param {boolean} isTooFast
 * @returns {Promise<boolean>}
 */
function askForLink(link, isTooFast) {
  return new Promise((answer) => {
    let open = false;
    const end = (/** @type {boolean} */ value) => {
      open = value;
      dialog.close();
    };
    const cancel = button({ class: 'button' }, () => end(false), text('shell.link.cancel'));
    const dialog = showDialog({
      look: 'card prompt',
      role: 'alertdialog',
      labelledBy: 'link-title',
      describedBy: 'link-facts',
      content: [
        ...describe(link, isTooFast),
        element(
          'div',
          { class: 'actions' },
          cancel,
          armedButton({ class: 'button button-main' }, () => end(true), text('shell.link.open')),
        ),
      ],
      focus: cancel,
      ended: () => answer(open),
    });
  });
}

/**
 * @param {Link} link
 * @param {boolean} isTooFast
 */
function describe(link, isTooFast) {
  const host = visibleText(link.host);
  // A mail address is shown each time; a site is remembered.
  const isRemembered = !host.includes('@');
  return [
    element(
      'h2',
      { id: 'link-title', class: 'prompt-title' },
      icon('outside'),
      element('strong', {}, text('shell.link.title', { host })),
    ),
    element(
      'div',
      { id: 'link-facts' },
      wholeAddress(link.address),
      isTooFast && element('p', { class: 'address-note' }, text('shell.link.many')),
      isRemembered && element('p', { class: 'address-note' }, text('shell.link.remember', { host })),
    ),
  ];
}
