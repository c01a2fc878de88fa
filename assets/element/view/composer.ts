/** Owns the box a person writes in: it grows with the text, sends on Enter, and shows Stop while an answer comes. */

import type { Entity } from '@openai/chatkit';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { acceptAttribute } from '../core/attachable.ts';
import type { AttachmentsOption, CommandsOption, EntitiesOption, ModelOption, ToolOption } from '../core/options.ts';
import type { Upload } from '../core/uploads.ts';
import './attachment-tiles.ts';
import './composer-bar.ts';
import { styles } from './composer.styles.ts';
import { arrowUp, cross, paperclip, quote, square } from './icons.ts';
import { say } from './said.ts';
import { isSendKey } from './send_key.ts';
import { LIST_ID, optionId, suggestionList } from './suggestion_list.ts';
import { type Suggestion, Suggestions } from './suggestions.ts';
import { floating, shared } from './theme.ts';
import type { Words } from './words.ts';

/**
 * The events of the composer: `send` and `write` (the text), `stop`, `tool` (an id or null), `model` (an id),
 * `unquote`, `attach` (files), `remove` and `retry` (the key of one), `dismiss` (what was refused), `search-failed` (why
 * the page found no suggestions).
 */
/** Fewer characters than this fill the composer at its widest and highest. */
const FULL_HEIGHT_CHARACTERS = 4_000;

export class Composer extends LitElement {
  static override properties = {
    words: { attribute: false },
    placeholder: {},
    value: { attribute: false },
    reply: { attribute: false },
    busy: { type: Boolean },
    stoppable: { type: Boolean },
    closedReason: { attribute: false },
    tools: { attribute: false },
    models: { attribute: false },
    tool: { attribute: false },
    model: { attribute: false },
    entities: { attribute: false },
    commands: { attribute: false },
    wordOfTag: { attribute: false },
    attachable: { attribute: false },
    uploads: { attribute: false },
    refusals: { attribute: false },
  };

  static override styles = [shared, floating, styles];

  declare words: Words;
  declare placeholder: string;
  declare value: string;
  declare reply: string | null;
  declare busy: boolean;
  declare stoppable: boolean;
  declare closedReason: string | null;
  declare tools: readonly ToolOption[];
  declare models: readonly ModelOption[];
  declare tool: ToolOption | null;
  declare model: ModelOption | null;
  declare entities: EntitiesOption | undefined;
  declare commands: CommandsOption | undefined;
  /** Makes an entity a tag and says which word stands for it. */
  declare wordOfTag: (entity: Entity) => string;

  /** Which files can be attached; null when none can. */
  declare attachable: AttachmentsOption | null;
  declare uploads: readonly Upload[];
  /** Why files were not taken. */
  declare refusals: readonly string[];

