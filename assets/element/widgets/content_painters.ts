/** Draws icons, pictures, charts as tables, and what this version does not know. */

import { html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { isObject, listFrom, objectFrom, stringFrom } from '../core/json.ts';
import { readableText } from '../core/readable_text.ts';
import { linkTarget, whereElse, withoutTricks } from '../view/markdown/links.ts';
import { blockStyle, surfaceStyle } from './box_style.ts';
import { colourFrom } from './colours.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { isSet, labelOf, oneOf, readable, textOf } from './fields.ts';
import { iconNamed } from './icon.ts';
import { imageSource } from './image_source.ts';
import { styled } from './styled.ts';

const ICON_PIXELS = { xs: 12, sm: 14, md: 18, lg: 20, xl: 24, '2xl': 28, '3xl': 32 };
const FITS = ['cover', 'contain', 'fill', 'scale-down', 'none'] as const;
const POSITIONS = /^(?:(?:top|bottom) (?:left|right)|top|bottom|left|right|center)$/;
const MAX_CHART_ROWS = 500;
const MAX_CHART_SERIES = 20;
const MAX_CELL_LENGTH = 200;

export function paintIcon(node: WidgetNode): Drawn {
  const size = ICON_PIXELS[oneOf(node, 'size', ['xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl']) ?? 'md'];
  const icon = iconNamed(labelOf(node, 'name'), size);
  return icon === null
    ? nothing
    : html`<span class="glyph" ${styled({ color: colourFrom(node.fields['color'], 'text') })}>${icon}</span>`;
}

export function paintImage(node: WidgetNode): Drawn {
  const alt = labelOf(node, 'alt');
  const source = imageSource(stringFrom(node.fields['src']), location.href);
  if (source.kind === 'link') return linkTo(source.url, alt);
  if (source.kind === 'none') return alt === '' ? nothing : html`<div class="caption">${alt}</div>`;
  const position = stringFrom(node.fields['position']);
  const style = {
    ...blockStyle(node),
    ...surfaceStyle(node),
    'object-fit': oneOf(node, 'fit', FITS),
    'object-position': POSITIONS.test(position) ? position : null,
  };
  const classes = `${isSet(node, 'frame') ? 'framed' : ''} ${isSet(node, 'flush') ? 'flush' : ''}`;
  return html`<img class=${classes} src=${source.url} alt=${alt} decoding="async" ${styled(style)} />`;
}

/** SECURITY: words that name another server than the one the link leads to do not stand alone. */
function linkTo(url: string, alt: string): Drawn {
  const target = linkTarget(url);
  if (target === null) return alt === '' ? nothing : html`<div class="caption">${alt}</div>`;
  const where = whereElse(alt, target);
  return html`<span
    ><a class="elsewhere" href=${target.href} title=${target.href} rel="noreferrer">${withoutTricks(alt) || url}</a>${
      where === '' ? nothing : html` <bdi class="caption">(${where})</bdi>`
    }</span
  >`;
}

interface Column {
  readonly key: string;
  readonly label: string;
}

export function paintChart({ fields }: WidgetNode, { words }: Drawing): Drawn {
  const axis = objectFrom(fields['xAxis']);
  const first = stringFrom(fields['xAxis']) || stringFrom(axis['dataKey']);
  const names = objectFrom(axis['labels']);
  const columns = listFrom(fields['series']).slice(0, MAX_CHART_SERIES).flatMap(columnFrom);
  const rows = listFrom(fields['data']).filter(isObject).slice(0, MAX_CHART_ROWS);
  const head = (row: Readonly<Record<string, unknown>>): string => {
    const value = readable(row[first], MAX_CELL_LENGTH);
    return Object.hasOwn(names, value) ? readable(names[value], MAX_CELL_LENGTH) : value;
  };
  return html`<div class="wide" tabindex="0" role="group" aria-label=${words('element.widget.chart')}>
    <table class="chart">
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${head(row)}</th>
              ${columns.map(({ key }) => html`<td>${readable(row[key], MAX_CELL_LENGTH)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function columnFrom(value: unknown): Column[] {
  const { dataKey, label } = objectFrom(value);
  const key = readable(dataKey, MAX_CELL_LENGTH);
  return key === '' ? [] : [{ key, label: readable(label, MAX_CELL_LENGTH) || key }];
}

/** What stands in it, or else the words that can be found in its fields. */
export function paintUnknown(node: WidgetNode, drawing: Drawing): Drawn {
  if (node.children.length > 0) return html`<div class="col">${drawing.children(node.children)}</div>`;
  const text = readableText(node.fields) || textOf(node, 'name');
  return text === '' ? nothing : html`<div class="text md">${text}</div>`;
}
