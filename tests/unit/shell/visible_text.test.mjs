// Characters that nobody sees, or that turn the others round, show themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleText } from '../../../assets/shell/visible_text.js';

test('what is invisible or changes direction shows its code point', () => {
  assert.equal(visibleText('bill\u202Efdp.exe'), 'bill[U+202E]fdp.exe');
  const codes = [
    0, 0x1b, 0x7f, 0x9f, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
  ];
  codes.push(0x202a, 0x202d, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xd800, 0xe000, 0xfeff, 0xfe0f, 0xfff9, 0xe0041);
  for (const code of codes) {
    const name = code.toString(16).toUpperCase().padStart(4, '0');
    assert.equal(visibleText(`a${String.fromCodePoint(code)}b`), `a[U+${name}]b`);
  }
});

test('every other text stays as it is', () => {
  for (const words of ['', 'plain', 'two\n\tlines\r\n', 'Grüße, 東京, שלום, مرحبا, é', 'a\u00a0b', '🙂']) {
    assert.equal(visibleText(words), words);
  }
});

test('marks beyond four on a letter are counted, those of a language are kept', () => {
  assert.equal(visibleText(`a${'\u0301'.repeat(60)}b`), `a${'\u0301'.repeat(4)}[+56]b`);
  for (const word of ['tiếng Việt'.normalize('NFD'), 'שָׁלוֹם', 'ที่นี่', 'क्षत्रिय', 'བསྒྲུབས']) assert.equal(visibleText(word), word);
});
