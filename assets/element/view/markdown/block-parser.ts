/**
 * Reads Markdown line by line into blocks, in time that grows with the text and with nothing else.
 *
 * A line only ever changes the blocks that are open, so nothing above is read again. The last line of an unfinished
 * text is read on trial and taken back before the next one.
 */

import { BlockTree } from './block-tree.ts';
import {
  type Block,
  type Container,
  type Definitions,
  type Heading,
  type Item,
  type List,
  type Paragraph,
  type Root,
  type Table,
  isContainer,
  lastOpenChild,
} from './blocks.ts';
import { takeDefinitions } from './definitions.ts';
import {
  type ListMark,
  alignmentsIn,
  behindQuoteMark,
  cellsIn,
  closesFence,
  expandIndent,
  fenceIn,
  headingIn,
  indentOf,
  isBlank,
  isRule,
  listMarkIn,
  underlineDepth,
} from './line-starts.ts';
import { withoutMarks } from './source-marks.ts';

/** Deeper than this, marks of quotations and lists are text: nobody can read it, and the page must bear it. */
const DEEPEST = 12;
const CODE_INDENT = 4;
/** A longer line is no row that anybody reads in columns. */
const LONGEST_ROW = 20_000;
/** SECURITY: lines of one letter in a table of many columns would fill the memory with cells that nobody wrote. */
const MOST_MISSING_CELLS = 1_000;
/** The headings of an answer stand below those of the page. */
const TOP_LEVEL = 3;
const LOWEST_LEVEL = 6;
const TASK = /^\[([ xX])\][ \t]+(?=\S)/;
const FRESH = { open: true, done: false } as const;

export class BlockParser {
  readonly #tree = new BlockTree();
  /** The depths of the headings that the next one could stand below. */
  #outline: readonly number[] = [];
  #outlineBeforeTrial: readonly number[] = [];

  get root(): Root {
    return this.#tree.root;
  }

  get definitions(): Definitions {
    return this.#tree.definitions;
  }

  /** How many there are; a changed number means that labels may lead somewhere now. */
  get definitionCount(): number {
    return this.#tree.definitionCount;
  }

  /** Read a line that is complete, without its end. */
  feed(line: string): void {
    this.takeBack();
    this.#read(line);
  }

  /** Read a line as far as it is written. */
  try(line: string): void {
    this.takeBack();
    this.#tree.beginTrial();
    this.#outlineBeforeTrial = this.#outline;
    this.#read(line);
  }

  /** Undo the line that was read on trial. */
  takeBack(): void {
    if (this.#tree.takeBack()) this.#outline = this.#outlineBeforeTrial;
  }

  /** The text has ended. */
  finish(): void {
    this.takeBack();
    this.#tree.close(this.root);
  }

  #read(source: string): void {
    const { parent, tip, line, matchedAll } = this.#descend(expandIndent(source));
    if (tip !== null && matchedAll && this.#continueLeaf(tip, line)) return;
    this.#begin(parent, line, tip, matchedAll);
  }

  /** Follow the open blocks as far as this line belongs to them. */
  #descend(source: string): { parent: Container; tip: Block | null; line: string; matchedAll: boolean } {
    let parent: Container = this.root;
    let line = source;
    for (let child = lastOpenChild(parent); child !== null; child = lastOpenChild(parent)) {
      if (!isContainer(child)) return { parent, tip: child, line, matchedAll: true };
      const rest = restFor(child, line);
      if (rest === null) return { parent, tip: tipOf(child), line, matchedAll: false };
      parent = child;
      line = rest;
    }
    return { parent, tip: null, line, matchedAll: true };
  }

