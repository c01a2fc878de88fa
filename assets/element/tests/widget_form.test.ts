import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionFrom, payloadWith } from '../widgets/act.ts';
import { dayOf, labelOf, optionsOf, textOf } from '../widgets/fields.ts';
import { valuesOf } from '../widgets/form_values.ts';
import { keysOf } from '../widgets/identity.ts';
import { imageSource } from '../widgets/image_source.ts';
import { MAX_CHECKED_LENGTH, safePattern } from '../widgets/pattern.ts';
import { type Findings, problemOf } from '../widgets/validation.ts';
import { POISON, node } from './support/widget_nodes.ts';

const PAGE = 'http://127.0.0.1:4711/chat/builtin.html';

test('an action is read with its defaults, or not at all', () => {
  assert.deepEqual(actionFrom({ type: 'go' }), {
    type: 'go',
    payload: null,
    handler: 'server',
    loading: 'auto',
    streaming: true,
  });
  assert.deepEqual(
    actionFrom({ type: 'go', payload: [1], handler: 'client', loadingBehavior: 'none', streaming: false }),
    { type: 'go', payload: [1], handler: 'client', loading: 'none', streaming: false },
  );
  assert.equal(actionFrom({ type: 'x'.repeat(201) }), null);
  for (const poison of POISON)
    assert.equal(actionFrom({ type: poison, handler: poison })?.handler ?? 'server', 'server');
});

test('values nest by the dots in their names', () => {
  assert.deepEqual(
    valuesOf([
      ['trip.city', 'Lisbon'],
      ['trip.nights', 2],
      ['safe', true],
      ['day', null],
    ]),
    { trip: { city: 'Lisbon', nights: 2 }, safe: true, day: null },
  );
  assert.deepEqual(
    valuesOf([
      ['a', 1],
      ['a.b', 2],
    ]),
    { a: 1, 'a.b': 2 },
  );
});

test('no name of a field reaches a prototype', () => {
  for (const name of [
    '__proto__.polluted',
    'a.__proto__.polluted',
    'constructor.prototype.polluted',
    'toString.polluted',
  ]) {
    const values = valuesOf([[name, 'yes']]);
    assert.equal(Object.getPrototypeOf(values), Object.prototype);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal((Object.prototype.toString as unknown as Record<string, unknown>)['polluted'], undefined);
  }
  assert.deepEqual(
    valuesOf([
      ['', 1],
      ['a.b.c.d.e.f.g.h.i', 1],
      ['x'.repeat(201), 1],
    ]),
    {},
  );
});

test('what the server put into the payload stays', () => {
  assert.deepEqual(payloadWith({ id: 7 }, { id: 1, name: 'Ana' }), { id: 7, name: 'Ana' });
  assert.deepEqual(payloadWith(null, { name: 'Ana' }), { name: 'Ana' });
  assert.deepEqual(payloadWith([1], { name: 'Ana' }), [1]);
  assert.equal(payloadWith(null, {}), null);
});

test('patterns that people use are used', () => {
  for (const pattern of [
    String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}`,
    String.raw`\d{5}(?:-\d{4})?`,
    String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`,
    String.raw`\+?[\d \(\)\-]{7,20}`,
    '(?:small|medium|large)',
    '[A-Z]{2}[0-9]+',
  ]) {
    assert.equal(safePattern(pattern), pattern);
  }
});

test('a pattern that could stop the window is not used', () => {
  for (const pattern of [
    '(a+)+',
    '(a*)*b',
    '(a|aa)+',
    '(.*a){20}',
    '([a-z]+)*\\d',
    'a?'.repeat(40) + 'a'.repeat(40),
    '.*'.repeat(6),
    '(a{1,30}){1,30}',
    '(?=a+b)a+',
    '(a)\\1+',
    '((a{0,9}){0,9}){0,9}',
    '(unclosed',
    'x'.repeat(201),
  ]) {
    assert.equal(safePattern(pattern), null, pattern);
  }
  for (const poison of POISON) assert.doesNotThrow(() => safePattern(poison));
});

test('a pattern that is used ends on the worst value of its length', { timeout: 20_000 }, () => {
  for (const pattern of ['a*a*a*b', '[^@]+@[^@]+[.][^@]+', 'a?a?a?a?a?a?a*b']) {
    assert.equal(safePattern(pattern), pattern);
    assert.ok(!new RegExp(`^(?:${pattern})$`, 'v').test('a'.repeat(MAX_CHECKED_LENGTH - 1)));
  }
});

