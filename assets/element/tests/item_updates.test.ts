import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEW_CONVERSATION, afterEvent } from '../core/conversation.ts';
import { updatedItem } from '../core/item_updates.ts';
import type { ThreadItem, WidgetNode } from '../core/items.ts';
import { parseEvent } from '../core/parse_events.ts';
import { parseItem } from '../core/parse_items.ts';
import { fitsLimits } from '../core/parse_widget.ts';
import type { ItemUpdate } from '../core/wire.ts';
import * as wire from './support/wire_samples.ts';

function read(item: object): ThreadItem {
  const parsed = parseItem(item);
  assert.ok(parsed !== null);
  return parsed;
}

function updateFrom(update: object): ItemUpdate {
  const event = parseEvent(wire.updated('x', update));
  assert.ok(event?.type === 'item_updated');
  return event.update;
}

function after(item: object, ...updates: object[]): ThreadItem {
  return updates.map(updateFrom).reduce(updatedItem, read(item));
}

test('parts of an answer come, grow, get sources and are finished', () => {
  const part = (text: string) => ({ type: 'output_text', text, annotations: [] });
  const source = { type: 'url', title: 'Page', url: 'https://example.org/' };
  const annotated = (title: string, index: number) => ({
    type: 'assistant_message.content_part.annotation_added',
    content_index: 0,
    annotation_index: index,
    annotation: { source: { ...source, title }, index: 5 },
  });
  const item = after(
    wire.assistantMessage('a'),
    { type: 'assistant_message.content_part.added', content_index: 0, content: part('') },
    wire.delta('a', 'Hello').update,
    annotated('Second', 0),
    annotated('First', 0),
    wire.delta('a', ' there').update,
  );
  assert.ok(item.type === 'assistant_message');
  assert.equal(item.parts[0]?.text, 'Hello there');
  assert.deepEqual(item.parts[0]?.annotations.map(({ source: { title }, index }) => [title, index]), [
    ['First', 5],
    ['Second', 5],
  ]);
  const done = { type: 'assistant_message.content_part.done', content_index: 0, content: part('Hello there.') };
  const finished = updatedItem(item, updateFrom(done));
  assert.deepEqual(finished.type === 'assistant_message' && finished.parts, [{ text: 'Hello there.', annotations: [] }]);
});

function rootOf(item: ThreadItem): WidgetNode {
  assert.ok(item.type === 'widget');
  return item.root;
}

const row = (id: string, value: string) => ({ type: 'Row', id, children: [{ type: 'Text', id: `${id}-text`, value }] });

test('text in a widget streams into its component, and nothing else changes', () => {
  const widget = wire.widget('w', { type: 'Card', children: [row('a', 'Hel'), row('b', 'x')] });
  const text = (delta: string, done: boolean) => ({
    type: 'widget.streaming_text.value_delta',
    component_id: 'a-text',
    delta,
    done,
  });
  const before = read(widget);
  const [first, second] = [text('lo', false), text('!', true)].map(updateFrom);
  assert.ok(first !== undefined && second !== undefined);
  const streaming = updatedItem(before, first);
  assert.deepEqual(rootOf(streaming).children[0]?.children[0]?.fields, { value: 'Hello', streaming: true });
  const finished = updatedItem(streaming, second);
  assert.deepEqual(rootOf(finished).children[0]?.children[0]?.fields, { value: 'Hello!', streaming: false });
  assert.equal(rootOf(finished).children[1], rootOf(before).children[1]);
});

test('a component is replaced by its id, and keeps it', () => {
  const widget = wire.widget('w', { type: 'Card', children: [row('a', 'x'), row('b', 'y')] });
  const update = { type: 'widget.component.updated', component_id: 'b', component: { type: 'Badge', label: 'New' } };
  const [kept, changed] = rootOf(after(widget, update)).children;
  assert.equal(kept?.type, 'Row');
  assert.deepEqual(changed, { type: 'Badge', id: 'b', key: null, fields: { label: 'New' }, children: [] });
  const root = { type: 'widget.root.updated', widget: { type: 'ListView', children: [] } };
  assert.equal(rootOf(after(widget, root)).type, 'ListView');
});

test('components that grow into each other do not pass the limits of a widget', () => {
  let nested: object = { type: 'Box', id: 'inner' };
  for (let depth = 0; depth < 20; depth += 1) nested = { type: 'Box', children: [nested] };
  const grow = updateFrom({ type: 'widget.component.updated', component_id: 'inner', component: nested });
  let item = read(wire.widget('w', nested));
  for (let round = 0; round < 10; round += 1) item = updatedItem(item, grow);
  assert.ok(fitsLimits(rootOf(item)));
});

test('tasks of a workflow are put in their places', () => {
  const task = (title: string) => ({ type: 'custom', title });
  const at = (index: number, title: string, name = 'updated') => ({
    type: `workflow.task.${name}`,
    task_index: index,
    task: task(title),
  });
  const item = after(wire.workflow('f', task('one')), at(1, 'two', 'added'), at(0, 'One'), at(9_999, 'far', 'added'));
  assert.deepEqual(item.type === 'workflow' && item.tasks.map(({ title }) => title), ['One', 'two', 'far']);
});

test('an image shows how far it is, and keeps the picture it has', () => {
  const progress = (value: unknown, url?: string) => ({
    type: 'generated_image.updated',
    image: { id: 'i', url },
    progress: value,
  });
  const half = after(wire.image('i'), progress(0.5, 'https://a/half.png'), progress(7));
  assert.deepEqual(half, { type: 'generated_image', id: 'i', url: 'https://a/half.png', progress: 1 });
});

test('an update that does not fit its item changes nothing', () => {
  for (const item of wire.EVERY_ITEM) {
    for (const update of wire.EVERY_UPDATE) {
      const before = read(item);
      const next = updatedItem(before, updateFrom(update));
      const kind = (update as { type: string }).type.split('.')[0] ?? '';
      if (!before.type.startsWith(kind)) assert.equal(next, before);
    }
  }
  const lost = wire.updated('w', { type: 'widget.streaming_text.value_delta', component_id: 'none', delta: 'x' });
  const events = [wire.done(wire.widget('w')), lost].map((event) => parseEvent(event));
  const [done, update] = events;
  assert.ok(done && update);
  const shown = afterEvent(NEW_CONVERSATION, done);
  assert.equal(afterEvent(shown, update), shown);
});
