/** Keeps a scrolled list where its reader is: at the end while it grows, or at the same words while it grows above. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Closer to the end than this, a reader is at the end. */
const AT_END_PIXELS = 48;

export class ScrollKeeper implements ReactiveController {
  atEnd = true;
  readonly #host: ReactiveControllerHost & Element;
  readonly #find: () => Element | null;
  #heightBefore: number | null = null;
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

  /** Go to the end and stay there. */
  follow(): void {
    this.atEnd = true;
    this.#host.requestUpdate();
  }

  /** The update that comes puts something above: afterwards the same words stand in the same place. */
  keepPlace(): void {
    this.#heightBefore = this.#find()?.scrollHeight ?? null;
  }

  scrolled(): void {
    const scroller = this.#find();
    if (scroller === null) return;
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_END_PIXELS;
    if (atEnd === this.atEnd) return;
    this.atEnd = atEnd;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const scroller = this.#find();
    if (scroller === null) return;
    if (this.#heightBefore !== null) scroller.scrollTop += scroller.scrollHeight - this.#heightBefore;
    this.#heightBefore = null;
    if (this.atEnd) this.#toEnd();
    this.#watch(scroller);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  #toEnd(): void {
    const scroller = this.#find();
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }

  /** The window or the composer changes its size, a picture arrives: whoever was at the end stays there. */
  #watch(scroller: Element): void {
    if (this.#sizes !== null) return;
    this.#sizes = new ResizeObserver(() => {
      if (this.atEnd) this.#toEnd();
    });
    this.#sizes.observe(this.#host);
    for (const content of scroller.children) this.#sizes.observe(content);
  }
}
