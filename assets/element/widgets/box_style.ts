/** Turns the layout fields of a component into style properties, one by one and each of them checked. */

import type { WidgetNode } from '../core/items.ts';
import { isObject, stringFrom } from '../core/json.ts';
import { colourFrom } from './colours.ts';
import { clamp, oneOf } from './fields.ts';
import { flexFrom, ratioFrom, sizeFrom, spaceFrom } from './lengths.ts';

/** Style properties by their CSS names; null stands for one that is not set. */
export type Style = Readonly<Record<string, string | null>>;

const MAX_BORDER_PIXELS = 8;
const SIDES = {
  top: ['top'],
  right: ['right'],
  bottom: ['bottom'],
  left: ['left'],
  x: ['left', 'right'],
  y: ['top', 'bottom'],
};
const ALIGNMENTS = new Map([
  ['start', 'flex-start'],
  ['center', 'center'],
  ['end', 'flex-end'],
  ['baseline', 'baseline'],
  ['stretch', 'stretch'],
  ['between', 'space-between'],
  ['around', 'space-around'],
  ['evenly', 'space-evenly'],
]);
const RADII = new Map([
  ['none', '0px'],
  ['2xs', '2px'],
  ['xs', '4px'],
  ['sm', '6px'],
  ['md', '8px'],
  ['lg', '10px'],
  ['xl', '12px'],
  ['2xl', '16px'],
  ['3xl', '20px'],
  ['4xl', '24px'],
  ['full', '9999px'],
  ['100%', '100%'],
]);
const BORDER_STYLES = ['solid', 'dashed', 'dotted', 'double', 'groove', 'ridge', 'inset', 'outset'] as const;

/** How large something is, and what is around it. */
export function blockStyle({ fields }: WidgetNode): Style {
  return {
    width: sizeFrom(fields['width'] ?? fields['size']),
    height: sizeFrom(fields['height'] ?? fields['size']),
    'min-width': sizeFrom(fields['minWidth'] ?? fields['minSize']),
    'min-height': sizeFrom(fields['minHeight'] ?? fields['minSize']),
    'max-width': sizeFrom(fields['maxWidth'] ?? fields['maxSize']),
    'max-height': sizeFrom(fields['maxHeight'] ?? fields['maxSize']),
    'aspect-ratio': ratioFrom(fields['aspectRatio']),
    'border-radius': RADII.get(stringFrom(fields['radius'])) ?? null,
    flex: flexFrom(fields['flex']),
    ...spacing('margin', fields['margin']),
  };
}

/** How what is inside is laid out. */
export function flowStyle(node: WidgetNode): Style {
  const { fields } = node;
  return {
    'align-items': alignmentFrom(fields['align']),
    'justify-content': alignmentFrom(fields['justify']),
    'flex-wrap': oneOf(node, 'wrap', ['nowrap', 'wrap', 'wrap-reverse']),
    gap: spaceFrom(fields['gap']),
    ...spacing('padding', fields['padding']),
  };
}

/** What it stands on and what is drawn around it. */
export function surfaceStyle({ fields }: WidgetNode): Style {
  return { 'background-color': colourFrom(fields['background'], 'surface'), ...borders(fields['border']) };
}

export function alignmentFrom(value: unknown): string | null {
  return (typeof value === 'string' && ALIGNMENTS.get(value)) || null;
}

export function spacing(property: 'margin' | 'padding', value: unknown): Style {
  if (!isObject(value)) return { [property]: spaceFrom(value) };
  const style: Record<string, string | null> = {};
  eachSide(value, (side, entry) => {
    style[`${property}-${side}`] = spaceFrom(entry);
  });
  return style;
}

function borders(value: unknown): Style {
  if (!isObject(value) || 'size' in value) return { border: borderFrom(value) };
  const style: Record<string, string | null> = {};
  eachSide(value, (side, entry) => {
    style[`border-${side}`] = borderFrom(entry);
  });
  return style;
}

/** The shorthands for two sides first, so that a side of its own has the last word. */
function eachSide(value: Readonly<Record<string, unknown>>, take: (side: string, entry: unknown) => void): void {
  for (const name of ['x', 'y', 'top', 'right', 'bottom', 'left'] as const) {
    if (value[name] !== undefined) for (const side of SIDES[name]) take(side, value[name]);
  }
}

function borderFrom(value: unknown): string | null {
  const border = isObject(value) ? value : { size: value };
  const { size, color, style } = border as Readonly<Record<string, unknown>>;
  if (typeof size !== 'number' || !Number.isFinite(size)) return null;
  const line = BORDER_STYLES.find((known) => known === style) ?? 'solid';
  return `${clamp(size, 0, MAX_BORDER_PIXELS)}px ${line} ${colourFrom(color, 'edge') ?? 'var(--line)'}`;
}
