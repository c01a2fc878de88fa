import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventStreamParser, MAX_EVENT_LENGTH } from '../core/event_stream.ts';
import { MAX_NODES, fitsLimits, parseWidget } from '../core/parse_widget.ts';
import { parseThreadSummary } from '../core/parse_threads.ts';
import { BlockParser } from '../view/markdown/block-parser.ts';
import { takeDefinitions } from '../view/markdown/definitions.ts';
import { LONGEST_PIECE, readInline } from '../view/markdown/inline.ts';
import { linkTarget, looksLikeOther } from '../view/markdown/links.ts';
import { blockStyle } from '../widgets/box_style.ts';
import { keysOf } from '../widgets/identity.ts';

/** Long enough that a time which grows with its square ends this run, and not the test. */
const ENDLESS = 2_000_000;

function tableOf(columns: number, ...lines: readonly string[]): readonly { readonly type: string; readonly cells: number }[] {
  const parser = new BlockParser();
  for (const line of ['|a'.repeat(columns), '|-'.repeat(columns), ...lines]) parser.feed(line);
  parser.finish();
  return parser.root.children.map((block) => {
    return { type: block.type, cells: block.type === 'table' ? block.rows.length * block.header.length : 0 };
  });
}

test('spaces behind the name of a definition are read once', () => {
  const text = `[a]:${' '.repeat(ENDLESS)}<`;
  assert.equal(takeDefinitions(text).rest, text);
  assert.equal(takeDefinitions('[a]:  \n  https://a.example').definitions[0]?.href, 'https://a.example');
});

test('a heading or cell of endless length is words', () => {
  const text = `**!** ${'!'.repeat(ENDLESS)}`;
  assert.deepEqual(readInline(text, {}), [{ type: 'text', text }]);
  assert.equal(readInline('**!**'.padEnd(LONGEST_PIECE, '.'), {})[0]?.type, 'tag');
});

test('the words of a link are looked at once, however long they are', () => {
  const target = linkTarget('https://evil.example/');
  assert.ok(target !== null);
  for (const words of ['a', 'http', '1.', 'a-', 'a@']) {
    assert.equal(looksLikeOther(words.repeat(100_000 / words.length), target), false);
  }
  assert.equal(looksLikeOther(`${'a '.repeat(1_000)}www.bank.example`, target), true);
});

test('a table has the cells that somebody wrote', () => {
  const [table, rest] = tableOf(64, ...Array<string>(5_000).fill('a'));
  assert.ok(table !== undefined && table.cells < 2_000);
  assert.equal(rest?.type, 'paragraph');
  const full = '|a'.repeat(64);
  assert.deepEqual(tableOf(64, ...Array<string>(500).fill(full)), [{ type: 'table', cells: 32_000 }]);
});

test('what a chart or a choice holds counts as what is drawn of it', () => {
  const rows = Array<object>(500).fill({});
  const chart = { type: 'Chart', data: rows, series: Array<object>(9).fill({ dataKey: 'a' }) };
  const read = parseWidget({ type: 'Card', children: Array<object>(50).fill(chart) });
  assert.equal(read?.children.length, 1);
  assert.equal(fitsLimits({ type: 'Card', id: null, key: null, fields: {}, children: [...(read?.children ?? [])] }), false);
  const choice = { type: 'Select', options: Array<object>(MAX_NODES / 5).fill({ value: 'a' }) };
  assert.equal(parseWidget({ type: 'Form', children: Array<object>(50).fill(choice) })?.children.length, 5);
});

test('the name of a component is short, whatever it is made of', () => {
  const long = 'k'.repeat(100_000);
  const node = { type: long, id: null, key: null, fields: {}, children: [] };
  const nodes = [node, { ...node, id: long }, { ...node, key: long }, { ...node, fields: { name: long } }];
  for (const key of keysOf(nodes)) assert.ok(key.length < 250);
});

test('a radius that is no word is none', () => {
  for (const radius of [JSON.parse('{"toString":null,"valueOf":null}'), 8, null, ['md']]) {
    assert.equal(blockStyle({ type: 'Box', id: null, key: null, fields: { radius }, children: [] })['border-radius'], null);
  }
});

test('empty lines of data do not go on for ever', () => {
  const parser = new EventStreamParser();
  assert.throws(() => parser.push('data:\n'.repeat(MAX_EVENT_LENGTH / 10)), RangeError);
});

test('a title is as long as a title', () => {
  assert.equal(parseThreadSummary({ id: 't', title: 'x'.repeat(ENDLESS) })?.title?.length, 1_000);
  assert.equal(parseThreadSummary({ id: 't', title: '' })?.title, null);
});
