/**
 * Turns the entries of a conversation into the rows that are drawn: consecutive tools fold into one, turns know their end.
 *
 * A row that did not change keeps its identity, so that a view can skip it.
 */

import type { Entry } from '../../core/conversation.ts';
import type { FeedbackKind } from '../../core/wire.ts';

/** What an agent did for one message, as the row at its end needs it. */
export interface Turn {
  readonly entries: readonly Entry[];
  /** The message that asked for it; null when nobody did, or its page is not here. */
  readonly askedBy: string | null;
  readonly latest: boolean;
  /** What the person thinks of it. */
  readonly verdict: FeedbackKind | null;
}

export type Verdicts = ReadonlyMap<string, FeedbackKind>;

export interface Row {
  readonly key: string;
  /** One entry, or client tool calls that follow each other. */
  readonly entries: readonly [Entry, ...Entry[]];
  /** It is being written. */
  readonly live: boolean;
  /** Where a finished answer ends. */
  readonly turn: Turn | null;
}

const ANSWERS: ReadonlySet<Entry['type']> = new Set(['assistant_message', 'widget', 'generated_image']);

export function isAnswer({ entries: [{ type }] }: Row): boolean {
  return ANSWERS.has(type);
}

export class Rows {
  readonly #known = new WeakMap<Entry, Row>();

  /** The rows of a conversation; `working` while its last turn is not over. */
  of(entries: readonly Entry[], working: boolean, verdicts: Verdicts): readonly Row[] {
    const groups = groupsOf(entries);
    const turns = turnsOf(groups, working, verdicts);
    return groups.map((group, index) => {
      const live = working && index === groups.length - 1;
      return this.#kept({ key: group[0].id, entries: group, live, turn: turns.get(index) ?? null });
    });
  }

  #kept(row: Row): Row {
    const [first] = row.entries;
    const known = this.#known.get(first);
    if (known !== undefined && isSame(known, row)) return known;
    this.#known.set(first, row);
    return row;
  }
}

type Group = readonly [Entry, ...Entry[]];

function groupsOf(entries: readonly Entry[]): readonly Group[] {
  const groups: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    if (entry.type === 'end_of_turn') continue;
    const last = groups.at(-1);
    if (entry.type === 'client_tool_call' && last?.[0].type === entry.type) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** The finished turns, by the number of the group that ends them. */
function turnsOf(groups: readonly Group[], working: boolean, verdicts: Verdicts): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  let askedBy: string | null = null;
  let start = 0;
  let end = -1;
  for (let index = 0; index <= groups.length; index += 1) {
    const first = groups[index]?.[0];
    if (first !== undefined && first.type !== 'user_message') {
      if (ANSWERS.has(first.type)) end = index;
      continue;
    }
    const latest = index === groups.length;
    if (end >= 0 && !(latest && working)) {
      const entries = groups.slice(start, index).flat();
      turns.set(end, { entries, askedBy, latest, verdict: verdictOn(entries, verdicts) });
    }
    askedBy = first?.id ?? null;
    start = index + 1;
    end = -1;
  }
  return turns;
}

function verdictOn(entries: readonly Entry[], verdicts: Verdicts): FeedbackKind | null {
  if (verdicts.size === 0) return null;
  const judged = entries.find(({ id }) => verdicts.has(id));
  return judged === undefined ? null : (verdicts.get(judged.id) ?? null);
}

function isSame(one: Row, other: Row): boolean {
  return one.live === other.live && sameEntries(one.entries, other.entries) && sameTurn(one.turn, other.turn);
}

function sameTurn(one: Turn | null, other: Turn | null): boolean {
  if (one === null || other === null) return one === other;
  const sameFacts = one.latest === other.latest && one.askedBy === other.askedBy && one.verdict === other.verdict;
  return sameFacts && sameEntries(one.entries, other.entries);
}

function sameEntries(some: readonly Entry[], others: readonly Entry[]): boolean {
  return some.length === others.length && some.every((entry, index) => entry === others[index]);
}
