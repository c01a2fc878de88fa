import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatClient, DEADLINES, type Deadlines } from '../core/client.ts';
import { ChatError } from '../core/errors.ts';
import { sendRequest, textMessage } from '../core/requests.ts';
import type { StreamEvent } from '../core/wire.ts';
import { type ScriptedServer, startServer } from './support/server.ts';
import * as wire from './support/wire_samples.ts';

const HELLO = sendRequest(null, textMessage('hello'));
const NEVER = new AbortController().signal;

function clientOf(server: Pick<ScriptedServer, 'url'>, deadlines: Partial<Deadlines> = {}): ChatClient {
  const endpoint = { url: server.url, locale: 'de', fetch: globalThis.fetch };
  return new ChatClient(endpoint, { ...DEADLINES, ...deadlines });
}

async function allOf(events: AsyncIterable<StreamEvent>): Promise<StreamEvent[]> {
  return await Array.fromAsync(events);
}

async function errorOf(work: Promise<unknown>): Promise<ChatError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ChatError, String(error));
  return error;
}

test('a request is one POST of JSON in the language of the page', async (context) => {
  const server = await startServer(context, (_, reply) => {
    reply.events(wire.created());
    reply.end();
  });
  await allOf(clientOf(server).stream(HELLO, NEVER));
  const [request] = server.requests;
  assert.equal(request?.type, 'threads.create');
  assert.equal(request?.headers['content-type'], 'application/json');
  assert.equal(request?.headers['accept-language'], 'de');
  assert.deepEqual(request?.params['input'], {
    content: [{ type: 'input_text', text: 'hello' }],
    attachments: [],
    quoted_text: null,
    inference_options: {},
  });
});

test('events arrive as the server sends them, unknown ones left out', async (context) => {
  const server = await startServer(context, (_, reply) => {
    reply.events(wire.created(), { type: 'later.version' }, wire.delta('a', 'x'));
    reply.end();
  });
  const events = await allOf(clientOf(server).stream(HELLO, NEVER));
  assert.deepEqual(
    events.map(({ type }) => type),
    ['thread', 'item_updated'],
  );
});

test('a character that is cut between two pieces stays one character', async () => {
  const bytes = new TextEncoder().encode(`data: ${JSON.stringify(wire.delta('a', 'ä😀'))}\n\n`);
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const client = new ChatClient({ url: '', locale: 'en', fetch: async () => new Response(body) });
  const [event] = await allOf(client.stream(HELLO, NEVER));
  assert.deepEqual(event?.type === 'item_updated' && event.update, { type: 'text_delta', part: 0, delta: 'ä😀' });
});

test('a refusal carries the words of the server for people', async (context) => {
  const error = { code: 'busy', message: 'Not now.', hint: 'Wait a minute.', retryable: false };
  const server = await startServer(context, (_, reply) => reply.json({ error }, 503));
  const refused = await errorOf(allOf(clientOf(server).stream(HELLO, NEVER)));
  assert.equal(refused.name, 'HttpError');
  assert.equal(refused.code, 'refused');
  assert.equal(refused.sentence, 'Not now.');
  assert.equal(refused.hint, 'Wait a minute.');
  assert.equal(refused.retryable, false);
});

test('a refusal without words says by its status whether asking again may help', async (context) => {
  const statuses = [400, 404, 429, 500, 503];
  const left = [...statuses];
  const server = await startServer(context, (_, reply) => reply.json('nothing readable', left.shift()));
  const client = clientOf(server);
  const request = { type: 'threads.get_by_id', params: { thread_id: 't' } } as const;
  const errors: ChatError[] = [];
  for (const _ of statuses) errors.push(await errorOf(client.ask(request, NEVER)));
  assert.deepEqual(
    errors.map(({ code, retryable }) => [code, retryable]),
    [
      ['refused', false],
      ['missing', false],
      ['refused', true],
      ['refused', true],
      ['refused', true],
    ],
  );
});

test('a broken line and an absent server are network errors', async (context) => {
  const server = await startServer(context, (_, reply) => {
    reply.events(wire.created());
    reply.cut();
  });
  const broken = await errorOf(allOf(clientOf(server).stream(HELLO, NEVER)));
  assert.equal(broken.code, 'network');
  const absent = await errorOf(allOf(clientOf({ url: 'http://127.0.0.1:1/chatkit' }).stream(HELLO, NEVER)));
  assert.equal(absent.code, 'network');
  assert.equal(absent.retryable, true);
});

test('a stream that is not readable says so', async (context) => {
  const server = await startServer(context, (_, reply) => {
    reply.events();
    reply.raw('data: {"half"\n\n');
    reply.end();
  });
  const error = await errorOf(allOf(clientOf(server).stream(HELLO, NEVER)));
  assert.equal(error.name, 'StreamEventParsingError');
});

test('a stream that is not readable is hung up on, and so is one that nobody reads on', { timeout: 5_000 }, async (context) => {
  let hungUp: Promise<void> | undefined;
  const server = await startServer(context, (request, reply) => {
    reply.events(wire.created());
    if (request.type === 'threads.create') reply.raw('data: {"half"\n\n');
    hungUp = reply.closed();
  });
  await errorOf(allOf(clientOf(server).stream(HELLO, NEVER)));
  await hungUp;
  for await (const _ of clientOf(server).stream(sendRequest('thr_1', textMessage('x')), NEVER)) break;
  await hungUp;
});

test('every wait ends: for the first byte, for the next one, for a reply', async (context) => {
  const server = await startServer(context, (request, reply) => {
    if (request.type === 'threads.add_user_message') reply.events(wire.created());
  });
  const silent = clientOf(server, { answerMilliseconds: 30 }).stream(HELLO, NEVER);
  assert.equal((await errorOf(allOf(silent))).code, 'deadline');
  const started = sendRequest('thr_1', textMessage('x'));
  const stalled = clientOf(server, { silenceMilliseconds: 30 }).stream(started, NEVER);
  assert.equal((await errorOf(allOf(stalled))).code, 'deadline');
  const params = { thread_id: 't' };
  const plain = clientOf(server, { replyMilliseconds: 30 }).ask({ type: 'threads.get_by_id', params }, NEVER);
  assert.equal((await errorOf(plain)).code, 'deadline');
});

test('stopping hangs up, and is no error of the conversation', async (context) => {
  let hungUp: Promise<void> | undefined;
  const server = await startServer(context, (_, reply) => {
    reply.events(wire.created());
    hungUp = reply.closed();
  });
  const stop = new AbortController();
  const events = clientOf(server).stream(HELLO, stop.signal);
  await events.next();
  stop.abort();
  await assert.rejects(allOf(events), (error) => !(error instanceof ChatError));
  await hungUp;
});
