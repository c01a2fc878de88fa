// The official interface's options: complete, mapped, and never with a field that the interface does not know.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chatOptions } from '../../../assets/chat/chat_options.js';
import { LOCALES, nearestLocale } from '../../../assets/chat/official_locale.js';

const TYPES = '../../../assets/element/node_modules/@openai/chatkit/types/index.d.ts';
const ROUNDS = 4_000;
const NOTHING = { api: { kind: 'hosted' }, scheme: 'light', thread_id: null };
const HANDLERS = {
  getClientSecret: async (current) => `after ${current}`,
  onClientTool: ({ name }) => ({ ran: name }),
  fetch: async () => 'fetched',
};

/** What may stand where: `1` is any plain value, `[x]` a list of x, `{'*': x}` a record of any names. */
const KNOWN = {
  api: { getClientSecret: 1, url: 1, domainKey: 1, fetch: 1, uploadStrategy: { type: 1, uploadUrl: 1 } },
  locale: 1,
  theme: {
    colorScheme: 1,
    radius: 1,
    density: 1,
    typography: {
      baseSize: 1,
      fontFamily: 1,
      fontFamilyMono: 1,
      fontSources: [{ family: 1, src: 1, weight: 1, style: 1, display: 1, unicodeRange: 1 }],
    },
    color: {
      grayscale: { hue: 1, tint: 1, shade: 1 },
      accent: { primary: 1, level: 1 },
      surface: { background: 1, foreground: 1 },
    },
  },
  frameTitle: 1,
  initialThread: 1,
  onClientTool: 1,
  header: { enabled: 1, title: { enabled: 1, text: 1 } },
  history: { enabled: 1, showDelete: 1, showRename: 1 },
  startScreen: { greeting: 1, prompts: [{ label: 1, prompt: 1, icon: 1 }] },
  threadItemActions: { feedback: 1, retry: 1 },
  composer: {
    placeholder: 1,
    attachments: { enabled: 1, maxSize: 1, maxCount: 1, accept: { '*': [1] } },
    dictation: { enabled: 1 },
  },
  disclaimer: { text: 1, highContrast: 1 },
  thread: { autoScroll: 1 },
};

