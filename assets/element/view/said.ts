/** Tells a screen reader what is otherwise only seen: the element says it for all of its parts, in one place. */

/** The event that carries a sentence from a part, however deep, to the element. */
export const SAID = 'said';

export function say(part: HTMLElement, sentence: string): void {
  part.dispatchEvent(new CustomEvent<string>(SAID, { detail: sentence, bubbles: true, composed: true }));
}
