/** Owns how a file comes to the server: in two phases, or at once in a form, as the option says. */

import type { ChatClient } from './client.ts';
import { ChatError } from './errors.ts';
import type { Attachment } from './items.ts';
import { isObject, objectFrom, stringFrom } from './json.ts';
import type { UploadStrategyOption } from './options.ts';
import { parseAttachment } from './parse_items.ts';
import type { JsonObject } from './wire.ts';

/** Bytes that go somewhere; they are never copied here. */
export interface UploadRequest {
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob | FormData;
}

/** What is heard of an upload while it goes; `signal` ends it. */
export interface UploadWatch {
  readonly signal: AbortSignal;
  /** A part of the whole, from 0 to 1. */
  progress(part: number): void;
}

/** Sends bytes and returns what was said to them; rejects with a ChatError. */
export type Transport = (request: UploadRequest, watch: UploadWatch) => Promise<string>;

export interface SenderParts {
  client(): Promise<ChatClient>;
  strategy(): UploadStrategyOption;
  transport(): Transport;
}

export class FileSender {
  readonly #parts: SenderParts;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Send a file and return the attachment it is; `announced` hears the id as soon as the server has given one. */
  async send(file: File, watch: UploadWatch, announced: (id: string) => void): Promise<Attachment> {
    const strategy = this.#parts.strategy();
    if (strategy.type === 'direct') return await this.#sendForm(file, strategy.uploadUrl, watch);
    const client = await this.#parts.client();
    const params = { name: file.name, size: file.size, mime_type: file.type };
    const made = await client.ask({ type: 'attachments.create', params }, watch.signal);
    const attachment = attachmentFrom(made);
    announced(attachment.id);
    await this.#parts.transport()({ ...placeFrom(made), body: file }, watch);
    return attachment;
  }

  /** Let the server forget a file that is not sent after all; one that it keeps longer does no harm. */
  async discard(id: string): Promise<void> {
    const client = await this.#parts.client();
    const params = { attachment_id: id };
    await client.ask({ type: 'attachments.delete', params }, new AbortController().signal).catch(() => undefined);
  }

  async #sendForm(file: File, url: string, watch: UploadWatch): Promise<Attachment> {
    const body = new FormData();
    body.append('file', file, file.name);
    const said = await this.#parts.transport()({ url, method: 'POST', headers: {}, body }, watch);
    return attachmentFrom(parsed(said));
  }
}

function attachmentFrom(made: unknown): Attachment {
  const attachment = parseAttachment(made);
  if (attachment === null || attachment.id === '') throw new ChatError('FileAttachmentError', 'unreadable');
  return attachment;
}

function placeFrom(made: unknown): Omit<UploadRequest, 'body'> {
  const described = objectFrom(made)['upload_descriptor'];
  if (!isObject(described)) throw new ChatError('FileAttachmentError', 'unreadable');
  const method = described['method'] === 'POST' ? 'POST' : 'PUT';
  return { url: stringFrom(described['url']), method, headers: textsOf(objectFrom(described['headers'])) };
}

function textsOf(record: JsonObject): Record<string, string> {
  const texts = Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch (cause) {
    throw new ChatError('FileAttachmentError', 'unreadable', { cause });
  }
}
