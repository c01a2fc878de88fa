// The conversation's place in the shell: what it tells the chat document, does for it, and refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppState } from '../../../assets/shell/app_state.js';
import { Chat, refusal } from '../../../assets/shell/chat.js';
import { PLAIN_LOOK } from '../../../assets/shell/chat_look.js';
import { useCatalogue } from '../../../assets/shell/strings.js';
import { usePage } from './fake_page.mjs';

const ORIGIN = 'http://localhost:4711';
const ACCENTS = { light: '#123456', dark: '#abcdef' };
const ENDPOINT = {
  url: 'http://localhost:4712/chatkit',
  token: 'token',
  capabilities: { attachments: false, dictation: false },
  state: 'ready',
  message: '',
};

/** A shell with a chat document at the other end of the port, and Python's answers. */
function makeChat(t, answers = {}) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { page, place, post } = usePage();
  const made = { calls: [], told: [], problems: new Map(), opened: [], pressed: [], explained: 0, place, page };
  const bridge = {
    call: async (name, args) => {
      made.calls.push([name, args]);
      const answer = { 'chat.endpoint': ENDPOINT, ...answers }[name] ?? {};
      return typeof answer === 'function' ? answer(args) : answer;
    },
  };
  made.state = new AppState({ agentLabel: 'Guide', draft: 'unsent', threadId: 'thr_1', theme: 'dark', accents: ACCENTS });
  made.chat = new Chat({
    bridge,
    state: made.state,
    strip: {
      show: (problem) => made.problems.set(problem.id, problem),
      showError: (id, error, action) => made.problems.set(id, { error, action }),
      clear: (id) => made.problems.delete(id),
    },
    place,
    frameTitle: 'Conversation',
    address: (chosen) => ({ origin: ORIGIN, url: `${ORIGIN}/t/chat/${chosen}.html` }),
    openLink: (url) => made.opened.push(url),
    callEnded: () => (made.ended = (made.ended ?? 0) + 1),
    openPlace: (name) => made.pressed.push(name),
    explain: () => (made.explained += 1),
  });
  made.chat.start();
  made.frame = () => place.children.at(-1);
  made.hello = () => {
    const peer = { postMessage: (_data, _origin, [port]) => made.take(port) };
    made.frame().contentWindow = peer;
    post({ origin: ORIGIN, source: peer, data: { type: 'chat.hello', v: 1, nonce: 'nonce-nonce' } });
  };
  made.take = (port) => {
    made.port = port;
    port.onmessage = ({ data }) => made.told.push(data);
    t.after(() => port.close());
  };
  t.after(() => made.chat.port.close());
  made.say = (message) => made.port.postMessage(message);
  made.types = () => made.told.map(({ type }) => type);
  return made;
}

/** Let messages travel until the condition holds; mocked timers do not slow this down. */
async function until(condition) {
  for (let turn = 0; turn < 5_000; turn += 1) {
    if (condition()) return;
    await new Promise(setImmediate);
  }
  assert.fail(`waited in vain for ${condition}`);
}

test('the frame is sandboxed, of the other origin, and may not move the shell', (t) => {
  const made = makeChat(t);
  const { attributes } = made.frame();
  assert.equal(attributes.get('src'), `${ORIGIN}/t/chat/builtin.html`);
  assert.equal(attributes.get('allow'), 'clipboard-write');
  assert.equal(attributes.get('title'), 'Conversation');
  const allowed = attributes.get('sandbox').split(' ');
  assert.ok(allowed.includes('allow-scripts'));
  assert.ok(!allowed.some((name) => name.startsWith('allow-top-navigation')));
});