/** The first place in `value` that `known` does not have, or that holds nothing. */
function odd(value, known, place = 'options') {
  if (value === undefined) return `${place} is undefined`;
  if (known === 1) return value !== null && typeof value === 'object' ? `${place} is no plain value` : '';
  if (Array.isArray(known)) {
    if (!Array.isArray(value)) return `${place} is no list`;
    return value.map((each, index) => odd(each, known[0], `${place}[${index}]`)).find(Boolean) ?? '';
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return `${place} is no record`;
  if (Object.getPrototypeOf(value) !== Object.prototype) return `${place} has a prototype`;
  for (const name of Reflect.ownKeys(value)) {
    const next = Object.hasOwn(known, '*') ? known['*'] : Object.hasOwn(known, name) ? known[name] : undefined;
    if (next === undefined) return `${place}.${String(name)} is unknown`;
    const found = odd(value[name], next, `${place}.${String(name)}`);
    if (found) return found;
  }
  return '';
}

/** Everything at once, as it should be. */
const FULL = {
  api: { kind: 'hosted' },
  scheme: 'dark',
  accents: { light: '#111111', dark: '#222222' },
  appearance: {
    accent: { primary: '#0b6e69', level: 2 },
    surface: { background: '#101010', foreground: 'rgb(240, 240, 240)' },
    grayscale: { hue: 220, tint: 6, shade: -1 },
    typography: { baseSize: 16, fontFamily: "'Inter', sans-serif", fontFamilyMono: 'monospace' },
    radius: 'soft',
    density: 'compact',
  },
  composer: {
    placeholder: 'Ask',
    attachments: { enabled: true, max_size: 1_000, max_count: 2, accept: { 'image/*': ['.png', '.jpg'] } },
    dictation: true,
  },
  start_screen: { greeting: 'Hello', prompts: [{ label: 'One', prompt: 'First', icon: 'lucide:star' }] },
  header: { enabled: true, title: 'Desk' },
  history: { enabled: true, delete: false, rename: true },
  item_actions: { feedback: true, retry: false },
  disclaimer: { text: 'Check it.', high_contrast: true },
  locale: 'de-AT',
  thread_id: 'cthr_1',
  frame_title: 'Conversation',
};

test('with nothing configured the options are whole', () => {
  const { api, onClientTool, ...rest } = chatOptions(NOTHING, HANDLERS);
  assert.deepEqual(Object.keys(api), ['getClientSecret']);
  assert.equal(typeof onClientTool, 'function');
  assert.deepEqual(rest, {
    locale: 'en',
    theme: { colorScheme: 'light' },
    initialThread: null,
    header: { enabled: false },
    history: { enabled: true, showDelete: true, showRename: true },
    thread: { autoScroll: true },
  });
});

test('everything that can be configured arrives', () => {
  const options = chatOptions(FULL, HANDLERS);
  const { api: _api, onClientTool: _tool, ...rest } = options;
  assert.deepEqual(rest, {
    locale: 'de',
    theme: {
      colorScheme: 'dark',
      typography: { baseSize: 16, fontFamily: "'Inter', sans-serif", fontFamilyMono: 'monospace' },
      radius: 'soft',
      density: 'compact',
      color: {
        grayscale: { hue: 220, tint: 6, shade: -1 },
        accent: { primary: '#0b6e69', level: 2 },
        surface: { background: '#101010', foreground: 'rgb(240, 240, 240)' },
      },
    },
    frameTitle: 'Conversation',
    initialThread: 'cthr_1',
    header: { enabled: true, title: { text: 'Desk' } },
    history: { enabled: true, showDelete: false, showRename: true },
    startScreen: { greeting: 'Hello', prompts: [{ label: 'One', prompt: 'First', icon: 'lucide:star' }] },
    threadItemActions: { feedback: true, retry: false },
    composer: {
      placeholder: 'Ask',
      attachments: { enabled: true, maxSize: 1_000, maxCount: 2, accept: { 'image/*': ['.png', '.jpg'] } },
      dictation: { enabled: true },
    },
    disclaimer: { text: 'Check it.', highContrast: true },
    thread: { autoScroll: true },
  });
  assert.equal(odd(options, KNOWN), '');
});

test('a palette and a font family are words of the same theme', () => {
  const { theme } = chatOptions(
    {
      ...NOTHING,
      appearance: { palette: { primary: '#0b6e69', background: '#ffffff', text: '#111111' }, fontFamily: 'Inter' },
    },
    HANDLERS,
  );
  assert.deepEqual(theme.color, {
    accent: { primary: '#0b6e69', level: 1 },
    surface: { background: '#ffffff', foreground: '#111111' },
  });
  assert.deepEqual(theme.typography, { fontFamily: 'Inter' });
});

test('a theme of the playground is taken for what it has, under our own and without its light or dark', () => {
  const playground = {
    theme: {
      colorScheme: 'dark',
      radius: 'pill',
      density: 'spacious',
      color: { accent: { primary: '#ff0000', level: 3 }, grayscale: { hue: 10, tint: 2 } },
      typography: { baseSize: 15, fontSources: [{ family: 'Inter', src: 'https://example.org/i.woff2', weight: 400 }] },
      shadows: 'deep',
    },
    composer: { placeholder: 'not ours' },
  };
  for (const pasted of [playground, playground.theme]) {
    const options = chatOptions({ ...NOTHING, appearance: { radius: 'sharp', pasted } }, HANDLERS);
    assert.deepEqual(options.theme, {
      colorScheme: 'light',
      radius: 'sharp',
      density: 'spacious',
      color: { accent: { primary: '#ff0000', level: 3 }, grayscale: { hue: 10, tint: 2 } },
      typography: { baseSize: 15, fontSources: [{ family: 'Inter', src: 'https://example.org/i.woff2', weight: 400 }] },
    });
    assert.equal(options.composer, undefined);
  }
});

test("the brand's accent is worn where nobody has chosen another", () => {
  const accents = { light: '#0b6e69', dark: '#5fd0c8' };
  const worn = (scheme) => chatOptions({ ...NOTHING, scheme, accents }, HANDLERS).theme.color.accent;
  assert.deepEqual(worn('light'), { primary: '#0b6e69', level: 1 });
  assert.deepEqual(worn('dark'), { primary: '#5fd0c8', level: 1 });
});

test('the two kinds of api are never mixed', async () => {
  const custom = { kind: 'custom', url: 'http://localhost:4712/chatkit', domain_key: 'domain_pk_1' };
  const { api } = chatOptions({ ...NOTHING, api: custom }, HANDLERS);
  assert.deepEqual(Object.keys(api).sort(), ['domainKey', 'fetch', 'url']);
  assert.equal(await api.fetch('x'), 'fetched');
  assert.equal(chatOptions({ ...NOTHING, api: { ...custom, domain_key: '' } }, HANDLERS).api.domainKey.length > 0, true);
  const uploading = { ...custom, upload_url: 'http://localhost:4712/upload' };
  assert.deepEqual(chatOptions({ ...NOTHING, api: uploading }, HANDLERS).api.uploadStrategy, {
    type: 'direct',
    uploadUrl: 'http://localhost:4712/upload',
  });
  const attaching = { ...NOTHING, api: custom, composer: { attachments: { enabled: true } } };
  assert.deepEqual(chatOptions(attaching, HANDLERS).api.uploadStrategy, { type: 'two_phase' });
  for (const url of ['javascript:alert(1)', 'http://example.org/', 'data:,x', '/chatkit', 7]) {
    assert.deepEqual(Object.keys(chatOptions({ ...NOTHING, api: { ...custom, url } }, HANDLERS).api), ['getClientSecret']);
  }
});

test('handlers are looked up when they are called', async () => {
  const handlers = { ...HANDLERS };
  const { api, onClientTool } = chatOptions(NOTHING, handlers);
  handlers.getClientSecret = async (current) => `later ${current}`;
  handlers.onClientTool = () => ({ later: true });
  assert.equal(await api.getClientSecret(null), 'later null');
  assert.deepEqual(await onClientTool({ name: 'x', params: {} }), { later: true });
});

test('every call builds another record', () => {
  const [one, other] = [chatOptions(NOTHING, HANDLERS), chatOptions(NOTHING, HANDLERS)];
  assert.notEqual(one, other);
  for (const name of ['api', 'theme', 'header', 'history', 'thread']) assert.notEqual(one[name], other[name]);
});

test('a language is one that the interface speaks', () => {
  const declared = readFileSync(new URL(TYPES, import.meta.url), 'utf8');
  const names = ['TranslatedLocale', 'SupportedLocale'].flatMap((type) =>
    [...declared.split(`export type ${type} =`)[1].split(';')[0].matchAll(/\| '([^']+)'/g)].map(([, name]) => name),
  );
  assert.deepEqual([...LOCALES].sort(), names.sort());
  const cases = { 'de-AT': 'de', 'ca-FR': 'ca', 'nb': 'nb', 'pt-PT': 'pt-PT', 'zh-Hant-TW': 'zh-Hant', 'no': 'nb', 'es-MX': 'es', 'xx': 'en', '': 'en' };
  for (const [locale, nearest] of Object.entries(cases)) assert.equal(nearestLocale(locale), nearest);
  for (const locale of [null, undefined, 7, {}, '-', 'e'.repeat(9_999)]) assert.ok(LOCALES.includes(nearestLocale(locale)));
});

/** A random source that says the same on every run. */
function seeded(seed) {
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

const NAMES = [
  ...'kind url domain_key upload_url accent primary level surface background foreground grayscale hue tint shade'.split(' '),
  ...'palette text typography baseSize base_size fontFamily font_family fontSources family src weight style'.split(' '),
  ...'radius density pasted theme color colorScheme placeholder attachments enabled maxSize max_size accept'.split(' '),
  ...'dictation tools models greeting prompts label prompt icon title delete rename feedback retry'.split(' '),
  ...'high_contrast uploadStrategy getClientSecret onClick share __proto__ constructor toString image/* * 0'.split(' '),
];
const LEAVES = [
  ...[null, undefined, true, false, 0, 1, -1, 3, 16, NaN, Infinity, 1e300, '', 'x', 'hosted', 'custom', '#fff', 'red'],
  ...['#0b6e69', 'url(https://x)', 'red; } *', 'javascript:1', 'https://example.org/a', 'http://localhost:1/c', 'pill'],
  ...['compact', 'lucide:star', '.png', 'image/png', 'x'.repeat(5_000), '\ud800', 'soft', 'Inter', () => 1, Symbol('x'), 7n],
];

function hostile(random, depth = 0) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const kind = random();
  if (depth > 3 || kind < 0.4) return pick(LEAVES);
  if (kind < 0.5) return Array.from({ length: Math.floor(random() * 5) }, () => hostile(random, depth + 1));
  const record = random() < 0.1 ? Object.create({ accent: '#123456', label: 'x', url: 'https://x' }) : {};
  for (let count = Math.floor(random() * 6); count > 0; count -= 1) {
    const value = hostile(random, depth + 1);
    Object.defineProperty(record, pick(NAMES), { value, enumerable: true, configurable: true, writable: true });
  }
  return record;
}

/** A copy of a good configuration, some of which is replaced and beside some of which stands more. */
function spoilt(value, random) {
  if (random() < 0.12) return hostile(random);
  if (Array.isArray(value)) return value.map((each) => spoilt(each, random));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, each]) => [name, spoilt(each, random)]);
  return { ...Object.fromEntries(entries), ...(random() < 0.3 ? Object(hostile(random, 2)) : {}) };
}

