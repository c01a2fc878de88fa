/** Draws lists: their items, the button under an item, and more of them on demand. */

import { type TemplateResult, html, nothing } from 'lit';
import type { WidgetNode } from '../core/items.ts';
import { readableText } from '../core/readable_text.ts';
import { type ActionConfig, actionOf } from './act.ts';
import { alignmentFrom } from './box_style.ts';
import { spinner } from './button_painter.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { countOf, labelOf } from './fields.ts';
import { spaceFrom } from './lengths.ts';
import { styled } from './styled.ts';
import { schemeOf, statusLine } from './surface.ts';

const MAX_NAME_LENGTH = 200;
const MAX_LIST_ITEMS = 500;
/** How many items a list shows at first that leaves it to us. */
const AUTO_LIMIT = 8;
/** What only has words, or is for show. */
const READ_ONLY = new Set([
  'Text',
  'Title',
  'Caption',
  'Badge',
  'Icon',
  'Box',
  'Row',
  'Col',
  'Spacer',
  'Divider',
  'Transition',
]);

export function paintListView(node: WidgetNode, drawing: Drawing): Drawn {
  const { host, path, words } = drawing;
  const first =
    node.fields['limit'] === 'auto' ? AUTO_LIMIT : (countOf(node, 'limit', 1, MAX_LIST_ITEMS) ?? MAX_LIST_ITEMS);
  const count = Math.max(first, host.shownCount(path));
  const rest = node.children.length - count;
  return html`<div class="card list" data-scheme=${schemeOf(node)}>
    ${statusLine(node)}
    <ul>
      ${drawing.children(node.children.slice(0, count), inItem)}
    </ul>
    ${
      rest > 0
        ? html`<button
            type="button"
            class="button ghost tone-secondary more"
            @click=${(event: Event) => showMore(event, host.showMore(path, count + Math.max(first, AUTO_LIMIT)))}
          >
            ${words('element.widget.more', { count: String(rest) })}
          </button>`
        : nothing
    }
  </div>`;
}

/** The button may be gone afterwards; the keyboard goes on at the first item that it brought. */
async function showMore(event: Event, drawn: Promise<unknown>): Promise<void> {
  const items = (event.currentTarget as HTMLElement).parentElement?.querySelectorAll<HTMLElement>(':scope > ul > li');
  const before = items?.length ?? 0;
  const list = items?.[0]?.parentElement;
  await drawn;
  const item = list?.children[before];
  (item?.querySelector<HTMLElement>('.cover') ?? (item as HTMLElement | undefined))?.focus();
}

/** Whatever stands in a list is an item of it. */
function inItem(drawn: Drawn): Drawn {
  return html`<li tabindex="-1">${drawn}</li>`;
}

/** The button of an item lies under its contents, so that what is in it can be used too. */
export function paintListViewItem(node: WidgetNode, drawing: Drawing): Drawn {
  const { host, path } = drawing;
  const action = actionOf(node, 'onClickAction');
  const style = { gap: spaceFrom(node.fields['gap']), 'align-items': alignmentFrom(node.fields['align']) };
  const name = readableText(node.children.map(plain)).replace(/\s+/g, ' ').slice(0, MAX_NAME_LENGTH);
  // The button says it all already, unless there is more to be done in the item.
  const said = action !== null && !node.children.some(holdsMore);
  const cover = (todo: ActionConfig): TemplateResult =>
    html`<button
      type="button"
      class="cover"
      data-path=${path}
      aria-label=${name || labelOf(node) || todo.type}
      aria-busy=${host.isWorking(path)}
      aria-disabled=${host.blocked}
      ?disabled=${host.isLocked(path)}
      @click=${() => host.request({ path, action: todo, loading: 'self', form: null })}
    ></button>`;
  return html`<div class=${action === null ? 'item' : 'item active'}>
    ${action === null ? nothing : cover(action)}
    <div class="row" aria-hidden=${said ? 'true' : nothing} ${styled(style)}>${drawing.children(node.children)}</div>
    ${host.isWorking(path) ? spinner : nothing}
  </div>`;
}

/** A component as plain JSON, for finding its words. */
function plain({ fields, children }: WidgetNode): object {
  return { ...fields, children: children.map(plain) };
}

function holdsMore({ type, fields, children }: WidgetNode): boolean {
  return !READ_ONLY.has(type) || typeof fields['editable'] === 'object' || children.some(holdsMore);
}
