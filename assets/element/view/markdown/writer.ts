/**
 * Brings a text onto the page as it grows: reads what is new, draws what has changed, and stops in time.
 *
 * Nothing that was finished is read or drawn again. Whatever is left when a go has taken its time is done in the next.
 */

import { BlockParser } from './block-parser.ts';
import { Budget, type Drawing } from './drawing.ts';
import { type ContainerView, rootView } from './container-view.ts';
import { afterTask, beforePaint } from '../frames.ts';

/** Half a frame: the page has to be laid out in the other half. */
const GO_MILLISECONDS = 8;
const CHARACTERS_BETWEEN_DRAWINGS = 4_000;
/** New words come this often at most: more nobody can read, and what paints them needs the processor as well. */
const STREAMING_PAUSE_MILLISECONDS = 33;
/** A line that says nothing yet: what it begins with depends on the characters that come. */
const BEGINNING = /^[\s>]*(?:[-=_+*#~`|:\s]*|\d{1,9}[.)]?)\s*(?:\[[ xX]?\]?\s*)?$/;
const LONGEST_BEGINNING = 80;
const LINE_END = /\r\n|\r/g;

export type Surroundings = Pick<Drawing, 'words' | 'sources' | 'copy'>;

export class Writer {
  readonly #view: ContainerView;
  readonly #surroundings: () => Surroundings;
  readonly #finished: () => void;
  readonly #later: (() => void)[] = [];
  #parser = new BlockParser();
  #text = '';
  #streaming = false;
  /** So much of the text has been read, in complete lines. */
  #read = 0;
  #definitionCount = 0;
  #ended = false;
  #cancel: (() => void) | null = null;
  #going = false;
  #drewAt = -Infinity;

  constructor(place: HTMLElement, surroundings: () => Surroundings, finished: () => void) {
    this.#view = rootView(place);
    this.#surroundings = surroundings;
    this.#finished = finished;
  }

  /** Whether there is something left to do. */
  get isBusy(): boolean {
    return this.#cancel !== null;
  }

  write(source: string, streaming: boolean): void {
    const text = source.includes('\r') ? source.replace(LINE_END, '\n') : source;
    if (this.#ended || !text.startsWith(this.#text)) this.#startAnew();
    this.#text = text;
    this.#streaming = streaming;
    if (this.#cancel !== null) return;
    const pause = this.#drewAt + STREAMING_PAUSE_MILLISECONDS - performance.now();
    if (streaming && pause > 0) this.#schedule(pause);
    else this.#go();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #startAnew(): void {
    this.#parser = new BlockParser();
    this.#read = 0;
    this.#definitionCount = 0;
    this.#ended = false;
  }

  /** Do something once all is drawn; what is wanted after that is done soon. */
  #doLater(task: () => void): void {
    this.#later.push(task);
    if (!this.#going) this.#schedule();
  }

  /** While words come, the page is drawn anyway: what changes between two frames would have it laid out once more. */
  #schedule(pause = 0): void {
    if (this.#cancel !== null) return;
    const go = (): void => {
      this.#cancel = null;
      this.#go();
    };
    this.#cancel = this.#streaming ? beforePaint(go, pause) : afterTask(go);
  }

  #go(): void {
    const budget = new Budget(GO_MILLISECONDS);
    this.#going = true;
    let isDrawn = false;
    do {
      const isAllRead = this.#readSome();
      isDrawn = this.#draw(budget, isAllRead) && isAllRead;
    } while (!isDrawn && !budget.isSpent);
    this.#drewAt = performance.now();
    if (isDrawn) while (this.#later.length > 0 && !budget.isSpent) this.#later.shift()?.();
    this.#going = false;
    if (!isDrawn || this.#later.length > 0) this.#schedule();
    else this.#finished();
  }

  /** Read some lines; true when there are no more. */
  #readSome(): boolean {
    const until = this.#read + CHARACTERS_BETWEEN_DRAWINGS;
    while (this.#read < until) {
      const end = this.#text.indexOf('\n', this.#read);
      if (end < 0) {
        this.#readEnd();
        return true;
      }
      this.#parser.feed(this.#text.slice(this.#read, end));
      this.#read = end + 1;
    }
    return false;
  }

  #readEnd(): void {
    const line = this.#text.slice(this.#read);
    if (!this.#streaming) {
      if (this.#ended) return;
      this.#parser.feed(line);
      this.#parser.finish();
      this.#ended = true;
    } else if (line.length > LONGEST_BEGINNING || !BEGINNING.test(line)) this.#parser.try(line);
  }

  #draw(budget: Budget, complete: boolean): boolean {
    const { definitions, definitionCount, root } = this.#parser;
    if (definitionCount !== this.#definitionCount) this.#view.unsettle();
    this.#definitionCount = definitionCount;
    return this.#view.draw(root, {
      ...this.#surroundings(),
      definitions,
      budget,
      streaming: this.#streaming,
      complete,
      later: (task) => this.#doLater(task),
    });
  }
}
