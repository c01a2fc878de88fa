import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Script } from './support/server.ts';
import { type Stage, answer, stageWith, take } from './support/stage.ts';
import { until } from './support/until.ts';
import * as wire from './support/wire_samples.ts';

const hiddenEvery = (step: number) => (index: number) => index % step !== 0;

/** Serves a thread as the real server does: pages are cut first, and what is hidden is left out of them afterwards. */
function threadOf(count: number, isHidden: (index: number) => boolean = () => false): Script {
  const items = Array.from({ length: count }, (_, index) => ({ index, item: wire.userMessage(`m${index}`, `${index}`) }));
  return (request, reply) => {
    if (request.type === 'threads.get_by_id') {
      return reply.json({ ...wire.thread(request.params['thread_id'], 'Long'), items: page('asc', 20) });
    }
    if (request.type === 'items.list') return reply.json(page(request.params['order'], request.params['limit'], request.params['after']));
    take(request, reply);
    answer(reply, 'newest');
  };

  function page(order: 'asc' | 'desc', limit: number, after?: string) {
    const ordered = order === 'asc' ? items : items.toReversed();
    const start = after === undefined ? 0 : ordered.findIndex(({ item }) => item.id === after) + 1;
    const cut = ordered.slice(start, start + limit);
    const more = start + limit < count;
    const data = cut.filter(({ index }) => !isHidden(index)).map(({ item }) => item);
    return { data, has_more: more, after: more ? cut.at(-1)?.item.id : null };
  }
}

const numbers = (stage: Stage): number[] => stage.shown.map((line) => Number(line.split(' ')[1]));
const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, index) => start + index);

async function opened(context: TestContext, script: Script): Promise<Stage> {
  const stage = await stageWith(context, script);
  await stage.session.open('thr_1');
  return stage;
}

test('point 3: a thread opens at its end although its first page comes first, and reads earlier pages when asked', async (context) => {
  const stage = await opened(context, threadOf(120));
  assert.deepEqual(numbers(stage), range(70, 120));
  await Promise.all([stage.session.loadEarlier(), stage.session.loadEarlier()]);
  assert.deepEqual(numbers(stage), range(20, 120));
  await stage.session.loadEarlier();
  await stage.session.loadEarlier();
  assert.deepEqual(numbers(stage), range(0, 120));
  assert.deepEqual(stage.types, ['threads.get_by_id', 'items.list', 'items.list', 'items.list']);
  assert.deepEqual(stage.names(), ['thread.change', 'thread.load.start', 'thread.load.end']);
  assert.equal(stage.state.loadingEarlier, false);
});

test('pages that hide most of what they hold are read until there is something to show', async (context) => {
  const stage = await opened(context, threadOf(1_000, hiddenEvery(20)));
  assert.deepEqual(numbers(stage), range(40, 50).map((index) => index * 20));
  const requests = stage.types.length;
  await stage.session.loadEarlier();
  assert.deepEqual(numbers(stage).slice(0, 10), range(30, 40).map((index) => index * 20));
  assert.equal(stage.types.length, requests + 4);
  const empty = await opened(context, threadOf(2_000, () => true));
  assert.deepEqual(empty.shown, []);
  assert.notEqual(empty.state.conversation.earlier, null);
});

test('a cursor that leads back to itself is not followed for ever', async (context) => {
  const stuck = { data: [wire.userMessage('m', '7')], has_more: true, after: 'm' };
  const stage = await opened(context, (request, reply) =>
    reply.json(request.type === 'items.list' ? stuck : wire.thread('thr_1', null, [], 'm')),
  );
  assert.deepEqual(numbers(stage), [7]);
  assert.equal(stage.types.length, 3);
  assert.equal(stage.state.conversation.earlier, null);
});

