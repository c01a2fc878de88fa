/** Owns what can be done with a message: copy it, say whether it helped, have it answered again. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import type { FeedbackKind } from '../../core/wire.ts';
import { check, copy, rotate, thumbDown, thumbUp } from '../icons.ts';
import { say } from '../said.ts';
import { shared } from '../theme.ts';
import type { WordKey, Words } from '../words.ts';
import { copyText } from './clipboard.ts';

/** How long it is said that something has been copied. */
const COPIED_MILLISECONDS = 2_000;

/** Its events: `feedback` with the kind, `again`. */
export class MessageActions extends LitElement {
  static override properties = {
    words: { attribute: false },
    copied: { attribute: false },
    feedback: { type: Boolean },
    retry: { type: Boolean },
    given: { attribute: false },
    told: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 2px;
      }
      button {
        border-color: transparent;
        background: none;
        color: var(--muted);
      }
      button svg {
        width: 16px;
        height: 16px;
      }
      /* Whoever shows this may hide it. */
      .again {
        visibility: var(--again, visible);
      }
      button:hover:not(:disabled),
      button[aria-pressed='true'] {
        color: var(--text);
      }
      button[aria-pressed='true'] svg {
        fill: var(--accent-tint);
        stroke: var(--accent);
      }
    `,
  ];

  declare words: Words;
  /** What copying yields, asked for when it is wanted; null when there is nothing to copy. */
  declare copied: (() => string) | null;
  declare feedback: boolean;
  declare retry: boolean;
  /** The verdict so far. */
  declare given: FeedbackKind | null;
  declare private told: boolean;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.copied = null;
    this.feedback = false;
    this.retry = false;
    this.given = null;
    this.told = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#forget);
    this.told = false;
  }

  protected override render(): TemplateResult {
    return html`${this.copied === null ? nothing : this.#copyButton(this.copied)}
      ${this.feedback ? [this.#thumb('positive'), this.#thumb('negative')] : nothing}
      ${this.retry
        ? this.#button('element.answer_again', rotate, () => this.dispatchEvent(new CustomEvent('again')), 'icon again')
        : nothing}`;
  }

  #button(key: WordKey, icon: TemplateResult, click: () => void, kind = 'icon'): TemplateResult {
    const label = this.words(key);
    return html`<button
      type="button"
      class=${kind}
      aria-label=${label}
      title=${label}
      @click=${click}
    >
      ${icon}
    </button>`;
  }

  #copyButton(copied: () => string): TemplateResult {
    const copyIt = (): void => void this.#copy(copied());
    return this.told ? this.#button('element.copied', check, copyIt) : this.#button('element.copy', copy, copyIt);
  }

  #thumb(kind: FeedbackKind): TemplateResult {
    const label = this.words(`element.feedback.${kind}`);
    return html`<button
      type="button"
      class="icon"
      aria-label=${label}
      aria-pressed=${this.given === kind}
      title=${label}
      @click=${() => this.#give(kind)}
    >
      ${kind === 'positive' ? thumbUp : thumbDown}
    </button>`;
  }

  /** A verdict may be changed; the server knows no way to take it back. */
  #give(kind: FeedbackKind): void {
    if (this.given !== kind) this.dispatchEvent(new CustomEvent<FeedbackKind>('feedback', { detail: kind }));
  }

  async #copy(text: string): Promise<void> {
    this.told = await copyText(text);
    if (this.told) say(this, this.words('element.copied'));
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => {
      this.told = false;
    }, COPIED_MILLISECONDS);
  }
}

customElements.define('agentnook-actions', MessageActions);