test('no configuration, however hostile, yields a field that the interface does not know', () => {
  const random = seeded(20_261_129);
  const taken = { api: 0, accent: 0, prompts: 0, accept: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const good = random() < 0.5 ? FULL : { ...FULL, api: { kind: 'custom', url: 'http://localhost:1/c' } };
    const configuration = { ...NOTHING };
    for (const [name, value] of Object.entries(good)) {
      configuration[name] = random() < 0.3 ? hostile(random) : spoilt(value, random);
    }
    const options = chatOptions(configuration, HANDLERS);
    assert.equal(odd(options, KNOWN), '', `round ${round}`);
    assert.equal('getClientSecret' in options.api, !('url' in options.api));
    taken.api += Number('url' in options.api);
    taken.accent += Number(options.theme.color?.accent !== undefined);
    taken.prompts += Number(options.startScreen?.prompts !== undefined);
    taken.accept += Number(options.composer?.attachments?.accept !== undefined);
  }
  // The corpus is no good when nothing of it is ever taken.
  for (const [part, count] of Object.entries(taken)) assert.ok(count > ROUNDS / 20, `${part}: ${count}`);
  assert.equal(Object.prototype.accent, undefined);
});

test('a getter is not asked, and a record that is its own part is no trap', () => {
  const appearance = Object.defineProperty({}, 'accent', {
    enumerable: true,
    get() {
      throw new Error('asked');
    },
  });
  appearance.palette = appearance;
  appearance.pasted = appearance;
  assert.equal(odd(chatOptions({ ...NOTHING, appearance }, HANDLERS), KNOWN), '');
});
