import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEvent, parseItem, parsePage, parseThread, parseThreadSummary } from '../core/parse.ts';
import * as wire from './support/wire_samples.ts';

test('the events of the protocol are read', () => {
  assert.deepEqual(parseEvent(wire.delta('a', 'x', 2)), {
    type: 'item_updated',
    itemId: 'a',
    update: { type: 'text_delta', part: 2, delta: 'x' },
  });
  assert.deepEqual(parseEvent({ type: 'stream_options', stream_options: { allow_cancel: false } }), {
    type: 'options',
    allowCancel: false,
  });
  assert.deepEqual(parseEvent({ type: 'client_effect', name: 'n', data: { a: 1 } }), {
    type: 'effect',
    name: 'n',
    data: { a: 1 },
  });
  assert.deepEqual(parseEvent({ type: 'notice', level: 'danger', message: 'm', title: 't' }), {
    type: 'notice',
    level: 'danger',
    title: 't',
    message: 'm',
  });
});

test('added, done and replaced are one thing, but only added is unfinished', () => {
  const item = wire.assistantMessage('a', 'x');
  const finished = ['added', 'done', 'replaced'].map((name) => parseEvent({ type: `thread.item.${name}`, item }));
  assert.deepEqual(
    finished.map((event) => event?.type === 'item' && event.finished),
    [false, true, true],
  );
});

test('an event of a later version is left out', () => {
  assert.equal(parseEvent({ type: 'thread.sung', song: 'x' }), null);
  assert.equal(parseEvent({ type: 'thread.item.done', item: { type: 'assistant_message' } }), null);
  assert.equal(parseEvent({ type: 'thread.created', thread: { title: 'no id' } }), null);
});

test('an item of a kind that is not drawn keeps its place', () => {
  assert.deepEqual(parseItem({ type: 'widget', id: 'w', widget: { type: 'Card' } }), {
    type: 'other',
    id: 'w',
    kind: 'widget',
  });
});

test('nothing that a server sends makes reading throw', () => {
  const values = [null, undefined, 0, -1, 1e9, NaN, '', 'text', true, [], [null], {}, { id: 1 }, { data: 'x' }];
  const types = ['thread.created', 'thread.item.done', 'thread.item.updated', 'error', 'notice', 'progress_update'];
  for (const value of values) {
    for (const reader of [parseEvent, parseItem, parseThread, parseThreadSummary]) reader(value);
    assert.deepEqual(parsePage(value, parseItem).data, []);
    for (const type of types) parseEvent({ type, item: value, thread: value, update: value, item_id: value });
    parseEvent({ type: 'thread.item.updated', item_id: 'a', update: { ...wire.delta('a', 'x').update, content_index: value } });
  }
});

test('an impossible index means the first part', () => {
  for (const index of [-1, 0.5, 1e9, NaN, '3', null]) {
    const event = parseEvent({ ...wire.delta('a', 'x'), update: { ...wire.delta('a', 'x').update, content_index: index } });
    assert.deepEqual(event?.type === 'item_updated' && event.update, { type: 'text_delta', part: 0, delta: 'x' });
  }
});

test('a page leaves out what it cannot read', () => {
  const page = parsePage({ data: [wire.userMessage('u', 'x'), 7, {}], has_more: true, after: 'u' }, parseItem);
  assert.deepEqual(page, { data: [{ type: 'user_message', id: 'u', text: 'x' }], hasMore: true, after: 'u' });
});

test('tags of a user message are part of its text', () => {
  const content = [
    { type: 'input_text', text: 'Ask ' },
    { type: 'input_tag', id: 't', text: '@Ann', data: {} },
  ];
  assert.deepEqual(parseItem({ ...wire.userMessage('u', ''), content }), { type: 'user_message', id: 'u', text: 'Ask @Ann' });
});

test('a locked thread says why', () => {
  const summary = parseThreadSummary({ ...wire.thread(), status: { type: 'locked', reason: 'Paid plans only.' } });
  assert.deepEqual(summary?.status, { type: 'locked', reason: 'Paid plans only.' });
});
