// The sheet of diagnostics: what it asks before it acts, and what is to be seen of it.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { AppState } from '../../../assets/shell/app_state.js';
import { CheckList } from '../../../assets/shell/check_list.js';
import { connectionTrial } from '../../../assets/shell/connection_trial.js';
import { panel } from '../../../assets/shell/diagnostics_panel.js';
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

test('what the test found is copied from there, and handed on to be copied with the rest', async (t) => {
  const copied = [];
  const clipboard = { writeText: async (words) => void copied.push(words) };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator') ?? { value: undefined };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { clipboard } });
  t.after(() => Object.defineProperty(globalThis, 'navigator', { configurable: true, ...before }));
  const found = [];
  place((context, back) => connectionTrial(context, back, (markdown) => found.push(markdown)), {
    'diagnostics.reach': { connections: REACHED },
    'diagnostics.run': { report: { checks: [], groups: [] }, markdown: '### all of it' },
  });
  await settled();
  assert.equal(named('shell.diagnostics.copy'), undefined);
  click(named('shell.trial.begin'));
  await settled();
  assert.deepEqual(found, ['### all of it']);
  click(named('shell.diagnostics.copy'));
  await settled();
  assert.deepEqual(copied, ['### all of it']);
  assert.match(body.words, /shell\.diagnostics\.copied/);
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

for (const step of ['start_again', 'safe_mode', 'web_data', 'window', 'settings', 'keys']) {
  test(`the step ${step} is asked about again, and a press meant for the first question is no answer`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const made = place(resetLadder, { 'diagnostics.reset': { restart: true } });
    const name = `shell.reset.do_${step}`;
    click(named(name));
    assert.equal(document.activeElement, named('shell.reset.leave'));
    click(named(name));
    assert.deepEqual(made.calls, []);
    t.mock.timers.tick(500);
    click(named(name));
    await settled();
    assert.deepEqual(made.calls, [['diagnostics.reset', { step }]]);
    assert.match(body.words, /shell\.reset\.done_restart/);
  });
}

test('a step can be left, and one that cannot be done says why', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const made = place(resetLadder, { 'diagnostics.reset': refuse });
  click(named('shell.reset.do_keys'));
  click(named('shell.reset.leave'));
  assert.deepEqual(made.calls, []);
  assert.equal(document.activeElement, named('shell.reset.do_keys'));
  click(named('shell.reset.do_keys'));
  t.mock.timers.tick(500);
  click(named('shell.reset.do_keys'));
  await settled();
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

test('another connection ends what is known of the one before: its page is left, and all is looked at anew', async () => {
  let shown;
  const made = place((context) => (shown = panel(context)).content, {
    'diagnostics.reach': { connections: REACHED },
    'diagnostics.run': ({ online }) => ({ report: { checks: [], groups: [] }, markdown: online ? 'tested' : 'looked' }),
  });
  const looked = () => made.calls.filter(([name, { online }]) => name === 'diagnostics.run' && !online).length;
  await settled();
  click(named('shell.diagnostics.open'));
  await settled();
  click(named('shell.trial.begin'));
  await settled();
  assert.ok(named('shell.trial.again'));
  assert.equal(looked(), 1);
  made.state.set({ connectionId: 'another' });
  await settled();
  assert.equal(named('shell.trial.again'), undefined);
  assert.match(body.words, /shell\.diagnostics\.nothing/);
  assert.equal(looked(), 2);
  shown.closed();
});

test('the keyboard stays where all is looked at anew, and a second press is none', async () => {
  let answer;
  const check = { id: 'app-01', group: 'program', title: 'Version', state: 'pass', summary: 'Fine.', detail: '' };
  const report = { groups: [{ id: 'program', title: '' }], checks: [{ ...check, remedy: null, explained_by: [] }] };
  const found = { report, markdown: 'looked' };
  const made = place((context) => panel(context).content, {
    'diagnostics.run': ({ ids }) => (ids.length > 0 ? found : new Promise((resolve) => (answer = resolve))),
  });
  answer(found);
  await settled();
  const again = named('shell.diagnostics.again');
  again.focus();
  click(again);
  click(again);
  assert.ok(!again.disabled);
  assert.equal(again.attributes.get('aria-disabled'), 'true');
  assert.equal(made.calls.length, 2);
  answer(found);
  await settled();
  assert.ok(!again.attributes.has('aria-disabled'));
});

const REPORT = {
  groups: [
    { id: 'program', title: 'The program' },
    { id: 'administrator', title: 'For an administrator' },
    { id: 'connection', title: 'Connections' },
  ],
  checks: [
    { id: 'app-01', group: 'program', title: 'Version', state: 'pass', summary: 'Fine.' },
    { id: 'adm-01', group: 'administrator', title: 'Keys', state: 'warn', summary: 'Handed out.' },
    { id: 'net-01', group: 'connection', title: 'Proxy', state: 'fail', summary: 'None.' },
    { id: 'net-02', group: 'connection', title: 'Authorities', state: 'pass', summary: 'Known.' },
  ].map((check) => ({ detail: '', remedy: null, explained_by: [], ...check })),
};

test('groups have headings, those with a problem first, and what is for an administrator last and folded', () => {
  const list = new CheckList({ open: () => undefined }, async () => []);
  list.draw(REPORT);
  body.append(list.root);
  const headings = body.find(({ tag }) => tag === 'h3').map(({ words }) => words.trim());
  assert.deepEqual(headings, ['Connections', 'The program', 'For an administrator']);
  assert.deepEqual(list.root.children.map(({ tag }) => tag), ['section', 'section', 'details']);
  assert.ok(!list.root.children[2].attributes.has('open'));
  assert.deepEqual(body.find(({ tag }) => tag === 'h4').map(({ words }) => words.trim()), ['Proxy', 'Keys']);
  list.draw({ groups: REPORT.groups.slice(0, 1), checks: REPORT.checks.slice(0, 1) });
  assert.equal(body.find(({ tag }) => tag === 'h3').length, 0);
});

test('what was left out is not called fine', () => {
  const list = new CheckList({ open: () => undefined }, async () => []);
  const drawn = (...states) => {
    const [one] = REPORT.checks;
    list.draw({ groups: REPORT.groups, checks: states.map((state, number) => ({ ...one, id: `app-${number}`, state })) });
    return list.root.find(({ tag }) => tag === 'summary')[0].words;
  };
  assert.match(drawn('pass', 'skip'), /shell\.diagnostics\.pass .*shell\.diagnostics\.count_skip_one/);
  assert.doesNotMatch(drawn('skip', 'skip'), /shell\.diagnostics\.pass/);
  assert.match(drawn('skip'), /shell\.diagnostics\.skip/);
  assert.doesNotMatch(drawn('pass'), /skip/);
});

test('what explains a failure is named by title, and what no check here knows is left to the test', () => {
  let tested = 0;
  const list = new CheckList({ open: () => undefined }, async () => [], () => (tested += 1));
  const failure = { id: 'log-02', group: 'program', title: 'Lately', state: 'warn', summary: 'It failed.' };
  const drawn = (explained_by) =>
    list.draw({ ...REPORT, checks: [...REPORT.checks, { detail: '', remedy: null, ...failure, explained_by }] });
  body.append(list.root);
  drawn(['net-01', 'net-02']);
  assert.match(body.words, /shell\.diagnostics\.explained .*Proxy.*Authorities/);
  assert.ok(named('Proxy') && named('Authorities'));
  assert.equal(named('shell.trial.title'), undefined);
  drawn(['net-05']);
  assert.match(body.words, /shell\.diagnostics\.explained_elsewhere/);
  click(named('shell.trial.title'));
  assert.equal(tested, 1);
});

test('a run that finds nothing, or cannot be made, is no empty sheet', () => {
  const list = new CheckList({ open: () => undefined }, async () => []);
  list.wait();
  list.draw({ checks: [], groups: [] });
  assert.equal(list.summary.words, 'shell.diagnostics.nothing');
  list.fail(Object.assign(new Error('no'), { code: 'busy', message: 'Busy.', hint: 'Wait.' }));
  assert.equal(`${list.summary.words} ${list.root.words}`, 'Busy. Wait.');
});
