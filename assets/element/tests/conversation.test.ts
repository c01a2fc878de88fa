import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Conversation,
  NEW_CONVERSATION,
  UNSENT_ID,
  afterEvent,
  answerText,
  atRest,
  lastUserMessageId,
  pendingToolCall,
  refreshed,
  truncatedAfter,
  unsentMessage,
  withEarlier,
  withLater,
  withToolCallCompleted,
  withUnsentMessage,
  withoutUnsentMessage,
} from '../core/conversation.ts';
import type { ThreadItem } from '../core/items.ts';
import { parseEvent } from '../core/parse_events.ts';
import { textMessage, unsentFrom } from '../core/requests.ts';
import * as wire from './support/wire_samples.ts';

function after(start: Conversation, ...events: object[]): Conversation {
  return events.reduce((conversation: Conversation, event) => {
    const parsed = parseEvent(event);
    return parsed === null ? conversation : afterEvent(conversation, parsed);
  }, start);
}

const ids = (conversation: Conversation) => conversation.entries.map((entry) => entry.id);

function textOf(conversation: Conversation, id: string): string {
  const entry = conversation.entries.find((known) => known.id === id);
  assert.equal(entry?.type, 'assistant_message');
  return entry?.type === 'assistant_message' ? answerText(entry) : '';
}

test('an answer is put together from its pieces, and done has the last word', () => {
  const streaming = after(
    NEW_CONVERSATION,
    wire.created(),
    wire.added(wire.assistantMessage('a')),
    wire.delta('a', 'Hel'),
    wire.delta('a', 'lo'),
    wire.delta('a', 'Bye', 1),
  );
  assert.equal(textOf(streaming, 'a'), 'Hello\n\nBye');
  assert.equal(textOf(after(streaming, wire.done(wire.assistantMessage('a', 'Hello.'))), 'a'), 'Hello.');
});

test("point 1: the server's copy of the person's message takes the place of ours", () => {
  const unsent = withUnsentMessage(NEW_CONVERSATION, unsentFrom(textMessage('hi')));
  assert.deepEqual(ids(unsent), [UNSENT_ID]);
  const sent = after(unsent, wire.created(), wire.done(wire.userMessage('u', 'hi')));
  assert.deepEqual(ids(sent), ['u']);
  assert.equal(unsentMessage(sent), null);
  assert.equal(sent.threadId, 'thr_1');
});

test('a message that did not arrive can be taken out again', () => {
  const unsent = withUnsentMessage(NEW_CONVERSATION, unsentFrom(textMessage('hi')));
  assert.equal(unsentMessage(unsent)?.text, 'hi');
  assert.deepEqual(ids(withoutUnsentMessage(unsent)), []);
});

test('point 2: added, done and replaced of the same id are one entry in its first place', () => {
  const conversation = after(
    NEW_CONVERSATION,
    wire.done(wire.assistantMessage('a', 'one')),
    wire.done(wire.assistantMessage('b', 'two')),
    { type: 'thread.item.replaced', item: wire.assistantMessage('a', 'three') },
  );
  assert.deepEqual(ids(conversation), ['a', 'b']);
  assert.equal(textOf(conversation, 'a'), 'three');
});

test('a delta leaves every other entry as it is, so that a view can skip it', () => {
  const before = after(
    NEW_CONVERSATION,
    wire.done(wire.userMessage('u', 'hi')),
    wire.added(wire.assistantMessage('a')),
  );
  const later = after(before, wire.delta('a', 'x'));
  assert.equal(later.entries[0], before.entries[0]);
  assert.notEqual(later.entries[1], before.entries[1]);
  assert.equal(after(later, wire.delta('unknown', 'x')), later);
});

test('removed items go, and an answer that is tried again drops what came after the question', () => {
  const conversation = after(
    NEW_CONVERSATION,
    wire.done(wire.userMessage('u', 'hi')),
    wire.done(wire.assistantMessage('a', 'x')),
    wire.done(wire.assistantMessage('b', 'y')),
  );
  assert.deepEqual(ids(after(conversation, wire.removed('a'))), ['u', 'b']);
  assert.deepEqual(ids(truncatedAfter(conversation, 'u')), ['u']);
  assert.equal(truncatedAfter(conversation, 'unknown'), conversation);
  assert.equal(lastUserMessageId(withUnsentMessage(conversation, unsentFrom(textMessage('next')))), 'u');
});

