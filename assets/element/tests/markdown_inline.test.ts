import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation, Source } from '../core/items.ts';
import { codePart } from '../view/markdown/code-parts.ts';
import { decodeEntities } from '../view/markdown/entities.ts';
import { type Inline, inlineText, readInline } from '../view/markdown/inline.ts';
import { coloured } from '../view/markdown/grammars.ts';
import { languageTitle } from '../view/markdown/languages.ts';
import { linkTarget, looksLikeOther, pictureSource } from '../view/markdown/links.ts';
import { closeOpenEnd } from '../view/markdown/open-end.ts';
import { addressOf, setPicturesAside } from '../view/markdown/pictures.ts';
import { LONGEST_SLICE, sliceEnd } from '../view/markdown/slices.ts';
import { numberedSources, withMarks } from '../view/markdown/source-marks.ts';

function shape(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'code':
          return `{code ${node.text}}`;
        case 'break':
          return '{br}';
        case 'source':
          return `{${node.number}}`;
        case 'tag':
          return `{${node.tag} ${shape(node.children)}}`;
        case 'link':
          return `{a ${node.href} ${shape(node.children)}}`;
        case 'picture':
          return `{img ${node.href} ${node.alt}}`;
      }
    })
    .join('');
}

function read(text: string): string {
  return shape(readInline(text, { one: { href: 'https://one.example', title: null } }));
}

const LINES: readonly (readonly [string, string])[] = [
  ['a *b* **c** ~~d~~ `e`', 'a {em b} {strong c} {del d} {code e}'],
  ['***a***', '{em {strong a}}'],
  ['snake_case_name 2*3*4', 'snake_case_name 2{em 3}4'],
  ['a  \nb\nc', 'a{br}b\nc'],
  ['[a *b*](https://x.example "t")', '{a https://x.example a {em b}}'],
  ['[one] [a][one] [two]', '{a https://one.example one} {a https://one.example a} [two]'],
  ['<https://x.example> www.x.example', '{a https://x.example https://x.example} {a http://www.x.example www.x.example}'],
  ['![a](x.png)', '{img x.png a}'],
  ['&lt;b&gt; &amp;amp; AT&T &#65;&#x42; &nope;', '<b> &amp; AT&T AB &nope;'],
  ['\\*a\\* \\<b>', '*a* <b>'],
  ['`<b>&lt;`', '{code <b>&lt;}'],
  ['H<sub>2</sub>O <kbd>Ctrl</kbd><br>x', 'H{sub 2}O {kbd Ctrl}{br}x'],
  ['<B>a <i>b</i></B>', '{b a {i b}}'],
  ['<b onclick=x>a</b>', '<b onclick=x>a</b>'],
  ['<script>x</script>', '<script>x</script>'],
  ['<b>a', '{b a}'],
  ['a</b>', 'a</b>'],
  ['<!-- x -->', '<!-- x -->'],
];

for (const [text, expected] of LINES) test(`inline: ${text}`, () => assert.equal(read(text), expected));

test('marks without end are text', () => {
  for (const mark of ['*', '_', '[', '![', '`', '<', '~', '**a ', '<b>', '[a](']) {
    const text = mark.repeat(10_000).slice(0, LONGEST_SLICE);
    assert.ok(read(text).length >= text.length / 4, mark);
  }
});

test('the words alone', () => {
  assert.equal(inlineText(readInline('a **b** `c` [d](https://x.example) ![e](f)', {})), 'a b c d e');
});

const OPEN_ENDS: readonly (readonly [string, string])[] = [
  ['a **b', 'a **b**'],
  ['a **b *c', 'a **b *c***'],
  ['a **', 'a '],
  ['a `b', 'a `b`'],
  ['a `', 'a '],
  ['a ``b`', 'a ``b``'],
  ['see [here', 'see here'],
  ['see [here](https://x', 'see here'],
  ['see [here](https://x)', 'see [here](https://x)'],
  ['![a pic', ''],
  ['![a pic]', ''],
  ['see !', 'see '],
  ['Oh!', 'Oh!'],
  ['see [here]', 'see here'],
  ['[x] y', '[x] y'],
  ['x ![a](data:,0', 'x '],
  ['a <b', 'a '],
  ['a < b', 'a < b'],
  ['a \\', 'a '],
  ['snake_case', 'snake_case'],
  ['2 * 3', '2 * 3'],
  ['**a** and ~~b', '**a** and ~~b~~'],
];

for (const [text, expected] of OPEN_ENDS) test(`open end: ${text}`, () => assert.equal(closeOpenEnd(text), expected));

test('only what may be opened is a link', () => {
  for (const address of ['https://a.example/b?c#d', 'http://a.example', 'mailto:a@b.example', ' https://a.example']) {
    assert.ok(linkTarget(address), address);
  }
  assert.equal(linkTarget('chatkit-link://open/1')?.isDeepLink, true);
  for (const address of [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java&#x0A;script:alert(1)', '\u0001javascript:x',
    '&#106;avascript:alert(1)', 'vbscript:x', 'data:text/html,x', 'file:///etc/passwd', 'blob:http://localhost/x', 'ftp://x',
    '//x.example', '/x', '#x', 'x', '', 'https://\u202ex.example', 'https://x\u200b.example', 'ms-word:x',
    `https://x.example/${'a'.repeat(10_000)}`,
  ]) assert.equal(linkTarget(address), null, address); // prettier-ignore
});

