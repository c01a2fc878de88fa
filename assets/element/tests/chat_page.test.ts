import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONFIGURATION, Page } from './support/page.ts';
import { until } from './support/until.ts';

// The shell's side, by address: its files are checked by a configuration of their own.
const { declaredMessage } = await import(new URL('../../shell/port_messages.js', import.meta.url).href);

test('the page says hello to its parent alone, and is ready with the port that comes back', async (context) => {
  const page = await Page.load(context);
  assert.deepEqual(page.hellos[0]?.target, 'http://127.0.0.1:4711');
  assert.deepEqual(page.hellos[0]?.message.type, 'chat.hello');
  assert.match(page.nonce, /^[\w-]{36}$/);
  await page.open();
  assert.deepEqual(await page.hear('ready'), { type: 'ready', interface: 'builtin' });
});

test('a port from anybody else is not taken, and the right one still is', async (context) => {
  const page = await Page.load(context);
  const port = { type: 'shell.port', v: 1, nonce: page.nonce };
  page.offer({ origin: 'http://localhost:4711' });
  page.offer({ origin: 'http://127.0.0.1:4712' });
  page.offer({ source: {} });
  page.offer({ data: { ...port, nonce: 'guessed' } });
  page.offer({ data: { ...port, v: 2 } });
  page.offer({ data: { ...port, type: 'shell.other' } });
  page.offer({ ports: [] });
  await page.open();
  await page.hear('ready');
  assert.equal(page.heard.filter(({ type }) => type === 'ready').length, 1);
});

test('a second port is not taken', async (context) => {
  const page = await Page.load(context);
  await page.open();
  page.offer();
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  assert.equal(page.heard.filter(({ type }) => type === 'ready').length, 1);
});

test('a page that is opened on its own asks nobody', async (context) => {
  const page = await Page.load(context, { embedded: false });
  assert.deepEqual(page.hellos, []);
});

test('configure says where the server is; the token goes along in a header, never in the address', async (context) => {
  const page = await Page.load(context);
  await page.open({ thread_id: 'thr_7' });
  const { api, initialThread, startScreen, disclaimer } = page.chat.options;
  assert.equal(api.url, 'http://localhost:4712/chatkit');
  assert.equal(initialThread, 'thr_7');
  assert.equal(startScreen.prompts.length, 4);
  assert.match(disclaimer.text, /^Demo guide/);
  assert.equal(page.root.dataset['theme'], 'dark');
  const fetch = context.mock.method(globalThis, 'fetch', async () => new Response());
  await api.fetch(api.url, { method: 'POST', headers: { Accept: 'x' } });
  assert.deepEqual(fetch.mock.calls[0]?.arguments, [
    'http://localhost:4712/chatkit',
    { method: 'POST', headers: { Accept: 'x', 'X-Agentnook-Token': 'secret' } },
  ]);
});

test('what can be attached is what the shell says, and files go with the token as well', async (context) => {
  const page = await Page.load(context);
  const composer = { attachments: { enabled: true, maxSize: 1_000 } };
  await page.open({ composer });
  assert.deepEqual(page.chat.options.composer.attachments, composer.attachments);
  assert.deepEqual(page.chat.options.api.uploadHeaders, { 'X-Agentnook-Token': 'secret' });
});

test('the draft of the last start comes back once, and a change is kept at once', async (context) => {
  const page = await Page.load(context);
  await page.open({ draft: 'half a thought' });
  await until(() => page.chat.calls.length === 1);
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  page.tell({ ...CONFIGURATION, draft: 'half a thought' });
  page.tell({ type: 'ping', n: 2 });
  await until(() => page.heard.filter(({ type }) => type === 'pong').length === 2);
  assert.deepEqual(page.chat.calls, [['putBack', 'half a thought']]);
  assert.equal(page.heard.some(({ type }) => type === 'draft'), false);
  page.chat.write('half a thought m');
  assert.deepEqual(await page.hear('draft'), { type: 'draft', text: 'half a thought m', thread_id: null });
  page.chat.write('x'.repeat(1_100_000));
  const kept = () => page.heard.filter(({ type }) => type === 'draft').map(({ text }) => text.length);
  await until(() => kept().length === 2);
  assert.equal(kept()[1], 1_000_000);
});

test('what was written before the draft came back stays behind it, and both are kept, once', async (context) => {
  const page = await Page.load(context);
  page.chat.write('typed meanwhile');
  await page.open({ draft: 'half a thought', thread_id: 'thr_7' });
  const both = 'half a thought\n\ntyped meanwhile';
  assert.deepEqual(await page.hear('draft'), { type: 'draft', text: both, thread_id: 'thr_7' });
  // The element tells of it as well, with its next frame.
  page.chat.write(both);
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  assert.equal(page.chat.draft, both);
  assert.equal(page.heard.filter(({ type }) => type === 'draft').length, 1);
});

