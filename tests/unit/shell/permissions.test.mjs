// The sheet of permissions: what is shown before, without and with the data, and what a second press is for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { panel } from '../../../assets/shell/permissions_panel.js';
import { text, useCatalogue } from '../../../assets/shell/strings.js';
import { buttonOf, click, useDialogs } from './fake_dialogs.mjs';

const CALL = { at: 1_700_000_000, tool: 'copy_text', agent: 'Guide', touches: [], decided: 'once', outcome: 'ok' };
const REFUSED = { code: 'busy', message: 'Busy.', hint: 'Wait a moment.', retryable: true };

let body;

beforeEach(() => {
  body = useDialogs();
  useCatalogue(JSON.parse(readFileSync(new URL('../../../assets/locales/en.json', import.meta.url), 'utf-8')));
});

const settled = () => new Promise(setImmediate);

/** The sheet over a Python that answers with these, or refuses. */
function open(answers = {}) {
  const called = [];
  const all = { 'tool.grants': { grants: [] }, 'tool.ledger': { calls: [CALL] }, ...answers };
  const rest = { 'connection.list': { connections: [] }, 'tool.list': { tools: [] }, 'tool.ledger_clear': {} };
  const call = async (name) => {
    called.push(name);
    const answer = { ...rest, ...all }[name];
    if (answer === REFUSED) throw answer;
    return answer;
  };
  const made = panel({ bridge: { call }, state: { values: { locale: 'en' } } });
  body.append(...made.content);
  return { made, called, answers: all };
}

const shown = (words) => buttonOf(words) !== undefined && buttonOf(words).hidden !== true;
const rows = () => body.find(({ tag }) => tag === 'li').map(({ words }) => words);

test('before the data there are lines for it, and nothing to press', async () => {
  open();
  assert.equal(body.find(({ attributes }) => attributes.get('class') === 'skeleton-lines').length, 2);
  assert.deepEqual([buttonOf('Show more'), buttonOf('Clear')], [undefined, undefined]);
  await settled();
  assert.equal(body.find(({ attributes }) => attributes.get('class') === 'skeleton-lines').length, 0);
  assert.deepEqual([shown('Show more'), shown('Clear')], [false, true]);
});

test('what cannot be read says why and what helps, and is read again', async () => {
  const { answers } = open({ 'tool.grants': REFUSED, 'tool.ledger': REFUSED });
  await settled();
  assert.equal(body.words.match(/Busy\. Wait a moment\./g).length, 2);
  assert.deepEqual([shown('Show more'), shown('Clear')], [false, false]);
  Object.assign(answers, { 'tool.grants': { grants: [] }, 'tool.ledger': { calls: [] } });
  for (const again of body.find(({ tag, words }) => tag === 'button' && words === 'Retry')) click(again);
  await settled();
  assert.doesNotMatch(body.words, /Busy/);
});

test('the ledger is cleared by a second press, and not by a double one', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { called } = open();
  await settled();
  click(buttonOf('Clear'));
  assert.equal(document.activeElement, buttonOf('Keep'));
  click(buttonOf('Clear for good'));
  click(buttonOf('Keep'));
  assert.equal(document.activeElement, buttonOf('Clear'));
  click(buttonOf('Clear'));
  mock.timers.tick(500);
  assert.ok(!called.includes('tool.ledger_clear'));
  click(buttonOf('Clear for good'));
  await settled();
  assert.ok(called.includes('tool.ledger_clear'));
  assert.deepEqual(rows(), []);
});

test('a call that was answered meanwhile is there at once', async () => {
  const { made, answers } = open();
  await settled();
  answers['tool.ledger'] = { calls: [{ ...CALL, decided: 'denied', outcome: 'permission_denied' }, CALL] };
  made.callsChanged();
  await settled();
  assert.equal(rows().length, 2);
  assert.match(rows()[0], /denied/);
});

test('who is asked about clearing, or is at a grant, keeps a place when it is read again', async () => {
  const grant = { connection: 'local', tool: 'copy_text', sentence: 'Copy', touches: [], lasts: 'session' };
  const connections = { connections: [{ id: 'local', label: 'Here', microphone: 'ask' }] };
  const { made } = open({ 'tool.grants': { grants: [grant] }, 'connection.list': connections });
  await settled();
  click(buttonOf('Clear'));
  made.callsChanged();
  await settled();
  assert.equal(document.activeElement, buttonOf('Keep'));
  buttonOf('Take back').focus();
  made.callsChanged();
  await settled();
  assert.equal(document.activeElement.getAttribute('id'), 'grants-title');
});

test('a way of deciding that is new here is said in plain words, and repeats are counted', async () => {
  open({ 'tool.ledger': { calls: [{ ...CALL, decided: 'some_new_way', outcome: 'permission_denied', times: 12 }] } });
  await settled();
  assert.match(rows()[0], /some new way/);
  assert.match(rows()[0], /× 12/);
  assert.doesNotMatch(rows()[0], /did not allow/);
  assert.equal(text('shell.permissions.times', { count: 12 }), '× 12');
});
