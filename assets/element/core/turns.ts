/** Owns a turn: a request, the events that answer it, and the rounds in which client tools are run for the agent. */

import type { ChatClient } from './client.ts';
import { type ClientToolHandler, isFailure, resultOfTool } from './client_tools.ts';
import {
  afterEvent,
  answerText,
  atRest,
  lastUserMessageId,
  pendingToolCall,
  summaryOf,
  truncatedAfter,
  withToolCallCompleted,
} from './conversation.ts';
import { ChatError } from './errors.ts';
import type { Again, Failures } from './failures.ts';
import type { LiveState } from './live_state.ts';
import type { Outbox } from './outbox.ts';
import { retryRequest, toolOutputRequest } from './requests.ts';
import type { SessionListener } from './session_state.ts';
import { readConversation } from './thread_reader.ts';
import { unlessAborted } from './waiting.ts';
import type { StreamEvent, StreamingRequest } from './wire.ts';

/** An agent that calls tools this often for one message is not getting anywhere. */
const MAX_TOOL_ROUNDS = 25;

/** A wait that is longer than this is worth a word. */
const SLOW_AFTER_MILLISECONDS = 400;

/** Something to ask the server. */
export interface Question {
  /** The request, made when its turn has come. */
  request(): StreamingRequest;
  /** The server never took it: put back what was changed in advance. */
  takeBack?(): void;
  /** To try it again is to ask it again; otherwise it is to answer the person's last message anew. */
  readonly repeats?: boolean;
}

/** What a turn works with. */
export interface TurnParts {
  readonly live: LiveState;
  readonly listener: SessionListener;
  readonly outbox: Outbox;
  readonly failures: Failures;
  client(): Promise<ChatClient>;
  /** Do one thing that can be stopped. */
  work(task: (signal: AbortSignal) => Promise<void>): Promise<void>;
}

export class Turns {
  onClientTool: ClientToolHandler | null = null;
  readonly #parts: TurnParts;
  /** The server has begun to act on the question. */
  #taken = false;
  #again: Again = () => this.#answerLastAgain();
  #onceTaken: Again = this.#again;

  constructor(parts: TurnParts) {
    this.#parts = parts;
  }

