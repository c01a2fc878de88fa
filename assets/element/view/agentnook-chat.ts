/**
 * Owns `<agentnook-chat>`: the methods and events of ChatKit's element, around a session, a list and a composer.
 *
 * It knows nothing of the program around it: where the server is, who runs client tools and which words to use come as
 * options, what it wants from its page leaves as events.
 */

import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { ChatClient } from '../core/client.ts';
import { ChatError } from '../core/errors.ts';
import { ThreadHistory } from '../core/history.ts';
import {
  type AgentnookOptions,
  type ComposerParams,
  type MessageParams,
  type StartPromptOption,
  contentFrom,
} from '../core/options.ts';
import { type OutgoingMessage, textMessage, textOf } from '../core/requests.ts';
import { ChatSession, type SessionState } from '../core/session.ts';
import type { JsonObject } from '../core/wire.ts';
import type { Composer } from './composer.ts';
import './composer.ts';
import type { HistoryPanel } from './history-panel.ts';
import './history-panel.ts';
import { type ServerState, closedLine, problemLine, progressLine } from './lines.ts';
import type { MessageList } from './message-list.ts';
import './message-list.ts';
import './problem-line.ts';
import './start-screen.ts';
import { shared } from './theme.ts';
import { type Words, wordsFrom } from './words.ts';

/** A hidden document draws no frames; its state must still arrive. */
const LONGEST_FRAME_MILLISECONDS = 100;

/** A screen reader reads an answer aloud once; longer ones are read in the log. */
const LONGEST_ANNOUNCEMENT = 1_500;

/**
 * The built-in chat. Beside ChatKit's events it has `agentnook.state` ({busy, threadId, title}) and `agentnook.draft`
 * ({text, threadId}), each after every change.
 */