test('what was written before the shell spoke is kept, though no draft comes back', async (context) => {
  const page = await Page.load(context);
  page.chat.write('typed early');
  await page.open();
  assert.deepEqual(await page.hear('draft'), { type: 'draft', text: 'typed early', thread_id: null });
});

test('a text that is cut keeps its characters whole', async (context) => {
  const page = await Page.load(context);
  await page.open();
  page.chat.write(`${'x'.repeat(999_999)}😀`);
  assert.ok((await page.hear('draft'))['text'] === 'x'.repeat(999_999), 'not half of the last one');
  page.chat.say('agentnook.state', { busy: false, threadId: null, title: `${'x'.repeat(299)}😀` });
  assert.equal((await page.hear('state'))['title'], 'x'.repeat(299));
  page.chat.write('half \ud83d of one');
  await until(() => page.heard.filter(({ type }) => type === 'draft').length === 2);
  assert.equal((await page.hear('draft'))['text'], 'half  of one');
});

test('the accent of the brand is worn with its theme, when it is a colour and not the one of the tokens', async (context) => {
  const page = await Page.load(context);
  await page.open({ accents: { light: '#0b6e69', dark: '#aa3300' } });
  const worn = () => page.root.style.get('--accent');
  await until(() => worn() === '#aa3300');
  assert.match(page.root.style.get('--accent-tint') ?? '', /^color-mix/);
  page.tell({ type: 'theme', resolved: 'light' });
  await until(() => page.root.dataset['theme'] === 'light');
  assert.equal(worn(), undefined);
  page.tell({ ...CONFIGURATION, accents: { light: '#0b6e69', dark: 'red; background: url(x)' } });
  await until(() => page.root.dataset['theme'] === 'dark');
  assert.equal(worn(), undefined);
});

test('a link into the program goes to the shell as that, and not as a link', async (context) => {
  const page = await Page.load(context);
  await page.open();
  page.chat.say('chatkit.deeplink', { name: 'settings', data: { part: 'tools' } });
  assert.deepEqual(await page.hear('deeplink'), { type: 'deeplink', name: 'settings', data: { part: 'tools' } });
  page.press([page.link('chatkit-link://settings'), page.chat], 'click', 0, { answered: true });
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  assert.equal(page.heard.some(({ type }) => type === 'link'), false);
});

test('a link goes to the shell, wherever in the element it stands, and never replaces this document', async (context) => {
  const page = await Page.load(context);
  await page.open();
  const inside = new EventTarget();
  const web = page.press([inside, page.link('https://example.org/a'), page.chat]);
  const middle = page.press([page.link('https://example.org/b')], 'auxclick', 1);
  const menu = page.press([page.link('https://example.org/c')], 'auxclick', 2);
  const none = page.press([inside, page.chat]);
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  assert.deepEqual(
    [web, middle, menu, none].map(({ defaultPrevented }) => defaultPrevented),
    [true, true, false, false],
  );
  assert.deepEqual(
    page.heard.filter(({ type }) => type === 'link'),
    [
      { type: 'link', url: 'https://example.org/a' },
      { type: 'link', url: 'https://example.org/b' },
    ],
  );
});

test('what stands in the composer before the shell has given the draft back is no draft', async (context) => {
  const page = await Page.load(context);
  page.offer();
  page.chat.write('');
  page.chat.say('chatkit.effect', { name: 'later', data: {} });
  await page.hear('effect');
  assert.equal(page.heard.some(({ type }) => type === 'draft'), false);
});

test('what the shell says reaches the element', async (context) => {
  const page = await Page.load(context);
  await page.open();
  for (const message of [
    { type: 'theme', resolved: 'light' },
    { type: 'locale', locale: 'de' },
    { type: 'endpoint', state: 'failed', message: 'Gone.' },
    { type: 'compose', text: 'a' },
    { type: 'send', text: 'b' },
    { type: 'focus' },
    { type: 'stop' },
    { type: 'thread', thread_id: 'thr_2' },
    { type: 'history', open: true },
    { type: 'ping', n: 7 },
  ]) {
    page.tell(message);
  }
  assert.deepEqual(await page.hear('pong'), { type: 'pong', n: 7 });
  await until(() => page.chat.calls.length === 6);
  assert.equal(page.root.dataset['theme'], 'light');
  assert.equal(page.root.lang, 'de');
  assert.deepEqual(page.chat.serverState, { state: 'failed', message: 'Gone.' });
  assert.deepEqual(page.chat.calls, [
    ['setComposerValue', { text: 'a' }],
    ['sendUserMessage', { text: 'b' }],
    ['focusComposer'],
    ['stop'],
    ['showThread', 'thr_2'],
    ['showHistory'],
  ]);
});

test('what nobody declared is dropped, and a refusal of the element is noted without the words', async (context) => {
  const page = await Page.load(context);
  await page.open();
  for (const odd of [null, 7, 'text', {}, { type: 'toString' }, { type: '__proto__' }, { type: 'reply', id: 'unknown' }]) {
    page.tell(odd as object);
  }
  page.chat.busy = true;
  page.tell({ type: 'send', text: 'my secret plan' });
  assert.deepEqual(await page.hear('note'), { type: 'note', level: 'warning', message: 'send: busy' });
});

