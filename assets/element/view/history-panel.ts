/** Owns the list of earlier conversations beside the chat; on a narrow window it covers it. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import type { HistoryState } from '../core/history.ts';
import { cross, plus } from './icons.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The events of the panel: `choose` (a thread id, or null for a new one), `more`, `retry`, `close`. */
export class HistoryPanel extends LitElement {
  static override properties = {
    words: { attribute: false },
    history: { attribute: false },
    currentId: { attribute: false },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-inline-end: 1px solid var(--line);
        background: var(--sunken);
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 8px 8px 16px;
      }
      h2 {
        flex: 1;
        margin: 0;
        font-size: var(--label-size);
        font-weight: var(--weight-strong);
        line-height: var(--label-line);
      }
      header button,
      li button {
        border-color: transparent;
        background: none;
      }
      header button:hover:not(:disabled),
      li button:hover:not(:disabled) {
        background: var(--hover);
      }
      li button[aria-current='true'] {
        background: var(--accent-tint);
      }
      .list {
        flex: 1;
        min-height: 0;
        padding: 4px 8px 8px;
        overflow: hidden auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
      }
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        width: 100%;
        padding: 6px 8px;
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p {
        margin: 0;
        padding: 6px 8px;
        color: var(--muted);
        font-size: var(--label-size);
        line-height: var(--label-line);
        overflow-wrap: anywhere;
      }
      .after {
        margin: 8px;
      }
    `,
  ];

  declare words: Words;
  declare history: HistoryState;
  declare currentId: string | null;

  constructor() {
    super();
    this.currentId = null;
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#tell('close');
    });
  }

  focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>('li button[aria-current="true"], header button')?.focus();
  }

  protected override render(): TemplateResult {
    const { threads, more, loading } = this.history;
    return html`<header>
        <h2 id="title">${this.words('element.history.title')}</h2>
        ${this.#iconButton('element.history.new', plus, () => this.#tell('choose', null))}
        ${this.#iconButton('element.history.close', cross, () => this.#tell('close'))}
      </header>
      <nav class="list" aria-labelledby="title" aria-busy=${loading}>
        <ul>
          ${threads.map(
            ({ id, title }) => html`<li>
              <button type="button" aria-current=${id === this.currentId} @click=${() => this.#tell('choose', id)}>
                ${title ?? this.words('element.history.untitled')}
              </button>
            </li>`,
          )}
        </ul>
        ${this.#note()}
        ${more && !loading
          ? html`<button type="button" class="after" @click=${() => this.#tell('more')}>
              ${this.words('element.history.more')}
            </button>`
          : nothing}
      </nav>`;
  }

  #iconButton(name: 'element.history.new' | 'element.history.close', icon: TemplateResult, click: () => void) {
    return html`<button type="button" class="icon" aria-label=${this.words(name)} title=${this.words(name)} @click=${click}>
      ${icon}
    </button>`;
  }

  #note(): TemplateResult | typeof nothing {
    const { threads, loading, failure } = this.history;
    if (failure !== null) {
      return html`<p>${failure.sentence ?? this.words('element.history.failed')}</p>
        <button type="button" class="after" @click=${() => this.#tell('retry')}>${this.words('element.retry')}</button>`;
    }
    if (loading) return html`<p>${this.words('element.loading')}</p>`;
    return threads.length === 0 ? html`<p>${this.words('element.history.empty')}</p>` : nothing;
  }

  #tell(name: string, detail: string | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('agentnook-history', HistoryPanel);
