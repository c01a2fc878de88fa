// @ts-check
/**
 * The chat document's end of the port to the shell, the same for both interfaces.
 *
 * This document says `chat.hello` with a nonce to its parent and takes the one port that comes back with that nonce
 * from the shell's own origin. What the shell says goes to the document's table of messages; what the document asks for
 * carries an id and is answered by `reply`, in time or with a refusal.
 */

const VERSION = 1;
const SHELL_ORIGIN = `http://127.0.0.1:${location.port}`;
/** The shell asks the person and answers before this, unless it is gone. */
const TOOL_DEADLINE_MILLISECONDS = 20 * 60_000;
/** The shell drops a request that it cannot pass on, without a reply. */
const TOOL_NAME = /^[a-z][a-z0-9_.]{0,63}$/;
const MOST_TOOL_CHARACTERS = 60_000;
/** A person may be faster than a slow start: what they pressed waits for the port. How the page is doing is told anew. */
const PRESSED = new Set(['link', 'shortcut']);
const MOST_EARLY_MESSAGES = 32;

/**
 * @typedef {{type: string} & Record<string, any>} Message
 * @typedef {{code: string, message: string, hint: string, retryable: boolean}} ErrorEnvelope
 * @typedef {object} Waiting
 * @property {(value: any) => void} resolve
 * @property {(error: ErrorEnvelope) => void} reject
 * @property {ReturnType<typeof setTimeout>} timer
 *
 * @typedef {object} Parts
 * @property {Readonly<Record<string, (message: Message) => unknown>>} table   what is done with each message
 * @property {(key: 'element.tool.unknown' | 'element.tool.too_long' | 'element.failure.deadline') => string} words
 */

export class ShellPort {
  /** @type {MessagePort | null} */
  #port = null;
  /** @type {Message[]} */
  #early = [];
  /** @type {Map<string, Waiting>} */
  #waiting = new Map();
  #requests = 0;
  #nonce = crypto.randomUUID();

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /**
   * Say hello; a page that is opened on its own has nobody to talk to.
   * @param {() => void} opened
   */
  open(opened) {
    if (parent === window) return;
    /** @param {MessageEvent} event */
    const takePort = (event) => {
      if (!this.#isAnswer(event)) return;
      removeEventListener('message', takePort);
      this.#port = /** @type {MessagePort} */ (event.ports[0]);
      this.#port.onmessage = (message) => void this.#receive(message);
      opened();
      for (const message of this.#early.splice(0)) this.tell(message);
    };
    addEventListener('message', takePort);
    parent.postMessage({ type: 'chat.hello', v: VERSION, nonce: this.#nonce }, SHELL_ORIGIN);
  }

  /** @param {Message} message */
  tell(message) {
    if (this.#port !== null) this.#port.postMessage(message);
    else if (PRESSED.has(message.type) && this.#early.length < MOST_EARLY_MESSAGES) this.#early.push(message);
  }

  /**
   * Ask the shell for something and wait for it.
   * @param {Message} message
   * @param {number} deadlineMilliseconds
   * @returns {Promise<any>}
   */
  ask(message, deadlineMilliseconds) {
    return new Promise((resolve, reject) => {
      const id = `chat-${(this.#requests += 1)}`;
      const late = refusal('deadline_exceeded', this.parts.words('element.failure.deadline'));
      const timer = setTimeout(() => this.#settle({ id, ok: false, error: late }), deadlineMilliseconds);
      this.#waiting.set(id, { resolve, reject, timer });
      this.tell({ ...message, id });
    });
  }

  /**
   * Ask the shell for a tool of this computer and wait for its result.
   * @param {string} name
   * @param {Record<string, unknown>} params
   * @returns {Promise<Record<string, unknown>>}
   */
  async askForTool(name, params) {
    if (!TOOL_NAME.test(name)) throw refusal('unknown_tool', this.parts.words('element.tool.unknown'));
    if (JSON.stringify(params).length > MOST_TOOL_CHARACTERS) {
      throw refusal('invalid_arguments', this.parts.words('element.tool.too_long'));
    }
    return this.ask({ type: 'client_tool', name, params }, TOOL_DEADLINE_MILLISECONDS);
  }

  /**
   * SECURITY: only the shell, which embeds this document, and only with the nonce it was just told.
   * @param {MessageEvent} event
   */
  #isAnswer({ data, origin, source, ports }) {
    if (origin !== SHELL_ORIGIN || source !== parent || ports.length !== 1) return false;
    return data?.type === 'shell.port' && data.v === VERSION && data.nonce === this.#nonce;
  }

  /** @param {MessageEvent<Message>} event */
  async #receive({ data }) {
    if (data?.type === 'reply') return this.#settle(data);
    if (!Object.hasOwn(this.parts.table, data?.type)) return;
    try {
      await this.parts.table[data.type]?.(data);
    } catch (error) {
      // The interface is busy, or was asked for what it cannot do: the person sees it there, the log hears of it here.
      const { code = 'failed' } = /** @type {any} */ (error) ?? {};
      this.tell({ type: 'note', level: 'warning', message: `${data.type}: ${code}` });
    }
  }

  /** @param {Record<string, any>} reply */
  #settle({ id, ok, value, error }) {
    const request = this.#waiting.get(id);
    if (request === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(request.timer);
    if (ok === true) request.resolve(value);
    else request.reject(error);
  }
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {ErrorEnvelope}
 */
function refusal(code, message) {
  return { code, message, hint: '', retryable: false };
}

/**
 * The shell passes on no more than Python can take, and no half of a character.
 * @param {string} text
 * @param {number} most
 */
export function cut(text, most) {
  return text.slice(0, most).replace(/\p{Surrogate}/gu, '');
}
