/**
 * Owns what a conversation looks like after each event: a value, and functions from one value to the next.
 *
 * Added, done and replaced are all the same thing here, an upsert by id. Entries are searched from the end, where a
 * stream changes them; an entry that did not change keeps its identity, so that a view can skip it.
 */

import type {
  AssistantMessageItem,
  ClientToolCallItem,
  ItemUpdate,
  NoticeLevel,
  Page,
  StreamEvent,
  Thread,
  ThreadItem,
  ThreadStatus,
  ThreadSummary,
} from './wire.ts';

/** The person's message until the server sends its own copy of it. */
export const UNSENT_ID = 'unsent';

/** A line that the server showed once and does not keep. */
export interface NoticeEntry {
  readonly type: 'notice';
  readonly id: string;
  readonly level: NoticeLevel;
  readonly title: string | null;
  readonly message: string;
}

export type Entry = ThreadItem | NoticeEntry;

export interface Conversation {
  readonly threadId: string | null;
  readonly title: string | null;
  readonly status: ThreadStatus;
  readonly entries: readonly Entry[];
  /** The cursor of the page before the first entry; null when there is none. */
  readonly earlier: string | null;
  readonly progress: string | null;
  readonly allowCancel: boolean;
  /** How many notices came so far: they have no ids of their own. */
  readonly noticeCount: number;
}

export const NEW_CONVERSATION: Conversation = {
  threadId: null,
  title: null,
  status: { type: 'active', reason: null },
  entries: [],
  earlier: null,
  progress: null,
  allowCancel: true,
  noticeCount: 0,
};

/** The conversation that a thread and its latest items make. */
export function fromThread(thread: Thread, latest: Page<ThreadItem>): Conversation {
  return {
    ...withSummary(NEW_CONVERSATION, thread),
    entries: latest.data,
    earlier: latest.hasMore ? latest.after : null,
  };
}

/** Put a page of earlier items, oldest first, before the ones that are there. */
export function withEarlier(conversation: Conversation, page: Page<ThreadItem>): Conversation {
  const known = new Set(conversation.entries.map((entry) => entry.id));
  const earlier = page.data.filter((item) => !known.has(item.id));
  return {
    ...conversation,
    entries: [...earlier, ...conversation.entries],
    earlier: page.hasMore ? page.after : null,
  };
}

export function withUnsentMessage(conversation: Conversation, text: string): Conversation {
  return upsert(conversation, { type: 'user_message', id: UNSENT_ID, text });
}

export function withoutUnsentMessage(conversation: Conversation): Conversation {
  return without(conversation, UNSENT_ID);
}

/** Drop everything after an item, as the server does when an answer is tried again. */
export function truncatedAfter(conversation: Conversation, itemId: string): Conversation {
  const index = conversation.entries.findLastIndex((entry) => entry.id === itemId);
  return index < 0 ? conversation : { ...conversation, entries: conversation.entries.slice(0, index + 1) };
}

export function withToolCallCompleted(conversation: Conversation, itemId: string): Conversation {
  return changed(conversation, itemId, (entry) =>
    entry.type === 'client_tool_call' ? { ...entry, status: 'completed' } : entry,
  );
}

/** The stream is over: nothing is in progress any more. */
export function atRest(conversation: Conversation): Conversation {
  return { ...conversation, progress: null, allowCancel: true };
}

export function afterEvent(conversation: Conversation, event: StreamEvent): Conversation {
  switch (event.type) {
    case 'thread':
      return withSummary(conversation, event.thread);
    case 'item':
      return withItem(conversation, event.item);
    case 'item_updated':
      return changed(conversation, event.itemId, (entry) => updatedEntry(entry, event.update));
    case 'item_removed':
      return without(conversation, event.itemId);
    case 'options':
      return { ...conversation, allowCancel: event.allowCancel };
    case 'progress':
      return { ...conversation, progress: event.text || null };
    case 'notice':
      return withNotice(conversation, event.level, event.title, event.message);
    case 'effect':
    case 'error':
      return conversation;
  }
}

/** The tool call that waits for an answer: only the last item of a thread can be one. */
export function pendingToolCall(conversation: Conversation): ClientToolCallItem | null {
  const last = conversation.entries.findLast((entry) => entry.type !== 'notice');
  return last?.type === 'client_tool_call' && last.status === 'pending' ? last : null;
}

/** The id that an answer is tried again from. */
export function lastUserMessageId(conversation: Conversation): string | null {
  const last = conversation.entries.findLast((entry) => entry.type === 'user_message' && entry.id !== UNSENT_ID);
  return last?.id ?? null;
}

export function unsentText(conversation: Conversation): string {
  const last = conversation.entries.findLast((entry) => entry.id === UNSENT_ID);
  return last?.type === 'user_message' ? last.text : '';
}

export function answerText(item: AssistantMessageItem): string {
  return item.parts.join('\n\n');
}

function withSummary(conversation: Conversation, thread: ThreadSummary): Conversation {
  return { ...conversation, threadId: thread.id, title: thread.title, status: thread.status };
}

function withItem(conversation: Conversation, item: ThreadItem): Conversation {
  if (item.type === 'user_message' && conversation.entries.some((entry) => entry.id === UNSENT_ID)) {
    return changed(conversation, UNSENT_ID, () => item);
  }
  // What was in progress has arrived.
  return { ...upsert(conversation, item), progress: null };
}

function withNotice(
  conversation: Conversation,
  level: NoticeLevel,
  title: string | null,
  message: string,
): Conversation {
  const noticeCount = conversation.noticeCount + 1;
  const entry: NoticeEntry = { type: 'notice', id: `notice-${noticeCount}`, level, title, message };
  return { ...upsert(conversation, entry), noticeCount };
}

function upsert(conversation: Conversation, entry: Entry): Conversation {
  const index = conversation.entries.findLastIndex((known) => known.id === entry.id);
  return { ...conversation, entries: index < 0 ? [...conversation.entries, entry] : replaced(conversation, index, entry) };
}

function without(conversation: Conversation, id: string): Conversation {
  return { ...conversation, entries: conversation.entries.filter((entry) => entry.id !== id) };
}

function changed(conversation: Conversation, id: string, change: (entry: Entry) => Entry): Conversation {
  const index = conversation.entries.findLastIndex((known) => known.id === id);
  const entry = conversation.entries[index];
  return entry === undefined ? conversation : { ...conversation, entries: replaced(conversation, index, change(entry)) };
}

function replaced(conversation: Conversation, index: number, entry: Entry): readonly Entry[] {
  const entries = conversation.entries.slice();
  entries[index] = entry;
  return entries;
}

function updatedEntry(entry: Entry, update: ItemUpdate): Entry {
  if (entry.type !== 'assistant_message' || update.type === 'other') return entry;
  const parts = entry.parts.slice();
  while (parts.length <= update.part) parts.push('');
  parts[update.part] = update.type === 'text_delta' ? parts[update.part] + update.delta : update.text;
  return { ...entry, parts };
}
