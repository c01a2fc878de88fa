// @ts-check
/**
 * Hands the unsent text to Python while a person types: the latest always, never two at a time.
 *
 * A draft that arrives while one is on its way waits and replaces the one that waited; so fast typing costs one call
 * after the other and the last word is never lost. A draft longer than one message of the bridge goes in parts, and
 * counts once the last of them has arrived. When drafts are refused, the first refusal is told of.
 */

/** @typedef {{text: string, thread_id: string | null}} Draft */
/** @typedef {Draft & {part: number, parts: number}} Part */

/** What a part's text may take up as JSON: a message of the bridge less what stands around it. */
const MOST_BYTES = 60_000;
const encoder = new TextEncoder();

/**
 * A text in pieces that each fit a message; the empty text is one of them.
 * @param {string} text
 * @returns {string[]}
 */
export function inParts(text) {
  const parts = [beginning(text)];
  for (let end = parts[0].length; end < text.length; ) {
    const part = beginning(text.slice(end, end + MOST_BYTES));
    parts.push(part);
    end += part.length;
  }
  return parts;
}

/**
 * The beginning of a text, as long as fits, without half a character at its end.
 * @param {string} text
 * @returns {string}
 */
function beginning(text) {
  let part = text.slice(0, MOST_BYTES);
  for (;;) {
    if (part.length > 1 && isHighHalf(part.charCodeAt(part.length - 1))) part = part.slice(0, -1);
    const bytes = encoder.encode(JSON.stringify(part)).length;
    if (bytes <= MOST_BYTES) return part;
    part = part.slice(0, Math.floor((part.length * MOST_BYTES) / bytes));
  }
}

/**
 * Whether a unit of UTF-16 is the first half of a character.
 * @param {number} unit
 */
function isHighHalf(unit) {
  return unit >= 0xd800 && unit < 0xdc00;
}

export class DraftKeeper {
  /** @type {Draft | null} */
  #waiting = null;
  #underWay = false;
  #isRefused = false;

  /**
   * @param {(part: Part) => Promise<unknown>} send
   * @param {(error: unknown) => void} refused
   */
  constructor(send, refused) {
    this.send = send;
    this.refused = refused;
  }

  /** @param {Draft} draft */
  keep(draft) {
    this.#waiting = draft;
    if (!this.#underWay) void this.#work();
  }

  async #work() {
    this.#underWay = true;
    while (this.#waiting !== null) {
      const draft = this.#waiting;
      this.#waiting = null;
      await this.#send(draft);
    }
    this.#underWay = false;
  }

  /**
   * A refused draft is not tried again: the next letter brings a newer one.
   * @param {Draft} draft
   */
  async #send(draft) {
    try {
      const parts = inParts(draft.text);
      for (const [index, text] of parts.entries()) {
        await this.send({ ...draft, text, part: index + 1, parts: parts.length });
      }
      this.#isRefused = false;
    } catch (error) {
      if (!this.#isRefused) this.refused(error);
      this.#isRefused = true;
    }
  }
}
