// The sheet of diagnostics: what it asks before it acts, and what is to be seen of it.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { AppState } from '../../../assets/shell/app_state.js';
import { CheckList } from '../../../assets/shell/check_list.js';
import { connectionTrial } from '../../../assets/shell/connection_trial.js';
import { reachPage } from '../../../assets/shell/reach_list.js';
import { followRecording, recordRow } from '../../../assets/shell/recording.js';
import { reportPreview } from '../../../assets/shell/report_preview.js';
import { resetLadder } from '../../../assets/shell/reset_ladder.js';
import { useCatalogue } from '../../../assets/shell/strings.js';
import { click, useDialogs } from './fake_dialogs.mjs';

const HOST = { host: 'api.openai.com', why: 'Opens the session.', when: 'At each start.', tested: true };
const FRAME = { host: 'files.openai.com', why: 'Pictures.', when: 'When there are some.', tested: false };
const REACHED = [
  { label: 'This computer', selected: false, hosts: [] },
  { label: 'Trip agent', selected: true, hosts: [HOST, FRAME] },
];
const PARTS = [
  { name: 'manifest.json', title: 'Manifest', size_bytes: 10, text: '{}' },
  { name: 'report.txt', title: 'The report', size_bytes: 1500, text: 'All is well' },
];

let body;

beforeEach(() => {
  body = useDialogs();
  useCatalogue({ 'shell.trial.progress': '{done} of {total}: {title}', 'shell.record.until': 'Until {time}' });
});

const settled = () => new Promise(setImmediate);
const named = (words) => body.find(({ tag, words: own }) => tag === 'button' && own.trim() === words)[0];

/** Put nodes on a page that asks Python; `answers` are values, errors, or what makes them. */
function place(make, answers = {}) {
  const made = { calls: [], hearing: new Map(), left: 0, state: new AppState({ locale: 'en' }) };
  const bridge = {
    call: async (name, args) => {
      made.calls.push([name, args]);
      const answer = answers[name];
      return typeof answer === 'function' ? answer(args) : answer;
    },
    on: (name, hear) => {
      made.hearing.set(name, hear);
      return () => made.hearing.delete(name);
    },
  };
  const context = { bridge, state: made.state, strip: {}, open: () => undefined };
  body.append(...make(context, () => (made.left += 1)));
  return made;
}

const refuse = () => {
  throw Object.assign(new Error('no'), { code: 'cannot_write', message: 'It cannot be written.', hint: 'Make room.' });
};

test('the test of the connection names its hosts, and sends nothing before it is wanted', async () => {
  const made = place(connectionTrial, { 'diagnostics.reach': { connections: REACHED } });
  await settled();
  assert.match(body.words, /api\.openai\.com/);
  assert.doesNotMatch(body.words, /files\.openai\.com/);
  assert.deepEqual(made.calls, [['diagnostics.reach', {}]]);
  click(named('shell.trial.not_now'));
  assert.equal(made.left, 1);
  assert.equal(made.calls.length, 1);
});

test('its progress is told while it runs, and it can be left', async () => {
  const made = place(connectionTrial, {
    'diagnostics.reach': { connections: REACHED },
    'diagnostics.run': () => new Promise(() => undefined),
  });
  await settled();
  click(named('shell.trial.begin'));
  assert.deepEqual(made.calls.at(-1), ['diagnostics.run', { ids: [], online: true }]);
  assert.equal(document.activeElement, named('shell.trial.leave'));
  made.hearing.get('diagnostics.progress')({ done: 1, total: 4, title: 'Name' });
  assert.match(body.words, /1 of 4: Name/);
  click(named('shell.trial.leave'));
  assert.equal(made.left, 1);
  assert.equal(made.hearing.size, 0);
});

test('a test that fails says so, and can be begun again', async () => {
  place(connectionTrial, { 'diagnostics.reach': { connections: REACHED }, 'diagnostics.run': refuse });
  await settled();
  click(named('shell.trial.begin'));
  await settled();
  assert.match(body.words, /It cannot be written\. Make room\./);
  assert.equal(document.activeElement, named('shell.trial.again'));
});

