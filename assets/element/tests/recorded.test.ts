/** What the real server sent, read as the element reads it; `python -m tests.support.record_streams` records it. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { type Conversation, type Entry, NEW_CONVERSATION, afterEvent, fromThread } from '../core/conversation.ts';
import { EventStreamParser } from '../core/event_stream.ts';
import { parseEvent } from '../core/parse_events.ts';
import { parseItem } from '../core/parse_items.ts';
import { parsePage, parseThread, parseThreadSummary } from '../core/parse_threads.ts';
import { widgetJson } from '../core/widget_json.ts';
import type { StreamEvent } from '../core/wire.ts';
import { Stage, stageWith } from './support/stage.ts';
import { until } from './support/until.ts';

const FOLDER = new URL('./recorded/', import.meta.url);
const STREAMS = readdirSync(FOLDER).filter((name) => name.endsWith('.sse'));

const recorded = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const reply = (name: string): unknown => JSON.parse(recorded(`${name}.json`));

function eventsOf(name: string): StreamEvent[] {
  return new EventStreamParser().push(recorded(name)).map((data) => {
    const event = parseEvent(JSON.parse(data));
    assert.ok(event !== null, data);
    return event;
  });
}

function played(...names: string[]): Conversation {
  return names.flatMap((name) => eventsOf(`${name}.sse`)).reduce(afterEvent, NEW_CONVERSATION);
}

function kept(name: string): Conversation {
  const thread = parseThread(reply(name));
  assert.ok(thread !== null);
  return fromThread(thread, thread.items);
}

function only<Type extends Entry['type']>(conversation: Conversation, type: Type): Extract<Entry, { type: Type }> {
  const found = conversation.entries.find((entry) => entry.type === type);
  assert.ok(found !== undefined, type);
  return found as Extract<Entry, { type: Type }>;
}

test('every event, item and update of the real server is known', () => {
  for (const name of STREAMS) {
    for (const event of eventsOf(name)) {
      if (event.type === 'item') assert.notEqual(event.item.type, 'other', name);
      if (event.type === 'item_updated') assert.notEqual(event.update.type, 'other', name);
    }
  }
});

test('every kind of them occurs', () => {
  const events = STREAMS.flatMap(eventsOf);
  const kinds = (values: (string | undefined)[]) => new Set(values.filter((kind) => kind !== undefined)).size;
  assert.equal(kinds(events.map(({ type }) => type)), 9);
  assert.equal(kinds(events.map((event) => (event.type === 'item' ? event.item.type : undefined))), 9);
  assert.equal(kinds(events.map((event) => (event.type === 'item_updated' ? event.update.type : undefined))), 8);
});

test('what was streamed is what is kept', () => {
  for (const name of ['answer', 'work', 'image', 'signals', 'fail', 'stopped']) {
    const streamed = played(name).entries.filter((entry) => entry.type !== 'notice');
    assert.deepEqual(streamed, kept(name).entries, name);
  }
  assert.deepEqual(played('questions', 'answered').entries, kept('questions').entries);
});

test('the pieces of an answer make what its end says', () => {
  for (const name of ['answer', 'retry', 'widget', 'work', 'image']) {
    const events = eventsOf(`${name}.sse`);
    const updated = events.findLastIndex((event) => event.type === 'item_updated');
    const streaming = events.slice(0, updated + 1).reduce(afterEvent, NEW_CONVERSATION);
    const done = events.reduce(afterEvent, NEW_CONVERSATION);
    for (const entry of streaming.entries) {
      const end = done.entries.find(({ id }) => id === entry.id);
      // How long it took, and that it is finished, is known at the end only.
      const inPieces = { ...entry, durationSeconds: null, progress: null };
      assert.deepEqual(inPieces, { ...end, durationSeconds: null, progress: null }, name);
    }
  }
});

test('an answer has its sources', () => {
  const [part] = only(played('answer'), 'assistant_message').parts;
  assert.deepEqual(
    part?.annotations.map(({ source }) => [source.kind, source.title, source.url ?? source.entity?.label ?? null]),
    [
      ['url', 'Tea', 'https://example.org/tea'],
      ['file', 'Notes', null],
      ['entity', 'Ann', '@Ann'],
    ],
  );
});

test('a widget is read without a loss, and an action on it changes it', () => {
  const widget = only(played('widget'), 'widget');
  const item = JSON.parse(new EventStreamParser().push(recorded('widget.sse')).find((data) => data.includes('Card')) ?? '').item;
  const { children, ...rest } = item.widget;
  assert.deepEqual(widgetJson(widget.root), {
    ...rest,
    // The only child of a transition and of a cell comes back as a list of one.
    children: JSON.parse(JSON.stringify(children).replace('"value":""', '"value":"Tea is ready."'), listed),
  });
  const after = only(played('widget', 'action'), 'widget');
  assert.equal(after.root.children[0]?.fields['value'], 'Ordered.');
  const changed = parseItem((reply('sync_action') as { updated_item: unknown }).updated_item);
  assert.equal(changed?.type === 'widget' && changed.id, widget.id);
});

function listed(name: string, value: unknown): unknown {
  return name === 'children' && !Array.isArray(value) ? [value] : value;
}

test('questions come back with their answers', () => {
  assert.equal(only(played('questions'), 'structured_input').status, 'pending');
  const { status, questions } = only(played('questions', 'answered'), 'structured_input');
  assert.equal(status, 'answered');
  assert.deepEqual(questions.map(({ answer }) => answer), [
    { values: ['Green', 'Black'], skipped: false },
    { values: [], skipped: true },
  ]);
});

test('threads are listed', () => {
  const { data, hasMore } = parsePage(reply('threads'), parseThreadSummary);
  assert.deepEqual(data.map(({ title }) => title), ['wait', 'questions', 'widget']);
  assert.equal(hasMore, true);
});

test('a session goes through the recorded tool call, retry, error and stop', async (context) => {
  let stage = new Stage();
  const play = async (...names: string[]) => {
    stage = await stageWith(context, (_, response) => {
      response.events();
      response.raw(recorded(`${names.shift()}.sse`));
      if (names[0] !== 'open') response.end();
    });
    stage.session.onClientTool = ({ params }) => params;
  };
  await play('tool', 'tool_output');
  await stage.say('tool');
  assert.deepEqual(stage.types, ['threads.create', 'threads.add_client_tool_output']);
  assert.deepEqual(stage.state.conversation.entries, kept('tool').entries);

  await play('answer', 'retry');
  await stage.say('answer');
  const first = stage.state.conversation.entries[0]?.id ?? '';
  await stage.session.retryFrom(first);
  assert.deepEqual(stage.state.conversation.entries.map(({ type }) => type), [
    'user_message',
    'assistant_message',
    'end_of_turn',
  ]);

  await play('signals');
  await stage.say('signals');
  assert.equal(stage.state.failure?.error.sentence, 'The kettle is empty.');
  assert.deepEqual(stage.events.find(([name]) => name === 'chatkit.effect')?.[1], { name: 'shine', data: { much: true } });
  assert.equal(stage.shown.filter((line) => line.startsWith('notice')).length, 3);

  await play('stopped', 'open');
  const sent = stage.say('wait');
  await until(() => stage.shown.at(-1) === 'agent: So far');
  await stage.session.stop();
  await sent;
  assert.deepEqual(stage.state.conversation.entries, kept('stopped').entries);
});
