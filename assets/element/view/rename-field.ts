/** Owns the field in which a conversation gets another name: Enter takes it, Escape leaves it, an empty one is none. */

import { LitElement, type TemplateResult, css, html } from 'lit';
import { field, shared } from './theme.ts';
import type { Words } from './words.ts';

const MOST_CHARACTERS = 200;

/** What came of it: the new name, or null for the old one; and whether the keyboard was used to say so. */
export interface Renaming {
  readonly title: string | null;
  readonly byKey: boolean;
}

/** The event of the field: `done` (a Renaming). */
export class RenameField extends LitElement {
  static override properties = {
    words: { attribute: false },
    value: { attribute: false },
  };

  static override styles = [
    shared,
    field,
    css`
      :host {
        flex: 1;
        min-width: 0;
      }
      input {
        display: block;
        padding: 0 7px;
      }
      input:focus-visible {
        outline-offset: 0;
      }
    `,
  ];

  declare words: Words;
  declare value: string;

  #done = false;

  protected override render(): TemplateResult {
    return html`<input
      aria-label=${this.words('element.history.new_title')}
      maxlength=${MOST_CHARACTERS}
      .value=${this.value}
      @keydown=${this.#key}
      @blur=${() => this.#finish(false, this.#title)}
    />`;
  }

  protected override firstUpdated(): void {
    this.#field?.select();
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #title(): string | null {
    const title = this.#field?.value.trim() ?? '';
    return title === '' || title === this.value ? null : title;
  }

  #key(event: KeyboardEvent): void {
    // What is pressed in the field is meant for nothing around it.
    event.stopPropagation();
    if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') this.#finish(true, null);
    else if (this.#field?.value.trim() !== '') this.#finish(true, this.#title);
  }

  #finish(byKey: boolean, title: string | null): void {
    // It loses the keyboard once more when it goes.
    if (this.#done) return;
    this.#done = true;
    this.dispatchEvent(new CustomEvent<Renaming>('done', { detail: { title, byKey } }));
  }
}

customElements.define('agentnook-rename', RenameField);
