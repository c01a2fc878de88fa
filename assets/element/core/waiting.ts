/** Owns waits that end: a deadline that can be pushed back, and a promise that gives way to an abort. */

/**
 * Aborts its signal when the time is over, and at once when the outer signal is aborted.
 *
 * WORKAROUND(WebKitGTK 2.50): the signal of `AbortSignal.any` may be collected while a request still waits for it, and
 * is then never aborted: Stop did nothing while a server was silent. Remove when WebKit keeps it.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #end = (): void => {
    this.clear();
    this.#controller.abort(this.#outer.reason);
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #passed = false;

  constructor(milliseconds: number, outer: AbortSignal) {
    this.#outer = outer;
    this.restart(milliseconds);
    if (outer.aborted) this.#end();
    else outer.addEventListener('abort', this.#end);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get passed(): boolean {
    return this.#passed;
  }

  restart(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pass(), milliseconds);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#end);
  }

  #pass(): void {
    this.#passed = true;
    this.#controller.abort();
  }
}

/** Wait for `work`, or reject as soon as `signal` aborts. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
