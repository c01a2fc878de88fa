/**
 * Owns what a conversation looks like after each event: a value, and functions from one value to the next.
 *
 * Added, done and replaced are all the same thing here, an upsert by id. Entries are searched from the end, where a
 * stream changes them; an entry that did not change keeps its identity, so that a view can skip it.
 */

import { updatedItem } from './item_updates.ts';
import type { AssistantMessageItem, ClientToolCallItem, ThreadItem, UserMessageItem } from './items.ts';
import { OWN_ID_PREFIX } from './parse_items.ts';
import type { ItemUpdated, NoticeLevel, Page, StreamEvent, Thread, ThreadStatus, ThreadSummary } from './wire.ts';

/** The person's message until the server sends its own copy of it. */
export const UNSENT_ID = `${OWN_ID_PREFIX}unsent`;

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
  readonly createdAt: string;
  readonly status: ThreadStatus;
  readonly entries: readonly Entry[];
  /** The cursor of the page before the first entry; null when there is none. */
  readonly earlier: string | null;
  /** The cursor of the page after the last entry, as long as the newest ones are not among them. */
  readonly later: string | null;
  readonly progress: string | null;
  readonly progressIcon: string | null;
  readonly allowCancel: boolean;
  /** How many notices came so far: they have no ids of their own. */
  readonly noticeCount: number;
}

export const NEW_CONVERSATION: Conversation = {
  threadId: null,
  title: null,
  createdAt: '',
  status: { type: 'active', reason: null },
  entries: [],
  earlier: null,
  later: null,
  progress: null,
  progressIcon: null,
  allowCancel: true,
  noticeCount: 0,
};

/** The conversation that a thread and its latest items make. */
export function fromThread(thread: Thread, latest: Page<ThreadItem>): Conversation {
  return withEarlier(withSummary(NEW_CONVERSATION, thread), latest);
}

/** The conversation that a thread and its first items make: what comes after them can be read, nothing is before. */
export function fromStart(thread: Thread): Conversation {
  return withLater(withSummary(NEW_CONVERSATION, thread), thread.items);
}

/** What was read anew in place of what it replaces; pages from before it stay. */
export function refreshed(conversation: Conversation, fresh: Conversation): Conversation {
  const first = fresh.entries[0]?.id;
  const index = fresh.earlier === null ? -1 : conversation.entries.findIndex((entry) => entry.id === first);
  const { noticeCount, earlier } = conversation;
  if (index <= 0) return { ...fresh, noticeCount };
  return { ...fresh, noticeCount, earlier, entries: [...conversation.entries.slice(0, index), ...fresh.entries] };
}

/** Put a page of earlier items, oldest first, before the ones that are there. */
export function withEarlier(conversation: Conversation, page: Page<ThreadItem>): Conversation {
  const entries = [...unknownOf(conversation, page), ...conversation.entries];
  return { ...conversation, entries, earlier: page.hasMore ? page.after : null };
}

/** Put a page of later items after the ones that are there. */
export function withLater(conversation: Conversation, page: Page<ThreadItem>): Conversation {
  const entries = [...conversation.entries, ...unknownOf(conversation, page)];
  return { ...conversation, entries, later: page.hasMore ? page.after : null };
}

function unknownOf(conversation: Conversation, page: Page<ThreadItem>): readonly ThreadItem[] {
  const known = new Set(conversation.entries.map((entry) => entry.id));
  return page.data.filter(({ id }) => !known.has(id) && known.add(id));
}

/** What a person is sending, before the server knows it. */
export type UnsentMessage = Omit<UserMessageItem, 'type' | 'id'>;

export function withUnsentMessage(conversation: Conversation, message: UnsentMessage): Conversation {
  return upsert(conversation, { ...message, type: 'user_message', id: UNSENT_ID });
}

export function withoutUnsentMessage(conversation: Conversation): Conversation {
  return without(conversation, UNSENT_ID);
}

/** Drop everything after an item, as the server does when an answer is tried again. */
export function truncatedAfter(conversation: Conversation, itemId: string): Conversation {
  const index = conversation.entries.findLastIndex((entry) => entry.id === itemId);
  return index < 0 ? conversation : { ...conversation, entries: conversation.entries.slice(0, index + 1) };
}

export function withToolCallCompleted(conversation: Conversation, itemId: string, failed = false): Conversation {
  return changed(conversation, itemId, (entry) =>
    entry.type === 'client_tool_call' ? { ...entry, status: 'completed', failed } : entry,
  );
}

