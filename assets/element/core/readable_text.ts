/** Finds the words for people in JSON of an unknown shape. */

import { isObject } from './json.ts';

/** The fields that hold such words wherever the protocol has them. */
const FIELDS = ['title', 'label', 'question', 'text', 'value', 'message', 'description', 'caption', 'summary'];
const CONTAINERS = ['content', 'children', 'items', 'parts', 'inputs', 'options', 'tasks'];
const MAX_DEPTH = 12;
const MAX_LENGTH = 20_000;

/** The words that `value` holds, one to a line; '' when there are none. */
export function readableText(value: unknown): string {
  const lines: string[] = [];
  collect(value, lines, { depth: MAX_DEPTH, lettersLeft: MAX_LENGTH });
  return lines.join('\n');
}

interface Budget {
  readonly depth: number;
  lettersLeft: number;
}

function collect(value: unknown, lines: string[], budget: Budget): void {
  if (budget.depth <= 0 || budget.lettersLeft <= 0) return;
  if (typeof value === 'string') take(value, lines, budget);
  else if (Array.isArray(value)) collectAll(value, lines, budget);
  else if (isObject(value)) collectAll([...FIELDS, ...CONTAINERS].map((name) => value[name]), lines, budget);
}

function collectAll(values: readonly unknown[], lines: string[], budget: Budget): void {
  const inner = { depth: budget.depth - 1, lettersLeft: budget.lettersLeft };
  for (const value of values) collect(value, lines, inner);
  budget.lettersLeft = inner.lettersLeft;
}

function take(text: string, lines: string[], budget: Budget): void {
  const line = text.trim().slice(0, budget.lettersLeft);
  if (line === '') return;
  lines.push(line);
  budget.lettersLeft -= line.length;
}