test('the chat is configured once both sides are there, whichever comes first', async (t) => {
  for (const order of [
    ['hello', 'open'],
    ['open', 'hello'],
  ]) {
    const made = makeChat(t);
    const steps = { hello: () => made.hello(), open: () => made.chat.open() };
    for (const step of order) void steps[step]();
    await until(() => made.types().includes('endpoint'));
    assert.deepEqual(made.told, [
      {
        type: 'configure',
        endpoint: { url: ENDPOINT.url, token: 'token', capabilities: ENDPOINT.capabilities },
        locale: 'en',
        theme: { resolved: 'dark' },
        accents: ACCENTS,
        thread_id: 'thr_1',
        draft: 'unsent',
        agent_label: 'Guide',
        start_cards: false,
        composer: { attachments: { enabled: true, maxSize: 100 * 1024 * 1024, maxCount: 10, accept: {} } },
      },
      { type: 'endpoint', state: 'ready', message: '' },
    ]);
    t.mock.timers.reset();
  }
});

test('a ready chat is shown and gets the keyboard, unless the person is elsewhere', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.page.activeElement = made.page.body;
  made.say({ type: 'ready', interface: 'builtin' });
  await until(() => made.place.names.has('is-ready'));
  assert.equal(made.frame().focused, 1);
  made.page.activeElement = {};
  made.say({ type: 'ready', interface: 'builtin' });
  await until(() => made.chat.port.counters.received === 2);
  assert.equal(made.frame().focused, 1);
});

test('a secret that the official interface asks for comes from Python', async (t) => {
  const made = makeChat(t, { 'chat.client_secret': ({ current }) => ({ client_secret: `after ${current}` }) });
  made.hello();
  made.say({ type: 'client_secret', id: 'one', current: 'ek_1' });
  await until(() => made.types().includes('reply'));
  assert.deepEqual(made.told.at(-1), { type: 'reply', id: 'one', ok: true, value: { client_secret: 'after ek_1' } });
});

test('a secret that cannot be had is told with the way to try again, and the document hears of it', async (t) => {
  const refused = { code: 'key_refused', message: 'The key was refused.', hint: 'Enter another.', retryable: false };
  const made = makeChat(t, { 'chat.client_secret': () => Promise.reject(refused) });
  made.hello();
  made.say({ type: 'client_secret', id: 'one', current: null });
  await until(() => made.types().includes('reply'));
  assert.deepEqual(made.told.at(-1), { type: 'reply', id: 'one', ok: false, error: refused });
  const { kind, sentence, hint, canClose } = made.problems.get('client_secret');
  // What leads on from here cannot be put away.
  assert.deepEqual([kind, sentence, hint, canClose], ['danger', refused.message, refused.hint, undefined]);
  made.chat.toggleHistory();
  assert.equal(made.state.values.historyOpen, false);
  const before = made.frame();
  made.problems.get('client_secret').action.run();
  assert.notEqual(made.frame(), before);
  made.hello();
  for (const id of ['two', 'three']) made.say({ type: 'client_secret', id, current: null });
  await until(() => made.types().filter((type) => type === 'reply').length === 3);
  const asked = made.calls.filter(([name]) => name === 'chat.client_secret');
  // What a person's Retry leads to is asked for at once, and all others as ever.
  assert.deepEqual(asked.map(([_name, { anew }]) => anew), [false, true, false]);
});

test('only a hosted agent’s frame may ask for the microphone, and only where dictation is on', (t) => {
  const hosted = { chatInterface: 'official', connectionKind: 'workflow' };
  for (const [mayHear, values] of [
    [true, { ...hosted, look: { ...PLAIN_LOOK, dictation: true } }],
    [false, hosted],
    [false, { ...hosted, connectionKind: 'server', look: { ...PLAIN_LOOK, dictation: true } }],
    [false, { chatInterface: 'builtin', look: { ...PLAIN_LOOK, dictation: true } }],
  ]) {
    const made = makeChat(t);
    made.state.set(values);
    void made.chat.open();
    const allowed = made.frame().attributes.get('allow');
    assert.equal(allowed, mayHear ? 'clipboard-write; microphone' : 'clipboard-write');
    t.mock.timers.reset();
  }
});

