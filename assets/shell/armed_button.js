// @ts-check
/**
 * A button that takes no press which was meant for something else.
 *
 * SECURITY: a question that appears under the finger of somebody who clicks or types must not be answered by that: a page
 * that knows where the question will stand could have people double-click there, or ask while they write. So it is armed
 * only after a silence of keys and pointers, and what counts then begins and ends on it. A window that comes forward is
 * under such a finger, too, whoever brought it there: the silence begins anew.
 */
import { button } from './dom.js';
import { COMES_FORWARD } from './gesture.js';

const ARMED_AFTER_MILLISECONDS = 500;
const HANDS_AT_WORK = ['keydown', 'keyup', 'pointerdown', 'pointerup'];
const PRESSING_KEYS = ['Enter', ' '];

/**
 * @param {Record<string, import('./dom.js').AttributeValue>} attributes
 * @param {() => void} press
 * @param {...import('./dom.js').Child} children
 */
export function armedButton(attributes, press, ...children) {
  let beganTooEarly = false;
  const pressIfMeant = () => {
    if (isArmed(made) && !beganTooEarly) press();
    beganTooEarly = false;
  };
  const made = button({ ...attributes, 'aria-disabled': 'true' }, pressIfMeant, ...children);
  made.addEventListener('pointerdown', () => (beganTooEarly = !isArmed(made)));
  pressByKey(made, press);
  armAfterSilence(made);
  return made;
}

/** @param {HTMLButtonElement} made */
function isArmed(made) {
  return made.getAttribute('aria-disabled') !== 'true';
}

/** @param {HTMLButtonElement} made */
function armAfterSilence(made) {
  const waiting = new AbortController();
  const arm = () => {
    waiting.abort();
    made.removeAttribute('aria-disabled');
    startAnewWhenWindowComes(made);
  };
  let silence = setTimeout(arm, ARMED_AFTER_MILLISECONDS);
  const startAgain = () => {
    clearTimeout(silence);
    silence = setTimeout(arm, ARMED_AFTER_MILLISECONDS);
  };
  for (const kind of HANDS_AT_WORK) {
    document.addEventListener(kind, startAgain, { capture: true, signal: waiting.signal });
  }
  whenWindowComes(startAgain, waiting.signal);
}

/** @param {HTMLButtonElement} made */
function startAnewWhenWindowComes(made) {
  const armed = new AbortController();
  const startAnew = () => {
    armed.abort();
    if (!made.isConnected) return;
    made.setAttribute('aria-disabled', 'true');
    armAfterSilence(made);
  };
  whenWindowComes(startAnew, armed.signal);
}

/**
 * Do something whenever the window comes before a person's eyes. A keyboard that was in the frame of the chat, and comes
 * back from there, is none of that: the frame could take presses away by it.
 * @param {() => void} act
 * @param {AbortSignal} signal
 */
function whenWindowComes(act, signal) {
  let isAway = !document.hasFocus();
  window.addEventListener('blur', () => setTimeout(() => (isAway ||= !document.hasFocus()), 0), { signal });
  const comeBack = () => {
    if (isAway) act();
    isAway = false;
  };
  window.addEventListener('focus', comeBack, { signal });
  document.addEventListener('visibilitychange', act, { signal });
  document.addEventListener(COMES_FORWARD, act, { signal });
}

/**
 * Keys press when they come up, and only where they went down: the engine's own answer, which for Enter comes at once and
 * again while it is held, is taken away.
 * @param {HTMLButtonElement} made
 * @param {() => void} press
 */
function pressByKey(made, press) {
  /** @type {string | null} */
  let down = null;
  made.addEventListener('keydown', (event) => {
    if (!PRESSING_KEYS.includes(event.key)) return;
    event.preventDefault();
    if (!event.repeat) down = isArmed(made) ? event.key : null;
  });
  made.addEventListener('keyup', (event) => {
    if (!PRESSING_KEYS.includes(event.key)) return;
    event.preventDefault();
    const isMeant = event.key === down;
    down = null;
    if (isMeant) press();
  });
  made.addEventListener('blur', () => (down = null));
}
