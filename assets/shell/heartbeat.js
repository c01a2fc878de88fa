// @ts-check
/**
 * Notices that the chat document no longer answers.
 *
 * A frame whose process died gives no event on any engine, so the shell asks every few seconds whether it is there.
 * Only questions that were asked and not answered count, never the clock: a laptop that slept for an hour has missed
 * nothing. While somebody is expected to be busy elsewhere (a tool runs, a native dialog is open) no miss is counted.
 */

const PAUSE_MILLISECONDS = 5_000;
const MISSES_ALLOWED = 3;

/**
 * @typedef {object} Timers
 * @property {(run: () => void, milliseconds: number) => unknown} set
 * @property {(timer: any) => void} clear
 */

/** @type {Timers} */
const PAGE_TIMERS = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (timer) => clearTimeout(timer),
};

export class Heartbeat {
  #number = 0;
  #misses = 0;
  #answered = true;
  /** @type {unknown} */
  #timer = null;

  /**
   * @param {object} parts
   * @param {(n: number) => void} parts.ping
   * @param {() => void} parts.lost         called once; nothing is asked until the next `start`
   * @param {() => boolean} parts.watched   false while a miss would prove nothing
   * @param {Timers} [parts.timers]
   */
  constructor({ ping, lost, watched, timers = PAGE_TIMERS }) {
    this.ping = ping;
    this.lost = lost;
    this.watched = watched;
    this.timers = timers;
  }

  start() {
    this.stop();
    this.#misses = 0;
    this.#answered = true;
    this.#ask();
  }

  stop() {
    this.timers.clear(this.#timer);
    this.#timer = null;
  }

  /** @param {number} n */
  pong(n) {
    if (n !== this.#number) return;
    this.#answered = true;
    this.#misses = 0;
  }

  #ask() {
    this.#timer = this.timers.set(() => this.#judge(), PAUSE_MILLISECONDS);
    if (!this.watched()) return;
    this.#number += 1;
    this.#answered = false;
    this.ping(this.#number);
  }

  #judge() {
    if (!this.watched()) this.#answered = true;
    this.#misses = this.#answered ? 0 : this.#misses + 1;
    if (this.#misses < MISSES_ALLOWED) return this.#ask();
    this.stop();
    this.lost();
  }
}
