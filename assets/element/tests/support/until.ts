/** Waits for a condition instead of for a time. */

import { setImmediate } from 'node:timers/promises';

const DEADLINE_MILLISECONDS = 10_000;

export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + DEADLINE_MILLISECONDS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never true: ${condition}`);
    await setImmediate();
  }
}
