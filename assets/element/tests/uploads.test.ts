import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ChatClient } from '../core/client.ts';
import { ChatError } from '../core/errors.ts';
import { FileSender, type UploadRequest, type UploadWatch } from '../core/file_sender.ts';
import type { UploadStrategyOption } from '../core/options.ts';
import { Uploads } from '../core/uploads.ts';
import { until } from './support/until.ts';

interface Sending {
  readonly request: UploadRequest;
  readonly watch: UploadWatch;
  resolve(said: string): void;
  reject(error: unknown): void;
}

const OPTION = { enabled: true, maxCount: 5 };

/** Uploads before a server that gives each file an id, and bytes that go as a test says. */
class Bench {
  readonly asked: { type: string; params: Record<string, unknown> }[] = [];
  readonly sendings: Sending[] = [];
  readonly arrived: (readonly string[])[] = [];
  readonly failed: string[] = [];
  readonly uploads: Uploads;
  refusal: { status: number; body: object } | null = null;

  constructor(context: TestContext, strategy: UploadStrategyOption = { type: 'two_phase' }) {
    context.mock.method(URL, 'createObjectURL', () => 'blob:picture');
    const revoke = context.mock.method(URL, 'revokeObjectURL', () => undefined);
    this.revoked = () => revoke.mock.callCount();
    const client = new ChatClient({ url: 'http://chat', locale: 'en', fetch: (_url, init) => this.#answer(init) });
    const sender = new FileSender({
      client: async () => client,
      strategy: () => strategy,
      transport: () => (request, watch) =>
        new Promise((resolve, reject) => this.sendings.push({ request, watch, resolve, reject })),
    });
    this.uploads = new Uploads(sender, {
      changed: () => undefined,
      arrived: (names) => this.arrived.push(names),
      failed: (upload, error) => this.failed.push(`${upload.name}: ${error.name} ${error.sentence ?? error.code}`),
    });
  }

  readonly revoked: () => number;

  get states(): string[] {
    return this.uploads.list.map(({ name, state }) => `${name} ${state}`);
  }

  add(...names: string[]) {
    return this.uploads.add(names.map(file), OPTION);
  }

  async sending(index: number): Promise<Sending> {
    await until(() => this.sendings.length > index);
    return this.sendings[index] as Sending;
  }

  async finish(index: number): Promise<void> {
    (await this.sending(index)).resolve('{}');
  }

  async #answer(init: RequestInit | undefined): Promise<Response> {
    const request = JSON.parse(String(init?.body));
    this.asked.push(request);
    if (this.refusal !== null) return Response.json(this.refusal.body, { status: this.refusal.status });
    const { name, mime_type } = request.params;
    const upload_descriptor = { url: `http://files/${name}`, method: 'PUT', headers: { 'X-Key': 'k', wrong: 1 } };
    return Response.json({ type: 'file', id: `atc_${this.asked.length}`, name, mime_type, upload_descriptor });
  }
}

function file(name: string): File {
  return new File(['bytes'], name, { type: name.endsWith('.png') ? 'image/png' : 'text/plain' });
}

test('a file is announced, its bytes go to the place that is named, and it can be sent once they are there', async (context) => {
  const bench = new Bench(context);
  assert.deepEqual(bench.add('a.png'), []);
  const { request, watch } = await bench.sending(0);
  assert.deepEqual(bench.asked[0]?.params, { name: 'a.png', size: 5, mime_type: 'image/png' });
  assert.deepEqual([request.url, request.method, request.headers], ['http://files/a.png', 'PUT', { 'X-Key': 'k' }]);
  assert.ok(request.body instanceof File);
  watch.progress(0.5);
  assert.equal(bench.uploads.list[0]?.progress, 0.5);
  assert.equal(bench.uploads.list[0]?.pictureUrl, 'blob:picture');
  assert.equal(bench.uploads.ready, false);
  await bench.finish(0);
  await until(() => bench.uploads.ready);
  assert.deepEqual(bench.uploads.attachments.map(({ id }) => id), ['atc_1']);
  assert.deepEqual(bench.arrived, [['a.png']]);
});

test('at once, a file goes in a form, and what comes back is the attachment', async (context) => {
  const bench = new Bench(context, { type: 'direct', uploadUrl: 'http://files/form' });
  bench.add('a.txt');
  const { request, resolve } = await bench.sending(0);
  assert.ok(request.body instanceof FormData);
  assert.equal((request.body.get('file') as File).name, 'a.txt');
  assert.deepEqual([request.url, request.method, bench.asked], ['http://files/form', 'POST', []]);
  resolve(JSON.stringify({ type: 'file', id: 'atc_9', name: 'a.txt', mime_type: 'text/plain' }));
  await until(() => bench.uploads.ready);
  assert.equal(bench.uploads.attachments[0]?.id, 'atc_9');
});

test('three go at a time, and that all have arrived is told once', async (context) => {
  const bench = new Bench(context);
  bench.add('1', '2', '3', '4', '5');
  await bench.sending(2);
  assert.deepEqual(bench.states, ['1 sending', '2 sending', '3 sending', '4 waiting', '5 waiting']);
  for (const index of [0, 1, 2, 3, 4]) await bench.finish(index);
  await until(() => bench.uploads.ready);
  assert.equal(bench.arrived.flat().length, 5);
  assert.equal(bench.arrived.length, 1);
});

test('what is refused by the limits never begins', (context) => {
  const bench = new Bench(context);
  const refused = bench.add('1', '2', '3', '4', '5', '6');
  assert.deepEqual(refused, [{ name: '6', type: 'text/plain', reason: 'count' }]);
  assert.equal(bench.uploads.list.length, 5);
});

test('what the server says to a refusal is shown, and trying again begins anew', async (context) => {
  const bench = new Bench(context);
  bench.refusal = { status: 413, body: { error: { message: 'Too large.', hint: '', retryable: false } } };
  bench.add('a.txt');
  await until(() => bench.failed.length === 1);
  assert.deepEqual(bench.failed, ['a.txt: FileAttachmentError Too large.']);
  assert.deepEqual([bench.states, bench.uploads.ready], [['a.txt failed'], false]);
  bench.refusal = null;
  bench.uploads.retry(bench.uploads.list[0]?.key ?? 0);
  (await bench.sending(0)).reject(new ChatError('NetworkError', 'network'));
  await until(() => bench.failed.length === 2);
  bench.uploads.retry(bench.uploads.list[0]?.key ?? 0);
  await bench.finish(1);
  await until(() => bench.uploads.ready);
  assert.deepEqual(
    bench.asked.map(({ type }) => type),
    ['attachments.create', 'attachments.create', 'attachments.delete', 'attachments.create'],
  );
});

test('what is removed stops, is forgotten by the server, and gives its place to the next', async (context) => {
  const bench = new Bench(context);
  bench.add('1.png', '2', '3', '4');
  const first = await bench.sending(0);
  await bench.sending(2);
  bench.uploads.remove(bench.uploads.list[0]?.key ?? 0);
  assert.ok(first.watch.signal.aborted);
  assert.equal(bench.revoked(), 1);
  first.reject(new Error('aborted'));
  await bench.sending(3);
  assert.deepEqual(bench.states, ['2 sending', '3 sending', '4 sending']);
  await until(() => bench.asked.some(({ type }) => type === 'attachments.delete'));
  assert.deepEqual(bench.asked.find(({ type }) => type === 'attachments.delete')?.params, { attachment_id: 'atc_1' });
  assert.deepEqual(bench.failed, []);
});

test('files go with a message, come back with it, and are let go once it is there', async (context) => {
  const bench = new Bench(context);
  bench.add('a.png');
  await bench.finish(0);
  await until(() => bench.uploads.ready);
  const [before] = bench.uploads.list;
  const { attachments } = bench.uploads;
  bench.uploads.moveToMessage();
  assert.deepEqual(bench.uploads.list, []);
  bench.uploads.addKept(attachments);
  bench.uploads.settle();
  assert.deepEqual(bench.uploads.list, [before]);
  assert.equal(bench.revoked(), 0);
  bench.uploads.moveToMessage();
  bench.uploads.settle();
  assert.equal(bench.revoked(), 1);
  assert.equal(bench.asked.some(({ type }) => type === 'attachments.delete'), false);
});

test('what was on the server before is named without a size, and never deleted there', async (context) => {
  const bench = new Bench(context);
  bench.uploads.addKept([{ id: 'atc_7', name: 'old.txt', mimeType: 'text/plain', previewUrl: null }]);
  assert.deepEqual([bench.states, bench.uploads.list[0]?.size], [['old.txt done'], null]);
  bench.uploads.remove(bench.uploads.list[0]?.key ?? 0);
  await new Promise(setImmediate);
  assert.deepEqual([bench.uploads.list, bench.asked], [[], []]);
});
