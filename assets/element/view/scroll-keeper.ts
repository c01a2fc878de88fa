/**
 * Keeps a scrolled list where its reader is: at the end while it grows, or at the same words while it changes above.
 *
 * The list is a scroller, in it a column, in that blocks of rows. Engines keep a place by themselves, but not all of them
 * and not at the very top; therefore it is done here, for all alike.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Closer to the end than this, a reader is at the end. */
const AT_END_PIXELS = 48;

/** For this long after they turned the wheel or touched something, scrolling is the reader's own. */
const READER_SCROLLS_MILLISECONDS = 1_000;

/** A row, and how far below the top of the scroller it stands. */
interface Anchor {
  readonly row: Element;
  readonly top: number;
}

export class ScrollKeeper implements ReactiveController {
  atEnd = true;
  /** Whether a reader who is at the end stays there while it grows. */
  follows = true;
  /** Whether nothing will come before what is at the top: a reader who goes there stays there while it is drawn. */
  isWhole = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #find: () => Element | null;
  #going: 'start' | 'end' | null = null;
  #atStart = false;
  #lastTop = 0;
  #lastHeight = 0;
  #touchedAt = -Infinity;
  #anchor: Anchor | null = null;
  #held: Anchor | null = null;
  #sizes: ResizeObserver | null = null;

  constructor(host: ReactiveControllerHost & Element, find: () => Element | null) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  /** How far the reader is from the start, in pixels. */
  get fromStart(): number {
    return this.#find()?.scrollTop ?? 0;
  }

  /** The block that stands at the top of what the reader sees. */
  get firstBlock(): HTMLElement | null {
    const scroller = this.#find();
    return scroller === null ? null : blockIn(scroller);
  }

  get fromEnd(): number {
    const scroller = this.#find();
    return scroller === null ? 0 : scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  }

  /** Go to the end and stay there. */
  follow(): void {
    this.atEnd = true;
    this.#going = 'end';
    // They asked for the end: what moves from now on is not their leaving it.
    this.#touchedAt = -Infinity;
    this.#host.requestUpdate();
  }

  /** Go to the start with the update that comes. */
  toStart(): void {
    this.atEnd = false;
    this.#going = 'start';
  }

  /** The reader is about to change something themselves: it stays where they see it, even at the end. */
  hold(row: Element): void {
    const scroller = this.#find();
    if (scroller !== null) this.#held = { row, top: topIn(scroller, row) };
  }

  /** The reader uses the wheel, the keyboard, a finger or the scroll bar. */
  touched(): void {
    this.#touchedAt = performance.now();
  }

  scrolled(): void {
    const scroller = this.#find();
    if (scroller === null) return;
    const { scrollTop } = scroller;
    const stays = this.atEnd && this.follows && !this.#leftEnd(scroller);
    this.#atStart = this.isWhole && !stays && scrollTop <= 0;
    // What changed its size since the last frame is not what the reader did.
    if (this.#anchor !== null) this.#anchor = movedBy(this.#lastTop - scrollTop, this.#anchor);
    if (!stays && this.#held === null) this.#stay(scroller);
    this.#remember(scroller);
    this.#anchor = anchorIn(scroller);
    this.#setAtEnd(stays || this.fromEnd < AT_END_PIXELS);
  }

  hostUpdated(): void {
    const scroller = this.#find();
    if (scroller === null) return;
    // Whatever changes its size is seen below, before it is painted.
    if (this.#going !== null) this.#settle(scroller);
    this.#watch(scroller);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  /** What grows and shrinks scrolls too, and so do we; only whoever goes up by themselves leaves the end. */
  #leftEnd({ scrollTop, scrollHeight }: Element): boolean {
    if (scrollTop >= this.#lastTop) return false;
    return scrollHeight === this.#lastHeight || performance.now() - this.#touchedAt < READER_SCROLLS_MILLISECONDS;
  }

  #remember({ scrollTop, scrollHeight }: Element): void {
    this.#lastTop = scrollTop;
    this.#lastHeight = scrollHeight;
  }

  #setAtEnd(atEnd: boolean): void {
    if (atEnd === this.atEnd) return;
    this.atEnd = atEnd;
    this.#host.requestUpdate();
  }

  /** Something may have changed its size: put the reader back where they were. */
  #settle(scroller: Element): void {
    const going = this.#going;
    this.#going = null;
    if (going === 'start') scroller.scrollTop = 0;
    else if (going === 'end' || (this.atEnd && this.follows && this.#held === null)) scroller.scrollTop = scroller.scrollHeight;
    else this.#stay(scroller);
    this.#remember(scroller);
    if (going !== null || this.#anchor?.row.isConnected !== true) this.#anchor = anchorIn(scroller);
  }

  #stay(scroller: Element): void {
    const anchor = this.#held ?? this.#anchor;
    // What is drawn at the top grows downwards: no row below it is the place of whoever went to the start.
    if (this.#atStart && this.#held === null) scroller.scrollTop = 0;
    else if (anchor?.row.isConnected === true) {
      const moved = topIn(scroller, anchor.row) - anchor.top;
      if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
    }
    this.#setAtEnd(this.fromEnd < AT_END_PIXELS);
  }

  /** The window or the composer changes its size, a picture arrives, a block comes into sight and is measured. */
  #watch(scroller: Element): void {
    if (this.#sizes !== null) return;
    this.#sizes = new ResizeObserver(() => {
      this.#settle(scroller);
      this.#held = null;
    });
    this.#sizes.observe(this.#host);
    for (const content of scroller.children) this.#sizes.observe(content);
  }
}

function movedBy(distance: number, { row, top }: Anchor): Anchor {
  return { row, top: top + distance };
}

function topIn(scroller: Element, row: Element): number {
  return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

function blockIn(scroller: Element): HTMLElement | null {
  const blocks = scroller.querySelectorAll<HTMLElement>('.block');
  return firstBelow(blocks, scroller.getBoundingClientRect().top);
}

/** The first row that a reader sees; a block that is not drawn yet has none, and will change its size. */
function anchorIn(scroller: Element): Anchor | null {
  const { top, bottom } = scroller.getBoundingClientRect();
  const first = blockIn(scroller);
  let block: Element | null = first;
  while (block !== null && block.childElementCount === 0 && block.getBoundingClientRect().bottom < bottom) {
    block = block.nextElementSibling;
  }
  const row = (block === null ? null : firstBelow(block.children, top)) ?? first;
  return row === null ? null : { row, top: row.getBoundingClientRect().top - top };
}

/** The first element that reaches below a line; the elements stand under each other. */
function firstBelow<T extends Element>(elements: ArrayLike<T>, line: number): T | null {
  let from = 0;
  let to = elements.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > line) to = middle;
    else from = middle + 1;
  }
  return elements[from] ?? null;
}
