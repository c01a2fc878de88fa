// @ts-check
/**
 * Whether a person has just pressed something, in the shell's document or in a frame below it.
 *
 * The shell asks before it does what only a person may start. The page knows, and an engine whose pages cannot tell is
 * believed; only on WebKitGTK Python knows better.
 */

/** What the document hears when Python brings the window to the front, under whatever the person is pressing. */
export const COMES_FORWARD = 'comesforward';

/**
 * WORKAROUND(WebKitGTK 2.50): each script that the program runs in a page counts as a press, and ends with all real
 * presses forgotten, at the whim of the garbage collector. There the engine sees the presses itself, and Python says
 * what it saw. Remove when a press outlives `webkit_web_view_evaluate_javascript`.
 */
function pageForgetsPresses() {
  return /Linux.* AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
}

/**
 * @param {Pick<typeof import('./bridge.js').bridge, 'call'>} bridge
 * @returns {Promise<boolean>}
 */
export async function personActed(bridge) {
  if (!pageForgetsPresses()) return navigator.userActivation?.isActive ?? true;
  return bridge.call('press.confirm', {}).then(
    () => true,
    () => false,
  );
}
