/** Turns the JSON of events into the values of `wire.ts`; what is unknown becomes null, or changes nothing. */

import { choiceFrom, indexFrom, numberOrNull, objectFrom, stringFrom, stringOrNull } from './json.ts';
import { itemIdFrom, parseAnswerPart, parseImageUrl, parseItem } from './parse_items.ts';
import { parseAnnotation, parseTask } from './parse_sources.ts';
import { parseThreadSummary } from './parse_threads.ts';
import { parseWidget } from './parse_widget.ts';
import type { ItemUpdate, JsonObject, StreamEvent } from './wire.ts';

const NOTHING: ItemUpdate = { type: 'other' };

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
      return { type: 'item_removed', itemId: itemIdFrom(event['item_id']) };
    default:
      return parseSignal(event);
  }
}

/** The events that are about the stream itself. */
function parseSignal(event: JsonObject): StreamEvent | null {
  switch (event['type']) {
    case 'stream_options':
      return { type: 'options', allowCancel: objectFrom(event['stream_options'])['allow_cancel'] !== false };
    case 'progress_update':
      return { type: 'progress', text: stringFrom(event['text']), icon: stringOrNull(event['icon']) };
    case 'client_effect':
      return { type: 'effect', name: stringFrom(event['name']), data: objectFrom(event['data']) };
    case 'notice':
      return {
        type: 'notice',
        level: choiceFrom(event['level'], ['info', 'warning', 'danger']),
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

function itemEvent(event: JsonObject, finished: boolean): StreamEvent | null {
  const item = parseItem(event['item']);
  return item && { type: 'item', finished, item };
}

function threadEvent(event: JsonObject, created: boolean): StreamEvent | null {
  const thread = parseThreadSummary(event['thread']);
  return thread && { type: 'thread', created, thread };
}

function parseUpdate(value: unknown): ItemUpdate {
  const update = objectFrom(value);
  const type = stringFrom(update['type']);
  if (type.startsWith('assistant_message.')) return answerUpdate(type, update);
  if (type.startsWith('widget.')) return widgetUpdate(type, update);
  switch (type) {
    case 'workflow.task.added':
    case 'workflow.task.updated': {
      const task = parseTask(update['task']);
      return task === null ? NOTHING : { type: 'task', index: indexFrom(update['task_index']), task };
    }
    case 'generated_image.updated':
      return { type: 'image', url: parseImageUrl(update['image']), progress: fraction(update['progress']) };
    default:
      return NOTHING;
  }
}

function answerUpdate(type: string, update: JsonObject): ItemUpdate {
  const part = indexFrom(update['content_index']);
  switch (type) {
    case 'assistant_message.content_part.text_delta':
      return { type: 'text_delta', part, delta: stringFrom(update['delta']) };
    case 'assistant_message.content_part.added':
    case 'assistant_message.content_part.done':
      return { type: 'part', part, content: parseAnswerPart(update['content']) };
    case 'assistant_message.content_part.annotation_added': {
      const annotation = parseAnnotation(update['annotation']);
      if (annotation === null) return NOTHING;
      return { type: 'annotation', part, index: indexFrom(update['annotation_index']), annotation };
    }
    default:
      return NOTHING;
  }
}

function widgetUpdate(type: string, update: JsonObject): ItemUpdate {
  const componentId = stringFrom(update['component_id']);
  switch (type) {
    case 'widget.root.updated': {
      const root = parseWidget(update['widget']);
      return root === null ? NOTHING : { type: 'widget_root', root };
    }
    case 'widget.component.updated': {
      const component = parseWidget(update['component']);
      return component === null ? NOTHING : { type: 'widget_component', componentId, component };
    }
    case 'widget.streaming_text.value_delta':
      return { type: 'widget_text', componentId, delta: stringFrom(update['delta']), done: update['done'] === true };
    default:
      return NOTHING;
  }
}

function fraction(value: unknown): number | null {
  const number = numberOrNull(value);
  return number === null ? null : Math.min(Math.max(number, 0), 1);
}
