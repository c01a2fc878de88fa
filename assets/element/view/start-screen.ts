/** Owns what a new conversation shows: a greeting, what the page puts under it, and a few things to begin with. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import type { StartPromptOption } from '../core/options.ts';
import { iconNamed } from '../widgets/icon.ts';
import { shared } from './theme.ts';

/** The event of the start screen: `choose` (the prompt). */
export class StartScreen extends LitElement {
  static override properties = {
    greeting: {},
    prompts: { attribute: false },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        /* What is higher than the window begins at its top, where one can scroll to. */
        align-content: safe center;
        justify-items: center;
        gap: 24px;
        min-height: 0;
        padding: 24px 16px;
        overflow: auto;
      }
      h1 {
        max-width: var(--column);
        margin: 0;
        font-size: var(--title-size);
        font-weight: var(--weight-strong);
        line-height: var(--title-line);
        text-align: center;
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        gap: 8px;
        width: 100%;
        max-width: 520px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        height: 100%;
        min-height: 44px;
        padding: 8px 16px;
        border-radius: var(--radius-card);
        font-size: var(--text-size);
        line-height: var(--text-line);
        text-align: start;
      }
      ::slotted(*) {
        width: 100%;
        max-width: 520px;
      }
      span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      svg {
        flex: none;
        color: var(--accent);
      }
    `,
  ];

  declare greeting: string;
  declare prompts: readonly StartPromptOption[];

  constructor() {
    super();
    this.greeting = '';
    this.prompts = [];
  }

  protected override render(): TemplateResult {
    return html`<h1>${this.greeting}</h1>
      <slot></slot>
      <ul>
        ${this.prompts.map(
          (prompt) =>
            html`<li>
              <button type="button" @click=${() => this.#choose(prompt)}>
                ${prompt.icon === undefined ? nothing : (iconNamed(prompt.icon) ?? nothing)}<span>${prompt.label}</span>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #choose(prompt: StartPromptOption): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: prompt }));
  }
}

customElements.define('agentnook-start', StartScreen);
