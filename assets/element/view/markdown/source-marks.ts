/**
 * Carries the marks of an answer's sources through the reading of its Markdown, each at its place in the text.
 *
 * A mark is a pair of characters that no text of a person has: punctuation, so that emphasis before it ends, and a
 * private character that says which source is meant.
 */

import type { Annotation, Source } from '../../core/items.ts';

const SIGN = '\u2e4f';
const FIRST = 0xe000;
const MOST = 0x1000;

/** Splits a text so that every mark is a part of its own. */
export const SOURCE_MARK = /(\u2e4f[\ue000-\uefff])/;
const ALL_MARKS = /\u2e4f[\ue000-\uefff]/g;
const OWN_CHARACTERS = /[\u2e4f\ue000-\uefff]/g;

/** The number of the source that a mark stands for, from 1; null for what is no mark. */
export function sourceNumber(part: string): number | null {
  return part.length === 2 && part.startsWith(SIGN) ? part.charCodeAt(1) - FIRST + 1 : null;
}

export function withoutMarks(text: string): string {
  return text.includes(SIGN) ? text.replace(ALL_MARKS, '') : text;
}

/** Says whether two annotations mean the same source. */
export function sourceIdentity({ kind, url, entity, title }: Source): string {
  return `${kind} ${url ?? entity?.id ?? title}`;
}

/** The sources in the order of their numbers: each only once, however often it is named. */
export function numberedSources(annotations: readonly Annotation[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const { source } of annotations) {
    const identity = sourceIdentity(source);
    if (!sources.has(identity)) sources.set(identity, source);
  }
  return [...sources.values()].slice(0, MOST);
}

/** The text with a mark wherever an annotation stands; `sources` are in the order of their numbers. */
export function withMarks(text: string, annotations: readonly Annotation[], sources: readonly Source[]): string {
  // SECURITY: a text that brings such characters itself would name sources that nobody gave.
  const foreign = (part: string): string => part.replace(OWN_CHARACTERS, '\ufffd');
  if (annotations.length === 0) return text.includes(SIGN) ? foreign(text) : text;
  const numbers = new Map(sources.slice(0, MOST).map((source, at) => [sourceIdentity(source), at]));
  const placed = annotations.flatMap(({ source, index }) => {
    const number = numbers.get(sourceIdentity(source));
    return number === undefined ? [] : [{ at: placeOf(text, index), mark: SIGN + String.fromCharCode(FIRST + number) }];
  });
  placed.sort((one, other) => one.at - other.at);
  let marked = '';
  let from = 0;
  for (const { at, mark } of placed) {
    marked += foreign(text.slice(from, at)) + mark;
    from = at;
  }
  return marked + foreign(text.slice(from));
}

/** So many characters stand before the mark; at the end it stands behind the last word. */
function placeOf(text: string, index: number | null): number {
  const end = text.trimEnd().length;
  if (index === null || index >= end) return end;
  return index + (/^[\udc00-\udfff]/.test(text.charAt(index)) ? 1 : 0);
}
