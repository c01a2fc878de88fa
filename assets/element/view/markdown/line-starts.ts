/** Recognises what the beginning of a line says in Markdown. */

import type { Alignment } from './blocks.ts';

const QUOTE = /^ {0,3}>[ \t]?/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/;
const BULLET = /^( {0,3})([-+*])(?=[ \t]|$)/;
const NUMBER = /^( {0,3})(\d{1,9})([.)])(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const DELIMITER_CELL = /^:?-+:?$/;
/** Longer than this, a line of marks is just a line of marks. */
const LONGEST_MARKS = 1_000;
const MOST_COLUMNS = 64;
/** More spaces than this behind a list's mark are indented code. */
const MOST_SPACES_BEHIND_MARK = 4;

export interface ListMark {
  readonly mark: string;
  readonly start: number | null;
  readonly contentIndent: number;
  /** What stands in the item's first line. */
  readonly rest: string;
}

export interface FenceStart {
  readonly mark: string;
  readonly length: number;
  readonly indent: number;
  readonly language: string;
}

/** The line with the tabs of its indentation as spaces. */
export function expandIndent(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (!indent.includes('\t')) return line;
  let expanded = '';
  for (const each of indent) expanded += each === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : each;
  return expanded + line.slice(indent.length);
}

export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

export function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

/** What is behind the mark of a quotation; null where there is none. */
export function behindQuoteMark(line: string): string | null {
  const mark = QUOTE.exec(line)?.[0];
  return mark === undefined ? null : expandIndent(line.slice(mark.length));
}

export function headingIn(line: string): { depth: number; text: string } | null {
  const found = line.length > LONGEST_MARKS ? null : HEADING.exec(line);
  return found === null ? null : { depth: found[1]?.length ?? 1, text: found[2] ?? '' };
}

export function fenceIn(line: string): FenceStart | null {
  const found = FENCE.exec(line);
  if (found === null) return null;
  const [, indent = '', marks = '', information = ''] = found;
  if (marks.startsWith('`') && information.includes('`')) return null;
  const [language = ''] = information.trim().split(/[\s{]/, 1);
  return { mark: marks.charAt(0), length: marks.length, indent: indent.length, language };
}

export function closesFence(line: string, mark: string, length: number): boolean {
  const marks = line.trimEnd();
  const start = indentOf(marks);
  return start <= 3 && marks.length <= LONGEST_MARKS && marks.length - start >= length && marks.slice(start) === mark.repeat(marks.length - start);
}

/** Three or more of the same mark and nothing else. */
export function isRule(line: string): boolean {
  if (line.length > LONGEST_MARKS || indentOf(line) > 3) return false;
  const marks = line.replace(/[ \t]/g, '');
  return marks.length >= 3 && '-_*'.includes(marks.charAt(0)) && marks === marks.charAt(0).repeat(marks.length);
}

/** The level that an underline gives to the line above; null where it is no underline. */
export function underlineDepth(line: string): number | null {
  const marks = UNDERLINE.exec(line)?.[1];
  return marks === undefined ? null : marks.startsWith('=') ? 1 : 2;
}

export function listMarkIn(line: string): ListMark | null {
  const bullet = BULLET.exec(line);
  const found = bullet ?? NUMBER.exec(line);
  if (found === null) return null;
  const width = found[0].length;
  const rest = expandIndent(line.slice(width));
  const spaces = indentOf(rest);
  const padding = isBlank(rest) || spaces > MOST_SPACES_BEHIND_MARK ? 1 : spaces;
  return {
    mark: found[bullet === null ? 3 : 2] ?? '',
    start: bullet === null ? Number(found[2]) : null,
    contentIndent: width + padding,
    rest: rest.slice(padding),
  };
}

/** The cells of a table's line, its outer bars left out. */
export function cellsIn(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const inner = line.trim().replace(/^\|/, '');
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner.charAt(at);
    if (character === '\\' && inner.charAt(at + 1) === '|') {
      cell += '|';
      at += 1;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
      if (cells.length === MOST_COLUMNS) return cells;
    } else {
      cell += character;
    }
  }
  if (!isBlank(cell)) cells.push(cell.trim());
  return cells;
}

/** How the columns are aligned, if this is the line between a table's head and its rows. */
export function alignmentsIn(line: string): Alignment[] | null {
  if (line.length > LONGEST_MARKS || indentOf(line) > 3 || !/^[\s|:-]*-[\s|:-]*$/.test(line)) return null;
  const cells = cellsIn(line);
  if (!cells.every((cell) => DELIMITER_CELL.test(cell))) return null;
  return cells.map((cell) => {
    if (!cell.endsWith(':')) return cell.startsWith(':') ? 'left' : null;
    return cell.startsWith(':') ? 'center' : 'right';
  });
}
