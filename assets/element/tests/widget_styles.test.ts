import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { blockStyle, flowStyle, surfaceStyle } from '../widgets/box_style.ts';
import { colourFrom, schemeOn } from '../widgets/colours.ts';
import { flexFrom, ratioFrom, sizeFrom, spaceFrom } from '../widgets/lengths.ts';
import { schemeStyles } from '../widgets/scheme.styles.ts';
import { POISON, node } from './support/widget_nodes.ts';

const BOX_FIELDS = `width height size minWidth minHeight minSize maxWidth maxHeight maxSize aspectRatio radius flex
  margin align justify wrap gap padding background border`.split(/\s+/);
/** A colour, or two of them for the schemes; or what a length, a border or a word of layout looks like. */
const COLOUR = String.raw`(?:var\(--[a-z-]+\)|#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d.%,/ +deg-]+\)|[a-z]+)`;
const SAFE = new RegExp(
  [
    COLOUR,
    String.raw`light-dark\(${COLOUR}, ${COLOUR}\)`,
    String.raw`[\d.]+(?:px|%|vw|vh)?`,
    '[a-z-]+',
    String.raw`[\d. %auto]+`,
    String.raw`[\d.]+px [a-z]+ ${COLOUR}`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
);

test('whatever a server sends, a style is one harmless value', () => {
  for (const poison of POISON) {
    const box = node('Box', Object.fromEntries(BOX_FIELDS.map((field) => [field, poison])));
    const style = { ...blockStyle(box), ...flowStyle(box), ...surfaceStyle(box) };
    for (const [name, value] of Object.entries(style)) {
      assert.match(name, /^[a-z-]+$/);
      if (value !== null) assert.match(value, SAFE, `${name} from ${JSON.stringify(poison)}`);
    }
  }
});

test('colours are tokens, the palette, or plain colours', () => {
  assert.equal(colourFrom('danger', 'text'), 'var(--danger)');
  assert.equal(colourFrom('surface-secondary', 'surface'), 'var(--sunken)');
  assert.equal(colourFrom('strong', 'edge'), 'var(--edge)');
  assert.equal(colourFrom('red-500', 'text'), 'hsl(4 72% 52%)');
  assert.equal(colourFrom('red-300', 'text'), 'hsl(4 72% 73%)');
  assert.equal(colourFrom('red-9999', 'text'), 'hsl(4 72% 8%)');
  assert.equal(colourFrom(' #ABC ', 'text'), '#abc');
  assert.equal(colourFrom('rgb(1 2 3 / 50%)', 'text'), 'rgb(1 2 3 / 50%)');
  assert.equal(colourFrom('rebeccapurple', 'text'), 'rebeccapurple');
  assert.equal(colourFrom({ light: '#fff', dark: 'gray-900' }, 'surface'), 'light-dark(#fff, hsl(215 8% 20%))');
  assert.equal(colourFrom({ light: '#fff' }, 'surface'), '#fff');
  for (const wrong of ['#abcde', 'rgb(1,2,3);x', 'inherit', 'mauve-500', 'constructor-500', '#fff url(a)']) {
    assert.equal(colourFrom(wrong, 'text'), null, wrong);
  }
});

test('a fixed background says which scheme can be read on it', () => {
  assert.equal(schemeOn('#fff4e5'), 'light');
  assert.equal(schemeOn('#123'), 'dark');
  assert.equal(schemeOn('blue-100'), 'light');
  assert.equal(schemeOn('blue-900'), 'dark');
  for (const open of ['surface', 'rgb(1,2,3)', { light: '#fff', dark: '#000' }, null])
    assert.equal(schemeOn(open), null);
});

test('lengths have units and bounds', () => {
  assert.equal(spaceFrom(3), '12px');
  assert.equal(spaceFrom('3'), '12px');
  assert.equal(spaceFrom('3px'), '3px');
  assert.equal(spaceFrom('1rem'), '16px');
  assert.equal(spaceFrom(10_000), '96px');
  assert.equal(spaceFrom(-4), '0px');
  assert.equal(spaceFrom('50%'), null);
  assert.equal(sizeFrom(120), '120px');
  assert.equal(sizeFrom('50%'), '50%');
  assert.equal(sizeFrom('900vh'), '100vh');
  assert.equal(sizeFrom('fit-content'), 'fit-content');
  assert.equal(sizeFrom('1e9px'), null);
  assert.equal(flexFrom(1), '1');
  assert.equal(flexFrom('1 1 auto'), '1 1 auto');
  assert.equal(flexFrom('1; color: red'), null);
  assert.equal(ratioFrom('16/9'), String(16 / 9));
  assert.equal(ratioFrom('1/0'), null);
  assert.equal(ratioFrom(1000), '20');
});

test('one side of a border or a space has the last word over two', () => {
  const box = node('Box', {
    padding: { x: 2, left: 4 },
    border: { y: 1, top: { size: 3, style: 'dashed', color: 'strong' } },
  });
  assert.deepEqual(
    { ...flowStyle(box), ...surfaceStyle(box) },
    {
      'align-items': null,
      'justify-content': null,
      'flex-wrap': null,
      gap: null,
      'padding-left': '16px',
      'padding-right': '8px',
      'background-color': null,
      'border-top': '3px dashed var(--edge)',
      'border-bottom': '1px solid var(--line)',
    },
  );
});

test('a widget of the other scheme has the colours of the page in that scheme', () => {
  const page = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
  for (const scheme of ['light', 'dark'] as const) {
    const own = schemeStyles.cssText.split(`[data-scheme='${scheme}'] {`)[1]?.split('}')[0] ?? '';
    const block = page.split(`agentnook-chat[data-theme='${scheme}'] {`)[1]?.split('}')[0] ?? '';
    const declared = own.trim().split(/\s*\n\s*/);
    assert.ok(declared.length > 10);
    for (const line of declared) assert.ok(block.includes(line), `${scheme}: ${line}`);
  }
});
