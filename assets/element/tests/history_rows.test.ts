import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadSummary } from '../core/wire.ts';
import { Grouping, layOut, matching, rowsOf, rowsWithin } from '../view/history_rows.ts';

const WORDS = { today: 'Today', yesterday: 'Yesterday', week: 'Earlier this week', undated: 'Older' };
// A Thursday, at noon where the test runs.
const NOW = new Date(2026, 9, 22, 12);

function daysAgo(days: number, hour = 9): string {
  return new Date(2026, 9, 22 - days, hour).toISOString();
}

function thread(id: string, createdAt: string, title: string | null = id): ThreadSummary {
  return { id, title, createdAt, status: { type: 'active', reason: null } };
}

function groups(threads: readonly ThreadSummary[], locale = 'en-GB', now = NOW): string[] {
  return rowsOf(threads, new Grouping(WORDS, locale, now)).map((row) => (row.kind === 'group' ? `# ${row.label}` : row.key));
}

test('conversations stand under the day, the week or the month they belong to', () => {
  const days = [0, 1, 2, 3, 4, 40, 400];
  assert.deepEqual(groups(days.map((days) => thread(`t${days}`, daysAgo(days)))), [
    ...['# Today', 't0', '# Yesterday', 't1', '# Earlier this week', 't2', 't3'],
    ...['# October', 't4', '# September', 't40', '# September 2025', 't400'],
  ]);
});

test('the week begins where the language lets it begin, and months have its names', () => {
  const sunday = [thread('t', daysAgo(4))];
  assert.deepEqual(groups(sunday, 'en-US'), ['# Earlier this week', 't']);
  assert.deepEqual(groups(sunday, 'de-AT'), ['# Oktober', 't']);
});

test('a moment before midnight was yesterday', () => {
  const night = new Date(2026, 9, 22, 0, 1);
  assert.deepEqual(groups([thread('t', daysAgo(1, 23))], 'en', night), ['# Yesterday', 't']);
});

test('one that began long ago and was used again stands with those it was used after', () => {
  const threads = [thread('old', daysAgo(300)), thread('new', daysAgo(0)), thread('older', daysAgo(301))];
  assert.deepEqual(groups(threads), ['# Today', 'old', 'new', '# December 2025', 'older']);
});

test('a time that cannot be read separates nothing, and alone has a name of its own', () => {
  assert.deepEqual(groups([thread('a', 'soon'), thread('b', daysAgo(0))]), ['# Today', 'a', 'b']);
  assert.deepEqual(groups([thread('a', 'soon')]), ['# Older', 'a']);
});

test('of ten thousand rows those in sight are drawn, and those that have to stay', () => {
  const threads = Array.from({ length: 10_000 }, (_, index) => thread(`t${index}`, daysAgo(0)));
  const layout = layOut(rowsOf(threads, new Grouping(WORDS, 'en', NOW)), { thread: 36, group: 30 });
  assert.equal(layout.height, 30 + 10_000 * 36);
  const seen = rowsWithin(layout, 30 + 36 * 5_000 + 1, 30 + 36 * 5_003, new Set(['t7']));
  assert.deepEqual(
    seen.map(({ row, top }) => [row.key, top]),
    [
      ['t7', 30 + 36 * 7],
      ['t5000', 30 + 36 * 5_000],
      ['t5001', 30 + 36 * 5_001],
      ['t5002', 30 + 36 * 5_002],
    ],
  );
  assert.deepEqual(rowsWithin(layout, -600, 30, new Set()).map(({ row }) => row.kind), ['group']);
});

test('a filter looks into titles, whatever their case, and finds what has none under its word', () => {
  const threads = [thread('a', '', 'Trip to LISBON'), thread('b', '', null), thread('c', '', 'Tax')];
  const found = (wanted: string) => matching(threads, wanted, 'Untitled').map(({ id }) => id);
  assert.deepEqual(found(' lisbon '), ['a']);
  assert.deepEqual(found('untit'), ['b']);
  assert.deepEqual(found('zzz'), []);
});
