/** Owns the list of earlier conversations beside the chat; on a narrow window it is a dialog that covers it. */

import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { HistoryState } from '../core/history.ts';
import type { ThreadSummary } from '../core/wire.ts';
import { styles } from './history-panel.styles.ts';
import { matching } from './history_rows.ts';
import { cross, plus, search } from './icons.ts';
import { field, shared } from './theme.ts';
import './thread-list.ts';
import type { ThreadList } from './thread-list.ts';
import type { Words } from './words.ts';

/**
 * The events of the panel: `choose` (a thread id, or null for a new one), `rename` ({id, title}), `remove` (a thread
 * id), `undo`, `more`, `retry`, `close`. What is put into it stands at its foot.
 */
export class HistoryPanel extends LitElement {
  static override properties = {
    words: { attribute: false },
    history: { attribute: false },
    currentId: { attribute: false },
    locale: { attribute: false },
    renamable: { type: Boolean },
    deletable: { type: Boolean },
    modal: { type: Boolean },
    filter: { state: true },
  };

  static override styles = [shared, field, styles];

  declare words: Words;
  declare history: HistoryState;
  declare currentId: string | null;
  declare locale: string;
  declare renamable: boolean;
  declare deletable: boolean;
  /** Whether it covers the chat: then it keeps the keyboard until it is closed. */
  declare modal: boolean;
  declare filter: string;

  #shown: readonly ThreadSummary[] = [];

  constructor() {
    super();
    this.currentId = null;
    this.locale = 'en';
    this.renamable = true;
    this.deletable = true;
    this.modal = false;
    this.filter = '';
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Put the keyboard where one goes on reading: at the current conversation, or else where one is searched for. */
  focusFirst(): void {
    const current = this.#shown.find(({ id }) => id === this.currentId)?.id;
    if (current !== undefined) this.#list?.focusThread(current);
    else this.renderRoot.querySelector('input')?.focus();
  }

  /** Put the keyboard on a conversation, or the one it was on last; where there is none, on the first control. */
  async focusThread(id?: string): Promise<void> {
    // What it is told of just now is in the list with the next update.
    await this.updateComplete;
    if (this.#shown.length > 0) this.#list?.focusThread(id);
    else this.renderRoot.querySelector<HTMLElement>('.head button')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const listed = changed.get('history')?.threads !== this.history.threads;
    if (!(changed.has('history') && listed) && !changed.has('filter') && !changed.has('words')) return;
    const { threads } = this.history;
    const filtered = this.filter.trim() !== '';
    this.#shown = filtered ? matching(threads, this.filter, this.words('element.history.untitled')) : threads;
  }

  protected override render(): TemplateResult {
    const guard = this.modal ? html`<span tabindex="0" @focus=${this.#wrap}></span>` : nothing;
    return html`${guard}
      <div class="head">
        <h2>${this.words('element.history.title')}</h2>
        ${this.#iconButton('element.history.new', plus, () => this.#tell('choose', null))}
        ${this.#iconButton('element.history.close', cross, () => this.#tell('close'))}
      </div>
      ${this.#filterField()}
      <div class="list" aria-busy=${this.history.loading}>${this.#threads()}</div>
      <slot></slot>
      ${guard}`;
  }

  #threads(): TemplateResult {
    const { more, loading, failure } = this.history;
    const filtered = this.filter.trim() !== '';
    return html`<agentnook-threads
      .words=${this.words}
      .threads=${this.#shown}
      .currentId=${this.currentId}
      .locale=${this.locale}
      .renamable=${this.renamable}
      .deletable=${this.deletable}
      .complete=${!more && !filtered}
      .endless=${more && !loading && failure === null && !filtered}
      @choose=${(event: CustomEvent<string>) => this.#tell('choose', event.detail)}
      @rename=${({ detail }: CustomEvent) => this.dispatchEvent(new CustomEvent('rename', { detail }))}
      @remove=${(event: CustomEvent<string>) => this.#tell('remove', event.detail)}
      @more=${() => this.#tell('more')}
    >
      ${this.#note()} ${this.#moreButton()}
    </agentnook-threads>`;
  }

  #filterField(): TemplateResult {
    const name = this.words('element.history.filter');
    return html`<div class="filter">
      ${search}
      <input
        type="search"
        aria-label=${name}
        placeholder=${name}
        autocomplete="off"
        spellcheck="false"
        .value=${this.filter}
        @input=${(event: InputEvent) => (this.filter = valueOf(event))}
        @keydown=${this.#filterKey}
      />
    </div>`;
  }

  #iconButton(key: 'element.history.new' | 'element.history.close', icon: TemplateResult, click: () => void) {
    const name = this.words(key);
    return html`<button type="button" class="icon" aria-label=${name} title=${name} @click=${click}>${icon}</button>`;
  }

  #note(): TemplateResult | typeof nothing {
    const { threads, loading, failure, more } = this.history;
    if (failure !== null) {
      return html`<p role="alert">${failure.sentence ?? this.words('element.history.failed')}</p>
        <button type="button" class="after" @click=${() => this.#tell('retry')}>
          ${this.words('element.retry')}
        </button>`;
    }
    if (loading) return this.#skeleton();
    if (threads.length === 0) return html`<p>${this.words('element.history.empty')}</p>`;
    if (this.filter.trim() === '') return nothing;
    const none = this.#shown.length === 0;
    return html`<p role="status">${none ? this.words('element.history.none') : nothing}</p>
      ${more ? html`<p>${this.words('element.history.not_all')}</p>` : nothing}`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="skeleton">
      <i></i><i></i><i></i><span class="visually-hidden">${this.words('element.loading')}</span>
    </div>`;
  }

  #moreButton(): TemplateResult | typeof nothing {
    const { more, loading, failure } = this.history;
    if (!more || loading || failure !== null) return nothing;
    return html`<button type="button" class="after" @click=${() => this.#tell('more')}>
      ${this.words('element.history.more')}
    </button>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#tell('close');
    // An input takes back its own writing.
    const writing = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || writing) return;
    event.preventDefault();
    this.#tell('undo');
  }

  #filterKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.filter !== '') {
      event.stopPropagation();
      event.preventDefault();
      this.filter = '';
    }
    if (event.key !== 'ArrowDown' || this.#shown.length === 0) return;
    event.preventDefault();
    this.#list?.focusThread();
  }

  /** The end of the dialog is next to its start. */
  #wrap(event: FocusEvent): void {
    const atStart = event.currentTarget === this.renderRoot.querySelector('span');
    if (atStart && this.#shown.length > 0) this.#list?.focusThread();
    else this.renderRoot.querySelector<HTMLElement>('.head button')?.focus();
  }

  #tell(name: string, detail: string | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  get #list(): ThreadList | null {
    return this.renderRoot.querySelector('agentnook-threads');
  }
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : '';
}

customElements.define('agentnook-history', HistoryPanel);
