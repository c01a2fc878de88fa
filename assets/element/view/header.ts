/** Owns the line above the conversation where the page has none of its own: history, title, new conversation. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import type { HeaderAction, HeaderOption } from '../core/options.ts';
import { iconNamed } from '../widgets/icon.ts';
import { circleDashed, list, plus } from './icons.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The events of the header: `history` and `new`. */
export class Header extends LitElement {
  static override properties = {
    words: { attribute: false },
    option: { attribute: false },
    threadTitle: { attribute: false },
    withHistory: { type: Boolean },
    historyOpen: { type: Boolean },
  };

  static override styles = [
    shared,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: var(--bar);
        padding: 4px 8px;
        border-block-end: 1px solid var(--line);
      }
      .title {
        flex: 1;
        min-width: 0;
        margin: 0 4px;
        overflow: hidden;
        font-size: var(--text-size);
        font-weight: var(--weight-strong);
        line-height: var(--text-line);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button {
        border-color: transparent;
        background: none;
      }
    `,
  ];

  declare words: Words;
  declare option: HeaderOption;
  declare threadTitle: string;
  declare withHistory: boolean;
  declare historyOpen: boolean;

  protected override render(): TemplateResult {
    const { title, leftAction, rightAction } = this.option;
    const words = title?.enabled === false ? '' : (title?.text ?? this.threadTitle);
    return html`<header>
      ${leftAction === undefined ? nothing : this.#action(leftAction)}
      ${this.withHistory ? this.#historyButton() : nothing}
      <div class="title" title=${words}>${words}</div>
      ${rightAction === undefined ? nothing : this.#action(rightAction)}
      ${this.#button(this.words('element.history.new'), plus, () => this.dispatchEvent(new CustomEvent('new')))}
    </header>`;
  }

  #historyButton(): TemplateResult {
    const name = this.words('element.history.title');
    return html`<button
      type="button"
      class="icon"
      aria-label=${name}
      title=${name}
      aria-expanded=${this.historyOpen}
      @click=${() => this.dispatchEvent(new CustomEvent('history'))}
    >
      ${list}
    </button>`;
  }

  /** ChatKit's actions have no words: the name of the picture has to do. */
  #action({ icon, onClick }: HeaderAction): TemplateResult {
    return this.#button(icon.replaceAll('-', ' '), iconNamed(icon) ?? circleDashed, onClick);
  }

  #button(name: string, icon: TemplateResult, click: () => void): TemplateResult {
    return html`<button type="button" class="icon" aria-label=${name} title=${name} @click=${() => click()}>
      ${icon}
    </button>`;
  }
}

customElements.define('agentnook-header', Header);
