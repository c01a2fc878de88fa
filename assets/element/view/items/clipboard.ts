/** Puts text where a person can paste it from, and puts items into text. */

import type { Entry } from '../../core/conversation.ts';

/** Copy a text; false when the engine does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What copying an answer yields: its words as they were written, and what its widgets say of themselves. */
export function textOfEntries(entries: readonly Entry[]): string {
  return entries.map(textOfEntry).filter((text) => text !== '').join('\n\n');
}

function textOfEntry(entry: Entry): string {
  switch (entry.type) {
    case 'assistant_message':
      return entry.parts.map(({ text }) => text).join('\n\n');
    case 'user_message':
    case 'other':
      return entry.text;
    case 'widget':
      return entry.copyText ?? '';
    default:
      return '';
  }
}
