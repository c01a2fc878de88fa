/**
 * Owns what a page can do with the element: the methods and events of ChatKit's, and what a person's actions come to.
 *
 * Drawing is left to `agentnook-chat.ts`.
 */

import { LitElement, type PropertyValues } from 'lit';
import { ChatClient } from '../core/client.ts';
import { ChatError } from '../core/errors.ts';
import type { ChatEvents } from '../core/events.ts';
import { ThreadHistory } from '../core/history.ts';
import { type AgentnookOptions, type ComposerParams, type MessageParams, contentFrom } from '../core/options.ts';
import { type OutgoingMessage, textMessage, textOf } from '../core/requests.ts';
import { ChatSession } from '../core/session.ts';
import type { JsonObject } from '../core/wire.ts';
import { type Problem, type ServerState, problemLine } from './lines.ts';
import { type Words, wordsFrom } from './words.ts';

/** A hidden document draws no frames; its state must still arrive. */
const LONGEST_FRAME_MILLISECONDS = 100;

/** A screen reader reads an answer aloud once; longer ones are read in the log. */
const LONGEST_ANNOUNCEMENT = 1_500;

export abstract class ChatElement extends LitElement {
  static override properties = {
    serverState: { attribute: false },
  };

  /** How the server is, as far as the page knows it. */
  declare serverState: ServerState | null;

  protected options: AgentnookOptions | null = null;
  protected words: Words = wordsFrom();
  protected composerText = '';
  protected announcement = '';
  protected problem: Problem | null = null;
  protected historyOpen = false;
  protected readonly session: ChatSession;
  protected readonly history: ThreadHistory;
  #toldState = '';
  #toldDraft = '';

