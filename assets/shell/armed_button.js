// @ts-check
/**
 * A button that does nothing at first.
 *
 * SECURITY: a question that appears under the finger of somebody who clicks or types must not be answered by that: a page
 * that knows where the question will stand could have people double-click there.
 */
import { button } from './dom.js';

const ARMED_AFTER_MILLISECONDS = 500;

/**
 * @param {Record<string, import('./dom.js').AttributeValue>} attributes
 * @param {() => void} press
 * @param {...import('./dom.js').Child} children
 */
export function armedButton(attributes, press, ...children) {
  const pressWhenArmed = () => {
    if (made.getAttribute('aria-disabled') !== 'true') press();
  };
  const made = button({ ...attributes, 'aria-disabled': 'true' }, pressWhenArmed, ...children);
  setTimeout(() => made.removeAttribute('aria-disabled'), ARMED_AFTER_MILLISECONDS);
  return made;
}
