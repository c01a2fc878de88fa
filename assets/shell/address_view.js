// @ts-check
/** An address as a person judges it: where it leads first, and the whole of it, however long it is. */
import { element } from './dom.js';
import { visibleText } from './visible_text.js';

const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;

/** @typedef {{address: string, host: string}} Link  as the engine reads it, and as it will be opened */

/** @param {string} words */
export function isAddress(words) {
  return ADDRESS.test(words) && URL.canParse(words);
}

/**
 * @param {string} url
 * @returns {Link}
 */
export function readLink(url) {
  try {
    const { href, host, pathname } = new URL(url);
    return { address: href, host: host || pathname };
  } catch {
    // No link at all: Python refuses it in its own words.
    return { address: url, host: url };
  }
}

/**
 * What the address carries out may stand at its end.
 * @param {string} address
 */
export function wholeAddress(address) {
  return element('p', { class: 'address', tabindex: '0' }, visibleText(address));
}
