/**
 * Owns the rows of the list of conversations: opening one, giving it another name, deleting it, by mouse and keys.
 *
 * However long the list is, only the rows that can be seen are in the page, and the one that has the keyboard.
 */

import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ThreadSummary } from '../core/wire.ts';
import { Grouping, type Layout, type PlacedRow, layOut, rowsOf, rowsWithin } from './history_rows.ts';
import { dots, pencil, trash } from './icons.ts';
import './menu.ts';
import type { Menu, MenuItem } from './menu.ts';
import { indexAfterKey } from './menu_keys.ts';
import './rename-field.ts';
import type { Renaming } from './rename-field.ts';
import { shared } from './theme.ts';
import { styles } from './thread-list.styles.ts';
import type { Words } from './words.ts';

/** A screenful and a half, so that quick scrolling meets rows. */
const OVERSCAN_PIXELS = 600;
const GROUP_PIXELS = 36;
const ROW_PIXELS = 36;
const TOUCH_ROW_PIXELS = 44;
const PAGE_OF_ROWS = 10;

/**
 * The events of the list: `choose` and `remove` (a thread id), `rename` ({id, title}), `more` (its end is near).
 *
 * What is put into it stands behind its rows.
 */
export class ThreadList extends LitElement {
  static override properties = {
    words: { attribute: false },
    threads: { attribute: false },
    currentId: { attribute: false },
    locale: { attribute: false },
    renamable: { type: Boolean },
    deletable: { type: Boolean },
    complete: { type: Boolean },
    endless: { type: Boolean },
    activeId: { state: true },
    renamingId: { state: true },
    stretch: { state: true },
  };

  static override styles = [shared, styles];

  declare words: Words;
  declare threads: readonly ThreadSummary[];
  declare currentId: string | null;
  declare locale: string;
  declare renamable: boolean;
  declare deletable: boolean;
  /** Whether these are all there are. */
  declare complete: boolean;
  /** Whether more are wanted as soon as the end is near. */
  declare endless: boolean;
  /** The row that the Tab key comes to. */
  declare activeId: string | null;
  declare renamingId: string | null;
  /** What can be seen, in pixels from the start. */
  declare stretch: readonly [start: number, end: number];

  #layout: Layout = { rows: [], height: 0 };
  /** The row that is to get the keyboard, as soon as it is there. */
  #wantedId: string | null = null;
  #end: IntersectionObserver | null = null;
  #sizes: ResizeObserver | null = null;

  constructor() {
    super();
    this.threads = [];
    this.currentId = null;
    this.locale = 'en';
    this.renamable = true;
    this.deletable = true;
    this.complete = true;
    this.endless = false;
    this.activeId = null;
    this.renamingId = null;
    this.stretch = [0, OVERSCAN_PIXELS];
    this.addEventListener('scroll', () => this.#measure(), { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.disconnect();
    this.#sizes?.disconnect();
  }

  /** Put the keyboard on a conversation, or on the one it was on last. */
  focusThread(id = this.activeId): void {
    this.#wantedId = id;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('threads') || changed.has('words') || changed.has('locale')) this.#order();
    const known = (wanted: string | null): string | undefined => this.threads.find(({ id }) => id === wanted)?.id;
    const id = known(this.#wantedId) ?? known(this.activeId) ?? known(this.currentId) ?? this.threads[0]?.id;
    this.activeId = id ?? null;
  }

  protected override updated(): void {
    this.#watchEnd();
    if (this.#wantedId === null || this.#wantedId !== this.activeId) return;
    this.#wantedId = null;
    this.#bringIntoView();
    this.renderRoot.querySelector<HTMLElement>('.open[tabindex="0"]')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`${this.threads.length === 0 ? nothing : this.#list()}<slot></slot>
      <div class="end"></div>`;
  }

  #list(): TemplateResult {
    const kept = new Set([this.activeId, this.renamingId].filter((id) => id !== null));
    const [start, end] = this.stretch;
    const rows = rowsWithin(this.#layout, start - OVERSCAN_PIXELS, end + OVERSCAN_PIXELS, kept);
    return html`<ul style="height: ${this.#layout.height}px" @keydown=${this.#listKey}>
      ${repeat(
        rows,
        ({ row }) => row.key,
        (placed) => this.#row(placed),
      )}
    </ul>`;
  }

  #row({ row, top }: PlacedRow): TemplateResult {
    const place = `top: ${top}px; height: ${row.kind === 'group' ? GROUP_PIXELS : rowPixels()}px`;
    if (row.kind === 'group') return html`<li class="group" style=${place}><h3>${row.label}</h3></li>`;
    const { thread, position } = row;
    const count = !this.complete ? -1 : this.threads.length;
    return html`<li class="row" style=${place} aria-setsize=${count} aria-posinset=${position} data-id=${thread.id}>
      ${thread.id === this.renamingId ? this.#renameField(thread) : this.#threadRow(thread)}
    </li>`;
  }

  #threadRow(thread: ThreadSummary): TemplateResult {
    const title = thread.title ?? this.words('element.history.untitled');
    const items = this.#actions();
    const active = thread.id === this.activeId;
    return html`<button
        type="button"
        class="open"
        title=${title}
        aria-current=${thread.id === this.currentId}
        tabindex=${active ? 0 : -1}
        @focus=${() => (this.activeId = thread.id)}
        @click=${() => this.#tell('choose', thread.id)}
        @contextmenu=${this.#contextMenu}
      >
        ${title}</button
      >${items.length === 0
        ? nothing
        : html`<agentnook-menu
            .label=${this.words('element.history.actions', { title })}
            .face=${dots}
            .items=${items}
            .unreached=${!active}
            @choose=${(event: CustomEvent<string>) => this.#act(event.detail, thread.id)}
          ></agentnook-menu>`}`;
  }

  #renameField({ id, title }: ThreadSummary): TemplateResult {
    return html`<agentnook-rename
      .words=${this.words}
      .value=${title ?? ''}
      @done=${(event: CustomEvent<Renaming>) => this.#renamed(id, event.detail)}
    ></agentnook-rename>`;
  }

  #actions(): MenuItem[] {
    const items: MenuItem[] = [];
    if (this.renamable) items.push({ id: 'rename', label: this.words('element.history.rename'), icon: pencil });
    if (this.deletable) items.push({ id: 'remove', label: this.words('element.history.delete'), icon: trash });
    return items;
  }

