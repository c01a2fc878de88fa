import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventStreamParser, MAX_EVENT_LENGTH } from '../core/event_stream.ts';

function parse(...pieces: string[]): string[] {
  const parser = new EventStreamParser();
  return pieces.flatMap((piece) => parser.push(piece));
}

test('an event ends with an empty line, whatever a line ends with', () => {
  assert.deepEqual(parse('data: a\n\ndata: b\n\n'), ['a', 'b']);
  assert.deepEqual(parse('data: a\r\n\r\ndata: b\r\n\r\n'), ['a', 'b']);
  assert.deepEqual(parse('data: a\r\rdata: b\r\r'), ['a', 'b']);
});

test('the same events come out wherever the network cuts', () => {
  const stream = ': hello\r\nevent: x\r\nid: 1\r\ndata: {"text":"ä 😀"}\r\n\r\ndata: one\r\ndata: two\r\n\r\ndata:three\n\n';
  const whole = parse(stream);
  assert.deepEqual(whole, ['{"text":"ä 😀"}', 'one\ntwo', 'three']);
  for (let first = 0; first <= stream.length; first += 1) {
    for (let second = first; second <= stream.length; second += 7) {
      assert.deepEqual(parse(stream.slice(0, first), stream.slice(first, second), stream.slice(second)), whole);
    }
  }
  assert.deepEqual(parse(...stream), whole);
});

test('comments and unknown fields are no events, and an unfinished event is none yet', () => {
  assert.deepEqual(parse(': keep-alive\n\n', 'retry: 5\n\n', 'data: unfinished\n'), []);
});

test('an event without an end is refused before it fills the memory', () => {
  const parser = new EventStreamParser();
  const piece = 'x'.repeat(1024 * 1024);
  parser.push('data: ');
  assert.throws(() => {
    for (let length = 0; length <= MAX_EVENT_LENGTH; length += piece.length) parser.push(piece);
  }, RangeError);
});

test('an event of many lines is refused as well', () => {
  const parser = new EventStreamParser();
  const line = `data: ${'x'.repeat(1024 * 1024)}\n`;
  assert.throws(() => {
    for (let length = 0; length <= 2 * MAX_EVENT_LENGTH; length += line.length) parser.push(line);
  }, RangeError);
});
