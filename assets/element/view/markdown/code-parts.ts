/** Cuts code into parts that are drawn and coloured one by one, at places where little runs across. */

const LONGEST_PART = 6_000;
const SHORTEST_PART = 3_000;

export interface CodePart {
  readonly text: string;
  /** Whether it goes on in the same line, because no line ended in all of it. */
  readonly joined: boolean;
  /** Where the next part begins. */
  readonly next: number;
}

/** The part that begins at `from`; the last one is what is left. */
export function codePart(code: string, from: number): CodePart {
  if (code.length - from <= LONGEST_PART) return { text: code.slice(from), joined: false, next: code.length };
  const window = code.slice(from, from + LONGEST_PART);
  const emptyLine = window.lastIndexOf('\n\n');
  const lineEnd = emptyLine >= SHORTEST_PART ? emptyLine : window.lastIndexOf('\n');
  if (lineEnd > 0) return { text: window.slice(0, lineEnd), joined: false, next: from + lineEnd + 1 };
  // No half of a character.
  const end = /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
  return { text: window.slice(0, end), joined: true, next: from + end };
}