  readonly #suggestions = new Suggestions(
    () => this.requestUpdate(),
    (error) => this.#tell('search-failed', error),
  );
  #compositionEndedAt = -Infinity;
  #sizes: ResizeObserver | null = null;
  #stopHadFocus = false;
  #tilesHadFocus = false;

  constructor() {
    super();
    this.placeholder = '';
    this.value = '';
    this.reply = null;
    this.busy = false;
    this.stoppable = false;
    this.closedReason = null;
    this.tools = [];
    this.models = [];
    this.tool = null;
    this.model = null;
    this.attachable = null;
    this.uploads = [];
    this.refusals = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  focusText(): void {
    this.#textarea?.focus();
  }

  protected override render(): TemplateResult {
    if (this.closedReason !== null) return html`<div class="card closed"><p>${this.closedReason}</p></div>`;
    const take = (suggestion: Suggestion): void => this.#take(suggestion);
    return html`${suggestionList(this.#suggestions, this.words('element.composer.suggestions'), take)}
      <form class=${this.#cardClass} @submit=${this.#submit} @click=${this.#focusFromCard}>
        ${this.#quote()} ${this.#tiles()} ${this.#hasBar ? nothing : this.#attachButton()} ${this.#text()}
        ${this.#hasBar ? html`${this.#attachButton()} ${this.#bar()}` : nothing}
        ${this.busy ? this.#stopButton() : this.#sendButton()}
      </form>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const active = this.shadowRoot?.activeElement;
    this.#stopHadFocus = active?.classList.contains('stop') ?? false;
    this.#tilesHadFocus = active?.localName === 'agentnook-attachments';
    const { entities, commands } = this;
    if (changed.has('entities') || changed.has('commands')) this.#suggestions.setSources({ entities, commands });
    if (changed.has('value') && this.value === '') this.#suggestions.close();
  }

  protected override updated(): void {
    this.#fit();
    // The answer is complete and Stop is gone: the keyboard goes on where the person writes.
    if (this.#stopHadFocus && !this.busy) this.focusText();
    // The last tile is gone, with the button that was pressed.
    if (this.#tilesHadFocus && !this.#hasTiles) this.focusText();
    this.renderRoot.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    // A narrower window wraps the text into more lines.
    if (this.#sizes === null && this.#textarea) {
      this.#sizes = new ResizeObserver(() => this.#fit());
      this.#sizes.observe(this);
    }
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #searches(): boolean {
    return this.entities?.onTagSearch !== undefined || this.commands?.enabled === true;
  }

  get #offersTags(): boolean {
    return this.entities?.onTagSearch !== undefined && this.entities.showComposerMenu === true;
  }

  get #hasBar(): boolean {
    return this.tools.length > 0 || this.models.length > 0 || this.#offersTags;
  }

  get #hasTiles(): boolean {
    return this.uploads.length + this.refusals.length > 0;
  }

  get #cardClass(): string {
    return `card${this.#hasBar ? ' with-bar' : ''}${this.attachable === null ? '' : ' with-files'}`;
  }

  /** Why what stands here cannot be sent yet; null when it can, or when there is nothing. */
  get #waitsFor(): string | null {
    if (this.uploads.some(({ state }) => state === 'failed')) return this.words('element.attach.unsent');
    return this.uploads.some(({ state }) => state !== 'done') ? this.words('element.attach.waiting') : null;
  }

  get #isBlank(): boolean {
    return this.value.trim() === '' && this.uploads.length === 0;
  }

  #tiles(): TemplateResult | typeof nothing {
    if (!this.#hasTiles) return nothing;
    return html`<agentnook-attachments
      .words=${this.words}
      .uploads=${this.uploads}
      .refusals=${this.refusals}
      .waitsFor=${this.#waitsFor}
      @remove=${(event: CustomEvent<number>) => this.#tell('remove', event.detail)}
      @retry=${(event: CustomEvent<number>) => this.#tell('retry', event.detail)}
      @dismiss=${() => this.#tell('dismiss')}
    ></agentnook-attachments>`;
  }

  #attachButton(): TemplateResult | typeof nothing {
    if (this.attachable === null) return nothing;
    const name = this.words('element.attach.add');
    return html`<button type="button" class="icon attach" aria-label=${name} title=${name} @click=${this.#choose}>
        ${paperclip}
      </button>
      <input
        type="file"
        multiple
        hidden
        aria-label=${name}
        accept=${acceptAttribute(this.attachable) || nothing}
        @change=${this.#chosen}
      />`;
  }

  #text(): TemplateResult {
    const { open, active } = this.#suggestions;
    return html`<textarea
      rows="1"
      aria-label=${this.words('element.composer.label')}
      aria-autocomplete=${this.#searches ? 'list' : nothing}
      aria-haspopup=${this.#searches ? 'listbox' : nothing}
      aria-controls=${open ? LIST_ID : nothing}
      aria-activedescendant=${open ? optionId(active) : nothing}
      placeholder=${this.tool?.placeholderOverride ?? this.placeholder}
      .value=${live(this.value)}
      enterkeyhint="send"
      autocomplete="off"
      @input=${this.#written}
      @keydown=${this.#keyPressed}
      @blur=${() => this.#suggestions.close()}
      @compositionend=${this.#compositionEnded}
    ></textarea>`;
  }

  #quote(): TemplateResult | typeof nothing {
    if (this.reply === null) return nothing;
    const name = this.words('element.composer.unquote');
    return html`<div class="reply">
      ${quote}
      <blockquote title=${this.reply}>${this.reply}</blockquote>
      <button type="button" class="icon" aria-label=${name} title=${name} @click=${this.#unquote}>${cross}</button>
    </div>`;
  }

  #bar(): TemplateResult {
    return html`<agentnook-composer-bar
      .words=${this.words}
      .tools=${this.tools}
      .models=${this.models}
      .tool=${this.tool}
      .model=${this.model}
      .withTags=${this.#offersTags}
      @tool=${(event: CustomEvent<string | null>) => this.#chooseTool(event.detail)}
      @model=${(event: CustomEvent<string>) => this.#tell('model', event.detail)}
      @tag=${this.#startTag}
    ></agentnook-composer-bar>`;
  }

  #sendButton(): TemplateResult {
    return html`<button
      class="icon send"
      type="submit"
      aria-label=${this.words('element.composer.send')}
      title=${this.#waitsFor ?? this.words('element.composer.send')}
      ?disabled=${this.#isBlank || this.#waitsFor !== null}
    >
      ${arrowUp}
    </button>`;
  }

  #stopButton(): TemplateResult {
    return html`<button
      class="icon stop"
      type="button"
      aria-label=${this.words('element.composer.stop')}
      title=${this.words('element.composer.stop')}
      ?disabled=${!this.stoppable}
      @click=${this.#stop}
    >
      ${square}
    </button>`;
  }

  #fit(): void {
    const textarea = this.#textarea;
    if (!textarea) return;
    if (this.value.length > FULL_HEIGHT_CHARACTERS) {
      // Measuring a text of a book's length would hold up the page for seconds, only to find that it does not fit.
      textarea.style.height = '100vh';
      return;
    }
    // Measured at its smallest, while around it nothing moves: the conversation would lose its place.
    this.style.height = `${this.offsetHeight}px`;
    textarea.style.height = '0';
    textarea.style.height = `${textarea.scrollHeight}px`;
    this.style.height = '';
  }

  #focusFromCard(event: Event): void {
    if (event.target === event.currentTarget) this.focusText();
  }

  #written(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.#write(event.target.value);
    if (this.#searches) void this.#suggestions.look(this.value, event.target.selectionStart);
  }

  #write(text: string): void {
    this.value = text;
    this.#tell('write', text);
  }

  #compositionEnded(event: CompositionEvent): void {
    this.#compositionEndedAt = event.timeStamp;
  }

  #keyPressed(event: KeyboardEvent): void {
    if (this.#suggestions.open && this.#suggestionKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!isSendKey(event, this.#compositionEndedAt)) return;
    event.preventDefault();
    this.#send();
  }

  /** What a key does in the list of suggestions; false when it means nothing there. */
  #suggestionKey(event: KeyboardEvent): boolean {
    const suggestion = this.#suggestions.found[this.#suggestions.active];
    if (event.key === 'ArrowDown') this.#suggestions.move(1);
    else if (event.key === 'ArrowUp') this.#suggestions.move(-1);
    else if (event.key === 'Escape') this.#suggestions.leave();
    else if (suggestion !== undefined && this.#picks(event)) this.#take(suggestion);
    else return false;
    return true;
  }

  #picks(event: KeyboardEvent): boolean {
    const tab = event.key === 'Tab' && !event.shiftKey && !event.isComposing;
    return tab || isSendKey(event, this.#compositionEndedAt);
  }

  #take(suggestion: Suggestion): void {
    if (suggestion.kind === 'tag') this.#replaceTrigger(`${this.wordOfTag(suggestion.entity)} `);
    else void this.#run(suggestion);
  }

  async #run({ command }: Extract<Suggestion, { kind: 'command' }>): Promise<void> {
    try {
      const selection = await this.commands?.onSelect?.(command);
      if (selection?.type === 'menu') this.#suggestions.showCommands(selection.commands);
      else this.#replaceTrigger(selection === undefined ? '' : `${this.wordOfTag(selection.entity)} `);
    } catch (error) {
      this.#replaceTrigger('');
      this.#tell('search-failed', error);
    }
  }

  /** Write something in the place of the word that asked for suggestions. */
  #replaceTrigger(words: string): void {
    const { trigger } = this.#suggestions;
    const textarea = this.#textarea;
    this.#suggestions.close();
    if (trigger === null || textarea === null) return;
    textarea.setRangeText(words, trigger.start, Math.min(trigger.end, textarea.value.length), 'end');
    this.#write(textarea.value);
  }

  #startTag(): void {
    const textarea = this.#textarea;
    if (textarea === null) return;
    this.focusText();
    const { selectionStart, selectionEnd, value } = textarea;
    const apart = selectionStart === 0 || /\s/u.test(value.charAt(selectionStart - 1));
    textarea.setRangeText(apart ? '@' : ' @', selectionStart, selectionEnd, 'end');
    this.#write(textarea.value);
    void this.#suggestions.look(textarea.value, textarea.selectionStart);
  }

  #chooseTool(id: string | null): void {
    this.#tell('tool', id);
    if (id === null) this.focusText();
  }

  #unquote(): void {
    this.#tell('unquote');
    this.focusText();
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    if (this.#isBlank || this.busy) return;
    if (this.#waitsFor === null) this.#tell('send', this.value);
    else say(this, this.#waitsFor);
  }

  #choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  }

  #chosen({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    this.#tell('attach', [...(currentTarget.files ?? [])]);
    // The same file may be chosen again.
    currentTarget.value = '';
    this.focusText();
  }

  #stop(): void {
    this.#tell('stop');
    this.focusText();
  }

  #tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('agentnook-composer', Composer);
