/** Owns the person's message on its way: it is shown at once, and comes back if no server takes it. */

import { type Conversation, unsentMessage, withUnsentMessage, withoutUnsentMessage } from './conversation.ts';
import type { LiveState } from './live_state.ts';
import { type OutgoingMessage, textMessage, unsentFrom } from './requests.ts';
import type { SessionListener } from './session_state.ts';

export class Outbox {
  readonly #live: LiveState;
  readonly #listener: SessionListener;
  #message: OutgoingMessage = textMessage('');

  constructor(live: LiveState, listener: SessionListener) {
    this.#live = live;
    this.#listener = listener;
  }

  get holdsMessage(): boolean {
    return unsentMessage(this.#live.current.conversation) !== null;
  }

  /** The text of a message that the server has not taken yet. */
  get text(): string {
    return unsentMessage(this.#live.current.conversation)?.text ?? '';
  }

  put(message: OutgoingMessage): void {
    this.#message = message;
    const { conversation } = this.#live.current;
    this.#live.set({ conversation: withUnsentMessage(conversation, unsentFrom(message)), failure: null });
  }

  /** Show another conversation; the message on its way moves there. */
  moveTo(conversation: Conversation): void {
    const unsent = unsentMessage(this.#live.current.conversation);
    this.#live.set({ conversation: unsent === null ? conversation : withUnsentMessage(conversation, unsent) });
  }

  /** Give back what was not taken; return whether there was something. */
  handBack(): boolean {
    const { conversation } = this.#live.current;
    const unsent = unsentMessage(conversation);
    if (unsent === null) return false;
    this.#live.set({ conversation: withoutUnsentMessage(conversation) });
    this.#listener.returned(unsent.text, this.#message);
    return true;
  }
}
