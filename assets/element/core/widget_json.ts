/** Turns a widget that was read back into the JSON it was read from, for pages that handle actions themselves. */

import type { WidgetNode } from './items.ts';
import type { WidgetRoot } from './options.ts';
import type { JsonObject } from './wire.ts';

export function widgetJson(root: WidgetNode): WidgetRoot {
  // What the server called a root is handed on as one.
  return jsonOf(root) as unknown as WidgetRoot;
}

function jsonOf({ type, id, key, fields, children }: WidgetNode): JsonObject {
  return {
    type,
    ...(id === null ? {} : { id }),
    ...(key === null ? {} : { key }),
    ...fields,
    ...(children.length === 0 ? {} : { children: children.map(jsonOf) }),
  };
}
