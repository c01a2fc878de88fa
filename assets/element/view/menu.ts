/** Owns a button that opens a short menu, with the keys that menus have everywhere. */

import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { check } from './icons.ts';
import { indexAfterKey } from './menu_keys.ts';
import { floating, shared } from './theme.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon?: TemplateResult | null;
  /** Makes the item one of a set, with a mark. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

const GAP_PIXELS = 6;

/** The event of the menu: `choose` (the id of an item); by then it is closed and its button has the keyboard. */
export class Menu extends LitElement {
  static override properties = {
    label: {},
    face: { attribute: false },
    items: { attribute: false },
    unreached: { type: Boolean },
    open: { state: true },
  };

  static override styles = [
    shared,
    floating,
    css`
      :host {
        display: inline-flex;
      }
      .opener {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 4px;
        min-width: var(--control);
        max-width: 100%;
        padding: 0 6px;
        border-color: transparent;
        background: none;
      }
      .opener:hover:not(:disabled),
      .opener[aria-expanded='true'] {
        background: var(--hover);
      }
      .menu {
        position: fixed;
        inset: auto;
        z-index: 1;
        box-sizing: border-box;
        min-width: 160px;
        max-width: min(320px, calc(100vw - 16px));
        max-height: min(360px, calc(100vh - 16px));
        color: var(--text);
      }
      .menu:focus-visible {
        outline: none;
      }
      .item {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: var(--control);
        padding: 6px 8px;
        border-color: transparent;
        background: none;
        text-align: start;
      }
      .item:focus-visible {
        outline-offset: -2px;
        background: var(--hover);
      }
      .item[aria-disabled='true'] {
        color: var(--muted);
        cursor: default;
      }
      .words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
        color: var(--muted);
        font-size: inherit;
      }
      .mark {
        display: inline-grid;
        flex: none;
        width: 18px;
        color: var(--accent);
      }
      svg {
        flex: none;
      }
    `,
  ];

  declare label: string;
  /** What stands on the button. */
  declare face: TemplateResult;
  declare items: readonly MenuItem[];
  /** Whether the Tab key passes the button by. */
  declare unreached: boolean;
  declare open: boolean;

  readonly #pressedOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#close();
  };
  readonly #left = (): void => this.#close();

  constructor() {
    super();
    this.label = '';
    this.face = html``;
    this.items = [];
    this.unreached = false;
    this.open = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  show(): void {
    if (this.items.length > 0) this.open = true;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="opener"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        tabindex=${this.unreached ? -1 : 0}
        @click=${this.#toggle}
        @keydown=${this.#openerKey}
      >
        ${this.face}
      </button>
      ${this.open ? this.#menu() : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || changed.get('open') === undefined) return;
    const act = this.open ? 'addEventListener' : 'removeEventListener';
    document[act]('pointerdown', this.#pressedOutside, true);
    window[act]('blur', this.#left);
    window[act]('resize', this.#left);
    if (!this.open) return;
    this.#place();
    const rows = this.#rows();
    (rows.find((row) => row.ariaChecked === 'true') ?? rows[0])?.focus();
  }

  #menu(): TemplateResult {
    const marked = this.items.some(({ checked }) => checked !== undefined);
    return html`<div class="menu floating" role="menu" aria-label=${this.label} popover="manual" @keydown=${this.#menuKey}>
      ${this.items.map((item) => this.#row(item, marked))}
    </div>`;
  }

  #row(item: MenuItem, marked: boolean): TemplateResult {
    const { label, description, icon, checked, disabled = false } = item;
    return html`<button
      type="button"
      class="item"
      role=${checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${checked ?? nothing}
      aria-disabled=${disabled}
      tabindex="-1"
      @click=${() => this.#choose(item)}
    >
      ${icon ?? nothing}
      <span class="words">${label}${description ? html`<small>${description}</small>` : nothing}</span>
      ${marked ? html`<span class="mark">${checked === true ? check : nothing}</span>` : nothing}
    </button>`;
  }

  /** Above everything that clips or covers, under the button or, without room there, over it. */
  #place(): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    const opener = this.#opener;
    if (menu === null || opener === null) return;
    menu.showPopover();
    const around = opener.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const below = around.bottom + GAP_PIXELS;
    const top = below + height <= innerHeight ? below : Math.max(GAP_PIXELS, around.top - GAP_PIXELS - height);
    const left = around.left + width <= innerWidth - GAP_PIXELS ? around.left : around.right - width;
    menu.style.top = `${top}px`;
    menu.style.left = `${Math.max(GAP_PIXELS, left)}px`;
  }

  get #opener(): HTMLButtonElement | null {
    return this.renderRoot.querySelector('.opener');
  }

  #rows(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.item')];
  }

  #toggle(): void {
    if (this.open) this.#close();
    else this.show();
  }

  #close(): void {
    this.open = false;
  }

  #choose(item: MenuItem): void {
    if (item.disabled === true) return;
    this.#close();
    this.#opener?.focus();
    this.dispatchEvent(new CustomEvent('choose', { detail: item.id }));
  }

  #openerKey(event: KeyboardEvent): void {
    if (this.open || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.show();
  }

  #menuKey(event: KeyboardEvent): void {
    // What is pressed in the menu is meant for nothing around it.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      // Tab goes on from the button.
      this.#opener?.focus();
      this.#close();
      return;
    }
    const rows = this.#rows();
    const names = this.items.map(({ label }) => label);
    const current = rows.findIndex((row) => row.matches(':focus'));
    const next = indexAfterKey(names, current, event.key);
    if (next === null) return;
    event.preventDefault();
    rows[next]?.focus();
  }
}

customElements.define('agentnook-menu', Menu);
