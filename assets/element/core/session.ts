/**
 * Owns one conversation with one server: sending, stopping, trying again, client tools, opening threads.
 *
 * A turn is a request and the tool rounds that follow it. A session does one thing at a time; what the view shows is
 * `state`, a value that is replaced and never changed.
 */

import type { ChatClient } from './client.ts';
import { type ClientToolHandler, resultOfTool } from './client_tools.ts';
import {
  NEW_CONVERSATION,
  afterEvent,
  answerText,
  atRest,
  lastUserMessageId,
  pendingToolCall,
  truncatedAfter,
  unsentText,
  withEarlier,
  withToolCallCompleted,
  withUnsentMessage,
  withoutUnsentMessage,
} from './conversation.ts';
import { ChatError, type ErrorName } from './errors.ts';
import {
  type OutgoingMessage,
  actionRequest,
  retryRequest,
  sendRequest,
  textOf,
  toolOutputRequest,
} from './requests.ts';
import { AT_REST, type Retry, type SessionListener, type SessionState } from './session_state.ts';
import { readConversation, readEarlierItems } from './thread_reader.ts';
import { unlessAborted } from './waiting.ts';
import type { JsonObject, StreamEvent, StreamingRequest } from './wire.ts';

/** An agent that calls tools this often for one message is not getting anywhere. */
const MAX_TOOL_ROUNDS = 25;

/** A wait that is longer than this is worth a word. */
const SLOW_AFTER_MILLISECONDS = 400;

export class ChatSession {
  onClientTool: ClientToolHandler | null = null;

  #state: SessionState = AT_REST;
  readonly #listener: SessionListener;
  readonly #client: Promise<ChatClient>;
  #connect: (client: ChatClient) => void = () => undefined;
  #connected: ChatClient | null = null;
  #work: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  #again: (() => Promise<void>) | null = null;
  #wishes = 0;

  constructor(listener: SessionListener) {
    this.#listener = listener;
    this.#client = new Promise((resolve) => {
      this.#connect = resolve;
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  get busy(): boolean {
    return this.#state.phase !== 'idle' || this.unsentText !== '';
  }

  /** The text of a message that the server has not taken yet. */
  get unsentText(): string {
    return unsentText(this.#state.conversation);
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
    if (textOf(message).trim() === '') return;
    const opening = this.#state.phase === 'loading' && this.unsentText === '';
    if (this.busy && !opening) throw new ChatError('IntegrationError', 'busy');
    this.#set({ conversation: withUnsentMessage(this.#state.conversation, textOf(message)), failure: null });
    await this.#work;
    // Opening failed, or was stopped: the text has been handed back.
    if (this.unsentText === '') return;
    await this.#turn(() => sendRequest(this.#state.conversation.threadId, message));
  }

  async act(action: JsonObject, itemId: string | undefined): Promise<void> {
    this.#requireIdle();
    const { threadId } = this.#state.conversation;
    if (threadId === null) throw new ChatError('IntegrationError', 'options');
    await this.#turn(() => actionRequest(threadId, action, itemId));
  }

  /** Do again what failed, as far as the session knows how. */
  async retry(): Promise<void> {
    const again = this.#again;
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
    this.#again = null;
    this.#set({ conversation: { ...NEW_CONVERSATION, threadId }, failure: null });
    this.#listener.event('chatkit.thread.change', { threadId });
    if (threadId !== null) await this.#working((signal) => this.#load(threadId, signal));
  }

  /** Read the thread again, without hiding what is there. */
  async refresh(): Promise<void> {
    this.#requireIdle();
    const { threadId } = this.#state.conversation;
    if (threadId === null) return;
    const conversation = await readConversation(await this.client(), threadId, new AbortController().signal);
    if (!this.busy && this.#state.conversation.threadId === threadId) this.#set({ conversation });
  }

  async loadEarlier(): Promise<void> {
    const { conversation, loadingEarlier } = this.#state;
    const { threadId, earlier } = conversation;
    if (threadId === null || earlier === null || loadingEarlier) return;
    this.#set({ loadingEarlier: true });
    try {
      const page = await readEarlierItems(await this.client(), threadId, earlier, new AbortController().signal);
      if (this.#state.conversation.threadId === threadId) {
        this.#set({ conversation: withEarlier(this.#state.conversation, page) });
      }
    } catch (error) {
      this.#report(error, 'InitialThreadLoadError');
    } finally {
      this.#set({ loadingEarlier: false });
    }
  }

  #requireIdle(): void {
    if (this.busy) throw new ChatError('IntegrationError', 'busy');
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listener.changed();
  }

  /** Do one thing, so that `stop` can end it and others can wait for its end. */
  async #working(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#abort = new AbortController();
    this.#work = task(this.#abort.signal);
    await this.#work;
  }

  async #load(threadId: string, signal: AbortSignal): Promise<void> {
    this.#set({ phase: 'loading' });
    this.#listener.event('chatkit.thread.load.start', { threadId });
    try {
      const conversation = await readConversation(await unlessAborted(this.client(), signal), threadId, signal);
      const waiting = this.unsentText;
      this.#set({ conversation: waiting === '' ? conversation : withUnsentMessage(conversation, waiting) });
    } catch (error) {
      this.#handBack();
      if (!signal.aborted) this.#loadFailed(threadId, this.#report(error, 'InitialThreadLoadError'));
    } finally {
      this.#set({ phase: 'idle' });
      this.#listener.event('chatkit.thread.load.end', { threadId });
    }
  }

