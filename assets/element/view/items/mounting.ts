/**
 * Owns which blocks of a long conversation are drawn already: those in sight at once, the ones around them one by one
 * while the program has nothing better to do. What was drawn stays, with all that was typed and unfolded in it.
 */

import type { Block } from './blocks.ts';

/** The blocks on either side of the one in sight that are drawn with it. */
const AROUND = 1;

/** The blocks on either side that are drawn in time; who goes on reading draws on. */
const REACH = 50;

/** A block that is this far from the one in sight may be skipped by the engine. */
const FAR = 2;

/** Does something when the page has been painted and had a moment for its reader; what it returns calls that off. */
export type Later = (task: () => void) => () => void;

export class Mounting {
  readonly #changed: () => void;
  readonly #later: Later;
  #drawn = new Set<number>();
  /** The block that was drawn last: it is not skipped before the engine has seen how large it is. */
  #newest: number | null = null;
  #inSight = Infinity;
  #blocks: readonly Block[] = [];
  #cancel: (() => void) | null = null;

  constructor(changed: () => void, later: Later) {
    this.#changed = changed;
    this.#later = later;
  }

  /** Another conversation: nothing is drawn, its end is in sight. */
  reset(): void {
    this.stop();
    this.#drawn.clear();
    this.#inSight = Infinity;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** This block is what the reader sees. */
  see(number: number): void {
    if (Number.isNaN(number) || number === this.#inSight) return;
    this.#inSight = number;
    this.#changed();
  }

  isDrawn({ number }: Block): boolean {
    return this.#drawn.has(number);
  }

  isFar(block: Block, blocks: readonly Block[]): boolean {
    return block.number !== this.#newest && Math.abs(block.number - this.#sightIn(blocks)) > FAR;
  }

  /** Before drawing: what is in sight is drawn now, and the nearest of the rest a little later. */
  plan(blocks: readonly Block[]): void {
    this.#blocks = blocks;
    const sight = this.#sightIn(blocks);
    for (const { number } of blocks) if (Math.abs(number - sight) <= AROUND) this.#drawn.add(number);
    if (this.#cancel === null && this.#nearest() !== undefined) this.#cancel = this.#later(() => this.#drawNearest());
  }

  #drawNearest(): void {
    this.#cancel = null;
    const nearest = this.#nearest();
    if (nearest !== undefined) this.#drawn.add(nearest);
    this.#newest = nearest ?? null;
    this.#changed();
  }

  /** The block to draw next. */
  #nearest(): number | undefined {
    const sight = this.#sightIn(this.#blocks);
    let nearest: number | undefined;
    let least = REACH;
    for (const { number } of this.#blocks) {
      const distance = Math.abs(number - sight);
      if (distance > least || this.#drawn.has(number)) continue;
      nearest = number;
      least = distance;
    }
    return nearest;
  }

  /** The block in sight; who is at the end sees the last one. */
  #sightIn(blocks: readonly Block[]): number {
    return Math.max(Math.min(this.#inSight, blocks.at(-1)?.number ?? 0), blocks[0]?.number ?? 0);
  }
}