const FINE: Findings = {
  valid: false,
  valueMissing: false,
  typeMismatch: false,
  badInput: false,
  patternMismatch: false,
  rangeOverflow: false,
  rangeUnderflow: false,
};

test('each thing that can be wrong has its sentence', () => {
  assert.equal(problemOf({ ...FINE, valid: true }, 'text'), null);
  assert.equal(problemOf({ ...FINE, valueMissing: true }, 'text'), 'element.widget.problem.missing');
  assert.equal(problemOf({ ...FINE, valueMissing: true }, 'checkbox'), 'element.widget.problem.tick');
  assert.equal(problemOf({ ...FINE, valueMissing: true }, 'radio'), 'element.widget.problem.choose');
  assert.equal(problemOf({ ...FINE, valueMissing: true, badInput: true }, 'number'), 'element.widget.problem.number');
  assert.equal(problemOf({ ...FINE, valueMissing: true, badInput: true }, 'date'), 'element.widget.problem.date');
  assert.equal(problemOf({ ...FINE, typeMismatch: true }, 'email'), 'element.widget.problem.email');
  assert.equal(problemOf({ ...FINE, typeMismatch: true }, 'url'), 'element.widget.problem.url');
  assert.equal(problemOf({ ...FINE, rangeUnderflow: true }, 'date'), 'element.widget.problem.range');
  assert.equal(problemOf({ ...FINE, patternMismatch: true }, 'text'), 'element.widget.problem.form');
});

test('pictures come from this page or from within the message', () => {
  const data = 'data:image/png;base64,iVBORw0KGgo=';
  assert.deepEqual(imageSource(data, PAGE), { kind: 'picture', url: data });
  const own = 'http://127.0.0.1:4711/files/a.png';
  assert.deepEqual(imageSource(own, PAGE), { kind: 'picture', url: own });
  assert.equal(imageSource('blob:http://127.0.0.1:4711/1-2', PAGE).kind, 'picture');
  assert.deepEqual(imageSource('https://pictures.example/a.png', PAGE), {
    kind: 'link',
    url: 'https://pictures.example/a.png',
  });
  assert.equal(imageSource('http://127.0.0.1:4712/a.png', PAGE).kind, 'link');
  for (const refused of [
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html,<script>',
    'data:image/png,plain',
    'blob:https://attacker.example/1',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://[',
    '/files/a.png',
    '//attacker.example/a.png',
    'a.png',
    '',
  ]) {
    assert.deepEqual(imageSource(refused, PAGE), { kind: 'none' }, refused);
  }
});

test('a component is the same one while its key, its name or its place is', () => {
  const [text, other] = [node('Text'), node('Text')];
  const named = node('Input', { name: 'city' });
  const before = keysOf([named, text]);
  assert.equal(keysOf([other, named])[1], before[0]);
  assert.deepEqual(keysOf([node('Text', { key: 'a' }), node('Text', { key: 'a' })]), ['key:a#0', 'key:a#1']);
  assert.notEqual(keysOf([node('Text', { key: 'a' })])[0], keysOf([node('Text', { id: 'a' })])[0]);
  const many = keysOf(Array.from({ length: 5_000 }, () => node('Input', { name: '__proto__' })));
  assert.equal(new Set(many).size, many.length);
});

test('fields hold text, choices and days, or nothing', () => {
  assert.equal(textOf(node('Text', { value: 12 })), '12');
  assert.deepEqual(
    optionsOf(node('Select', { options: [{ value: 'a', label: '' }, { value: 'a' }, 7, { label: 'b' }] })),
    [{ value: 'a', label: 'a', disabled: false }],
  );
  assert.equal(dayOf(node('DatePicker', { min: '2026-03-12T00:00:00Z' }), 'min'), '2026-03-12');
  assert.equal(dayOf(node('DatePicker', { min: '2026-99-99' }), 'min'), '');
  for (const poison of POISON) {
    const poisoned = node('Select', {
      value: poison,
      label: poison,
      options: [poison, { value: poison, label: poison }],
    });
    assert.equal(typeof textOf(poisoned), 'string');
    assert.ok(labelOf(poisoned).length <= 1_000);
    for (const option of optionsOf(poisoned)) assert.equal(typeof option.value, 'string');
  }
});
