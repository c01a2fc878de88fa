import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Suggestions, triggerAt } from '../view/suggestions.ts';

const ADA = { id: 'u1', title: 'Ada' };

function made(onTagSearch: (query: string) => Promise<(typeof ADA)[]>) {
  const failures: unknown[] = [];
  const suggestions = new Suggestions(
    () => undefined,
    (error) => failures.push(error),
  );
  suggestions.setSources({ entities: { onTagSearch }, commands: undefined });
  return { suggestions, failures };
}

test('a sign at the start of a word asks for suggestions, up to the caret', () => {
  assert.deepEqual(triggerAt('ask @ad now', 7), { kind: 'tag', query: 'ad', start: 4, end: 7 });
  assert.deepEqual(triggerAt('/', 1), { kind: 'command', query: '', start: 0, end: 1 });
  assert.deepEqual(triggerAt('one\n/two', 8), { kind: 'command', query: 'two', start: 4, end: 8 });
  for (const text of ['', 'mail@example', 'a/b', '/usr/lib', '@ada now', '@@', `@${'x'.repeat(65)}`]) {
    assert.equal(triggerAt(text, text.length), null, text);
  }
});

test('an answer that comes late is not shown', async () => {
  const answers: ((found: (typeof ADA)[]) => void)[] = [];
  const { suggestions } = made(() => new Promise((resolve) => answers.push(resolve)));
  const first = suggestions.look('@a', 2);
  const second = suggestions.look('@ad', 3);
  answers[1]?.([ADA]);
  await second;
  answers[0]?.([ADA, { id: 'u2', title: 'Anna' }]);
  await first;
  assert.deepEqual(suggestions.found, [{ kind: 'tag', entity: ADA }]);
  const third = suggestions.look('@ada', 4);
  await suggestions.look('@ada ', 5);
  answers[2]?.([ADA]);
  await third;
  assert.equal(suggestions.open, false);
});

test('a list that was left stays closed for this word', async () => {
  const { suggestions } = made(async () => [ADA]);
  await suggestions.look('@a', 2);
  assert.equal(suggestions.open, true);
  suggestions.leave();
  await suggestions.look('@ad', 3);
  assert.equal(suggestions.open, false);
  await suggestions.look('@ad ', 4);
  await suggestions.look('@ad @', 5);
  assert.equal(suggestions.open, true);
});

test('a search that fails closes the list and is told', async () => {
  const { suggestions, failures } = made(async (query) => {
    if (query === 'x') throw new Error('no line');
    return [ADA];
  });
  await suggestions.look('@a', 2);
  await suggestions.look('@x', 2);
  assert.equal(suggestions.open, false);
  assert.equal(failures.length, 1);
});

test('the choice goes round, and there is no search for what is not offered', async () => {
  const { suggestions } = made(async () => [ADA, { id: 'u2', title: 'Anna' }]);
  await suggestions.look('@a', 2);
  suggestions.move(-1);
  assert.equal(suggestions.active, 1);
  suggestions.move(1);
  assert.equal(suggestions.active, 0);
  await suggestions.look('/a', 2);
  assert.equal(suggestions.open, false);
});
