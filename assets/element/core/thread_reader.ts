/**
 * Reads threads and their pages from a server.
 *
 * A server leaves hidden items out of a page after it cut the page, so one may be short or empty and still have more
 * behind it: pages are read until there is something to show.
 */

import type { ChatClient } from './client.ts';
import { type Conversation, fromStart, fromThread } from './conversation.ts';
import { ChatError } from './errors.ts';
import type { ThreadItem } from './items.ts';
import { parseItem } from './parse_items.ts';
import { parsePage, parseThread, parseThreadSummary } from './parse_threads.ts';
import type { Page, Thread, ThreadSummary } from './wire.ts';

const ITEMS_PER_PAGE = 50;
/** What fills the list at once, and what is read behind it: who scrolls through years of talk wants few waits. */
const FIRST_THREADS = 30;
const THREADS_PER_PAGE = 100;

/** Fewer items than this are no page to read. */
const FEWEST_ITEMS = 10;

/** A thread that hides more pages than this in a row is read on when the person asks for more. */
const MOST_PAGES = 10;

type Order = 'asc' | 'desc';

/** Read a thread with its latest items; `threads.get_by_id` has only the first ones of a long thread. */
export async function readConversation(client: ChatClient, threadId: string, signal: AbortSignal): Promise<Conversation> {
  const thread = await readThread(client, threadId, signal);
  if (!thread.items.hasMore) return fromThread(thread, { ...thread.items, after: null });
  return fromThread(thread, await readEarlierItems(client, threadId, null, signal));
}

/** Read a thread with its first items. */
export async function readStart(client: ChatClient, threadId: string, signal: AbortSignal): Promise<Conversation> {
  return fromStart(await readThread(client, threadId, signal));
}

async function readThread(client: ChatClient, threadId: string, signal: AbortSignal): Promise<Thread> {
  const reply = await client.ask({ type: 'threads.get_by_id', params: { thread_id: threadId } }, signal);
  const thread = parseThread(reply);
  if (thread === null) throw new ChatError('InitialThreadLoadError', 'unreadable');
  return thread;
}

/** Read the page before a cursor, or the latest page; its items come oldest first. */
export async function readEarlierItems(
  client: ChatClient,
  threadId: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ThreadItem>> {
  const page = await readItems(client, threadId, 'desc', cursor, signal);
  return { ...page, data: page.data.toReversed() };
}

/** Read the page after a cursor. */
export function readLaterItems(
  client: ChatClient,
  threadId: string,
  cursor: string,
  signal: AbortSignal,
): Promise<Page<ThreadItem>> {
  return readItems(client, threadId, 'asc', cursor, signal);
}

async function readItems(
  client: ChatClient,
  threadId: string,
  order: Order,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ThreadItem>> {
  const data: ThreadItem[] = [];
  let after = cursor;
  for (let pages = 1; ; pages += 1) {
    const params = { thread_id: threadId, limit: ITEMS_PER_PAGE, order, ...startingAfter(after) };
    const page = parsePage(await client.ask({ type: 'items.list', params }, signal), parseItem);
    data.push(...page.data);
    // A cursor that leads nowhere would be asked for ever.
    const hasMore = page.hasMore && page.after !== after;
    after = page.after;
    if (!hasMore || data.length >= FEWEST_ITEMS || pages >= MOST_PAGES) return { data, hasMore, after };
  }
}

/** Read a page of the list of threads, latest first. */
export async function readThreads(
  client: ChatClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ThreadSummary>> {
  const limit = cursor === null ? FIRST_THREADS : THREADS_PER_PAGE;
  const params = { limit, order: 'desc' as const, ...startingAfter(cursor) };
  return parsePage(await client.ask({ type: 'threads.list', params }, signal), parseThreadSummary);
}

function startingAfter(cursor: string | null): { after?: string } {
  return cursor === null ? {} : { after: cursor };
}
