// @ts-check
/**
 * Opens links outside of the program, after Python has judged them.
 *
 * Python opens what it may; for a host that is new it answers `ask`, and the person sees where the link really goes.
 * Only one question stands at a time: a page that asks again meanwhile is not heard.
 */
import { armedButton } from './armed_button.js';
import { showDialog } from './dialog.js';
import { button, element, icon } from './dom.js';
import { personActed } from './gesture.js';
import { text } from './strings.js';

const MOST_CHARACTERS_SHOWN = 400;

export class LinkOpener {
  #asking = false;

  /**
   * @param {object} parts
   * @param {Pick<typeof import('./bridge.js').bridge, 'call'>} parts.bridge
   * @param {import('./problem_strip.js').ProblemStrip} parts.strip
   */
  constructor({ bridge, strip }) {
    this.bridge = bridge;
    this.strip = strip;
  }

  /**
   * @param {string} url
   * @param {boolean} [acted]  whether a person wants it; who knows better than this document says so
   */
  async open(url, acted = personActed()) {
    // SECURITY: a page that opens links by itself, without a press, opens nothing and asks nothing.
    if (this.#asking || !acted) return;
    this.#asking = true;
    try {
      const { outcome, host } = await this.bridge.call('link.open', { url, confirmed: false });
      if (outcome === 'ask' && (await askForLink(url, host))) {
        await this.bridge.call('link.open', { url, confirmed: true });
      }
    } catch (error) {
      this.strip.showError('link', error);
    } finally {
      this.#asking = false;
    }
  }
}

/**
 * @param {string} url
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function askForLink(url, host) {
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
      describedBy: 'link-address',
      content: [
        element(
          'h2',
          { id: 'link-title', class: 'prompt-title' },
          icon('outside'),
          element('strong', {}, text('shell.link.title', { host })),
        ),
        element('p', { id: 'link-address', class: 'address' }, url.slice(0, MOST_CHARACTERS_SHOWN)),
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
