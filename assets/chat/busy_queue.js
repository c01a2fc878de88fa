// @ts-check
/**
 * Holds what the official interface would refuse while it is busy, and does it when the answer, or the loading, ends.
 *
 * Of things that replace each other (which conversation, where the cursor is) only the last one is done.
 */

const MOST_WAITING = 20;

/** @typedef {() => Promise<unknown>} Act */

export class BusyQueue {
  /** @type {Map<string, Act>} */
  #waiting = new Map();
  /** Each reason to be busy, such as an answer or a thread that loads. @type {Set<string>} */
  #reasons = new Set();
  #sent = 0;

  get isBusy() {
    return this.#reasons.size > 0;
  }

  /**
   * Do it now, or when the interface is free; `name` replaces what waits under the same name.
   * @param {string} name
   * @param {Act} act
   */
  async run(name, act) {
    if (this.isBusy) return this.#keep(name, act);
    try {
      await act();
    } catch (error) {
      // It has become busy meanwhile: what it says and what it does cross on their way.
      if (!this.isBusy) throw error;
      this.#keep(name, act);
    }
  }

  /**
   * The same for what replaces nothing: every message is sent.
   * @param {string} name
   * @param {Act} act
   */
  runEach(name, act) {
    return this.run(`${name} ${(this.#sent += 1)}`, act);
  }

  /** @param {string} reason */
  busy(reason) {
    this.#reasons.add(reason);
  }

  /**
   * Do what has waited, in order, as long as nothing makes the interface busy again.
   * @param {string} reason
   */
  async free(reason) {
    this.#reasons.delete(reason);
    while (!this.isBusy) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      const [name, act] = next;
      this.#waiting.delete(name);
      // What is refused although nothing is busy would be refused again.
      await this.run(name, act).catch(() => undefined);
    }
  }

  /**
   * @param {string} name
   * @param {Act} act
   */
  #keep(name, act) {
    this.#waiting.delete(name);
    if (this.#waiting.size < MOST_WAITING) this.#waiting.set(name, act);
  }
}