test('progress shows until something arrives or the stream ends', () => {
  const working = after(NEW_CONVERSATION, wire.progress('Reading'));
  assert.equal(working.progress, 'Reading');
  assert.equal(after(working, wire.added(wire.assistantMessage('a'))).progress, null);
  assert.equal(atRest(working).progress, null);
});

test('notices stay where they came and have ids of their own', () => {
  const notice = { type: 'notice', level: 'info', message: 'm' };
  const conversation = after(NEW_CONVERSATION, notice, wire.done(wire.assistantMessage('a', 'x')), notice, notice);
  assert.equal(new Set(ids(conversation)).size, 4);
  assert.equal(conversation.entries[1]?.id, 'a');
});

test('only the last item can be a tool call that waits, and only once', () => {
  const called = after(NEW_CONVERSATION, wire.done(wire.toolCall('c', 'switch_theme', { theme: 'dark' })));
  assert.equal(pendingToolCall(called)?.name, 'switch_theme');
  assert.equal(pendingToolCall(withToolCallCompleted(called, 'c')), null);
  for (const failed of [true, false]) {
    const [entry] = withToolCallCompleted(called, 'c', failed).entries;
    assert.equal(entry?.type === 'client_tool_call' && entry.failed, failed);
  }
  assert.equal(pendingToolCall(after(called, wire.done(wire.userMessage('u', 'stop')))), null);
  assert.notEqual(pendingToolCall(after(called, { type: 'notice', level: 'info', message: 'm' })), null);
});

test('a call whose result was a refusal is read as one that came to nothing', () => {
  for (const [output, failed] of [
    [{ success: true, files: [] }, false],
    [{ success: false, error: { code: 'permission_denied' } }, true],
    [{ error: 'a word of its own' }, false],
    [null, false],
  ] as const) {
    const item = { ...wire.toolCall('c', 'pick_files', {}), status: 'completed', output };
    const [entry] = after(NEW_CONVERSATION, wire.done(item)).entries;
    assert.equal(entry?.type === 'client_tool_call' && entry.failed, failed);
  }
});

function said(...itemIds: string[]): ThreadItem[] {
  return itemIds.map((id) => ({ ...unsentFrom(textMessage(id)), type: 'user_message', id }));
}

test('pages go before and after, without what is there already', () => {
  const start = { ...after(NEW_CONVERSATION, wire.done(wire.userMessage('m3', 'x'))), earlier: 'm3', later: 'm3' };
  const longer = withEarlier(start, { data: said('m1', 'm2', 'm2', 'm3'), hasMore: false, after: 'm1' });
  assert.deepEqual(ids(longer), ['m1', 'm2', 'm3']);
  assert.deepEqual([longer.earlier, longer.later], [null, 'm3']);
  const whole = withLater(longer, { data: said('m3', 'm4'), hasMore: true, after: 'm4' });
  assert.deepEqual(ids(whole), ['m1', 'm2', 'm3', 'm4']);
  assert.equal(whole.later, 'm4');
});

test('what is read anew takes its place, and pages from before it stay', () => {
  const before = { ...after(NEW_CONVERSATION), entries: said('m1', 'm2', 'm3', 'gone'), earlier: 'm1' };
  const page = { ...NEW_CONVERSATION, entries: said('m2', 'm3', 'm4'), earlier: 'm2' };
  assert.deepEqual(ids(refreshed(before, page)), ['m1', 'm2', 'm3', 'm4']);
  assert.equal(refreshed(before, page).earlier, 'm1');
  const elsewhere = { ...page, entries: said('m8', 'm9') };
  assert.deepEqual(ids(refreshed(before, elsewhere)), ['m8', 'm9']);
  assert.deepEqual(ids(refreshed(before, { ...elsewhere, earlier: null })), ['m8', 'm9']);
});

test('point 5: a new message makes the server forget the calls that nobody answered', () => {
  const called = after(
    NEW_CONVERSATION,
    wire.done(wire.toolCall('old', 'x', {}, 'completed')),
    wire.done(wire.toolCall('c', 'x')),
  );
  const sent = after(withUnsentMessage(called, unsentFrom(textMessage('hi'))), wire.done(wire.userMessage('u', 'hi')));
  assert.deepEqual(ids(sent), ['old', 'u']);
});

test('point 6: stop is offered unless the server forbids it', () => {
  const fixed = after(NEW_CONVERSATION, { type: 'stream_options', stream_options: { allow_cancel: false } });
  assert.equal(fixed.allowCancel, false);
  assert.equal(atRest(fixed).allowCancel, true);
});
