/**
 * Owns the conversation as it is read: what was said, asked, shown and done, scrolled.
 *
 * A long conversation stands in blocks: its visible end is drawn at once, what is around it while nothing else is to be
 * done, and what is far away is skipped by the engine, yet can be searched and selected.
 */

import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { UNSENT_ID } from '../core/conversation.ts';
import type { SessionState } from '../core/session_state.ts';
import { iconNamed } from '../widgets/icon.ts';
import { fileNameStyles } from './file_name.ts';
import { afterPaint } from './frames.ts';
import { arrowDown } from './icons.ts';
import { type Block, Blocks, ROWS_PER_BLOCK } from './items/blocks.ts';
import type { ItemActions, ItemContext } from './items/context.ts';
import { styles as itemStyles } from './items/item-styles.ts';
import { Mounting } from './items/mounting.ts';
import { heedsWork, rowView } from './items/row-view.ts';
import { type Row, Rows, isAnswer } from './items/rows.ts';
import { dots } from './items/work.ts';
import { styles } from './message-list.styles.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** Closer to the first or last message that is here than this, a reader is about to want more of them. */
const NEAR_PIXELS = 1_200;

/** Its events: `earlier`, `later`, `start`, `newest`, and those of ItemWishes. */
export class MessageList extends LitElement {
  static override properties = {
    words: { attribute: false },
    session: { attribute: false },
    agentLabel: {},
    serverUrl: {},
    progress: { attribute: false },
    actions: { attribute: false },
    autoScroll: { attribute: false },
    earlierFailed: { state: true },
  };

  static override styles = [shared, fileNameStyles, itemStyles, styles];

  declare words: Words;
  declare session: SessionState;
  declare agentLabel: string;
  /** In full. */
  declare serverUrl: string;
  declare progress: string | null;
  declare actions: ItemActions;
  /** Whether a reader who is at the end follows an answer that is being written. */
  declare autoScroll: boolean;
  declare private earlierFailed: boolean;

  readonly #scroll = new ScrollKeeper(this, () => this.#scroller);
  readonly #rows = new Rows();
  readonly #blocks = new Blocks();
  readonly #mounting = new Mounting(() => this.requestUpdate(), afterPaint);
  #context: ItemContext | null = null;
  /** The last row that a reader who left the end had seen. */
  #seen: string | null = null;

  constructor() {
    super();
    this.agentLabel = '';
    this.serverUrl = document.baseURI;
    this.progress = null;
    this.actions = { feedback: false, retry: false };
    this.autoScroll = true;
    this.earlierFailed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mounting.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const inContext = ['words', 'agentLabel', 'serverUrl', 'actions'] as const;
    if (inContext.some((name) => changed.has(name))) this.#context = null;
    const before = changed.get('session');
    if (before !== undefined) this.#sessionChanged(before);
    this.#scroll.follows = this.session.conversation.later === null && (this.autoScroll || !this.#working);
    this.#scroll.isWhole = this.session.conversation.earlier === null;
    this.toggleAttribute('working', this.#working);
  }

  protected override render(): TemplateResult {
    const { conversation, phase } = this.session;
    const rows = this.#rows.of(conversation.entries, this.#working, this.session.feedback);
    const blocks = this.#blocks.of(rows);
    this.#mounting.plan(blocks);
    const newAnswers = this.#newAnswers(rows);
    return html`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.words('element.conversation')}
        aria-busy=${phase !== 'idle'}
        tabindex="0"
        @scroll=${this.#scrolled}
        @wheel=${this.#touched}
        @touchmove=${this.#touched}
        @pointerdown=${this.#touched}
        @click=${this.#clicked}
        @keydown=${this.#keyPressed}
      >
        <div class="column">
          ${conversation.earlier === null ? nothing : this.#earlierButton()}
          ${phase === 'loading' && rows.length === 0 ? this.#skeleton() : nothing}
          ${repeat(
            blocks,
            ({ number }) => number,
            (block) => this.#block(block, blocks),
          )}
          ${rows.length === 0 && phase === 'idle' ? html`<p class="quiet">${this.words('element.empty')}</p>` : nothing}
          ${this.#progressLine()}
        </div>
      </div>
      ${this.#scroll.atEnd && conversation.later === null ? nothing : this.#toEndButton(newAnswers)}`;
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroller');
  }

  get #working(): boolean {
    return this.session.phase !== 'idle' && this.session.phase !== 'loading';
  }

