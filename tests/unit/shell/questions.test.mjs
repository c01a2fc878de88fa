// The shell's two questions: who has the keyboard, what is shown, and how many links leave.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { LinkOpener } from '../../../assets/shell/link_prompt.js';
import { useCatalogue } from '../../../assets/shell/strings.js';
import { Sheets } from '../../../assets/shell/sheets.js';
import { ToolPrompt } from '../../../assets/shell/tool_prompt.js';
import { buttonOf, click, type, useDialogs } from './fake_dialogs.mjs';

const QUESTION = {
  request_id: 'r1',
  tool: 'pick_files',
  sentence: 'Let it choose files',
  arguments: {},
  shown: {},
  touches: ['reads'],
  goes_to: 'nowhere',
  connection: 'Guide',
  choices: ['once', 'session', 'always', 'deny'],
};

let body;

beforeEach(() => {
  body = useDialogs();
  useCatalogue({
    'shell.prompt.deny': 'Deny',
    'shell.prompt.once': 'Allow once',
    'shell.prompt.longer': 'Allow for longer',
    'shell.prompt.session': 'For this session',
    'shell.prompt.always': 'Always',
    'shell.prompt.goes_to': 'Goes to {where}',
    'shell.prompt.leaves': 'Sends out',
    'shell.prompt.typed': 'Went nowhere',
    'shell.prompt.writes': 'Changes something',
    'shell.prompt.size': '{count} in all',
    'shell.prompt.who': 'Asked by {agent}',
    'shell.link.cancel': 'Cancel',
    'shell.link.many': 'One after the other.',
    'shell.link.open': 'Open',
    'shell.link.remember': 'From now on {host} is opened.',
    'shell.link.title': 'Open {host}?',
  });
});

const settled = () => new Promise(setImmediate);

function startPrompt(acted = true) {
  const decided = [];
  const decide = (id, decision) => decided.push([id, decision]);
  return { decided, prompt: new ToolPrompt({ decide, acted: async () => acted }) };
}

test('the keyboard is at Deny, whatever the tool touches', () => {
  for (const touches of [[], ['reads'], ['writes']]) {
    body = useDialogs();
    startPrompt().prompt.ask({ ...QUESTION, touches });
    assert.equal(document.activeElement, buttonOf('Deny'));
  }
});

test('ordinary typing allows nothing; a click does; Escape denies at once', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { prompt, decided } = startPrompt();
  prompt.ask(QUESTION);
  prompt.ask({ ...QUESTION, request_id: 'r2' });
  type('a', ' ', 'Enter');
  for (let count = 0; count < 3; count += 1) {
    mock.timers.tick(400);
    type('b', ' ', 'Enter');
  }
  assert.deepEqual(decided, []);
  mock.timers.tick(500);
  click(buttonOf('Allow once'));
  await settled();
  assert.deepEqual(decided, [['r1', 'once']]);
  // The engine answers Escape by closing the dialog.
  body.children[0].close();
  assert.deepEqual(decided.at(-1), ['r2', 'deny']);
});

test('what no person pressed allows nothing, and no answer counts for another question', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { prompt, decided } = startPrompt(false);
  prompt.ask(QUESTION);
  mock.timers.tick(500);
  click(buttonOf('Allow once'));
  await settled();
  assert.deepEqual(decided, []);
  const late = startPrompt();
  late.prompt.ask({ ...QUESTION, request_id: 'r3' });
  late.prompt.ask({ ...QUESTION, request_id: 'r4' });
  mock.timers.tick(500);
  click(document.body.find(({ words, tag }) => tag === 'button' && words === 'Allow once').at(-1));
  late.prompt.settle('r3');
  await settled();
  assert.deepEqual(late.decided, []);
});

for (const [words, decision] of [
  ['For this session', 'session'],
  ['Always', 'always'],
]) {
  test(`an answer that lasts is two presses, the second not too early: ${decision}`, async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { prompt, decided } = startPrompt();
    prompt.ask(QUESTION);
    assert.equal(buttonOf(words), undefined);
    mock.timers.tick(500);
    click(buttonOf('Allow for longer'));
    assert.equal(buttonOf('Allow for longer').getAttribute('aria-expanded'), 'true');
    click(buttonOf('Allow for longer'));
    click(buttonOf(words));
    await settled();
    assert.deepEqual(decided, []);
    mock.timers.tick(500);
    click(buttonOf(words));
    await settled();
    assert.deepEqual(decided, [['r1', decision]]);
  });
}

