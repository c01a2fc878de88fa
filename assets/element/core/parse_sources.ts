/** Turns the JSON of sources, annotations and tasks into the values of `items.ts`. */

import {
  choiceFrom,
  isObject,
  objectFrom,
  readableFrom,
  stringFrom,
  stringOrNull,
  stringsFrom,
} from './json.ts';
import type { Annotation, EntityReference, Source, Task } from './items.ts';
import type { JsonObject } from './wire.ts';

/** Nobody writes a longer answer than this into one part. */
const MAX_TEXT_INDEX = 100_000_000;

/** Read a source; null for what names nothing. */
export function parseSource(value: unknown): Source | null {
  if (!isObject(value)) return null;
  const kind = choiceFrom(value['type'], ['url', 'file', 'entity']);
  const url = kind === 'url' ? safeLink(value['url']) : null;
  const name = kind === 'file' ? stringFrom(value['filename']) : '';
  const title = stringFrom(value['title']) || name || url || '';
  if (title === '') return null;
  return {
    kind,
    title,
    description: stringOrNull(value['description']) ?? stringOrNull(value['attribution']),
    url,
    group: stringOrNull(value['group']),
    entity: kind === 'entity' ? entityFrom(value) : null,
  };
}

function entityFrom(value: JsonObject): EntityReference {
  return {
    id: stringFrom(value['id']),
    icon: stringOrNull(value['icon']),
    label: stringOrNull(value['inline_label']) ?? stringOrNull(value['label']),
    interactive: value['interactive'] === true,
    data: objectFrom(value['data']),
  };
}

/** SECURITY: an address that runs a program is none; what may be opened at all is decided by the shell. */
function safeLink(value: unknown): string | null {
  const link = stringFrom(value);
  return /^(?:https?|mailto):/i.test(link) ? link : null;
}

export function parseAnnotation(value: unknown): Annotation | null {
  if (!isObject(value)) return null;
  const source = parseSource(value['source']);
  return source && { source, index: textIndex(value['index']) };
}

function textIndex(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MAX_TEXT_INDEX ? value : null;
}

/** Read a task; one of an unknown kind is read as one with words of its own. */
export function parseTask(value: unknown): Task | null {
  if (!isObject(value)) return null;
  const titleQuery = stringOrNull(value['title_query']);
  const queries = stringsFrom(value['queries']);
  return {
    kind: choiceFrom(value['type'], ['custom', 'web_search', 'thought', 'file', 'image']),
    status: choiceFrom(value['status_indicator'], ['none', 'loading', 'complete']),
    title: stringOrNull(value['title']),
    icon: stringOrNull(value['icon']),
    content: stringOrNull(value['content']),
    queries: titleQuery === null || queries.includes(titleQuery) ? queries : [titleQuery, ...queries],
    sources: readableFrom(value['sources'], parseSource),
  };
}

