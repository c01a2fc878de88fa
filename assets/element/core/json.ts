/** Looks into JSON that somebody else wrote: each function returns a value of its type, whatever it is given. */

import type { JsonObject } from './wire.ts';

/** Indexes beyond this are nonsense, and would make a list of nothing. */
const MAX_INDEX = 10_000;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectFrom(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function stringFrom(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function indexFrom(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MAX_INDEX ? value : 0;
}

export function listFrom(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function stringsFrom(value: unknown): string[] {
  return listFrom(value).filter((entry) => typeof entry === 'string');
}

/** The entries that can be read. */
export function readableFrom<T>(value: unknown, read: (entry: unknown) => T | null): T[] {
  return listFrom(value).flatMap((entry) => read(entry) ?? []);
}

/** `value` if it is one of these, else the first of them. */
export function choiceFrom<T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