test('only what Python offers is offered', () => {
  const { prompt } = startPrompt();
  prompt.ask({ ...QUESTION, choices: ['once', 'session', 'deny'] });
  click(buttonOf('Allow for longer'));
  assert.notEqual(buttonOf('For this session'), undefined);
  assert.equal(buttonOf('Always'), undefined);
  body = useDialogs();
  startPrompt().prompt.ask({ ...QUESTION, choices: ['once', 'deny'] });
  assert.equal(buttonOf('Allow for longer'), undefined);
  assert.notEqual(buttonOf('Allow once'), undefined);
});

test('what leaves or changes something is said; a handle is shown by its name, and exactly below', () => {
  const toSite = { arguments: { url: 'https://shop.example/a' } };
  for (const [touches, goes_to, said, more] of [
    [['reads'], 'nowhere', /^(?!.*(Sends out|Goes to|Changes something))/],
    [['writes'], 'nowhere', /Changes something/],
    [['leaves', 'reads'], 'nowhere', /^(?!.*(Sends out|Goes to))/],
    [['leaves', 'reads'], 'agent', /Goes to Guide/],
    [['leaves'], 'elsewhere', /Sends out/],
    [['leaves'], 'elsewhere', /Goes to shop\.example/, toSite],
  ]) {
    body = useDialogs();
    startPrompt().prompt.ask({ ...QUESTION, touches, goes_to, ...more });
    assert.match(body.words, said);
  }
  body = useDialogs();
  startPrompt().prompt.ask({ ...QUESTION, arguments: { handle: 'h4ndle' }, shown: { handle: 'notes.txt' } });
  const values = document.body.find(({ tag }) => tag === 'dd').map((each) => each.words);
  assert.deepEqual(values, ['notes.txt', 'pick_files', 'h4ndle']);
});

test('an address is shown whole, its host first, whatever argument it is', () => {
  const url = `https://SHOP.example/${'a'.repeat(1_500)}?secret=end`;
  startPrompt().prompt.ask({ ...QUESTION, arguments: { url, text: `see ${url}` } });
  const facts = document.body.find(({ attributes }) => attributes.get('id') === 'prompt-facts')[0];
  const [address, text] = facts.find(({ tag }) => tag === 'dd');
  assert.deepEqual(address.children.map(({ tag }) => tag), ['strong', 'p']);
  assert.equal(address.words, `shop.example ${new URL(url).href}`);
  assert.match(text.words, /in all$/);
});

test('letters that meet the question are said to go nowhere, once it stands', () => {
  const { prompt } = startPrompt();
  prompt.ask(QUESTION);
  type(' ', 'Tab', 'Shift');
  assert.doesNotMatch(body.words, /Went nowhere/);
  type('a');
  assert.match(body.words, /Went nowhere/);
  prompt.ask({ ...QUESTION, request_id: 'r2' });
  body.children[0].close();
  assert.doesNotMatch(body.words, /Went nowhere/);
});

test('where the keyboard is can be seen, whatever answered the question before', () => {
  startPrompt().prompt.ask(QUESTION);
  assert.match(document.activeElement.getAttribute('class'), /shows-focus/);
});

test('nothing in a question about a tool hides or turns round', () => {
  startPrompt().prompt.ask({
    ...QUESTION,
    tool: 'pick\u2066_files',
    sentence: 'Let it\u202E choose',
    arguments: { 'na\u200Bme': 'a\u202Eb', list: ['c\u2067d'] },
    connection: 'Gui\u200Fde',
  });
  assert.doesNotMatch(body.words, /[\p{Cf}]/u);
  for (const code of ['202E', '200B', '2067', '2066', '200F'])
    assert.match(body.words, new RegExp(`\\[U\\+${code}\\]`));
});

/** A link opener with a clock of its own, and a Python that has agreed to `known.example`. */
function startLinks() {
  const sent = [];
  const notes = [];
  const clock = { now: 0 };
  const call = async (name, args) => {
    if (name === 'log.note') return void notes.push(args.message);
    sent.push([args.url, args.confirmed]);
    const { host, pathname } = new URL(args.url);
    return { outcome: args.confirmed || host === 'known.example' ? 'opened' : 'ask', host: host || pathname };
  };
  const strip = { showError: (_id, error) => assert.fail(error) };
  return { sent, notes, clock, links: new LinkOpener({ bridge: { call }, strip, now: () => clock.now }) };
}

