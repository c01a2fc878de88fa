/** Knows which component of a widget is the same one after the server sent the widget again. */

import type { WidgetNode } from '../core/items.ts';

/**
 * A key for each of these, no two the same: its own key, the name of its field, its id, or which of its type it is.
 *
 * What has the same key keeps its place in the page, and with it what a person has typed there.
 */
export function keysOf(nodes: readonly WidgetNode[]): string[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const name = nameOf(node);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${name}#${count}`;
  });
}

function nameOf({ type, key, id, fields }: WidgetNode): string {
  if (key !== null) return `key:${key}`;
  if (typeof fields['name'] === 'string' && type !== 'Icon') return `name:${fields['name']}`;
  return id === null ? `type:${type}` : `id:${id}`;
}
