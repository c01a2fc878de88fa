import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEW_CONVERSATION } from '../core/conversation.ts';
import { ChatError, type FailureCode } from '../core/errors.ts';
import { AT_REST, type Retry, type SessionState } from '../core/session_state.ts';
import { closedLine, problemLine, progressLine } from '../view/lines.ts';
import { type KeyPress, isSendKey } from '../view/send_key.ts';
import { wordsFrom } from '../view/words.ts';

const words = wordsFrom();
const READY = { state: 'ready', message: '' } as const;

function failing(error: ChatError, retry: Retry): SessionState {
  return { ...AT_REST, failure: { error, retry } };
}

test('every failure has words of its own', () => {
  const codes: FailureCode[] = [
    'network',
    'deadline',
    'refused',
    'missing',
    'stream',
    'unreadable',
    'rounds',
    'busy',
    'options',
  ];
  const sentences = codes.map((code) => problemLine(failing(new ChatError('HttpError', code), 'none'), READY, words));
  assert.equal(new Set(sentences.map((problem) => problem?.sentence)).size, codes.length);
});

test("the server's own words come first, then what the page knows, then ours", () => {
  const stopped = { state: 'failed', message: 'It crashed three times.' } as const;
  const told = new ChatError('HttpError', 'refused', { sentence: 'No room left.', hint: 'Free some.' });
  assert.deepEqual(problemLine(failing(told, 'ask'), stopped, words), {
    sentence: 'No room left.',
    hint: 'Free some.',
    retry: true,
  });
  const silent = new ChatError('NetworkError', 'network');
  assert.equal(problemLine(failing(silent, 'ask'), stopped, words)?.sentence, 'It crashed three times.');
  assert.equal(problemLine(failing(silent, 'ask'), null, words)?.sentence, words('element.failure.network'));
});

test('text that came back is pointed to, and a server that stopped is told without a failure', () => {
  const silent = new ChatError('NetworkError', 'network');
  assert.equal(problemLine(failing(silent, 'send'), null, words)?.hint, words('element.failure.unsent'));
  assert.equal(problemLine(AT_REST, { state: 'stopped', message: '' }, words)?.retry, false);
  assert.equal(problemLine(AT_REST, READY, words), null);
});

test('a server that says too much leaves the composer in sight', () => {
  const endless = 'x '.repeat(10_000);
  const told = new ChatError('StreamError', 'stream', { sentence: endless, hint: endless });
  const problem = problemLine(failing(told, 'none'), null, words);
  const closed = { ...AT_REST.conversation, status: { type: 'closed', reason: endless } } as const;
  const lines = [problem?.sentence, problem?.hint, closedLine({ ...AT_REST, conversation: closed }, words)];
  for (const line of lines) assert.ok(line && line.length < 1_000);
});

test('a wait gets words only when it is long, and they say whether the server is starting', () => {
  const waiting: SessionState = { ...AT_REST, phase: 'waiting' };
  assert.equal(progressLine(waiting, null, words), '');
  assert.equal(progressLine({ ...waiting, slow: true }, null, words), words('element.progress.starting'));
  assert.equal(progressLine({ ...waiting, slow: true }, READY, words), words('element.progress.working'));
  assert.equal(progressLine({ ...AT_REST, phase: 'tool' }, READY, words), words('element.progress.tool'));
  assert.equal(progressLine(AT_REST, READY, words), null);
});

test('while an answer is being written, the answer is the progress', () => {
  const conversation = { ...NEW_CONVERSATION, entries: [{ type: 'assistant_message', id: 'a', parts: [{ text: 'x', annotations: [] }] }] } as const;
  assert.equal(progressLine({ ...AT_REST, phase: 'streaming', conversation }, READY, words), null);
  assert.equal(progressLine({ ...AT_REST, phase: 'streaming' }, READY, words), '');
  const reading = { ...conversation, progress: 'Reading' };
  assert.equal(progressLine({ ...AT_REST, phase: 'streaming', conversation: reading }, READY, words), 'Reading');
});

test('a thread that takes no messages says why', () => {
  const locked = (reason: string | null): SessionState => ({
    ...AT_REST,
    conversation: { ...NEW_CONVERSATION, status: { type: 'locked', reason } },
  });
  assert.equal(closedLine(locked('Paid plans only.'), words), 'Paid plans only.');
  assert.equal(closedLine(locked(null), words), words('element.locked'));
  assert.equal(closedLine(AT_REST, words), null);
});

test('words fall back to English and fill in what they are given', () => {
  const german = wordsFrom({ 'element.retry': 'Nochmal' });
  assert.equal(german('element.retry'), 'Nochmal');
  assert.equal(german('element.composer.label'), 'Message');
  assert.equal(words('element.agent_said', { agent: '{agent}$&' }), '{agent}$& said:');
});

const ENTER: KeyPress = {
  key: 'Enter',
  keyCode: 13,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  timeStamp: 1_000,
};

test('Enter sends, with Shift or Alt it is a new line', () => {
  assert.equal(isSendKey(ENTER, -Infinity), true);
  assert.equal(isSendKey({ ...ENTER, ctrlKey: true }, -Infinity), true);
  assert.equal(isSendKey({ ...ENTER, shiftKey: true }, -Infinity), false);
  assert.equal(isSendKey({ ...ENTER, altKey: true }, -Infinity), false);
  assert.equal(isSendKey({ ...ENTER, key: 'a' }, -Infinity), false);
});

test('the Enter that ends a composed word does not send it, in any engine', () => {
  assert.equal(isSendKey({ ...ENTER, isComposing: true }, -Infinity), false);
  assert.equal(isSendKey({ ...ENTER, keyCode: 229 }, -Infinity), false);
  // WebKit has already ended the composition when it reports the key.
  assert.equal(isSendKey(ENTER, 995), false);
  assert.equal(isSendKey(ENTER, 900), true);
});
