/**
 * Owns the tree of blocks while it grows: what is open, what is put at its end, what has ended, what labels mean.
 *
 * What was done on trial can be taken back.
 */

import {
  type Block,
  type Container,
  type Definitions,
  type Item,
  type List,
  type Paragraph,
  type Root,
  isContainer,
  lastOpenChild,
} from './blocks.ts';
import { takeDefinitions } from './definitions.ts';

const MOST_DEFINITIONS = 500;

interface Saved {
  readonly block: Block;
  readonly fields: Partial<Block>;
  readonly count: number;
  readonly last: Block | readonly string[] | undefined;
}

export class BlockTree {
  readonly root: Root = { type: 'root', open: true, done: false, children: [] };
  readonly #definitions: Record<string, Definitions[string]> = Object.create(null);
  #definitionCount = 0;
  #trial: Saved[] | null = null;

  get definitions(): Definitions {
    return this.#definitions;
  }

  get definitionCount(): number {
    return this.#definitionCount;
  }

  beginTrial(): void {
    this.#trial = this.#save();
  }

  /** Undo all since the trial began; false when there is none. */
  takeBack(): boolean {
    if (this.#trial === null) return false;
    for (const { block, fields, count, last } of this.#trial) {
      Object.assign(block, fields);
      const parts = partsOf(block);
      if (parts === null) continue;
      parts.length = count;
      if (last !== undefined) parts[count - 1] = last;
    }
    this.#trial = null;
    return true;
  }

  /** Put a block at the end; what was open there has ended, and nothing but an item stands in a list. */
  add<Kind extends Block>(parent: Container, block: Kind): Kind {
    const holder = parent.type === 'list' && block.type !== 'item' ? this.holderOf(parent) : parent;
    const before = lastOpenChild(holder);
    if (before !== null) this.close(before);
    if (holder.type === 'item') {
      if (holder.endsBlank && holder.children.length > 0) this.#loosen(holder);
      holder.endsBlank = false;
    }
    holder.children.push(block);
    this.noteBlank(false);
    return block;
  }

  replaceLast(parent: Container, block: Block): void {
    parent.children.pop();
    parent.children.push(block);
    if (block.type === 'heading') this.close(block);
  }

  /** Whether the line was empty: the items it belongs to end with it, for now. */
  noteBlank(isBlank: boolean): void {
    for (let block: Block | null = this.root; block !== null; block = lastOpenChild(block)) {
      if (block.type === 'item') block.endsBlank = isBlank;
    }
  }

  #loosen(item: Item): void {
    for (let block: Block | null = this.root; block !== null; block = lastOpenChild(block)) {
      if (block.type === 'list' && block.children.at(-1) === item) block.loose = true;
    }
  }

  holderOf(list: List): Container {
    let holder: Container = this.root;
    for (let block: Block | null = this.root; block !== null && block !== list; block = lastOpenChild(block)) {
      if (isContainer(block)) holder = block;
    }
    return holder;
  }

  depthOf(container: Container): number {
    let depth = 0;
    for (let block: Block | null = this.root; block !== null && block !== container; block = lastOpenChild(block)) {
      if (block.type === 'quote' || block.type === 'list') depth += 1;
    }
    return depth;
  }

  close(block: Block): void {
    const open = lastOpenChild(block);
    if (open !== null) this.close(open);
    block.open = false;
    // What a line on trial has ended may go on with the next character.
    block.done = this.#trial === null;
    if (block.type === 'paragraph' && block.done) this.#define(block);
  }

  #define(paragraph: Paragraph): void {
    const { definitions, rest } = takeDefinitions(paragraph.text);
    paragraph.text = rest;
    for (const { key, href, title } of definitions) {
      if (this.#definitionCount >= MOST_DEFINITIONS || Object.hasOwn(this.#definitions, key)) continue;
      this.#definitions[key] = { href, title };
      this.#definitionCount += 1;
    }
  }

  #save(): Saved[] {
    const saved: Saved[] = [];
    for (let block: Block | null = this.root; block !== null; block = lastOpenChild(block)) {
      const parts = partsOf(block);
      saved.push({ block, fields: { ...block }, count: parts?.length ?? 0, last: parts?.at(-1) });
    }
    return saved;
  }
}

function partsOf(block: Block): (Block | readonly string[])[] | null {
  if (isContainer(block)) return block.children;
  return block.type === 'table' ? block.rows : null;
}
