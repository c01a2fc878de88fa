/** Makes the object of values that a form sends: a dotted name nests. */

import { isObject } from '../core/json.ts';
import type { JsonObject } from '../core/wire.ts';

const MAX_NAME_LENGTH = 200;
const MAX_NAME_PARTS = 8;

/** What a control holds: a text, a number, whether it is ticked; null for nothing. */
export type FieldValue = string | number | boolean | null;
export type Field = readonly [name: string, value: FieldValue];

/**
 * The values by name: `trip.city` stands in `trip`.
 *
 * SECURITY: names are a server's: one that would reach the prototype of an object is left out.
 */
export function valuesOf(fields: readonly Field[]): JsonObject {
  const values: JsonObject = {};
  for (const [name, value] of fields) if (isUsable(name)) put(values, name, value);
  return values;
}

function isUsable(name: string): boolean {
  const parts = name.split('.');
  const dangerous = parts.some((part) => part === '__proto__' || part === 'constructor' || part === 'prototype');
  return name !== '' && name.length <= MAX_NAME_LENGTH && parts.length <= MAX_NAME_PARTS && !dangerous;
}

function put(values: JsonObject, name: string, value: FieldValue): void {
  const parts = name.split('.');
  const last = parts.pop() ?? name;
  let inner = values;
  for (const part of parts) {
    inner[part] ??= {};
    const next = inner[part];
    // Something else already stands there: the whole name is a key of its own then.
    if (!isObject(next)) return void (values[name] = value);
    inner = next;
  }
  inner[last] = value;
}
