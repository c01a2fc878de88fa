// @ts-check
/**
 * The page's side of the bridge to Python. The whole conversation:
 *
 *   page                                             Python
 *   "knock"  ─────────────────────────────────────>  gate: somebody is there; which document is at the top?
 *            <───────  __agentnookOpen("<token>")    runs in the top document only, when that is the shell
 *   {"v":1,"id":"17","token":…,"name":"app.hello","args":{…}}  ──>  gate: token, name, grant, arguments, limits
 *            <──  __agentnookReceive([{"id":"17","ok":true,"value":{…}}, {"event":"theme.changed","data":{…}}])
 *
 * - A text is all that ever travels to Python, over whatever the engine offers for it (see `findTransport`). Calls made
 *   in one go travel as lines of one text: a crossing costs more than a call.
 * - The token is new for each page load and lives in this module's closure: no other script of the page can read it, and
 *   a frame of another origin cannot reach this module at all.
 * - Python answers every call that carries the token once, in batches; a call that the gate drops is never answered, so
 *   each call has a deadline here as well, a little after Python's own.
 * - What a page may have open at once, and begin in a second, is declared with each command. Calls beyond that wait here
 *   for their turn; an honest page is never refused for asking too fast.
 */
import { COMMANDS, EVENTS, MAX_LINES, MAX_MESSAGE_BYTES, PROTOCOL_VERSION } from './contract.js';
import { text } from './strings.js';

/**
 * @typedef {import('./contract.js').Commands} Commands
 * @typedef {import('./contract.js').Events} Events
 * @typedef {import('./contract.js').ErrorEnvelope} ErrorEnvelope
 * @typedef {{id: string, ok: true, value: unknown} | {id: string, ok: false, error: ErrorEnvelope}} Reply
 * @typedef {{event: keyof Events, data: unknown}} EventMessage
 *
 * @typedef {object} Call
 * @property {Lane} lane
 * @property {string} args           JSON text
 * @property {number} expiresAt      of performance.now()
 * @property {(value: any) => void} resolve
 * @property {(error: BridgeError) => void} reject
 */

const KNOCK = 'knock';
/** What the relay of WebKitGTK's window hears, see app/window/engines/gtk_relay.py. */
const RELAY_EVENT = 'agentnook:post';
const KNOCK_EVERY_MS = 250;
const MOST_KNOCKS = 20;
const SWEEP_EVERY_MS = 1_000;
/** Python's own deadline comes first: it knows more about the reason. */
const GRACE_MS = 5_000;
/** How much of the declared rate this page uses: its clock and Python's do not tick alike. */
const SHARE_OF_RATE = 0.9;
const LARGEST_ID = 999_999_999;
/** What an envelope needs around its arguments, with room to spare. */
const ENVELOPE_BYTES = 256;
/** No character needs more of them in UTF-8. */
const BYTES_PER_UNIT = 3;

/** A call that failed: `code` for programs, `message` and `hint` for people. */
export class BridgeError extends Error {
  /** @param {ErrorEnvelope} envelope */
  constructor({ code, message, hint, retryable, retry_after_seconds = 0 }) {
    super(message);
    this.name = 'BridgeError';
    this.code = code;
    this.hint = hint;
    this.retryable = retryable;
    this.retryAfterSeconds = retry_after_seconds;
  }
}

/** The calls of one command: those that wait for their turn, and what is left of its limits. */
class Lane {
  /** @type {Call[]} */
  #waiting = [];
  #first = 0;
  #inFlight = 0;
  #allowance;
  #refilledAt = performance.now();
  #resumes = false;

  /** @param {string} name @param {import('./contract.js').CommandFacts} facts */
  constructor(name, facts) {
    this.facts = facts;
    this.perSecond = Math.max(1, facts.perSecond * SHARE_OF_RATE);
    this.#allowance = this.perSecond;
    this.beforeArgs = `","name":${JSON.stringify(name)},"args":`;
  }

  /** @param {Call} call */
  add(call) {
    this.#waiting.push(call);
  }

  /** One of the calls that left is over. */
  cameBack() {
    this.#inFlight -= 1;
  }

