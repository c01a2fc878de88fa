/**
 * Owns what a page can do with the element, by the methods of ChatKit's, and what a person's actions come to.
 *
 * Drawing is left to `agentnook-chat.ts`.
 */

import type { Entity } from '@openai/chatkit';
import { ChatClient } from '../core/client.ts';
import { ChatError } from '../core/errors.ts';
import {
  type AgentnookOptions,
  type ComposerParams,
  type MessageParams,
  attachmentsFrom,
  contentFrom,
} from '../core/options.ts';
import { type OutgoingMessage, isBlank } from '../core/requests.ts';
import type { JsonObject } from '../core/wire.ts';
import { ChatState } from './chat-state.ts';
import { deepLinkFrom } from './deep_link.ts';
import { ThemeWearer } from './theme_option.ts';
import { wordsFrom } from './words.ts';

export abstract class ChatElement extends ChatState {
  protected historyOpen = false;
  readonly #theme = new ThemeWearer(this);
  /** The thread that was open when it was deleted. */
  #deletedOpenId: string | null = null;

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#followDeepLink(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#networkIsBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#networkIsBack);
  }

  /** Ask again for what did not come; what is back in the composer is the person's to send. */
  readonly #networkIsBack = (): void => {
    const { failure } = this.session.state;
    if (failure?.retry === 'ask' && failure.error.retryable) void this.session.retry();
  };

  /** Use these options from now on; options are not merged. The first ones open `initialThread`. */
  setOptions(options: AgentnookOptions): void {
    const client = this.#clientFor(options);
    const first = this.options === null;
    this.options = options;
    this.words = wordsFrom(options.strings);
    this.session.onClientTool = options.onClientTool ?? null;
    this.session.connect(client);
    this.#theme.wear(options.theme);
    this.changeComposer(() => this.composer.setOption(options.composer ?? {}));
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
      attachments: attachmentsFrom(params.attachments ?? []),
      ...(params.reply === undefined ? {} : { reply: params.reply }),
      ...(params.toolChoice === undefined ? {} : { toolId: params.toolChoice.id }),
      ...(params.model === undefined ? {} : { model: params.model }),
    });
  }

  /** Change what stands in the composer; what is not named stays. */
  async setComposerValue(params: ComposerParams): Promise<void> {
    const { text, content, reply, attachments = [], files = [], selectedToolId, selectedModelId } = params;
    const isAttaching = attachments.length + files.length > 0;
    if (isAttaching && this.attachable === null) throw this.#misused('element.failure.attachments');
    this.changeComposer(() => {
      if (text !== undefined || content !== undefined) this.composer.setContent(contentFrom(params));
      if (reply !== undefined) this.composer.reply = reply === '' ? null : reply;
      if (selectedToolId !== undefined) this.composer.toolId = selectedToolId;
      if (selectedModelId !== undefined) this.composer.chooseModel(selectedModelId);
    });
    this.uploads.addKept(attachmentsFrom(attachments));
    if (files.length > 0) this.attach(files);
    await this.updateComplete;
  }

  /** Put a text that belongs to the person before what stands in the composer. */
  putBack(text: string): void {
    this.changeComposer(() => this.composer.putBack(text));
  }

  async fetchUpdates(): Promise<void> {
    await this.session.refresh();
  }

  async sendCustomAction(action: { type: string; payload?: JsonObject }, itemId?: string): Promise<void> {
    await this.session.act({ ...action }, itemId);
  }

  async showHistory(): Promise<void> {
    if (this.historyOpen) return;
    if (!this.withHistory) throw this.#misused('element.failure.options');
    this.#setHistoryOpen(true);
    this.emit('chatkit.history.open', undefined);
    void this.history.reload();
    await this.updateComplete;
    this.focusHistory();
  }

  async hideHistory(): Promise<void> {
    if (!this.historyOpen) return;
    // Whoever closes it from another document keeps the keyboard there.
    const hadFocus = document.hasFocus() && this.shadowRoot?.activeElement?.closest('agentnook-history') !== null;
    this.#setHistoryOpen(false);
    this.emit('chatkit.history.close', undefined);
    await this.updateComplete;
    if (hadFocus) this.focusText();
  }

  /** Stop the answer that is under way, or the opening of a thread. */
  async stop(): Promise<void> {
    await this.session.stop();
  }

  protected get withHistory(): boolean {
    return this.options?.history?.enabled !== false;
  }

  protected abstract focusText(): void;
  /** Put the keyboard where the list of conversations begins. */
  protected abstract focusHistory(): void;
  /** Put the keyboard on a thread in the list; without an id, on the one it was on last. */
  protected abstract focusThreads(threadId?: string): void;

  /** The word that stands for an entity in the composer. */
  protected readonly wordOfTag = (entity: Entity): string => this.composer.addTag(entity);

  /** Send what stands in the composer; it comes back if it does not arrive. */
  protected async submit(): Promise<void> {
    const message = { ...this.composer.message, attachments: this.uploads.attachments };
    if (isBlank(message) || !this.uploads.ready) return;
    this.emit('chatkit.log', { name: 'composer.submit' });
    this.changeComposer(() => this.composer.clear());
    this.refusals = [];
    this.uploads.moveToMessage();
    await this.#sendOrPutBack(message);
    this.uploads.settle();
  }

  protected async choosePrompt(message: OutgoingMessage): Promise<void> {
    this.emit('chatkit.log', { name: 'start_screen.choose' });
    const sent = this.#sendOrPutBack(message);
    // The button that was pressed is gone with the start screen.
    await this.focusComposer();
    await sent;
  }

  protected async openFromHistory(threadId: string | null): Promise<void> {
    // Who is busy with something else by then shows that; the log hears of this.
    this.unlessBusy(this.session.show(threadId));
    if (this.narrow) await this.hideHistory();
    await this.focusComposer();
  }

  /** Delete a conversation, with a way back for a while; the one that is open gives way to a new one. */
  protected removeThread(threadId: string): void {
    this.history.remove(threadId);
    this.#deletedOpenId = threadId === this.threadId ? threadId : null;
    if (this.#deletedOpenId !== null) this.unlessBusy(this.session.show(null));
  }

  protected undoRemoval(): void {
    const threadId = this.history.state.removed?.id;
    if (threadId === undefined) return;
    this.history.undoRemoval();
    const reopens = threadId === this.#deletedOpenId && this.threadId === null && !this.session.busy;
    if (reopens) this.unlessBusy(this.session.show(threadId));
    void this.focusAfterUndo(threadId);
  }

  /** The button that was pressed is gone, or its time is over: go on with the conversations, or the composer. */
  protected async focusAfterUndo(threadId?: string): Promise<void> {
    await this.updateComplete;
    if (this.historyOpen) this.focusThreads(threadId);
    else this.focusText();
  }

  protected searchFailed(cause: unknown): void {
    this.emit('chatkit.error', { error: new ChatError('EntitySearchError', 'unreadable', { cause }) });
  }

  protected tryAgain(): void {
    this.emit('chatkit.log', { name: 'retry' });
    if (this.session.state.failure?.retry === 'send') void this.submit();
    else void this.session.retry();
    // The button that was pressed is gone with the problem.
    void this.focusComposer();
  }

  #clientFor({ api, locale }: AgentnookOptions): ChatClient {
    if (!('url' in api)) throw this.#misused('element.failure.options');
    const { url, fetch = (input, init) => globalThis.fetch(input, init) } = api;
    return new ChatClient({ url, fetch, locale: locale ?? navigator.language });
  }

  async #send(message: OutgoingMessage): Promise<void> {
    this.announcement = '';
    await this.session.send(message);
  }

  async #sendOrPutBack(message: OutgoingMessage): Promise<void> {
    await this.#send(message).catch(() => this.putBackMessage(message));
  }

  #setHistoryOpen(open: boolean): void {
    this.historyOpen = open;
    this.toggleAttribute('history', open);
    this.requestUpdate();
  }

  #followDeepLink(event: Event): void {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const target = link === undefined ? null : deepLinkFrom(link.href);
    if (target === null) return;
    event.preventDefault();
    this.emit('chatkit.deeplink', target);
  }

  /** The page asks for what this element does not do. */
  #misused(key: 'element.failure.attachments' | 'element.failure.options'): ChatError {
    const error = new ChatError('IntegrationError', 'options', { sentence: this.words(key), retryable: false });
    this.emit('chatkit.error', { error });
    return error;
  }
}
