// What a person gives the shell to attach: from where it comes, what is left out and why, and what waits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AppState } from '../../../assets/shell/app_state.js';
import { attachmentLimits, limitOf } from '../../../assets/shell/attachment_limits.js';
import { Attachments } from '../../../assets/shell/attachments.js';
import { PLAIN_LOOK } from '../../../assets/shell/chat_look.js';
import { text, useCatalogue } from '../../../assets/shell/strings.js';
import { usePage } from './fake_page.mjs';

const MEGABYTE = 1024 * 1024;
useCatalogue(JSON.parse(readFileSync(new URL('../../../assets/locales/en.json', import.meta.url), 'utf-8')));

/** A shell with a chat that remembers what it was given, and a Python that has some files. */
function makeShell(t, { values = {}, given = [], bodies = {} } = {}) {
  const { page } = usePage();
  const heard = new Map();
  const made = { attached: [], problems: new Map(), shown: [], fetched: [], given, events: {} };
  made.state = new AppState({ connectionKind: 'workflow', agentLabel: 'Trip agent', chatReady: true, ...values });
  const document = Object.assign(page, {
    addEventListener: (name, hear) => heard.set(name, hear),
    querySelector: () => made.dialog ?? null,
  });
  globalThis.HTMLInputElement = globalThis.HTMLTextAreaElement = class {};
  t.mock.method(globalThis, 'fetch', async (address, { signal }) => {
    made.fetched.push(address);
    const body = bodies[address] ?? 'x';
    if (typeof body === 'function') return body(signal);
    return { ok: body !== false, status: 404, blob: async () => new Blob([body]) };
  });
  new Attachments({
    bridge: {
      call: async () => made.given.shift() ?? { files: [], refused: [], left_out: 0, left_behind: 0 },
      on: (name, hear) => (made.events[name] = hear),
    },
    state: made.state,
    strip: {
      show: (problem) => made.problems.set(problem.id, problem),
      showError: (id, error) => made.problems.set(id, { sentence: error.message }),
      clear: (id) => made.problems.delete(id),
    },
    attach: (files) => made.attached.push(...files),
  }).hear(document);
  made.send = (name, event) => heard.get(name)({ preventDefault: () => undefined, ...event });
  made.drop = (...files) => made.send('drop', { dataTransfer: transfer(files) });
  made.names = () => made.attached.map(({ name }) => name);
  made.said = () => made.problems.get('attach')?.sentence ?? '';
  made.target = () => page.body.children.find(({ attributes }) => attributes.get('class') === 'drop-target');
  return made;
}

function transfer(files, folders = []) {
  const entries = [...files.map(() => ({ isDirectory: false })), ...folders.map((name) => ({ isDirectory: true, name }))];
  const asFiles = [...files, ...folders.map((name) => new File([''], name))];
  return { types: ['Files'], files: asFiles, items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) };
}

const picture = (name = 'a.png', size = 3) => sized(new File(['abc'], name, { type: 'image/png' }), size);
const sized = (file, size) => Object.defineProperty(file, 'size', { value: size });
const told = (name, more = {}) => ({ name, size_bytes: 1, type: 'image/png', path: `once/${name}`, ...more });
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
};

test('what is dropped goes to the chat as it is', (t) => {
  const made = makeShell(t);
  const file = picture();
  made.drop(file);
  assert.equal(made.attached[0], file);
  assert.equal(made.said(), '');
});

test('what a connection does not take is named, and the rest goes on', (t) => {
  const made = makeShell(t);
  made.drop(picture('big.png', 11 * MEGABYTE), new File(['x'], 'run.exe', { type: '' }), picture('fine.png'));
  assert.deepEqual(made.names(), ['fine.png']);
  assert.equal(
    made.said(),
    [
      text('shell.attach.limit_size', { name: 'big.png', most: 10 }),
      text('shell.attach.limit_type', { name: 'run.exe', kinds: '.png, .jpg, .jpeg, .gif, .webp, .pdf' }),
    ].join(' '),
  );
});

test('the first ones go on when there are too many, and a few sentences are enough', (t) => {
  const made = makeShell(t);
  made.drop(...Array.from({ length: 12 }, (_, number) => picture(`${number}.png`)));
  assert.deepEqual(made.names(), ['0.png', '1.png', '2.png', '3.png', '4.png']);
  assert.match(made.said(), /“5\.png” was left out: 5 files at most.*Left out as well: 4 more\.$/);
});

test('what was said of earlier files goes when others are taken', (t) => {
  const made = makeShell(t);
  made.drop(new File([''], 'run.exe'));
  assert.notEqual(made.said(), '');
  made.drop();
  assert.notEqual(made.said(), '');
  made.drop(picture());
  assert.equal(made.said(), '');
});

test('a connection without attachments says so', (t) => {
  const made = makeShell(t, { values: { look: { ...PLAIN_LOOK, attachments: false } } });
  made.drop(picture());
  assert.deepEqual(made.names(), []);
  assert.equal(made.said(), text('shell.attach.limit_off', { name: 'a.png', agent: 'Trip agent' }));
});