test('from the start of a thread, everything after it can be read', async (context) => {
  const stage = await opened(context, threadOf(130));
  await stage.session.jumpToStart();
  await stage.session.refresh();
  assert.deepEqual(numbers(stage), range(0, 20));
  assert.equal(stage.state.conversation.earlier, null);
  for (let more = 0; more < 3; more += 1) await stage.session.loadLater();
  assert.deepEqual(numbers(stage), range(0, 130));
  assert.equal(stage.state.conversation.later, null);
  const requests = stage.types.length;
  await stage.session.jumpToNewest();
  await stage.session.jumpToStart();
  await stage.session.loadLater();
  assert.equal(stage.types.length, requests);
});

test('what is sent from the start of a thread stands after its newest items', async (context) => {
  const stage = await opened(context, threadOf(130));
  await stage.session.jumpToStart();
  const sent = stage.say('200');
  assert.equal(stage.shown.at(-1), 'unsent: 200');
  await sent;
  assert.deepEqual(numbers(stage).slice(0, -1), [...range(80, 130), 200]);
  assert.equal(stage.shown.at(-1), 'agent: newest');
});

test('if the newest items cannot be read, the message comes back', async (context) => {
  let refuse = false;
  const script = threadOf(130);
  const stage = await opened(context, (request, reply) => (refuse ? reply.json({}, 500) : script(request, reply)));
  await stage.session.jumpToStart();
  refuse = true;
  await stage.say('precious');
  assert.deepEqual(stage.returned, ['precious']);
  assert.equal(stage.types.includes('threads.add_user_message'), false);
  refuse = false;
  await stage.session.jumpToNewest();
  assert.deepEqual(numbers(stage), range(80, 130));
});

test('a page that comes when something else is shown is not added to it', async (context) => {
  const held: (() => unknown)[] = [];
  const script = threadOf(120);
  const stage = await opened(context, (request, reply) =>
    request.params['after'] === undefined ? script(request, reply) : held.push(() => script(request, reply)),
  );
  const elsewhere = [() => stage.session.jumpToStart(), () => stage.session.open('thr_2')];
  for (const go of elsewhere) {
    const loading = stage.session.loadEarlier();
    await until(() => held.length === 1);
    await go();
    held.pop()?.();
    await loading;
    assert.deepEqual(numbers(stage), go === elsewhere[0] ? range(0, 20) : range(70, 120));
    await stage.session.open('thr_1');
  }
});

test('a page that cannot be read leaves what is there, and can be asked for again', async (context) => {
  let refuse = false;
  const script = threadOf(120);
  const stage = await opened(context, (request, reply) => (refuse ? reply.json({}, 500) : script(request, reply)));
  refuse = true;
  await stage.session.loadEarlier();
  assert.deepEqual(numbers(stage), range(70, 120));
  assert.equal(stage.names().at(-1), 'error');
  refuse = false;
  await stage.session.loadEarlier();
  assert.deepEqual(numbers(stage), range(20, 120));
});

test('a short thread needs one request, and a tool call left in it is not run again', async (context) => {
  const items = [wire.userMessage('u', 'open'), wire.toolCall('c', 'pick_files')];
  const stage = await stageWith(context, (_, reply) => reply.json(wire.thread('thr_9', null, items)));
  stage.session.onClientTool = () => assert.fail('ran');
  await stage.session.open('thr_9');
  assert.deepEqual(stage.types, ['threads.get_by_id']);
  assert.deepEqual(stage.shown, ['user: open', 'tool: pick_files pending']);
});

test('a refresh replaces the items without hiding them, and keeps the earlier pages', async (context) => {
  let count = 120;
  const stage = await opened(context, (request, reply) => threadOf(count)(request, reply));
  await stage.session.loadEarlier();
  count = 125;
  const refreshed = stage.session.refresh();
  assert.deepEqual(numbers(stage), range(20, 120));
  await refreshed;
  assert.deepEqual(numbers(stage), range(20, 125));
  assert.equal(stage.state.conversation.earlier, 'm20');
});
