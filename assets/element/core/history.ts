/** Owns the list of conversations: read page by page, latest first. */

import type { ChatClient } from './client.ts';
import { ChatError } from './errors.ts';
import { readThreads } from './thread_reader.ts';
import type { ThreadSummary } from './wire.ts';

export interface HistoryState {
  readonly threads: readonly ThreadSummary[];
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: ChatError | null;
}

export class ThreadHistory {
  #state: HistoryState = { threads: [], more: false, loading: false, failure: null };
  #cursor: string | null = null;
  #reading = new AbortController();
  readonly #client: () => Promise<ChatClient>;
  readonly #changed: () => void;

  constructor(client: () => Promise<ChatClient>, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** Read the list from its start; the old list stays until the new one is there. */
  async reload(): Promise<void> {
    this.#reading.abort();
    await this.#read(null, []);
  }

  async readMore(): Promise<void> {
    if (!this.#state.more || this.#state.loading) return;
    await this.#read(this.#cursor, this.#state.threads);
  }

  async #read(cursor: string | null, before: readonly ThreadSummary[]): Promise<void> {
    const reading = new AbortController();
    this.#reading = reading;
    this.#set({ loading: true, failure: null });
    try {
      const page = await readThreads(await this.#client(), cursor, reading.signal);
      if (reading.signal.aborted) return;
      this.#cursor = page.after;
      this.#set({ threads: [...before, ...page.data], more: page.hasMore, loading: false });
    } catch (error) {
      if (reading.signal.aborted) return;
      const failure = error instanceof ChatError ? error.renamed('HistoryViewError') : null;
      this.#set({ loading: false, failure: failure ?? new ChatError('HistoryViewError', 'unreadable', { cause: error }) });
    }
  }

  #set(change: Partial<HistoryState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed();
  }
}
