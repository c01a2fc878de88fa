/** Owns what the composer suggests while `@` or `/` is typed: what is looked for, found, and meant. */

import type { Command, Entity } from '@openai/chatkit';
import type { CommandsOption, EntitiesOption } from '../core/options.ts';

export type Suggestion =
  | { readonly kind: 'tag'; readonly entity: Entity }
  | { readonly kind: 'command'; readonly command: Command };

/** The word at the caret that asks for suggestions. */
export interface Trigger {
  readonly kind: Suggestion['kind'];
  readonly query: string;
  readonly start: number;
  readonly end: number;
}

export interface SuggestionSources {
  readonly entities: EntitiesOption | undefined;
  readonly commands: CommandsOption | undefined;
}

const MOST_SHOWN = 50;
const MOST_QUERY_CHARACTERS = 64;
const KINDS = { '@': 'tag', '/': 'command' } as const;

/** What the text at the caret asks for: `@` or `/` at the start of a word. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const found = /(?:^|\s)([@/])([^\s@/]*)$/u.exec(text.slice(0, caret));
  const [, sign = '', query = ''] = found ?? [];
  if (found === null || query.length > MOST_QUERY_CHARACTERS) return null;
  const start = caret - query.length - 1;
  return { kind: KINDS[sign as keyof typeof KINDS], query, start, end: caret };
}

export class Suggestions {
  found: readonly Suggestion[] = [];
  active = 0;
  trigger: Trigger | null = null;
  #sources: SuggestionSources = { entities: undefined, commands: undefined };
  #searches = 0;
  #leftAt: number | null = null;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;

  constructor(changed: () => void, failed: (error: unknown) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  get open(): boolean {
    return this.found.length > 0;
  }

  setSources(sources: SuggestionSources): void {
    this.#sources = sources;
  }

  /** Look for what the text at the caret asks for; an answer that comes late is not shown. */
  async look(text: string, caret: number): Promise<void> {
    const trigger = triggerAt(text, caret);
    const find = trigger === null ? undefined : this.#finderOf(trigger);
    if (trigger === null || find === undefined || trigger.start === this.#leftAt) {
      if (trigger === null) this.#leftAt = null;
      this.#show(null, []);
      return;
    }
    const search = (this.#searches += 1);
    try {
      const found = await find();
      if (search === this.#searches) this.#show(trigger, found.slice(0, MOST_SHOWN));
    } catch (error) {
      if (search === this.#searches) this.#show(null, []);
      this.#failed(error);
    }
  }

  /** Show these commands instead, in the place of the word that led to them. */
  showCommands(commands: readonly Command[]): void {
    if (this.trigger === null) return;
    this.#show(this.trigger, commands.map((command) => ({ kind: 'command', command })));
  }

  /** Close the list; for this word it stays closed. */
  leave(): void {
    this.#leftAt = this.trigger?.start ?? null;
    this.close();
  }

  close(): void {
    this.#show(null, []);
  }

  move(step: 1 | -1): void {
    this.active = (this.active + step + this.found.length) % this.found.length;
    this.#changed();
  }

  #finderOf({ kind, query }: Trigger): (() => Promise<Suggestion[]>) | undefined {
    const { entities, commands } = this.#sources;
    const { onTagSearch } = entities ?? {};
    if (kind === 'tag') {
      return onTagSearch && (async () => (await onTagSearch(query)).map((entity) => ({ kind, entity })));
    }
    const onSearch = commands?.enabled === true ? commands.onSearch : undefined;
    return onSearch && (async () => (await onSearch(query)).map((command) => ({ kind, command })));
  }

  #show(trigger: Trigger | null, found: readonly Suggestion[]): void {
    this.#searches += trigger === null ? 1 : 0;
    if (trigger === null && this.trigger === null && this.found.length === 0) return;
    this.trigger = trigger;
    this.found = found;
    this.active = 0;
    this.#changed();
  }
}
