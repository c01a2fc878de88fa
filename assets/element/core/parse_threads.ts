/** Turns the JSON of threads and pages into the values of `wire.ts`. */

import { choiceFrom, isObject, objectFrom, readableFrom, stringFrom, stringOrNull } from './json.ts';
import { parseItem } from './parse_items.ts';
import type { Page, Thread, ThreadStatus, ThreadSummary } from './wire.ts';

/** A longer title is none that anybody reads, and it would be written out again with every change. */
const LONGEST_TITLE = 1_000;

/** Read a page, leaving out the entries that cannot be read. */
export function parsePage<T>(value: unknown, parseEntry: (entry: unknown) => T | null): Page<T> {
  const page = objectFrom(value);
  const after = stringOrNull(page['after']);
  // Without a cursor there is no way to ask for more.
  return { data: readableFrom(page['data'], parseEntry), hasMore: page['has_more'] === true && after !== null, after };
}

export function parseThreadSummary(value: unknown): ThreadSummary | null {
  if (!isObject(value) || !stringFrom(value['id'])) return null;
  return {
    id: stringFrom(value['id']),
    title: stringOrNull(stringFrom(value['title']).slice(0, LONGEST_TITLE)),
    createdAt: stringFrom(value['created_at']),
    status: parseStatus(value['status']),
  };
}

export function parseThread(value: unknown): Thread | null {
  const summary = parseThreadSummary(value);
  if (summary === null) return null;
  return { ...summary, items: parsePage(objectFrom(value)['items'], parseItem) };
}

function parseStatus(value: unknown): ThreadStatus {
  const status = objectFrom(value);
  return { type: choiceFrom(status['type'], ['active', 'locked', 'closed']), reason: stringOrNull(status['reason']) };
}
