/** Decides whether a key press sends the message, or still belongs to an input method that is composing a word. */

/** WebKit ends a composition before it reports the Enter that ended it; a person is never this quick. */
const SAME_KEY_PRESS_MILLISECONDS = 40;

export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly timeStamp: number;
}

export function isSendKey(press: KeyPress, compositionEndedAt: number): boolean {
  if (press.key !== 'Enter' || press.shiftKey || press.altKey) return false;
  if (press.isComposing || press.keyCode === 229) return false;
  return press.timeStamp - compositionEndedAt > SAME_KEY_PRESS_MILLISECONDS;
}
