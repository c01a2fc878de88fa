/** Draws the controls that are chosen from: selects, checkboxes, groups of radio buttons. */

import { type TemplateResult, html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { askForChange, controlClasses, frameOf } from './control_frame.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { isSet, labelOf, oneOf, optionsOf } from './fields.ts';

export function paintSelect(node: WidgetNode, drawing: Drawing): Drawn {
  const frame = frameOf(node, drawing);
  const options = optionsOf(node);
  const chosen = labelOf(node, 'defaultValue');
  const none = labelOf(node, 'placeholder') || drawing.words('element.widget.nothing_chosen');
  const known = options.some(({ value }) => value === chosen);
  const clearable = isSet(node, 'clearable');
  return html`<div class="field ${isSet(node, 'block') ? 'block' : ''}">
    <select
      class="control ${controlClasses(node)}"
      id=${frame.id}
      data-field=${frame.name}
      data-path=${frame.path}
      aria-label=${frame.label}
      aria-invalid=${frame.invalid}
      aria-describedby=${frame.describedBy}
      ?required=${isSet(node, 'required')}
      ?disabled=${frame.disabled}
      @change=${(event: Event) => askForChange(event, node, drawing)}
    >
      ${known && !clearable ? nothing : emptyOption(none, clearable, !known)}
      ${options.map(
        ({ value, label, disabled }) =>
          html`<option value=${value} ?selected=${value === chosen} ?disabled=${disabled}>${label}</option>`,
      )}</select
    >${frame.problem}
  </div>`;
}

/** Nothing, to begin with; whether that can be chosen again is the server's choice. */
function emptyOption(label: string, allowed: boolean, chosen: boolean): TemplateResult {
  return html`<option value="" ?disabled=${!allowed} ?selected=${chosen}>${label}</option>`;
}

export function paintCheckbox(node: WidgetNode, drawing: Drawing): Drawn {
  const frame = frameOf(node, drawing);
  const label = labelOf(node);
  return html`<div class="field">
    <label class="choice">
      <input
        type="checkbox"
        id=${frame.id}
        data-field=${frame.name}
        data-path=${frame.path}
        aria-label=${label === '' ? frame.label : nothing}
        aria-invalid=${frame.invalid}
        aria-describedby=${frame.describedBy}
        ?checked=${isSet(node, 'defaultChecked')}
        ?required=${isSet(node, 'required')}
        ?disabled=${frame.disabled}
        @change=${(event: Event) => askForChange(event, node, drawing)}
      /><span>${label}</span></label
    >${frame.problem}
  </div>`;
}

export function paintRadioGroup(node: WidgetNode, drawing: Drawing): Drawn {
  const { host, form } = drawing;
  const frame = frameOf(node, drawing);
  const id = host.fieldId(form, frame.name);
  const chosen = labelOf(node, 'defaultValue');
  const ariaLabel = labelOf(node, 'ariaLabel') || frame.label;
  return html`<div
    class="field radios ${oneOf(node, 'direction', ['row', 'col']) ?? 'col'}"
    role="radiogroup"
    data-path=${frame.path}
    aria-label=${ariaLabel}
    aria-labelledby=${ariaLabel === nothing ? `${id}-label` : nothing}
    aria-required=${isSet(node, 'required') ? 'true' : nothing}
    aria-invalid=${frame.invalid}
    aria-describedby=${frame.describedBy}
  >
    ${optionsOf(node).map(
      ({ value, label, disabled }, index) =>
        html`<label class="choice">
          <input
            type="radio"
            id=${index === 0 ? frame.id : nothing}
            name="group ${frame.path}"
            data-field=${frame.name}
            value=${value}
            ?checked=${value === chosen}
            ?required=${isSet(node, 'required')}
            ?disabled=${frame.disabled || disabled}
            @change=${(event: Event) => askForChange(event, node, drawing)}
          /><span>${label}</span></label
        >`,
    )}
    ${frame.problem}
  </div>`;
}
