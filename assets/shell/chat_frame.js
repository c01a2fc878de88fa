// @ts-check
/**
 * The frame that holds the chat document, of another origin and in a sandbox.
 *
 * Its address needs only what the shell's own address says, so it starts loading before Python has answered anything.
 * It stays invisible until the document says it is ready: an empty frame would flash white.
 */
import { element } from './dom.js';

// SECURITY: nothing inside can replace the shell, open a dialog, hold up its reload, or save a file. A pop-up is never
// opened either, but has to be allowed for a link that wants one to reach the shell's question.
const SANDBOX = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'].join(' ');

/** @typedef {'builtin' | 'official'} Interface */

/**
 * Where the chat document of an interface lives, told from where the shell lives.
 * @param {Pick<Location, 'port' | 'pathname'>} shell
 * @param {Interface} [chosen]
 */
export function chatAddress(shell, chosen = 'builtin') {
  const origin = `http://localhost:${shell.port}`;
  const pathToken = shell.pathname.split('/')[1];
  return { origin, url: `${origin}/${pathToken}/chat/${chosen}.html` };
}

export class ChatFrame {
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** Whether what is inside may ask for the microphone; for the next frame. */
  mayHear = false;

  /**
   * @param {HTMLElement} place
   * @param {string} url
   * @param {string} title
   */
  constructor(place, url, title) {
    this.place = place;
    this.url = url;
    this.title = title;
  }

  get window() {
    return this.#frame?.contentWindow;
  }

  /** Put a new frame in the place of the old one, if there is one; a frame whose process died does not come back. */
  build() {
    const made = element('iframe', {
      class: 'chat-frame',
      title: this.title,
      sandbox: SANDBOX,
      // SECURITY: T28, without the word no document inside can ask, whatever its own frames allow.
      allow: this.mayHear ? 'clipboard-write; microphone' : 'clipboard-write',
      src: this.url,
    });
    this.#frame?.remove();
    this.#frame = made;
    this.place.classList.remove('is-ready');
    this.place.append(made);
  }

  reveal() {
    this.place.classList.add('is-ready');
  }

  /** Whether nothing else in this document has the keyboard. */
  get mayTakeFocus() {
    return [null, document.body, this.#frame].includes(
      /** @type {HTMLIFrameElement | null} */ (document.activeElement),
    );
  }

  get hasFocus() {
    return this.#frame !== null && document.activeElement === this.#frame;
  }

  focus() {
    this.#frame?.focus();
  }
}
