// A button that takes no press that was meant for something else: by time, and by where a press began.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { armedButton } from '../../../assets/shell/armed_button.js';
import { COMES_FORWARD } from '../../../assets/shell/gesture.js';
import { click, letGo, meet, pressDown, type, useDialogs } from './fake_dialogs.mjs';

let presses = 0;
let made;

/** A fresh button that has the keyboard, and a clock that only moves when it is told to. */
function begin({ mock }) {
  mock.timers.enable({ apis: ['setTimeout'] });
  made = armedButton({}, () => (presses += 1), 'Allow');
  document.body.append(made);
  made.focus();
  return (milliseconds) => mock.timers.tick(milliseconds);
}

const isArmed = () => made.getAttribute('aria-disabled') !== 'true';

beforeEach(() => {
  useDialogs();
  presses = 0;
});

test('after a silence it takes a click, a key, and what a screen reader does', (t) => {
  const pass = begin(t);
  pass(499);
  assert.equal(isArmed(), false);
  pass(1);
  assert.equal(isArmed(), true);
  click(made);
  type(' ', 'Enter');
  meet(made, 'click');
  assert.equal(presses, 4);
});

test('somebody who goes on typing never presses it', (t) => {
  const pass = begin(t);
  for (let count = 0; count < 30; count += 1) {
    pass(200);
    type('a', ' ', 'Enter');
  }
  assert.equal(presses, 0);
  pass(499);
  assert.equal(isArmed(), false);
  pass(1);
  assert.equal(isArmed(), true);
});

test('clicks, wherever they are, put the silence off as well', (t) => {
  const pass = begin(t);
  for (let count = 0; count < 5; count += 1) {
    pass(300);
    click(document.body);
    click(made);
  }
  assert.equal(presses, 0);
  pass(500);
  click(document.body);
  click(made);
  assert.equal(presses, 1, 'once armed it stays so');
});

for (const key of [' ', 'Enter']) {
  test(`a key that was down already, or repeats, presses nothing: ${JSON.stringify(key)}`, (t) => {
    const pass = begin(t);
    pressDown(key);
    pass(600);
    assert.equal(isArmed(), true);
    for (let count = 0; count < 5; count += 1) pressDown(key, { repeat: true });
    letGo(key);
    assert.equal(presses, 0);
    type(key);
    assert.equal(presses, 1);
  });

  test(`a key counts when it comes up where it went down: ${JSON.stringify(key)}`, (t) => {
    begin(t)(500);
    pressDown(key);
    assert.equal(presses, 0);
    letGo('a');
    assert.equal(presses, 0);
    letGo(key);
    assert.equal(presses, 1);
    letGo(key);
    assert.equal(presses, 1);
    pressDown(key);
    meet(made, 'blur');
    letGo(key);
    assert.equal(presses, 1);
  });
}

/** Let the keyboard go to another program, or to the frame of this one, and come back. */
function leaveAndComeBack(t, isElsewhere = true) {
  document.hasFocus = () => !isElsewhere;
  window.dispatchEvent(new Event('blur'));
  t.mock.timers.tick(1);
  document.hasFocus = () => true;
  window.dispatchEvent(new Event('focus'));
}

for (const [what, comes] of [
  ['gets the keyboard', leaveAndComeBack],
  ['is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['is brought forward', () => document.dispatchEvent(new Event(COMES_FORWARD))],
]) {
  test(`a window that ${what} under somebody's finger takes no press at once`, (t) => {
    const pass = begin(t);
    pass(500);
    comes(t);
    click(made);
    type(' ', 'Enter');
    assert.deepEqual([presses, isArmed()], [0, false]);
    pass(500);
    click(made);
    assert.equal(presses, 1);
    comes(t);
    pass(500);
    click(made);
    assert.equal(presses, 2);
  });
}

test('a question that came while nobody looked takes no press of whoever comes', (t) => {
  const pass = begin(t);
  document.hasFocus = () => false;
  pass(500);
  document.hasFocus = () => true;
  window.dispatchEvent(new Event('focus'));
  click(made);
  assert.equal(presses, 0);
});

test('a keyboard that comes back from the frame of the chat takes no press away', (t) => {
  const pass = begin(t);
  pass(500);
  leaveAndComeBack(t, false);
  click(made);
  assert.equal(presses, 1);
});

test('a window that comes while hands are at work, or before the silence is over, puts it off', (t) => {
  const pass = begin(t);
  pass(300);
  leaveAndComeBack(t);
  pass(300);
  click(made);
  assert.equal(presses, 0);
});

test('a button that is gone is let go of', (t) => {
  begin(t)(500);
  made.remove();
  leaveAndComeBack(t);
  assert.equal(isArmed(), true);
});

test('a click that began too early does not count, however long it is held', (t) => {
  const pass = begin(t);
  meet(made, 'pointerdown');
  pass(600);
  meet(made, 'pointerup');
  meet(made, 'click');
  assert.equal(presses, 0);
  click(made);
  assert.equal(presses, 1);
});
