// @ts-check
/**
 * Holds what the first frame does not need: fetched once, when somebody needs it or there is time for it.
 *
 * What could not be had is forgotten, so that the next need tries again.
 */

/** @template Parts */
export class OnDemand {
  /** @type {Promise<Parts> | null} */
  #parts = null;

  /** @param {() => Promise<Parts>} load */
  constructor(load) {
    this.load = load;
  }

  /** @returns {Promise<Parts>} */
  get() {
    this.#parts ??= this.load().catch((error) => {
      this.#parts = null;
      throw error;
    });
    return this.#parts;
  }
}
