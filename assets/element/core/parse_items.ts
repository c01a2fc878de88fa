/**
 * Turns the JSON of a thread's items into the values of `items.ts`, looking at every field they have.
 *
 * A server may be newer or older than this file: what is unknown becomes `other` or null, never an exception.
 */

import { isFailure } from './client_tools.ts';
import {
  choiceFrom,
  isObject,
  listFrom,
  numberOrNull,
  objectFrom,
  readableFrom,
  stringFrom,
  stringOrNull,
  stringsFrom,
} from './json.ts';
import type {
  AnswerPart,
  Attachment,
  InputAnswer,
  StructuredQuestion,
  ThreadItem,
  UserMessageItem,
  UserPart,
  WorkflowItem,
} from './items.ts';
import { parseAnnotation, parseTask } from './parse_sources.ts';
import { parseWidget } from './parse_widget.ts';
import { readableText } from './readable_text.ts';
import type { JsonObject } from './wire.ts';

/** What has such an id was made here: the message on its way, notices. */
export const OWN_ID_PREFIX = 'own:';

type Reader = (id: string, value: JsonObject) => ThreadItem | null;

const READERS: Readonly<Record<string, Reader>> = {
  user_message: userMessage,
  assistant_message: (id, value) => ({
    type: 'assistant_message',
    id,
    parts: listFrom(value['content']).map(parseAnswerPart),
  }),
  client_tool_call: (id, value) => ({
    type: 'client_tool_call',
    id,
    status: choiceFrom(value['status'], ['pending', 'completed']),
    name: stringFrom(value['name']),
    arguments: objectFrom(value['arguments']),
    failed: isFailure(value['output']),
  }),
  widget: (id, value) => {
    const root = parseWidget(value['widget']);
    return root && { type: 'widget', id, root, copyText: stringOrNull(value['copy_text']) };
  },
  generated_image: (id, value) => ({ type: 'generated_image', id, url: parseImageUrl(value['image']), progress: null }),
  structured_input: (id, value) => ({
    type: 'structured_input',
    id,
    status: choiceFrom(value['status'], ['pending', 'answered', 'skipped']),
    questions: readableFrom(value['inputs'], parseQuestion),
  }),
  task: (id, value) => {
    const task = parseTask(value['task']);
    return task && { type: 'task', id, task };
  },
  workflow: (id, value) => workflow(id, objectFrom(value['workflow'])),
  end_of_turn: (id) => ({ type: 'end_of_turn', id }),
  // These are for the agent's eyes; a server that sends them has made a mistake.
  hidden_context_item: (id) => ({ type: 'other', id, kind: 'hidden_context_item', text: '' }),
  sdk_hidden_context: (id) => ({ type: 'other', id, kind: 'sdk_hidden_context', text: '' }),
};

/** SECURITY: a server that speaks of an id of ours could replace or take away what a person is sending. */
export function itemIdFrom(value: unknown): string {
  const id = stringFrom(value);
  return id.startsWith(OWN_ID_PREFIX) ? '' : id;
}

/** Read one item; null for what has no id. */
export function parseItem(value: unknown): ThreadItem | null {
  if (!isObject(value)) return null;
  const id = itemIdFrom(value['id']);
  if (id === '') return null;
  const kind = stringFrom(value['type']);
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  return read?.(id, value) ?? { type: 'other', id, kind, text: readableText(value) };
}

function userMessage(id: string, value: JsonObject): UserMessageItem {
  const parts = readableFrom(value['content'], parseUserPart);
  return {
    type: 'user_message',
    id,
    text: parts.map((part) => part.text).join(''),
    parts,
    attachments: readableFrom(value['attachments'], parseAttachment),
    quotedText: stringOrNull(value['quoted_text']),
  };
}

function parseUserPart(value: unknown): UserPart | null {
  if (!isObject(value)) return null;
  const text = stringFrom(value['text']);
  if (value['type'] !== 'input_tag') return { type: 'text', text };
  return {
    type: 'tag',
    id: stringFrom(value['id']),
    text,
    group: stringOrNull(value['group']),
    interactive: value['interactive'] === true,
    data: objectFrom(value['data']),
  };
}

export function parseAttachment(value: unknown): Attachment | null {
  if (!isObject(value)) return null;
  return {
    id: stringFrom(value['id']),
    name: stringFrom(value['name']),
    mimeType: stringFrom(value['mime_type']),
    previewUrl: value['type'] === 'image' ? safePicture(value['preview_url']) : null,
  };
}

/** SECURITY: a picture is fetched or held in the address; which hosts may be asked is the page's policy to say. */
function safePicture(value: unknown): string | null {
  const url = stringFrom(value);
  return /^(?:https?:\/\/|blob:|data:image\/|\/(?!\/))/i.test(url) ? url : null;
}

export function parseImageUrl(image: unknown): string | null {
  return safePicture(objectFrom(image)['url']);
}

export function parseAnswerPart(value: unknown): AnswerPart {
  const part = objectFrom(value);
  return { text: stringFrom(part['text']), annotations: readableFrom(part['annotations'], parseAnnotation) };
}

function parseQuestion(value: unknown): StructuredQuestion | null {
  if (!isObject(value) || stringFrom(value['id']) === '') return null;
  const options = listFrom(value['options']).map((option) => stringFrom(objectFrom(option)['value']));
  return {
    id: stringFrom(value['id']),
    question: stringFrom(value['question']),
    description: stringOrNull(value['description']),
    options: options.filter((option) => option !== ''),
    multiple: value['multiple'] === true,
    answer: parseAnswer(value['answer']),
  };
}

function parseAnswer(value: unknown): InputAnswer | null {
  return isObject(value) ? { values: stringsFrom(value['values']), skipped: value['skipped'] === true } : null;
}

function workflow(id: string, value: JsonObject): WorkflowItem {
  const summary = objectFrom(value['summary']);
  return {
    type: 'workflow',
    id,
    kind: choiceFrom(value['type'], ['custom', 'reasoning']),
    tasks: readableFrom(value['tasks'], parseTask),
    title: stringOrNull(summary['title']),
    icon: stringOrNull(summary['icon']),
    durationSeconds: numberOrNull(summary['duration']),
    expanded: value['expanded'] === true,
  };
}
