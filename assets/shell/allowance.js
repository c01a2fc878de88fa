// @ts-check
/** How often something may happen within a span of time; what goes beyond is refused, not queued. */
export class Allowance {
  /** @type {number[]} */
  #times = [];

  /**
   * @param {number} most
   * @param {number} spanMilliseconds
   * @param {() => number} [now]
   */
  constructor(most, spanMilliseconds, now = () => performance.now()) {
    this.most = most;
    this.spanMilliseconds = spanMilliseconds;
    this.now = now;
  }

  /** Use one; false when none is left. */
  take() {
    const now = this.now();
    this.#times = this.#times.filter((time) => now - time < this.spanMilliseconds);
    if (this.#times.length >= this.most) return false;
    this.#times.push(now);
    return true;
  }

  /** Start afresh, because a person asked for it. */
  refill() {
    this.#times = [];
  }
}
