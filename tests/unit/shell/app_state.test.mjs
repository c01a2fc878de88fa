// The page's picture of the program, and the colour of the connection's dot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppState, FIRST_VALUES, connectionLight } from '../../../assets/shell/app_state.js';

test('a watcher draws at once and again only when one of its values changed', () => {
  const state = new AppState();
  const drawn = [];
  state.watch(['title', 'busy'], ({ title }) => drawn.push(title));
  state.set({ title: 'Lisbon' });
  state.set({ title: 'Lisbon' });
  state.set({ draft: 'not drawn here' });
  assert.deepEqual(drawn, ['', 'Lisbon']);
});

test('values cannot be changed behind the watchers', () => {
  const state = new AppState({ title: 'first' });
  assert.throws(() => Object.assign(state.values, { title: 'second' }), TypeError);
  assert.equal(FIRST_VALUES.title, '');
});

test('every state of the chat host has its light, and work shows as work', () => {
  const lights = ['starting', 'ready', 'failed', 'stopped'].map((chatHost) =>
    connectionLight({ chatHost, chatFailed: false, busy: false }),
  );
  assert.deepEqual(lights, ['working', 'ready', 'problem', 'offline']);
  assert.equal(connectionLight({ chatHost: 'ready', busy: true }), 'working');
  assert.equal(connectionLight({ chatHost: 'failed', busy: true }), 'problem');
  assert.equal(connectionLight({ chatHost: 'ready', chatFailed: true, busy: true }), 'problem');
});
