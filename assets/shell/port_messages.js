// @ts-check
/**
 * The messages that the chat document may send through its port, and what each has to look like.
 *
 * The chat document is not trusted: it may hold a script that nobody here wrote. A message that is not declared, has a
 * field too many or too few, or a value of the wrong kind or size does not exist for the shell; it is counted and
 * forgotten.
 */
import { MAX_MESSAGE_BYTES, MOST_CHARACTERS } from './contract.js';

/**
 * @typedef {import('./contract.js').PortToShell} PortToShell
 * @typedef {import('./contract.js').PortToChat} PortToChat
 * @typedef {{[Type in keyof PortToShell]: {type: Type} & PortToShell[Type]}[keyof PortToShell]} ChatMessage
 * @typedef {(value: unknown) => boolean} Check
 */

/**
 * A message to the chat document, with the fields that the contract declares for its type.
 * @template {keyof PortToChat} Type
 * @typedef {{type: Type} & (PortToChat[Type] extends Record<string, never> ? {} : PortToChat[Type])} ShellMessage
 */

/** @type {{readonly [Type in keyof PortToShell]: Readonly<Record<keyof PortToShell[Type], Check>>}} */
export const FROM_CHAT = Object.freeze({
  ready: { interface: isName },
  client_tool: { id: isId, name: isName, params: isSmallRecord },
  client_secret: { id: isId, current: orNull(textUpTo(MOST_CHARACTERS.secret)) },
  effect: { name: isName, data: isSmallRecord },
  deeplink: { name: isName, data: isSmallRecord },
  state: { busy: isBoolean, thread_id: orNull(isId), title: orNull(textUpTo(MOST_CHARACTERS.label)) },
  error: { code: isName, message: textUpTo(MOST_CHARACTERS.words) },
  link: { url: textUpTo(MOST_CHARACTERS.url) },
  draft: { text: textUpTo(MOST_CHARACTERS.draft), thread_id: orNull(isId) },
  note: { level: oneOf('info', 'warning', 'error'), message: textUpTo(MOST_CHARACTERS.words) },
  shortcut: { name: oneOf('history') },
  pong: { n: Number.isSafeInteger },
});

/**
 * The message when it is one of the declared, else null.
 * @param {unknown} data
 * @returns {ChatMessage | null}
 */
export function declaredMessage(data) {
  if (!isRecord(data) || typeof data.type !== 'string' || !Object.hasOwn(FROM_CHAT, data.type)) return null;
  /** @type {Readonly<Record<string, Check>>} */
  const fields = FROM_CHAT[/** @type {keyof PortToShell} */ (data.type)];
  const names = Object.keys(fields);
  if (Object.keys(data).length !== names.length + 1) return null;
  const fits = names.every((name) => Object.hasOwn(data, name) && fields[name](data[name]));
  return fits ? /** @type {ChatMessage} */ (/** @type {unknown} */ (data)) : null;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isBoolean(value) {
  return typeof value === 'boolean';
}

/** @param {unknown} value */
function isName(value) {
  return value !== '' && textUpTo(MOST_CHARACTERS.name)(value);
}

/** @param {unknown} value */
function isId(value) {
  return value !== '' && textUpTo(MOST_CHARACTERS.thread)(value);
}

/**
 * A record that JSON can carry; a structured clone may also hold files, maps or itself.
 * @param {unknown} value
 */
function isSmallRecord(value) {
  if (!isRecord(value)) return false;
  try {
    return JSON.stringify(value).length <= MAX_MESSAGE_BYTES;
  } catch {
    return false;
  }
}

/**
 * @param {number} most
 * @returns {Check}
 */
function textUpTo(most) {
  return (value) => typeof value === 'string' && value.length <= most;
}

/**
 * @param {Check} check
 * @returns {Check}
 */
function orNull(check) {
  return (value) => value === null || check(value);
}

/**
 * @param {...string} words
 * @returns {Check}
 */
function oneOf(...words) {
  return (value) => typeof value === 'string' && words.includes(value);
}
