import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ChatClient } from '../core/client.ts';
import type { ChatError } from '../core/errors.ts';
import { ThreadHistory, UNDO_SECONDS } from '../core/history.ts';
import type { ThreadSummary } from '../core/wire.ts';
import { type Received, startServer } from './support/server.ts';
import { until } from './support/until.ts';
import * as wire from './support/wire_samples.ts';

class Shelf {
  readonly history: ThreadHistory;
  readonly renamed: ThreadSummary[] = [];
  readonly failures: ChatError[] = [];
  readonly requests: readonly Received[];
  readonly keptAlive: string[] = [];

  constructor(url: string, requests: readonly Received[]) {
    this.requests = requests;
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (init?.keepalive === true) this.keptAlive.push(JSON.parse(String(init.body)).type);
      return globalThis.fetch(input, init);
    };
    const client = new ChatClient({ url, locale: 'en', fetch });
    this.history = new ThreadHistory(() => Promise.resolve(client), {
      changed: () => undefined,
      renamed: (thread) => this.renamed.push(thread),
      failed: (error) => this.failures.push(error),
    });
  }

  get ids(): string[] {
    return this.history.state.threads.map(({ id }) => id);
  }

  get removedId(): string | null {
    return this.history.state.removed?.id ?? null;
  }

  get titles(): (string | null)[] {
    return this.history.state.threads.map(({ title }) => title);
  }

  count(type: string): number {
    return this.requests.filter((request) => request.type === type).length;
  }
}

interface Server {
  /** Latest first. */
  threads: string[];
  refuse: string | null;
  status: number;
}

async function shelfWith(context: TestContext, count: number): Promise<[Shelf, Server]> {
  const server: Server = { threads: Array.from({ length: count }, (_, index) => `t${index}`), refuse: null, status: 500 };
  const { url, requests } = await startServer(context, ({ type, params }, reply) => {
    if (type === server.refuse) return reply.json({}, server.status);
    if (type === 'threads.list') {
      const start = params['after'] === undefined ? 0 : server.threads.indexOf(params['after']) + 1;
      if (params['after'] !== undefined && start === 0) return reply.json({}, 404);
      const ids = server.threads.slice(start, start + params['limit']);
      const more = start + ids.length < server.threads.length;
      return reply.json({ data: ids.map((id) => wire.thread(id, `Title ${id}`)), has_more: more, after: ids.at(-1) });
    }
    if (type === 'threads.delete') server.threads = server.threads.filter((id) => id !== params['thread_id']);
    return reply.json({});
  });
  return [new Shelf(url, requests), server];
}

const range = (start: number, end: number): string[] =>
  Array.from({ length: end - start }, (_, index) => `t${start + index}`);

test('the list is read page by page, also when it changes meanwhile', async (context) => {
  const [shelf, server] = await shelfWith(context, 170);
  await shelf.history.reload();
  assert.deepEqual(shelf.ids, range(0, 30));
  // The last thread that was read moves to the top, and with it the start of the next page.
  server.threads = ['t29', ...server.threads.filter((id) => id !== 't29')];
  await Promise.all([shelf.history.readMore(), shelf.history.readMore()]);
  assert.deepEqual(shelf.ids, range(0, 101));
  // And that of the page after it is deleted.
  server.threads = server.threads.filter((id) => id !== 't100');
  await shelf.history.readMore();
  assert.deepEqual(shelf.ids, ['t29', ...range(0, 29)]);
  assert.equal(shelf.failures.length, 0);
});

test('a page that holds nothing new is read on, one that leads to itself is not', async (context) => {
  const [shelf, server] = await shelfWith(context, 230);
  await shelf.history.reload();
  await shelf.history.readMore();
  const [first] = shelf.history.state.threads;
  assert.ok(first);
  server.threads = ['t129', ...server.threads.filter((id) => id !== 't129')];
  shelf.history.use({ ...first, id: 't130' });
  await shelf.history.readMore();
  assert.deepEqual(shelf.ids, ['t130', ...range(0, 130), ...range(131, 201)]);
  const stuck = { data: [wire.thread('t0')], has_more: true, after: 't0' };
  const { url, requests } = await startServer(context, (_, reply) => reply.json(stuck));
  const looping = new Shelf(url, requests);
  await looping.history.reload();
  await looping.history.readMore();
  assert.equal(looping.history.state.more, false);
  assert.equal(requests.length, 2);
});

test('a list that cannot be read says so, and keeps what is there', async (context) => {
  const [shelf, server] = await shelfWith(context, 5);
  await shelf.history.reload();
  server.refuse = 'threads.list';
  await shelf.history.reload();
  assert.equal(shelf.history.state.failure?.name, 'HistoryViewError');
  assert.equal(shelf.failures[0]?.name, 'HistoryViewError');
  assert.equal(shelf.ids.length, 5);
  server.refuse = null;
  await shelf.history.reload();
  assert.equal(shelf.history.state.failure, null);
});

