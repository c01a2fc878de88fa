/** Draws one piece of text with what stands within it, and draws it again only when it says something else. */

import { labelKey } from './definitions.ts';
import { type Drawing, putChildren } from './drawing.ts';
import { LONGEST_PIECE, readInline } from './inline.ts';
import { drawInline } from './inline-view.ts';
import { closeOpenEnd } from './open-end.ts';
import type { WithPictures } from './pictures.ts';

const LABEL = /\[([^[\]]{1,200})\]/g;
const MOST_LABELS = 100;

export class TextView {
  readonly #place: Element;
  #drawn: string | null = null;
  #labels: readonly string[] = [];
  #known = 0;

  constructor(place: Element) {
    this.#place = place;
  }

  /** `isOpen` says that the text is being written at its end right now. */
  draw({ text, pictures }: WithPictures, isOpen: boolean, drawing: Drawing): void {
    const shown = isOpen && text.length <= LONGEST_PIECE ? closeOpenEnd(text) : text;
    const key = pictures.length === 0 ? shown : shown + pictures.join();
    if (key === this.#drawn && this.#knownLabels(drawing) === this.#known) return;
    if (key !== this.#drawn) this.#labels = labelsIn(shown);
    this.#drawn = key;
    this.#known = this.#knownLabels(drawing);
    putChildren(this.#place, drawInline(readInline(shown, drawing.definitions), pictures, drawing));
  }

  /** How many of the labels in it lead somewhere by now: a definition may come long after its use. */
  #knownLabels({ definitions }: Drawing): number {
    return this.#labels.filter((label) => Object.hasOwn(definitions, label)).length;
  }
}

function labelsIn(text: string): readonly string[] {
  if (!text.includes('[')) return [];
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(LABEL)) {
    if (labels.size < MOST_LABELS) labels.add(labelKey(label));
  }
  return [...labels];
}
