/** Owns what went wrong last in a session, and how it can be tried again. */

import { ChatError, type ErrorName } from './errors.ts';
import type { LiveState } from './live_state.ts';
import type { SessionListener } from './session_state.ts';

export type Again = () => Promise<void>;

export class Failures {
  /** What to do again; null when nothing failed, or nothing can be done. */
  again: Again | null = null;
  readonly #live: LiveState;
  readonly #listener: SessionListener;

  constructor(live: LiveState, listener: SessionListener) {
    this.#live = live;
    this.#listener = listener;
  }

  clear(): void {
    this.again = null;
    this.#live.set({ failure: null });
  }

  /** Show a failure; its remedy is something to do again, or to send what is back in the composer. */
  show(error: ChatError, again: Again | 'send' | null): void {
    this.again = again === 'send' ? null : again;
    this.#live.set({ failure: { error, retry: again === 'send' ? 'send' : again === null ? 'none' : 'ask' } });
  }

  /** Tell the page; what is no failure of ours yet gets the name of the place where it happened. */
  report(error: unknown, name: ErrorName): ChatError {
    const known = error instanceof ChatError ? error : new ChatError(name, 'stream', { cause: error });
    this.#listener.event('chatkit.error', { error: known });
    return known;
  }
}
