/**
 * Owns one conversation with one server: sending, stopping, trying again, client tools, opening threads.
 *
 * A turn is a request and the tool rounds that follow it. A session does one thing at a time; what the view shows is
 * `state`, a value that is replaced and never changed.
 */

import type { ChatClient } from './client.ts';
import type { ClientToolHandler } from './client_tools.ts';
import { type Conversation, NEW_CONVERSATION, refreshed, upsert, withSummary } from './conversation.ts';
import { ChatError } from './errors.ts';
import { Failures } from './failures.ts';
import { objectFrom } from './json.ts';
import { LiveState } from './live_state.ts';
import { Outbox } from './outbox.ts';
import { Paging } from './paging.ts';
import { parseItem } from './parse_items.ts';
import {
  type OutgoingMessage,
  actionParams,
  feedbackRequest,
  isBlank,
  sendRequest,
  structuredInputRequest,
} from './requests.ts';
import type { SessionListener, SessionState } from './session_state.ts';
import { readConversation, readStart } from './thread_reader.ts';
import { Turns } from './turns.ts';
import { unlessAborted } from './waiting.ts';
import type { ActionParams, FeedbackKind, JsonObject, StructuredInput, ThreadSummary } from './wire.ts';

export class ChatSession {
  readonly #live: LiveState;
  readonly #listener: SessionListener;
  readonly #outbox: Outbox;
  readonly #failures: Failures;
  readonly #paging: Paging;
  readonly #turns: Turns;
  readonly #client: Promise<ChatClient>;
  #connect: (client: ChatClient) => void = () => undefined;
  #connected: ChatClient | null = null;
  #work: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  #wishes = 0;