test('the official interface has a document of its own, and is told where its script is', async (t) => {
  const made = makeChat(t);
  const script = 'https://cdn.platform.openai.com/deployments/chatkit/chatkit.js';
  made.state.set({ chatInterface: 'official', chatScript: script, connectionKind: 'workflow' });
  made.hello();
  await made.chat.open();
  assert.equal(made.frame().attributes.get('src'), `${ORIGIN}/t/chat/official.html`);
  assert.deepEqual(made.told, []);
  made.hello();
  await until(() => made.types().includes('configure'));
  const { script: told, api } = made.told.find(({ type }) => type === 'configure');
  assert.deepEqual([told, api], [script, { kind: 'hosted' }]);
  made.state.set({ connectionKind: 'server' });
  await made.chat.configure();
  await until(() => made.told.filter(({ type }) => type === 'configure').length === 2);
  assert.deepEqual(made.told.findLast(({ type }) => type === 'configure').api, { kind: 'custom', url: ENDPOINT.url });
});

/** Let OpenAI's interface be the one that is shown. */
async function openOfficial(made) {
  made.state.set({ chatInterface: 'official', connectionKind: 'workflow' });
  await made.chat.open();
  made.hello();
}

test('what the official document finds wrong with itself is said in our words, and tried again anew', async (t) => {
  const made = makeChat(t);
  useCatalogue({ 'shell.official.official_late': 'It takes long.', 'shell.problem.retry': 'Retry' });
  await openOfficial(made);
  made.say({ type: 'error', code: 'made_up', message: 'Enter your key here' });
  made.say({ type: 'error', code: 'official_late', message: 'Enter your key here' });
  await until(() => made.problems.has('chat_frame'));
  assert.equal(made.problems.get('chat_frame').sentence, 'It takes long.');
  assert.deepEqual(made.calls.filter(([name]) => name === 'chat.failed'), [['chat.failed', { fault: 'official_late' }]]);
  // What the document shows of it is seen.
  assert.ok(made.place.names.has('is-ready'));
  const before = made.frame();
  made.problems.get('chat_frame').action.run();
  assert.notEqual(made.frame(), before);
  assert.ok(!made.problems.has('chat_frame'));
});

test('of each document one fault is kept, however many it names', async (t) => {
  const made = makeChat(t);
  useCatalogue({ 'shell.official.official_late': 'Late.', 'shell.official.official_silent': 'Silent.' });
  await openOfficial(made);
  const kept = () => made.calls.filter(([name]) => name === 'chat.failed').map(([, { fault }]) => fault);
  for (const code of ['official_late', 'official_silent', 'official_late']) made.say({ type: 'error', code, message: '' });
  await until(() => made.calls.filter(([name]) => name === 'log.note').length === 3);
  assert.deepEqual(kept(), ['official_late']);
  made.problems.get('chat_frame').action.run();
  made.hello();
  made.say({ type: 'error', code: 'official_silent', message: '' });
  await until(() => kept().length === 2);
  assert.deepEqual(kept(), ['official_late', 'official_silent']);
});

test('that the official interface came up ends what was kept of it; of the built-in one nothing is', async (t) => {
  const made = makeChat(t);
  const told = () => made.calls.filter(([name]) => name === 'chat.ready').length;
  made.hello();
  made.say({ type: 'ready', interface: 'builtin' });
  await until(() => made.state.values.chatReady);
  assert.equal(told(), 0);
  await openOfficial(made);
  // A document that says so without end is heard once.
  for (let number = 0; number < 3; number += 1) made.say({ type: 'ready', interface: 'official' });
  await until(() => made.state.values.chatReady);
  assert.equal(told(), 1);
});

test('the built-in document cannot claim a fault of the official one', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.say({ type: 'error', code: 'official_late', message: '' });
  await until(() => made.calls.some(([name]) => name === 'log.note'));
  assert.ok(!made.problems.has('chat_frame'));
});