  constructor() {
    super();
    this.serverState = null;
    const changed = (): void => this.requestUpdate();
    this.session = new ChatSession({
      changed,
      event: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })),
      returned: (text) => this.putBack(text),
      answered: (text) => this.#announce(text),
    });
    this.history = new ThreadHistory(() => this.session.client(), changed);
  }

  /** The text that no server has taken yet: of the message on its way, and of the composer. */
  get draft(): string {
    return joined(this.session.unsentText, this.composerText);
  }

  get threadId(): string | null {
    return this.session.state.conversation.threadId;
  }

  /** Use these options from now on; options are not merged. The first ones open `initialThread`. */
  setOptions(options: AgentnookOptions): void {
    const client = this.#clientFor(options);
    const first = this.options === null;
    this.options = options;
    this.words = wordsFrom(options.strings);
    this.session.onClientTool = options.onClientTool ?? null;
    this.session.connect(client);
    this.requestUpdate();
    if (first && options.initialThread && !this.session.busy) void this.session.open(options.initialThread);
  }

  async focusComposer(): Promise<void> {
    await this.updateComplete;
    this.focusText();
  }

  async setThreadId(threadId: string | null): Promise<void> {
    await this.session.open(threadId);
  }

  /** Stop what is under way and show another thread; of several that are wanted meanwhile, the last. */
  async showThread(threadId: string | null): Promise<void> {
    await this.session.show(threadId);
  }

  async sendUserMessage(params: MessageParams): Promise<void> {
    if (params.newThread === true) await this.session.open(null);
    await this.#send({
      content: contentFrom(params),
      attachmentIds: params.attachments?.map(({ id }) => id) ?? [],
      ...(params.reply === undefined ? {} : { reply: params.reply }),
      ...(params.toolChoice === undefined ? {} : { toolId: params.toolChoice.id }),
      ...(params.model === undefined ? {} : { model: params.model }),
    });
  }

  async setComposerValue(params: ComposerParams): Promise<void> {
    this.write(textOf({ content: contentFrom(params) }));
    await this.updateComplete;
  }

  /** Put a text that belongs to the person before what stands in the composer. */
  putBack(text: string): void {
    this.write(joined(text, this.composerText));
  }

  async fetchUpdates(): Promise<void> {
    await this.session.refresh();
  }

  async sendCustomAction(action: { type: string; payload?: JsonObject }, itemId?: string): Promise<void> {
    await this.session.act({ ...action }, itemId);
  }

  async showHistory(): Promise<void> {
    if (this.historyOpen) return;
    this.#setHistoryOpen(true);
    this.#emit('chatkit.history.open', undefined);
    void this.history.reload();
    await this.updateComplete;
    this.focusHistory();
  }

  async hideHistory(): Promise<void> {
    if (!this.historyOpen) return;
    // Whoever closes it from another document keeps the keyboard there.
    const hadFocus = document.hasFocus() && this.shadowRoot?.activeElement?.localName === 'agentnook-history';
    this.#setHistoryOpen(false);
    this.#emit('chatkit.history.close', undefined);
    await this.updateComplete;
    if (hadFocus) this.focusText();
  }

  /** Stop the answer that is under way, or the opening of a thread. */
  async stop(): Promise<void> {
    await this.session.stop();
  }

  protected abstract focusText(): void;
  protected abstract focusHistory(): void;

  /** Send what stands in the composer; it comes back if it does not arrive. */
  protected async submit(text: string): Promise<void> {
    if (text.trim() === '') return;
    this.#emit('chatkit.log', { name: 'composer.submit' });
    this.write('');
    await this.#send(textMessage(text.trim())).catch(() => this.putBack(text));
  }

  protected async choosePrompt(message: OutgoingMessage): Promise<void> {
    this.#emit('chatkit.log', { name: 'start_screen.choose' });
    const sent = this.#send(message).catch(() => this.putBack(textOf(message)));
    // The button that was pressed is gone with the start screen.
    await this.focusComposer();
    await sent;
  }

  protected async openFromHistory(threadId: string | null): Promise<void> {
    // Who is busy with something else by then shows that; the log hears of this.
    void this.session.show(threadId).catch((error: unknown) => this.#refused(error));
    if (matchMedia('(max-width: 719px)').matches) await this.hideHistory();
    await this.focusComposer();
  }

  protected tryAgain(): void {
    this.#emit('chatkit.log', { name: 'retry' });
    if (this.session.state.failure?.retry === 'send') void this.submit(this.composerText);
    else void this.session.retry();
    // The button that was pressed is gone with the problem.
    void this.focusComposer();
  }

  protected write(text: string): void {
    this.composerText = text;
    this.requestUpdate();
  }

  protected override async scheduleUpdate(): Promise<void> {
    // A quick model sends hundreds of pieces a second; a frame shows all that came since the last one.
    if (this.hasUpdated) await nextFrame();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { state } = this.session;
    const before = this.problem?.sentence;
    this.problem = problemLine(state, this.serverState, this.words);
    if (this.problem !== null && this.problem.sentence !== before) this.announcement = this.problem.sentence;
    // A thread that could not be read while the server was away is read as soon as it is back.
    const isBack = changed.has('serverState') && this.serverState?.state === 'ready';
    if (isBack && state.failure?.retry === 'ask' && state.conversation.entries.length === 0) void this.session.retry();
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new CustomEvent('chatkit.ready', { bubbles: true, composed: true }));
  }

  protected override updated(): void {
    this.#tellState();
  }

  #clientFor({ api, locale }: AgentnookOptions): ChatClient {
    if ('url' in api) {
      const { url, fetch = (input, init) => globalThis.fetch(input, init) } = api;
      return new ChatClient({ url, fetch, locale: locale ?? navigator.language });
    }
    const error = new ChatError('IntegrationError', 'options', { retryable: false });
    this.#emit('chatkit.error', { error });
    throw error;
  }

  async #send(message: OutgoingMessage): Promise<void> {
    this.announcement = '';
    await this.session.send(message);
  }

  #setHistoryOpen(open: boolean): void {
    this.historyOpen = open;
    this.toggleAttribute('history', open);
    this.requestUpdate();
  }

  #refused(error: unknown): void {
    if (error instanceof ChatError) this.#emit('chatkit.error', { error });
    else throw error;
  }

  #announce(text: string): void {
    const long = text.length > LONGEST_ANNOUNCEMENT;
    this.announcement = long ? `${text.slice(0, LONGEST_ANNOUNCEMENT)}…` : text;
    this.requestUpdate();
  }

  #emit<Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Tell the page what it keeps for this element, once for each change. */
  #tellState(): void {
    const { threadId, title } = this.session.state.conversation;
    const state = { busy: this.session.busy, threadId, title };
    const draft = { text: this.draft, threadId };
    if (this.#toldState !== (this.#toldState = JSON.stringify(state))) this.#emit('agentnook.state', state);
    if (this.#toldDraft !== (this.#toldDraft = JSON.stringify(draft))) this.#emit('agentnook.draft', draft);
  }
}

/** Listeners know the detail of the event they listen to. */
export interface ChatElement {
  addEventListener<Name extends keyof ChatEvents>(
    type: Name,
    listener: (event: CustomEvent<ChatEvents[Name]>) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

function joined(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join('\n\n');
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_FRAME_MILLISECONDS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