test('a link that names another server says where it leads', () => {
  const target = linkTarget('https://evil.example/https://bank.example');
  assert.ok(target);
  for (const text of ['https://bank.example', 'bank.example', 'Go to www.bank.example now', 'b\u200bank.example', 'ｂank.example']) {
    assert.equal(looksLikeOther(text, target), true, text);
  }
  for (const text of ['Bank', 'evil.example', 'https://EVIL.example/x', 'www.evil.example', 'version 1.2']) {
    assert.equal(looksLikeOther(text, target), false, text);
  }
});

test('only a picture that is here is drawn', () => {
  const origin = 'http://localhost:1';
  const drawn = ['data:image/png;base64,iVBORw0KGgo=', 'blob:http://localhost:1/2', 'http://localhost:1/a.png'];
  for (const address of drawn) assert.equal(pictureSource(address, origin), address);
  for (const address of [
    'https://x.example/a.png', 'data:image/svg+xml;base64,PHN2Zz4=', 'data:text/html;base64,PHN2Zz4=', 'data:image/png,x',
    'data:image/png;base64,"><x', 'blob:http://localhost:2/3', '//localhost:1/a.png', 'javascript:x', 'a.png', '',
    `data:image/png;base64,${'A'.repeat(4_000_000)}`,
  ]) assert.equal(pictureSource(address, origin), null, address); // prettier-ignore
});

test('a picture in the text is set aside, however long', () => {
  const address = `data:image/png;base64,${'A'.repeat(100_000)}=`;
  const { text, pictures } = setPicturesAside(`a ![b](${address}) c ![d](${address}`);
  assert.equal(text, 'a ![b](data:,0) c ![d](data:,1');
  assert.equal(addressOf('data:,0', pictures), address);
  assert.equal(addressOf('data:,7', pictures), 'data:,7');
});

test('a paragraph without end is cut between sentences, words or characters', () => {
  assert.equal(sliceEnd('short', 0), 5);
  const sentences = 'Some words. '.repeat(1_000);
  assert.ok(sentences.slice(0, sliceEnd(sentences, 0)).endsWith('. '));
  const words = 'word '.repeat(2_000);
  assert.ok(words.slice(0, sliceEnd(words, 0)).endsWith(' '));
  const smileys = '😀'.repeat(3_000);
  for (let from = 0; from < smileys.length; from = sliceEnd(smileys, from)) assert.equal(from % 2, 0);
});

test('code is cut where lines end, and nothing of it is lost', () => {
  for (const code of ['a\n'.repeat(9_000), `${'x = 1\n'.repeat(40)}\n`.repeat(60), 'z'.repeat(20_000), '😀'.repeat(9_000)]) {
    let whole = '';
    for (let from = 0; from < code.length; ) {
      const { text, joined, next } = codePart(code, from);
      whole += text + (joined || next === code.length ? '' : '\n');
      from = next;
      assert.ok(text.isWellFormed());
    }
    assert.equal(whole.trimEnd(), code.trimEnd());
  }
});

test('code is coloured in the languages that are known', () => {
  for (const name of ['', 'nope', '__proto__', 'constructor', 'toString']) assert.equal(coloured(name, 'x'), null, name);
  for (const name of ['PY', 'python']) assert.match(JSON.stringify(coloured(name, 'def a(): pass')), /code-keyword/);
  assert.equal(languageTitle('TS'), 'TypeScript');
  assert.equal(languageTitle('constructor'), 'constructor');
});

test('numbers and names become characters, and only those', () => {
  assert.equal(decodeEntities('&#0;&#xD800;&#x110000;&#1114112;'), '\ufffd'.repeat(4));
  assert.equal(decodeEntities('&constructor;&__proto__;&amp;lt;'), '&constructor;&__proto__;&lt;');
});

function source(title: string): Source {
  return { kind: 'url', title, description: null, url: `https://${title}.example`, group: null, entity: null };
}

function marked(text: string, ...places: readonly (readonly [string, number | null])[]): string {
  const annotations: Annotation[] = places.map(([title, index]) => ({ source: source(title), index }));
  return read(withMarks(text, annotations, numberedSources(annotations)));
}

test('sources are marked where they stand, and each has one number', () => {
  assert.equal(marked('Sky is blue. Sea too.', ['a', 12], ['b', null], ['a', 20]), 'Sky is blue.{1} Sea too{1}.{2}');
  assert.equal(marked('_a_ b', ['a', 3]), '{em a}{1} b');
  assert.equal(marked('`a b`', ['a', 2]), '{code a b}{1}');
  assert.equal(marked('[a](https://x.example)', ['a', 12]), '{a https://x.example a}{1}');
  assert.equal(marked('a\n\n', ['a', 99]), 'a{1}\n\n');
});

test('a text cannot name sources by itself', () => {
  assert.equal(marked('a\u2e4f\ue000b', ['a', null]), 'a\ufffd\ufffdb{1}');
  assert.equal(read(withMarks('a\u2e4f\ue000b', [], [])), 'a\ufffd\ufffdb');
});