  constructor(listener: SessionListener) {
    this.#client = new Promise((resolve) => {
      this.#connect = resolve;
    });
    const client = (): Promise<ChatClient> => this.client();
    const live = new LiveState(() => listener.changed());
    const outbox = new Outbox(live, listener);
    const failures = new Failures(live, listener);
    this.#live = live;
    this.#listener = listener;
    this.#outbox = outbox;
    this.#failures = failures;
    this.#paging = new Paging(live, client, (error) => failures.report(error, 'InitialThreadLoadError'));
    this.#turns = new Turns({ live, listener, outbox, failures, client, work: (task) => this.#working(task) });
  }

  get state(): SessionState {
    return this.#live.current;
  }

  get busy(): boolean {
    return this.#live.phase !== 'idle' || this.#outbox.holdsMessage;
  }

  /** The text of a message that the server has not taken yet. */
  get unsentText(): string {
    return this.#outbox.text;
  }

  set onClientTool(handler: ClientToolHandler | null) {
    this.#turns.onClientTool = handler;
  }

  get #conversation(): Conversation {
    return this.#live.current.conversation;
  }

  set #conversation(conversation: Conversation) {
    this.#live.set({ conversation });
  }

  /** Use this server from now on; whatever waited for the first one goes on. */
  connect(client: ChatClient): void {
    this.#connected = client;
    this.#connect(client);
  }

  /** The server to ask, once there is one. */
  async client(): Promise<ChatClient> {
    const first = await this.#client;
    return this.#connected ?? first;
  }

  /** Send a message; while a thread is still being opened, it waits for it. A blank one is none. */
  async send(message: OutgoingMessage): Promise<void> {
    if (isBlank(message)) return;
    const opening = this.#live.phase === 'loading' && !this.#outbox.holdsMessage;
    if (this.busy && !opening) throw new ChatError('IntegrationError', 'busy');
    this.#outbox.put(message);
    await this.#work;
    // Opening failed, or was stopped: the message has been handed back.
    if (!this.#outbox.holdsMessage) return;
    await this.#turns.run({ request: () => sendRequest(this.#conversation.threadId, message) });
  }

  /** Tell the server what the person did; with `streaming: false` it answers with at most one changed item. */
  async act(action: JsonObject, itemId: string | undefined, { streaming = true } = {}): Promise<void> {
    if (streaming) this.#requireIdle();
    const params = actionParams(this.#requireThread(), action, itemId);
    if (streaming) await this.#turns.run({ request: () => ({ type: 'threads.custom_action', params }), repeats: true });
    else await this.#actAtOnce(params);
  }

  /** Hand in the answers to an item's questions, or skip them. */
  async answerInput(itemId: string, input: StructuredInput): Promise<void> {
    this.#requireIdle();
    const threadId = this.#requireThread();
    await this.#turns.run({ request: () => structuredInputRequest(threadId, itemId, input) });
  }

  /** Say what the person thinks of some items; it shows at once, and goes away again if the server does not take it. */
  async sendFeedback(itemIds: readonly string[], kind: FeedbackKind): Promise<void> {
    const threadId = this.#requireThread();
    const before = this.state.feedback;
    this.#live.set({ feedback: new Map([...before, ...itemIds.map((id) => [id, kind] as const)]) });
    try {
      const client = await this.client();
      await client.ask(feedbackRequest(threadId, itemIds, kind), new AbortController().signal);
    } catch (error) {
      const feedback = new Map(this.state.feedback);
      for (const id of itemIds) putBack(feedback, id, before.get(id));
      this.#live.set({ feedback });
      this.#failures.report(error, 'StreamError');
    }
  }

  /** Answer a message of the person anew; what came after it goes. */
  async retryFrom(userItemId: string): Promise<void> {
    this.#requireIdle();
    await this.#turns.answerAgain(this.#requireThread(), userItemId);
  }

  /** Do again what failed, as far as the session knows how. */
  async retry(): Promise<void> {
    const { again } = this.#failures;
    if (again !== null && !this.busy) await again();
  }

  /** Stop what is under way, keep what has arrived, and return when it has stopped. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#work;
  }

  /** Stop what is under way and show another thread, or a new one; of several that are wanted meanwhile, the last. */
  async show(threadId: string | null): Promise<void> {
    const wish = (this.#wishes += 1);
    await this.stop();
    if (wish === this.#wishes) await this.open(threadId);
  }

  /** Show another thread, or a new one. */
  async open(threadId: string | null): Promise<void> {
    this.#requireIdle();
    this.#failures.clear();
    this.#conversation = { ...NEW_CONVERSATION, threadId };
    this.#listener.event('chatkit.thread.change', { threadId });
    if (threadId !== null) await this.#working((signal) => this.#load(threadId, signal));
  }

  /** Read the thread again, without hiding what is there. */
  async refresh(): Promise<void> {
    this.#requireIdle();
    const { threadId, later } = this.#conversation;
    // Who reads the start of a thread does not see what is new.
    if (threadId === null || later !== null) return;
    const fresh = await readConversation(await this.client(), threadId, new AbortController().signal);
    const now = this.#conversation;
    if (!this.busy && now.threadId === threadId) this.#conversation = refreshed(now, fresh);
  }

  loadEarlier(): Promise<void> {
    return this.#paging.loadEarlier();
  }

  loadLater(): Promise<void> {
    return this.#paging.loadLater();
  }

  /** Show the first items of the thread; the ones after them are read by `loadLater`. */
  async jumpToStart(): Promise<void> {
    this.#requireIdle();
    const { threadId, earlier } = this.#conversation;
    if (threadId !== null && earlier !== null) await this.#jump(threadId, readStart);
  }

  /** Show the newest items of the thread. */
  async jumpToNewest(): Promise<void> {
    this.#requireIdle();
    const { threadId, later } = this.#conversation;
    if (threadId !== null && later !== null) await this.#jump(threadId, readConversation);
  }

  /** The thread is called otherwise now. */
  retitle(thread: ThreadSummary): void {
    if (thread.id === this.#conversation.threadId) this.#conversation = withSummary(this.#conversation, thread);
  }

  #requireIdle(): void {
    if (this.busy) throw new ChatError('IntegrationError', 'busy');
  }

  #requireThread(): string {
    const { threadId } = this.#conversation;
    if (threadId === null) throw new ChatError('IntegrationError', 'options');
    return threadId;
  }

  /** Do one thing, so that `stop` can end it and others can wait for its end. */
  async #working(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#abort = new AbortController();
    this.#work = task(this.#abort.signal);
    await this.#work;
  }

  async #load(threadId: string, signal: AbortSignal): Promise<void> {
    this.#live.set({ phase: 'loading' });
    this.#listener.event('chatkit.thread.load.start', { threadId });
    try {
      const client = await unlessAborted(this.client(), signal);
      this.#outbox.moveTo(await readConversation(client, threadId, signal));
    } catch (error) {
      this.#outbox.handBack();
      if (!signal.aborted) this.#loadFailed(threadId, this.#failures.report(error, 'InitialThreadLoadError'));
    } finally {
      this.#live.set({ phase: 'idle' });
      this.#listener.event('chatkit.thread.load.end', { threadId });
    }
  }

  #loadFailed(threadId: string, error: ChatError): void {
    if (error.code !== 'missing') {
      this.#failures.show(error, () => this.open(threadId));
      return;
    }
    this.#conversation = NEW_CONVERSATION;
    this.#listener.event('chatkit.thread.change', { threadId: null });
    this.#failures.show(error, null);
  }

  /** Show another part of the thread; what is there stays until it has been read. */
  async #jump(threadId: string, read: typeof readConversation): Promise<void> {
    await this.#working(async (signal) => {
      this.#live.set({ phase: 'loading', failure: null });
      try {
        const client = await unlessAborted(this.client(), signal);
        this.#outbox.moveTo(await read(client, threadId, signal));
      } catch (error) {
        if (!signal.aborted) this.#failures.report(error, 'InitialThreadLoadError');
      } finally {
        this.#live.set({ phase: 'idle' });
      }
    });
  }

  async #actAtOnce(params: ActionParams): Promise<void> {
    try {
      const client = await this.client();
      const reply = await client.ask({ type: 'threads.sync_custom_action', params }, new AbortController().signal);
      const item = parseItem(objectFrom(reply)['updated_item']);
      const isHere = this.#conversation.threadId === params.thread_id;
      if (item !== null && isHere) this.#conversation = upsert(this.#conversation, item);
    } catch (error) {
      this.#failures.show(this.#failures.report(error, 'WidgetItemError'), () => {
        this.#failures.clear();
        return this.#actAtOnce(params);
      });
    }
  }
}

function putBack<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
