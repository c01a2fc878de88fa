import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChatKitIcon, HeaderIcon } from '@openai/chatkit';
import { parseWidget } from '../core/parse_widget.ts';
import type { JsonObject } from '../core/wire.ts';
import { wordsFrom } from '../view/words.ts';
import { Drawing } from '../widgets/drawing.ts';
import { iconNamed, shapeNamed } from '../widgets/icon.ts';
import { CHATKIT_SHAPES, LUCIDE_SHAPES } from '../widgets/icon_shapes.ts';
import { WidgetState } from '../widgets/widget_state.ts';
import { POISON } from './support/widget_nodes.ts';

const TYPES = `Card ListView Basic ListViewItem Text Title Caption Badge Markdown Box Row Col Divider Icon Image Button
  Checkbox Spacer Select DatePicker Form Input Label RadioGroup Table Table.Row Table.Cell Textarea Transition Chart
  Unknown constructor`.split(/\s+/);
const FIELDS = `value label name fieldName size padding margin status background border asForm collapsed confirm
  cancel theme limit onClickAction onChangeAction onSubmitAction options defaultValue placeholder
  pattern inputType editable maxLines minLines color variant width height radius align justify wrap
  gap flex spacing src alt fit position series data xAxis rows maxRows min max iconStart iconEnd
  submit disabled required direction colSpan rowSpan colSize vAlign`.split(/\s+/);

type AllNames = Exclude<ChatKitIcon, `lucide:${string}` | `vendor:${string}`> | HeaderIcon;

// The compiler proves that no name of ChatKit's is forgotten.
const named: Readonly<Record<AllNames, unknown>> = CHATKIT_SHAPES as Record<AllNames, unknown>;

/** Everything that would stand in the page, without a page: templates are values until they are put somewhere. */
async function wordsDrawn(root: unknown): Promise<string> {
  // Only pictures look at where they are.
  Object.assign(globalThis, { location: { href: 'http://127.0.0.1:4711/' } });
  const { paint } = await import('../widgets/painters.ts');
  const state = new WidgetState({ changed: async () => true, act: () => undefined });
  state.words = wordsFrom();
  const read = parseWidget(root);
  assert.ok(read !== null);
  state.update(read, false);
  return texts(new Drawing(state, paint).children([read])).join(' ');
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  // A template's values, or what a directive was given; `repeat` gets items, keys and the painter of an item.
  const { values } = value as { values?: unknown[] };
  if (values === undefined) return [];
  const [items, , draw] = values;
  if (!('strings' in value) && Array.isArray(items) && typeof draw === 'function') {
    return items.flatMap((item, index) => texts(draw(item, index)));
  }
  return values.flatMap(texts);
}

test('whatever stands in the fields of a component, it is drawn', async () => {
  for (const type of TYPES) {
    for (const poison of POISON) {
      const fields = Object.fromEntries(FIELDS.map((field) => [field, poison]));
      const words = await wordsDrawn({
        ...fields,
        type,
        children: [
          { ...fields, type: 'Text' },
          { ...fields, type },
        ],
      });
      assert.doesNotMatch(words, /\[object|undefined/, `${type} ${JSON.stringify(poison)?.slice(0, 40)}`);
    }
  }
});

test('what is not known shows what is in it', async () => {
  const words = await wordsDrawn({
    type: 'Card',
    children: [
      { type: 'Carousel', children: [{ type: 'Text', value: 'A slide' }] },
      { type: 'Gauge', label: 'Fuel', value: 'Half full' },
      { type: 'Sparkline' },
      { type: 'Text', value: 'After it' },
    ],
  });
  for (const expected of ['A slide', 'Half full', 'After it']) assert.ok(words.includes(expected), expected);
});

test('the largest and the deepest trees are drawn', async () => {
  const wide = {
    type: 'Card',
    children: Array.from({ length: 6_000 }, (_, n) => ({ type: 'Text', value: `line ${n}.` })),
  };
  const words = await wordsDrawn(wide);
  assert.ok(words.includes('line 0.') && words.includes('line 4900.'));
  let deep: JsonObject = { type: 'Text', value: 'bottom' };
  for (let level = 0; level < 5_000; level += 1)
    deep = { type: 'Col', children: [{ type: 'Text', value: `at ${level}.` }, deep] };
  assert.ok((await wordsDrawn(deep)).includes('at 4999.'));
});

test('every icon that ChatKit names is there, and lucide icons by their names', () => {
  for (const [name, shape] of Object.entries(named)) assert.ok(Array.isArray(shape) && shape.length > 0, name);
  for (const name of Object.keys(LUCIDE_SHAPES)) assert.ok(shapeNamed(`lucide:${name}`), name);
  assert.ok(shapeNamed('lucide:calendar'));
  assert.notEqual(iconNamed('sparkle'), null);
  for (const unknown of [
    '',
    'lucide:',
    'lucide:nothing',
    'vendor:x',
    'constructor',
    '__proto__',
    'lucide:constructor',
  ]) {
    assert.equal(iconNamed(unknown), null, unknown);
  }
});
