// The small pure parts: allowance, drafts, words, menu keys, theme choice, the facts of a prompt, addresses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance } from '../../../assets/shell/allowance.js';
import { chatAddress } from '../../../assets/shell/chat_frame.js';
import { summaryOf } from '../../../assets/shell/check_list.js';
import { DraftKeeper, inParts } from '../../../assets/shell/draft_keeper.js';
import { rowAfterKey } from '../../../assets/shell/menu.js';
import { personActed } from '../../../assets/shell/gesture.js';
import { OnDemand } from '../../../assets/shell/on_demand.js';
import { recovered, wordsFor } from '../../../assets/shell/problem_strip.js';
import { text, textFor, useCatalogue } from '../../../assets/shell/strings.js';
import { nextChoice } from '../../../assets/shell/theme.js';
import { ToolPrompt, factsOf } from '../../../assets/shell/tool_prompt.js';

test('an allowance gives so much in a span and then again', () => {
  let now = 0;
  const allowance = new Allowance(3, 60_000, () => now);
  assert.deepEqual(
    [1, 2, 3, 4].map(() => allowance.take()),
    [true, true, true, false],
  );
  now = 59_999;
  assert.equal(allowance.take(), false);
  now = 60_000;
  assert.equal(allowance.take(), true);
  allowance.refill();
  assert.deepEqual(
    [1, 2, 3, 4].map(() => allowance.take()),
    [true, true, true, false],
  );
});

test('drafts go one after the other, the last always, the overtaken never', async () => {
  const sent = [];
  const release = [];
  const keeper = new DraftKeeper(({ text }) => {
    sent.push(text);
    return new Promise((resolve, reject) => release.push(text === 'b' ? reject : resolve));
  }, () => undefined);
  for (const word of ['a', 'ab', 'abc', 'b']) keeper.keep({ text: word, thread_id: null });
  assert.deepEqual(sent, ['a']);
  release.shift()();
  await new Promise(setImmediate);
  assert.deepEqual(sent, ['a', 'b']);
  release.shift()(new Error('refused'));
  await new Promise(setImmediate);
  keeper.keep({ text: 'after a refusal', thread_id: null });
  assert.deepEqual(sent, ['a', 'b', 'after a refusal']);
});

test('a draft that one message cannot hold goes in parts, which are whole characters and as few as can be', async () => {
  assert.deepEqual(inParts(''), ['']);
  assert.deepEqual(inParts('\ud83d'), ['\ud83d']);
  assert.deepEqual(inParts('a'.repeat(59_998)), ['a'.repeat(59_998)]);
  for (const letter of ['a', '\u4e2d', '\n', '\u{1f600}', '"', '\u0001']) {
    const text = letter.repeat(1_000_000 / letter.length);
    const parts = inParts(text);
    const sizes = parts.map((part) => new TextEncoder().encode(JSON.stringify(part)).length);
    assert.equal(parts.join(''), text);
    assert.ok(parts.length <= 128);
    assert.ok(sizes.every((bytes, index) => bytes <= 60_000 && (bytes > 59_900 || index === sizes.length - 1)));
    assert.ok(parts.every((part) => part.isWellFormed()));
  }
});

test('the parts of a draft leave in order, and a newer draft waits for the last of them', async () => {
  const sent = [];
  const keeper = new DraftKeeper(async (part) => sent.push(part), () => assert.fail());
  const long = '\u4e2d'.repeat(30_000);
  keeper.keep({ text: long, thread_id: 'thr_1' });
  keeper.keep({ text: 'short', thread_id: null });
  await new Promise(setImmediate);
  assert.deepEqual(
    sent.map(({ part, parts, thread_id }) => [part, parts, thread_id]),
    [[1, 2, 'thr_1'], [2, 2, 'thr_1'], [1, 1, null]],
  );
  assert.equal(sent[0].text + sent[1].text, long);
});

test('drafts that are refused are told of once, until one is kept again', async () => {
  const heard = [];
  let refuse = true;
  const send = ({ text }) => (refuse ? Promise.reject(new Error(text)) : Promise.resolve());
  const keeper = new DraftKeeper(send, (error) => heard.push(error.message));
  const keep = async (text) => {
    keeper.keep({ text, thread_id: null });
    await new Promise(setImmediate);
  };
  await keep('long');
  await keep('longer');
  refuse = false;
  await keep('short');
  refuse = true;
  await keep('long again');
  assert.deepEqual(heard, ['long', 'long again']);
});

test('what is fetched on demand is fetched once, and again after it could not be had', async () => {
  let loads = 0;
  const parts = new OnDemand(async () => {
    loads += 1;
    if (loads === 1) throw new TypeError('no such module');
    return { loads };
  });
  await assert.rejects(Promise.all([parts.get(), parts.get()]), TypeError);
  assert.equal(loads, 1);
  assert.deepEqual(await Promise.all([parts.get(), parts.get()]), [{ loads: 2 }, { loads: 2 }]);
  assert.equal(loads, 2);
});

test('a question that cannot be shown is answered with no, and the next one comes', () => {
  const decided = [];
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  globalThis.document = {
    createElement: () => {
      throw new Error('no page');
    },
  };
  const prompt = new ToolPrompt({ decide: (id, decision) => decided.push([id, decision]) });
  const question = { tool: 'x', sentence: 'May I?', arguments: {}, touches: [], connection: 'Guide' };
  for (const request_id of ['a', 'b']) prompt.ask({ ...question, request_id });
  assert.deepEqual(decided, [
    ['a', 'deny'],
    ['b', 'deny'],
  ]);
  assert.deepEqual(reported, ['no page', 'no page']);
});

