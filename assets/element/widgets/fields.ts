/** Reads the fields of a component; whatever stands in them, a value of the wanted kind comes back, or null. */

import type { WidgetNode } from '../core/items.ts';
import { isObject, listFrom, stringFrom } from '../core/json.ts';

const MAX_TEXT_LENGTH = 200_000;
export const MAX_LABEL_LENGTH = 1_000;
const MAX_OPTIONS = 1_000;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
}

/** A text to be read; a number is one too. */
export function textOf(node: WidgetNode, field = 'value'): string {
  return readable(node.fields[field], MAX_TEXT_LENGTH);
}

/** A short text: the name of something, what stands on a button. */
export function labelOf(node: WidgetNode, field = 'label'): string {
  return readable(node.fields[field], MAX_LABEL_LENGTH);
}

export function isSet(node: WidgetNode, field: string): boolean {
  return node.fields[field] === true;
}

/** A whole number, brought between the limits. */
export function countOf(node: WidgetNode, field: string, least: number, most: number): number | null {
  const value = node.fields[field];
  return typeof value === 'number' && Number.isFinite(value) ? clamp(Math.round(value), least, most) : null;
}

export function oneOf<T extends string>(node: WidgetNode, field: string, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === node.fields[field]) ?? null;
}

/** What can be chosen; of several with the same value, the first. */
export function optionsOf(node: WidgetNode): Option[] {
  const options = new Map<string, Option>();
  for (const entry of listFrom(node.fields['options']).slice(0, MAX_OPTIONS)) {
    if (!isObject(entry)) continue;
    const value = readable(entry['value'], MAX_LABEL_LENGTH);
    if (value === '' || options.has(value)) continue;
    const label = readable(entry['label'], MAX_LABEL_LENGTH) || value;
    const description = readable(entry['description'], MAX_LABEL_LENGTH);
    options.set(value, {
      value,
      label: description === '' ? label : `${label} – ${description}`,
      disabled: entry['disabled'] === true,
    });
  }
  return [...options.values()];
}

/** The day of an ISO date or time, as a date field takes it; '' where there is none. */
export function dayOf(node: WidgetNode, field: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(stringFrom(node.fields[field]))?.[0] ?? '';
  return Number.isNaN(Date.parse(day)) ? '' : day;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

export function readable(value: unknown, most: number): string {
  if (typeof value === 'number') return String(value);
  return stringFrom(value).slice(0, most);
}
