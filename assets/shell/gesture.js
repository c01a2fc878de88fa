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
