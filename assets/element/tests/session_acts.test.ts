import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, stageWith, take } from './support/stage.ts';
import { until } from './support/until.ts';
import * as wire from './support/wire_samples.ts';

test('an action is sent with its item, and its events change the conversation', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    if (request.type === 'threads.create') reply.events(wire.done(wire.widget('w')));
    else reply.events({ type: 'thread.item.replaced', item: wire.widget('w', { type: 'Card', size: 'lg' }) });
    reply.end();
  });
  await assert.rejects(stage.session.act({ type: 'buy' }, 'w'));
  await stage.say('go');
  await stage.session.act({ type: 'buy', payload: { n: 2 } }, 'w');
  const action = { type: 'buy', payload: { n: 2 } };
  assert.deepEqual(stage.server?.requests[1]?.params, { thread_id: 'thr_1', item_id: 'w', action });
  const widget = stage.state.conversation.entries[1];
  assert.deepEqual(widget?.type === 'widget' && widget.root.fields, { size: 'lg' });
});

test('an action that failed half-way is sent again, not answered by trying the last message again', async (context) => {
  let fail = true;
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    if (request.type === 'threads.create') reply.events(wire.done(wire.widget('w')));
    else reply.events(wire.progress('Buying'));
    if (request.type === 'threads.custom_action' && fail) reply.events(wire.failed('Sold out.', true));
    reply.end();
  });
  await stage.say('go');
  await stage.session.act({ type: 'buy' }, 'w');
  assert.equal(stage.state.failure?.error.sentence, 'Sold out.');
  fail = false;
  await stage.session.retry();
  assert.equal(stage.state.failure, null);
  assert.deepEqual(stage.types, ['threads.create', 'threads.custom_action', 'threads.custom_action']);
  assert.deepEqual(stage.shown, ['user: go', 'widget: w']);
});

test('point 8: an action without a stream is done while an answer comes, and changes one item', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    if (request.type === 'threads.sync_custom_action') {
      return reply.json({ updated_item: wire.widget('w', { type: 'Card', size: 'lg' }) });
    }
    take(request, reply);
    reply.events(wire.done(wire.widget('w')), wire.added(wire.assistantMessage('a', 'So far')));
  });
  const sent = stage.say('go');
  await until(() => stage.shown.length === 3);
  await stage.session.act({ type: 'like' }, 'w', { streaming: false });
  assert.equal(stage.state.phase, 'streaming');
  const widget = stage.state.conversation.entries[1];
  assert.deepEqual(widget?.type === 'widget' && widget.root.fields, { size: 'lg' });
  await stage.session.stop();
  await sent;
});

test('an action without a stream may change nothing, and its failure is told', async (context) => {
  let status = 200;
  const stage = await stageWith(context, (request, reply) => {
    if (request.type === 'threads.sync_custom_action') return reply.json({}, status);
    take(request, reply);
    answer(reply, 'x');
  });
  await stage.say('go');
  const before = stage.state.conversation;
  await stage.session.act({ type: 'like' }, undefined, { streaming: false });
  assert.equal(stage.state.conversation, before);
  status = 500;
  await stage.session.act({ type: 'like' }, undefined, { streaming: false });
  assert.equal(stage.state.failure?.retry, 'ask');
  status = 200;
  await stage.session.retry();
  assert.equal(stage.state.failure, null);
});

test('answers to questions are handed in, and the item comes back answered', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    if (request.type === 'threads.create') reply.events(wire.done(wire.questions('q')));
    else reply.events({ type: 'thread.item.replaced', item: wire.questions('q', 'answered') });
    reply.end();
  });
  await stage.say('go');
  const input = { status: 'answered', answers: { q1: { values: ['a'], skipped: false } } } as const;
  await stage.session.answerInput('q', input);
  assert.equal(stage.types[1], 'threads.add_structured_input');
  assert.deepEqual(stage.server?.requests[1]?.params, { thread_id: 'thr_1', item_id: 'q', input });
  const item = stage.state.conversation.entries[1];
  assert.equal(item?.type === 'structured_input' && item.status, 'answered');
});

test('feedback shows at once and goes away if the server does not take it', async (context) => {
  let status = 200;
  const stage = await stageWith(context, (request, reply) => {
    if (request.type === 'items.feedback') return reply.json({}, status);
    take(request, reply);
    answer(reply, 'x');
  });
  await stage.say('go');
  const given = stage.session.sendFeedback(['a', 'b'], 'positive');
  assert.deepEqual([...stage.state.feedback], [['a', 'positive'], ['b', 'positive']]);
  await given;
  status = 500;
  await stage.session.sendFeedback(['b', 'c'], 'negative');
  assert.deepEqual([...stage.state.feedback], [['a', 'positive'], ['b', 'positive']]);
  assert.equal(stage.names().at(-1), 'error');
  assert.deepEqual(stage.server?.requests[1]?.params, { thread_id: 'thr_1', item_ids: ['a', 'b'], kind: 'positive' });
});

test('point 4: an answer is given anew from a message of the person, and everything after it goes without a word', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    answer(reply, request.type === 'threads.retry_after_item' ? 'better' : 'x');
  });
  await stage.say('one');
  await stage.say('two');
  const first = stage.state.conversation.entries[0]?.id ?? '';
  await stage.session.retryFrom(first);
  assert.deepEqual(stage.shown, ['user: one', 'agent: better']);
  assert.deepEqual(stage.server?.requests[2]?.params, { thread_id: 'thr_1', item_id: first });
});

test('what was to be answered anew is all back if the server does not take it', async (context) => {
  let reply_ = (): { status: number; events: object[] } => ({ status: 500, events: [] });
  const stage = await stageWith(context, (request, reply) => {
    if (request.type !== 'threads.retry_after_item') {
      take(request, reply);
      return answer(reply, 'x');
    }
    const { status, events } = reply_();
    if (status !== 200) return reply.json({}, status);
    reply.events(...events);
    reply.end();
  });
  await stage.say('one');
  const first = stage.state.conversation.entries[0]?.id ?? '';
  for (const events of [null, [], [wire.failed('Busy.', true)]]) {
    reply_ = () => ({ status: events === null ? 500 : 200, events: events ?? [] });
    await stage.session.retryFrom(first);
    assert.deepEqual(stage.shown, ['user: one', 'agent: x']);
    assert.equal(stage.state.failure?.retry, 'ask');
  }
});

test('a thread that is used is told, new, named or spoken in', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    if (request.type === 'threads.create') reply.events(wire.titled('Named'));
    answer(reply, 'x');
  });
  await stage.say('one');
  await stage.say('two');
  assert.deepEqual(stage.used, ['thr_1', 'Named', 'Named']);
  stage.session.retitle({ ...wire.thread('thr_1'), title: 'Other', createdAt: '', status: { type: 'active', reason: null } });
  assert.equal(stage.state.conversation.title, 'Other');
});

test('thousands of pieces cost one change of the conversation, when somebody looks', async (context) => {
  const pieces = Array.from({ length: 5_000 }, (_, index) => wire.delta('a', `${index} `));
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    reply.events(wire.added(wire.assistantMessage('a', '')), ...pieces, wire.delta('unknown', 'x'));
    reply.end();
  });
  await stage.say('count');
  assert.equal(stage.shown.at(-1), `agent: ${pieces.map((_, index) => `${index} `).join('')}`);
  const { entries } = stage.state.conversation;
  assert.equal(stage.state.conversation.entries, entries);
});