test('a client tool is asked of the shell and its reply comes back', async (context) => {
  const page = await Page.load(context);
  await page.open();
  const call = page.chat.options.onClientTool({ name: 'pick_files', params: { multiple: true } });
  const asked = await page.hear('client_tool');
  assert.deepEqual(asked, { type: 'client_tool', id: asked['id'], name: 'pick_files', params: { multiple: true } });
  page.tell({ type: 'reply', id: asked['id'], ok: true, value: { files: [] } });
  assert.deepEqual(await call, { files: [] });
});

test('a refused tool rejects with what the shell said', async (context) => {
  const page = await Page.load(context);
  await page.open();
  const call = page.chat.options.onClientTool({ name: 'pick_files', params: {} });
  const { id } = await page.hear('client_tool');
  const error = { code: 'permission_denied', message: 'No.', hint: '', retryable: false };
  page.tell({ type: 'reply', id, ok: false, error });
  await assert.rejects(call, (reason) => {
    assert.deepEqual(reason, error);
    return true;
  });
});

test('a tool call that the shell would drop, or never answers, is refused here', async (context) => {
  const page = await Page.load(context);
  await page.open();
  const ask = page.chat.options.onClientTool;
  const codeOf = (work: Promise<unknown>) => work.then(
    () => assert.fail(),
    (error: { code: string }) => error.code,
  );
  assert.equal(await codeOf(ask({ name: '', params: {} })), 'unknown_tool');
  assert.equal(await codeOf(ask({ name: 'Rm -rf', params: {} })), 'unknown_tool');
  assert.equal(await codeOf(ask({ name: 'x', params: { text: 'x'.repeat(70_000) } })), 'invalid_arguments');
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const late = ask({ name: 'x', params: {} });
  context.mock.timers.tick(20 * 60_000);
  assert.equal(await codeOf(late), 'deadline_exceeded');
});

test('the shell hears that the person closed the history, and not that it closed it itself', async (context) => {
  const page = await Page.load(context);
  await page.open();
  page.tell({ type: 'history', open: true });
  page.tell({ type: 'history', open: false });
  page.tell({ type: 'history', open: true });
  await until(() => page.chat.calls.length === 3);
  page.chat.say('chatkit.history.close');
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  assert.deepEqual(
    page.heard.filter(({ type }) => type === 'shortcut'),
    [{ type: 'shortcut', name: 'history' }],
  );
});

test('every message of the page is one that the shell declares', async (context) => {
  const page = await Page.load(context);
  await page.open();
  page.chat.say('agentnook.state', { busy: true, threadId: 'thr_1', title: 'x'.repeat(400) });
  page.chat.say('agentnook.state', { busy: false, threadId: null, title: null });
  page.chat.say('chatkit.effect', { name: 'shine', data: {} });
  page.chat.say('chatkit.deeplink', { name: 'settings', data: {} });
  page.chat.say('chatkit.error', { error: Object.assign(new Error('x'), { name: 'HttpError', code: 'refused' }) });
  page.chat.say('chatkit.error', { error: new TypeError('odd') });
  const call = page.chat.options.onClientTool({ name: 'pick_files', params: {} });
  const { id } = await page.hear('client_tool');
  page.tell({ type: 'reply', id, ok: true, value: {} });
  await call;
  page.chat.busy = true;
  page.tell({ type: 'send', text: 'x' });
  page.tell({ type: 'history', open: true });
  page.tell({ type: 'ping', n: 1 });
  await page.hear('pong');
  page.chat.say('chatkit.history.close');
  page.chat.write('x');
  page.press([page.link('https://example.org/')]);
  await page.hear('draft');
  await page.hear('link');
  await page.hear('note');
  for (const message of page.heard) assert.deepEqual(declaredMessage(message), message);
  const types = new Set(page.heard.map(({ type }) => type));
  assert.deepEqual([...types].sort(), [
    'client_tool',
    'deeplink',
    'draft',
    'effect',
    'error',
    'link',
    'note',
    'pong',
    'ready',
    'shortcut',
    'state',
  ]);
});

test('a letter that nothing waits for goes into the message', async (context) => {
  const page = await Page.load(context);
  const press = (key: string, more: object = {}): void => {
    page.dispatchEvent(Object.assign(new Event('keydown'), { key, ctrlKey: false, metaKey: false, altKey: false, ...more }));
  };
  page.document.activeElement = page.link('https://a.example');
  press('a');
  page.document.activeElement = page.document.body;
  press('Tab');
  press('c', { ctrlKey: true });
  assert.deepEqual(page.chat.calls, []);
  press('a');
  assert.deepEqual(page.chat.calls, [['focusComposer']]);
});