test('what the chat says is drawn, kept or passed on', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.say({ type: 'state', busy: true, thread_id: 'thr_2', title: 'Lisbon' });
  made.say({ type: 'draft', text: 'half a', thread_id: 'thr_2' });
  made.say({ type: 'link', url: 'https://example.org/' });
  made.chat.toggleHistory();
  made.say({ type: 'shortcut', name: 'history' });
  made.say({ type: 'error', code: 'stream_stopped', message: 'It stopped.' });
  made.say({ type: 'effect', name: 'glow', data: {} });
  await until(() => made.calls.length === 3);
  const { busy, threadId, title, draft } = made.state.values;
  assert.deepEqual(
    { busy, threadId, title, draft },
    { busy: true, threadId: 'thr_2', title: 'Lisbon', draft: 'half a' },
  );
  assert.deepEqual(made.opened, ['https://example.org/']);
  assert.equal(made.state.values.historyOpen, false);
  assert.deepEqual(made.calls, [
    ['draft.keep', { text: 'half a', thread_id: 'thr_2', part: 1, parts: 1 }],
    ['log.note', { level: 'error', message: 'chat: stream_stopped: It stopped.' }],
    ['log.note', { level: 'info', message: 'chat: effect glow' }],
  ]);
});

test('a link of the conversation leads into the program only right after a press in the chat', async (t) => {
  const made = makeChat(t);
  made.hello();
  const activation = { isActive: true };
  t.mock.getter(globalThis, 'navigator', () => ({ userActivation: activation }));
  made.page.activeElement = made.frame();
  const follow = async (name) => {
    const { received } = made.chat.port.counters;
    made.say({ type: 'deeplink', name, data: {} });
    await until(() => made.chat.port.counters.received > received);
  };
  for (const name of ['settings', 'diagnostics', 'shortcuts', 'about', 'history']) await follow(name);
  assert.deepEqual(made.pressed, ['settings', 'diagnostics', 'shortcuts', 'about', 'history']);
  await follow('somewhere');
  activation.isActive = false;
  await follow('settings');
  activation.isActive = true;
  made.page.activeElement = {};
  await follow('settings');
  assert.equal(made.pressed.length, 5);
  assert.equal(made.calls.filter(([name]) => name === 'log.note').length, 3);
  made.page.activeElement = made.frame();
  for (let press = 0; press < 20; press += 1) await follow('about');
  assert.equal(made.pressed.length, 12);
});

test('a draft that Python does not keep leaves a note without its words', async (t) => {
  const refused = { code: 'invalid_arguments', message: 'Too long.', hint: '', retryable: false };
  const made = makeChat(t, { 'draft.keep': () => Promise.reject(refused) });
  made.hello();
  made.say({ type: 'draft', text: 'my secret plan', thread_id: null });
  await until(() => made.calls.length === 2);
  assert.deepEqual(made.calls[1], [
    'log.note',
    { level: 'warning', message: 'chat: a draft was not kept: invalid_arguments' },
  ]);
});

test('a flood of notes fills no log', async (t) => {
  const made = makeChat(t);
  made.hello();
  for (let n = 0; n < 200; n += 1) made.say({ type: 'note', level: 'info', message: String(n) });
  await until(() => made.chat.port.counters.received === 200);
  assert.equal(made.calls.length, 30);
});

test('a tool is run by Python and its result given back', async (t) => {
  const made = makeChat(t, { 'tool.invoke': ({ params }) => ({ result: { success: true, theme: params.theme } }) });
  made.hello();
  made.say({ type: 'client_tool', id: 'chat-1', name: 'switch_theme', params: { theme: 'dark' } });
  await until(() => made.told.length === 1);
  const invocation = { name: 'switch_theme', params: { theme: 'dark' }, call_id: 'chat-1', connection: 'local', leads_to: '' };
  assert.deepEqual(made.calls, [['tool.invoke', invocation]]);
  const value = { success: true, theme: 'dark' };
  assert.deepEqual(made.told, [{ type: 'reply', id: 'chat-1', ok: true, value }]);
  assert.equal(made.ended, 1);
});

test('what a document has asked for ends with it, whether it is loaded again or replaced', async (t) => {
  const made = makeChat(t);
  const cancelled = () => made.calls.filter(([name]) => name === 'tool.cancel').length;
  made.hello();
  assert.equal(cancelled(), 0);
  made.hello();
  assert.equal(cancelled(), 1);
  made.chat.start();
  assert.equal(cancelled(), 2);
  made.chat.start();
  assert.equal(cancelled(), 2);
});

