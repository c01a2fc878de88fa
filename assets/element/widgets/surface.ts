/** What cards and lists have in common: a line of status above, and the colour scheme they are in. */

import { html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { objectFrom, stringFrom } from '../core/json.ts';
import { schemeOn } from './colours.ts';
import type { Drawn } from './drawing.ts';
import { MAX_LABEL_LENGTH, oneOf, readable } from './fields.ts';
import { iconNamed } from './icon.ts';
import { imageSource } from './image_source.ts';

export function statusLine({ fields }: WidgetNode): Drawn {
  const { text, icon, favicon, frame } = objectFrom(fields['status']);
  const words = readable(text, MAX_LABEL_LENGTH);
  if (words === '') return nothing;
  const source = imageSource(stringFrom(favicon), location.href);
  const picture = html`<img
    class=${frame === true ? 'framed' : ''}
    src=${source.kind === 'picture' ? source.url : nothing}
    alt=""
  />`;
  return html`<div class="status">
    ${source.kind === 'picture' ? picture : iconNamed(stringFrom(icon), 16)}<span>${words}</span>
  </div>`;
}

/** The scheme that was asked for, or else the one that can be read on the background. */
export function schemeOf(node: WidgetNode): string | typeof nothing {
  return oneOf(node, 'theme', ['light', 'dark']) ?? schemeOn(node.fields['background']) ?? nothing;
}
