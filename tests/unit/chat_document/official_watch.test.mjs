// Each stage of the official interface's coming up has its time and its fault; what comes late takes the fault back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OfficialWatch, STAGES } from '../../../assets/chat/official_watch.js';

function makeWatch(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const told = [];
  const watch = new OfficialWatch({ failed: (fault) => told.push(fault), recovered: () => told.push('recovered') });
  return { watch, told, wait: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

for (const [stage, { milliseconds, fault }] of Object.entries(STAGES)) {
  test(`a ${stage} that does not come is ${fault}`, (t) => {
    const { watch, told, wait } = makeWatch(t);
    watch.expect(stage);
    wait(milliseconds - 1);
    assert.deepEqual(told, []);
    wait(1);
    assert.deepEqual(told, [fault]);
    assert.equal(watch.fault, fault);
  });
}

test('who comes up in time is never at fault', (t) => {
  const { watch, told, wait } = makeWatch(t);
  for (const stage of Object.keys(STAGES)) {
    watch.expect(stage);
    wait(STAGES[stage].milliseconds - 1);
  }
  watch.done();
  wait(600_000);
  assert.deepEqual(told, []);
});

test('a stage that comes after its time takes the fault back', (t) => {
  const { watch, told, wait } = makeWatch(t);
  watch.expect('script');
  wait(STAGES.script.milliseconds);
  watch.expect('frame');
  watch.done();
  assert.deepEqual(told, ['official_unreachable', 'recovered']);
  assert.equal(watch.fault, null);
});

test('stages do not go back, and one that failed is told once', (t) => {
  const { watch, told, wait } = makeWatch(t);
  watch.expect('frame');
  watch.expect('element');
  watch.never('script');
  assert.deepEqual(told, []);
  wait(STAGES.frame.milliseconds);
  watch.never('frame');
  assert.deepEqual(told, ['official_late']);
});

test('a script that cannot be loaded is known at once', (t) => {
  const { watch, told } = makeWatch(t);
  watch.expect('script');
  watch.never('script');
  assert.deepEqual(told, ['official_unreachable']);
});

test('an interface that is gone does not come back', (t) => {
  for (const fault of ['official_vanished', 'domain_refused']) {
    const { watch, told, wait } = makeWatch(t);
    watch.expect('frame');
    watch.gone(fault);
    watch.gone('official_vanished');
    watch.expect('secret');
    watch.done();
    wait(600_000);
    assert.deepEqual(told, [fault]);
    t.mock.timers.reset();
  }
});
