/** Owns the box a person writes in: it grows with the text, sends on Enter, and shows Stop while an answer comes. */

import { LitElement, type TemplateResult, css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { arrowUp, square } from './icons.ts';
import { isSendKey } from './send_key.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The events of the composer: `send` (the text), `stop`, `write` (the text after each change). */
export class Composer extends LitElement {
  static override properties = {
    words: { attribute: false },
    placeholder: {},
    value: { attribute: false },
    busy: { type: Boolean },
    stoppable: { type: Boolean },
    closedReason: { attribute: false },
  };

  static override styles = [
    shared,
    css`
      .card {
        display: flex;
        align-items: flex-end;
        gap: 8px;
        padding: 7px 7px 7px 15px;
        border: 1px solid var(--edge);
        border-radius: var(--radius-card);
        background: var(--raised);
        cursor: text;
      }
      .card:has(textarea:focus-visible) {
        border-color: transparent;
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      textarea:focus-visible {
        outline: none;
      }
      textarea {
        flex: 1;
        min-width: 0;
        height: 32px;
        max-height: min(240px, 40vh);
        margin: 0;
        padding: 4px 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        resize: none;
        overflow-wrap: anywhere;
      }
      textarea::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      .send {
        border-color: transparent;
        background: var(--accent);
        color: var(--on-accent);
      }
      .send:hover:not(:disabled) {
        background: var(--accent);
        filter: brightness(1.08);
      }
      .send:disabled {
        background: var(--sunken);
        color: var(--muted);
      }
      p {
        margin: 0;
        padding: 4px 0;
        flex: 1;
        color: var(--muted);
      }
    `,
  ];

  declare words: Words;
  declare placeholder: string;
  declare value: string;
  declare busy: boolean;
  declare stoppable: boolean;
  declare closedReason: string | null;

  #compositionEndedAt = -Infinity;
  #sizes: ResizeObserver | null = null;
  #stopHadFocus = false;

  constructor() {
    super();
    this.placeholder = '';
    this.value = '';
    this.busy = false;
    this.stoppable = false;
    this.closedReason = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  focusText(): void {
    this.#textarea?.focus();
  }

  protected override render(): TemplateResult {
    if (this.closedReason !== null) return html`<div class="card"><p>${this.closedReason}</p></div>`;
    return html`<form class="card" @submit=${this.#submit} @click=${this.#focusFromCard}>
      <textarea
        rows="1"
        aria-label=${this.words('element.composer.label')}
        placeholder=${this.placeholder}
        .value=${live(this.value)}
        enterkeyhint="send"
        autocomplete="off"
        @input=${this.#written}
        @keydown=${this.#keyPressed}
        @compositionend=${this.#compositionEnded}
      ></textarea>
      ${this.busy ? this.#stopButton() : this.#sendButton()}
    </form>`;
  }

  protected override willUpdate(): void {
    this.#stopHadFocus = this.shadowRoot?.activeElement?.classList.contains('stop') ?? false;
  }

  protected override updated(): void {
    this.#fit();
    // The answer is complete and Stop is gone: the keyboard goes on where the person writes.
    if (this.#stopHadFocus && !this.busy) this.focusText();
    // A narrower window wraps the text into more lines.
    if (this.#sizes === null && this.#textarea) {
      this.#sizes = new ResizeObserver(() => this.#fit());
      this.#sizes.observe(this);
    }
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #sendButton(): TemplateResult {
    return html`<button
      class="icon send"
      type="submit"
      aria-label=${this.words('element.composer.send')}
      title=${this.words('element.composer.send')}
      ?disabled=${this.value.trim() === ''}
    >
      ${arrowUp}
    </button>`;
  }

  #stopButton(): TemplateResult {
    return html`<button
      class="icon stop"
      type="button"
      aria-label=${this.words('element.composer.stop')}
      title=${this.words('element.composer.stop')}
      ?disabled=${!this.stoppable}
      @click=${this.#stop}
    >
      ${square}
    </button>`;
  }

  #fit(): void {
    const textarea = this.#textarea;
    if (!textarea) return;
    textarea.style.height = '0';
    textarea.style.height = `${textarea.scrollHeight}px`;
  }

  #focusFromCard(event: Event): void {
    if (event.target === event.currentTarget) this.focusText();
  }

  #written(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.value = event.target.value;
    this.dispatchEvent(new CustomEvent('write', { detail: this.value }));
  }

  #compositionEnded(event: CompositionEvent): void {
    this.#compositionEndedAt = event.timeStamp;
  }

  #keyPressed(event: KeyboardEvent): void {
    if (!isSendKey(event, this.#compositionEndedAt)) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    if (this.value.trim() === '' || this.busy) return;
    this.dispatchEvent(new CustomEvent('send', { detail: this.value }));
  }

  #stop(): void {
    this.dispatchEvent(new CustomEvent('stop'));
    this.focusText();
  }
}

customElements.define('agentnook-composer', Composer);
