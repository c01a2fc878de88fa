/** Draws a table, row by row as it comes, in a place of its own that can be scrolled. */

import type { Alignment, Table } from './blocks.ts';
import { type Drawing, element } from './drawing.ts';
import { inlineText, readInline } from './inline.ts';
import { setPicturesAside } from './pictures.ts';
import { withoutMarks } from './source-marks.ts';
import { TextView } from './text-view.ts';

const LONGEST_NAME = 100;
/** A longer table goes on in another one below: the engine lays out the whole of a table for each row that comes. */
const ROWS_IN_TABLE = 100;
/** What a column gets where columns are not measured, because they have to be the same in all those tables. */
const COLUMN_PIXELS = 96;

interface Row {
  readonly place: HTMLTableRowElement;
  readonly cells: readonly TextView[];
}

export class TableView {
  readonly element = element('div', { class: 'scroll', role: 'group', tabindex: '0' });
  readonly #rows: Row[] = [];
  #head: Row | null = null;
  #table: Table | null = null;
  #settled = 0;

  draw(table: Table, drawing: Drawing): boolean {
    if (this.#head === null || !sameShape(this.#table, table)) this.#begin(table);
    if (this.#table !== table) this.#settled = 0;
    this.#table = table;
    this.#drawRow(this.#head as unknown as Row, table.header, false, drawing);
    for (let at = this.#settled; at < table.rows.length; at += 1) {
      const isLast = at === table.rows.length - 1;
      this.#drawRow(this.#rowAt(at), table.rows[at] ?? [], isLast && table.open && drawing.streaming, drawing);
      if (!isLast) this.#settled = at;
      if (!isLast && drawing.budget.isSpent) return false;
    }
    for (const { place } of this.#rows.splice(table.rows.length)) place.remove();
    const tables = Math.max(1, Math.ceil(this.#rows.length / ROWS_IN_TABLE));
    while (this.element.childElementCount > tables) this.element.lastElementChild?.remove();
    return true;
  }

  /** What was drawn may say something else now. */
  unsettle(): void {
    this.#settled = 0;
  }

  #begin(table: Table): void {
    this.#table = table;
    this.#rows.length = 0;
    this.#head = newRow('th', table.alignments);
    const name = table.header.map((cell) => inlineText(readInline(withoutMarks(cell), {}))).join(', ');
    this.element.setAttribute('aria-label', name.slice(0, LONGEST_NAME));
    this.element.classList.remove('long');
    this.element.replaceChildren(tableOf(this.#head.place));
  }

  #rowAt(at: number): Row {
    const known = this.#rows[at];
    if (known !== undefined) return known;
    const made = newRow('td', this.#table?.alignments ?? []);
    if (at > 0 && at % ROWS_IN_TABLE === 0) this.#goOn();
    this.element.lastElementChild?.querySelector('tbody')?.append(made.place);
    this.#rows.push(made);
    return made;
  }

  /** The next table has the same head, for who does not see that it belongs to the one above. */
  #goOn(): void {
    const head = this.#head?.place.cloneNode(true);
    const columns = this.#head?.cells.length ?? 0;
    this.element.classList.add('long');
    this.element.style.setProperty('--table-width', `${columns * COLUMN_PIXELS}px`);
    if (head !== undefined) this.element.append(tableOf(head));
  }

  #drawRow(row: Row, texts: readonly string[], isOpen: boolean, drawing: Drawing): void {
    row.cells.forEach((view, at) => view.draw(setPicturesAside(texts[at] ?? ''), isOpen, drawing));
  }
}

function tableOf(head: Node): HTMLElement {
  return element('div', { class: 'rows' }, element('table', {}, element('thead', {}, head), element('tbody')));
}

function newRow(kind: 'th' | 'td', alignments: readonly Alignment[]): Row {
  const cells = alignments.map((alignment) =>
    element(kind, {
      ...(kind === 'th' ? { scope: 'col' } : {}),
      ...(alignment === null ? {} : { class: alignment }),
    }),
  );
  return { place: element('tr', {}, ...cells), cells: cells.map((cell) => new TextView(cell)) };
}

function sameShape(one: Table | null, other: Table): boolean {
  return (
    JSON.stringify([one?.alignments, one?.header]) === JSON.stringify([other.alignments, other.header])
  );
}