test('one press opens one link; the next one is asked about, and the others are dropped', async () => {
  const { links, sent, notes } = startLinks();
  await links.open('https://known.example/0', true);
  for (let count = 1; count < 27; count += 1) void links.open(`https://known.example/${count}`, true);
  await settled();
  assert.deepEqual(sent, [['https://known.example/0', false]]);
  assert.equal(body.children.length, 1);
  assert.match(body.words, /Open known\.example\?.*https:\/\/known\.example\/1 /);
  assert.match(body.words, /One after the other\./);
  assert.ok(notes.length > 0 && notes.length < 25);
  assert.doesNotMatch(notes.join(), /known/);
});

test('all at once opens one as well', async () => {
  const { links, sent } = startLinks();
  for (let count = 0; count < 27; count += 1) void links.open(`https://known.example/${count}`, true);
  await settled();
  assert.deepEqual(sent, [['https://known.example/0', false]]);
  assert.equal(body.children.length, 0);
});

test('three in a minute open without a question, two seconds apart', async () => {
  const { links, sent, clock } = startLinks();
  for (clock.now of [0, 2_000, 4_000]) await links.open('https://known.example/', true);
  assert.equal(sent.length, 3);
  clock.now = 59_999;
  const asked = links.open('https://known.example/', true);
  assert.equal(sent.length, 3);
  body.children[0].close();
  await asked;
  assert.equal(sent.length, 3);
  clock.now = 60_000;
  await links.open('https://known.example/', true);
  assert.equal(sent.length, 4);
  clock.now = 61_999;
  void links.open('https://known.example/', true);
  assert.equal(sent.length, 4);
});

test('what Python asks about is no opening; a yes opens the link that was shown', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { links, sent } = startLinks();
  const url = `https://NEW.example/שלום?q=${'x'.repeat(1_500)}`;
  const shown = new URL(url).href;
  const asked = links.open(url, true);
  await settled();
  assert.match(body.words, /Open new\.example\?.*From now on new\.example is opened\./);
  assert.ok(body.words.includes(shown), 'the whole address');
  assert.doesNotMatch(body.words, /One after the other/);
  assert.equal(document.activeElement, buttonOf('Cancel'));
  mock.timers.tick(500);
  click(buttonOf('Open'));
  await asked;
  await links.open('https://known.example/', true);
  assert.deepEqual(sent, [
    [shown, false],
    [shown, true],
    ['https://known.example/', false],
  ]);
});

test('a mail address is not said to be remembered, and no address hides a character', async () => {
  const { links } = startLinks();
  void links.open('mailto:someone@new.example', true);
  await settled();
  assert.match(body.words, /Open someone@new\.example\?/);
  assert.doesNotMatch(body.words, /From now on/);
  body.children[0].close();
  await settled();
  void links.open('https://new.example/\u202Ea', true);
  await settled();
  assert.doesNotMatch(body.words, /\p{Cf}/u);
});

function startSheets(fetchModule) {
  const strip = { showError: (_id, error) => assert.fail(error) };
  const modules = fetchModule && { connections: fetchModule, settings: fetchModule, permissions: fetchModule };
  return new Sheets({ bridge: {}, state: { values: { productName: 'It', development: false } }, strip }, modules);
}

test('nothing is laid over a question: no sheet and no other question', async () => {
  const sheets = startSheets();
  startPrompt().prompt.ask(QUESTION);
  await sheets.show('shortcuts');
  const { links, sent, notes } = startLinks();
  void links.open('https://new.example/', true);
  await settled();
  assert.deepEqual([body.children.length, sent, notes.length], [1, [], 1]);
  body.children[0].close();
  await sheets.show('shortcuts');
  assert.equal(body.children.length, 1);
});

test('a sheet that holds something typed stays, but for what is pressed in it', async () => {
  const contexts = [];
  const panel = (context) => {
    contexts.push(context);
    return { content: [], holdsTyped: () => contexts.length === 1 };
  };
  const sheets = startSheets(async () => ({ panel }));
  await sheets.show('connections');
  await sheets.show('settings');
  assert.equal(contexts.length, 1);
  contexts[0].open('permissions');
  await settled();
  assert.equal(contexts.length, 2);
  await sheets.show('settings');
  assert.equal(contexts.length, 3);
});

test('nothing is opened or asked without a press', async () => {
  const { links, sent } = startLinks();
  await links.open('https://known.example/', false);
  assert.deepEqual([sent.length, body.children.length], [0, 0]);
});
