/** Owns which files may be attached: how many, how large, and of which kinds. */

import type { AttachmentsOption } from './options.ts';

/** Why a file is not taken; `folder` is none at all. */
export type RefusalReason = 'count' | 'size' | 'type' | 'folder';

/** What is known of a file before it is read. */
export interface FileFacts {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

const DEFAULT_MOST_BYTES = 100 * 1024 * 1024;
const DEFAULT_MOST_FILES = 10;

export function mostFiles({ maxCount = DEFAULT_MOST_FILES }: AttachmentsOption): number {
  return maxCount;
}

/** How many bytes a file of this type may have: by its own type, by its family, else by what stands for all others. */
export function mostBytes({ maxSize = DEFAULT_MOST_BYTES }: AttachmentsOption, type: string): number {
  if (typeof maxSize === 'number') return maxSize;
  const names = [type, `${type.split('/')[0] ?? ''}/*`, '*/*', '*', ''];
  return names.map((name) => maxSize[name]).find((most) => most !== undefined) ?? DEFAULT_MOST_BYTES;
}

/** Why a file is refused beside so many others; null when it may come. */
export function refusalOf(file: FileFacts, option: AttachmentsOption, others: number): RefusalReason | null {
  if (!isAccepted(file, option)) return 'type';
  if (file.size > mostBytes(option, file.type)) return 'size';
  return others >= mostFiles(option) ? 'count' : null;
}

/** What a field for files says it takes; "" takes everything. */
export function acceptAttribute({ accept = {} }: AttachmentsOption): string {
  return Object.entries(accept).flat(2).join(',');
}

/** By its type or by the end of its name: systems know few types, and a page's names are easily changed. */
function isAccepted({ name, type }: FileFacts, { accept }: AttachmentsOption): boolean {
  if (accept === undefined || Object.keys(accept).length === 0) return true;
  const family = `${type.split('/')[0] ?? ''}/*`;
  return Object.entries(accept).some(([kind, endings]) => {
    return [type, family, '*/*', '*'].includes(kind) || endings.some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
  });
}
