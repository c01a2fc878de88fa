/** Owns how conversations are put in order for reading: under the days they began, and which of them are to be seen. */

import type { ThreadSummary } from '../core/wire.ts';

const DAY_MILLISECONDS = 86_400_000;

export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly label: string }
  | { readonly kind: 'thread'; readonly key: string; readonly thread: ThreadSummary; readonly position: number };

export interface PlacedRow {
  readonly row: Row;
  readonly top: number;
}

export interface Layout {
  readonly rows: readonly PlacedRow[];
  readonly height: number;
}

export interface RowHeights {
  readonly thread: number;
  readonly group: number;
}

export interface GroupWords {
  readonly today: string;
  readonly yesterday: string;
  readonly week: string;
  readonly undated: string;
}

interface WeekInfo {
  readonly firstDay: number;
}

/** Names the group of a time: today, yesterday, this week, or its month. */
export class Grouping {
  readonly #words: GroupWords;
  readonly #midnight: number;
  readonly #weekStart: number;
  readonly #thisYear: number;
  readonly #month: Intl.DateTimeFormat;
  readonly #monthAndYear: Intl.DateTimeFormat;

  constructor(words: GroupWords, locale: string, now: Date) {
    this.#words = words;
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
    this.#midnight = midnight.getTime();
    const daysIntoWeek = (midnight.getDay() - firstDayOfWeek(locale) + 7) % 7;
    this.#weekStart = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysIntoWeek).getTime();
    this.#thisYear = now.getFullYear();
    this.#month = new Intl.DateTimeFormat(locale, { month: 'long' });
    this.#monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
  }

  labelOf(time: number): string {
    const date = new Date(time);
    if (Number.isNaN(date.getTime())) return this.#words.undated;
    if (time >= this.#midnight) return this.#words.today;
    // Not a day of 24 hours where clocks are changed, but no two days before.
    if (time >= this.#midnight - DAY_MILLISECONDS) return this.#words.yesterday;
    if (time >= this.#weekStart) return this.#words.week;
    return (date.getFullYear() === this.#thisYear ? this.#month : this.#monthAndYear).format(date);
  }
}

/**
 * The rows of these conversations, each group under its name.
 *
 * They come with the one that was used last in front, and say only when they began: each was used no earlier than any
 * one after it began.
 */
export function rowsOf(threads: readonly ThreadSummary[], grouping: Grouping): Row[] {
  const times = usedSince(threads);
  const rows: Row[] = [];
  let group = '';
  for (const [index, thread] of threads.entries()) {
    const label = grouping.labelOf(times[index] ?? NaN);
    if (label !== group) rows.push({ kind: 'group', key: `group-${index}-${label}`, label });
    group = label;
    rows.push({ kind: 'thread', key: thread.id, thread, position: index + 1 });
  }
  return rows;
}

export function layOut(rows: readonly Row[], heights: RowHeights): Layout {
  let top = 0;
  const placed = rows.map((row) => {
    const here = { row, top };
    top += heights[row.kind];
    return here;
  });
  return { rows: placed, height: top };
}

/** The rows that reach into this stretch, and those that have to stay whatever is scrolled. */
export function rowsWithin({ rows }: Layout, start: number, end: number, kept: ReadonlySet<string>): PlacedRow[] {
  const first = indexAt(rows, start);
  return rows.filter(({ row, top }, index) => (index >= first && top < end) || kept.has(row.key));
}

/** The conversations whose title holds what is looked for, whatever its case. */
export function matching(threads: readonly ThreadSummary[], wanted: string, untitled: string): ThreadSummary[] {
  const words = wanted.trim().toLocaleLowerCase();
  return threads.filter(({ title }) => (title ?? untitled).toLocaleLowerCase().includes(words));
}

function usedSince(threads: readonly ThreadSummary[]): number[] {
  let latest = NaN;
  return threads
    .map(({ createdAt }) => Date.parse(createdAt))
    .reduceRight<number[]>((times, began) => {
      if (!(latest >= began)) latest = Number.isNaN(began) ? latest : began;
      times.push(latest);
      return times;
    }, [])
    .reverse();
}

/** The last row that begins at or before this height. */
function indexAt(rows: readonly PlacedRow[], height: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.top ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** 0 is Sunday, as in `Date`; Monday where the engine does not know. */
function firstDayOfWeek(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
