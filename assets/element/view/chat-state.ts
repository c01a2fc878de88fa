/**
 * Owns what the element holds: conversation, list of conversations, composer, and what stands in the way.
 *
 * It tells the page of each change; what a page or a person does is left to `chat-element.ts`.
 */

import { LitElement, type PropertyValues } from 'lit';
import { ChatError } from '../core/errors.ts';
import type { ChatEvents } from '../core/events.ts';
import { FileSender, type SenderParts } from '../core/file_sender.ts';
import { ThreadHistory } from '../core/history.ts';
import type { AgentnookOptions, AttachmentsOption } from '../core/options.ts';
import type { OutgoingMessage } from '../core/requests.ts';
import { ChatSession } from '../core/session.ts';
import { type Refusal, type Upload, Uploads } from '../core/uploads.ts';
import { arrivedLine, refusalLines } from './attachment_lines.ts';
import { ComposerDraft, joined } from './composer_draft.ts';
import { beforePaint } from './frames.ts';
import { type Problem, type ServerState, problemLine } from './lines.ts';
import { SAID } from './said.ts';
import { transportFor } from './upload_transport.ts';
import { Wishes } from './wishes.ts';
import { type Words, wordsFrom } from './words.ts';

/** A screen reader reads an answer aloud once; longer ones are read in the log. */
const LONGEST_ANNOUNCEMENT = 1_500;

/** Narrower than this, the list of conversations covers the conversation. */
const NARROW = '(max-width: 719px)';

export abstract class ChatState extends LitElement {
  static override properties = {
    serverState: { attribute: false },
  };

  /** How the server is, as far as the page knows it. */
  declare serverState: ServerState | null;

  protected options: AgentnookOptions | null = null;
  protected words: Words = wordsFrom();
  protected announcement = '';
  protected problem: Problem | null = null;
  protected readonly composer = new ComposerDraft();
  protected readonly uploads: Uploads;
  /** Why files were not taken, a sentence each. */
  protected refusals: readonly string[] = [];
  protected readonly session: ChatSession;
  protected readonly history: ThreadHistory;
  protected readonly wishes: Wishes;
  readonly #narrow = matchMedia(NARROW);
  readonly #changed = (): void => this.requestUpdate();
  readonly #leaving = (): void => this.history.flush();
  #toldState = '';
  #toldDraft = '';

  constructor() {
    super();
    this.serverState = null;
    this.addEventListener(SAID, (event) => this.#heard(event as CustomEvent<string>));
    this.session = new ChatSession({
      changed: this.#changed,
      event: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })),
      returned: (_text, message) => this.putBackMessage(message),
      answered: (text) => this.#announce(text),
      threadUsed: (thread) => this.history.use(thread),
    });
    this.uploads = new Uploads(new FileSender(this.#senderParts()), {
      changed: this.#changed,
      arrived: (names) => this.#announce(arrivedLine(names, this.words)),
      failed: (upload, error) => this.#uploadFailed(upload, error),
    });
    this.history = new ThreadHistory(() => this.session.client(), {
      changed: this.#changed,
      renamed: (thread) => this.session.retitle(thread),
      failed: (error) => this.emit('chatkit.error', { error }),
    });
    this.wishes = new Wishes(
      this.session,
      () => this.options,
      (error) => this.noteRefusal(error),
    );
  }

  /** The text that no server has taken yet: of the message on its way, and of the composer. */
  get draft(): string {
    return joined(this.session.unsentText, this.composer.text);
  }

  get threadId(): string | null {
    return this.session.state.conversation.threadId;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener('change', this.#changed);
    addEventListener('pagehide', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#changed);
    removeEventListener('pagehide', this.#leaving);
    this.history.flush();
  }

  protected get narrow(): boolean {
    return this.#narrow.matches;
  }

  protected changeComposer(change: () => void): void {
    const before = this.composer.toolId;
    change();
    this.requestUpdate();
    const { toolId } = this.composer;
    if (toolId !== before) this.emit('chatkit.tool.change', { toolId });
  }

  /** Where the conversation is, in full. */
  protected get serverUrl(): string {
    const api = this.options?.api ?? { url: '' };
    return new URL('url' in api ? api.url : '', document.baseURI).href;
  }

  /** Which files can be attached; null when none can. */
  protected get attachable(): AttachmentsOption | null {
    const option = this.options?.composer?.attachments;
    return option?.enabled === true ? option : null;
  }

  /** Attach files, and say which of them are refused and why; folders are. */
  protected attach(files: readonly File[], folders: readonly string[] = []): void {
    const option = this.attachable;
    if (option === null) return;
    const refused = this.uploads.add(files, option);
    const noFiles = folders.map((name): Refusal => ({ name, type: '', reason: 'folder' }));
    this.refusals = refusalLines([...refused, ...noFiles], option, this.words);
    if (this.refusals.length > 0) this.#announce(this.refusals.join(' '));
    this.requestUpdate();
  }

  /** A message that no server took stands in the composer again, with its files. */
  protected putBackMessage(message: OutgoingMessage): void {
    this.changeComposer(() => this.composer.putBackMessage(message));
    this.uploads.addKept(message.attachments ?? []);
  }

  protected emit<Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Note that something was not done: the page hears of it, the person sees why where it is to be seen. */
  protected noteRefusal(error: unknown): void {
    this.emit('chatkit.error', { error: error instanceof Error ? error : new Error(String(error)) });
  }

  /** Do what can be refused while something else is under way; then it is noted, and not done. */
  protected unlessBusy(work: Promise<void>): void {
    void work.catch((error: unknown) => {
      if (error instanceof ChatError) this.noteRefusal(error);
      else throw error;
    });
  }

  protected override async scheduleUpdate(): Promise<void> {
    // A quick model sends hundreds of pieces a second; a frame shows all that came since the last one.
    if (this.hasUpdated) await new Promise<void>((resolve) => beforePaint(resolve));
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

  #senderParts(): SenderParts {
    const api = (): Extract<AgentnookOptions['api'], { url: string }> => {
      if (this.options !== null && 'url' in this.options.api) return this.options.api;
      throw new ChatError('IntegrationError', 'options');
    };
    return {
      client: () => this.session.client(),
      strategy: () => api().uploadStrategy ?? { type: 'two_phase' },
      transport: () => transportFor(api()),
    };
  }

  #uploadFailed({ name }: Upload, error: ChatError): void {
    this.emit('chatkit.error', { error });
    this.#announce(`${name}: ${error.sentence ?? this.words('element.attach.failed')}`);
  }

  #announce(text: string): void {
    const long = text.length > LONGEST_ANNOUNCEMENT;
    const said = long ? `${text.slice(0, LONGEST_ANNOUNCEMENT)}…` : text;
    // Who does the same thing twice hears it twice; what does not change is not read aloud.
    this.announcement = said === this.announcement ? `${said}\u00a0` : said;
    this.requestUpdate();
  }

  #heard(event: CustomEvent<string>): void {
    // It is the element's own; its page has nothing to do with it.
    event.stopPropagation();
    this.#announce(event.detail);
  }

  /** Tell the page what it keeps for this element, once for each change. */
  #tellState(): void {
    const { threadId, title } = this.session.state.conversation;
    const state = { busy: this.session.busy, threadId, title };
    const draft = { text: this.draft, threadId };
    if (this.#toldState !== (this.#toldState = JSON.stringify(state))) this.emit('agentnook.state', state);
    if (this.#toldDraft !== (this.#toldDraft = JSON.stringify(draft))) this.emit('agentnook.draft', draft);
  }
}

/** Listeners know the detail of the event they listen to. */
export interface ChatState {
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
