/**
 * Owns the files beside an unsent message: on their way to the server, there, or failed; `list` is a value that is
 * replaced and never changed.
 */

import { type RefusalReason, refusalOf } from './attachable.ts';
import { ChatError } from './errors.ts';
import type { FileSender } from './file_sender.ts';
import type { Attachment } from './items.ts';
import type { AttachmentsOption } from './options.ts';

/** So many files go at a time: the answers of a conversation need connections, too. */
const MOST_AT_ONCE = 3;

export interface Upload {
  readonly key: number;
  readonly name: string;
  /** Unknown for what was on the server before. */
  readonly size: number | null;
  readonly pictureUrl: string | null;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** From 0 to 1. */
  readonly progress: number;
  readonly error: ChatError | null;
  readonly attachment: Attachment | null;
}

export interface Refusal {
  readonly name: string;
  readonly type: string;
  readonly reason: RefusalReason;
}

/** What the list tells the element around it. */
export interface UploadsListener {
  /** `list` is another one. */
  changed(): void;
  /** Nothing is on its way any more, and so many files have arrived since the last time. */
  arrived(names: readonly string[]): void;
  failed(upload: Upload, error: ChatError): void;
}

/** What belongs to a file as long as it is listed. */
interface Work {
  readonly file: File;
  abort: AbortController;
  /** As the server calls it. */
  id: string | null;
}

export class Uploads {
  #list: readonly Upload[] = [];
  #nextKey = 1;
  #arrived: string[] = [];
  readonly #works = new Map<number, Work>();
  /** Sent with a message that may yet come back, by the server's id. */
  readonly #sent = new Map<string, Upload>();
  readonly #sender: FileSender;
  readonly #listener: UploadsListener;

  constructor(sender: FileSender, listener: UploadsListener) {
    this.#sender = sender;
    this.#listener = listener;
  }

  get list(): readonly Upload[] {
    return this.#list;
  }

  /** What can go with a message: nothing as long as one is on its way or failed. */
  get ready(): boolean {
    return this.#list.every(({ state }) => state === 'done');
  }

  get attachments(): readonly Attachment[] {
    return this.#list.flatMap(({ attachment }) => attachment ?? []);
  }

  /** Take files in, and return those that are refused. */
  add(files: readonly File[], option: AttachmentsOption): Refusal[] {
    const refused = files.flatMap((file) => {
      const reason = refusalOf(file, option, this.#list.length);
      if (reason === null) this.#begin(file);
      return reason === null ? [] : [{ name: file.name, type: file.type, reason }];
    });
    this.#advance();
    return refused;
  }

  /** Take in what is on the server already. */
  addKept(attachments: readonly Attachment[]): void {
    this.#set([...this.#list, ...attachments.map((each) => this.#sent.get(each.id) ?? this.#kept(each))]);
    for (const { id } of attachments) this.#sent.delete(id);
  }

  remove(key: number): void {
    const upload = this.#list.find((each) => each.key === key);
    if (upload === undefined) return;
    this.#set(this.#list.filter((each) => each !== upload));
    this.#forget(upload);
    this.#advance();
  }

  retry(key: number): void {
    const work = this.#works.get(key);
    if (work === undefined) return;
    if (work.id !== null) void this.#sender.discard(work.id);
    work.id = null;
    this.#change(key, { state: 'waiting', progress: 0, error: null });
    this.#advance();
  }

  /** The message is on its way with all of them. */
  moveToMessage(): void {
    for (const upload of this.#list) if (upload.attachment !== null) this.#sent.set(upload.attachment.id, upload);
    this.#set([]);
  }

  /** The message is there, or back: what it took along and did not bring back is the server's. */
  settle(): void {
    for (const upload of this.#sent.values()) this.#release(upload);
    this.#sent.clear();
  }

  #begin(file: File): void {
    const key = this.#nextKey++;
    const pictureUrl = file.type.startsWith('image/') && file.type !== 'image/svg+xml' ? URL.createObjectURL(file) : null;
    this.#works.set(key, { file, abort: new AbortController(), id: null });
    const { name, size } = file;
    const fresh: Upload = { key, name, size, pictureUrl, state: 'waiting', progress: 0, error: null, attachment: null };
    this.#set([...this.#list, fresh]);
  }

  #kept(attachment: Attachment): Upload {
    const { name, previewUrl: pictureUrl } = attachment;
    return { key: this.#nextKey++, name, size: null, pictureUrl, state: 'done', progress: 1, error: null, attachment };
  }

  /** Let as many go as may. */
  #advance(): void {
    const going = this.#list.filter(({ state }) => state === 'sending').length;
    const next = this.#list.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, MOST_AT_ONCE - going));
    for (const { key } of next) void this.#send(key);
    const isQuiet = this.#list.every(({ state }) => state === 'done' || state === 'failed');
    if (isQuiet && this.#arrived.length > 0) this.#listener.arrived(this.#arrived.splice(0));
  }

  async #send(key: number): Promise<void> {
    const work = this.#works.get(key);
    if (work === undefined) return;
    work.abort = new AbortController();
    const { signal } = work.abort;
    this.#change(key, { state: 'sending' });
    try {
      const watch = { signal, progress: (progress: number) => this.#change(key, { progress }) };
      const attachment = await this.#sender.send(work.file, watch, (id) => (work.id = id));
      if (!signal.aborted) this.#arrive(key, attachment);
    } catch (error) {
      this.#fail(key, error);
    }
    this.#advance();
  }

  #arrive(key: number, attachment: Attachment): void {
    this.#change(key, { state: 'done', progress: 1, attachment });
    this.#arrived.push(attachment.name);
  }

  #fail(key: number, cause: unknown): void {
    const upload = this.#list.find((each) => each.key === key);
    // What was removed has been stopped, not failed.
    if (upload === undefined) return;
    const known = cause instanceof ChatError ? cause : new ChatError('NetworkError', 'network', { cause });
    const error = known.renamed('FileAttachmentError');
    this.#change(key, { state: 'failed', error });
    this.#listener.failed(upload, error);
  }

  #forget(upload: Upload): void {
    const work = this.#works.get(upload.key);
    work?.abort.abort();
    const id = upload.attachment?.id ?? work?.id ?? null;
    // What was here before this page is not this page's to delete.
    if (work !== undefined && id !== null) void this.#sender.discard(id);
    this.#release(upload);
  }

  #release({ key, pictureUrl }: Upload): void {
    if (this.#works.delete(key) && pictureUrl !== null) URL.revokeObjectURL(pictureUrl);
  }

  #change(key: number, changes: Partial<Upload>): void {
    this.#set(this.#list.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  }

  #set(list: readonly Upload[]): void {
    this.#list = list;
    this.#listener.changed();
  }
}