  #sessionChanged(before: SessionState): void {
    const { conversation, loadingEarlier } = this.session;
    const { threadId, entries, earlier, later } = conversation;
    const isSame = before.conversation.threadId === threadId || before.conversation.threadId === null;
    const sending = entries.at(-1)?.id === UNSENT_ID && before.conversation.entries.at(-1)?.id !== UNSENT_ID;
    const toStart = before.conversation.later === null && later !== null;
    const replaced = !isSame || toStart || !entries.some(({ id }) => id === before.conversation.entries[0]?.id);
    if (replaced) this.#mounting.reset();
    if (toStart) {
      this.#scroll.toStart();
      this.#mounting.see(-Infinity);
    } else if (sending || replaced) this.#scroll.follow();
    if (loadingEarlier) this.earlierFailed = false;
    else if (before.loadingEarlier) this.earlierFailed = earlier !== null && earlier === before.conversation.earlier;
  }

  #block(block: Block, blocks: readonly Block[]): TemplateResult {
    const drawn = this.#mounting.isDrawn(block);
    const place = !drawn ? 'block waiting' : this.#mounting.isFar(block, blocks) ? 'block far' : 'block';
    const rows = block.rows.length === ROWS_PER_BLOCK ? nothing : `--rows: ${block.rows.length}`;
    return html`<div class=${place} data-number=${block.number} style=${rows}>
      ${drawn ? this.#rowsOf(block) : nothing}
    </div>`;
  }

  /** Only what changed is drawn again: a streamed word touches one row. */
  #rowsOf({ rows }: Block): unknown {
    const context = this.#itemContext();
    const isHeld = (row: Row): boolean => this.#working && heedsWork(row);
    return guard([context, rows.some(isHeld), ...rows], () =>
      repeat(
        rows,
        (row) => row.key,
        (row) => guard([context, isHeld(row), row], () => rowView(row, context, isHeld(row))),
      ),
    );
  }

  #itemContext(): ItemContext {
    const { words, agentLabel, serverUrl, actions } = this;
    const wish: ItemContext['wish'] = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
    this.#context ??= { words, agentLabel, serverUrl, actions, wish };
    return this.#context;
  }

  readonly #touched = { handleEvent: (): void => this.#scroll.touched(), passive: true };

  #scrolled(): void {
    this.#scroll.scrolled();
    const { atEnd, fromStart, fromEnd, firstBlock } = this.#scroll;
    this.#mounting.see(atEnd ? Infinity : Number(firstBlock?.dataset['number']));
    const { conversation, loadingLater } = this.session;
    if (fromStart < NEAR_PIXELS && !atEnd && !this.earlierFailed) this.#wantEarlier();
    if (fromEnd < NEAR_PIXELS && conversation.later !== null && !loadingLater) this.#want('later');
  }

  #want(name: 'earlier' | 'later' | 'start' | 'newest'): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  #wantEarlier(): void {
    const { conversation, loadingEarlier } = this.session;
    if (conversation.earlier !== null && !loadingEarlier) this.#want('earlier');
  }

  /** What a reader folds or unfolds stays under the pointer. */
  #clicked(event: Event): void {
    const path = event.composedPath().filter((target) => target instanceof Element);
    const row = path.find((element) => element.classList.contains('row'));
    if (row !== undefined && path.some((element) => element.matches('summary, .unfold'))) this.#scroll.hold(row);
  }

  /** The first and the last message are one key away, however long a conversation is and however little of it is drawn. */
  #keyPressed(event: KeyboardEvent): void {
    // Whoever goes to the end does not leave it.
    if (event.key !== 'End') this.#scroll.touched();
    const { conversation, phase } = this.session;
    if (event.composedPath()[0] !== this.#scroller) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'End' && isPlain) this.#toEnd();
    else if (event.key === 'Home' && conversation.earlier !== null && phase === 'idle') this.#want('start');
    else return;
    event.preventDefault();
  }

  #toEnd(): void {
    this.#scroller?.focus({ preventScroll: true });
    if (this.session.conversation.later === null) this.#scroll.follow();
    else this.#want('newest');
  }

  #progressLine(): TemplateResult | typeof nothing {
    if (this.progress === null) return nothing;
    const { progressIcon } = this.session.conversation;
    const icon = progressIcon === null || this.progress === '' ? null : iconNamed(progressIcon);
    const [before, after] = icon === null ? [dots(), nothing] : [icon, dots()];
    return html`<div class="line progress">${before}<span class="name" dir="auto">${this.progress}</span>${after}</div>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="skeleton">
      <i></i><i></i><i></i><i></i>
      <span class="visually-hidden">${this.words('element.loading')}</span>
    </div>`;
  }

  #earlierButton(): TemplateResult {
    const { loadingEarlier } = this.session;
    const failed = this.earlierFailed ? html`<span>${this.words('element.earlier.failed')}</span>` : nothing;
    return html`<div class="earlier">
      ${failed}
      <button type="button" aria-disabled=${loadingEarlier} @click=${this.#wantEarlier}>
        ${this.words(loadingEarlier ? 'element.loading' : this.earlierFailed ? 'element.retry' : 'element.earlier')}
      </button>
    </div>`;
  }

  #toEndButton(count: number): TemplateResult {
    const label = count === 1 ? this.words('element.new_answer') : this.words('element.new_answers', { count: `${count}` });
    const name = this.words('element.to_end');
    return html`<button
      type="button"
      class=${count === 0 ? 'icon to-end' : 'to-end'}
      aria-label=${count === 0 ? name : nothing}
      title=${name}
      @click=${this.#toEnd}
    >
      ${arrowDown}${count === 0 ? nothing : label}
    </button>`;
  }

  /** How many answers came since the reader left the end. */
  #newAnswers(rows: readonly Row[]): number {
    if (this.#scroll.atEnd) this.#seen = rows.at(-1)?.key ?? null;
    const seen = rows.findLastIndex(({ key }) => key === this.#seen);
    return seen < 0 ? 0 : rows.slice(seen + 1).filter(isAnswer).length;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agentnook-messages': MessageList;
  }
}

customElements.define('agentnook-messages', MessageList);
