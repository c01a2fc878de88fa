/** Draws a block of code: what it is written in, a button that copies it, and the code, coloured once it is complete. */

import type { Element as TreeElement, Root, Text as TreeText } from 'hast';
import type { CodeBlock } from './blocks.ts';
import { codePart } from './code-parts.ts';
import { type Drawing, element, growText } from './drawing.ts';
import { languageTitle, withGrammars } from './languages.ts';
import { asItReads } from './links.ts';
import { withoutMarks } from './source-marks.ts';

/** More code than this is read by nobody, and colours would only cost time. */
const MOST_COLOURED = 50_000;
/** Code with such lines was written by a machine for a machine. */
const LONGEST_COLOURED_LINE = 500;

interface Part {
  readonly place: HTMLElement;
  text: string;
  colouredText: string | null;
}

export class CodeView {
  readonly element = element('div', { class: 'code' });
  readonly #code = element('code');
  readonly #parts: Part[] = [];
  #language: string | null = null;
  #text = '';

  draw(block: CodeBlock, drawing: Drawing): boolean {
    if (this.#language !== block.language) this.#begin(block.language, drawing);
    this.#text = asItReads(withoutMarks(block.text.endsWith('\n') ? block.text.slice(0, -1) : block.text));
    let from = 0;
    let at = 0;
    do {
      const part = this.#partAt(at);
      const isSame = at < this.#parts.length - 1 && this.#text.startsWith(`${part.text}\n`, from);
      const { text, joined, next } = isSame
        ? { text: part.text, joined: false, next: from + part.text.length + 1 }
        : codePart(this.#text, from);
      if (text !== part.text) write(part, text, joined);
      from = next;
      at += 1;
      if (block.done) this.#colourLater(part, drawing);
      if (from < this.#text.length && drawing.budget.isSpent) return false;
    } while (from < this.#text.length);
    for (const { place } of this.#parts.splice(at)) place.remove();
    return true;
  }

  #begin(language: string, { words, copy }: Drawing): void {
    this.#language = language;
    this.#parts.length = 0;
    const title = language === '' ? words('element.markdown.code') : languageTitle(language);
    const button = element('button', { type: 'button' }, words('element.markdown.copy'));
    button.addEventListener('click', () => copy(this.#text, button));
    const name = words('element.markdown.code_in', { language: title });
    const shown = element('pre', { tabindex: '0', role: 'group', 'aria-label': name }, this.#code);
    this.#code.replaceChildren();
    this.element.replaceChildren(element('div', { class: 'code-head' }, element('span', {}, title), button), shown);
  }

  #partAt(at: number): Part {
    const known = this.#parts[at];
    if (known !== undefined) return known;
    const made: Part = { place: element('span', { class: 'part' }), text: '', colouredText: null };
    this.#code.append(made.place);
    this.#parts.push(made);
    return made;
  }

  #colourLater(part: Part, drawing: Drawing): void {
    const { text } = part;
    const language = this.#language ?? '';
    if (part.colouredText === text || this.#text.length > MOST_COLOURED || language === '') return;
    part.colouredText = text;
    if (text.split('\n').some((line) => line.length > LONGEST_COLOURED_LINE)) return;
    withGrammars(({ coloured }) => {
      drawing.later(() => {
        const tree = part.text === text ? coloured(language, text) : null;
        if (tree !== null) part.place.replaceChildren(...nodesOf(tree));
      });
    });
  }
}

/** Add to what stands there, or put it in its place. */
function write(part: Part, text: string, joined: boolean): void {
  const { firstChild, childNodes } = part.place;
  part.place.classList.toggle('joined', joined);
  if (childNodes.length === 1 && firstChild instanceof Text && text.startsWith(part.text)) growText(firstChild, text);
  else part.place.replaceChildren(text);
  part.text = text;
  part.colouredText = null;
}

function nodesOf(tree: Root | TreeElement): Node[] {
  return tree.children.flatMap((child): Node[] => {
    if (child.type === 'text') return [new Text((child as TreeText).value)];
    return child.type === 'element' ? [element('span', { class: classOf(child) }, ...nodesOf(child))] : [];
  });
}

function classOf({ properties }: TreeElement): string {
  const { className } = properties;
  return Array.isArray(className) ? className.join(' ') : '';
}
