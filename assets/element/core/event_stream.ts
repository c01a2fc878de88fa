/** Cuts a stream of server-sent events into the data of each event, however the network cut the stream. */

/** Longer events are refused: nothing a person reads is this long. */
export const MAX_EVENT_LENGTH = 16 * 1024 * 1024;

/** What keeping a line costs, even an empty one. */
const LINE_LENGTH = 16;

export class EventStreamParser {
  #line = '';
  #data: string[] = [];
  #length = 0;
  #endedWithCarriageReturn = false;

  /** Take the next piece of text and return the data of every event that it completes. */
  push(text: string): string[] {
    const events: string[] = [];
    // A line end may be cut in two: the second half is no line of its own.
    const rest = this.#endedWithCarriageReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#endedWithCarriageReturn = text.endsWith('\r');
    const lines = rest.split(/\r\n|\r|\n/);
    const unfinished = lines.pop() ?? '';
    for (const line of lines) {
      this.#takeLine(this.#line + line, events);
      this.#line = '';
    }
    this.#line += unfinished;
    if (this.#length + this.#line.length > MAX_EVENT_LENGTH) throw new RangeError('event too long');
    return events;
  }

  #takeLine(line: string, events: string[]): void {
    if (line === '') {
      if (this.#data.length > 0) events.push(this.#data.join('\n'));
      this.#data = [];
      this.#length = 0;
    } else if (line === 'data' || line.startsWith('data:')) {
      const value = line.slice(line.startsWith('data: ') ? 6 : 5);
      this.#data.push(value);
      this.#length += value.length + LINE_LENGTH;
    }
  }
}
