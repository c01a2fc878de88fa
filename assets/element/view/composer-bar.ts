/** Owns the line under the text of the composer: tools, the chosen one, tags, models. */

import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import type { ModelOption, ToolOption } from '../core/options.ts';
import { iconNamed } from '../widgets/icon.ts';
import { at, chevronDown, cross, sliders } from './icons.ts';
import './menu.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The events of the line: `tool` (an id, or null for none), `model` (an id), `tag`. */
export class ComposerBar extends LitElement {
  static override properties = {
    words: { attribute: false },
    tools: { attribute: false },
    models: { attribute: false },
    tool: { attribute: false },
    model: { attribute: false },
    withTags: { type: Boolean },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        min-width: 0;
      }
      .tool {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        max-width: 100%;
        padding: 0 8px;
        border-color: transparent;
        background: none;
      }
      .tool[aria-pressed='true'],
      .chosen {
        background: var(--accent-tint);
        color: var(--text);
      }
      .icon {
        border-color: transparent;
        background: none;
      }
      .face {
        max-width: 180px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      agentnook-menu {
        min-width: 0;
      }
      .models {
        margin-inline-start: auto;
      }
      svg {
        flex: none;
      }
    `,
  ];

  declare words: Words;
  declare tools: readonly ToolOption[];
  declare models: readonly ModelOption[];
  declare tool: ToolOption | null;
  declare model: ModelOption | null;
  declare withTags: boolean;

  constructor() {
    super();
    this.tools = [];
    this.models = [];
    this.tool = null;
    this.model = null;
    this.withTags = false;
  }

  protected override render(): TemplateResult {
    const pinned = this.tools.filter((tool) => tool.pinned === true);
    const chosen = this.tool !== null && this.tool.pinned !== true ? this.tool : null;
    return html`${this.#toolMenu()} ${pinned.map((tool) => this.#pinnedTool(tool))}
    ${chosen === null ? nothing : this.#chosenTool(chosen)} ${this.withTags ? this.#tagButton() : nothing}
    ${this.#modelMenu()}`;
  }

  #toolMenu(): TemplateResult | typeof nothing {
    const others = this.tools.filter((tool) => tool.pinned !== true);
    if (others.length === 0) return nothing;
    return html`<agentnook-menu
      .label=${this.words('element.composer.tools')}
      .face=${sliders}
      .items=${others.map(({ id, label, icon }) => {
        return { id, label, icon: iconNamed(icon), checked: id === this.tool?.id };
      })}
      @choose=${(event: CustomEvent<string>) => this.#toggle(event.detail)}
    ></agentnook-menu>`;
  }

  #pinnedTool({ id, label, shortLabel, icon }: ToolOption): TemplateResult {
    return html`<button
      type="button"
      class="tool"
      title=${label}
      aria-pressed=${id === this.tool?.id}
      @click=${() => this.#toggle(id)}
    >
      ${iconNamed(icon) ?? nothing}<span class="face">${shortLabel ?? label}</span>
    </button>`;
  }

  #chosenTool({ label, shortLabel, icon }: ToolOption): TemplateResult {
    const name = this.words('element.composer.remove_tool', { tool: label });
    return html`<button
      type="button"
      class="tool chosen"
      aria-label=${name}
      title=${name}
      @click=${() => this.#tell('tool', null)}
    >
      ${iconNamed(icon) ?? nothing}<span class="face">${shortLabel ?? label}</span>${cross}
    </button>`;
  }

  #tagButton(): TemplateResult {
    const name = this.words('element.composer.mention');
    const start = (): void => this.#tell('tag', null);
    return html`<button type="button" class="icon" aria-label=${name} title=${name} @click=${start}>${at}</button>`;
  }

  #modelMenu(): TemplateResult | typeof nothing {
    if (this.models.length === 0) return nothing;
    const label = this.model?.label ?? '';
    return html`<agentnook-menu
      class="models"
      .label=${this.words('element.composer.model', { model: label })}
      .face=${html`<span class="face">${label}</span>${chevronDown}`}
      .items=${this.models.map(({ id, label, description, disabled }) => ({
        id,
        label,
        checked: id === this.model?.id,
        ...(description === undefined ? {} : { description }),
        ...(disabled === undefined ? {} : { disabled }),
      }))}
      @choose=${(event: CustomEvent<string>) => this.#tell('model', event.detail)}
    ></agentnook-menu>`;
  }

  #toggle(id: string): void {
    this.#tell('tool', id === this.tool?.id ? null : id);
  }

  #tell(name: 'tool' | 'model' | 'tag', detail: string | null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('agentnook-composer-bar', ComposerBar);