test('a page knows who pressed something, but for one engine, for which Python says it', async ({ mock }) => {
  const asked = [];
  const answers = { seen: async () => ({}), unseen: () => Promise.reject(new Error('not_pressed')) };
  const ask = async (browser, isActive, answer) => {
    mock.getter(globalThis, 'navigator', () => ({ userAgent: browser, userActivation: { isActive } }));
    return personActed({ call: (name) => (asked.push(name), answers[answer]()) });
  };
  const chromium = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
  const gtk = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';
  assert.deepEqual([await ask(chromium, true, 'unseen'), await ask(chromium, false, 'seen')], [true, false]);
  assert.deepEqual(asked, []);
  assert.deepEqual([await ask(gtk, true, 'unseen'), await ask(gtk, false, 'seen')], [false, true]);
  assert.deepEqual(asked, ['press.confirm', 'press.confirm']);
});

test('words are filled in; what is missing shows itself', () => {
  useCatalogue({ 'a.greeting': 'Hello {name}, {name} of {place}', 'a.light.ready': 'Ready' });
  assert.equal(text('a.greeting', { name: 'Ada' }), 'Hello Ada, Ada of {place}');
  assert.equal(text('a.greeting', { name: '{place}', place: 'x' }), 'Hello {place}, {place} of x');
  assert.equal(text('a.missing'), 'a.missing');
  assert.equal(text('constructor'), 'constructor');
  assert.equal(textFor('a.light', 'ready', 'other'), 'Ready');
  assert.equal(textFor('a.light', 'new', 'other'), 'other');
});

test('keys move through a menu as they do everywhere', () => {
  const names = ['Settings', 'Diagnostics', 'Shortcuts', 'About'];
  assert.equal(rowAfterKey(names, 3, 'ArrowDown'), 0);
  assert.equal(rowAfterKey(names, 0, 'ArrowUp'), 3);
  assert.equal(rowAfterKey(names, 2, 'Home'), 0);
  assert.equal(rowAfterKey(names, 0, 'End'), 3);
  assert.equal(rowAfterKey(names, 0, 's'), 2);
  assert.equal(rowAfterKey(names, 2, 'S'), 0);
  assert.equal(rowAfterKey(names, 1, 'd'), 1);
  for (const key of ['x', ' ', 'Enter', 'ArrowLeft']) assert.equal(rowAfterKey(names, 0, key), null);
});

test('the theme button goes round all choices', () => {
  assert.deepEqual(['light', 'dark', 'system'].map(nextChoice), ['dark', 'system', 'light']);
});

test('a prompt shows what matters in words, and nothing that says nothing', () => {
  useCatalogue({
    'shell.prompt.yes': 'Yes',
    'shell.prompt.no': 'No',
    'shell.prompt.more': 'and {count} more',
    'shell.prompt.size': '{count} in all',
    'shell.argument.multiple': 'Several files',
  });
  const values = {
    multiple: true,
    types: ['pdf', 'csv'],
    quiet: false,
    none: [],
    name_of: 'a'.repeat(500),
    deep: {},
    n: 3,
  };
  assert.deepEqual(factsOf(values), [
    ['Several files', 'Yes'],
    ['types', 'pdf, csv'],
    ['quiet', 'No'],
    ['name of', `${'a'.repeat(200)}…\n500 in all`],
    ['…', 'and 2 more'],
  ]);
  assert.deepEqual(factsOf({ text: '1\n2\n3\n4\n5' }), [['text', '1\n2\n3\n4…\n9 in all']]);
});

test('the chat document is found from the shell, on the other host', () => {
  const address = chatAddress({ port: '4711', pathname: '/s3cret/shell/index.html' });
  assert.deepEqual(address, { origin: 'http://localhost:4711', url: 'http://localhost:4711/s3cret/chat/builtin.html' });
  const official = chatAddress({ port: '4711', pathname: '/s3cret/shell/index.html' }, 'official');
  assert.equal(official.url, 'http://localhost:4711/s3cret/chat/official.html');
});

test('an error is shown in the words of Python, and never in those of the engine', () => {
  useCatalogue({ 'shell.problem.unknown': 'Something went wrong.' });
  const known = { code: 'busy', message: 'Busy.', hint: 'Later.', retryable: true };
  assert.deepEqual(wordsFor(known), { sentence: 'Busy.', hint: 'Later.' });
  for (const error of [new TypeError('x is undefined'), null, undefined, 'text', { message: 'no code' }]) {
    assert.deepEqual(wordsFor(error), { sentence: 'Something went wrong.', hint: '' });
  }
});

test('a page that was opened again says why, when Python knows, and that nothing is lost', () => {
  useCatalogue({ 'shell.problem.recovered': 'Still here.', 'shell.problem.reopened': 'It stopped.' });
  const words = ({ id, kind, sentence, hint, canClose }) => [id, kind, sentence, hint, canClose];
  assert.deepEqual(words(recovered('It ran away.')), ['recovered', 'info', 'It ran away.', 'Still here.', true]);
  assert.deepEqual(words(recovered()), ['recovered', 'info', 'It stopped.', 'Still here.', true]);
  assert.deepEqual(words(recovered('')), words(recovered()));
});

test('a report is summed up without what there is none of', () => {
  const words = { 'shell.diagnostics.between': ' · ', 'shell.diagnostics.count_pass_many': '{count} fine' };
  useCatalogue({ ...words, 'shell.diagnostics.count_fail_one': '{count} problem' });
  assert.equal(summaryOf(['pass', 'fail', 'pass'].map((state) => ({ state }))), '2 fine · 1 problem');
  assert.equal(summaryOf([]), '');
});