/** The stream is over: nothing is in progress any more. */
export function atRest(conversation: Conversation): Conversation {
  return { ...conversation, progress: null, progressIcon: null, allowCancel: true };
}

export function afterEvent(conversation: Conversation, event: StreamEvent): Conversation {
  switch (event.type) {
    case 'thread':
      return withSummary(conversation, event.thread);
    case 'item':
      return withItem(conversation, event.item);
    case 'item_updated':
      return afterUpdates(conversation, [event]);
    case 'item_removed':
      return without(conversation, event.itemId);
    case 'options':
      return { ...conversation, allowCancel: event.allowCancel };
    case 'progress':
      return { ...conversation, progress: event.text || null, progressIcon: event.icon };
    case 'notice':
      return withNotice(conversation, event.level, event.title, event.message);
    case 'effect':
    case 'error':
      return conversation;
  }
}

/** All at once: an answer comes in thousands of pieces, and a long conversation is not copied for each of them. */
export function afterUpdates(conversation: Conversation, updates: readonly ItemUpdated[]): Conversation {
  const entries = conversation.entries.slice();
  let changes = 0;
  for (const { itemId, update } of updates) {
    const index = entries.findLastIndex((entry) => entry.id === itemId);
    const entry = entries[index];
    if (entry === undefined || entry.type === 'notice') continue;
    const next = updatedItem(entry, update);
    if (next === entry) continue;
    entries[index] = next;
    changes += 1;
  }
  return changes === 0 ? conversation : { ...conversation, entries };
}

/** The tool call that waits for an answer: only the last item of a thread can be one. */
export function pendingToolCall(conversation: Conversation): ClientToolCallItem | null {
  const last = conversation.entries.findLast((entry) => entry.type !== 'notice');
  return last?.type === 'client_tool_call' && last.status === 'pending' ? last : null;
}

/** The id of the last message that the server has: an answer to it is tried again from there. */
export function lastUserMessageId(conversation: Conversation): string | null {
  const last = conversation.entries.findLast((entry) => entry.type === 'user_message' && entry.id !== UNSENT_ID);
  return last?.id ?? null;
}

/** The thread as a list of threads names it. */
export function summaryOf({ threadId, title, createdAt, status }: Conversation): ThreadSummary | null {
  return threadId === null ? null : { id: threadId, title, createdAt, status };
}

export function unsentMessage(conversation: Conversation): UserMessageItem | null {
  const last = conversation.entries.findLast((entry) => entry.id === UNSENT_ID);
  return last?.type === 'user_message' ? last : null;
}

export function answerText(item: AssistantMessageItem): string {
  return item.parts.map((part) => part.text).join('\n\n');
}

export function withSummary(conversation: Conversation, thread: ThreadSummary): Conversation {
  const { id, title, createdAt, status } = thread;
  return { ...conversation, threadId: id, title, createdAt, status };
}

function withItem(conversation: Conversation, item: ThreadItem): Conversation {
  if (item.type === 'user_message' && unsentMessage(conversation) !== null) {
    return changed(withoutPendingCalls(conversation), UNSENT_ID, () => item);
  }
  // What was in progress has arrived.
  return { ...upsert(conversation, item), progress: null, progressIcon: null };
}

/** A new message makes the server forget, without a word, the calls that nobody answered. */
function withoutPendingCalls(conversation: Conversation): Conversation {
  const isPending = (entry: Entry): boolean => entry.type === 'client_tool_call' && entry.status === 'pending';
  if (!conversation.entries.some(isPending)) return conversation;
  return { ...conversation, entries: conversation.entries.filter((entry) => !isPending(entry)) };
}

function withNotice(
  conversation: Conversation,
  level: NoticeLevel,
  title: string | null,
  message: string,
): Conversation {
  const noticeCount = conversation.noticeCount + 1;
  const entry: NoticeEntry = { type: 'notice', id: `${OWN_ID_PREFIX}notice-${noticeCount}`, level, title, message };
  return { ...upsert(conversation, entry), noticeCount };
}

export function upsert(conversation: Conversation, entry: Entry): Conversation {
  const index = conversation.entries.findLastIndex((known) => known.id === entry.id);
  return { ...conversation, entries: index < 0 ? [...conversation.entries, entry] : replaced(conversation, index, entry) };
}

function without(conversation: Conversation, id: string): Conversation {
  if (!conversation.entries.some((entry) => entry.id === id)) return conversation;
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
