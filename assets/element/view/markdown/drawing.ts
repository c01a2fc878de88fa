/** What every drawn block is made with: the page's nodes, and a limit to how long one go may take. */

import type { Source } from '../../core/items.ts';
import type { Words } from '../words.ts';
import type { Definitions } from './blocks.ts';

/** The time that one go may take, so that the page stays with its reader. */
export class Budget {
  readonly #end: number;

  constructor(milliseconds: number) {
    this.#end = performance.now() + milliseconds;
  }

  get isSpent(): boolean {
    return performance.now() >= this.#end;
  }
}

/** What a line needs to be drawn. */
export interface LineDrawing {
  readonly words: Words;
  readonly sources: readonly Source[];
}

export interface Drawing extends LineDrawing {
  readonly definitions: Definitions;
  readonly budget: Budget;
  /** Whether the end of the text may still be half a thought. */
  readonly streaming: boolean;
  /** Whether the blocks are all there are, so that what was drawn beyond them goes. */
  readonly complete: boolean;
  readonly copy: (text: string, button: HTMLButtonElement) => void;
  /** Do something that nobody waits for when there is time. */
  readonly later: (task: () => void) => void;
}

type Child = Node | string;

/** SECURITY: names and attributes are those written in this program's sources; what a model wrote is only ever text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Make a node's children these, and leave alone those that are already so: a selection in them stays. */
export function putChildren(parent: Element, children: readonly Node[]): void {
  children.forEach((child, at) => {
    const before = parent.childNodes[at];
    if (before === undefined) parent.append(child);
    else if (isText(before) && isText(child) && child.data.startsWith(before.data)) growText(before, child.data);
    else if (!before.isEqualNode(child)) before.replaceWith(child);
  });
  while (parent.childNodes.length > children.length) parent.lastChild?.remove();
}

/** Add what is new at the end of a text. */
export function growText(node: Text, text: string): void {
  if (node.data.length < text.length) node.appendData(text.slice(node.data.length));
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
