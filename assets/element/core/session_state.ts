/** Owns what a session is at one moment, and what it tells the element around it. */

import { type Conversation, NEW_CONVERSATION } from './conversation.ts';
import type { ChatError } from './errors.ts';
import type { SessionEvents } from './events.ts';

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

/** What a session tells the element around it. */
export interface SessionListener {
  /** `state` is another one. */
  changed(): void;
  event<Name extends keyof SessionEvents>(name: Name, detail: SessionEvents[Name]): void;
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