  /** Let a block without children take the line; false when it ends before it or may be interrupted. */
  #continueLeaf(tip: Block, line: string): boolean {
    if (tip.type !== 'code') return false;
    if (tip.fence === null) {
      if (isBlank(line)) tip.pendingBlankLines += 1;
      else if (indentOf(line) < CODE_INDENT) return false;
      else {
        tip.text += '\n'.repeat(tip.pendingBlankLines + 1) + line.slice(CODE_INDENT);
        tip.pendingBlankLines = 0;
      }
      return true;
    }
    if (closesFence(withoutMarks(line), tip.fence.mark, tip.fence.length)) this.#tree.close(tip);
    else tip.text += `${line.slice(Math.min(indentOf(line), tip.fence.indent))}\n`;
    return true;
  }

  /** Begin the blocks that start in this line, behind each other: `> - # Heading` is three. */
  #begin(from: Container, source: string, tip: Block | null, matchedAll: boolean): void {
    let parent = from;
    let line = source;
    let began = false;
    if (isBlank(line)) return this.#blankLine(parent, matchedAll);
    if (matchedAll && this.#takesOver(parent, tip, line)) return;
    for (let depth = this.#tree.depthOf(parent); ; depth += 1) {
      const interrupted = began || tip?.type !== 'paragraph' ? null : tip;
      const [next, rest] = this.#beginContainer(parent, line, depth, interrupted);
      if (next === null) break;
      parent = next;
      line = rest;
      began = true;
      if (isBlank(line)) return;
    }
    const interrupted = began || tip?.type !== 'paragraph' ? null : tip;
    if (!this.#beginLeaf(parent, line, interrupted)) this.#addText(parent, line, interrupted);
  }

  #blankLine(parent: Container, matchedAll: boolean): void {
    const tip = lastOpenChild(parent);
    if (tip !== null && (tip.type !== 'list' || !matchedAll)) this.#tree.close(tip);
    this.#tree.noteBlank(true);
  }

  /** An underline or a table's second line makes something else of the paragraph above; a table takes its next row. */
  #takesOver(parent: Container, tip: Block | null, line: string): boolean {
    if (tip?.type === 'table') {
      if (this.#interruptsTable(line) || tip.missing >= MOST_MISSING_CELLS) return false;
      const cells = cellsIn(line);
      tip.missing += Math.max(0, tip.header.length - cells.length);
      tip.rows.push(fit(cells, tip.header.length));
      return true;
    }
    if (tip?.type !== 'paragraph') return false;
    const depth = underlineDepth(line);
    if (depth !== null && takeDefinitions(tip.text).rest !== '') {
      this.#tree.replaceLast(parent, this.#heading(depth, tip.text.trim()));
      return true;
    }
    return this.#becomesTable(parent, tip, line);
  }

  #heading(depth: number, text: string): Heading {
    this.#outline = [...this.#outline.filter((above) => above < depth), depth];
    const level = Math.min(TOP_LEVEL + this.#outline.length - 1, LOWEST_LEVEL);
    return { type: 'heading', ...FRESH, depth, level, text };
  }

  #interruptsTable(line: string): boolean {
    const starts = [behindQuoteMark(line), headingIn(line), fenceIn(line), listMarkIn(line)];
    return line.length > LONGEST_ROW || isRule(line) || starts.some((start) => start !== null);
  }

  #becomesTable(parent: Container, paragraph: Paragraph, line: string): boolean {
    const alignments = alignmentsIn(line);
    if (alignments === null || paragraph.text.length > LONGEST_ROW) return false;
    const at = paragraph.text.lastIndexOf('\n') + 1;
    const head = paragraph.text.slice(at);
    const header = cellsIn(head);
    if (header.length !== alignments.length || !(head.includes('|') || line.includes('|'))) return false;
    const table: Table = { type: 'table', ...FRESH, alignments, header, rows: [], missing: 0 };
    if (at === 0) this.#tree.replaceLast(parent, table);
    else {
      paragraph.text = paragraph.text.slice(0, at - 1);
      this.#tree.add(parent, table);
    }
    return true;
  }

  #beginContainer(
    parent: Container,
    line: string,
    depth: number,
    interrupted: Paragraph | null,
  ): [Container | null, string] {
    if (depth >= DEEPEST || indentOf(line) >= CODE_INDENT) return [null, line];
    const quoted = behindQuoteMark(line);
    if (quoted !== null) return [this.#tree.add(parent, { type: 'quote', ...FRESH, children: [] }), quoted];
    const mark = isRule(line) ? null : listMarkIn(line);
    if (mark === null || (interrupted !== null && !interrupts(parent, mark))) return [null, line];
    return this.#beginItem(parent, mark);
  }

  #beginItem(parent: Container, { mark, start, contentIndent, rest }: ListMark): [Item, string] {
    const within = parent.type === 'list' ? parent : lastOpenChild(parent);
    const numbered = start !== null;
    let list: List;
    if (within?.type === 'list' && within.mark === mark && (within.start !== null) === numbered) {
      list = within;
      const before = list.children.at(-1);
      if (before?.type === 'item' && before.endsBlank) list.loose = true;
    } else {
      const holder = parent.type === 'list' ? this.#tree.holderOf(parent) : parent;
      list = this.#tree.add(holder, { type: 'list', ...FRESH, children: [], mark, start, loose: false });
    }
    const task = TASK.exec(rest);
    const item: Item = {
      type: 'item',
      ...FRESH,
      children: [],
      contentIndent,
      task: task === null ? null : task[1] !== ' ',
      endsBlank: false,
    };
    return [this.#tree.add(list, item), task === null ? rest : rest.slice(task[0].length)];
  }

  #beginLeaf(parent: Container, line: string, interrupted: Paragraph | null): boolean {
    const indent = indentOf(line);
    if (indent >= CODE_INDENT) {
      if (interrupted !== null) return false;
      const text = line.slice(CODE_INDENT);
      this.#tree.add(parent, { type: 'code', ...FRESH, language: '', fence: null, text, pendingBlankLines: 0 });
      return true;
    }
    const heading = headingIn(line);
    if (heading !== null) this.#tree.close(this.#tree.add(parent, this.#heading(heading.depth, heading.text)));
    else if (isRule(line)) this.#tree.close(this.#tree.add(parent, { type: 'rule', ...FRESH }));
    else {
      const fence = fenceIn(line);
      if (fence === null) return false;
      const { language } = fence;
      this.#tree.add(parent, { type: 'code', ...FRESH, language, fence, text: '', pendingBlankLines: 0 });
    }
    return true;
  }

  /** Text goes on with the paragraph above, even where a quotation's or an item's mark was left out. */
  #addText(parent: Container, line: string, interrupted: Paragraph | null): void {
    if (interrupted !== null) interrupted.text += `\n${line.trimStart()}`;
    else this.#tree.add(parent, { type: 'paragraph', ...FRESH, text: line.trimStart() });
  }

}

/** What a container leaves of a line that belongs to it; null when the line does not. */
function restFor(block: Container, line: string): string | null {
  switch (block.type) {
    case 'root':
    case 'list':
      return line;
    case 'quote':
      return indentOf(line) < CODE_INDENT ? behindQuoteMark(line) : null;
    case 'item':
      if (block.children.length === 0 && block.endsBlank) return null;
      if (isBlank(line)) return '';
      return indentOf(line) >= block.contentIndent ? line.slice(block.contentIndent) : null;
  }
}

/** A paragraph is only interrupted by a list that means it: an item with words, and the number 1 if any. */
function interrupts(parent: Container, { start, rest }: ListMark): boolean {
  return parent.type === 'list' || (!isBlank(rest) && (start === null || start === 1));
}

function tipOf(block: Block): Block {
  const child = lastOpenChild(block);
  return child === null ? block : tipOf(child);
}

function fit(cells: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => cells[at] ?? '');
}
