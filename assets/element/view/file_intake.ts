/** Owns how files come into the element: dropped on it or pasted. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A paste with one of these is a piece of a document; its picture is only another form of it. */
const WRITTEN = ['text/html', 'text/rtf'];

export interface IntakeParts {
  /** Whether files are wanted now. */
  wanted(): boolean;
  take(files: readonly File[], folders: readonly string[]): void;
}

export class FileIntake implements ReactiveController {
  /** Something with files is held above the element. */
  over = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: IntakeParts;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: IntakeParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    host.addEventListener('dragenter', (event) => this.#hold(event));
    host.addEventListener('dragover', (event) => this.#hold(event));
    host.addEventListener('dragleave', (event) => this.#leave(event));
    host.addEventListener('drop', (event) => this.#drop(event));
    host.addEventListener('paste', (event) => this.#paste(event));
  }

  hostDisconnected(): void {
    this.#setOver(false);
  }

  #hold(event: DragEvent): void {
    const brought = this.#broughtBy(event);
    if (brought === null) return;
    event.preventDefault();
    brought.dropEffect = 'copy';
    this.#setOver(true);
  }

  #leave({ relatedTarget }: DragEvent): void {
    // From one part of the element to another is not away from it.
    if (relatedTarget instanceof Node && this.#host.contains(relatedTarget)) return;
    this.#setOver(false);
  }

  #drop(event: DragEvent): void {
    this.#setOver(false);
    const brought = this.#broughtBy(event);
    if (brought === null) return;
    event.preventDefault();
    const items = [...brought.items].filter(({ kind }) => kind === 'file');
    const folders = items.flatMap((item) => folderNameOf(item) ?? []);
    const files = items.filter((item) => folderNameOf(item) === null).flatMap((item) => item.getAsFile() ?? []);
    this.#parts.take(files, folders);
  }

  /** What is dragged, if that is files and they are wanted. */
  #broughtBy({ dataTransfer }: DragEvent): DataTransfer | null {
    return dataTransfer?.types.includes('Files') === true && this.#parts.wanted() ? dataTransfer : null;
  }

  #paste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    const files = [...(clipboardData?.files ?? [])];
    const isWritten = WRITTEN.some((type) => clipboardData?.types.includes(type) === true);
    if (files.length === 0 || isWritten || !this.#parts.wanted()) return;
    event.preventDefault();
    this.#parts.take(files, []);
  }

  #setOver(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.#host.requestUpdate();
  }
}

function folderNameOf(item: DataTransferItem): string | null {
  const entry = item.webkitGetAsEntry();
  return entry?.isDirectory === true ? entry.name : null;
}
