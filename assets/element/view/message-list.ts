/**
 * Owns the conversation as it is read: messages, what the agent did, notices and progress, scrolled.
 *
 * What a model wrote goes into the page as text, never as HTML.
 */

import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Entry, UNSENT_ID, answerText } from '../core/conversation.ts';
import type { SessionState } from '../core/session_state.ts';
import type { ClientToolCallItem } from '../core/wire.ts';
import { arrowDown, circleCheck, circleDashed, circleInfo, triangle } from './icons.ts';
import { styles } from './message-list.styles.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** Closer to the start than this, a reader is about to want earlier messages. */
const NEAR_START_PIXELS = 240;

/** The event of the list: `earlier`. */
export class MessageList extends LitElement {
  static override properties = {
    words: { attribute: false },
    session: { attribute: false },
    agentLabel: {},
    progress: { attribute: false },
  };

  static override styles = [shared, styles];

  declare words: Words;
  declare session: SessionState;
  declare agentLabel: string;
  declare progress: string | null;

  readonly #scroll = new ScrollKeeper(this, () => this.renderRoot.querySelector('.scroller'));

  constructor() {
    super();
    this.agentLabel = '';
    this.progress = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('session')?.conversation;
    if (before === undefined) return;
    const { threadId, entries } = this.session.conversation;
    const [first] = before.entries;
    const sending = entries.at(-1)?.id === UNSENT_ID && before.entries.at(-1)?.id !== UNSENT_ID;
    if (sending || threadId !== before.threadId) this.#scroll.follow();
    else if (first !== undefined && first.id !== entries[0]?.id) this.#scroll.keepPlace();
  }

  protected override render(): TemplateResult {
    const { conversation, phase } = this.session;
    const loading = phase === 'loading';
    return html`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.words('element.conversation')}
        aria-busy=${phase !== 'idle'}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="column">
          ${conversation.earlier === null ? nothing : this.#earlierButton()}
          ${loading ? this.#skeleton() : nothing}
          ${repeat(
            conversation.entries,
            (entry) => entry.id,
            (entry) => guard([entry, this.words, this.agentLabel], () => this.#entry(entry)),
          )}
          ${this.#progressLine()}
        </div>
      </div>
      ${this.#scroll.atEnd ? nothing : this.#toEndButton()}`;
  }

  #scrolled(): void {
    this.#scroll.scrolled();
    if (this.#scroll.fromStart < NEAR_START_PIXELS && !this.#scroll.atEnd) this.#wantEarlier();
  }

  #wantEarlier(): void {
    const { conversation, loadingEarlier } = this.session;
    if (conversation.earlier !== null && !loadingEarlier) this.dispatchEvent(new CustomEvent('earlier'));
  }

  #entry(entry: Entry): TemplateResult | typeof nothing {
    switch (entry.type) {
      case 'user_message':
        return html`<article class=${entry.id === UNSENT_ID ? 'user unsent' : 'user'}>
          ${this.#author('element.you_said')}
          <div class="text">${entry.text}</div>
        </article>`;
      case 'assistant_message':
        return html`<article>
          ${this.#author('element.agent_said', { agent: this.agentLabel })}
          <div class="text">${answerText(entry)}</div>
        </article>`;
      case 'client_tool_call':
        return this.#toolLine(entry);
      case 'notice':
        return html`<div class="line ${entry.level}">
          ${entry.level === 'info' ? circleInfo : triangle}
          <div>
            ${entry.title === null ? nothing : html`<strong>${entry.title}</strong>`}
            <div class="text">${entry.message}</div>
          </div>
        </div>`;
      case 'other':
        return nothing;
    }
  }

  #author(key: 'element.you_said' | 'element.agent_said', values: Record<string, string> = {}): TemplateResult {
    return html`<span class="visually-hidden">${this.words(key, values)}</span>`;
  }

  #toolLine(call: ClientToolCallItem): TemplateResult {
    const done = call.status === 'completed';
    const tool = call.name.replaceAll('_', ' ');
    const sentence = this.words(done ? 'element.tool.done' : 'element.tool.asked', { tool });
    return html`<div class="line">${done ? circleCheck : circleDashed}<span class="text">${sentence}</span></div>`;
  }

  #progressLine(): TemplateResult | typeof nothing {
    if (this.progress === null) return nothing;
    const dots = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
    return html`<div class="line">${dots}<span class="text">${this.progress}</span></div>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="skeleton">
      <i></i><i></i><i></i><i></i>
      <span class="visually-hidden">${this.words('element.loading')}</span>
    </div>`;
  }

  #earlierButton(): TemplateResult {
    return html`<button
      type="button"
      class="earlier"
      ?disabled=${this.session.loadingEarlier}
      @click=${this.#wantEarlier}
    >
      ${this.words(this.session.loadingEarlier ? 'element.loading' : 'element.earlier')}
    </button>`;
  }

  #toEndButton(): TemplateResult {
    return html`<button
      type="button"
      class="icon to-end"
      aria-label=${this.words('element.to_end')}
      title=${this.words('element.to_end')}
      @click=${() => this.#scroll.follow()}
    >
      ${arrowDown}
    </button>`;
  }
}

customElements.define('agentnook-messages', MessageList);
