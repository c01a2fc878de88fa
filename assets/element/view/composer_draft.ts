/**
 * Owns what stands in the composer: text with tags in it, a quoted passage, the chosen tool and model.
 *
 * A tag is a word of the text, `@` and its name; when that word is changed it is no tag any more.
 */

import type { Entity } from '@openai/chatkit';
import type { ComposerOption, ModelOption, ToolOption } from '../core/options.ts';
import { type OutgoingMessage, textOf } from '../core/requests.ts';
import type { UserContent } from '../core/wire.ts';

/** The same each time, so that nobody takes it for a change. */
const NONE: readonly never[] = [];

type TagContent = Extract<UserContent, { type: 'input_tag' }>;

export class ComposerDraft {
  text = '';
  reply: string | null = null;
  toolId: string | null = null;
  #tags: ReadonlyMap<string, TagContent> = new Map();
  #modelId: string | null = null;
  #option: ComposerOption = {};

  /** Use these tools and models from now on; a choice that is not among them is none. */
  setOption(option: ComposerOption): void {
    this.#option = option;
    this.toolId = this.tool?.id ?? null;
  }

  get tools(): readonly ToolOption[] {
    return this.#option.tools ?? NONE;
  }

  get models(): readonly ModelOption[] {
    return this.#option.models ?? NONE;
  }

  get tool(): ToolOption | null {
    return this.tools.find(({ id }) => id === this.toolId) ?? null;
  }

  get model(): ModelOption | null {
    const usable = this.models.filter(({ disabled }) => disabled !== true);
    const chosen = usable.find(({ id }) => id === this.#modelId);
    return chosen ?? usable.find((model) => model.default === true) ?? usable[0] ?? null;
  }

  chooseModel(id: string): void {
    this.#modelId = id;
  }

  /** Know an entity as a tag and return the word that stands for it. */
  addTag({ id, title, group, data = {}, interactive = false }: Entity): string {
    const known = group === undefined ? {} : { group };
    return this.#addTag({ type: 'input_tag', id, text: title, data, interactive, ...known });
  }

  /** Write this content in the place of the text that stands here. */
  setContent(content: readonly UserContent[]): void {
    this.text = this.#written(content);
  }

  /** The message that is written here. */
  get message(): OutgoingMessage {
    const { reply, tool, model } = this;
    return {
      content: contentOf(this.text.trim(), this.#tags),
      ...(reply === null ? {} : { reply }),
      ...(tool === null ? {} : { toolId: tool.id }),
      ...(model === null ? {} : { model: model.id }),
    };
  }

  /** The message is on its way: begin another one. */
  clear(): void {
    if (this.tool?.persistent !== true) this.toolId = null;
    this.text = '';
    this.reply = null;
    this.#tags = new Map();
  }

  /** Put a text that belongs to the person before what stands here. */
  putBack(text: string): void {
    this.text = joined(text, this.text);
  }

  /** Put back a message that was not taken, as it was written. */
  putBackMessage(message: OutgoingMessage): void {
    if (textOf(message) !== '') this.putBack(this.#written(message.content));
    this.reply ??= message.reply ?? null;
    this.toolId ??= this.tools.find(({ id }) => id === message.toolId)?.id ?? null;
  }

  #written(content: readonly UserContent[]): string {
    return content.map((part) => (part.type === 'input_text' ? part.text : this.#addTag(part))).join('');
  }

  #addTag(tag: TagContent): string {
    const word = tag.text.startsWith('@') ? tag.text : `@${tag.text}`;
    this.#tags = new Map([...this.#tags, [word, tag]]);
    return word;
  }
}

/** The parts of a text in which these words are tags. */
export function contentOf(text: string, tags: ReadonlyMap<string, TagContent>): UserContent[] {
  const words = [...tags.keys()].sort((one, other) => other.length - one.length).map(escaped);
  if (words.length === 0) return [{ type: 'input_text', text }];
  const pattern = new RegExp(`(${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  const parts = text.split(pattern).filter((part) => part !== '');
  return parts.map((part) => tags.get(part) ?? { type: 'input_text', text: part });
}

export function joined(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join('\n\n');
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
