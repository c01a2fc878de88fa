/** Draws blocks that hold blocks: the whole text, quotations, lists and their items. */

import { type Block, type Container, type Heading, type Item, type List, isContainer } from './blocks.ts';
import { CodeView } from './code-view.ts';
import { type Drawing, element } from './drawing.ts';
import { ParagraphView } from './paragraph-view.ts';
import { setPicturesAside } from './pictures.ts';
import { TableView } from './table-view.ts';
import { TextView } from './text-view.ts';

/** So many blocks or items stand in a section, which the engine leaves out while it is far from what is seen. */
const BLOCKS_IN_SECTION = 32;

interface BlockView {
  readonly element: HTMLElement;
  /** Draw as much as there is time for; true when that was all. */
  draw(block: Block, drawing: Drawing): boolean;
  unsettle?(): void;
}

interface Child {
  readonly kind: string;
  readonly view: BlockView;
}

export class ContainerView implements BlockView {
  readonly element: HTMLElement;
  readonly #put: (made: HTMLElement, at: number) => void;
  readonly #children: Child[] = [];
  #block: Container | null = null;
  /** So many children from the start will never be drawn again. */
  #settled = 0;

  /** `put` places the element of a new child that comes behind all others. */
  constructor(outer: HTMLElement, put: (made: HTMLElement, at: number) => void = (made) => outer.append(made)) {
    this.element = outer;
    this.#put = put;
  }

  draw(block: Container, drawing: Drawing): boolean {
    if (this.#block !== block) this.#settled = 0;
    this.#block = block;
    if (block.type === 'list') this.element.classList.toggle('loose', block.loose);
    const { children } = block;
    for (let at = this.#settled; at < children.length; at += 1) {
      const child = children[at] as Block;
      const isDrawn = this.#viewAt(at, child, drawing).draw(child, drawing);
      if (!isDrawn) return false;
      if (child.done && at === this.#settled) this.#settled += 1;
      if (at < children.length - 1 && drawing.budget.isSpent) return false;
    }
    if (drawing.complete) this.#remove(children.length);
    return true;
  }

  unsettle(): void {
    this.#settled = 0;
    for (const { view } of this.#children) view.unsettle?.();
  }

  #viewAt(at: number, block: Block, drawing: Drawing): BlockView {
    const kind = kindOf(block);
    const known = this.#children[at];
    if (known?.kind === kind) return known.view;
    const view = viewOf(block, drawing);
    if (known === undefined) this.#put(view.element, at);
    else known.view.element.replaceWith(view.element);
    this.#children[at] = { kind, view };
    return view;
  }

  #remove(from: number): void {
    for (const { view } of this.#children.splice(from)) {
      const { parentElement } = view.element;
      view.element.remove();
      // A section without blocks would still count as the last one.
      if (parentElement !== this.element && parentElement?.childElementCount === 0) parentElement.remove();
    }
  }
}

class HeadingView implements BlockView {
  readonly element: HTMLElement;
  readonly #text: TextView;

  constructor({ depth, level }: Heading) {
    this.element = element(`h${level}` as 'h3', { 'data-depth': String(depth) });
    this.#text = new TextView(this.element);
  }

  draw(block: Heading, drawing: Drawing): boolean {
    this.#text.draw(setPicturesAside(block.text), !block.done && drawing.streaming, drawing);
    return true;
  }
}

/** The view of a whole text. */
export function rootView(place: HTMLElement): ContainerView {
  return inSections(place, () => element('div', { class: 'section' }));
}

/** A view in sections: thousands of blocks could not be laid out in time. `make` makes the one with the child `at` first. */
function inSections(place: HTMLElement, make: (at: number) => HTMLElement): ContainerView {
  const sections: HTMLElement[] = [];
  return new ContainerView(place, (made, at) => {
    const section = (sections[Math.floor(at / BLOCKS_IN_SECTION)] ??= make(at));
    if (section.parentNode === null) place.append(section);
    section.append(made);
  });
}

/** What has to be the same for a block to be drawn where another one was. */
function kindOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `heading ${block.level} ${block.depth}`;
    case 'list':
      return `list ${block.start}`;
    case 'item':
      return `item ${block.task}`;
    default:
      return block.type;
  }
}

function viewOf(block: Block, drawing: Drawing): BlockView {
  if (isContainer(block)) return containerView(block, drawing) as BlockView;
  switch (block.type) {
    case 'paragraph':
      return new ParagraphView() as BlockView;
    case 'heading':
      return new HeadingView(block) as BlockView;
    case 'code':
      return new CodeView() as BlockView;
    case 'table':
      return new TableView() as BlockView;
    case 'rule':
      return { element: element('hr'), draw: () => true };
  }
}

function containerView(block: Container, drawing: Drawing): ContainerView {
  if (block.type === 'list') return inSections(element('div', { class: 'list' }), (at) => listElement(block, at));
  if (block.type === 'item') return itemView(block, drawing);
  return inSections(element('blockquote', { dir: 'auto' }), () => element('div', { class: 'section' }));
}

/** The list from its item `at` on: a long one goes on in another one below. */
function listElement({ start }: List, at: number): HTMLElement {
  if (start === null) return element('ul', { dir: 'auto' });
  const first = start + at;
  return element('ol', { dir: 'auto', ...(first === 1 ? {} : { start: String(first) }) });
}

/** A task says in words whether it is done, since its box cannot be pressed. */
function itemView({ task }: Item, { words }: Drawing): ContainerView {
  if (task === null) return new ContainerView(element('li'));
  const name = words(task ? 'element.markdown.task_done' : 'element.markdown.task_open');
  const box = element('input', { type: 'checkbox', disabled: '', 'aria-label': name });
  box.checked = task;
  const place = element('div');
  return new ContainerView(element('li', { class: 'task' }, box, place), (made) => place.append(made));
}
