// The small pure parts of the frame: keys of menus, themes, links into the program.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepLinkFrom } from '../view/deep_link.ts';
import { indexAfterKey } from '../view/menu_keys.ts';
import { isColour, wornTheme } from '../view/theme_option.ts';

test('keys move through a list as they do everywhere', () => {
  const names = ['Rename', 'Delete', 'Duplicate'];
  const moves = { ArrowDown: 2, ArrowUp: 0, Home: 0, End: 2, d: 2, R: 0, x: null, ' ': null, Enter: null };
  for (const [key, next] of Object.entries(moves)) assert.equal(indexAfterKey(names, 1, key), next, key);
  assert.equal(indexAfterKey(names, 2, 'ArrowDown'), 0);
  assert.equal(indexAfterKey(names, -1, 'ArrowUp'), 2);
  assert.equal(indexAfterKey([], -1, 'End'), null);
});

test('a theme becomes custom properties', () => {
  assert.deepEqual(wornTheme(undefined), { scheme: null, properties: {} });
  assert.deepEqual(wornTheme('dark'), { scheme: 'dark', properties: {} });
  const { scheme, properties } = wornTheme({
    colorScheme: 'light',
    radius: 'sharp',
    density: 'compact',
    typography: { baseSize: 18 },
    color: { accent: { primary: '#aa3300', level: 2 }, surface: { background: 'ivory', foreground: 'rgb(10 20 30)' } },
  });
  assert.equal(scheme, 'light');
  assert.equal(properties['--radius'], '2px');
  assert.equal(properties['--control'], '28px');
  assert.deepEqual([properties['--text-size'], properties['--label-size']], ['18px', '16px']);
  assert.deepEqual([properties['--surface'], properties['--text']], ['ivory', 'rgb(10 20 30)']);
  assert.equal(properties['--accent'], '#aa3300');
  assert.match(properties['--accent-tint'] ?? '', /#aa3300 18%/);
});

test('what a theme must not be is left out, and nothing but a colour is one', () => {
  const wrong = {
    colorScheme: 'system',
    radius: '__proto__',
    density: 'constructor',
    typography: { baseSize: 400 },
    color: { accent: { primary: 'url(https://example.org/x)', level: 9 }, surface: { background: 'var(--x)', foreground: 7 } },
  };
  assert.deepEqual(wornTheme(wrong as never), { scheme: null, properties: {} });
  for (const colour of ['#fff', '#aabbccdd', 'tomato', 'hsl(120deg 50% 50% / 20%)', 'oklch(0.6 0.1 180)']) {
    assert.ok(isColour(colour), colour);
  }
  for (const other of ['', '#12', 'red; color: blue', 'rgb(url(x))', 'rgb(1,2,3)}', 'image-set("x")', 7, null, {}]) {
    assert.ok(!isColour(other), String(other));
  }
});

test('a link into the program names a place and what is said about it', () => {
  assert.deepEqual(deepLinkFrom('chatkit-link://settings'), { name: 'settings', data: {} });
  assert.deepEqual(deepLinkFrom('chatkit-link://Tools/?name=open_files&x=a%20b#y'), {
    name: 'tools',
    data: { name: 'open_files', x: 'a b' },
  });
  for (const other of ['https://settings', 'chatkit-link:settings', 'chatkit-link://', 'chatkit-link://a b', 'chatkit-link://a/b']) {
    assert.equal(deepLinkFrom(other), null, other);
  }
});
