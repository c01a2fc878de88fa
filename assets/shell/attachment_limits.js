// @ts-check
/** What a connection takes along with a message: how large, how many, and of which kinds. */

const MEGABYTE = 1024 * 1024;
const UNKNOWN = ['', 'application/octet-stream'];

/**
 * @typedef {object} Limits
 * @property {number} maxSize   in bytes
 * @property {number} maxCount  in one message
 * @property {Readonly<Record<string, ReadonlyArray<string>>>} accept   endings by media type; empty takes any
 *
 * @typedef {object} Found
 * @property {'off' | 'size' | 'type' | 'count'} limit
 * @property {Record<string, string | number>} values   for its sentence
 */

/** What OpenAI's guide for integrations begins with; the session that Python makes allows the same. @type {Limits} */
export const HOSTED_LIMITS = Object.freeze({
  maxSize: 10 * MEGABYTE,
  maxCount: 5,
  accept: { 'image/*': ['.png', '.jpg', '.jpeg', '.gif', '.webp'], 'application/pdf': ['.pdf'] },
});
/** What the chat host takes for the conversations of this computer. @type {Limits} */
export const LOCAL_LIMITS = Object.freeze({ maxSize: 100 * MEGABYTE, maxCount: 10, accept: {} });
/** What it passes on to a server of one's own, which says itself what it takes. @type {Limits} */
export const SERVER_LIMITS = Object.freeze({ maxSize: 512 * MEGABYTE, maxCount: 100, accept: {} });

/**
 * The limits of a connection, or null when it takes no files.
 * @param {'local' | 'workflow' | 'session_service' | 'server'} kind
 * @param {{attachments: boolean}} look
 * @returns {Limits | null}
 */
export function attachmentLimits(kind, look) {
  if (kind === 'local') return LOCAL_LIMITS;
  if (!look.attachments) return null;
  return kind === 'server' ? SERVER_LIMITS : HOSTED_LIMITS;
}

/**
 * The first limit that keeps a file out, or null when it is taken beside those that are.
 * @param {Limits | null} limits
 * @param {{name: string, size: number, type: string}} file
 * @param {number} alreadyTaken
 * @returns {Found | null}
 */
export function limitOf(limits, file, alreadyTaken) {
  if (limits === null) return { limit: 'off', values: {} };
  const kinds = Object.values(limits.accept).flat();
  if (kinds.length > 0 && !isAccepted(limits.accept, file)) return { limit: 'type', values: { kinds: kinds.join(', ') } };
  if (file.size > limits.maxSize) return { limit: 'size', values: { most: limits.maxSize / MEGABYTE } };
  if (alreadyTaken >= limits.maxCount) return { limit: 'count', values: { most: limits.maxCount } };
  return null;
}

/**
 * @param {Limits['accept']} accept
 * @param {{name: string, type: string}} file
 */
function isAccepted(accept, { name, type }) {
  const lowered = name.toLowerCase();
  return Object.entries(accept).some(
    ([kind, endings]) => isOfKind(type, kind) && endings.some((ending) => lowered.endsWith(ending)),
  );
}

/**
 * Whether a media type is of a kind such as `image/*`; where a system knows none, the ending has to do.
 * @param {string} type
 * @param {string} kind
 */
function isOfKind(type, kind) {
  return UNKNOWN.includes(type) || type === kind || (kind.endsWith('/*') && type.startsWith(kind.slice(0, -1)));
}