export class AgentnookChat extends LitElement {
  static override properties = {
    serverState: { attribute: false },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        height: 100%;
        background: var(--surface);
      }
      :host([history]) {
        grid-template-columns: 240px minmax(0, 1fr);
      }
      main {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        min-height: 0;
      }
      footer {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        width: 100%;
        max-width: calc(var(--column) + 32px);
        margin: 0 auto;
        padding: 8px 16px;
      }
      small {
        color: var(--muted);
        font-size: var(--label-size);
        line-height: var(--label-line);
        text-align: center;
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
      @media (max-width: 719px) {
        :host([history]) {
          grid-template-columns: minmax(0, 1fr);
        }
        :host([history]) main {
          display: none;
        }
      }
    `,
  ];

  declare serverState: ServerState | null;

  #options: AgentnookOptions | null = null;
  #words: Words = wordsFrom();
  #draft = '';
  #announcement = '';
  #historyOpen = false;
  #focusBeforeHistory: Element | null = null;
  #toldState = '';
  #toldDraft = '';
  #problemAnnounced = '';
  readonly #session: ChatSession;
  readonly #history: ThreadHistory;

  constructor() {
    super();
    this.serverState = null;
    this.#session = new ChatSession({
      changed: () => this.requestUpdate(),
      event: (name: string, detail?: unknown) => this.#emit(name, detail),
      returned: (text) => this.#takeBack(text),
      answered: (text) => this.#announce(text),
    });
    this.#history = new ThreadHistory(
      () => this.#session.client(),
      () => this.requestUpdate(),
    );
  }

  /** The text that no server has taken yet: of the message on its way, and of the composer. */
  get draft(): string {
    return joined(this.#session.unsentText, this.#draft);
  }

  get threadId(): string | null {
    return this.#session.state.conversation.threadId;
  }

  /** Use these options from now on; options are not merged. The first ones open `initialThread`. */
  setOptions(options: AgentnookOptions): void {
    if (!('url' in options.api)) {
      const error = new ChatError('IntegrationError', 'options', { retryable: false });
      this.#emit('chatkit.error', { error });
      throw error;
    }
    const first = this.#options === null;
    const { url, fetch = (input, init) => globalThis.fetch(input, init) } = options.api;
    this.#options = options;
    this.#words = wordsFrom(options.strings);
    this.#session.onClientTool = options.onClientTool ?? null;
    this.#session.connect(new ChatClient({ url, fetch, locale: options.locale ?? navigator.language }));
    this.requestUpdate();
    if (first && options.initialThread && !this.#session.busy) void this.#session.open(options.initialThread);
  }

  async focusComposer(): Promise<void> {
    await this.updateComplete;
    this.#composer?.focusText();
  }

  async setThreadId(threadId: string | null): Promise<void> {
    await this.#session.open(threadId);
  }

  async sendUserMessage(params: MessageParams): Promise<void> {
    if (params.newThread === true) await this.#session.open(null);
    const message: OutgoingMessage = {
      content: contentFrom(params),
      attachmentIds: params.attachments?.map(({ id }) => id) ?? [],
      ...(params.reply === undefined ? {} : { reply: params.reply }),
      ...(params.toolChoice === undefined ? {} : { toolId: params.toolChoice.id }),
      ...(params.model === undefined ? {} : { model: params.model }),
    };
    await this.#send(message);
  }

  async setComposerValue(params: ComposerParams): Promise<void> {
    this.#write(textOf({ content: contentFrom(params) }));
    await this.updateComplete;
  }

  async fetchUpdates(): Promise<void> {
    await this.#session.refresh();
  }

  async sendCustomAction(action: { type: string; payload?: JsonObject }, itemId?: string): Promise<void> {
    await this.#session.act({ ...action }, itemId);
  }

  async showHistory(): Promise<void> {
    if (this.#historyOpen) return;
    this.#focusBeforeHistory = this.shadowRoot?.activeElement ?? null;
    this.#historyOpen = true;
    this.toggleAttribute('history', true);
    this.requestUpdate();
    this.#emit('chatkit.history.open');
    void this.#history.reload();
    await this.updateComplete;
    this.renderRoot.querySelector<HistoryPanel>('agentnook-history')?.focusFirst();
  }

  async hideHistory(): Promise<void> {
    if (!this.#historyOpen) return;
    this.#historyOpen = false;
    this.toggleAttribute('history', false);
    this.requestUpdate();
    this.#emit('chatkit.history.close');
    await this.updateComplete;
    if (this.#focusBeforeHistory instanceof HTMLElement && this.#focusBeforeHistory.isConnected) {
      this.#focusBeforeHistory.focus();
    }
    await this.focusComposer();
  }

  /** Stop the answer that is under way, or the opening of a thread. */
  async stop(): Promise<void> {
    await this.#session.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const state = this.#session.state;
    this.#announceProblem(problemLine(state, this.serverState, this.#words)?.sentence ?? '');
    // A thread that could not be read while the server was away is read as soon as it is back.
    const isBack = changed.has('serverState') && this.serverState?.state === 'ready';
    if (isBack && state.failure?.retry === 'ask' && state.conversation.entries.length === 0) void this.#session.retry();
  }

  protected override async scheduleUpdate(): Promise<void> {
    // A quick model sends hundreds of pieces a second; a frame shows all that came since the last one.
    if (this.hasUpdated) await nextFrame();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const state = this.#session.state;
    return html`${this.#historyOpen ? this.#historyPanel() : nothing}
      <main>
        ${isNew(state) ? this.#startScreen() : this.#messageList(state)}
        <footer>
          ${this.#problemLine(state)}
          <agentnook-composer
            .words=${this.#words}
            .placeholder=${this.#options?.composer?.placeholder ?? this.#words('element.composer.label')}
            .value=${this.#draft}
            .busy=${state.phase !== 'idle' && state.phase !== 'loading'}
            .stoppable=${state.conversation.allowCancel}
            .closedReason=${closedLine(state, this.#words)}
            @write=${(event: CustomEvent<string>) => this.#write(event.detail)}
            @send=${(event: CustomEvent<string>) => void this.#submit(event.detail)}
            @stop=${() => void this.stop()}
          ></agentnook-composer>
          <small>${this.#options?.disclaimer?.text ?? ''}</small>
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.#announcement}</div>`;
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new CustomEvent('chatkit.ready', { bubbles: true, composed: true }));
  }

  protected override updated(): void {
    this.#tellState();
  }

  get #composer(): Composer | null {
    return this.renderRoot.querySelector<Composer>('agentnook-composer');
  }

  #startScreen(): TemplateResult {
    // Nothing is greeted before it is known what with.
    if (this.#options === null) return html`<div></div>`;
    const { greeting, prompts = [] } = this.#options.startScreen ?? {};
    const plain = prompts.map(({ label, prompt }) => ({ label, prompt: promptText(prompt) }));
    return html`<agentnook-start
      .greeting=${greeting ?? this.#words('element.greeting')}
      .prompts=${plain}
      @choose=${(event: CustomEvent<string>) => void this.#choose(event.detail)}
    ></agentnook-start>`;
  }

  #messageList(state: SessionState): TemplateResult {
    return html`<agentnook-messages
      .words=${this.#words}
      .session=${state}
      .agentLabel=${this.#options?.agentLabel ?? ''}
      .progress=${progressLine(state, this.serverState, this.#words)}
      @earlier=${() => void this.#session.loadEarlier()}
    ></agentnook-messages>`;
  }

  #problemLine(state: SessionState): TemplateResult | typeof nothing {
    const problem = problemLine(state, this.serverState, this.#words);
    if (problem === null) return nothing;
    return html`<agentnook-problem
      .words=${this.#words}
      .problem=${problem}
      @retry=${() => this.#retry()}
    ></agentnook-problem>`;
  }

  #historyPanel(): TemplateResult {
    return html`<agentnook-history
      .words=${this.#words}
      .history=${this.#history.state}
      .currentId=${this.#session.state.conversation.threadId}
      @choose=${(event: CustomEvent<string | null>) => void this.#openFromHistory(event.detail)}
      @more=${() => void this.#history.readMore()}
      @retry=${() => void this.#history.reload()}
      @close=${() => void this.hideHistory()}
    ></agentnook-history>`;
  }

  async #openFromHistory(threadId: string | null): Promise<void> {
    await this.#session.stop();
    void this.#session.open(threadId);
    if (matchMedia('(max-width: 719px)').matches) await this.hideHistory();
    else await this.focusComposer();
  }

  /** Send what stands in the composer; it comes back if it does not arrive. */
  async #submit(text: string): Promise<void> {
    this.#write('');
    await this.#send(textMessage(text.trim())).catch(() => this.#takeBack(text));
  }

  async #choose(prompt: string): Promise<void> {
    await this.#send(textMessage(prompt)).catch(() => this.#takeBack(prompt));
    await this.focusComposer();
  }

  async #send(message: OutgoingMessage): Promise<void> {
    this.#announcement = '';
    const sent = this.#session.send(message);
    this.renderRoot.querySelector<MessageList>('agentnook-messages')?.follow();
    await sent;
  }

  #retry(): void {
    if (this.#session.state.failure?.retry === 'send') void this.#submit(this.#draft);
    else void this.#session.retry();
    // The button that was pressed is gone with the problem.
    void this.focusComposer();
  }

  #write(text: string): void {
    this.#draft = text;
    this.requestUpdate();
  }

  #takeBack(text: string): void {
    this.#write(joined(text, this.#draft));
  }

  #announce(text: string): void {
    const long = text.length > LONGEST_ANNOUNCEMENT;
    this.#announcement = long ? `${text.slice(0, LONGEST_ANNOUNCEMENT)}…` : text;
    this.requestUpdate();
  }

  #announceProblem(sentence: string): void {
    if (sentence === this.#problemAnnounced) return;
    this.#problemAnnounced = sentence;
    this.#announcement = sentence;
  }

  #emit(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Tell the page what it keeps for this element, once for each change. */
  #tellState(): void {
    const { threadId, title } = this.#session.state.conversation;
    const state = { busy: this.#session.busy, threadId, title };
    const draft = { text: this.draft, threadId };
    if (this.#toldState !== (this.#toldState = JSON.stringify(state))) this.#emit('agentnook.state', state);
    if (this.#toldDraft !== (this.#toldDraft = JSON.stringify(draft))) this.#emit('agentnook.draft', draft);
  }
}

function isNew({ conversation, phase }: SessionState): boolean {
  return conversation.entries.length === 0 && phase === 'idle';
}

function joined(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join('\n\n');
}

function promptText(prompt: StartPromptOption['prompt']): string {
  return typeof prompt === 'string' ? prompt : textOf({ content: contentFrom({ content: prompt }) });
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

declare global {
  interface HTMLElementTagNameMap {
    'agentnook-chat': AgentnookChat;
  }
}

customElements.define('agentnook-chat', AgentnookChat);
