// @ts-check
/**
 * Hands the unsent text to Python while a person types: the latest always, never two at a time.
 *
 * A draft that arrives while one is on its way waits and replaces the one that waited; so fast typing costs one call
 * after the other and the last word is never lost.
 */

/** @typedef {{text: string, thread_id: string | null}} Draft */

export class DraftKeeper {
  /** @type {Draft | null} */
  #waiting = null;
  #underWay = false;

  /** @param {(draft: Draft) => Promise<unknown>} send */
  constructor(send) {
    this.send = send;
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
      // A refused draft is not tried again: the next letter brings a newer one.
      await this.send(draft).catch(() => undefined);
    }
    this.#underWay = false;
  }
}