test('a folder is named and left out', (t) => {
  const made = makeShell(t);
  made.send('drop', { dataTransfer: transfer([picture()], ['Photos']) });
  assert.deepEqual(made.names(), ['a.png']);
  assert.equal(made.said(), text('shell.attach.folder', { name: 'Photos' }));
});

test('a name cannot turn a sentence around, nor fill the window', (t) => {
  const made = makeShell(t);
  made.drop(new File([''], `a\u202egnp.exe${'x'.repeat(200)}`));
  assert.match(made.said(), /“a\[U\+202E\]gnp\.exex+…”/);
  assert.ok(made.said().length < 200);
});

test('what is pasted is taken, but in a field', (t) => {
  const made = makeShell(t);
  const field = new globalThis.HTMLInputElement();
  made.send('paste', { clipboardData: transfer([picture('field.png')]), target: field });
  made.send('paste', { clipboardData: transfer([]) });
  assert.deepEqual(made.names(), []);
  made.send('paste', { clipboardData: transfer([picture('pasted.png')]) });
  assert.deepEqual(made.names(), ['pasted.png']);
});

test('files wait for a chat, and are judged by what it takes', (t) => {
  const made = makeShell(t, { values: { chatReady: false, connectionKind: 'local' } });
  made.drop(new File(['x'], 'notes.txt'));
  assert.deepEqual(made.names(), []);
  assert.equal(made.problems.get('attach_progress').sentence, text('shell.attach.waiting'));
  made.state.set({ chatReady: true });
  assert.deepEqual(made.names(), ['notes.txt']);
  assert.equal(made.problems.size, 0);
});

test('where files would be dropped is shown while they are held there, and only then', (t) => {
  const made = makeShell(t);
  const held = (types) => ({ dataTransfer: { types, dropEffect: 'none' } });
  made.send('dragenter', held(['text/plain']));
  assert.notEqual(made.target().hidden, false);
  const over = held(['Files']);
  made.send('dragenter', over);
  made.send('dragover', over);
  assert.deepEqual([made.target().hidden, over.dataTransfer.dropEffect], [false, 'copy']);
  made.send('dragleave', { relatedTarget: {} });
  assert.equal(made.target().hidden, false);
  made.send('dragleave', { relatedTarget: null });
  assert.equal(made.target().hidden, true);
  made.events['file.over']({ over: true });
  assert.equal(made.target().hidden, false);
  made.drop();
  assert.equal(made.target().hidden, true);
  made.dialog = {};
  made.send('dragenter', held(['Files']));
  made.drop(picture());
  assert.deepEqual([made.target().hidden, made.names()], [true, []]);
});

test("Python's files are fetched where it says, under their names", async (t) => {
  const given = [{ files: [told('a.png'), told('b.png')], refused: ['“c” is not there.'], left_out: 2, left_behind: 0 }];
  const made = makeShell(t, { given, bodies: { '../once/b.png': 'bytes' } });
  await turns();
  assert.deepEqual(made.fetched, ['../once/a.png', '../once/b.png']);
  assert.deepEqual(made.attached.map(({ name, type, size }) => [name, type, size]), [
    ['a.png', 'image/png', 1],
    ['b.png', 'image/png', 5],
  ]);
  assert.equal(made.said(), `“c” is not there. ${text('shell.attach.more', { count: 2 })}`);
});

test("of Python's files only those are fetched that are taken", async (t) => {
  const given = [{ files: [told('big.png', { size_bytes: 11 * MEGABYTE }), told('a.png')], refused: [], left_out: 0, left_behind: 0 }];
  const made = makeShell(t, { given });
  await turns();
  assert.deepEqual(made.fetched, ['../once/a.png']);
  assert.equal(made.said(), text('shell.attach.limit_size', { name: 'big.png', most: 10 }));
});

test('a file that cannot be fetched is named, and the others go on', async (t) => {
  const given = [{ files: [told('gone.png'), told('a.png')], refused: [], left_out: 0, left_behind: 0 }];
  const made = makeShell(t, { given, bodies: { '../once/gone.png': false } });
  await turns();
  assert.deepEqual(made.names(), ['a.png']);
  assert.equal(made.said(), text('shell.attach.unread', { name: 'gone.png' }));
});

