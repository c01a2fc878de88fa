/** Owns what stands above the composer when something went wrong: one sentence, what to do, and Retry. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { triangle } from './icons.ts';
import type { Problem } from './lines.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The event of the line: `retry`. */
export class ProblemLine extends LitElement {
  static override properties = {
    words: { attribute: false },
    problem: { attribute: false },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 56px;
        padding: 7px 11px 7px 15px;
        border: 1px solid var(--line);
        border-radius: var(--radius-card);
        background: var(--raised);
        font-size: var(--label-size);
        line-height: var(--label-line);
        animation: appear var(--appear);
      }
      svg {
        flex: none;
        color: var(--danger);
      }
      div {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
        color: var(--muted);
        font-size: inherit;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  declare words: Words;
  declare problem: Problem;

  protected override render(): TemplateResult {
    const { sentence, hint, retry } = this.problem;
    return html`${triangle}
      <div>${sentence}${hint === '' ? nothing : html`<small>${hint}</small>`}</div>
      ${retry
        ? html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('retry'))}>
            ${this.words('element.retry')}
          </button>`
        : nothing}`;
  }
}

customElements.define('agentnook-problem', ProblemLine);
