/** Owns waits that end: a deadline that can be pushed back, and a promise that gives way to an abort. */

export class Deadline {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number) {
    this.restart(milliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get passed(): boolean {
    return this.#controller.signal.aborted;
  }

  restart(milliseconds: number): void {
    this.clear();
    this.#timer = setTimeout(() => this.#controller.abort(), milliseconds);
  }

  clear(): void {
    clearTimeout(this.#timer);
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