  #loadFailed(threadId: string, error: ChatError): void {
    if (error.code !== 'missing') {
      this.#fail(error, () => this.open(threadId));
      return;
    }
    this.#set({ conversation: NEW_CONVERSATION });
    this.#listener.event('chatkit.thread.change', { threadId: null });
    this.#fail(error, null);
  }

  async #turn(firstRequest: () => StreamingRequest): Promise<void> {
    this.#again = null;
    this.#set({ failure: null });
    await this.#working(async (signal) => {
      try {
        let request: StreamingRequest | null = firstRequest();
        for (let round = 0; request !== null; round += 1) {
          if (round > MAX_TOOL_ROUNDS) throw new ChatError('StreamError', 'rounds', { retryable: false });
          await this.#exchange(request, signal);
          request = await this.#answerToTool(signal);
        }
        // However well the stream ended: a message that never came back in it was not taken.
        if (this.unsentText !== '') throw new ChatError('StreamError', 'unreadable');
      } catch (error) {
        this.#turnEnded(error, signal);
      } finally {
        this.#set({ phase: 'idle', slow: false, conversation: atRest(this.#state.conversation) });
      }
    });
  }

  /** Stopped: what was not taken goes back to the person. Failed: the same, and it can be tried again. */
  #turnEnded(error: unknown, signal: AbortSignal): void {
    const handedBack = this.#handBack();
    if (signal.aborted) return;
    const failure = this.#report(error, 'StreamError');
    if (handedBack) this.#fail(failure, 'composer');
    else this.#fail(failure, failure.retryable ? this.#again : null);
  }

  async #exchange(request: StreamingRequest, signal: AbortSignal): Promise<void> {
    this.#again = () => this.#turn(() => request);
    this.#set({ phase: 'waiting', slow: false });
    const slow = setTimeout(() => this.#set({ slow: true }), SLOW_AFTER_MILLISECONDS);
    let failure: ChatError | null = null;
    try {
      const client = await unlessAborted(this.client(), signal);
      for await (const event of client.stream(request, signal)) {
        clearTimeout(slow);
        this.#started();
        failure = this.#take(event) ?? failure;
      }
    } finally {
      clearTimeout(slow);
      if (this.#state.phase === 'streaming') this.#listener.event('chatkit.response.end', undefined);
    }
    if (failure !== null) throw failure;
  }

  /** From its first event on, the server has taken the request: trying again means answering again. */
  #started(): void {
    if (this.#state.phase === 'streaming') return;
    this.#again = () => this.#answerAgain();
    this.#set({ phase: 'streaming', slow: false });
    this.#listener.event('chatkit.response.start', undefined);
  }

  async #answerAgain(): Promise<void> {
    const { conversation } = this.#state;
    const messageId = lastUserMessageId(conversation);
    if (conversation.threadId === null || messageId === null) return;
    const request = retryRequest(conversation.threadId, messageId);
    this.#set({ conversation: truncatedAfter(conversation, messageId) });
    await this.#turn(() => request);
  }

  /** Take what an event says; an error is returned, because the stream may still go on. */
  #take(event: StreamEvent): ChatError | null {
    if (event.type === 'error') {
      return new ChatError('StreamError', 'stream', { sentence: event.message, retryable: event.allowRetry });
    }
    const before = this.#state.conversation;
    this.#set({ conversation: afterEvent(before, event) });
    const { threadId } = this.#state.conversation;
    if (threadId !== before.threadId) this.#listener.event('chatkit.thread.change', { threadId });
    if (event.type === 'effect') this.#listener.event('chatkit.effect', { name: event.name, data: event.data });
    if (event.type === 'item' && event.finished && event.item.type === 'assistant_message') {
      this.#listener.answered(answerText(event.item));
    }
    return null;
  }

  async #answerToTool(signal: AbortSignal): Promise<StreamingRequest | null> {
    const { conversation } = this.#state;
    const call = pendingToolCall(conversation);
    if (call === null || conversation.threadId === null) return null;
    this.#set({ phase: 'tool', conversation: atRest(conversation) });
    const result = await resultOfTool(this.onClientTool, call, signal);
    this.#set({ conversation: withToolCallCompleted(this.#state.conversation, call.id) });
    return toolOutputRequest(conversation.threadId, result);
  }

  #handBack(): boolean {
    const text = this.unsentText;
    if (text === '') return false;
    this.#set({ conversation: withoutUnsentMessage(this.#state.conversation) });
    this.#listener.returned(text);
    return true;
  }

  #fail(error: ChatError, again: (() => Promise<void>) | 'composer' | null): void {
    this.#again = again === 'composer' ? null : again;
    const retry: Retry = again === 'composer' ? 'send' : again === null ? 'none' : 'ask';
    this.#set({ failure: { error, retry } });
  }

  #report(error: unknown, name: ErrorName): ChatError {
    const known = error instanceof ChatError ? error : new ChatError(name, 'stream', { cause: error });
    this.#listener.event('chatkit.error', { error: known });
    return known;
  }
}