  #order(): void {
    const word = (name: 'today' | 'yesterday' | 'week' | 'undated'): string => this.words(`element.history.${name}`);
    const names = { today: word('today'), yesterday: word('yesterday'), week: word('week'), undated: word('undated') };
    const rows = rowsOf(this.threads, new Grouping(names, this.locale, new Date()));
    this.#layout = layOut(rows, { thread: rowPixels(), group: GROUP_PIXELS });
  }

  #watchEnd(): void {
    this.#end?.disconnect();
    const end = this.renderRoot.querySelector('.end');
    if (!this.endless || end === null) return;
    this.#end = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) this.#tell('more');
      },
      { root: this, rootMargin: `${OVERSCAN_PIXELS}px` },
    );
    this.#end.observe(end);
  }

  #measure(): void {
    const { scrollTop, clientHeight, stretch } = this;
    const moved = Math.abs(scrollTop - stretch[0]) > OVERSCAN_PIXELS / 3;
    if (moved || clientHeight !== stretch[1] - stretch[0]) this.stretch = [scrollTop, scrollTop + clientHeight];
  }

  #bringIntoView(): void {
    const placed = this.#layout.rows.find(({ row }) => row.key === this.activeId);
    if (placed === undefined) return;
    const bottom = placed.top + rowPixels();
    if (placed.top - GROUP_PIXELS < this.scrollTop) this.scrollTop = placed.top - GROUP_PIXELS;
    else if (bottom > this.scrollTop + this.clientHeight) this.scrollTop = bottom - this.clientHeight;
  }

  #listKey(event: KeyboardEvent): void {
    const id = this.activeId;
    if (id === null || this.renamingId !== null) return;
    const act = this.#actionOfKey(event);
    if (act !== null) {
      event.preventDefault();
      this.#act(act, id);
      return;
    }
    const next = this.#indexAfter(event);
    if (next === undefined) return;
    event.preventDefault();
    this.focusThread(next.id);
  }

  #actionOfKey({ key, shiftKey }: KeyboardEvent): 'rename' | 'remove' | 'menu' | null {
    if (key === 'F2' && this.renamable) return 'rename';
    if (key === 'Delete' && this.deletable) return 'remove';
    const wantsMenu = key === 'ContextMenu' || (key === 'F10' && shiftKey);
    return wantsMenu && this.#actions().length > 0 ? 'menu' : null;
  }

  #indexAfter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): ThreadSummary | undefined {
    if (ctrlKey || altKey || metaKey) return undefined;
    const current = this.threads.findIndex(({ id }) => id === this.activeId);
    const last = this.threads.length - 1;
    if (key === 'PageDown') return this.threads[Math.min(last, current + PAGE_OF_ROWS)];
    if (key === 'PageUp') return this.threads[Math.max(0, current - PAGE_OF_ROWS)];
    // The list has two ends: who goes down it step by step does not come out at the top.
    if (key === 'ArrowDown') return this.threads[Math.min(last, current + 1)];
    if (key === 'ArrowUp') return this.threads[Math.max(0, current - 1)];
    const titles = this.threads.map(({ title }) => title ?? '');
    const next = indexAfterKey(titles, current, key);
    return next === null ? undefined : this.threads[next];
  }

  #act(action: string, id: string): void {
    if (action === 'menu') this.#rowOf(id)?.querySelector<Menu>('agentnook-menu')?.show();
    if (action === 'rename') this.renamingId = id;
    if (action === 'remove') this.#remove(id);
  }

  /** The keyboard goes on with the row beside it. */
  #remove(id: string): void {
    const index = this.threads.findIndex((thread) => thread.id === id);
    const neighbour = this.threads[index + 1] ?? this.threads[index - 1];
    this.#tell('remove', id);
    if (neighbour !== undefined) this.focusThread(neighbour.id);
  }

  #contextMenu(event: MouseEvent): void {
    const id = event.currentTarget instanceof Element ? event.currentTarget.closest('li')?.dataset['id'] : undefined;
    if (id === undefined || this.#actions().length === 0) return;
    event.preventDefault();
    this.activeId = id;
    this.#act('menu', id);
  }

  #renamed(id: string, { title, byKey }: Renaming): void {
    this.renamingId = null;
    if (byKey) this.focusThread(id);
    if (title !== null) this.dispatchEvent(new CustomEvent('rename', { detail: { id, title } }));
  }

  #rowOf(id: string): Element | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li.row')].find((row) => row.dataset['id'] === id);
  }

  #tell(name: string, detail: string | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function rowPixels(): number {
  return matchMedia('(pointer: coarse)').matches ? TOUCH_ROW_PIXELS : ROW_PIXELS;
}

customElements.define('agentnook-threads', ThreadList);
