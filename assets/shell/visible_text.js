// @ts-check
/**
 * Shows the characters that nobody sees, for texts by which a person decides.
 *
 * SECURITY: a name that an agent or a page chose could turn `exe.fdp` into `pdf.exe`, or hide what it really is.
 */

const MOST_NAME_CHARACTERS = 60;

/** What has no shape of its own, changes direction, or is drawn as the engine likes; line ends and tabs are only space. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** More marks than any language puts on a letter: a tower of them reaches over the lines above and below. */
const TOWER = /(\p{M}{4})(\p{M}+)/gu;

/**
 * The same text with each unseen character as its code point in brackets, and marks beyond four on a letter counted.
 * @param {string} text
 */
export function visibleText(text) {
  return text.replace(UNSEEN, nameOf).replace(TOWER, (_all, kept, rest) => `${kept}[+${[...rest].length}]`);
}

/** @param {string} character */
function nameOf(character) {
  const code = /** @type {number} */ (character.codePointAt(0));
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * A name of a file as it stands in a sentence.
 * @param {string} name
 */
export function shortName(name) {
  const shown = visibleText(name);
  return shown.length > MOST_NAME_CHARACTERS ? `${shown.slice(0, MOST_NAME_CHARACTERS)}…` : shown;
}
