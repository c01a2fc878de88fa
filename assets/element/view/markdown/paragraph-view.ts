/** Draws a paragraph: in one piece as a rule, in several when it is so long that no one writes such. */

import type { Paragraph } from './blocks.ts';
import { takeDefinitions } from './definitions.ts';
import { type Drawing, element } from './drawing.ts';
import { setPicturesAside } from './pictures.ts';
import { sliceEnd } from './slices.ts';
import { TextView } from './text-view.ts';

interface Slice {
  readonly place: HTMLElement;
  readonly view: TextView;
  text: string;
}

export class ParagraphView {
  readonly element = element('p');
  readonly #slices: Slice[] = [];

  /** Draw as much as there is time for; true when that was all. */
  draw(paragraph: Paragraph, drawing: Drawing): boolean {
    const isOpen = paragraph.open && drawing.streaming;
    const { text, pictures } = setPicturesAside(visibleText(paragraph, isOpen));
    this.element.hidden = text === '';
    let from = 0;
    let at = 0;
    for (; from < text.length; at += 1) {
      const slice = this.#sliceAt(at);
      const end = this.#endOf(slice, text, from);
      slice.text = text.slice(from, end);
      slice.view.draw({ text: slice.text, pictures }, isOpen && end === text.length, drawing);
      from = end;
      if (from < text.length && drawing.budget.isSpent) return false;
    }
    for (const { place } of this.#slices.splice(at)) place.remove();
    return true;
  }

  #sliceAt(at: number): Slice {
    const known = this.#slices[at];
    if (known !== undefined) return known;
    const place = element('span', { class: 'slice' });
    const made = { place, view: new TextView(place), text: '' };
    this.element.append(place);
    this.#slices.push(made);
    return made;
  }

  /** A slice that was not the last one ends where it did. */
  #endOf(slice: Slice, text: string, from: number): number {
    const isLast = this.#slices.at(-1) === slice;
    if (!isLast && slice.text !== '' && text.startsWith(slice.text, from)) return from + slice.text.length;
    return sliceEnd(text, from);
  }
}

/** Definitions are not read, and a first line in bars is a table's head as soon as the second one is there. */
function visibleText({ text }: Paragraph, isOpen: boolean): string {
  const { rest } = takeDefinitions(text);
  if (isOpen && rest.startsWith('|') && !rest.includes('\n')) return '';
  return rest.trimEnd();
}
