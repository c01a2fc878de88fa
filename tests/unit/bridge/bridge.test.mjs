// bridge.js under a transport that keeps what is posted, and a clock that only the test turns.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { COMMANDS, MAX_LINES, MAX_MESSAGE_BYTES } from '../../../assets/shell/contract.js';

const TOKEN = 'T'.repeat(43);

let now = 0;
let loads = 0;
/** @type {string[]} */
let posted = [];

beforeEach(() => {
  now = 0;
  posted = [];
  mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  mock.method(performance, 'now', () => now);
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** A window without any transport: nobody cancels the event that a relay would take. */
const nobody = { dispatchEvent: () => true };

/** Load the module anew, as a page load does, over Cocoa's kind of transport unless told otherwise. */
async function load(page = { webkit: { messageHandlers: { jsBridge: { postMessage: (text) => posted.push(text) } } } }) {
  globalThis.window = page;
  loads += 1;
  const { bridge, BridgeError } = await import(`../../../assets/shell/bridge.js?load=${loads}`);
  return { bridge, BridgeError, page };
}

async function loadOpen() {
  const loaded = await load();
  loaded.page.__agentnookOpen(TOKEN);
  posted = [];
  return loaded;
}

/** Turn the clock, and let what waits for it happen. */
function pass(milliseconds) {
  now += milliseconds;
  mock.timers.tick(milliseconds);
}

/** The calls posted so far, when everything queued in this turn has left. */
async function calls() {
  await Promise.resolve();
  return posted.flatMap((text) => text.split('\n')).map((line) => JSON.parse(line));
}

const answer = (page, call, value) => page.__agentnookReceive([{ id: call.id, ok: true, value }]);

test('it knocks at once, then four times a second, until it is let in', async () => {
  const { page } = await load();
  assert.deepEqual(posted, ['knock']);
  pass(500);
  assert.equal(posted.length, 3);
  page.__agentnookOpen(TOKEN);
  pass(10_000);
  assert.equal(posted.length, 3);
});

test('it stops knocking after twenty times', async () => {
  await load();
  pass(60_000);
  assert.equal(posted.length, 20);
});

test('a transport that comes late is found by a later knock', async () => {
  const { page } = await load({ ...nobody });
  pass(250);
  page.webkit = { messageHandlers: { jsBridge: { postMessage: (text) => posted.push(text) } } };
  pass(250);
  assert.deepEqual(posted, ['knock']);
});

test('a relay that hears the event is a transport, and is asked before anything is said to it', async () => {
  const heard = [];
  const { page } = await load(new EventTarget());
  page.addEventListener('agentnook:post', (event) => {
    event.preventDefault();
    heard.push(event.detail);
  });
  pass(250);
  assert.deepEqual(heard, [null, 'knock']);
  pass(250);
  assert.deepEqual(heard, [null, 'knock', 'knock']);
});

test('calls wait for the door and then leave as one text, in order, each with five keys', async () => {
  const { bridge, page } = await load();
  posted = [];
  const hello = bridge.call('app.hello', { v: 1 });
  bridge.call('app.ping', { n: 7 });
  assert.deepEqual(await calls(), []);
  page.__agentnookOpen(TOKEN);
  await bridge.open;
  const [first, second] = await calls();
  assert.equal(posted.length, 1);
  assert.deepEqual(Object.keys(first).sort(), ['args', 'id', 'name', 'token', 'v']);
  assert.deepEqual({ ...first, id: '' }, { v: 1, id: '', token: TOKEN, name: 'app.hello', args: { v: 1 } });
  assert.deepEqual({ ...second, id: '' }, { v: 1, id: '', token: TOKEN, name: 'app.ping', args: { n: 7 } });
  assert.match(first.id, /^[0-9]{1,9}$/);
  assert.notEqual(first.id, second.id);
  answer(page, first, { name: 'Agentnook' });
  assert.deepEqual(await hello, { name: 'Agentnook' });
});

test('the first token counts and a second one changes nothing', async () => {
  const { bridge, page } = await loadOpen();
  page.__agentnookOpen('evil');
  bridge.call('app.ping', { n: 1 });
  assert.equal((await calls())[0].token, TOKEN);
});

test('the two functions of Python cannot be replaced, removed or listed', async () => {
  const { page } = await load();
  for (const name of ['__agentnookOpen', '__agentnookReceive']) {
    const { writable, configurable, enumerable } = Object.getOwnPropertyDescriptor(page, name);
    assert.deepEqual({ writable, configurable, enumerable }, { writable: false, configurable: false, enumerable: false });
  }
});

test('nothing but those two is put into the page', async () => {
  const { page } = await loadOpen();
  assert.deepEqual(Object.getOwnPropertyNames(page), ['webkit', '__agentnookOpen', '__agentnookReceive']);
});

test('answers come in any order, once, and to nobody else', async () => {
  const { bridge, page } = await loadOpen();
  const results = Promise.all([bridge.call('app.ping', { n: 1 }), bridge.call('app.ping', { n: 2 })]);
  const [one, two] = await calls();
  page.__agentnookReceive([
    { id: '0', ok: true, value: 'nobody asked' },
    { id: two.id, ok: true, value: { n: 2 } },
    { id: two.id, ok: true, value: 'again' },
    { id: one.id, ok: true, value: { n: 1 } },
  ]);
  assert.deepEqual(await results, [{ n: 1 }, { n: 2 }]);
});

test('a refusal is an error with a code, a sentence, a hint and a word about trying again', async () => {
  const { bridge, BridgeError, page } = await loadOpen();
  const refused = bridge.call('settings.read', { key: 'x' });
  const error = { code: 'settings', message: 'A setting cannot be used.', hint: 'Correct it.', retryable: false };
  page.__agentnookReceive([{ id: (await calls())[0].id, ok: false, error }]);
  await assert.rejects(refused, (thrown) => {
    assert.ok(thrown instanceof BridgeError && thrown instanceof Error);
    assert.deepEqual(
      { code: thrown.code, message: thrown.message, hint: thrown.hint, retryable: thrown.retryable },
      error,
    );
    return true;
  });
});

test('events reach every listener until it stops, and one that throws spoils no other', async () => {
  const { bridge, page } = await loadOpen();
  const heard = [];
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  bridge.on('tool.settled', () => {
    throw new Error('on purpose');
  });
  const stop = bridge.on('tool.settled', ({ request_id }) => heard.push(request_id));
  page.__agentnookReceive([{ event: 'tool.settled', data: { request_id: 'a' } }, { event: 'no.such', data: {} }]);
  stop();
  assert.deepEqual(heard, ['a']);
  assert.deepEqual(reported, ['on purpose']);
  assert.throws(() => bridge.on('no.such', () => undefined), TypeError);
});

test('calls beyond the limit wait for one that comes back', async () => {
  const { bridge, page } = await loadOpen();
  const most = COMMANDS['tool.list'].inFlight;
  for (let number = 0; number < most + 3; number += 1) bridge.call('tool.list', {});
  const first = await calls();
  assert.equal(first.length, most);
  answer(page, first[0], { tools: [] });
  assert.equal((await calls()).length, most + 1);
  answer(page, first[1], { tools: [] });
  answer(page, first[2], { tools: [] });
  assert.equal((await calls()).length, most + 3);
});

test('calls beyond the rate wait for their second', async () => {
  const { bridge, page } = await loadOpen();
  const { perSecond } = COMMANDS['log.note'];
  let answered = 0;
  for (let number = 0; number < perSecond * 2; number += 1) bridge.call('log.note', { level: 'info', message: 'x' });
  const answerAll = async () => {
    for (const call of (await calls()).slice(answered)) {
      answered += 1;
      answer(page, call, {});
    }
  };
  await answerAll();
  assert.ok(answered <= perSecond, `${answered} at once`);
  for (let second = 0; second < 2; second += 1) {
    for (let step = 0; step < 20; step += 1) {
      pass(50);
      await answerAll();
    }
    assert.ok(answered <= perSecond * (second + 2), `${answered} after ${second + 1} s`);
  }
  assert.equal(answered, perSecond * 2);
});

test('a quiet time saves up for one second and no more', async () => {
  const { bridge, page } = await loadOpen();
  const { perSecond } = COMMANDS['log.note'];
  pass(600_000);
  for (let number = 0; number < perSecond * 3; number += 1) bridge.call('log.note', { level: 'info', message: 'x' });
  let answered = 0;
  for (let turn = 0; turn < 5; turn += 1) {
    for (const call of (await calls()).slice(answered)) {
      answered += 1;
      answer(page, call, {});
    }
  }
  assert.ok(answered <= perSecond, `${answered} at once`);
});

test('a command waits for itself alone', async () => {
  const { bridge } = await loadOpen();
  for (let number = 0; number < 5; number += 1) bridge.call('diagnostics.preview', {});
  bridge.call('app.ping', { n: 1 });
  assert.deepEqual((await calls()).map((call) => call.name), ['diagnostics.preview', 'app.ping']);
});

test('a call that is never answered ends after its own time, and its place is free', async () => {
  const { bridge } = await loadOpen();
  const { deadlineSeconds, inFlight } = COMMANDS['draft.keep'];
  const outcomes = [];
  for (let number = 0; number <= inFlight; number += 1) {
    bridge.call('draft.keep', { text: '', thread_id: null }).catch((error) => outcomes.push(error.code));
  }
  assert.equal((await calls()).length, inFlight);
  pass(deadlineSeconds * 1_000);
  await calls();
  assert.deepEqual(outcomes, []);
  pass(7_000);
  await calls();
  assert.deepEqual(outcomes, Array(inFlight + 1).fill('deadline_exceeded'));
  bridge.call('draft.keep', { text: '', thread_id: null }).catch(() => undefined);
  assert.equal((await calls()).length, inFlight + 1);
});

test('a call made before the door opens ends after its time too', async () => {
  const { bridge } = await load();
  const late = assert.rejects(bridge.call('app.ping', { n: 1 }), { code: 'deadline_exceeded', retryable: true });
  pass(12_000);
  await late;
});

test('no timer is left when nothing is open', async () => {
  const { bridge, page } = await loadOpen();
  const done = bridge.call('app.ping', { n: 1 });
  answer(page, (await calls())[0], { n: 1 });
  await done;
  // One timer knocked and one watched the deadlines; each stops itself at its next turn and never comes again.
  const stopped = mock.method(globalThis, 'clearInterval');
  pass(5_000);
  assert.equal(stopped.mock.callCount(), 2);
  pass(60_000);
  assert.equal(stopped.mock.callCount(), 2);
});

test('a late answer to a call that ended is nothing', async () => {
  const { bridge, page } = await loadOpen();
  const late = assert.rejects(bridge.call('app.ping', { n: 1 }), { code: 'deadline_exceeded' });
  const [call] = await calls();
  pass(12_000);
  await late;
  answer(page, call, { n: 1 });
});

test('what is too much for one text is refused here, in bytes', async () => {
  const { bridge } = await loadOpen();
  const keep = (text) => bridge.call('draft.keep', { text, thread_id: null });
  await assert.rejects(keep('x'.repeat(MAX_MESSAGE_BYTES)), { code: 'invalid_arguments' });
  await assert.rejects(keep('\u2603'.repeat(30_000)), { code: 'invalid_arguments' });
  keep('\u2603'.repeat(20_000)).catch(() => undefined);
  await calls();
  assert.equal(posted.length, 1);
  assert.ok(new TextEncoder().encode(posted[0]).length <= MAX_MESSAGE_BYTES);
});

test('a command that is not declared is refused here', async () => {
  const { bridge } = await loadOpen();
  await assert.rejects(bridge.call('toString', {}), { code: 'unknown_command' });
  assert.deepEqual(await calls(), []);
});

test('many calls share texts that stay within lines and bytes', async () => {
  const { bridge } = await loadOpen();
  for (let n = 0; n < 1_000; n += 1) bridge.call('app.ping', { n });
  for (let n = 0; n < 4; n += 1) bridge.call('draft.keep', { text: '\u2603'.repeat(9_000), thread_id: null });
  const made = await calls();
  assert.equal(made.length, 1_004);
  assert.deepEqual(made.slice(0, 1_000).map((call) => call.args.n), Array.from({ length: 1_000 }, (_, n) => n));
  assert.ok(posted.length <= 12, `${posted.length} texts`);
  for (const text of posted) {
    assert.ok(text.split('\n').length <= MAX_LINES);
    assert.ok(new TextEncoder().encode(text).length <= MAX_MESSAGE_BYTES);
  }
});

test('a line break in an argument starts no line', async () => {
  const { bridge } = await loadOpen();
  bridge.call('log.note', { level: 'info', message: 'one\ntwo\r\u2028three' });
  const made = await calls();
  assert.equal(made.length, 1);
  assert.equal(made[0].args.message, 'one\ntwo\r\u2028three');
});

test('ids of two page loads do not meet', async () => {
  const ids = new Set();
  for (let page = 0; page < 2; page += 1) {
    const { bridge } = await loadOpen();
    for (let n = 0; n < 100; n += 1) bridge.call('app.ping', { n });
    for (const call of await calls()) ids.add(call.id);
  }
  assert.equal(ids.size, 200);
});

test('ids stay within nine digits', async () => {
  mock.method(Math, 'random', () => 0.9999999999);
  const { bridge } = await loadOpen();
  for (let n = 0; n < 3; n += 1) bridge.call('app.ping', { n });
  for (const call of await calls()) assert.match(call.id, /^[1-9][0-9]{0,8}$/);
});

test('over Qt a text is a call of gate.post, numbered, and what Qt answers is nobody\'s business', async () => {
  const sent = [];
  const transport = { send: (text) => sent.push(JSON.parse(text)) };
  const { bridge, page } = await load({ qt: { webChannelTransport: transport } });
  page.__agentnookOpen(TOKEN);
  bridge.call('log.note', { level: 'info', message: '"\\\n' });
  await calls();
  assert.deepEqual(sent[0], { type: 6, object: 'gate', method: 'post', id: 1, args: ['knock'] });
  assert.equal(sent[1].id, 2);
  assert.equal(JSON.parse(sent[1].args[0]).args.message, '"\\\n');
  assert.equal(transport.onmessage({ data: '{}' }), undefined);
});

test('over WebView2 a text travels as it is', async () => {
  const sent = [];
  await load({ chrome: { webview: { postMessage: (message) => sent.push(message) } } });
  assert.deepEqual(sent, ['knock']);
});
