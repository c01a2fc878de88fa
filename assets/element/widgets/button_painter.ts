/** Draws buttons: what they look like, what they ask for, and that it is under way. */

import { type TemplateResult, html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { type ActionConfig, actionOf } from './act.ts';
import { controlClasses } from './control_frame.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { isSet, labelOf, oneOf } from './fields.ts';
import { iconNamed } from './icon.ts';

const ICON_PIXELS = { sm: 14, md: 16, lg: 18, xl: 20, '2xl': 24 };
const TONES = ['primary', 'secondary', 'info', 'discovery', 'success', 'caution', 'warning', 'danger'] as const;

export function paintButton(node: WidgetNode, drawing: Drawing): Drawn {
  const { form } = drawing;
  const action = actionOf(node, 'onClickAction');
  const submits = isSet(node, 'submit') && form !== null;
  if (submits) form.action ??= action;
  const working = drawing.host.isWorking(drawing.path);
  const label = labelOf(node);
  const icon = labelOf(node, 'iconStart') || labelOf(node, 'iconEnd');
  return html`<button
    type=${submits ? 'submit' : 'button'}
    class="button ${looksOf(node)}"
    data-path=${drawing.path}
    aria-label=${label === '' ? spokenIcon(icon) || drawing.words('element.widget.button') : nothing}
    aria-busy=${working}
    aria-disabled=${drawing.host.blocked}
    ?disabled=${isSet(node, 'disabled') || (drawing.host.isLocked(drawing.path) && !working)}
    @click=${submits || action === null ? nothing : (event: Event) => click(event, action, drawing)}
  >
    ${contentsOf(node, drawing)}
  </button>`;
}

function click(event: Event, action: ActionConfig, { host, path }: Drawing): void {
  host.request({ path, action, loading: 'self', form: (event.currentTarget as HTMLButtonElement).form });
}

function contentsOf(node: WidgetNode, { host, path }: Drawing): TemplateResult {
  const size = ICON_PIXELS[oneOf(node, 'iconSize', ['sm', 'md', 'lg', 'xl', '2xl']) ?? 'md'];
  const [start, end] = [iconNamed(labelOf(node, 'iconStart'), size), iconNamed(labelOf(node, 'iconEnd'), size)];
  const label = labelOf(node) || (start === null && end === null ? '…' : '');
  return html`${host.isWorking(path) ? spinner : start}${label === '' ? nothing : html`<span>${label}</span>`}${end}`;
}

export const spinner = html`<span class="spinner" aria-hidden="true"></span>`;

function looksOf(node: WidgetNode): string {
  const style = oneOf(node, 'style', ['primary', 'secondary']);
  const tone = oneOf(node, 'color', TONES) ?? style ?? 'secondary';
  const variant =
    oneOf(node, 'variant', ['solid', 'soft', 'outline', 'ghost']) ?? (tone === 'secondary' ? 'outline' : 'solid');
  const uniform = isSet(node, 'uniform') || labelOf(node) === '' ? 'uniform' : '';
  return `tone-${tone} ${variant} ${controlClasses(node)} ${uniform}`;
}

/** `lucide:trash-2` as a person would say it. */
function spokenIcon(name: string): string {
  return name
    .replace(/^[a-z]+:/, '')
    .replace(/[-_]?\d*$/, '')
    .replaceAll('-', ' ');
}
