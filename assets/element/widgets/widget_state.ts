/** Owns what a widget knows beyond what the server sent: what is under way, what is wrong, what is folded out. */

import type { WidgetNode } from '../core/items.ts';
import { stringFrom } from '../core/json.ts';
import type { WordKey, Words } from '../view/words.ts';
import { type Loading, type WidgetAct, payloadWith } from './act.ts';
import type { CardAction, FormScope, Host, Request } from './drawing.ts';
import { formValues, problemsIn } from './form_controls.ts';
import { valuesOf } from './form_values.ts';

interface Pending {
  readonly request: Request;
  readonly loading: Loading;
  readonly root: WidgetNode | null;
}

export interface Surroundings {
  /** Draw again; resolves when that is done. */
  changed(): Promise<unknown>;
  act(act: WidgetAct): void;
}

export class WidgetState implements Host {
  words: Words = (key) => key;
  /** For screen readers. */
  announcement = '';
  readonly #around: Surroundings;
  #root: WidgetNode | null = null;
  #busy = false;
  #pending: Pending | null = null;
  readonly #waiting = new Map<string, Request>();
  readonly #taken = new Map<string, CardAction>();
  #problems = new Map<string, WordKey>();
  readonly #shown = new Map<string, number>();
  readonly #unfolded = new Set<string>();
  readonly #ids = new Map<string, string>();
  /** Ids are this widget's alone, even to what looks through all of the page at once. */
  readonly #prefix = `field-${crypto.randomUUID()}`;
  readonly #claimed = new Set<string>();
  #labels: ReadonlySet<string> = new Set();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get blocked(): boolean {
    return this.#busy || this.#pending !== null;
  }

  /** The component whose action is under way. */
  get workingPath(): string | null {
    return this.#pending?.request.path ?? null;
  }

  /** Take what the surroundings say, before it is drawn. */
  update(root: WidgetNode, busy: boolean): void {
    this.#claimed.clear();
    if (root !== this.#root) {
      // The server has spoken again: what it shows now can be used again.
      this.#root = root;
      this.#labels = new Set(labelledNames(root));
      this.#taken.clear();
    }
    this.#busy = busy;
  }

  /** Do what was asked for meanwhile, once nothing is under way. */
  doWhatWaits(): void {
    const [first] = this.#waiting.values();
    if (this.blocked || first === undefined) return;
    this.#waiting.delete(first.path);
    this.request(first);
  }

  request(request: Request, { checked = false, waits = false } = {}): void {
    if (this.isLocked(request.card?.path ?? request.path)) return;
    if (this.blocked) return void (waits && this.#waiting.set(request.path, request));
    if (checked && request.form !== null && !this.#inOrder(request.form)) return;
    const { action, form, field } = request;
    const values = form === null ? valuesOf(field ? [field] : []) : formValues(form);
    const loading = action.loading === 'auto' ? request.loading : action.loading;
    const pending: Pending = { request, loading, root: this.#root };
    this.#pending = pending;
    void this.#around.changed();
    this.#around.act({
      action: { type: action.type, payload: payloadWith(action.payload, values) },
      handler: action.handler,
      streaming: action.streaming,
      done: (taken) => this.#finish(pending, taken),
    });
  }

  /** Something was typed: a problem that is gone is not shown any longer. */
  recheck(path: string, valid: boolean): void {
    if (valid && this.#problems.delete(path)) void this.#around.changed();
  }

  isWorking(path: string): boolean {
    return this.#pending !== null && this.#pending.loading !== 'none' && this.#pending.request.path === path;
  }

  isLocked(path: string): boolean {
    const within = (card: string): boolean => path === card || path.startsWith(`${card}/`);
    return this.#pending?.loading === 'container' || [...this.#taken.keys()].some(within);
  }

  isTaken(path: string, action: CardAction): boolean {
    return this.#taken.get(path) === action;
  }

  problemAt(path: string): WordKey | null {
    return this.#problems.get(path) ?? null;
  }

  fieldId(form: FormScope | null, name: string): string {
    const key = `${form?.path ?? ''} ${name}`;
    const id = this.#ids.get(key) ?? `${this.#prefix}-${this.#ids.size}`;
    this.#ids.set(key, id);
    return id;
  }

  claimed(id: string): string | null {
    if (this.#claimed.has(id)) return null;
    this.#claimed.add(id);
    return id;
  }

  hasLabel(name: string): boolean {
    return this.#labels.has(name);
  }

  shownCount(path: string): number {
    return this.#shown.get(path) ?? 0;
  }

  async showMore(path: string, count: number): Promise<unknown> {
    this.#shown.set(path, count);
    return this.#around.changed();
  }

  isUnfolded(path: string): boolean {
    return this.#unfolded.has(path);
  }

  unfold(path: string, open: boolean): void {
    if (open) this.#unfolded.add(path);
    else this.#unfolded.delete(path);
    void this.#around.changed();
  }

  #inOrder(form: HTMLFormElement): boolean {
    const problems = problemsIn(form);
    this.#problems = new Map([...problems].map(([path, { sentence }]) => [path, sentence]));
    const [first] = problems.values();
    this.announcement =
      first === undefined ? '' : this.words('element.widget.problems', { count: String(problems.size) });
    void this.#around.changed();
    first?.control.focus();
    return first === undefined;
  }

  #finish(pending: Pending, taken: boolean): void {
    if (this.#pending !== pending) return;
    this.#pending = null;
    const { card } = pending.request;
    // A card that the server has changed meanwhile asks anew.
    const isOver = taken && pending.loading !== 'none' && pending.root === this.#root;
    if (isOver && card !== undefined) this.#taken.set(card.path, card.action);
    void this.#around.changed();
  }
}

function labelledNames({ type, fields, children }: WidgetNode): string[] {
  const own = type === 'Label' ? [stringFrom(fields['fieldName'])] : [];
  return [...own, ...children.flatMap(labelledNames)];
}
