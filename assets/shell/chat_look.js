// @ts-check
/**
 * How the chat of a connection looks: from what is kept about it to the parts that a chat document is configured with.
 *
 * Nothing is decided here about what an interface's options can hold: the documents leave out what theirs do not know.
 */
import { HOSTED_LIMITS, SERVER_LIMITS } from './attachment_limits.js';
import { isRecord } from './port_messages.js';

/**
 * @typedef {import('./contract.js').Commands['connection.save']['args']['connection']} Connection
 * @typedef {Connection['chat']} Look
 * @typedef {import('./contract.js').PortToChat['configure']} Configure
 * @typedef {'appearance' | 'composer' | 'start_screen' | 'header' | 'history' | 'item_actions' | 'disclaimer'} Part
 */

/** @type {Readonly<Look>} */
export const PLAIN_LOOK = Object.freeze({
  accent: '',
  radius: '',
  density: '',
  base_size: 0,
  theme: '',
  placeholder: '',
  attachments: true,
  dictation: false,
  greeting: '',
  prompts: [],
  title: '',
  history: true,
  feedback: false,
  retry: false,
  disclaimer: '',
});

/**
 * @param {Look} look
 * @param {boolean} isHosted   where OpenAI keeps what is attached, and writes down what is said
 * @returns {Required<Pick<Configure, Part>>}
 */
export function lookParts(look, isHosted) {
  const { accent, radius, density, base_size, placeholder, greeting, prompts, title, feedback, retry } = look;
  return {
    appearance: { accent, radius, density, base_size, pasted: parsedTheme(look.theme) },
    composer: {
      placeholder,
      attachments: look.attachments ? { enabled: true, ...(isHosted ? HOSTED_LIMITS : SERVER_LIMITS) } : false,
      dictation: isHosted && look.dictation,
    },
    start_screen: { greeting, prompts },
    header: { enabled: title !== '', title },
    history: { enabled: look.history },
    item_actions: { feedback, retry },
    disclaimer: { text: look.disclaimer },
  };
}

/**
 * A theme that was pasted, or null when it is none.
 * @param {string} pasted
 * @returns {Record<string, unknown> | null}
 */
export function parsedTheme(pasted) {
  try {
    const theme = JSON.parse(pasted);
    return isRecord(theme) ? theme : null;
  } catch {
    return null;
  }
}

/**
 * Whether a chat that is open can go on under the other description: the same agent, reached the same way, with a
 * session that allows the same.
 * @param {Connection} before
 * @param {Connection} after
 */
export function onlyLooksDiffer(before, after) {
  return JSON.stringify(madeWith(before)) === JSON.stringify(madeWith(after));
}

/** @param {Connection} connection */
function madeWith({ id, kind, workflow_id, url, domain_key, header_name, interface: shownIn, chat }) {
  return [id, kind, workflow_id, url, domain_key, header_name, shownIn, chat.attachments, chat.dictation, chat.history];
}
