/** Owns what a component of a widget can ask for: reading it, and putting a form's values into it. */

import type { WidgetNode } from '../core/items.ts';
import { choiceFrom, isObject, objectFrom, stringFrom } from '../core/json.ts';
import type { JsonObject } from '../core/wire.ts';

const MAX_TYPE_LENGTH = 200;

/** What a widget looks like while its action is under way: its component waits, all of it waits, or nothing does. */
export type Loading = 'self' | 'container' | 'none';

export interface ActionConfig {
  readonly type: string;
  readonly payload: unknown;
  readonly handler: 'server' | 'client';
  readonly loading: Loading | 'auto';
  readonly streaming: boolean;
}

/** The detail of a widget's `act` event. */
export interface WidgetAct {
  readonly action: JsonObject & { readonly type: string; readonly payload: unknown };
  readonly handler: 'server' | 'client';
  /** Whether the answer is a stream of events; otherwise it is one updated item. */
  readonly streaming: boolean;
  /** Has to be called once it is over; where nothing came of it, the person can do it once more. */
  readonly done: (taken: boolean) => void;
}

/** The action that stands in a field; null where none can be read. */
export function actionFrom(value: unknown): ActionConfig | null {
  const { type, payload, handler, loadingBehavior, streaming } = objectFrom(value);
  const name = stringFrom(type);
  if (name === '' || name.length > MAX_TYPE_LENGTH) return null;
  return {
    type: name,
    payload: payload ?? null,
    handler: choiceFrom(handler, ['server', 'client']),
    loading: choiceFrom(loadingBehavior, ['auto', 'self', 'container', 'none']),
    streaming: streaming !== false,
  };
}

export function actionOf(node: WidgetNode, field: string): ActionConfig | null {
  return actionFrom(node.fields[field]);
}

/** The payload with a form's values; what the server itself put there has the last word. */
export function payloadWith(payload: unknown, values: JsonObject): unknown {
  if (Object.keys(values).length === 0) return payload;
  if (payload === null) return values;
  return isObject(payload) ? { ...values, ...payload } : payload;
}