  /**
   * Take the next call if it may leave now. One that waits for the rate is taken up again by itself.
   * @returns {Call | undefined}
   */
  next() {
    if (this.#first === this.#waiting.length || this.#inFlight >= this.facts.inFlight || !this.#mayBegin()) return;
    this.#inFlight += 1;
    this.#allowance -= 1;
    const call = this.#waiting[this.#first++];
    if (this.#first === this.#waiting.length) {
      this.#waiting = [];
      this.#first = 0;
    }
    return call;
  }

  /**
   * Take out the calls whose time is over.
   * @param {number} now
   */
  takeExpired(now) {
    const waiting = this.#waiting.slice(this.#first);
    this.#waiting = waiting.filter((call) => call.expiresAt > now);
    this.#first = 0;
    return waiting.filter((call) => call.expiresAt <= now);
  }

  get isEmpty() {
    return this.#first === this.#waiting.length;
  }

  #mayBegin() {
    const now = performance.now();
    this.#allowance = Math.min(this.perSecond, this.#allowance + ((now - this.#refilledAt) / 1_000) * this.perSecond);
    this.#refilledAt = now;
    if (this.#allowance >= 1) return true;
    if (!this.#resumes) {
      this.#resumes = true;
      setTimeout(() => this.#resume(), Math.ceil(((1 - this.#allowance) / this.perSecond) * 1_000));
    }
    return false;
  }

  #resume() {
    this.#resumes = false;
    send(this);
  }
}

/** @type {ReadonlyMap<string, Lane>} */
const lanes = new Map(Object.entries(COMMANDS).map(([name, facts]) => [name, new Lane(name, facts)]));
/** @type {ReadonlyMap<string, Set<(data: any) => void>>} */
const listeners = new Map(EVENTS.map((name) => [name, new Set()]));
/** @type {Map<string, Call>} */
const pending = new Map();
const encoder = new TextEncoder();

/** The beginning of every envelope, up to the id; null until Python has let this page in. @type {string | null} */
let beforeId = null;
/** @type {((text: string) => void) | null} */
let post = null;
/** Envelopes that leave together, and the bytes that still fit beside them. @type {string[]} */
let lines = [];
let room = MAX_MESSAGE_BYTES;
// Ids of different page loads do not meet, so a late answer to an earlier page means nothing to this one.
let lastId = Math.floor(Math.random() * LARGEST_ID);
/** @type {ReturnType<typeof setInterval> | undefined} */
let sweeping;

/** @type {() => void} */
let letIn;
/** @type {Promise<void>} */
const open = new Promise((resolve) => {
  letIn = resolve;
});

export const bridge = Object.freeze({
  /** Resolves when Python has let this page in; calls made before that wait for it. */
  open,

  /**
   * Ask Python for something; rejects with a BridgeError.
   * @template {keyof Commands} Name
   * @param {Name} name
   * @param {Commands[Name]['args']} args
   * @returns {Promise<Commands[Name]['returns']>}
   */
  call(name, args) {
    return new Promise((resolve, reject) => {
      const lane = lanes.get(name);
      if (lane === undefined) return reject(pageError('unknown_command', false));
      const json = JSON.stringify(args);
      if (isTooLarge(json)) return reject(pageError('invalid_arguments', false));
      const expiresAt = performance.now() + lane.facts.deadlineSeconds * 1_000 + GRACE_MS;
      lane.add({ lane, args: json, expiresAt, resolve, reject });
      sweeping ??= setInterval(endExpired, SWEEP_EVERY_MS);
      send(lane);
    });
  },

  /**
   * Hear an event; returns how to stop hearing it.
   * @template {keyof Events} Name
   * @param {Name} name
   * @param {(data: Events[Name]) => void} hear
   * @returns {() => void}
   */
  on(name, hear) {
    const hearing = listeners.get(name);
    if (hearing === undefined) throw new TypeError(`no such event: ${name}`);
    hearing.add(hear);
    return () => void hearing.delete(hear);
  },
});

/** @param {Lane} lane */
function send(lane) {
  if (beforeId === null || post === null) return;
  for (let call = lane.next(); call !== undefined; call = lane.next()) {
    lastId = (lastId % LARGEST_ID) + 1;
    pending.set(String(lastId), call);
    addLine(`${beforeId}${lastId}${lane.beforeArgs}${call.args}}`);
  }
}

/** @param {string} line */
function addLine(line) {
  const bytes = (line.length + 1) * BYTES_PER_UNIT;
  if (lines.length === MAX_LINES || bytes > room) postLines();
  if (lines.length === 0) queueMicrotask(postLines);
  lines.push(line);
  room -= bytes;
}

function postLines() {
  if (lines.length > 0) post?.(lines.join('\n'));
  lines = [];
  room = MAX_MESSAGE_BYTES;
}

/**
 * Python's answer to a knock. The first token counts; whoever calls this again changes nothing.
 * @param {string} token
 */
function openWith(token) {
  if (beforeId !== null) return;
  beforeId = `{"v":${PROTOCOL_VERSION},"token":${JSON.stringify(token)},"id":"`;
  letIn();
  lanes.forEach(send);
}

/** @param {ReadonlyArray<Reply | EventMessage>} messages */
function receive(messages) {
  /** @type {Set<Lane>} */
  const freed = new Set();
  for (const message of messages) {
    if ('event' in message) {
      listeners.get(message.event)?.forEach((hear) => tell(hear, message.data));
      continue;
    }
    const call = pending.get(message.id);
    if (call === undefined) continue;
    pending.delete(message.id);
    call.lane.cameBack();
    freed.add(call.lane);
    if (message.ok) call.resolve(message.value);
    else call.reject(new BridgeError(message.error));
  }
  freed.forEach(send);
}

/**
 * One listener that throws is reported, and the others still hear.
 * @param {(data: unknown) => void} hear
 * @param {unknown} data
 */
function tell(hear, data) {
  try {
    hear(data);
  } catch (error) {
    reportError(error);
  }
}

function endExpired() {
  const now = performance.now();
  for (const [id, call] of pending) {
    if (call.expiresAt > now) continue;
    pending.delete(id);
    call.lane.cameBack();
    call.reject(pageError('deadline_exceeded', true));
  }
  for (const lane of lanes.values()) {
    lane.takeExpired(now).forEach((call) => call.reject(pageError('deadline_exceeded', true)));
    send(lane);
  }
  if (pending.size === 0 && [...lanes.values()].every((lane) => lane.isEmpty)) {
    clearInterval(sweeping);
    sweeping = undefined;
  }
}

/**
 * An error that this page finds by itself, with the code that Python has for it.
 * @param {'unknown_command' | 'invalid_arguments' | 'deadline_exceeded'} code
 * @param {boolean} retryable
 */
function pageError(code, retryable) {
  return new BridgeError({ code, message: text(`bridge.${code}`), hint: text('bridge.hint'), retryable });
}

/** @param {string} json */
function isTooLarge(json) {
  const most = MAX_MESSAGE_BYTES - ENVELOPE_BYTES;
  if (json.length * BYTES_PER_UNIT <= most) return false;
  return json.length > most || encoder.encode(json).length > most;
}

/**
 * How a text gets from here to Python: each engine has its own way.
 * @returns {((text: string) => unknown) | null}
 */
function findTransport() {
  const { qt, webkit, chrome } = /** @type {any} */ (window);
  if (qt?.webChannelTransport) return overWebChannel(qt.webChannelTransport);
  if (webkit?.messageHandlers?.jsBridge) return (message) => webkit.messageHandlers.jsBridge.postMessage(message);
  if (chrome?.webview) return (message) => chrome.webview.postMessage(message);
  return postToRelay(null) ? postToRelay : null;
}

/**
 * WebKitGTK: a script in a world of its own hears this event, looks at the text and passes it on.
 * @param {string | null} message  null only asks whether somebody is there
 * @returns {boolean} whether somebody took it
 */
function postToRelay(message) {
  return !window.dispatchEvent(new CustomEvent(RELAY_EVENT, { detail: message, cancelable: true }));
}

/**
 * Qt's web channel, spoken to in its own words: the message that calls the method `post` of the object `gate`.
 * @param {{send: (message: string) => void, onmessage: (event: unknown) => void}} transport
 */
function overWebChannel(transport) {
  let messageId = 0;
  // Each message is acknowledged with one of Qt's own, which says nothing here.
  transport.onmessage = () => undefined;
  /** @param {string} message */
  return (message) => {
    messageId += 1;
    transport.send(`{"type":6,"object":"gate","method":"post","id":${messageId},"args":[${JSON.stringify(message)}]}`);
  };
}

function startKnocking() {
  let knocks = 0;
  const knock = () => {
    post ??= findTransport();
    knocks += 1;
    if (beforeId !== null || knocks > MOST_KNOCKS) return clearInterval(knocking);
    post?.(KNOCK);
  };
  const knocking = setInterval(knock, KNOCK_EVERY_MS);
  knock();
}

Object.defineProperty(window, '__agentnookOpen', { value: openWith });
Object.defineProperty(window, '__agentnookReceive', { value: receive });
startKnocking();
