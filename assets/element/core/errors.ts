/** Owns the failures of a conversation, named as ChatKit names them in `chatkit.error`. */

export type ErrorName =
  | 'NetworkError' // the server cannot be reached, the line broke, or it took longer than it may
  | 'HttpError' // the server refused the request
  | 'StreamError' // the server reported an error inside its stream
  | 'StreamEventParsingError' // the stream cannot be read
  | 'InitialThreadLoadError' // a conversation could not be opened
  | 'WidgetItemError' // what a person did with a widget did not arrive
  | 'EntitySearchError' // the page's search for tags or commands failed
  | 'FileAttachmentError' // a file did not come to the server
  | 'HistoryViewError' // the list of conversations could not be read
  | 'IntegrationError'; // the page that holds the element uses it wrongly, or uses it while it is busy

/** What went wrong, for the words in the catalogue: `element.failure.<code>`. */
export type FailureCode =
  | 'network'
  | 'deadline'
  | 'refused'
  | 'missing'
  | 'stream'
  | 'unreadable'
  | 'rounds'
  | 'busy'
  | 'options';

export interface ChatErrorOptions {
  /** What the server said for people; without it the view has words for the code. */
  readonly sentence?: string | null;
  readonly hint?: string;
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

export class ChatError extends Error {
  readonly code: FailureCode;
  readonly sentence: string | null;
  readonly hint: string;
  readonly retryable: boolean;

  constructor(name: ErrorName, code: FailureCode, options: ChatErrorOptions = {}) {
    super(options.sentence ?? code, { cause: options.cause });
    this.name = name;
    this.code = code;
    this.sentence = options.sentence ?? null;
    this.hint = options.hint ?? '';
    this.retryable = options.retryable ?? true;
  }

  /** The same failure under the name of the place where it happened. */
  renamed(name: ErrorName): ChatError {
    const { code, sentence, hint, retryable } = this;
    return new ChatError(name, code, { sentence, hint, retryable, cause: this });
  }
}
