// @ts-check
/**
 * What the shell knows, in one place, and who wants to hear about a change.
 *
 * Python owns every fact that has to survive; this is only the page's own picture of it. Panels read `state.values` and
 * call `state.watch` with the names they draw from, so a change redraws what depends on it and nothing else.
 */
import { PLAIN_LOOK } from './chat_look.js';

/**
 * @typedef {'starting' | 'ready' | 'failed' | 'stopped'} ChatHostState
 * @typedef {'ready' | 'working' | 'problem' | 'offline'} Light
 *
 * @typedef {object} Values
 * @property {string} productName
 * @property {string} tagline
 * @property {string} homepage
 * @property {string} icon             the brand's, below assets/
 * @property {{light: string, dark: string}} accents   the brand's
 * @property {string} version
 * @property {string} engine
 * @property {string} system
 * @property {boolean} development     what is for developers is shown
 * @property {string} locale
 * @property {string} connectionId
 * @property {string} leadsTo  where that connection leads
 * @property {string} domainKey  of a ChatKit server of one's own
 * @property {import('./chat_look.js').Look} look  of the chat with this connection
 * @property {boolean} hasConnections   beside this computer
 * @property {string} connectionLabel
 * @property {string} agentLabel
 * @property {'local' | 'workflow' | 'session_service' | 'server'} connectionKind
 * @property {'builtin' | 'official'} chatInterface
 * @property {string} chatScript        where the official interface comes from
 * @property {ChatHostState} chatHost
 * @property {string} chatHostMessage
 * @property {boolean} chatFailed       the conversation cannot go on as it is
 * @property {boolean} chatReady        there is a composer
 * @property {boolean} keepsNothing     whether what is written in this run of the program ends with it
 * @property {string} keyringNotice     what a person is told while their keyring waits, else empty
 * @property {boolean} busy             the agent is answering
 * @property {string | null} threadId
 * @property {string} title             of the conversation, empty before there is one
 * @property {string} draft             the unsent text, as the chat document last told it
 * @property {boolean} historyOpen
 * @property {boolean} microphoneUsed   a document hears it now
 * @property {number | null} recordedUntil   the log holds more until then, in seconds of UTC
 * @property {number} pageLoads         in this start of the program
 * @property {'light' | 'dark' | 'system'} themeChoice
 * @property {'light' | 'dark'} theme
 */

/** @type {Readonly<Values>} */
export const FIRST_VALUES = Object.freeze({
  productName: '',
  tagline: '',
  homepage: '',
  icon: '',
  accents: { light: '', dark: '' },
  version: '',
  engine: '',
  system: '',
  development: false,
  locale: 'en',
  connectionId: 'local',
  leadsTo: '',
  domainKey: '',
  look: PLAIN_LOOK,
  hasConnections: true,
  connectionLabel: '',
  agentLabel: '',
  connectionKind: 'local',
  chatInterface: 'builtin',
  chatScript: '',
  chatHost: 'starting',
  chatHostMessage: '',
  chatFailed: false,
  chatReady: false,
  keepsNothing: false,
  keyringNotice: '',
  busy: false,
  threadId: null,
  title: '',
  draft: '',
  historyOpen: false,
  microphoneUsed: false,
  recordedUntil: null,
  pageLoads: 0,
  themeChoice: 'system',
  theme: 'light',
});

export class AppState {
  /** @type {Readonly<Values>} */
  #values;
  /** @type {Array<{names: ReadonlyArray<keyof Values>, redraw: (values: Readonly<Values>) => void}>} */
  #watchers = [];

  /** @param {Partial<Values>} [values] */
  constructor(values = {}) {
    this.#values = Object.freeze({ ...FIRST_VALUES, ...values });
  }

  get values() {
    return this.#values;
  }

  /**
   * Take new values and tell those who watch one that really changed.
   * @param {Partial<Values>} changes
   */
  set(changes) {
    const before = this.#values;
    this.#values = Object.freeze({ ...before, ...changes });
    for (const { names, redraw } of this.#watchers) {
      if (names.some((name) => before[name] !== this.#values[name])) redraw(this.#values);
    }
  }

  /**
   * Call `redraw` now and whenever one of the named values changes, until what is returned is called.
   * @param {ReadonlyArray<keyof Values>} names
   * @param {(values: Readonly<Values>) => void} redraw
   */
  watch(names, redraw) {
    const watcher = { names, redraw };
    this.#watchers.push(watcher);
    redraw(this.#values);
    return () => {
      this.#watchers = this.#watchers.filter((each) => each !== watcher);
    };
  }
}

/**
 * The colour of the connection's dot; the words beside it say the same.
 * @param {Pick<Values, 'chatHost' | 'chatFailed' | 'busy'>} values
 * @returns {Light}
 */
export function connectionLight({ chatHost, chatFailed, busy }) {
  if (chatHost === 'failed' || chatFailed) return 'problem';
  if (chatHost === 'stopped') return 'offline';
  return chatHost === 'starting' || busy ? 'working' : 'ready';
}

/**
 * A connection as the state holds it.
 * @param {import('./sheets.js').Shown} connection
 */
export function connectionValues(connection) {
  return {
    connectionId: connection.id,
    connectionKind: connection.kind,
    connectionLabel: connection.label,
    agentLabel: connection.agent_label,
    chatInterface: connection.interface,
    domainKey: connection.domain_key,
    leadsTo: connection.leads_to,
    look: connection.chat,
  };
}
