// @ts-check
/**
 * Every word a person reads here comes from the catalogue; this module looks it up.
 *
 * The words of the first frame stand in index.html, equal to the catalogue by test, so nothing waits for this file. A
 * missing key shows itself as the key: ugly, but never a blank button.
 */

/** @type {Readonly<Record<string, string>>} */
let catalogue = Object.freeze({});

/** Fetch the catalogue once; index.html has asked for it already. */
export async function loadCatalogue() {
  const answer = await fetch('../locales/en.json');
  if (!answer.ok) throw new Error(`catalogue: ${answer.status}`);
  useCatalogue(await answer.json());
}

/** @param {Record<string, string>} words */
export function useCatalogue(words) {
  catalogue = Object.freeze({ ...words });
}

/**
 * The words of `key`, with `{names}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  const words = Object.hasOwn(catalogue, key) ? catalogue[key] : key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/**
 * Words for a value that comes from elsewhere, such as a state; `fallback` where the catalogue knows none.
 * @param {string} area
 * @param {string} value
 * @param {string} fallback
 */
export function textFor(area, value, fallback) {
  const key = `${area}.${value}`;
  return Object.hasOwn(catalogue, key) ? catalogue[key] : fallback;
}
