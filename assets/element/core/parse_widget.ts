/** Turns the JSON of a widget into a tree of components that is never too deep and never too large to draw. */

import { isObject, listFrom, stringFrom, stringOrNull } from './json.ts';
import type { WidgetNode } from './items.ts';
import type { JsonObject } from './wire.ts';

export const MAX_DEPTH = 40;
export const MAX_NODES = 5_000;

/** Read a component and what is in it; null for what is no component. What is beyond the limits is left out. */
export function parseWidget(value: unknown): WidgetNode | null {
  return parseNode(value, 1, { nodesLeft: MAX_NODES });
}

function parseNode(value: unknown, depth: number, budget: { nodesLeft: number }): WidgetNode | null {
  if (!isObject(value) || depth > MAX_DEPTH || budget.nodesLeft <= 0) return null;
  const { type, id, key, children, ...fields } = value;
  budget.nodesLeft -= weightOf(type, fields);
  // A transition has one child where everything else has a list.
  const listed: readonly unknown[] = Array.isArray(children) ? children : [children];
  const parsed: WidgetNode[] = [];
  for (const child of listed) {
    if (budget.nodesLeft <= 0) break;
    const node = parseNode(child, depth + 1, budget);
    if (node !== null) parsed.push(node);
  }
  return { type: stringFrom(type), id: stringOrNull(id), key: stringOrNull(key), fields, children: parsed };
}

/** SECURITY: what stands in its lists is drawn too: a chart of a few hundred bytes can be ten thousand cells. */
function weightOf(type: unknown, fields: JsonObject): number {
  const count = (name: string): number => listFrom(fields[name]).length;
  if (type === 'Chart') return 1 + count('data') * (1 + count('series'));
  return type === 'Select' || type === 'RadioGroup' ? 1 + count('options') : 1;
}

export function fitsLimits(root: WidgetNode): boolean {
  let nodes = 0;
  const fits = (node: WidgetNode, depth: number): boolean =>
    depth <= MAX_DEPTH &&
    (nodes += weightOf(node.type, node.fields)) <= MAX_NODES &&
    node.children.every((child) => fits(child, depth + 1));
  return fits(root, 1);
}
