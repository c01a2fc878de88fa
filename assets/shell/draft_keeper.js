// @ts-check
/**
 * Hands the unsent text to Python while a person types: the latest always, never two at a time.
 *
 * A draft that arrives while one is on its way waits and replaces the one that waited; so fast typing costs one call
 * after the other and the last word is never lost. A draft longer than one message of the bridge is kept as far as it
 * fits, rather than not at all. When drafts are refused, the first refusal is told of.
 */

/** @typedef {{text: string, thread_id: string | null}} Draft */

/** What a draft's text may take up as JSON: a message of the bridge less what stands around it. */
const MOST_BYTES = 60_000;
const encoder = new TextEncoder();

/**
 * The beginning of a text, as long as fits.
 * @param {string} text
 * @returns {string}
 */
export function fit(text) {
  if (text.length * 6 <= MOST_BYTES) return text;
  const characters = Array.from(text);
  let bytes = 2;
  const end = characters.findIndex((character) => {
    bytes += encoder.encode(JSON.stringify(character)).length - 2;
    return bytes > MOST_BYTES;
  });
  return end === -1 ? text : characters.slice(0, end).join('');
}

export class DraftKeeper {
  /** @type {Draft | null} */
  #waiting = null;
  #underWay = false;
  #isRefused = false;

  /**
   * @param {(draft: Draft) => Promise<unknown>} send
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
      await this.send({ ...draft, text: fit(draft.text) });
      this.#isRefused = false;
    } catch (error) {
      if (!this.#isRefused) this.refused(error);
      this.#isRefused = true;
    }
  }
}
