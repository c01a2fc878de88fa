/** What every kind of item needs from the list it stands in. */

import type { FeedbackKind, StructuredInput } from '../../core/wire.ts';
import type { Source } from '../../core/items.ts';
import type { WidgetAct } from '../../widgets/act.ts';
import type { Words } from '../words.ts';

/** What an item asks the list for; the list passes it on as an event of the same name. */
export interface ItemWishes {
  act: WidgetAct & { readonly itemId: string };
  answer: { readonly itemId: string; readonly input: StructuredInput };
  feedback: { readonly itemIds: readonly string[]; readonly kind: FeedbackKind };
  'retry-item': { readonly itemId: string };
  entity: { readonly source: Source };
}

export type SendWish = <Name extends keyof ItemWishes>(name: Name, detail: ItemWishes[Name]) => void;

/** Which actions stand under a finished answer, besides copying it. */
export interface ItemActions {
  readonly feedback: boolean;
  readonly retry: boolean;
}

export interface ItemContext {
  readonly words: Words;
  readonly agentLabel: string;
  readonly serverUrl: string;
  readonly actions: ItemActions;
  readonly wish: SendWish;
}
