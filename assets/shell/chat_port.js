// @ts-check
/**
 * The only way between the shell and the chat document: one MessagePort, made by the shell.
 *
 * The conversation: the chat document says `chat.hello` with a nonce to its parent; the shell looks at where that comes
 * from, makes a channel and answers `shell.port` with the same nonce and one end of it. From then on both talk through
 * the port. A later hello (the frame was reloaded) closes the old port and gets a new one. A request carries an id and
 * is answered by `reply` with that id, in time or with an error.
 */
import { declaredMessage, isRecord } from './port_messages.js';

const VERSION = 1;
const NONCE = /^[\w-]{8,128}$/;
const REPLY_DEADLINE_MILLISECONDS = 15 * 60_000;
const MOST_REQUESTS_OPEN = 8;

/**
 * @typedef {import('./port_messages.js').ChatMessage} ChatMessage
 * @typedef {import('./contract.js').PortToChat} PortToChat
 * @typedef {import('./contract.js').ErrorEnvelope} ErrorEnvelope
 * @typedef {Extract<ChatMessage, {id: string}>} Request
 *
 * @typedef {object} Parts
 * @property {string} origin                         the chat document's
 * @property {() => Window | null | undefined} peer  the frame's window as it is now
 * @property {() => void} opened
 * @property {() => void} left   the document that was let in is gone, or about to be
 * @property {(message: Exclude<ChatMessage, Request>) => void} received
 * @property {(message: Request) => Promise<unknown>} requested   answers a message that carries an id
 * @property {(reason: 'busy' | 'late' | 'failed', error?: unknown) => ErrorEnvelope} refusal
 * @property {number} [replyDeadlineMilliseconds]
 */

export class ChatPort {
  /** @type {MessagePort | null} */
  #port = null;
  #openRequests = 0;
  /** How many documents have been let in. */
  openings = 0;
  /** What was refused, for diagnostics and tests. */
  counters = { strangers: 0, dropped: 0, received: 0 };

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /**
   * Hear the hello of the frame.
   * @param {Pick<Window, 'addEventListener'>} page
   */
  listen(page) {
    page.addEventListener('message', (event) => this.#greet(event));
  }

  get isOpen() {
    return this.#port !== null;
  }

  /**
   * Send now, or never: who needs the message later sends it again when the port opens.
   * @template {keyof PortToChat} Type
   * @param {import('./port_messages.js').ShellMessage<Type>} message
   */
  send(message) {
    this.#port?.postMessage(message);
  }

  close() {
    if (this.#port === null) return;
    this.#port.close();
    this.#port = null;
    this.parts.left();
  }

  /**
   * SECURITY: origin, source and shape have to be the frame's own; a nested or foreign frame can post here too.
   * @param {MessageEvent} event
   */
  #greet(event) {
    const peer = this.parts.peer();
    const hello = event.data;
    const isHello = isRecord(hello) && hello.type === 'chat.hello' && hello.v === VERSION;
    const isPeer = event.origin === this.parts.origin && Boolean(peer) && event.source === peer;
    if (!isPeer || !isHello || typeof hello.nonce !== 'string' || !NONCE.test(hello.nonce)) {
      this.counters.strangers += 1;
      return;
    }
    this.close();
    const channel = new MessageChannel();
    const port = channel.port1;
    this.#port = port;
    this.openings += 1;
    port.onmessage = ({ data }) => this.#receive(port, data);
    const answer = { type: 'shell.port', v: VERSION, nonce: hello.nonce };
    /** @type {Window} */ (peer).postMessage(answer, this.parts.origin, [channel.port2]);
    this.parts.opened();
  }

  /**
   * @param {MessagePort} port
   * @param {unknown} data
   */
  #receive(port, data) {
    const message = port === this.#port ? declaredMessage(data) : null;
    if (message === null) {
      this.counters.dropped += 1;
      return;
    }
    this.counters.received += 1;
    if ('id' in message) void this.#answer(port, message);
    else this.parts.received(message);
  }

  /**
   * @param {MessagePort} port
   * @param {Request} message
   */
  async #answer(port, message) {
    const { id } = message;
    const { requested, refusal, replyDeadlineMilliseconds = REPLY_DEADLINE_MILLISECONDS } = this.parts;
    if (this.#openRequests >= MOST_REQUESTS_OPEN) {
      port.postMessage({ type: 'reply', id, ok: false, error: refusal('busy') });
      return;
    }
    this.#openRequests += 1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, error: refusal('late') }), replyDeadlineMilliseconds);
    });
    const answered = requested(message).then(
      (value) => ({ ok: true, value }),
      (error) => ({ ok: false, error: refusal('failed', error) }),
    );
    const outcome = /** @type {object} */ (await Promise.race([answered, late]));
    clearTimeout(timer);
    this.#openRequests -= 1;
    // A port that was replaced meanwhile is closed: this reply then goes nowhere, like the page that asked.
    port.postMessage({ type: 'reply', id, ...outcome });
  }
}