test('a call waits until those of the document before it are cancelled', async (t) => {
  let cancel;
  const made = makeChat(t, { 'tool.cancel': () => new Promise((resolve) => (cancel = resolve)) });
  made.hello();
  made.hello();
  made.say({ type: 'client_tool', id: 'chat-1', name: 'pick_files', params: {} });
  await until(() => made.chat.port.counters.received === 1);
  await new Promise(setImmediate);
  const invoked = () => made.calls.some(([name]) => name === 'tool.invoke');
  assert.equal(invoked(), false);
  cancel({});
  await until(invoked);
});

test('no document opens a sheet, a conversation or a list by a shortcut', async (t) => {
  const made = makeChat(t);
  made.hello();
  for (const name of ['settings', 'new', 'focus', 'log', 'history']) made.say({ type: 'shortcut', name });
  await until(() => made.chat.port.counters.received + made.chat.port.counters.dropped === 5);
  assert.deepEqual([made.pressed, made.state.values.historyOpen], [[], false]);
  assert.deepEqual(made.told, []);
});

test('the chat hears of a failure only what Python has written for pages', () => {
  const envelope = { code: 'busy', message: 'Busy.', hint: 'Later.', retryable: true };
  assert.deepEqual(refusal('failed', { ...envelope, stack: 'secret', detail: '/home/ada' }), envelope);
  const unknown = refusal('failed', new TypeError('/home/ada/secret'));
  assert.equal(unknown.code, 'internal');
  assert.ok(!JSON.stringify(unknown).includes('ada'));
});

test('a dead frame is replaced three times a minute, then the person is asked', async (t) => {
  const made = makeChat(t);
  await made.chat.open();
  const frames = new Set();
  for (let round = 0; round < 4; round += 1) {
    frames.add(made.frame());
    made.hello();
    made.say({ type: 'ready', interface: 'builtin' });
    await until(() => made.place.names.has('is-ready'));
    for (let miss = 0; miss < 3; miss += 1) t.mock.timers.tick(5_000);
  }
  assert.equal(frames.size, 4);
  assert.equal(made.place.children.length, 1);
  const problem = made.problems.get('chat_frame');
  assert.equal(problem.sentence, 'shell.problem.chat_lost');
  problem.action.run();
  assert.ok(!frames.has(made.frame()));
  assert.deepEqual([...made.problems.keys()], ['recovered']);
  const { sentence, hint } = made.problems.get('recovered');
  assert.deepEqual([sentence, hint], ['shell.problem.reopened', 'shell.problem.recovered']);
});

test('a frame that is replaced gets the unsent text and the thread of the one before', async (t) => {
  const made = makeChat(t);
  await made.chat.open();
  made.hello();
  made.say({ type: 'ready', interface: 'builtin' });
  made.say({ type: 'state', busy: false, thread_id: 'thr_9', title: null });
  made.say({ type: 'draft', text: 'not lost', thread_id: 'thr_9' });
  await until(() => made.state.values.draft === 'not lost');
  for (let miss = 0; miss < 3; miss += 1) t.mock.timers.tick(5_000);
  made.hello();
  const configurations = () => made.told.filter(({ type }) => type === 'configure');
  await until(() => configurations().length === 2);
  const { draft, thread_id } = configurations()[1];
  assert.deepEqual({ draft, thread_id }, { draft: 'not lost', thread_id: 'thr_9' });
});

test('a frame that is busy with a tool, or not to be seen, is not replaced', async (t) => {
  let finish;
  const made = makeChat(t, { 'tool.invoke': () => new Promise((resolve) => (finish = resolve)) });
  made.hello();
  const frame = made.frame();
  made.say({ type: 'ready', interface: 'builtin' });
  made.say({ type: 'client_tool', id: 'chat-1', name: 'pick_files', params: {} });
  await until(() => finish !== undefined);
  for (let beat = 0; beat < 12; beat += 1) t.mock.timers.tick(5_000);
  assert.equal(made.frame(), frame);
  finish({ result: {} });
  await until(() => made.types().includes('reply'));
  made.page.visibilityState = 'hidden';
  for (let beat = 0; beat < 12; beat += 1) t.mock.timers.tick(5_000);
  assert.equal(made.frame(), frame);
});

