import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNSENT_ID } from '../core/conversation.ts';
import { parseEvent } from '../core/parse_events.ts';
import { parseItem } from '../core/parse_items.ts';
import { parsePage, parseThread, parseThreadSummary } from '../core/parse_threads.ts';
import { MAX_DEPTH, MAX_NODES, fitsLimits, parseWidget } from '../core/parse_widget.ts';
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

test('an id that is made here means nothing from a server', () => {
  const item = wire.assistantMessage(UNSENT_ID, 'x');
  assert.equal(parseItem(item), null);
  assert.equal(parseEvent({ type: 'thread.item.done', item }), null);
  const removed = parseEvent({ type: 'thread.item.removed', item_id: UNSENT_ID });
  assert.deepEqual(removed, { type: 'item_removed', itemId: '' });
});

test('an item of a later version shows the words that are in it', () => {
  const song = { type: 'song', id: 's', song: 1, title: 'Tune', content: [{ type: 'verse', text: 'La' }, { text: 'Li' }] };
  assert.deepEqual(parseItem(song), { type: 'other', id: 's', kind: 'song', text: 'Tune\nLa\nLi' });
  assert.deepEqual(parseItem({ type: 'constructor', id: 'c' }), { type: 'other', id: 'c', kind: 'constructor', text: '' });
});

test('what is for the agent only is never shown', () => {
  for (const type of ['hidden_context_item', 'sdk_hidden_context']) {
    const item = parseItem({ type, id: 'h', content: 'The person pressed Stop.' });
    assert.deepEqual(item, { type: 'other', id: 'h', kind: type, text: '' });
  }
});

test('point 10: a widget is read with everything its components have', () => {
  const cell = { type: 'Table.Cell', id: 'c', children: { type: 'Text', value: 'x', streaming: true } };
  const item = parseItem({ type: 'widget', id: 'w', widget: { type: 'Card', size: 'sm', children: [cell, 'text', null] } });
  const text = { type: 'Text', id: null, key: null, fields: { value: 'x', streaming: true }, children: [] };
  assert.deepEqual(item, {
    type: 'widget',
    id: 'w',
    copyText: null,
    root: {
      type: 'Card',
      id: null,
      key: null,
      fields: { size: 'sm' },
      children: [{ type: 'Table.Cell', id: 'c', key: null, fields: {}, children: [text] }],
    },
  });
});

test('a widget is never deeper or larger than can be drawn', () => {
  let deep: object = { type: 'Text' };
  for (let depth = 0; depth < 10_000; depth += 1) deep = { type: 'Box', children: [deep] };
  const wide = { type: 'Card', children: Array.from({ length: MAX_NODES * 2 }, () => ({ type: 'Text' })) };
  for (const value of [deep, wide]) {
    const root = parseWidget(value);
    assert.ok(root !== null && fitsLimits(root));
  }
  let depth = 0;
  for (let node = parseWidget(deep); node !== null && node !== undefined; node = node.children[0] ?? null) depth += 1;
  assert.equal(depth, MAX_DEPTH);
  assert.equal(parseWidget(wide)?.children.length, MAX_NODES - 1);
});

test('point 9: an address that runs a program is none', () => {
  const source = (url: unknown) => ({ type: 'url', title: 'Title', url });
  const urlOf = (url: unknown) => {
    const item = parseItem({ type: 'task', id: 't', task: { type: 'web_search', sources: [source(url)] } });
    return item?.type === 'task' ? item.task.sources[0]?.url : undefined;
  };
  assert.equal(urlOf('https://example.org/'), 'https://example.org/');
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 7, null]) {
    assert.equal(urlOf(url), null);
  }
  const imageOf = (url: unknown) => {
    const item = parseItem({ type: 'generated_image', id: 'i', image: { id: 'x', url } });
    return item?.type === 'generated_image' ? item.url : undefined;
  };
  for (const url of ['https://a/x.png', 'blob:x', 'data:image/png;base64,AA', '/x.png']) assert.equal(imageOf(url), url);
  for (const url of ['javascript:x', 'data:text/html,x', '//elsewhere/x.png', {}]) assert.equal(imageOf(url), null);
});

/** Every value of a small world of wrong ones, in every place of a real event or item. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* [null, undefined, 0, -1, 1e9, NaN, '', 'text', true, [], [null], [[]], {}, { id: 1 }, { data: 'x' }, { type: 'x' }];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    for (const wrong of spoilt(inner)) yield Array.isArray(value) ? value.with(Number(name), wrong) : { ...value, [name]: wrong };
  }
}

test('nothing that a server sends makes reading throw', () => {
  for (const item of wire.EVERY_ITEM) for (const value of spoilt(item)) parseItem(value);
  for (const update of wire.EVERY_UPDATE) {
    const event = { type: 'thread.item.updated', item_id: 'a', update };
    for (const value of spoilt(event)) parseEvent(value);
  }
  const others = [wire.created(), wire.failed('m', true), wire.removed('a'), wire.progress('p')];
  const signals = ['stream_options', 'client_effect', 'notice'].map((type) => ({ type, data: {}, stream_options: {} }));
  for (const event of [...others, ...signals]) for (const value of spoilt(event)) parseEvent(value);
  for (const value of spoilt(wire.thread('t', 'x', [wire.userMessage('u', 'x')]))) {
    parseThread(value);
    parseThreadSummary(value);
    assert.ok(Array.isArray(parsePage(value, parseItem).data));
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
  assert.deepEqual(page.data.map(({ id }) => id), ['u']);
  assert.deepEqual([page.hasMore, page.after], [true, 'u']);
  assert.equal(parsePage({ data: [], has_more: true }, parseItem).hasMore, false);
});

test('a message is read with its tags, files and quotation', () => {
  const content = [
    { type: 'input_text', text: 'Ask ' },
    { type: 'input_tag', id: 't', text: '@Ann', data: { a: 1 }, interactive: true },
  ];
  const attachments = [
    { type: 'image', id: 'i', name: 'a.png', mime_type: 'image/png', preview_url: 'https://a/a.png' },
    { type: 'file', id: 'f', name: 'b.txt', mime_type: 'text/plain', upload_descriptor: { url: 'https://a/' } },
  ];
  assert.deepEqual(parseItem({ ...wire.userMessage('u', ''), content, attachments, quoted_text: 'before' }), {
    type: 'user_message',
    id: 'u',
    text: 'Ask @Ann',
    parts: [
      { type: 'text', text: 'Ask ' },
      { type: 'tag', id: 't', text: '@Ann', group: null, interactive: true, data: { a: 1 } },
    ],
    attachments: [
      { id: 'i', name: 'a.png', mimeType: 'image/png', previewUrl: 'https://a/a.png' },
      { id: 'f', name: 'b.txt', mimeType: 'text/plain', previewUrl: null },
    ],
    quotedText: 'before',
  });
});

test('a locked thread says why', () => {
  const summary = parseThreadSummary({ ...wire.thread(), status: { type: 'locked', reason: 'Paid plans only.' } });
  assert.deepEqual(summary?.status, { type: 'locked', reason: 'Paid plans only.' });
});
