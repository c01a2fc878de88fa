/** Draws words: text, titles, captions, labels, badges, markdown. */

import { html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import type { Style } from './box_style.ts';
import { colourFrom } from './colours.ts';
import { editableText } from './control_painters.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { countOf, isSet, labelOf, oneOf, textOf } from './fields.ts';
import { sizeFrom } from './lengths.ts';
import { styled } from './styled.ts';

const TEXT_SIZES = ['xs', 'sm', 'md', 'lg', 'xl'] as const;
const TITLE_SIZES = ['sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl'] as const;
const MAX_LINES = 100;

export function paintText(node: WidgetNode, drawing: Drawing): Drawn {
  const style = { ...textStyle(node), width: sizeFrom(node.fields['width']), 'min-height': leastHeight(node) };
  const size = oneOf(node, 'size', TEXT_SIZES) ?? 'md';
  const { editable } = node.fields;
  if (typeof editable === 'object' && editable !== null) return editableText(node, drawing, { style, size });
  const classes = [
    'text',
    size,
    isSet(node, 'italic') && 'italic',
    isSet(node, 'lineThrough') && 'struck',
    cutClass(node),
  ];
  return html`<div class=${classes.filter(Boolean).join(' ')} ${styled(style)}>${textOf(node)}</div>`;
}

export function paintTitle(node: WidgetNode): Drawn {
  const size = oneOf(node, 'size', TITLE_SIZES) ?? 'md';
  const text = textOf(node);
  if (text === '') return nothing;
  return html`<h3 class="title t-${size} ${cutClass(node)}" ${styled(textStyle(node))}>${text}</h3>`;
}

export function paintCaption(node: WidgetNode): Drawn {
  const size = oneOf(node, 'size', ['sm', 'md', 'lg']) ?? 'md';
  return html`<div class="caption c-${size} ${cutClass(node)}" ${styled(textStyle(node))}>${textOf(node)}</div>`;
}

export function paintLabel(node: WidgetNode, { host, form }: Drawing): Drawn {
  const name = labelOf(node, 'fieldName');
  const id = host.fieldId(form, name);
  const size = oneOf(node, 'size', TEXT_SIZES) ?? 'sm';
  return html`<label
    class="label ${size}"
    id=${host.claimed(`${id}-label`) ?? nothing}
    for=${id}
    ${styled(textStyle(node))}
    >${textOf(node)}</label
  >`;
}

export function paintBadge(node: WidgetNode): Drawn {
  const tone = oneOf(node, 'color', ['success', 'danger', 'warning', 'info', 'discovery']) ?? 'secondary';
  const variant = oneOf(node, 'variant', ['solid', 'soft', 'outline']) ?? 'soft';
  const size = oneOf(node, 'size', ['sm', 'md', 'lg']) ?? 'sm';
  const pill = isSet(node, 'pill') ? 'pill' : '';
  return html`<span class="badge tone-${tone} ${variant} b-${size} ${pill}">${labelOf(node)}</span>`;
}

export function paintMarkdown(node: WidgetNode, { words }: Drawing): Drawn {
  return html`<agentnook-markdown
    .text=${textOf(node)}
    .streaming=${isSet(node, 'streaming')}
    .words=${words}
  ></agentnook-markdown>`;
}

function textStyle(node: WidgetNode): Style {
  const weight = oneOf(node, 'weight', ['normal', 'medium', 'semibold', 'bold']);
  const lines = countOf(node, 'maxLines', 1, MAX_LINES);
  return {
    color: colourFrom(node.fields['color'], 'text'),
    'font-weight': weight && (weight === 'normal' ? 'var(--weight)' : 'var(--weight-strong)'),
    'text-align': oneOf(node, 'textAlign', ['start', 'center', 'end']),
    '-webkit-line-clamp': lines === null ? null : String(lines),
  };
}

/** Room that is kept while a text is on its way. */
function leastHeight(node: WidgetNode): string | null {
  const lines = countOf(node, 'minLines', 1, MAX_LINES);
  return lines === null ? null : `${lines}lh`;
}

function cutClass(node: WidgetNode): string {
  if (countOf(node, 'maxLines', 1, MAX_LINES) !== null) return 'clamped';
  return isSet(node, 'truncate') ? 'truncated' : '';
}
