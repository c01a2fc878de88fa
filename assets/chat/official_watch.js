// @ts-check
/**
 * Watches the official interface come up, stage by stage, and says which one did not happen.
 *
 * Nobody tells a page that the interface failed: a script that is blocked, options that its frame refuses and a frame
 * that shows an error page all look the same, blank. So each stage has its time, and a fault has a code of its own. A
 * stage that comes after its time takes the fault back, except where the interface is gone.
 */

/** @typedef {'script' | 'element' | 'frame' | 'secret'} Stage */
/**
 * @typedef {'official_unreachable' | 'official_undefined' | 'official_late' | 'official_silent' | 'official_vanished'
 *   | 'domain_refused'} Fault
 */

/** @type {Readonly<Record<Stage, {milliseconds: number, fault: Fault}>>} */
export const STAGES = Object.freeze({
  script: { milliseconds: 15_000, fault: 'official_unreachable' },
  element: { milliseconds: 5_000, fault: 'official_undefined' },
  frame: { milliseconds: 15_000, fault: 'official_late' },
  secret: { milliseconds: 10_000, fault: 'official_silent' },
});
const ORDER = /** @type {readonly Stage[]} */ (Object.keys(STAGES));

export class OfficialWatch {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Stage | null} */
  #stage = null;
  /** @type {Fault | null} */
  #fault = null;
  #isGone = false;

  /**
   * @param {object} parts
   * @param {(fault: Fault) => void} parts.failed
   * @param {() => void} parts.recovered
   */
  constructor({ failed, recovered }) {
    this.parts = { failed, recovered };
  }

  /** What is wrong now. */
  get fault() {
    return this.#fault;
  }

  /** @param {Stage} stage */
  expect(stage) {
    if (this.#isGone || (this.#stage !== null && ORDER.indexOf(stage) <= ORDER.indexOf(this.#stage))) return;
    this.#stage = stage;
    this.#recover();
    const { milliseconds, fault } = STAGES[stage];
    this.#timer = setTimeout(() => this.#fail(fault), milliseconds);
  }

  /** The last stage that was waited for has come. */
  done() {
    if (!this.#isGone) this.#recover();
  }

  /**
   * A stage failed before its time, and will not come.
   * @param {Stage} stage
   */
  never(stage) {
    if (this.#stage === stage) this.#fail(STAGES[stage].fault);
  }

  /**
   * It was there and is not any more, or will not come at all; only a new one helps.
   * @param {'official_vanished' | 'domain_refused'} fault
   */
  gone(fault) {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#fail(fault);
  }

  /** @param {Fault} fault */
  #fail(fault) {
    clearTimeout(this.#timer);
    if (this.#fault === fault) return;
    this.#fault = fault;
    this.parts.failed(fault);
  }

  #recover() {
    clearTimeout(this.#timer);
    if (this.#fault === null) return;
    this.#fault = null;
    this.parts.recovered();
  }
}
