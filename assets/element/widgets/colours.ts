/**
 * Owns the colours a server may choose: tokens, a small palette, and plain CSS colours of a checked form.
 *
 * SECURITY: what is returned never holds more than one colour: no url(), no foreign var(), no second property.
 */

import { isObject } from '../core/json.ts';

export type ColourUse = 'text' | 'surface' | 'edge';
export type Scheme = 'light' | 'dark';

const TOKENS: Record<ColourUse, ReadonlyMap<string, string>> = {
  text: new Map([
    ['prose', 'var(--text)'],
    ['primary', 'var(--text)'],
    ['emphasis', 'var(--text)'],
    ['secondary', 'var(--muted)'],
    ['tertiary', 'var(--muted)'],
    ['success', 'var(--good)'],
    ['warning', 'var(--warning)'],
    ['danger', 'var(--danger)'],
  ]),
  surface: new Map([
    ['surface', 'var(--surface)'],
    ['surface-secondary', 'var(--sunken)'],
    ['surface-tertiary', 'var(--hover)'],
    ['surface-elevated', 'var(--raised)'],
    ['surface-elevated-secondary', 'var(--sunken)'],
  ]),
  edge: new Map([
    ['default', 'var(--line)'],
    ['subtle', 'var(--line)'],
    ['strong', 'var(--edge)'],
  ]),
};

/** Hue and saturation of the palette's names. */
const PALETTE: ReadonlyMap<string, readonly [hue: number, saturation: number]> = new Map([
  ['gray', [215, 8]],
  ['red', [4, 72]],
  ['orange', [26, 84]],
  ['yellow', [45, 88]],
  ['green', [146, 56]],
  ['blue', [212, 78]],
  ['purple', [266, 62]],
  ['pink', [330, 72]],
]);
/** Lightness in percent at these steps; between them it changes evenly. */
const STEPS: readonly (readonly [step: number, lightness: number])[] = [
  [0, 100],
  [50, 97],
  [100, 94],
  [500, 52],
  [900, 20],
  [1000, 8],
];

const PALETTE_COLOUR = /^([a-z]+)-(\d{1,4})$/;
const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
const FUNCTION = /^(?:rgb|hsl)a?\((?:[\d.%,/ +-]|deg){5,60}\)$/;
const NAME = /^[a-z]{3,20}$/;
const INHERITED = new Set(['inherit', 'initial', 'unset', 'revert', 'none', 'auto']);

/** A colour as CSS; of one for each scheme, the one that fits where it is used. */
export function colourFrom(value: unknown, use: ColourUse): string | null {
  if (!isObject(value)) return plainColour(value, use);
  const [light, dark] = [plainColour(value['light'], use), plainColour(value['dark'], use)];
  return light !== null && dark !== null ? `light-dark(${light}, ${dark})` : (light ?? dark);
}

function plainColour(value: unknown, use: ColourUse): string | null {
  if (typeof value !== 'string' || value.length > 80) return null;
  const colour = value.trim().toLowerCase();
  const token = TOKENS[use].get(colour) ?? fromPalette(colour);
  if (token !== null) return token;
  const known = HEX.test(colour) || FUNCTION.test(colour) || (NAME.test(colour) && !INHERITED.has(colour));
  return known ? colour : null;
}

function fromPalette(colour: string): string | null {
  const shade = shadeOf(colour);
  return shade && `hsl(${shade.hue} ${shade.saturation}% ${shade.lightness}%)`;
}

function shadeOf(colour: string): { hue: number; saturation: number; lightness: number } | null {
  const [, name = '', step = ''] = PALETTE_COLOUR.exec(colour) ?? [];
  const base = PALETTE.get(name);
  return base ? { hue: base[0], saturation: base[1], lightness: lightnessAt(Number(step)) } : null;
}

function lightnessAt(step: number): number {
  const after = STEPS.findIndex(([at]) => at >= step);
  const [upper, lower] = [STEPS[after], STEPS[after - 1]];
  if (upper === undefined) return 8;
  if (lower === undefined) return upper[1];
  const part = (step - lower[0]) / (upper[0] - lower[0]);
  return Math.round(lower[1] + part * (upper[1] - lower[1]));
}

/** The scheme whose text can be read on a fixed colour; null for one that follows the scheme or cannot be judged. */
export function schemeOn(value: unknown): Scheme | null {
  if (typeof value !== 'string') return null;
  const colour = value.trim().toLowerCase();
  const shade = shadeOf(colour);
  if (shade !== null) return shade.lightness > 55 ? 'light' : 'dark';
  if (!HEX.test(colour)) return null;
  const digits =
    colour.length < 7 ? [...colour.slice(1, 4)].map((digit) => digit + digit) : colour.slice(1, 7).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => Number.parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? 'light' : 'dark';
}
