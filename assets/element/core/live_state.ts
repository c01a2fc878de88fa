/**
 * Owns the state of a session while it changes.
 *
 * The pieces of an answer are collected and applied when somebody looks: thousands of them a second cost a frame one
 * change of the conversation.
 */

import { afterUpdates } from './conversation.ts';
import { AT_REST, type Phase, type SessionState } from './session_state.ts';
import type { ItemUpdated } from './wire.ts';

export class LiveState {
  #state: SessionState = AT_REST;
  #updates: ItemUpdated[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get current(): SessionState {
    if (this.#updates.length > 0) {
      const updates = this.#updates;
      this.#updates = [];
      this.#state = { ...this.#state, conversation: afterUpdates(this.#state.conversation, updates) };
    }
    return this.#state;
  }

  /** Without applying what was collected. */
  get phase(): Phase {
    return this.#state.phase;
  }

  set(change: Partial<SessionState>): void {
    this.#state = { ...this.current, ...change };
    this.#changed();
  }

  update(update: ItemUpdated): void {
    this.#updates.push(update);
    this.#changed();
  }
}