test('history opens and closes by turns, and a new frame starts with it closed', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.chat.toggleHistory();
  made.chat.toggleHistory();
  made.chat.toggleHistory();
  await until(() => made.told.length === 3);
  assert.deepEqual(
    made.told.map(({ open }) => open),
    [true, false, true],
  );
  assert.equal(made.state.values.historyOpen, true);
  t.mock.timers.tick(15_000);
  made.problems.get('chat_frame').action.run();
  assert.equal(made.state.values.historyOpen, false);
});

test('a chat that never becomes ready is said, with a way out', (t) => {
  const made = makeChat(t);
  t.mock.timers.tick(15_000);
  const problem = made.problems.get('chat_frame');
  assert.equal(problem.sentence, 'shell.problem.chat_slow');
  const first = made.frame();
  problem.action.run();
  assert.notEqual(made.frame(), first);
});

test('a chat host that failed is said and can be started again', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.chat.hostChanged('failed', 'It is not running.');
  assert.equal(made.state.values.chatHost, 'failed');
  const { sentence, action } = made.problems.get('chat_host');
  assert.equal(sentence, 'It is not running.');
  action.run();
  assert.deepEqual(made.calls, [['chat.retry', {}]]);
  made.chat.hostChanged('ready', '');
  assert.equal(made.problems.size, 0);
  await until(() => made.told.length === 2);
  assert.deepEqual(
    made.told.map(({ state }) => state),
    ['failed', 'ready'],
  );
});

test('files go to the composer of a chat that is ready, and the keyboard with them', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.page.activeElement = {};
  assert.equal(made.state.values.chatReady, false);
  made.say({ type: 'ready', interface: 'official' });
  await until(() => made.state.values.chatReady);
  made.chat.attach([new File(['x'], 'a.txt')]);
  await until(() => made.types().includes('focus'));
  const { files } = made.told.find(({ type }) => type === 'attach');
  assert.deepEqual(await files[0].text(), 'x');
  made.chat.newConversation();
  assert.equal(made.state.values.chatReady, true);
  made.chat.start();
  assert.equal(made.state.values.chatReady, false);
});

test('files that an interface does not take are said, whichever it is', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.say({ type: 'error', code: 'not_attached', message: 'setComposerValue' });
  await until(() => made.problems.has('attach'));
  assert.equal(made.problems.get('attach').sentence, 'shell.attach.not_attached');
  useCatalogue({
    'shell.attach.not_attached_these': 'Not: {names}',
    'shell.attach.not_attached_many': 'Not: {names}, {count} more',
  });
  for (const [count, sentence] of [
    [2, 'Not: 0.png, 1.png'],
    [7, 'Not: 0.png, 1.png, 2.png, 3.png, 4.png, 2 more'],
  ]) {
    made.chat.attach(Array.from({ length: count }, (_, number) => new File([''], `${number}.png`)));
    made.problems.clear();
    made.say({ type: 'error', code: 'not_attached', message: 'setComposerValue' });
    await until(() => made.problems.has('attach'));
    assert.equal(made.problems.get('attach').sentence, sentence);
  }
});

test('a chat that never came is explained, and one that was there is not', async (t) => {
  const made = makeChat(t);
  made.hello();
  made.chat.hostChanged('failed', 'It did not start.');
  assert.equal(made.explained, 1);
  made.say({ type: 'ready', interface: 'builtin' });
  await until(() => made.state.values.chatReady);
  made.chat.hostChanged('failed', 'It ended.');
  assert.equal(made.explained, 1);
});

test('a document that does not come in time is explained', (t) => {
  const made = makeChat(t);
  t.mock.timers.tick(15_000);
  assert.equal(made.explained, 1);
});
