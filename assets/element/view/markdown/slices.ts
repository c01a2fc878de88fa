/** Cuts a paragraph that never ends into parts which can be read and drawn one by one. */

/** As long as this, a paragraph is read in one piece: only what is no prose is longer. */
export const LONGEST_SLICE = 3_000;
const SHORTEST_SLICE = 1_500;
const SENTENCE_END = /[.!?…。！？]["'”’)\]]*\s+(?=\S)/g;

/** The end of the slice that begins at `from`; the text's own end where it is the last one. */
export function sliceEnd(text: string, from: number): number {
  if (text.length - from <= LONGEST_SLICE) return text.length;
  const window = text.slice(from + SHORTEST_SLICE, from + LONGEST_SLICE);
  const sentence = [...window.matchAll(SENTENCE_END)].at(-1);
  if (sentence !== undefined) return from + SHORTEST_SLICE + sentence.index + sentence[0].length;
  const space = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
  const end = space < 0 ? from + LONGEST_SLICE : from + SHORTEST_SLICE + space + 1;
  // No half of a character, and no half of a source's mark.
  return /^[\udc00-\udfff\ue000-\uefff]/.test(text.charAt(end)) ? end - 1 : end;
}
