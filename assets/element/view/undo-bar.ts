/** Owns the line that says what was just deleted and takes it back; a screen reader hears of it. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The events of the bar: `undo`, and `gone` when its time ran out while it had the keyboard. */
export class UndoBar extends LitElement {
  static override properties = {
    words: { attribute: false },
    deletedTitle: { attribute: false },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 5px 5px 5px 15px;
        border: 1px solid var(--line);
        border-radius: var(--radius-card);
        background: var(--raised);
        font-size: var(--label-size);
        line-height: var(--label-line);
        animation: appear var(--appear);
      }
      .bar div {
        display: -webkit-box;
        flex: 1;
        min-width: 0;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      button {
        flex: none;
        color: var(--accent);
        font-weight: var(--weight-strong);
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  declare words: Words;
  /** What was deleted; null when nothing can be had back. */
  declare deletedTitle: string | null;

  #hadFocus = false;
  #wasPressed = false;

  constructor() {
    super();
    this.deletedTitle = null;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.localName === 'button';
  }

  protected override render(): TemplateResult {
    const title = this.deletedTitle;
    // The region has to be there before its words are: only then are they read out.
    const sentence = title === null ? '' : this.words('element.undo.deleted', { title });
    return html`<div class=${title === null ? '' : 'bar'}>
      <div role="status" title=${sentence}>${sentence}</div>
      ${title === null ? nothing : this.#button()}
    </div>`;
  }

  protected override updated(): void {
    const ranOut = this.deletedTitle === null && !this.#wasPressed;
    if (this.#hadFocus && ranOut) this.dispatchEvent(new CustomEvent('gone'));
    this.#wasPressed = false;
  }

  #button(): TemplateResult {
    return html`<button type="button" @click=${this.#press}>${this.words('element.undo.undo')}</button>`;
  }

  #press(): void {
    this.#wasPressed = true;
    this.dispatchEvent(new CustomEvent('undo'));
  }
}

customElements.define('agentnook-undo', UndoBar);
