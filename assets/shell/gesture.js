// @ts-check
/**
 * Whether a person has just pressed something, in this document or in a frame below it.
 *
 * Python cannot see that, so the shell asks before it calls what only a person may start. An engine that cannot tell is
 * believed.
 */
export function personActed() {
  return navigator.userActivation?.isActive ?? true;
}

/**
 * WORKAROUND(WebKitGTK 2.50): each script that the program runs in a page counts as a press, and ends with all real
 * presses forgotten, at the whim of the garbage collector. There Python sees the presses itself, and has the last word.
 * Remove when a press outlives `webkit_web_view_evaluate_javascript`.
 */
const FORGETS_PRESSES = /Linux.* AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

/** Whether a person may have pressed something: for what Python judges once more. */
export function personMayHaveActed() {
  return FORGETS_PRESSES || personActed();
}
