// @ts-check
/** Which places of the program a link in the conversation may lead to, and when it may. */
import { Allowance } from './allowance.js';

const MINUTE = 60_000;

/** @typedef {import('./sheets.js').Name | 'connect_workflow' | 'connect_session_service' | 'connect_server' | 'history'} PlaceName */
/** @type {ReadonlySet<string>} */
const PLACES = new Set([
  'connections',
  'connect_workflow',
  'connect_session_service',
  'connect_server',
  'settings',
  'diagnostics',
  'shortcuts',
  'about',
  'history',
]);

export class DeepLinks {
  #allowance = new Allowance(12, MINUTE);

  /**
   * @param {(place: PlaceName) => void} open
   * @param {() => boolean} chatHasFocus
   * @param {() => Promise<boolean>} acted  whether a person has just pressed something
   */
  constructor(open, chatHasFocus, acted) {
    this.open = open;
    this.chatHasFocus = chatHasFocus;
    this.acted = acted;
  }

  /**
   * Go to the place of that name and say whether that was done.
   *
   * SECURITY: the chat document may send this whenever it likes. A person has to have pressed something just now, in the
   * chat and not in a sheet above it, so that nobody can be kept busy with sheets that come back.
   * @param {string} name
   */
  async follow(name) {
    if (!PLACES.has(name) || !(await this.acted()) || !this.chatHasFocus() || !this.#allowance.take()) return false;
    this.open(/** @type {PlaceName} */ (name));
    return true;
  }
}
