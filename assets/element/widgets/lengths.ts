/**
 * Owns the lengths a server may choose, brought into bounds: a component can take room, and never the whole place.
 *
 * SECURITY: what is returned is a number with a unit, or one of a few words.
 */

import { clamp } from './fields.ts';

/** A step of space is 4 px, as everywhere. */
const SPACE_PIXELS = 4;
const MAX_SPACE_PIXELS = 96;
const MAX_SIZE_PIXELS = 1_600;
const MAX_GROW = 100;
const ROOT_PIXELS = 16;

const LENGTH = /^(\d{1,6}(?:\.\d{1,4})?)(px|rem|em|%|vw|vh)?$/;
const SIZE_WORDS = new Set(['auto', 'max-content', 'min-content', 'fit-content']);
const FLEX = /^(\d{1,3}(?:\.\d{1,2})?)(?: \d{1,3}(?:\.\d{1,2})?)?(?: (?:auto|0|\d{1,3}%))?$/;
const RATIO = /^(\d{1,5}(?:\.\d{1,4})?)(?: ?\/ ?(\d{1,5}(?:\.\d{1,4})?))?$/;

/** The room around or between things; a plain number counts steps. */
export function spaceFrom(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? pixels(value * SPACE_PIXELS, MAX_SPACE_PIXELS) : null;
  const [amount, unit] = measure(value) ?? [];
  if (amount === undefined || unit === '%' || unit === 'vw' || unit === 'vh') return null;
  return pixels(amount * (unit === undefined ? SPACE_PIXELS : unit === 'px' ? 1 : ROOT_PIXELS), MAX_SPACE_PIXELS);
}

/** How wide or high something is; a plain number counts pixels. */
export function sizeFrom(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? pixels(value, MAX_SIZE_PIXELS) : null;
  if (typeof value === 'string' && SIZE_WORDS.has(value)) return value;
  const [amount, unit] = measure(value) ?? [];
  if (amount === undefined) return null;
  if (unit === '%' || unit === 'vw' || unit === 'vh') return `${clamp(amount, 0, 100)}${unit}`;
  return pixels(amount * (unit === undefined || unit === 'px' ? 1 : ROOT_PIXELS), MAX_SIZE_PIXELS);
}

/** How much of the room that is left something takes. */
export function flexFrom(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(clamp(value, 0, MAX_GROW)) : null;
  if (value === 'auto' || value === 'none') return value;
  return typeof value === 'string' && FLEX.test(value) ? value : null;
}

export function ratioFrom(value: unknown): string | null {
  const [, width, height] =
    RATIO.exec(String(typeof value === 'number' || typeof value === 'string' ? value : '')) ?? [];
  if (width === undefined) return null;
  const ratio = Number(width) / Number(height ?? 1);
  return ratio > 0 && Number.isFinite(ratio) ? String(clamp(ratio, 0.1, 20)) : null;
}

function measure(value: unknown): [amount: number, unit: string | undefined] | null {
  const [, amount, unit] = (typeof value === 'string' && LENGTH.exec(value.trim())) || [];
  return amount === undefined ? null : [Number(amount), unit];
}

function pixels(amount: number, most: number): string {
  return `${clamp(amount, 0, most)}px`;
}