test('the reading of large files is said, and can be cancelled', async (t) => {
  const given = [{ files: [told('large.bin', { size_bytes: 99 * MEGABYTE, type: '' })], refused: [], left_out: 0, left_behind: 0 }];
  const endless = (signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
  const values = { connectionKind: 'local' };
  const made = makeShell(t, { values, given, bodies: { '../once/large.bin': endless } });
  await turns();
  const { sentence, action } = made.problems.get('attach_progress');
  assert.equal(sentence, text('shell.attach.reading', { name: 'large.bin', size: 99 }));
  action.run();
  await turns();
  assert.deepEqual([made.names(), made.problems.size], [[], 0]);
});

test('Python is asked when it says that it has something, and not before there is a chat', async (t) => {
  const made = makeShell(t, { values: { chatReady: false } });
  made.given.push({ files: [told('a.png')], refused: [], left_out: 0, left_behind: 0 });
  made.events['file.waiting']({});
  await turns();
  assert.deepEqual([made.given.length, made.fetched], [1, []]);
  made.state.set({ chatReady: true });
  await turns();
  assert.deepEqual(made.names(), ['a.png']);
  made.given.push({ files: [told('b.png')], refused: [], left_out: 0, left_behind: 0 });
  made.events['file.waiting']({});
  await turns();
  assert.deepEqual(made.names(), ['a.png', 'b.png']);
});

test('each connection has its own limits', () => {
  const file = { name: 'A.PDF', size: 50 * MEGABYTE, type: 'application/pdf' };
  const limit = (kind, more = {}, taken = 0) => limitOf(attachmentLimits(kind, PLAIN_LOOK), { ...file, ...more }, taken)?.limit;
  assert.equal(limit('workflow'), 'size');
  assert.equal(limit('session_service', { size: 1 }), undefined);
  assert.equal(limit('workflow', { size: 1, type: '' }), undefined);
  assert.equal(limit('workflow', { size: 1, type: 'application/octet-stream' }), undefined);
  assert.equal(limit('workflow', { size: 1, type: 'application/octet-stream', name: 'a.exe' }), 'type');
  assert.equal(limit('workflow', { size: 1, type: 'image/png' }), 'type');
  assert.equal(limit('workflow', { size: 1, type: 'image/svg+xml', name: 'a.svg' }), 'type');
  assert.equal(limit('local'), undefined);
  assert.equal(limit('local', { size: 101 * MEGABYTE }), 'size');
  assert.equal(limit('local', {}, 10), 'count');
  assert.equal(limit('server', { size: 500 * MEGABYTE }, 99), undefined);
  assert.equal(limit('server', { size: 513 * MEGABYTE }), 'size');
  assert.equal(limitOf(attachmentLimits('server', { attachments: false }), file, 0)?.limit, 'off');
});

test('what lies over the window is answered before anything is taken, and Python keeps it until then', async (t) => {
  const made = makeShell(t);
  await turns();
  made.given.push({ files: [told('a.png')], refused: [], left_out: 0, left_behind: 0 });
  made.dialog = {};
  made.events['file.waiting']({});
  await turns();
  assert.deepEqual([made.given.length, made.names()], [1, []]);
  assert.equal(made.problems.get('attach_progress').sentence, text('shell.attach.after_answer'));
  made.send('close', {});
  await turns();
  assert.equal(made.given.length, 1);
  made.dialog = null;
  made.send('close', {});
  await turns();
  assert.deepEqual([made.names(), made.problems.size], [['a.png'], 0]);
});

test('nothing is pasted past a question', (t) => {
  const made = makeShell(t);
  made.dialog = {};
  made.send('paste', { clipboardData: transfer([picture('pasted.png')]) });
  assert.deepEqual([made.names(), made.said()], [[], text('shell.attach.covered')]);
});

test('that files wait for the chat is said of those that Python has, too', async (t) => {
  const made = makeShell(t, { values: { chatReady: false } });
  made.events['file.waiting']({});
  assert.equal(made.problems.get('attach_progress').sentence, text('shell.attach.waiting'));
});

test('what was given for another agent is left behind: one sentence, and no reading goes on', async (t) => {
  const given = [{ files: [told('large.bin', { size_bytes: 99 * MEGABYTE, type: '' })], refused: [], left_out: 0, left_behind: 1 }];
  const endless = (signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
  const made = makeShell(t, { values: { connectionKind: 'local' }, given, bodies: { '../once/large.bin': endless } });
  await turns();
  made.state.set({ connectionId: 'other' });
  await turns();
  assert.deepEqual([made.names(), [...made.problems.keys()]], [[], ['attach']]);
  assert.equal(made.said(), text('shell.attach.left_behind', { count: 2 }));
  made.given.push({ files: [], refused: [], left_out: 0, left_behind: 1 });
  made.events['file.waiting']({});
  await turns();
  assert.equal(made.said(), 'One file was given for the other agent and is not attached here.');
});

test('batches are read one after the other, each file by its name, and Cancel ends the one that is read', async (t) => {
  const batch = (...names) => ({
    files: names.map((name) => told(name, { size_bytes: 9 * MEGABYTE, type: '' })),
    refused: [],
    left_out: 0,
    left_behind: 0,
  });
  const endless = (signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
  const given = [batch('a.bin', 'b.bin'), batch('c.bin')];
  const made = makeShell(t, { values: { connectionKind: 'local' }, given, bodies: { '../once/b.bin': endless } });
  await turns();
  made.events['file.waiting']({});
  await turns();
  const { sentence, action } = made.problems.get('attach_progress');
  assert.deepEqual([sentence, made.given.length], ['Reading “b.bin” (2 of 2, 9 MB).', 1]);
  action.run();
  await turns();
  assert.deepEqual([made.names(), made.problems.size], [['c.bin'], 0]);
});
