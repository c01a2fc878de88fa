/** What all controls of a widget have in common: their names in the page, their state, and telling of a change. */

import { html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { stringFrom } from '../core/json.ts';
import { actionOf } from './act.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { isSet, labelOf } from './fields.ts';
import { type Control, fieldOf } from './form_controls.ts';

/** What every control has: who it is in the page, how it is called, whether it can be used, what is wrong with it. */
export interface Frame {
  readonly id: string | typeof nothing;
  readonly name: string;
  readonly path: string;
  readonly label: string | typeof nothing;
  readonly disabled: boolean;
  readonly invalid: 'true' | typeof nothing;
  readonly describedBy: string | typeof nothing;
  /** Stands after the control. */
  readonly problem: Drawn;
}

export function frameOf(node: WidgetNode, { host, form, path, words }: Drawing): Frame {
  const name = labelOf(node, 'name');
  const id = host.fieldId(form, name);
  const problem = host.problemAt(path);
  const labelled = host.hasLabel(name);
  return {
    id: host.claimed(id) ?? nothing,
    name,
    path,
    label: labelled ? nothing : labelOf(node, 'ariaLabel') || labelOf(node, 'placeholder') || spoken(name),
    disabled: isSet(node, 'disabled') || host.isLocked(path),
    invalid: problem === null ? nothing : 'true',
    describedBy: problem === null ? nothing : `${id}-problem`,
    problem: problem === null ? nothing : html`<p class="problem" id=${`${id}-problem`}>${words(problem)}</p>`,
  };
}

/** `trip.start_date` as a person would say it. */
function spoken(name: string): string {
  return name.replace(/[._-]+/g, ' ').trim() || name;
}

/** Tell the server, where it wants to know, what a control now holds. */
export function askForChange(event: Event, node: WidgetNode, { host, path }: Drawing): void {
  const control = event.currentTarget as Control;
  const action = actionOf(node, 'onChangeAction');
  if (action === null) return;
  const request = { path, action, loading: 'none', form: control.form, field: fieldOf(control) } as const;
  host.request(request, { waits: true });
}

const SMALL = new Set(['3xs', '2xs', 'xs', 'sm']);
const LARGE = new Set(['lg', 'xl', '2xl', '3xl']);

/** How large a control or button is, and its shape. */
export function controlClasses(node: WidgetNode): string {
  const size = stringFrom(node.fields['size']);
  const scale = SMALL.has(size) ? 'small' : LARGE.has(size) ? 'large' : '';
  return [scale, isSet(node, 'pill') && 'pill', isSet(node, 'block') && 'block'].filter(Boolean).join(' ');
}
