/** Draws what lays things out: boxes, rows, columns, spacers, dividers, tables, and what fades in. */

import { html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { blockStyle, flowStyle, spacing, surfaceStyle } from './box_style.ts';
import { colourFrom, schemeOn } from './colours.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { countOf, isSet, oneOf } from './fields.ts';
import { sizeFrom, spaceFrom } from './lengths.ts';
import { styled } from './styled.ts';

const MAX_SPAN = 50;

export function paintBox(node: WidgetNode, drawing: Drawing): Drawn {
  return box(node, drawing, oneOf(node, 'direction', ['row', 'col']) ?? 'col');
}

export function paintRow(node: WidgetNode, drawing: Drawing): Drawn {
  return box(node, drawing, 'row');
}

export function paintCol(node: WidgetNode, drawing: Drawing): Drawn {
  return box(node, drawing, 'col');
}

function box(node: WidgetNode, drawing: Drawing, direction: 'row' | 'col'): Drawn {
  const style = { ...blockStyle(node), ...flowStyle(node), ...surfaceStyle(node) };
  return html`<div class=${direction} data-scheme=${schemeOn(node.fields['background']) ?? nothing} ${styled(style)}>
    ${drawing.children(node.children)}
  </div>`;
}

export function paintSpacer(node: WidgetNode): Drawn {
  return html`<div class="spacer" ${styled({ 'flex-basis': sizeFrom(node.fields['minSize']) })}></div>`;
}

export function paintDivider(node: WidgetNode): Drawn {
  const space = spaceFrom(node.fields['spacing']);
  const style = {
    'border-top-width': sizeFrom(node.fields['size']),
    'border-top-color': colourFrom(node.fields['color'], 'edge'),
    'margin-top': space,
    'margin-bottom': space,
  };
  return html`<hr class=${isSet(node, 'flush') ? 'flush' : ''} ${styled(style)} />`;
}

export function paintTransition(node: WidgetNode, drawing: Drawing): Drawn {
  return html`<div class="col appearing">${drawing.children(node.children)}</div>`;
}

export function paintTable(node: WidgetNode, drawing: Drawing): Drawn {
  return html`<div class="wide" tabindex="0" role="group" aria-label=${drawing.words('element.widget.table')}>
    <table>
      <tbody>
        ${drawing.children(node.children, inRow)}
      </tbody>
    </table>
  </div>`;
}

/** What is no row gets one to stand in. */
function inRow(drawn: Drawn, { type }: WidgetNode): Drawn {
  return type === 'Table.Row'
    ? drawn
    : html`<tr>
        <td>${drawn}</td>
      </tr>`;
}

export function paintTableRow(node: WidgetNode, drawing: Drawing): Drawn {
  const header = isSet(node, 'header');
  return html`<tr>
    ${drawing.children(node.children, (drawn, cell) => tableCell(drawn, cell, header))}
  </tr>`;
}

function tableCell(drawn: Drawn, cell: WidgetNode, header: boolean): Drawn {
  if (cell.type !== 'Table.Cell') return html`<td>${drawn}</td>`;
  const span = {
    columns: countOf(cell, 'colSpan', 1, MAX_SPAN) ?? nothing,
    rows: countOf(cell, 'rowSpan', 1, MAX_SPAN) ?? nothing,
  };
  const style = {
    width: sizeFrom(cell.fields['width']),
    'text-align': oneOf(cell, 'align', ['start', 'center', 'end']),
    'vertical-align': verticalAlignment(cell),
    ...spacing('padding', cell.fields['padding']),
  };
  const size = oneOf(cell, 'colSize', ['xs', 'sm', 'md', 'lg', 'xl']);
  const name = size === null ? '' : `col-${size}`;
  return header
    ? html`<th class=${name} scope="col" colspan=${span.columns} rowspan=${span.rows} ${styled(style)}>${drawn}</th>`
    : html`<td class=${name} colspan=${span.columns} rowspan=${span.rows} ${styled(style)}>${drawn}</td>`;
}

function verticalAlignment(cell: WidgetNode): string | null {
  const align = oneOf(cell, 'vAlign', ['start', 'center', 'end']);
  return align && { start: 'top', center: 'middle', end: 'bottom' }[align];
}

/** A cell stands in its row's cell: here is only what it holds. */
export function paintTableCell(node: WidgetNode, drawing: Drawing): Drawn {
  return html`${drawing.children(node.children)}`;
}
