/** Puts into words what a session is doing and what went wrong with it. */

import type { Entry } from '../core/conversation.ts';
import type { SessionState } from '../core/session_state.ts';
import type { Words } from './words.ts';

/** How the server is, as far as the page knows it without asking the server itself. */
export interface ServerState {
  readonly state: 'starting' | 'ready' | 'failed' | 'stopped';
  readonly message: string;
}

/** What went wrong; `retry` is false when trying again would not help. */
export interface Problem {
  readonly sentence: string;
  readonly hint: string;
  readonly retry: boolean;
}

/** A server may say more in one sentence than fits above the composer, which has to stay in sight. */
const LONGEST_SENTENCE = 600;

/** What shows by itself that it is being written or done. */
const SHOWS_WORK: ReadonlySet<Entry['type'] | undefined> = new Set([
  'assistant_message',
  'workflow',
  'generated_image',
] as const);

/** What is going on right now, "" when it needs no words yet, null when nothing is. */
export function progressLine(state: SessionState, server: ServerState | null, words: Words): string | null {
  const { conversation, phase, slow } = state;
  if (phase === 'tool') return words('element.progress.tool');
  if (conversation.progress !== null) return conversation.progress;
  if (phase === 'waiting') return slow ? words(waitingKey(server)) : '';
  return phase === 'streaming' && !SHOWS_WORK.has(conversation.entries.at(-1)?.type) ? '' : null;
}

/** What stands in the way, if anything does. */
export function problemLine(state: SessionState, server: ServerState | null, words: Words): Problem | null {
  const stopped = server?.state === 'failed' || server?.state === 'stopped';
  const serverSentence = stopped ? server.message || words('element.failure.stopped') : null;
  if (state.failure === null) return serverSentence === null ? null : { sentence: brief(serverSentence), hint: '', retry: false };
  const { error, retry } = state.failure;
  return {
    sentence: brief(error.sentence ?? serverSentence ?? words(`element.failure.${error.code}`)),
    hint: retry === 'send' ? words('element.failure.unsent') : brief(error.hint),
    retry: retry !== 'none',
  };
}

/** Why nothing can be written into this thread; null when it can. */
export function closedLine(state: SessionState, words: Words): string | null {
  const { type, reason } = state.conversation.status;
  return type === 'active' ? null : brief(reason ?? words(`element.${type}`));
}

function brief(sentence: string): string {
  return sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence;
}

function waitingKey(server: ServerState | null): 'element.progress.starting' | 'element.progress.working' {
  return server?.state === 'ready' ? 'element.progress.working' : 'element.progress.starting';
}
