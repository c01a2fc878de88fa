/** What the painter of a component has at hand: its words, its children, its form, and the widget it is in. */

import type { TemplateResult, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { WidgetNode } from '../core/items.ts';
import type { WordKey, Words } from '../view/words.ts';
import type { ActionConfig, Loading } from './act.ts';
import type { Field } from './form_values.ts';
import { keysOf } from './identity.ts';

export type Drawn = TemplateResult | typeof nothing;
export type Painter = (node: WidgetNode, drawing: Drawing) => Drawn;

/** A form while it is drawn: the first button that submits it may bring the action. */
export interface FormScope {
  readonly path: string;
  action: ActionConfig | null;
}

export type CardAction = 'confirm' | 'cancel';

/** What a person did that asks for an action. */
export interface Request {
  /** The component it was done to. */
  readonly path: string;
  readonly action: ActionConfig;
  /** What shows that it is under way, where the server leaves that open. */
  readonly loading: Loading;
  readonly form: HTMLFormElement | null;
  /** The value that changed, for a control outside of any form. */
  readonly field?: Field;
  /** The card that is done with once this was taken. */
  readonly card?: { readonly path: string; readonly action: CardAction };
}

/** What a component may ask of the widget it is in. */
export interface Host {
  readonly words: Words;
  /** Whether nothing can be asked for at present. */
  readonly blocked: boolean;
  /** Do it, after the form was found to be in order where `checked` says so. */
  request(request: Request, options?: { readonly checked?: boolean; readonly waits?: boolean }): void;
  isWorking(path: string): boolean;
  /** Whether nothing in the component can be changed at present, or any more. */
  isLocked(path: string): boolean;
  isTaken(path: string, action: CardAction): boolean;
  problemAt(path: string): WordKey | null;
  /** The id of a control in the page; the server's own names never become ids. */
  fieldId(form: FormScope | null, name: string): string;
  /** The id for the first that wants it in this drawing; null for all others. */
  claimed(id: string): string | null;
  hasLabel(name: string): boolean;
  shownCount(path: string): number;
  showMore(path: string, count: number): Promise<unknown>;
  isUnfolded(path: string): boolean;
  unfold(path: string, open: boolean): void;
}

export class Drawing {
  readonly host: Host;
  /** Where the component stands, by the keys of what is around it. */
  readonly path: string;
  readonly form: FormScope | null;
  readonly #paint: Painter;

  constructor(host: Host, paint: Painter, path = '', form: FormScope | null = null) {
    this.host = host;
    this.path = path;
    this.form = form;
    this.#paint = paint;
  }

  get words(): Words {
    return this.host.words;
  }

  /** What stands in a component, each in its place. */
  children(
    nodes: readonly WidgetNode[],
    around: (drawn: Drawn, node: WidgetNode) => Drawn = (drawn) => drawn,
  ): unknown {
    const keys = keysOf(nodes);
    return repeat(
      nodes,
      (_node, index) => keys[index],
      (node, index) => around(this.#paint(node, this.at(keys[index] ?? '')), node),
    );
  }

  /** The same for something that stands in this component. */
  at(key: string): Drawing {
    return new Drawing(this.host, this.#paint, `${this.path}/${key}`, this.form);
  }

  inForm(form: FormScope): Drawing {
    return new Drawing(this.host, this.#paint, this.path, form);
  }
}
