/** Decides where a key press moves to in a list of names: arrows, Home, End, and the first letter of a name. */

/** The index to move to, or null for a key that moves nothing. */
export function indexAfterKey(names: readonly string[], current: number, key: string): number | null {
  const count = names.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (Math.max(current, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return null;
  const order = names.map((_, step) => (current + 1 + step) % count);
  return order.find((index) => names[index]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
