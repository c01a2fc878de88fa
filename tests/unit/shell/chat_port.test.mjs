// The handshake between shell and chat document, and what travels after it, over real MessagePorts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatPort } from '../../../assets/shell/chat_port.js';

const ORIGIN = 'http://localhost:4711';
const NONCE = '8ab2f3c0-1111-4222-8333-444455556666';
const REFUSAL = (reason) => ({ code: reason, message: '', hint: '', retryable: false });

/** A shell with one frame: `hello` is the frame's postMessage, `given` are the answers it got. */
function makeShell(t, parts = {}) {
  const given = [];
  const peer = { postMessage: (data, origin, ports) => given.push({ data, origin, port: ports[0] }) };
  const received = [];
  let opened = 0;
  let left = 0;
  let greet = () => undefined;
  const port = new ChatPort({
    origin: ORIGIN,
    peer: () => peer,
    opened: () => (opened += 1),
    left: () => (left += 1),
    received: (message) => received.push(message),
    requested: async () => ({}),
    refusal: REFUSAL,
    ...parts,
  });
  port.listen({ addEventListener: (_name, hear) => (greet = hear) });
  const hello = (changes = {}) =>
    greet({ origin: ORIGIN, source: peer, data: { type: 'chat.hello', v: 1, nonce: NONCE }, ...changes });
  // An open port would keep Node alive after a failure.
  t.after(() => {
    port.close();
    for (const { port: end } of given) end.close();
  });
  return { port, given, received, hello, peer, openings: () => opened, leavings: () => left };
}

/** Wait for a condition, for five seconds at most. */
async function until(condition) {
  const endsAt = performance.now() + 5_000;
  while (!condition()) {
    assert.ok(performance.now() < endsAt, `waited in vain for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** The next message at this end. */
function next(end) {
  return new Promise((resolve) => {
    end.onmessage = ({ data }) => resolve(data);
  });
}

test('a hello of the frame is answered with the same nonce and one port', async (t) => {
  const shell = makeShell(t);
  shell.hello();
  assert.equal(shell.given.length, 1);
  assert.equal(shell.given[0].origin, ORIGIN);
  assert.deepEqual(shell.given[0].data, { type: 'shell.port', v: 1, nonce: NONCE });
  assert.equal(shell.openings(), 1);
  const arrived = next(shell.given[0].port);
  shell.port.send({ type: 'ping', n: 3 });
  assert.deepEqual(await arrived, { type: 'ping', n: 3 });
});

test('a stranger gets no port', (t) => {
  const shell = makeShell(t);
  const strangers = [
    { origin: 'http://localhost:4712' },
    { origin: 'http://127.0.0.1:4711' },
    { origin: 'null' },
    { source: {} },
    { source: null },
    { data: null },
    { data: 'chat.hello' },
    { data: { type: 'chat.hello', v: 2, nonce: NONCE } },
    { data: { type: 'chat.hello', v: 1 } },
    { data: { type: 'chat.hello', v: 1, nonce: 'short' } },
    { data: { type: 'chat.hello', v: 1, nonce: '<script>alert(1)</script>' } },
    { data: { type: 'chat.hello', v: 1, nonce: 'x'.repeat(200) } },
    { data: { type: 'shell.port', v: 1, nonce: NONCE } },
  ];
  for (const changes of strangers) shell.hello(changes);
  assert.equal(shell.given.length, 0);
  assert.equal(shell.port.counters.strangers, strangers.length);
  assert.equal(shell.port.isOpen, false);
});

test('without a frame nobody can say hello', (t) => {
  const shell = makeShell(t, { peer: () => null });
  shell.hello({ source: null });
  assert.equal(shell.given.length, 0);
});

test('a later hello replaces the port, and the old one is deaf', async (t) => {
  const shell = makeShell(t);
  shell.hello();
  shell.hello();
  const [old, fresh] = shell.given.map(({ port }) => port);
  old.postMessage({ type: 'pong', n: 1 });
  fresh.postMessage({ type: 'pong', n: 2 });
  await until(() => shell.received.length > 0);
  assert.deepEqual(shell.received, [{ type: 'pong', n: 2 }]);
  assert.equal(shell.port.openings, 2);
});

test('what an old port had on the way when it was replaced is dropped', (t) => {
  const shell = makeShell(t);
  const ends = [];
  const { MessageChannel: Real } = globalThis;
  t.mock.method(globalThis, 'MessageChannel', function () {
    const channel = new Real();
    ends.push(channel.port1);
    return channel;
  });
  shell.hello();
  shell.hello();
  ends[0].onmessage({ data: { type: 'pong', n: 1 } });
  ends[1].onmessage({ data: { type: 'pong', n: 2 } });
  assert.deepEqual(shell.received, [{ type: 'pong', n: 2 }]);
  assert.equal(shell.port.counters.dropped, 1);
});

test('what is not declared is dropped and counted', async (t) => {
  const shell = makeShell(t);
  shell.hello();
  const chat = shell.given[0].port;
  for (const data of [
    null,
    'x',
    { type: 'evaluate', code: '1' },
    { type: 'pong' },
    { type: 'reply', id: '1', ok: true },
  ]) {
    chat.postMessage(data);
  }
  chat.postMessage({ type: 'pong', n: 1 });
  await until(() => shell.received.length > 0);
  assert.deepEqual(shell.received, [{ type: 'pong', n: 1 }]);
  assert.deepEqual(shell.port.counters, { strangers: 0, dropped: 5, received: 1 });
});

test('a request is answered with its value', async (t) => {
  const shell = makeShell(t, { requested: async ({ name, params }) => ({ ran: name, params }) });
  shell.hello();
  const chat = shell.given[0].port;
  const reply = next(chat);
  chat.postMessage({ type: 'client_tool', id: 'c1', name: 'switch_theme', params: { theme: 'dark' } });
  const value = { ran: 'switch_theme', params: { theme: 'dark' } };
  assert.deepEqual(await reply, { type: 'reply', id: 'c1', ok: true, value });
});

test('a request that fails, or takes too long, is answered with an error', async (t) => {
  const failing = makeShell(t, { requested: () => Promise.reject(new Error('secret path')) });
  const hanging = makeShell(t, { requested: () => new Promise(() => undefined), replyDeadlineMilliseconds: 5 });
  for (const [shell, reason] of [
    [failing, 'failed'],
    [hanging, 'late'],
  ]) {
    shell.hello();
    const chat = shell.given[0].port;
    const reply = next(chat);
    chat.postMessage({ type: 'client_tool', id: 'c1', name: 'pick_files', params: {} });
    assert.deepEqual(await reply, { type: 'reply', id: 'c1', ok: false, error: REFUSAL(reason) });
  }
});

test('only a few requests are open at a time', async (t) => {
  const release = [];
  const shell = makeShell(t, { requested: () => new Promise((resolve) => release.push(resolve)) });
  shell.hello();
  const chat = shell.given[0].port;
  const replies = [];
  chat.onmessage = ({ data }) => replies.push(data);
  for (let n = 0; n < 9; n += 1) chat.postMessage({ type: 'client_tool', id: `c${n}`, name: 'pick_files', params: {} });
  await until(() => replies.length > 0);
  assert.deepEqual(replies, [{ type: 'reply', id: 'c8', ok: false, error: REFUSAL('busy') }]);
  for (const answer of release) answer({});
  await until(() => replies.length === 9);
});
