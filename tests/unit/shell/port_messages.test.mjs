// What the chat document may say: everything that the contract declares, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PORT_TO_SHELL } from '../../../assets/shell/contract.js';
import { FROM_CHAT, declaredMessage } from '../../../assets/shell/port_messages.js';

const GOOD = [
  { type: 'ready', interface: 'builtin' },
  { type: 'client_tool', id: 'c-1', name: 'pick_files', params: { multiple: true } },
  { type: 'client_secret', id: 'c-2', current: null },
  { type: 'client_secret', id: 'c-3', current: 'ek_1' },
  { type: 'effect', name: 'glow', data: {} },
  { type: 'deeplink', name: 'settings', data: { part: 'theme' } },
  { type: 'state', busy: true, thread_id: 'thr_1', title: 'Lisbon' },
  { type: 'state', busy: false, thread_id: null, title: null },
  { type: 'error', code: 'stream_stopped', message: 'It stopped.' },
  { type: 'link', url: 'https://example.org/' },
  { type: 'draft', text: 'unsent', thread_id: null },
  { type: 'note', level: 'warning', message: 'slow' },
  { type: 'pong', n: 7 },
  { type: 'shortcut', name: 'history' },
];

/** Every value that is wrong in some place. */
const WRONG = [undefined, NaN, 1.5, Symbol.iterator, () => 1, [], new Map([['a', 1]]), 10n, 'x'.repeat(1_000_001)];

test('the shapes are those of the contract', () => {
  const declared = Object.fromEntries(Object.entries(PORT_TO_SHELL).map(([type, names]) => [type, [...names].sort()]));
  const checked = Object.fromEntries(
    Object.entries(FROM_CHAT).map(([type, fields]) => [type, Object.keys(fields).sort()]),
  );
  assert.deepEqual(checked, declared);
});

test('every declared message passes as it is', () => {
  for (const message of GOOD) assert.equal(declaredMessage(message), message);
  assert.deepEqual(new Set(GOOD.map(({ type }) => type)), new Set(Object.keys(FROM_CHAT)));
});

test('a field too many, too few or of another kind makes it nothing', () => {
  for (const message of GOOD) {
    assert.equal(declaredMessage({ ...message, extra: 1 }), null, message.type);
    for (const name of Object.keys(message)) {
      const { [name]: _gone, ...rest } = message;
      assert.equal(declaredMessage(rest), null, `${message.type} without ${name}`);
      for (const value of WRONG) {
        const isFine = name === 'params' || name === 'data' ? value instanceof Map : false;
        if (!isFine) assert.equal(declaredMessage({ ...message, [name]: value }), null, `${message.type}.${name}`);
      }
    }
  }
});

test('what is not a message at all is nothing', () => {
  const hostile = [
    null,
    undefined,
    'ready',
    42,
    [],
    ['ready'],
    {},
    { type: 'reply', id: '1', ok: true, value: {} },
    { type: '__proto__' },
    { type: 'constructor' },
    { type: 'toString' },
    { type: ['ready'], interface: 'builtin' },
    { type: 'shortcut', name: 'quit' },
    { type: 'shortcut', name: 'settings' },
    { type: 'shortcut', name: 'new' },
    { type: 'note', level: 'debug', message: '' },
    JSON.parse('{"type":"link","__proto__":{"url":"https://example.org/"}}'),
  ];
  for (const data of hostile) assert.equal(declaredMessage(data), null);
});

test('a record that JSON cannot carry is refused', () => {
  const loop = {};
  loop.itself = loop;
  for (const params of [loop, { size: 10n }, { long: 'x'.repeat(70_000) }]) {
    assert.equal(declaredMessage({ type: 'client_tool', id: '1', name: 'pick_files', params }), null);
  }
});
