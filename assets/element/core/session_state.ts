/** Owns what a session is at one moment, and what it tells the element around it. */

import { type Conversation, NEW_CONVERSATION } from './conversation.ts';
import type { ChatError } from './errors.ts';
import type { SessionEvents } from './events.ts';
import type { OutgoingMessage } from './requests.ts';
import type { FeedbackKind, ThreadSummary } from './wire.ts';

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
  readonly loadingLater: boolean;
  readonly failure: Failure | null;
  /** What the person thinks of items, by their ids, as far as it was said since the element is there. */
  readonly feedback: ReadonlyMap<string, FeedbackKind>;
}

/** What a session tells the element around it. */
export interface SessionListener {
  /** `state` is another one. */
  changed(): void;
  event<Name extends keyof SessionEvents>(name: Name, detail: SessionEvents[Name]): void;
  /** A message did not reach the server: it belongs to the person again. */
  returned(text: string, message: OutgoingMessage): void;
  /** An answer is complete. */
  answered(text: string): void;
  /** A thread is new, has another title, or has just been used. */
  threadUsed(thread: ThreadSummary): void;
}

export const AT_REST: SessionState = {
  conversation: NEW_CONVERSATION,
  phase: 'idle',
  slow: false,
  loadingEarlier: false,
  loadingLater: false,
  failure: null,
  feedback: new Map(),
};
