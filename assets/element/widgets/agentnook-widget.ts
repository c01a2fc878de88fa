/**
 * Owns one widget of a server in the page: draws its components and tells what a person asks for with them.
 *
 * SECURITY: every field was chosen by a server or a model. Words go into the page as text, styles one property at a
 * time, pictures only from this page or from within the message; names and ids of the server never become the page's.
 * Nothing is drawn outside of the widget's own place, so that it passes for nothing else.
 */

import { LitElement, type TemplateResult, html } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import '../view/markdown/agentnook-markdown.ts';
import { shared } from '../view/theme.ts';
import type { Words } from '../view/words.ts';
import type { WidgetAct } from './act.ts';
import { contentStyles } from './content.styles.ts';
import { controlStyles } from './control.styles.ts';
import { Drawing } from './drawing.ts';
import { type Control, pathOf } from './form_controls.ts';
import { paint } from './painters.ts';
import { schemeStyles } from './scheme.styles.ts';
import { styles } from './widget.styles.ts';
import { WidgetState } from './widget_state.ts';

/** The event of a widget: `act` (a `WidgetAct`). */
export class Widget extends LitElement {
  static override properties = {
    root: { attribute: false },
    itemId: { attribute: false },
    words: { attribute: false },
    busy: { type: Boolean },
  };

  static override styles = [shared, schemeStyles, styles, contentStyles, controlStyles];

  declare root: WidgetNode;
  declare itemId: string;
  declare words: Words;
  /** Whether the conversation can take no action at present. */
  declare busy: boolean;

  readonly #state = new WidgetState({
    changed: () => {
      this.requestUpdate();
      return this.updateComplete;
    },
    act: (detail) => this.dispatchEvent(new CustomEvent<WidgetAct>('act', { detail })),
  });
  #focused: Element | null = null;
  /** What had the keyboard before an action locked it. */
  #left: HTMLElement | null = null;

  constructor() {
    super();
    this.itemId = '';
    this.busy = false;
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#state.words = this.words;
    this.#state.update(this.root, this.busy);
  }

  protected override render(): TemplateResult {
    return html`<div class="widget" @input=${this.#written} @change=${this.#written}>
        ${new Drawing(this.#state, paint).children([this.root])}
      </div>
      <p class="visually-hidden" role="status">${this.#state.announcement}</p>`;
  }

  protected override updated(): void {
    this.#keepFocus();
    this.#state.doWhatWaits();
  }

  #written({ target }: Event): void {
    const control = target as Control;
    this.#state.recheck(pathOf(control), control.validity?.valid ?? true);
  }

  /** Nothing that is drawn anew or locked may cost a person their place. */
  #keepFocus(): void {
    const focused = this.#focused;
    const working = this.#state.workingPath;
    if (focused instanceof HTMLElement && focused.matches(':disabled') && working !== null) {
      this.#left = focused;
      this.#buttonAt(working)?.focus({ preventScroll: true });
    } else if (focused instanceof HTMLElement && focused.isConnected && this.shadowRoot?.activeElement === null) {
      focused.focus({ preventScroll: true });
    }
    if (working === null && this.#left !== null) {
      if (focused?.matches('button') && !this.#left.matches(':disabled')) this.#left.focus({ preventScroll: true });
      this.#left = null;
    }
  }

  #buttonAt(path: string): HTMLElement | null {
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('button[data-path]');
    return [...buttons].find((button) => button.dataset['path'] === path) ?? null;
  }
}

customElements.define('agentnook-widget', Widget);
