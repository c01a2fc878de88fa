// @ts-check
/** The words of the official interface's document: those of the one catalogue, which it may read like the shell. */

/** @type {Readonly<Record<string, unknown>>} */
let catalogue = Object.freeze({});

export async function loadWords() {
  const answer = await fetch('../locales/en.json');
  if (!answer.ok) throw new Error(`catalogue: ${answer.status}`);
  catalogue = Object.freeze({ ...(await answer.json()) });
}

/**
 * The words of a key; one that is missing shows itself.
 * @param {string} key
 */
export function words(key) {
  const found = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  return typeof found === 'string' ? found : key;
}