test('a thread that is used is the latest one, and is there once', async (context) => {
  const [shelf] = await shelfWith(context, 3);
  await shelf.history.reload();
  const [, second] = shelf.history.state.threads;
  assert.ok(second);
  shelf.history.use({ ...second, title: 'Anew' });
  assert.deepEqual(shelf.titles, ['Anew', 'Title t0', 'Title t2']);
  shelf.history.use({ ...second, id: 'new' });
  assert.deepEqual(shelf.ids, ['new', 't1', 't0', 't2']);
});

test('a thread is called otherwise at once, and gets its title back if that is refused', async (context) => {
  const [shelf, server] = await shelfWith(context, 3);
  await shelf.history.reload();
  const renaming = shelf.history.rename('t1', '  Tea  ');
  assert.equal(shelf.titles[1], 'Tea');
  await renaming;
  assert.deepEqual(shelf.requests.at(-1)?.params, { thread_id: 't1', title: 'Tea' });
  server.refuse = 'threads.update';
  await shelf.history.rename('t1', 'Coffee');
  assert.equal(shelf.titles[1], 'Tea');
  assert.deepEqual(shelf.renamed.map(({ title }) => title), ['Tea', 'Coffee', 'Tea']);
  assert.equal(shelf.failures.length, 1);
  for (const name of ['', '  ', 'Tea']) await shelf.history.rename('t1', name);
  await shelf.history.rename('unknown', 'x');
  assert.equal(shelf.count('threads.update'), 2);
});

test('a removed thread is out of the list at once, deleted later, and back before that if wanted', async (context) => {
  const [shelf] = await shelfWith(context, 3);
  await shelf.history.reload();
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const undo = shelf.history.remove('t1');
  assert.deepEqual(shelf.ids, ['t0', 't2']);
  assert.equal(shelf.removedId, 't1');
  context.mock.timers.tick(UNDO_SECONDS * 1_000 - 1);
  undo();
  assert.deepEqual(shelf.ids, ['t0', 't1', 't2']);
  assert.equal(shelf.removedId, null);
  shelf.history.remove('t2');
  undo();
  context.mock.timers.tick(UNDO_SECONDS * 1_000 - 1);
  assert.equal(shelf.removedId, 't2');
  context.mock.timers.tick(1);
  context.mock.timers.reset();
  await until(() => shelf.count('threads.delete') === 1);
  assert.deepEqual(shelf.requests.at(-1)?.params, { thread_id: 't2' });
  assert.deepEqual(shelf.ids, ['t0', 't1']);
  assert.deepEqual(shelf.keptAlive, []);
});

test('a second removal, or the end of the page, deletes what was removed before', async (context) => {
  const [shelf] = await shelfWith(context, 3);
  await shelf.history.reload();
  const undoFirst = shelf.history.remove('t0');
  shelf.history.remove('t1');
  await until(() => shelf.count('threads.delete') === 1);
  undoFirst();
  assert.deepEqual(shelf.ids, ['t2']);
  shelf.history.flush();
  shelf.history.flush();
  await until(() => shelf.count('threads.delete') === 2);
  assert.deepEqual(shelf.keptAlive, ['threads.delete']);
  shelf.history.undoRemoval();
  assert.deepEqual(shelf.ids, ['t2']);
});

test('a removed thread stays out of a list that is read meanwhile', async (context) => {
  const [shelf] = await shelfWith(context, 3);
  await shelf.history.reload();
  const [first] = shelf.history.state.threads;
  assert.ok(first);
  shelf.history.remove('t0');
  await shelf.history.reload();
  shelf.history.use(first);
  assert.deepEqual(shelf.ids, ['t1', 't2']);
  shelf.history.undoRemoval();
  assert.deepEqual(shelf.ids, ['t0', 't1', 't2']);
});

test('a thread that could not be deleted comes back, one that was gone already does not', async (context) => {
  const [shelf, server] = await shelfWith(context, 3);
  await shelf.history.reload();
  server.refuse = 'threads.delete';
  shelf.history.remove('t1');
  shelf.history.flush();
  await until(() => shelf.failures.length === 1);
  assert.deepEqual(shelf.ids, ['t0', 't1', 't2']);
  server.status = 404;
  shelf.history.remove('t1');
  shelf.history.flush();
  await until(() => shelf.count('threads.delete') === 2);
  await shelf.history.reload();
  assert.deepEqual(shelf.ids, ['t0', 't2']);
  assert.equal(shelf.failures.length, 1);
});
