/**
 * Turns what a server sent into the values of `wire.ts`, looking at every field it uses.
 *
 * A server may be newer or older than this file: what is unknown becomes `other` or null, never an exception.
 */

import type {
  ItemUpdate,
  JsonObject,
  NoticeLevel,
  Page,
  StreamEvent,
  Thread,
  ThreadItem,
  ThreadStatus,
  ThreadSummary,
} from './wire.ts';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectFrom(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function stringFrom(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function indexFrom(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000 ? value : 0;
}

function listFrom(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Read a page, leaving out the entries that cannot be read. */
export function parsePage<T>(value: unknown, parseEntry: (entry: unknown) => T | null): Page<T> {
  const page = objectFrom(value);
  const data: T[] = [];
  for (const entry of listFrom(page['data'])) {
    const parsed = parseEntry(entry);
    if (parsed !== null) data.push(parsed);
  }
  return { data, hasMore: page['has_more'] === true, after: stringOrNull(page['after']) };
}

function parseStatus(value: unknown): ThreadStatus {
  const status = objectFrom(value);
  const type = status['type'];
  return { type: type === 'locked' || type === 'closed' ? type : 'active', reason: stringOrNull(status['reason']) };
}

export function parseThreadSummary(value: unknown): ThreadSummary | null {
  if (!isObject(value) || !stringFrom(value['id'])) return null;
  return {
    id: stringFrom(value['id']),
    title: stringOrNull(value['title']),
    createdAt: stringFrom(value['created_at']),
    status: parseStatus(value['status']),
  };
}

export function parseThread(value: unknown): Thread | null {
  const summary = parseThreadSummary(value);
  if (summary === null) return null;
  return { ...summary, items: parsePage(objectFrom(value)['items'], parseItem) };
}

function textOfParts(value: unknown): string[] {
  return listFrom(value).map((part) => stringFrom(objectFrom(part)['text']));
}

export function parseItem(value: unknown): ThreadItem | null {
  if (!isObject(value) || !stringFrom(value['id'])) return null;
  const id = stringFrom(value['id']);
  switch (value['type']) {
    case 'user_message':
      return { type: 'user_message', id, text: textOfParts(value['content']).join('') };
    case 'assistant_message':
      return { type: 'assistant_message', id, parts: textOfParts(value['content']) };
    case 'client_tool_call':
      return {
        type: 'client_tool_call',
        id,
        status: value['status'] === 'completed' ? 'completed' : 'pending',
        name: stringFrom(value['name']),
        arguments: objectFrom(value['arguments']),
      };
    default:
      return { type: 'other', id, kind: stringFrom(value['type']) };
  }
}

function parseUpdate(value: unknown): ItemUpdate {
  const update = objectFrom(value);
  const part = indexFrom(update['content_index']);
  switch (update['type']) {
    case 'assistant_message.content_part.text_delta':
      return { type: 'text_delta', part, delta: stringFrom(update['delta']) };
    case 'assistant_message.content_part.added':
    case 'assistant_message.content_part.done':
      return { type: 'part', part, text: stringFrom(objectFrom(update['content'])['text']) };
    default:
      return { type: 'other' };
  }
}

function parseLevel(value: unknown): NoticeLevel {
  return value === 'warning' || value === 'danger' ? value : 'info';
}

function itemEvent(event: JsonObject, finished: boolean): StreamEvent | null {
  const item = parseItem(event['item']);
  return item && { type: 'item', finished, item };
}

function threadEvent(event: JsonObject, created: boolean): StreamEvent | null {
  const thread = parseThreadSummary(event['thread']);
  return thread && { type: 'thread', created, thread };
}

/** Read one event; null for an event that this version does not know. */
export function parseEvent(value: unknown): StreamEvent | null {
  const event = objectFrom(value);
  switch (event['type']) {
    case 'thread.created':
      return threadEvent(event, true);
    case 'thread.updated':
      return threadEvent(event, false);
    case 'thread.item.added':
      return itemEvent(event, false);
    case 'thread.item.done':
    case 'thread.item.replaced':
      return itemEvent(event, true);
    case 'thread.item.updated':
      return { type: 'item_updated', itemId: stringFrom(event['item_id']), update: parseUpdate(event['update']) };
    case 'thread.item.removed':
      return { type: 'item_removed', itemId: stringFrom(event['item_id']) };
    case 'stream_options':
      return { type: 'options', allowCancel: objectFrom(event['stream_options'])['allow_cancel'] !== false };
    case 'progress_update':
      return { type: 'progress', text: stringFrom(event['text']) };
    case 'client_effect':
      return { type: 'effect', name: stringFrom(event['name']), data: objectFrom(event['data']) };
    case 'notice':
      return {
        type: 'notice',
        level: parseLevel(event['level']),
        title: stringOrNull(event['title']),
        message: stringFrom(event['message']),
      };
    case 'error':
      return {
        type: 'error',
        code: stringFrom(event['code']),
        message: stringOrNull(event['message']),
        allowRetry: event['allow_retry'] === true,
      };
    default:
      return null;
  }
}