  async run(question: Question): Promise<void> {
    const { failures, live } = this.#parts;
    failures.clear();
    this.#taken = false;
    this.#again = () => this.run(question);
    this.#onceTaken = () => (question.repeats === true ? this.run(question) : this.#answerLastAgain());
    await this.#parts.work(async (signal) => {
      live.set({ phase: 'waiting', slow: false });
      try {
        await this.#showNewest(signal);
        await this.#rounds(question, signal);
      } catch (error) {
        this.#ended(question, error, signal);
      } finally {
        live.set({ phase: 'idle', slow: false, conversation: atRest(live.current.conversation) });
      }
    });
  }

  /** Answer a message of the person anew; what came after it goes. */
  async answerAgain(threadId: string, userMessageId: string): Promise<void> {
    const { live } = this.#parts;
    let before = live.current.conversation;
    await this.run({
      request: () => {
        before = live.current.conversation;
        live.set({ conversation: truncatedAfter(before, userMessageId) });
        return retryRequest(threadId, userMessageId);
      },
      takeBack: () => live.set({ conversation: before }),
    });
  }

  /** What comes now belongs after the newest items, not after those that somebody had scrolled to. */
  async #showNewest(signal: AbortSignal): Promise<void> {
    const { live, outbox } = this.#parts;
    const { threadId, later } = live.current.conversation;
    if (threadId === null || later === null) return;
    const client = await unlessAborted(this.#parts.client(), signal);
    outbox.moveTo(await readConversation(client, threadId, signal));
  }

  async #rounds(question: Question, signal: AbortSignal): Promise<void> {
    let request: StreamingRequest | null = question.request();
    for (let round = 0; request !== null; round += 1) {
      if (round > MAX_TOOL_ROUNDS) throw new ChatError('StreamError', 'rounds', { retryable: false });
      await this.#exchange(request, signal);
      const output = await this.#answerToTool(signal);
      if (output !== null) this.#again = () => this.run({ request: () => output });
      request = output;
    }
    // However well the stream ended: what the server never spoke of was not taken.
    const untaken = question.takeBack !== undefined && !this.#taken;
    if (untaken || this.#parts.outbox.holdsMessage) throw new ChatError('StreamError', 'unreadable');
  }

  /** Stopped: what was not taken goes back to the person. Failed: the same, and it can be tried again. */
  #ended(question: Question, error: unknown, signal: AbortSignal): void {
    const { failures, outbox } = this.#parts;
    if (!this.#taken) question.takeBack?.();
    const handedBack = outbox.handBack();
    if (signal.aborted) return;
    const failure = failures.report(error, 'StreamError');
    failures.show(failure, handedBack ? 'send' : failure.retryable ? this.#again : null);
  }

  async #exchange(request: StreamingRequest, signal: AbortSignal): Promise<void> {
    const { live, listener } = this.#parts;
    live.set({ phase: 'waiting', slow: false });
    const slow = setTimeout(() => live.set({ slow: true }), SLOW_AFTER_MILLISECONDS);
    let failure: ChatError | null = null;
    try {
      const client = await unlessAborted(this.#parts.client(), signal);
      for await (const event of client.stream(request, signal)) {
        clearTimeout(slow);
        this.#started(event);
        failure = this.#take(event) ?? failure;
      }
    } finally {
      clearTimeout(slow);
      if (live.current.phase === 'streaming') listener.event('chatkit.response.end', undefined);
    }
    if (failure !== null) throw failure;
  }

  /** From the first event on that is no error, the server has taken the request: it is not sent a second time. */
  #started(event: StreamEvent): void {
    const { live, listener } = this.#parts;
    if (event.type !== 'error') this.#again = this.#onceTaken;
    if (event.type !== 'error' && !this.#taken) {
      this.#taken = true;
      const thread = summaryOf(live.current.conversation);
      if (thread !== null) listener.threadUsed(thread);
    }
    if (live.phase === 'streaming') return;
    live.set({ phase: 'streaming', slow: false });
    listener.event('chatkit.response.start', undefined);
  }

  async #answerLastAgain(): Promise<void> {
    const { conversation } = this.#parts.live.current;
    const messageId = lastUserMessageId(conversation);
    if (conversation.threadId === null || messageId === null) return;
    await this.answerAgain(conversation.threadId, messageId);
  }

  /** Take what an event says; an error is returned, because the stream may still go on. */
  #take(event: StreamEvent): ChatError | null {
    const { live } = this.#parts;
    if (event.type === 'item_updated') live.update(event);
    else if (event.type === 'error') {
      return new ChatError('StreamError', 'stream', { sentence: event.message, retryable: event.allowRetry });
    } else {
      const before = live.current.conversation.threadId;
      live.set({ conversation: afterEvent(live.current.conversation, event) });
      this.#tell(event, before);
    }
    return null;
  }

  #tell(event: StreamEvent, threadIdBefore: string | null): void {
    const { live, listener } = this.#parts;
    const { threadId } = live.current.conversation;
    if (threadId !== threadIdBefore) listener.event('chatkit.thread.change', { threadId });
    if (event.type === 'thread') listener.threadUsed(event.thread);
    if (event.type === 'effect') listener.event('chatkit.effect', { name: event.name, data: event.data });
    if (event.type === 'item' && event.finished && event.item.type === 'assistant_message') {
      listener.answered(answerText(event.item));
    }
  }

  async #answerToTool(signal: AbortSignal): Promise<StreamingRequest | null> {
    const { live, failures } = this.#parts;
    const { conversation } = live.current;
    const call = pendingToolCall(conversation);
    if (call === null || conversation.threadId === null) return null;
    live.set({ phase: 'tool', conversation: atRest(conversation) });
    if (this.onClientTool === null) failures.report(new ChatError('IntegrationError', 'options'), 'IntegrationError');
    const result = await resultOfTool(this.onClientTool, call, signal);
    live.set({ conversation: withToolCallCompleted(live.current.conversation, call.id, isFailure(result)) });
    return toolOutputRequest(conversation.threadId, result);
  }
}
