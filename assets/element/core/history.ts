/**
 * Owns the list of conversations, latest first: read page by page, renamed, and removed with a way back.
 *
 * A removed thread is out of the list at once and deleted a little later; until then it can be had back.
 */

import type { ChatClient } from './client.ts';
import { ChatError } from './errors.ts';
import { readThreads } from './thread_reader.ts';
import type { PlainRequest, ThreadSummary } from './wire.ts';

/** How long a removed thread can be had back. */
export const UNDO_SECONDS = 8;

export interface HistoryState {
  readonly threads: readonly ThreadSummary[];
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: ChatError | null;
  /** The thread that was just removed, as long as it can be had back. */
  readonly removed: ThreadSummary | null;
}

/** What the list tells the element around it. */
export interface HistoryListener {
  /** `state` is another one. */
  changed(): void;
  /** A thread is called otherwise now, or again. */
  renamed(thread: ThreadSummary): void;
  failed(error: ChatError): void;
}

interface Removal {
  readonly thread: ThreadSummary;
  readonly index: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

export class ThreadHistory {
  #state: HistoryState = { threads: [], more: false, loading: false, failure: null, removed: null };
  #cursor: string | null = null;
  #reading = new AbortController();
  #removal: Removal | null = null;
  /** Threads that are in the list, and those that are being deleted: neither comes into it again. */
  #known = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #client: () => Promise<ChatClient>;
  readonly #listener: HistoryListener;

  constructor(client: () => Promise<ChatClient>, listener: HistoryListener) {
    this.#client = client;
    this.#listener = listener;
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** Read the list from its start; the old list stays until the new one is there. */
  async reload(): Promise<void> {
    this.#reading.abort();
    await this.#read(null);
  }

  async readMore(): Promise<void> {
    if (this.#state.more && !this.#state.loading) await this.#read(this.#cursor);
  }

  /** A thread is new, has another title, or has just been used: it is the latest one. */
  use(thread: ThreadSummary): void {
    if (this.#gone.has(thread.id)) return;
    const others = this.#state.threads.filter(({ id }) => id !== thread.id);
    this.#known.add(thread.id);
    this.#set({ threads: [thread, ...others] });
  }

  /** Call a thread otherwise, at once; it gets its title back if the server does not take the new one. */
  async rename(threadId: string, title: string): Promise<void> {
    const thread = this.#state.threads.find(({ id }) => id === threadId);
    const name = title.trim();
    if (thread === undefined || name === '' || name === thread.title) return;
    const renamed = { ...thread, title: name };
    this.#replace(thread, renamed);
    try {
      await this.#ask({ type: 'threads.update', params: { thread_id: threadId, title: name } });
    } catch (error) {
      this.#replace(renamed, thread);
      this.#failed(error);
    }
  }

  /** Take a thread out of the list; the function that is returned brings it back while there is time. */
  remove(threadId: string): () => void {
    const index = this.#state.threads.findIndex(({ id }) => id === threadId);
    const thread = this.#state.threads[index];
    if (thread === undefined) return () => undefined;
    this.#finishRemoval();
    const timer = setTimeout(() => this.#finishRemoval(), UNDO_SECONDS * 1_000);
    const removal = { thread, index, timer };
    this.#removal = removal;
    this.#gone.add(threadId);
    this.#set({ threads: this.#state.threads.toSpliced(index, 1), removed: thread });
    return () => {
      if (this.#removal === removal) this.undoRemoval();
    };
  }

  /** Bring back the thread that was removed last. */
  undoRemoval(): void {
    const removal = this.#takeRemoval();
    if (removal !== null) this.#bringBack(removal);
  }

  /** The page is going away: what was removed is deleted now. */
  flush(): void {
    this.#finishRemoval({ keepalive: true });
  }

  #finishRemoval({ keepalive = false } = {}): void {
    const removal = this.#takeRemoval();
    if (removal !== null) void this.#delete(removal, keepalive);
  }

  #takeRemoval(): Removal | null {
    const removal = this.#removal;
    if (removal === null) return null;
    clearTimeout(removal.timer);
    this.#removal = null;
    this.#set({ removed: null });
    return removal;
  }

  async #delete(removal: Removal, keepalive: boolean): Promise<void> {
    try {
      await this.#ask({ type: 'threads.delete', params: { thread_id: removal.thread.id } }, keepalive);
    } catch (error) {
      if (error instanceof ChatError && error.code === 'missing') return;
      this.#bringBack(removal);
      this.#failed(error);
    }
  }

  #bringBack({ thread, index }: Removal): void {
    this.#gone.delete(thread.id);
    const { threads } = this.#state;
    if (!threads.some(({ id }) => id === thread.id)) this.#set({ threads: threads.toSpliced(index, 0, thread) });
    this.#known.add(thread.id);
  }

  #replace(before: ThreadSummary, after: ThreadSummary): void {
    const index = this.#state.threads.findIndex(({ id, title }) => id === before.id && title === before.title);
    if (index >= 0) this.#set({ threads: this.#state.threads.with(index, after) });
    this.#listener.renamed(after);
  }

  async #ask(request: PlainRequest, keepalive = false): Promise<void> {
    const client = await this.#client();
    await client.ask(request, new AbortController().signal, { keepalive });
  }

  /** Read the page after a cursor, or the list from its start. */
  async #read(cursor: string | null): Promise<void> {
    const reading = new AbortController();
    this.#reading = reading;
    this.#set({ loading: true, failure: null });
    try {
      await this.#readUntilNew(cursor, reading.signal);
      if (!reading.signal.aborted) this.#set({ loading: false });
    } catch (error) {
      if (reading.signal.aborted) return;
      // The thread that the next page starts after is gone by now.
      if (cursor !== null && error instanceof ChatError && error.code === 'missing') return this.#read(null);
      this.#set({ loading: false });
      this.#failed(error);
    }
  }

  /** Threads move to the top while the list is read: a page may hold nothing that is not there already. */
  async #readUntilNew(start: string | null, signal: AbortSignal): Promise<void> {
    let cursor = start;
    for (;;) {
      const page = await readThreads(await this.#client(), cursor, signal);
      if (signal.aborted) return;
      const more = page.hasMore && page.after !== cursor;
      const count = this.#add(page.data, cursor === null);
      this.#cursor = page.after;
      cursor = page.after;
      this.#set({ more });
      if (count > 0 || !more) return;
    }
  }

  #add(threads: readonly ThreadSummary[], fromStart: boolean): number {
    if (fromStart) this.#known = new Set();
    const unknown = threads.filter(({ id }) => !this.#known.has(id) && !this.#gone.has(id) && this.#known.add(id));
    this.#set({ threads: fromStart ? unknown : [...this.#state.threads, ...unknown] });
    return unknown.length;
  }

  #failed(error: unknown): void {
    const known = error instanceof ChatError ? error.renamed('HistoryViewError') : null;
    const failure = known ?? new ChatError('HistoryViewError', 'unreadable', { cause: error });
    this.#set({ failure });
    this.#listener.failed(failure);
  }

  #set(change: Partial<HistoryState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listener.changed();
  }
}
