// @ts-check
/**
 * A button that there is no use in pressing before a wait is over: until then it takes no press and counts down.
 *
 * What is left is only to be seen: read aloud every second, it would be the only thing that can be heard.
 */
import { element } from './dom.js';
import { text } from './strings.js';

const SECOND = 1000;

/** @param {HTMLButtonElement} held */
export function isHeld(held) {
  return held.getAttribute('aria-disabled') === 'true';
}

/**
 * Hold a button until a moment, by `performance.now`; one that has passed holds nothing.
 * @param {HTMLButtonElement} held
 * @param {number} until
 */
export function holdUntil(held, until) {
  const left = element('span', { class: 'seconds-left', 'aria-hidden': 'true' });
  const count = () => {
    const seconds = Math.ceil((until - performance.now()) / SECOND);
    held.setAttribute('aria-disabled', String(seconds > 0));
    left.textContent = text('shell.problem.seconds_left', { seconds });
    if (seconds > 0) setTimeout(count, SECOND);
    else left.remove();
  };
  held.append(left);
  count();
}

/**
 * Until when there is no use in asking again, by `performance.now`; of most failures that moment has passed.
 * @param {unknown} error
 */
export function worthAsking(error) {
  const { retryAfterSeconds = 0 } = /** @type {{retryAfterSeconds?: number}} */ (error ?? {});
  return performance.now() + retryAfterSeconds * SECOND;
}
