/** Owns how a long conversation is read piece by piece, in both directions from what is shown. */

import type { ChatClient } from './client.ts';
import { type Conversation, withEarlier, withLater } from './conversation.ts';
import type { ThreadItem } from './items.ts';
import type { LiveState } from './live_state.ts';
import { readEarlierItems, readLaterItems } from './thread_reader.ts';
import type { Page } from './wire.ts';

interface Direction {
  readonly loading: 'loadingEarlier' | 'loadingLater';
  readonly cursor: (conversation: Conversation) => string | null;
  readonly read: typeof readLaterItems;
  readonly add: (conversation: Conversation, page: Page<ThreadItem>) => Conversation;
}

const EARLIER: Direction = {
  loading: 'loadingEarlier',
  cursor: (conversation) => conversation.earlier,
  read: readEarlierItems,
  add: withEarlier,
};

const LATER: Direction = {
  loading: 'loadingLater',
  cursor: (conversation) => conversation.later,
  read: readLaterItems,
  add: withLater,
};

export class Paging {
  readonly #live: LiveState;
  readonly #client: () => Promise<ChatClient>;
  readonly #failed: (error: unknown) => void;

  constructor(live: LiveState, client: () => Promise<ChatClient>, failed: (error: unknown) => void) {
    this.#live = live;
    this.#client = client;
    this.#failed = failed;
  }

  loadEarlier(): Promise<void> {
    return this.#load(EARLIER);
  }

  loadLater(): Promise<void> {
    return this.#load(LATER);
  }

  async #load(direction: Direction): Promise<void> {
    const { conversation, [direction.loading]: loading } = this.#live.current;
    const cursor = direction.cursor(conversation);
    if (conversation.threadId === null || cursor === null || loading) return;
    this.#live.set({ [direction.loading]: true });
    try {
      const client = await this.#client();
      const page = await direction.read(client, conversation.threadId, cursor, new AbortController().signal);
      const now = this.#live.current.conversation;
      // Meanwhile another thread, or another part of this one, may be shown.
      const fits = now.threadId === conversation.threadId && direction.cursor(now) === cursor;
      if (fits) this.#live.set({ conversation: direction.add(now, page) });
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#live.set({ [direction.loading]: false });
    }
  }
}
