/** Owns what a session is at one moment, and what it tells the element around it. */

import { type Conversation, NEW_CONVERSATION } from './conversation.ts';
import type { ChatError } from './errors.ts';
import type { JsonObject } from './wire.ts';

export type Phase = 'idle' | 'loading' | 'waiting' | 'streaming' | 'tool';

/** How a failure can be tried again: the person's text is back in the composer, or the session knows what to ask. */
export type Retry = 'none' | 'send' | 'ask';

export interface Failure {
  readonly error: ChatError;
  readonly retry: Retry;
}

export interface SessionState {
  readonly conversation: Conversation;
  readonly phase: Phase;
  /** The server takes its time to answer at all. */
  readonly slow: boolean;
  readonly loadingEarlier: boolean;
  readonly failure: Failure | null;
}

/** What a session tells the element around it; the names with a dot are ChatKit's events. */
export interface SessionListener {
  changed(): void;
  event(name: 'chatkit.response.start' | 'chatkit.response.end'): void;
  event(name: 'chatkit.thread.change', detail: { threadId: string | null }): void;
  event(name: 'chatkit.thread.load.start' | 'chatkit.thread.load.end', detail: { threadId: string }): void;
  event(name: 'chatkit.effect', detail: { name: string; data: JsonObject }): void;
  event(name: 'chatkit.error', detail: { error: Error }): void;
  /** A message did not reach the server: its text belongs to the person again. */
  returned(text: string): void;
  /** An answer is complete. */
  answered(text: string): void;
}

export const AT_REST: SessionState = {
  conversation: NEW_CONVERSATION,
  phase: 'idle',
  slow: false,
  loadingEarlier: false,
  failure: null,
};
