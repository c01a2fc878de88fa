/** Speaks the ChatKit protocol with one server: requests out, events and replies in. Knows no conversation and no page. */

import { ChatError } from './errors.ts';
import { EventStreamParser } from './event_stream.ts';
import { isObject } from './json.ts';
import { parseEvent } from './parse_events.ts';
import { Deadline } from './waiting.ts';
import type { PlainRequest, Request, StreamEvent, StreamingRequest } from './wire.ts';

export interface Endpoint {
  readonly url: string;
  readonly locale: string;
  readonly fetch: typeof globalThis.fetch;
}

export interface Deadlines {
  /** Until a stream's first byte: a server that is still starting lets a request wait. */
  readonly answerMilliseconds: number;
  /** Between two pieces of a stream: a model on a slow computer thinks for minutes before its first word. */
  readonly silenceMilliseconds: number;
  /** For a whole reply that is no stream. */
  readonly replyMilliseconds: number;
}

export const DEADLINES: Deadlines = {
  answerMilliseconds: 90_000,
  silenceMilliseconds: 330_000,
  replyMilliseconds: 60_000,
};

export class ChatClient {
  readonly #endpoint: Endpoint;
  readonly #deadlines: Deadlines;

  constructor(endpoint: Endpoint, deadlines: Deadlines = DEADLINES) {
    this.#endpoint = endpoint;
    this.#deadlines = deadlines;
  }

  /** Yield the events of a streaming request until the server ends it; `signal` stops it. */
  async *stream(request: StreamingRequest, signal: AbortSignal): AsyncGenerator<StreamEvent, void, void> {
    const deadline = new Deadline(this.#deadlines.answerMilliseconds, signal);
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    try {
      const response = await this.#post(request, 'text/event-stream', deadline.signal);
      if (response.body === null) return;
      reader = response.body.getReader();
      const decoder = new TextDecoder();
      const parser = new EventStreamParser();
      for (;;) {
        deadline.restart(this.#deadlines.silenceMilliseconds);
        const { done, value } = await reader.read();
        if (done) return;
        yield* eventsFrom(parser, decoder.decode(value, { stream: true }));
      }
    } catch (error) {
      throw asChatError(error, signal, deadline);
    } finally {
      deadline.clear();
      // Whoever stops reading hangs up; a line that is broken already needs no second word about it.
      reader?.cancel().catch(() => undefined);
    }
  }

  /** Send a plain request and return the JSON of its reply; with `keepalive` it is sent even if the page is closing. */
  async ask(request: PlainRequest, signal: AbortSignal, { keepalive = false } = {}): Promise<unknown> {
    const deadline = new Deadline(this.#deadlines.replyMilliseconds, signal);
    try {
      const response = await this.#post(request, 'application/json', deadline.signal, keepalive);
      return await response.json();
    } catch (error) {
      throw asChatError(error, signal, deadline);
    } finally {
      deadline.clear();
    }
  }

  async #post(request: Request, accept: string, signal: AbortSignal, keepalive = false): Promise<Response> {
    const { url, locale, fetch } = this.#endpoint;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: accept, 'Accept-Language': locale },
      body: JSON.stringify({ ...request, metadata: {} }),
      signal,
      ...(keepalive ? { keepalive } : {}),
    });
    if (!response.ok) throw refusalFrom(response.status, await response.text().catch(() => ''));
    return response;
  }
}

function* eventsFrom(parser: EventStreamParser, text: string): Generator<StreamEvent, void, void> {
  for (const data of pushed(parser, text)) {
    const event = parseEvent(parsedJson(data));
    if (event !== null) yield event;
  }
}

function pushed(parser: EventStreamParser, text: string): string[] {
  try {
    return parser.push(text);
  } catch (cause) {
    throw new ChatError('StreamEventParsingError', 'unreadable', { cause });
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ChatError('StreamEventParsingError', 'unreadable', { cause });
  }
}

/** Servers word their refusals differently; what is for people is in one of these places. */
export function refusalFrom(status: number, said: string): ChatError {
  const body = bodyFrom(said);
  const error = isObject(body) ? (isObject(body['error']) ? body['error'] : body) : {};
  const { message, hint, retryable } = error;
  return new ChatError('HttpError', status === 404 ? 'missing' : 'refused', {
    sentence: typeof message === 'string' && message !== '' ? message : null,
    hint: typeof hint === 'string' ? hint : '',
    retryable: typeof retryable === 'boolean' ? retryable : mayPass(status),
  });
}

function bodyFrom(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

/** A refusal that asking again may change: the server's own trouble, or its wish to be asked later. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/** An aborted request stays what it is when the person stopped it, and becomes a deadline when nobody did. */
function asChatError(error: unknown, signal: AbortSignal, deadline: Deadline): unknown {
  if (signal.aborted || error instanceof ChatError) return error;
  if (deadline.passed) return new ChatError('NetworkError', 'deadline', { cause: error });
  return new ChatError('NetworkError', 'network', { cause: error });
}
