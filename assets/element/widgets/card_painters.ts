/** Draws what holds a widget together: cards, forms, plain roots. */

import { type TemplateResult, html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { isObject, objectFrom } from '../core/json.ts';
import { type ActionConfig, actionFrom, actionOf } from './act.ts';
import { blockStyle, flowStyle, spacing, surfaceStyle } from './box_style.ts';
import { spinner } from './button_painter.ts';
import type { CardAction, Drawing, Drawn, FormScope } from './drawing.ts';
import { MAX_LABEL_LENGTH, isSet, oneOf, readable } from './fields.ts';
import { pathOf } from './form_controls.ts';
import { iconNamed } from './icon.ts';
import { styled } from './styled.ts';
import { schemeOf, statusLine } from './surface.ts';

export function paintCard(node: WidgetNode, drawing: Drawing): Drawn {
  const scope = isSet(node, 'asForm')
    ? formScope(drawing.path, actionFrom(objectFrom(node.fields['confirm'])['action']))
    : null;
  const inside = scope === null ? drawing : drawing.inForm(scope);
  const folded = isSet(node, 'collapsed') && !drawing.host.isUnfolded(drawing.path);
  const style = { ...surfaceStyle(node), ...spacing('padding', node.fields['padding']) };
  const contents = html`${statusLine(node)}${foldButton(node, drawing)}
    <div class="col body" ?hidden=${folded}>${inside.children(node.children)}</div>
    ${footer(node, drawing)}`;
  const classes = `card size-${oneOf(node, 'size', ['sm', 'md', 'lg', 'full']) ?? 'md'}`;
  const scheme = schemeOf(node);
  return scope === null
    ? html`<div class=${classes} data-scheme=${scheme} ${styled(style)}>${contents}</div>`
    : html`<form
        class=${classes}
        data-scheme=${scheme}
        novalidate
        @submit=${submission(scope, inside, true)}
        ${styled(style)}
      >
        ${contents}
      </form>`;
}

export function paintForm(node: WidgetNode, drawing: Drawing): Drawn {
  const scope = formScope(drawing.path, actionOf(node, 'onSubmitAction'));
  const inside = drawing.inForm(scope);
  const direction = oneOf(node, 'direction', ['row', 'col']) ?? 'col';
  const style = { ...blockStyle(node), ...flowStyle(node), ...surfaceStyle(node) };
  return html`<form class="form ${direction}" novalidate @submit=${submission(scope, inside, false)} ${styled(style)}>
    ${inside.children(node.children)}
  </form>`;
}

function formScope(path: string, action: ActionConfig | null): FormScope {
  return { path, action };
}

function submission(scope: FormScope, { host }: Drawing, isCard: boolean): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { action, path } = scope;
    if (action === null) return;
    const pressed = pathOf(event.submitter) || path;
    const request = { path: pressed, action, loading: isCard ? 'container' : 'self', form } as const;
    host.request(isCard ? { ...request, card: { path, action: 'confirm' } } : request, { checked: true });
  };
}

function foldButton(node: WidgetNode, { host, path, words }: Drawing): Drawn {
  if (!isSet(node, 'collapsed')) return nothing;
  const open = host.isUnfolded(path);
  return html`<button
    type="button"
    class="button ghost tone-secondary fold"
    aria-expanded=${open}
    @click=${() => host.unfold(path, !open)}
  >
    ${iconNamed('chevron-right', 16)}<span>${words(open ? 'element.widget.hide' : 'element.widget.show')}</span>
  </button>`;
}

function footer(node: WidgetNode, drawing: Drawing): Drawn {
  const buttons = [cardButton(node, 'cancel', drawing), cardButton(node, 'confirm', drawing)];
  return buttons.every((button) => button === nothing) ? nothing : html`<div class="footer">${buttons}</div>`;
}

function cardButton(node: WidgetNode, which: CardAction, { host, path }: Drawing): TemplateResult | typeof nothing {
  const value = node.fields[which];
  const action = isObject(value) ? actionFrom(value['action']) : null;
  if (!isObject(value) || action === null) return nothing;
  const own = `${path}/${which}`;
  const submits = which === 'confirm' && isSet(node, 'asForm');
  const taken = host.isTaken(path, which);
  const click = (event: Event): void => {
    const { form } = event.currentTarget as HTMLButtonElement;
    host.request({ path: own, action, loading: 'container', form, card: { path, action: which } });
  };
  return html`<button
    type=${submits ? 'submit' : 'button'}
    class="button ${which === 'confirm' ? 'tone-primary solid' : 'tone-secondary outline'}"
    data-path=${own}
    aria-busy=${host.isWorking(own)}
    aria-disabled=${host.blocked || taken}
    ?disabled=${host.isLocked(path) && !host.isWorking(own) && !taken}
    @click=${submits ? nothing : click}
  >
    ${host.isWorking(own) ? spinner : taken ? iconNamed('check', 16) : nothing}<span
      >${readable(value['label'], MAX_LABEL_LENGTH)}</span
    >
  </button>`;
}

export function paintBasic(node: WidgetNode, drawing: Drawing): Drawn {
  const direction = oneOf(node, 'direction', ['row', 'col']) ?? 'col';
  return html`<div class="basic ${direction}" data-scheme=${schemeOf(node)} ${styled(flowStyle(node))}>
    ${drawing.children(node.children)}
  </div>`;
}
