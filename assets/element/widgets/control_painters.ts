/** Draws the controls that are written in: inputs, text areas, dates, and text that can be edited. */

import { type TemplateResult, html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { isObject } from '../core/json.ts';
import type { Style } from './box_style.ts';
import { type Frame, askForChange, controlClasses, frameOf } from './control_frame.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { countOf, dayOf, isSet, labelOf, oneOf, textOf } from './fields.ts';
import { MAX_CHECKED_LENGTH, safePattern } from './pattern.ts';
import { styled } from './styled.ts';

const MAX_VALUE_LENGTH = 20_000;
const MAX_ROWS = 24;
/** While the digits of a year are typed, the date field has a complete date already: one of the first centuries. */
const EARLIEST_YEAR = 1000;
/** For engines that have no date field, and make a line of it. */
const DAY_PATTERN = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

export function paintInput(node: WidgetNode, drawing: Drawing): Drawn {
  const type = oneOf(node, 'inputType', ['number', 'email', 'password', 'tel', 'url']) ?? 'text';
  const classes = `control ${controlClasses(node)} ${oneOf(node, 'variant', ['soft']) ?? ''}`;
  const frame = frameOf(node, drawing);
  return html`<div class="field">
    ${lineInput(node, frame, { type, classes, value: textOf(node, 'defaultValue') })}
    ${type === 'password' ? html`<p class="caution">${drawing.words('element.widget.password')}</p>` : nothing}
    ${frame.problem}
  </div>`;
}

interface Line {
  readonly type: string;
  readonly classes: string;
  readonly value: string;
  readonly style?: Style;
}

function lineInput(node: WidgetNode, frame: Frame, { type, classes, value, style = {} }: Line): TemplateResult {
  const pattern = safePattern(node.fields['pattern']);
  return html`<input
    type=${type}
    step=${type === 'number' ? 'any' : nothing}
    class=${classes}
    id=${frame.id}
    data-field=${frame.name}
    data-path=${frame.path}
    value=${value}
    placeholder=${labelOf(node, 'placeholder') || nothing}
    pattern=${pattern ?? nothing}
    maxlength=${pattern === null ? MAX_VALUE_LENGTH : MAX_CHECKED_LENGTH}
    autocomplete="off"
    aria-label=${frame.label}
    aria-invalid=${frame.invalid}
    aria-describedby=${frame.describedBy}
    ?required=${isSet(node, 'required')}
    ?disabled=${frame.disabled}
    @focus=${isSet(node, 'autoSelect') ? selectAll : nothing}
    ${styled(style)}
  />`;
}

function selectAll(event: FocusEvent): void {
  (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).select();
}

export function paintTextarea(node: WidgetNode, drawing: Drawing): Drawn {
  const classes = `control ${controlClasses(node)} ${isSet(node, 'autoResize') ? 'growing' : ''}`;
  const frame = frameOf(node, drawing);
  const rows = { rows: countOf(node, 'rows', 1, MAX_ROWS) ?? 3, most: countOf(node, 'maxRows', 1, MAX_ROWS) };
  return html`<div class="field">
    ${textBox(node, frame, { ...rows, classes, value: textOf(node, 'defaultValue') })}${frame.problem}
  </div>`;
}

interface TextBox {
  readonly classes: string;
  readonly value: string;
  readonly rows: number;
  readonly most: number | null;
  readonly style?: Style;
}

function textBox(node: WidgetNode, frame: Frame, { classes, value, rows, most, style = {} }: TextBox): TemplateResult {
  // What grows with its text would be nothing without one.
  const height = {
    'min-height': `calc(${rows}lh + 12px)`,
    'max-height': most === null ? null : `calc(${most}lh + 12px)`,
  };
  return html`<textarea
    class=${classes}
    id=${frame.id}
    data-field=${frame.name}
    data-path=${frame.path}
    rows=${rows}
    .defaultValue=${value}
    placeholder=${labelOf(node, 'placeholder') || nothing}
    maxlength=${MAX_VALUE_LENGTH}
    autocomplete="off"
    aria-label=${frame.label}
    aria-invalid=${frame.invalid}
    aria-describedby=${frame.describedBy}
    ?required=${isSet(node, 'required')}
    ?disabled=${frame.disabled}
    @focus=${isSet(node, 'autoSelect') ? selectAll : nothing}
    ${styled({ ...style, ...height })}
  ></textarea>`;
}

/** A text that looks like one and can be written over. */
export function editableText(
  node: WidgetNode,
  drawing: Drawing,
  { style, size }: { style: Style; size: string },
): Drawn {
  const { editable } = node.fields;
  const field: WidgetNode = { ...node, fields: isObject(editable) ? editable : {}, children: [] };
  const frame = frameOf(field, drawing);
  const [value, classes] = [textOf(node), `editable text ${size}`];
  const rows = countOf(node, 'minLines', 1, MAX_ROWS) ?? 1;
  const lines = rows > 1 || value.includes('\n') || (countOf(node, 'maxLines', 1, MAX_ROWS) ?? 1) > 1;
  return html`<div class="field">
    ${
      lines
        ? textBox(field, frame, { classes: `${classes} growing`, value, rows, most: null, style })
        : lineInput(field, frame, { type: 'text', classes, value, style })
    }
    ${frame.problem}
  </div>`;
}

export function paintDatePicker(node: WidgetNode, drawing: Drawing): Drawn {
  const frame = frameOf(node, drawing);
  return html`<div class="field">
    <input
      type="date"
      class="control ${controlClasses(node)}"
      id=${frame.id}
      data-field=${frame.name}
      data-path=${frame.path}
      value=${dayOf(node, 'defaultValue')}
      min=${dayOf(node, 'min') || nothing}
      max=${dayOf(node, 'max') || '9999-12-31'}
      pattern=${DAY_PATTERN}
      placeholder=${drawing.words('element.widget.day_form')}
      aria-label=${frame.label}
      aria-invalid=${frame.invalid}
      aria-describedby=${frame.describedBy}
      ?required=${isSet(node, 'required')}
      ?disabled=${frame.disabled}
      @change=${(event: Event) => {
        const { value } = event.currentTarget as HTMLInputElement;
        if (value === '' || Number.parseInt(value, 10) >= EARLIEST_YEAR) askForChange(event, node, drawing);
      }}
    />${frame.problem}
  </div>`;
}
