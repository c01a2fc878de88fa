import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockParser } from '../view/markdown/block-parser.ts';
import { type Block, isContainer } from '../view/markdown/blocks.ts';

/** A tree in one line: `quote(p:one list-(item(p:two)))`. */
function shape(block: Block): string {
  if (isContainer(block)) return `${nameOf(block)}(${block.children.map(shape).join(' ')})`;
  switch (block.type) {
    case 'paragraph':
      return `p:${block.text.trimEnd()}`;
    case 'heading':
      return `h${block.depth}>${block.level}:${block.text}`;
    case 'code':
      return `code${block.language && `.${block.language}`}:${block.text}`;
    case 'table':
      return `table[${block.alignments.join()}]:${[block.header, ...block.rows].map((row) => row.join('|')).join('/')}`;
    case 'rule':
      return 'rule';
  }
}

function nameOf(block: Block): string {
  if (block.type === 'list') return `list${block.start ?? ''}${block.mark}${block.loose ? '~' : ''}`;
  if (block.type === 'item') return block.task === null ? 'item' : block.task ? 'item+' : 'item-';
  return block.type;
}

function read(text: string): string {
  const parser = new BlockParser();
  for (const line of text.split('\n')) parser.feed(line);
  parser.finish();
  return shape(parser.root);
}

/** Read as it is written: after every character the line is read on trial. */
function readSlowly(text: string): string {
  const parser = new BlockParser();
  const lines = text.split('\n');
  for (const line of lines) {
    for (let end = 1; end <= line.length; end += 1) parser.try(line.slice(0, end));
    parser.feed(line);
  }
  parser.finish();
  return shape(parser.root);
}

const TREES: readonly (readonly [string, string, string])[] = [
  ['paragraphs', 'one\ntwo\n\n\nthree', 'root(p:one\ntwo p:three)'],
  ['headings', '# One #\n### Three\n## Two\ntext\n# Four', 'root(h1>3:One h3>4:Three h2>4:Two p:text h1>3:Four)'],
  ['underlined headings', 'One\n===\nTwo\n---', 'root(h1>3:One h2>4:Two)'],
  ['no heading', '#One\n####### Seven', 'root(p:#One\n####### Seven)'],
  ['rules', '---\n***\n_ _ _', 'root(rule rule rule)'],
  ['a fence', '```js title\na\n\n  b\n```\nafter', 'root(code.js:a\n\n  b\n p:after)'],
  ['a fence that never ends', '~~~\na', 'root(code:a\n)'],
  ['a fence in a fence', '````md\n```\n````', 'root(code.md:```\n)'],
  ['a fence interrupts', 'a\n```\nb\n```', 'root(p:a code:b\n)'],
  ['indented code', '    a\n\n      b\n\nc', 'root(code:a\n\n  b p:c)'],
  ['no indented code in a paragraph', 'a\n    b', 'root(p:a\nb)'],
  ['tabs', '\ta\n-\tb', 'root(code:a list-(item(p:b)))'],
  ['a quotation', '> a\nlazy\n> b\n\nc', 'root(quote(p:a\nlazy\nb) p:c)'],
  ['a quotation in a quotation', '> > a\n> b', 'root(quote(quote(p:a\nb)))'],
  ['a list', '- a\n- b\n  more', 'root(list-(item(p:a) item(p:b\nmore)))'],
  ['two lists', '- a\n* b', 'root(list-(item(p:a)) list*(item(p:b)))'],
  ['numbers', '3. a\n4. b\n1) c', 'root(list3.(item(p:a) item(p:b)) list1)(item(p:c)))'],
  ['a loose list', '- a\n\n- b', 'root(list-~(item(p:a) item(p:b)))'],
  ['a loose item', '- a\n\n  b\n- c', 'root(list-~(item(p:a p:b) item(p:c)))'],
  ['a list ends', '- a\n\nb', 'root(list-(item(p:a)) p:b)'],
  ['lists in lists', '- a\n  - b\n    1. c\n- d', 'root(list-(item(p:a list-(item(p:b list1.(item(p:c))))) item(p:d)))'],
  ['a loose list in a tight one', '- a\n  - b\n\n  - c', 'root(list-(item(p:a list-~(item(p:b) item(p:c)))))'],
  ['code in an item', '- a\n  ```\n  b\n  ```', 'root(list-(item(p:a code:b\n)))'],
  ['tasks', '- [ ] a\n- [x] b\n- [y] c', 'root(list-(item-(p:a) item+(p:b) item(p:[y] c)))'],
  ['an empty item', '-\n  a\n-\n\n  b', 'root(list-(item(p:a) item()) p:b)'],
  ['a list interrupts', 'a\n- b', 'root(p:a list-(item(p:b)))'],
  ['a year is no list', 'in\n1999. It', 'root(p:in\n1999. It)'],
  ['several in one line', '> - # a', 'root(quote(list-(item(h1>3:a))))'],
  ['a table', '| a | b |\n|:-:|--:|\n| 1 | 2 |\n| 3 |\n\nx', 'root(table[center,right]:a|b/1|2/3| p:x)'],
  ['a table behind a line', 'x\na | b\n- | -\n1 | 2', 'root(p:x table[,]:a|b/1|2)'],
  ['a bar in a cell', '|a|\n|-|\n|x\\|y|', 'root(table[]:a/x|y)'],
  ['no table', 'a | b\n--- | --- | ---', 'root(p:a | b\n--- | --- | ---)'],
  ['a table ends', '|a|\n|-|\n|b|\n# c', 'root(table[]:a/b h1>3:c)'],
  ['definitions', '[a]: https://x.example "t"\n[b]: <y>\nrest', 'root(p:rest)'],
  ['HTML is text', '<script>\nalert(1)\n</script>', 'root(p:<script>\nalert(1)\n</script>)'],
];

for (const [name, text, tree] of TREES) test(`blocks: ${name}`, () => assert.equal(read(text), tree));

test('a text that is written slowly is read as the same text', () => {
  for (const [, text, tree] of TREES) assert.equal(readSlowly(text), tree);
  const all = TREES.map(([, text]) => text).join('\n\n');
  assert.equal(readSlowly(all), read(all));
});

test('what a line on trial ended is not done', () => {
  const parser = new BlockParser();
  parser.feed('a');
  parser.try('# b');
  assert.equal(parser.root.children[0]?.done, false);
  parser.feed('# b');
  assert.equal(parser.root.children[0]?.done, true);
});

test('marks without end are not followed without end', () => {
  const depth = (block: Block): number => (isContainer(block) ? 1 + Math.max(0, ...block.children.map(depth)) : 1);
  for (const mark of ['>', '> ', '- ', '1. ', '- > ']) {
    const parser = new BlockParser();
    parser.feed(`${mark.repeat(10_000)}x`);
    parser.finish();
    assert.ok(depth(parser.root) < 30, mark);
    assert.ok(read(`${mark.repeat(10_000)}x`).includes('x)'), mark);
  }
});

test('definitions are kept once and not without end', () => {
  const parser = new BlockParser();
  for (const line of ['[A  b]: https://one.example', '[a B]: https://two.example', '', '[__proto__]: x']) parser.feed(line);
  parser.finish();
  assert.equal(parser.definitions['a b']?.href, 'https://one.example');
  assert.equal(Object.getPrototypeOf(parser.definitions), null);
  const many = new BlockParser();
  for (let count = 0; count < 5_000; count += 1) many.feed(`[${count}]: x`);
  many.finish();
  assert.equal(many.definitionCount, 500);
});
