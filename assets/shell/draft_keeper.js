// @ts-check
/**
 * Hands the unsent text to Python while a person types: the latest always, never two at a time.
 *
 * A draft that arrives while one is on its way waits and replaces the one that waited; so fast typing costs one call
 * after the other and the last word is never lost. When drafts are refused, the first refusal is told of.
 */

/** @typedef {{text: string, thread_id: string | null}} Draft */

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
      await this.send(draft);
      this.#isRefused = false;
    } catch (error) {
      if (!this.#isRefused) this.refused(error);
      this.#isRefused = true;
    }
  }
}
