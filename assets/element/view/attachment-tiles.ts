/** Draws the files beside an unsent message: a tile for each, with its picture, progress or error, and what was refused. */

import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Upload } from '../core/uploads.ts';
import { fileName, fileNameStyles, fileSize } from './file_name.ts';
import { cross, fileIcon, rotate } from './icons.ts';
import { shared } from './theme.ts';
import type { Words } from './words.ts';

/** The events of the tiles: `remove` and `retry` (a key), `dismiss`. */
export class AttachmentTiles extends LitElement {
  static override properties = {
    words: { attribute: false },
    uploads: { attribute: false },
    refusals: { attribute: false },
    waitsFor: { attribute: false },
  };

  static override styles = [
    shared,
    fileNameStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
        min-width: 0;
        font-size: var(--label-size);
        line-height: var(--label-line);
        cursor: default;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 8px;
        max-height: min(184px, 30vh);
        margin: 0;
        padding: 2px;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        padding: 5px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      li.failed {
        grid-column: 1 / -1;
        border-color: var(--danger);
      }
      .picture {
        display: grid;
        place-items: center;
        flex: none;
        width: 40px;
        height: 40px;
        border-radius: calc(var(--radius) - 2px);
        overflow: hidden;
        background: var(--sunken);
        color: var(--muted);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .about {
        flex: 1;
        min-width: 0;
      }
      .detail {
        color: var(--muted);
      }
      .failed .detail {
        color: var(--danger);
        overflow-wrap: anywhere;
      }
      .track {
        height: 4px;
        margin: 8px 0;
        border-radius: 2px;
        overflow: hidden;
        background: var(--line);
      }
      .track div {
        height: 100%;
        background: var(--accent);
      }
      .icon {
        border-color: transparent;
        background: none;
      }
      p {
        margin: 0;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .refused {
        display: flex;
        align-items: start;
        gap: 8px;
      }
      .refused div {
        flex: 1;
        min-width: 0;
        padding: calc((var(--control) - var(--label-line)) / 2) 0;
      }
      .refused p {
        color: var(--danger);
      }
    `,
  ];

  declare words: Words;
  declare uploads: readonly Upload[];
  /** A sentence each. */
  declare refusals: readonly string[];
  /** Why the message cannot be sent yet; null when it can. */
  declare waitsFor: string | null;

  #pressedAt: number | null = null;

  constructor() {
    super();
    this.uploads = [];
    this.refusals = [];
    this.waitsFor = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('uploads')) this.#showNews(changed.get('uploads') ?? []);
    if (this.#pressedAt === null || !changed.has('uploads')) return;
    // The button that was pressed is gone, with its tile or without: the keyboard goes on with what stands there now.
    const tiles = this.renderRoot.querySelectorAll('li');
    tiles[Math.min(this.#pressedAt, tiles.length - 1)]?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    this.#pressedAt = null;
  }

  protected override render(): TemplateResult {
    return html`${this.uploads.length === 0 ? nothing : this.#tiles()}
    ${this.refusals.length === 0 ? nothing : this.#refused()}`;
  }

  #tiles(): TemplateResult {
    return html`<ul aria-label=${this.words('element.attachments')}>
        ${repeat(
          this.uploads,
          ({ key }) => key,
          (upload) => this.#tile(upload),
        )}
      </ul>
      ${this.waitsFor === null ? nothing : html`<p>${this.waitsFor}</p>`}`;
  }

  #tile(upload: Upload): TemplateResult {
    const { key, name, pictureUrl, state } = upload;
    const picture = pictureUrl === null ? fileIcon : html`<img src=${pictureUrl} alt="" decoding="async" />`;
    return html`<li class=${state}>
      <span class="picture">${picture}</span>
      <div class="about">${fileName(name)}${this.#detail(upload)}</div>
      ${state === 'failed' ? this.#button('retry', key, this.words('element.attach.retry', { name }), rotate) : nothing}
      ${this.#button('remove', key, this.words('element.attach.remove', { name }), cross)}
    </li>`;
  }

  #detail({ name, size, state, progress, error }: Upload): TemplateResult | typeof nothing {
    if (state === 'failed') {
      return html`<div class="detail">${error?.sentence ?? this.words('element.attach.failed')}</div>`;
    }
    if (state === 'done') return size === null ? nothing : html`<div class="detail">${fileSize(size)}</div>`;
    const percent = Math.round(progress * 100);
    return html`<div
      class="track"
      role="progressbar"
      aria-label=${this.words('element.attach.sending', { name })}
      aria-valuenow=${percent}
    >
      <div style="width: ${percent}%"></div>
    </div>`;
  }

  #button(event: 'remove' | 'retry', key: number, name: string, face: TemplateResult): TemplateResult {
    return html`<button
      type="button"
      class="icon"
      aria-label=${name}
      title=${name}
      @click=${(click: Event) => this.#press(event, key, click.currentTarget as HTMLElement)}
    >
      ${face}
    </button>`;
  }

  #refused(): TemplateResult {
    const name = this.words('element.attach.dismiss');
    return html`<div class="refused">
      <div>${this.refusals.map((sentence) => html`<p>${sentence}</p>`)}</div>
      <button type="button" class="icon" aria-label=${name} title=${name} @click=${() => this.#tell('dismiss', null)}>
        ${cross}
      </button>
    </div>`;
  }

  /** What has just come, or just failed, may be where one would have to scroll to. */
  #showNews(before: readonly Upload[]): void {
    const known = new Map(before.map(({ key, state }) => [key, state]));
    const at = this.uploads.findLastIndex(({ key, state }) => {
      return !known.has(key) || (state === 'failed' && known.get(key) !== 'failed');
    });
    this.renderRoot.querySelectorAll('li')[at]?.scrollIntoView({ block: 'nearest' });
  }

  #press(event: 'remove' | 'retry', key: number, button: HTMLElement): void {
    if (button.matches(':focus')) this.#pressedAt = this.uploads.findIndex((upload) => upload.key === key);
    this.#tell(event, key);
  }

  #tell(name: 'remove' | 'retry' | 'dismiss', detail: number | null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('agentnook-attachments', AttachmentTiles);
