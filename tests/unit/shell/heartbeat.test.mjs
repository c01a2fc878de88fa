// When a frame counts as lost, with a clock that the test turns.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heartbeat } from '../../../assets/shell/heartbeat.js';

function makeHeart() {
  const heart = { asked: [], losses: 0, watched: true, due: [] };
  heart.beat = new Heartbeat({
    ping: (n) => heart.asked.push(n),
    lost: () => (heart.losses += 1),
    watched: () => heart.watched,
    timers: {
      set: (run, milliseconds) => {
        const timer = { run, milliseconds };
        heart.due.push(timer);
        return timer;
      },
      clear: (timer) => (heart.due = heart.due.filter((each) => each !== timer)),
    },
  });
  heart.tick = () => {
    const timer = heart.due.shift();
    timer?.run();
    return timer?.milliseconds;
  };
  return heart;
}

test('three questions without an answer, five seconds apart, are a loss; it is told once', () => {
  const heart = makeHeart();
  heart.beat.start();
  assert.equal(heart.tick(), 5_000);
  assert.equal(heart.tick(), 5_000);
  assert.equal(heart.losses, 0);
  heart.tick();
  assert.equal(heart.losses, 1);
  assert.deepEqual(heart.asked, [1, 2, 3]);
  assert.equal(heart.tick(), undefined);
});

test('an answer to the last question forgives the earlier ones; an answer to another does not', () => {
  const heart = makeHeart();
  heart.beat.start();
  heart.tick();
  heart.tick();
  heart.beat.pong(3);
  for (let round = 0; round < 2; round += 1) {
    heart.beat.pong(1);
    heart.tick();
  }
  assert.equal(heart.losses, 0);
  heart.tick();
  heart.tick();
  assert.equal(heart.losses, 1);
});

test('while nothing can be proven nothing is asked and nothing counts', () => {
  const heart = makeHeart();
  heart.beat.start();
  heart.tick();
  heart.tick();
  heart.watched = false;
  for (let round = 0; round < 10; round += 1) heart.tick();
  assert.deepEqual(heart.asked, [1, 2, 3]);
  heart.watched = true;
  heart.tick();
  heart.tick();
  heart.tick();
  assert.equal(heart.losses, 0);
  heart.tick();
  assert.equal(heart.losses, 1);
});

test('a start after a loss begins anew, and a stop asks no more', () => {
  const heart = makeHeart();
  heart.beat.start();
  for (let round = 0; round < 3; round += 1) heart.tick();
  heart.beat.start();
  heart.tick();
  heart.tick();
  assert.equal(heart.losses, 1);
  heart.beat.stop();
  assert.equal(heart.tick(), undefined);
});
