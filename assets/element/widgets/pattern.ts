/**
 * Decides which patterns of a server may check what a person types.
 *
 * SECURITY: a pattern can be made to need centuries for thirty letters, and the window stands still meanwhile. The
 * number of ways in which one can match is estimated from its form; a pattern with too many is not used at all, and the
 * server, which checks anyway, answers.
 */

const MAX_PATTERN_LENGTH = 200;
/** A value that a pattern checks is never longer. */
export const MAX_CHECKED_LENGTH = 256;
const MAX_WAYS = 20_000_000;

const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|\(\?|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu;
const FORBIDDEN = /^(?:\(\?|\\[1-9k])$/;

interface Group {
  /** In how many ways the group can match. */
  ways: number;
  alternatives: number;
  /** In how many ways the last atom can match once. */
  last: number;
}

/** The pattern, if it is safe and can be read; null otherwise. */
export function safePattern(pattern: unknown): string | null {
  if (typeof pattern !== 'string' || pattern === '' || pattern.length > MAX_PATTERN_LENGTH) return null;
  return compiles(pattern) && waysOf(pattern) <= MAX_WAYS ? pattern : null;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'v') instanceof RegExp;
  } catch {
    return false;
  }
}

function waysOf(pattern: string): number {
  const open: Group[] = [{ ways: 1, alternatives: 1, last: 1 }];
  for (const token of pattern.match(TOKEN) ?? []) {
    const group = open.at(-1);
    if (group === undefined || FORBIDDEN.test(token)) return Infinity;
    if (token === '(' || token === '(?:') open.push({ ways: 1, alternatives: 1, last: 1 });
    else if (token === ')') close(open);
    else if (token === '|') group.alternatives += 1;
    else repeatLast(group, token);
  }
  const [whole] = open;
  return whole === undefined ? Infinity : whole.ways * whole.alternatives;
}

function close(open: Group[]): void {
  const inner = open.pop();
  const outer = open.at(-1);
  if (inner === undefined || outer === undefined) return;
  outer.last = inner.ways * inner.alternatives;
  outer.ways *= outer.last;
}

/** Take a quantifier, or an atom that the next quantifier may repeat. */
function repeatLast(group: Group, token: string): void {
  const counts = countsOf(token);
  if (counts === null) {
    group.last = 1;
    return;
  }
  // What can match in several ways and is repeated can match in ever more: that is where centuries come from.
  const once = group.last === 1 || counts.most === 1;
  group.ways *= once ? counts.most - counts.least + 1 : Infinity;
}

function countsOf(token: string): { least: number; most: number } | null {
  if (token.startsWith('*')) return { least: 0, most: MAX_CHECKED_LENGTH };
  if (token.startsWith('+')) return { least: 1, most: MAX_CHECKED_LENGTH };
  if (token.startsWith('?')) return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (least === undefined) return null;
  const upper = comma === '' ? Number(least) : most === '' ? MAX_CHECKED_LENGTH : Number(most);
  return { least: Number(least), most: upper };
}