test('what leaves is told of each connection, the one in use first, with all its hosts', async () => {
  place(reachPage, { 'diagnostics.reach': { connections: REACHED } });
  await settled();
  assert.match(body.words, /Trip agent.*api\.openai\.com.*files\.openai\.com.*This computer.*shell\.reach\.none/);
});

test('the parts that are ticked are saved, and the manifest with them', async () => {
  const made = place(reportPreview, { 'diagnostics.preview': { parts: PARTS }, 'diagnostics.save': { saved: 'a.zip' } });
  assert.equal(named('shell.bundle.save').attributes.get('disabled'), '');
  await settled();
  const [manifest, report] = body.find(({ tag }) => tag === 'input');
  assert.equal(manifest.attributes.get('disabled'), '');
  manifest.checked = true;
  report.checked = false;
  click(named('shell.bundle.save'));
  await settled();
  assert.deepEqual(made.calls.at(-1), ['diagnostics.save', { parts: ['manifest.json'] }]);
  assert.match(body.words, /shell\.bundle\.saved/);
});

test('a report that cannot be had, or not be saved, says why', async () => {
  place(reportPreview, { 'diagnostics.preview': refuse });
  await settled();
  assert.match(body.words, /Make room/);
  body = useDialogs();
  place(reportPreview, { 'diagnostics.preview': { parts: PARTS }, 'diagnostics.save': refuse });
  await settled();
  click(named('shell.bundle.save'));
  await settled();
  assert.match(body.words, /Make room/);
});

test('a step that loses something is asked about again, and a press meant for the first question is no answer', async ({
  mock,
}) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const made = place(resetLadder, { 'diagnostics.reset': { restart: true } });
  click(named('shell.reset.do_settings'));
  assert.equal(document.activeElement, named('shell.reset.leave'));
  click(named('shell.reset.do_settings'));
  assert.deepEqual(made.calls, []);
  mock.timers.tick(500);
  click(named('shell.reset.do_settings'));
  await settled();
  assert.deepEqual(made.calls, [['diagnostics.reset', { step: 'settings' }]]);
  assert.match(body.words, /shell\.reset\.done_restart/);
});

test('a step can be left, and a mild one goes at once', async () => {
  const made = place(resetLadder, { 'diagnostics.reset': refuse });
  click(named('shell.reset.do_keys'));
  click(named('shell.reset.leave'));
  assert.deepEqual(made.calls, []);
  assert.equal(document.activeElement, named('shell.reset.do_keys'));
  click(named('shell.reset.do_safe_mode'));
  await settled();
  assert.deepEqual(made.calls, [['diagnostics.reset', { step: 'safe_mode' }]]);
  assert.match(body.words, /Make room/);
});

test('a recording is to be seen until it ends, and each place can stop it', async () => {
  const made = place((context) => {
    const banner = document.createElement('div');
    followRecording(banner, context);
    return [banner, recordRow(context).root];
  }, { 'diagnostics.record': ({ on }) => ({ until_utc: on ? 600 : null }) });
  assert.doesNotMatch(body.words, /Until/);
  click(named('shell.record.start'));
  await settled();
  assert.equal(body.words.match(/Until/g).length, 2);
  assert.equal(named('shell.record.start'), undefined);
  click(named('shell.record.stop'));
  await settled();
  assert.doesNotMatch(body.words, /Until/);
  assert.deepEqual(made.calls.map(([, { on }]) => on), [true, false]);
});

test('a run that finds nothing, or cannot be made, is no empty sheet', () => {
  const list = new CheckList({ open: () => undefined }, async () => []);
  list.wait();
  list.draw([]);
  assert.equal(list.summary.words, 'shell.diagnostics.nothing');
  list.fail(Object.assign(new Error('no'), { code: 'busy', message: 'Busy.', hint: 'Wait.' }));
  assert.equal(`${list.summary.words} ${list.root.words}`, 'Busy. Wait.');
});
