/**
 * Cuts rows into blocks that keep their members whether rows come before the first or after the last.
 *
 * A block is what is drawn at once and what the engine may skip while it is out of sight.
 */

import type { Row } from './rows.ts';

export const ROWS_PER_BLOCK = 12;

export interface Block {
  /** Blocks are numbered from the row that was the first one when the thread was opened. */
  readonly number: number;
  readonly rows: readonly Row[];
}

export class Blocks {
  #origin: string | null = null;

  of(rows: readonly Row[]): readonly Block[] {
    const origin = this.#originIn(rows);
    const blocks: { number: number; rows: Row[] }[] = [];
    rows.forEach((row, index) => {
      const number = Math.floor((index - origin) / ROWS_PER_BLOCK);
      const last = blocks.at(-1);
      if (last?.number === number) last.rows.push(row);
      else blocks.push({ number, rows: [row] });
    });
    return blocks;
  }

  #originIn(rows: readonly Row[]): number {
    const index = rows.findIndex((row) => row.key === this.#origin);
    if (index >= 0) return index;
    this.#origin = rows[0]?.key ?? null;
    return 0;
  }
}
