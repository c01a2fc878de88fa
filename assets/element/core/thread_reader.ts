/** Reads threads and their pages from a server. */

import type { ChatClient } from './client.ts';
import { type Conversation, fromThread } from './conversation.ts';
import { ChatError } from './errors.ts';
import { parseItem, parsePage, parseThread, parseThreadSummary } from './parse.ts';
import type { Page, ThreadItem, ThreadSummary } from './wire.ts';

const ITEMS_PER_PAGE = 50;
const THREADS_PER_PAGE = 30;

/** Read a thread with its latest items; `threads.get_by_id` has only the first ones of a long thread. */
export async function readConversation(client: ChatClient, threadId: string, signal: AbortSignal): Promise<Conversation> {
  const reply = await client.ask({ type: 'threads.get_by_id', params: { thread_id: threadId } }, signal);
  const thread = parseThread(reply);
  if (thread === null) throw new ChatError('InitialThreadLoadError', 'unreadable');
  const latest = thread.items.hasMore
    ? await readEarlierItems(client, threadId, null, signal)
    : { ...thread.items, after: null };
  return fromThread(thread, latest);
}

/** Read the page before a cursor, or the latest page; its items come oldest first. */
export async function readEarlierItems(
  client: ChatClient,
  threadId: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ThreadItem>> {
  const after = cursor === null ? {} : { after: cursor };
  const params = { thread_id: threadId, limit: ITEMS_PER_PAGE, order: 'desc' as const, ...after };
  const page = parsePage(await client.ask({ type: 'items.list', params }, signal), parseItem);
  return { ...page, data: page.data.toReversed() };
}

/** Read a page of the list of threads, latest first. */
export async function readThreads(
  client: ChatClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ThreadSummary>> {
  const after = cursor === null ? {} : { after: cursor };
  const params = { limit: THREADS_PER_PAGE, order: 'desc' as const, ...after };
  return parsePage(await client.ask({ type: 'threads.list', params }, signal), parseThreadSummary);
}
