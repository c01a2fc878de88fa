// How a chat looks, from what is kept to what the chat document is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatOptions } from '../../../assets/chat/chat_options.js';
import { PLAIN_LOOK, lookParts, onlyLooksDiffer, parsedTheme } from '../../../assets/shell/chat_look.js';

const HANDLERS = { getClientSecret: async () => 'ek', onClientTool: async () => ({}), fetch };
const CONNECTION = {
  id: 'workflow-1',
  kind: 'workflow',
  label: 'Trips',
  agent_label: 'Trips',
  workflow_id: 'wf_1',
  url: '',
  domain_key: '',
  header_name: '',
  interface: 'automatic',
  chat: PLAIN_LOOK,
};

/** The options that a look comes to, as the official interface's document builds them. */
function options(look, isHosted = true) {
  const parts = lookParts({ ...PLAIN_LOOK, ...look }, isHosted);
  const accents = { light: '#111111', dark: '#eeeeee' };
  const configuration = { api: { kind: 'hosted' }, scheme: 'light', accents, locale: 'en', thread_id: null, ...parts };
  return chatOptions(configuration, HANDLERS);
}

test('where nothing is set, attachments and history are on and the rest is the interface’s own', () => {
  const { composer, history, header, startScreen, disclaimer, theme } = options({});
  assert.equal(composer.attachments.enabled, true);
  assert.equal(composer.attachments.maxSize, 10 * 1024 * 1024);
  assert.ok(composer.attachments.maxCount > 1);
  assert.deepEqual(Object.keys(composer.attachments.accept), ['image/*', 'application/pdf']);
  assert.equal(composer.dictation, undefined);
  assert.equal(history.enabled, true);
  assert.equal(header.enabled, false);
  assert.equal(startScreen, undefined);
  assert.equal(disclaimer, undefined);
  assert.deepEqual(theme.color, { accent: { primary: '#111111', level: 1 } });
});

test('what is set arrives, each value in its place', () => {
  const made = options({
    accent: '#2d8cff',
    radius: 'pill',
    density: 'compact',
    base_size: 17,
    placeholder: 'Ask',
    attachments: false,
    dictation: true,
    greeting: 'Hello',
    prompts: [{ label: 'Plan', prompt: 'Plan a trip' }],
    title: 'Trips',
    history: false,
    feedback: true,
    retry: true,
    disclaimer: 'May be wrong.',
  });
  assert.deepEqual(made.theme, {
    colorScheme: 'light',
    typography: { baseSize: 17 },
    radius: 'pill',
    density: 'compact',
    color: { accent: { primary: '#2d8cff', level: 1 } },
  });
  assert.deepEqual(made.composer, { placeholder: 'Ask', dictation: { enabled: true } });
  assert.deepEqual(made.startScreen, { greeting: 'Hello', prompts: [{ label: 'Plan', prompt: 'Plan a trip' }] });
  assert.deepEqual(made.header, { enabled: true, title: { text: 'Trips' } });
  assert.equal(made.history.enabled, false);
  assert.deepEqual(made.threadItemActions, { feedback: true, retry: true });
  assert.deepEqual(made.disclaimer, { text: 'May be wrong.' });
});

test('a pasted theme is worn, and what is set beside it comes first', () => {
  const theme = JSON.stringify({ theme: { radius: 'sharp', density: 'spacious', palette: { primary: '#00ff00' } } });
  const { radius, density } = options({ theme, radius: 'pill' }).theme;
  assert.deepEqual([radius, density], ['pill', 'spacious']);
  assert.equal(options({ theme: '{"palette": {"primary": "#00ff00"}}' }).theme.color.accent.primary, '#00ff00');
});

test('what is no theme is none', () => {
  for (const pasted of ['', 'x', '[]', '7', 'null', 'const a = {}']) assert.equal(parsedTheme(pasted), null);
  assert.deepEqual(parsedTheme('{"radius": "pill"}'), { radius: 'pill' });
});

test('a server of one’s own is sent no speech, and says itself which files it takes', () => {
  const { attachments, dictation } = options({ dictation: true }, false).composer;
  assert.equal(attachments.accept, undefined);
  assert.equal(dictation, undefined);
  assert.equal(options({ attachments: false }, false).composer, undefined);
});

test('a chat goes on under other looks, and not with another agent or session', () => {
  const looks = { ...CONNECTION, label: 'Journeys', chat: { ...PLAIN_LOOK, accent: '#fff', greeting: 'Hi' } };
  assert.ok(onlyLooksDiffer(CONNECTION, looks));
  for (const other of [
    { workflow_id: 'wf_2' },
    { url: 'https://other.example' },
    { interface: 'official' },
    { chat: { ...PLAIN_LOOK, attachments: false } },
    { chat: { ...PLAIN_LOOK, dictation: true } },
    { chat: { ...PLAIN_LOOK, history: false } },
  ]) {
    assert.ok(!onlyLooksDiffer(CONNECTION, { ...CONNECTION, ...other }), JSON.stringify(other));
  }
});
