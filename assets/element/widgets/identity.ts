/** Knows which component of a widget is the same one after the server sent the widget again. */

import type { WidgetNode } from '../core/items.ts';

/** SECURITY: a path is made of all names around a component: long ones would fill the memory many times over. */
const MAX_NAME_LENGTH = 200;

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
  if (key !== null) return named('key', key);
  if (typeof fields['name'] === 'string' && type !== 'Icon') return named('name', fields['name']);
  return id === null ? named('type', type) : named('id', id);
}

function named(kind: string, name: string): string {
  return `${kind}:${name.slice(0, MAX_NAME_LENGTH)}`;
}
