// What the official interface would refuse while it is busy is done when it is free, in order, and each thing once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BusyQueue } from '../../../assets/chat/busy_queue.js';

/** A queue, and acts that note themselves. */
function makeQueue() {
  const queue = new BusyQueue();
  const done = [];
  return { queue, done, act: (name) => async () => done.push(name) };
}

test('what is asked of a free interface is done at once', async () => {
  const { queue, done, act } = makeQueue();
  await queue.run('compose', act('compose'));
  assert.deepEqual(done, ['compose']);
});

test('what is asked of a busy one waits until every reason is over', async () => {
  const { queue, done, act } = makeQueue();
  queue.busy('response');
  queue.busy('thread');
  await queue.run('thread', act('thread'));
  await queue.run('focus', act('focus'));
  await queue.free('thread');
  assert.deepEqual(done, []);
  await queue.free('response');
  assert.deepEqual(done, ['thread', 'focus']);
});

test('of what replaces each other the last one is done, and every message is sent', async () => {
  const { queue, done, act } = makeQueue();
  queue.busy('response');
  await queue.run('thread', act('old'));
  await queue.runEach('send', act('one'));
  await queue.runEach('send', act('two'));
  await queue.run('thread', act('new'));
  await queue.free('response');
  assert.deepEqual(done, ['one', 'two', 'new']);
});

test('one that makes the interface busy again leaves the rest waiting', async () => {
  const { queue, done, act } = makeQueue();
  queue.busy('response');
  await queue.runEach('send', async () => {
    done.push('one');
    queue.busy('response');
  });
  await queue.runEach('send', act('two'));
  await queue.free('response');
  assert.deepEqual(done, ['one']);
  await queue.free('response');
  assert.deepEqual(done, ['one', 'two']);
});

test('a refusal because it has become busy meanwhile is no failure, any other is', async () => {
  const { queue, done } = makeQueue();
  let refusals = 0;
  await queue.run('compose', async () => {
    if (refusals++ > 0) return done.push('compose');
    queue.busy('response');
    throw new Error('busy');
  });
  assert.deepEqual(done, []);
  await queue.free('response');
  assert.deepEqual(done, ['compose']);
  await assert.rejects(
    queue.run('compose', async () => {
      throw new Error('no such method');
    }),
    /no such method/,
  );
});

test('what waits is bounded', async () => {
  const { queue, done, act } = makeQueue();
  queue.busy('response');
  for (let number = 0; number < 1_000; number += 1) await queue.runEach('send', act(number));
  await queue.free('response');
  assert.equal(done.length, 20);
});
