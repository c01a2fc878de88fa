/** Puts into words what became of files that were to be attached. */

import { mostBytes, mostFiles } from '../core/attachable.ts';
import type { AttachmentsOption } from '../core/options.ts';
import type { Refusal } from '../core/uploads.ts';
import { fileSize } from './file_name.ts';
import type { Words } from './words.ts';

/** Who drops a hundred files is told of these, and how many more there are. */
const MOST_LINES = 4;
const MOST_NAMES = 5;
const MEGABYTE = 1024 ** 2;

/** A sentence for each file that is refused; that there are too many is said once. */
export function refusalLines(refused: readonly Refusal[], option: AttachmentsOption, words: Words): string[] {
  const surplus = refused.filter(({ reason }) => reason === 'count').map(({ name }) => name);
  const lines = [...new Set(refused.map((each) => lineFor(each, surplus, option, words)))];
  if (lines.length <= MOST_LINES) return lines;
  const more = words('element.attach.refused.more', { count: String(lines.length - MOST_LINES) });
  return [...lines.slice(0, MOST_LINES), more];
}

/** What is said once everything has arrived. */
export function arrivedLine(names: readonly string[], words: Words): string {
  const [name = ''] = names;
  if (names.length === 1) return words('element.attach.arrived', { name });
  return words('element.attach.arrived_many', { count: String(names.length) });
}

function lineFor(
  { name, type, reason }: Refusal,
  surplus: readonly string[],
  option: AttachmentsOption,
  words: Words,
): string {
  const names = surplus.slice(0, MOST_NAMES).join(', ') + (surplus.length > MOST_NAMES ? ', …' : '');
  const values = { name, names, limit: limitLine(mostBytes(option, type)), count: String(mostFiles(option)) };
  return words(`element.attach.refused.${reason}`, values);
}

/** A limit is a round number in the units it was made in. */
function limitLine(bytes: number): string {
  return bytes >= MEGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : fileSize(bytes);
}
