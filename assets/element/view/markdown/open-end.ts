/** Completes the end of a text that is still being written, so that half of a mark is never seen as such. */

interface OpenMark {
  readonly at: number;
  readonly mark: string;
}

const MARKS = /\\[\s\S]?|`+|!?\[|(?<=\s)!$|\]|\*+|_+|~~|<(?=[A-Za-z/!]|$)/g;
/** What may still become a tag or an address in angle brackets. */
const LONGEST_TAG = 200;
const WORD = /[\p{L}\p{N}]/u;

/** The text with everything closed that is open, and without the beginnings of what is not there yet. */
export function closeOpenEnd(text: string): string {
  const open: OpenMark[] = [];
  const marks = new RegExp(MARKS);
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [mark] = found;
    const at = found.index;
    if (mark.startsWith('\\')) {
      if (mark.length === 1) return closed(text.slice(0, at), open);
    } else if (mark.startsWith('`')) {
      const end = closingTicks(text, marks.lastIndex, mark.length);
      if (end === null) return closed(codeLeftOpen(text, at, mark), open);
      marks.lastIndex = end;
    } else if (mark === '<') {
      const end = text.indexOf('>', at);
      if (end < 0 && text.length - at < LONGEST_TAG) return closed(text.slice(0, at), open);
    } else if (mark === '!') {
      return closed(text.slice(0, at), open);
    } else if (mark.endsWith('[')) {
      open.push({ at, mark });
    } else if (mark === ']') {
      const cut = endOfLink(text, at, open);
      if (cut === null) continue;
      if (typeof cut === 'string') return closed(cut, open);
      marks.lastIndex = cut;
    } else {
      emphasis(text, at, mark, open);
    }
  }
  return closed(text, open);
}

function closingTicks(text: string, from: number, length: number): number | null {
  const ticks = /`+/g;
  ticks.lastIndex = from;
  for (let found = ticks.exec(text); found !== null; found = ticks.exec(text)) {
    if (found[0].length === length) return ticks.lastIndex;
  }
  return null;
}

function codeLeftOpen(text: string, at: number, mark: string): string {
  const inside = text.slice(at + mark.length);
  return inside.trim() === '' ? text.slice(0, at) : text.replace(/`+$/, '').trimEnd() + mark;
}

/**
 * What to do at `]`: null when it closes nothing, a number to go on behind the link's address, or the text to show
 * while that address is still being written.
 */
function endOfLink(text: string, at: number, open: OpenMark[]): number | string | null {
  const start = open.findLastIndex(({ mark }) => mark.endsWith('['));
  const bracket = open[start];
  if (bracket === undefined) return null;
  open.splice(start);
  if (at + 1 < text.length && text.charAt(at + 1) !== '(') return at + 1;
  const end = text.indexOf(')', at);
  if (end >= 0) return end + 1;
  const before = text.slice(0, bracket.at);
  return bracket.mark.startsWith('!') ? before : before + text.slice(bracket.at + 1, at);
}

function emphasis(text: string, at: number, mark: string, open: OpenMark[]): void {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  const inWord = mark.startsWith('_') && WORD.test(before) && WORD.test(after);
  if (inWord) return;
  const same = open.findLastIndex((each) => each.mark === mark);
  if (same >= 0 && before.trim() !== '') open.splice(same);
  else if (after.trim() !== '' || at + mark.length === text.length) open.push({ at, mark });
}

/** The text with what is open closed, innermost first; what has nothing in it yet is left out. */
function closed(text: string, open: readonly OpenMark[]): string {
  let shown = text;
  let ends = '';
  for (const { at, mark } of open.toReversed()) {
    if (at >= shown.length) continue;
    const inside = shown.slice(at + mark.length);
    if (mark.endsWith('[')) shown = mark.startsWith('!') ? shown.slice(0, at) : shown.slice(0, at) + inside;
    else if (inside.trim() === '') shown = shown.slice(0, at);
    else ends += mark;
  }
  const trimmed = ends === '' ? shown : shown.trimEnd();
  return trimmed + ends;
}
