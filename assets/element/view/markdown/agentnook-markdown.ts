/**
 * Draws `<agentnook-markdown>`: a text in Markdown, as it grows.
 *
 * SECURITY: whatever the text says, it becomes words, links and pictures that are named in `inline.ts` and `links.ts`,
 * by nodes that are made one by one. No HTML is ever written, so there is none to be cleaned.
 */

import { LitElement, type PropertyValues, type TemplateResult, html } from 'lit';
import type { Annotation, Source } from '../../core/items.ts';
import { copyText } from '../items/clipboard.ts';
import { say } from '../said.ts';
import { shared } from '../theme.ts';
import type { Words } from '../words.ts';
import { drawInline } from './inline-view.ts';
import { styles } from './markdown.styles.ts';
import { numberedSources, withMarks } from './source-marks.ts';
import { type Surroundings, Writer } from './writer.ts';

const COPIED_MILLISECONDS = 2_000;
const NO_ANNOTATIONS: readonly Annotation[] = [];

/** The event of a text: `entity` (a source of the integration's own that was pressed, as `{source}`). */
export class AgentnookMarkdown extends LitElement {
  static override properties = {
    text: {},
    streaming: { type: Boolean },
    words: { attribute: false },
    annotations: { attribute: false },
    sources: { attribute: false },
  };

  static override styles = [shared, styles];

  declare text: string;
  /** Whether more of the text is to come. */
  declare streaming: boolean;
  declare words: Words;
  declare annotations: readonly Annotation[];
  /** The sources in the order of their numbers, where they are counted across several texts. */
  declare sources: readonly Source[] | null;

  #writer: Writer | null = null;
  #waiting: (() => void)[] = [];

  constructor() {
    super();
    this.text = '';
    this.streaming = false;
    this.annotations = NO_ANNOTATIONS;
    this.sources = null;
  }

  protected override render(): TemplateResult {
    return html`<div class="body" @click=${this.#pressed}></div>
      <p class="left-over" hidden></p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('words')) this.#begin();
    const isDrawing = (['text', 'streaming', 'annotations', 'sources', 'words'] as const).some((name) => changed.has(name));
    if (isDrawing) this.#writer?.write(withMarks(this.text, this.annotations, this.#numbered()), this.streaming);
  }

  /** The text is there once all of it is drawn, which for a long one takes several goes. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.#writer?.isBusy === true) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return isComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was left to do when it was taken off the page.
    if (this.#writer !== null) this.requestUpdate('text');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#writer?.stop();
    this.#isDone();
  }

  #begin(): void {
    this.#writer?.stop();
    const place = this.renderRoot.querySelector<HTMLElement>('.body');
    if (place === null) return;
    place.replaceChildren();
    this.#writer = new Writer(
      place,
      () => this.#surroundings(),
      () => this.#isDone(),
    );
  }

  #surroundings(): Surroundings {
    return { words: this.words, sources: this.#numbered(), copy: (text, button) => void this.#copy(text, button) };
  }

  #numbered(): readonly Source[] {
    return this.sources ?? numberedSources(this.annotations);
  }

  #isDone(): void {
    this.#drawLeftOver();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** A source whose place was within code, or in what nobody sees, is named at the end. */
  #drawLeftOver(): void {
    const place = this.renderRoot.querySelector<HTMLElement>('.left-over');
    if (place === null || (this.annotations.length === 0 && place.hidden)) return;
    const marks = [...this.renderRoot.querySelectorAll<HTMLElement>('.body [data-source]')];
    const drawn = new Set(marks.map((mark) => Number(mark.dataset['source'])));
    const named = new Set(numberedSources(this.annotations));
    const left = this.#numbered().flatMap((source, at) => (named.has(source) && !drawn.has(at + 1) ? [at + 1] : []));
    place.hidden = left.length === 0;
    const nodes = left.map((number) => ({ type: 'source', number }) as const);
    place.replaceChildren(...drawInline(nodes, [], this.#surroundings()));
  }

  #pressed(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('[data-source] button') : null;
    const number = Number(button?.parentElement?.dataset['source']);
    const source = this.#numbered()[number - 1];
    if (source !== undefined) this.dispatchEvent(new CustomEvent('entity', { detail: { source } }));
  }

  async #copy(text: string, button: HTMLButtonElement): Promise<void> {
    const isCopied = await copyText(text);
    const label = this.words(isCopied ? 'element.markdown.copied' : 'element.markdown.copy_failed');
    button.textContent = label;
    say(this, label);
    setTimeout(() => {
      button.textContent = this.words('element.markdown.copy');
    }, COPIED_MILLISECONDS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agentnook-markdown': AgentnookMarkdown;
  }
}

customElements.define('agentnook-markdown', AgentnookMarkdown);
