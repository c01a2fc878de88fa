import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../core/conversation.ts';
import { Blocks } from '../view/items/blocks.ts';
import { duration } from '../view/items/duration.ts';
import { Mounting } from '../view/items/mounting.ts';
import { type Row, Rows } from '../view/items/rows.ts';

const NO_VERDICTS = new Map<string, 'positive' | 'negative'>();

function user(id: string): Entry {
  return { type: 'user_message', id, text: id, parts: [], attachments: [], quotedText: null };
}

function answer(id: string): Entry {
  return { type: 'assistant_message', id, parts: [{ text: id, annotations: [] }] };
}

function tool(id: string): Entry {
  return { type: 'client_tool_call', id, status: 'completed', name: 'pick_file', arguments: {}, failed: false };
}

function rowsOf(entries: readonly Entry[], working = false): readonly Row[] {
  return new Rows().of(entries, working, NO_VERDICTS);
}

test('tools that follow each other are one row, and the end of a turn is none', () => {
  const rows = rowsOf([user('u'), tool('1'), tool('2'), answer('a'), tool('3'), { type: 'end_of_turn', id: 'e' }]);
  assert.deepEqual(
    rows.map(({ entries }) => entries.map(({ id }) => id)),
    [['u'], ['1', '2'], ['a'], ['3']],
  );
});

test('a turn ends at its last answer and knows what it was asked by', () => {
  const rows = rowsOf([user('u'), answer('a'), answer('b'), tool('t'), user('v'), answer('c')]);
  const ends = rows.filter(({ turn }) => turn !== null);
  assert.deepEqual(
    ends.map(({ key, turn }) => [key, turn?.askedBy, turn?.latest, turn?.entries.map(({ id }) => id)]),
    [
      ['b', 'u', false, ['a', 'b', 't']],
      ['c', 'v', true, ['c']],
    ],
  );
});

test('what is being written has no end yet, and is live', () => {
  const rows = rowsOf([user('u'), answer('a'), user('v'), answer('b')], true);
  assert.deepEqual(
    rows.map(({ key, turn, live }) => [key, turn !== null, live]),
    [
      ['u', false, false],
      ['a', true, false],
      ['v', false, false],
      ['b', false, true],
    ],
  );
});

test('a row that did not change keeps its identity, another one does not', () => {
  const rows = new Rows();
  const entries = [user('u'), answer('a'), user('v'), answer('b')];
  const before = rows.of(entries, true, NO_VERDICTS);
  const after = rows.of([...entries.slice(0, 3), answer('b')], true, NO_VERDICTS);
  assert.deepEqual(
    after.map((row, index) => row === before[index]),
    [true, true, true, false],
  );
});

test('a verdict belongs to the turn of the item it was given on', () => {
  const rows = new Rows().of([user('u'), answer('a'), answer('b')], false, new Map([['a', 'negative']]));
  assert.equal(rows.at(-1)?.turn?.verdict, 'negative');
});

test('blocks keep their rows when earlier and later ones arrive', () => {
  const entries = Array.from({ length: 30 }, (_, index) => answer(`m${index}`));
  const rows = new Rows();
  const blocks = new Blocks();
  const before = blocks.of(rows.of(entries, true, NO_VERDICTS));
  const earlier = Array.from({ length: 7 }, (_, index) => answer(`e${index}`));
  const after = blocks.of(rows.of([...earlier, ...entries, answer('new')], true, NO_VERDICTS));
  const first = (number: number): unknown => after.find((block) => block.number === number)?.rows[0]?.key;
  assert.deepEqual(before.map(({ number, rows }) => [number, rows[0]?.key]), [0, 1, 2].map((number) => [number, first(number)]));
  assert.deepEqual([after[0]?.number, after[0]?.rows.length], [-1, 7]);
  assert.equal(after.flatMap((block) => block.rows).length, 38);
});

test('the end is drawn first, then everything else, nearest first', () => {
  const waiting: (() => void)[] = [];
  const later = (task: () => void): (() => void) => {
    waiting.push(task);
    return () => undefined;
  };
  const paint = (): void => waiting.shift()?.();
  const blocks = new Blocks().of(rowsOf(Array.from({ length: 100 }, (_, index) => answer(`m${index}`))));
  const mounting: Mounting = new Mounting(() => mounting.plan(blocks), later);
  const drawn = (): readonly number[] => blocks.filter((block) => mounting.isDrawn(block)).map(({ number }) => number);
  mounting.plan(blocks);
  assert.deepEqual(drawn(), [7, 8]);
  paint();
  assert.deepEqual(drawn(), [6, 7, 8]);
  mounting.see(1);
  assert.deepEqual(drawn(), [0, 1, 2, 6, 7, 8]);
  for (let frame = 0; frame < 10; frame += 1) paint();
  assert.equal(drawn().length, blocks.length);
  assert.deepEqual(blocks.filter((block) => mounting.isFar(block, blocks)).map(({ number }) => number), [4, 6, 7, 8]);
});

test('a length of time is said in whole seconds, then in whole minutes', () => {
  assert.deepEqual(
    [0.2, 1, 12, 119, 120, 200].map((seconds) => duration(seconds, 'en')),
    ['1 second', '1 second', '12 seconds', '119 seconds', '2 minutes', '3 minutes'],
  );
  assert.equal(duration(12, 'de'), '12 Sekunden');
});
