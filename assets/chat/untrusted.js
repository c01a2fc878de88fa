// @ts-check
/**
 * Reads values that nobody has looked at: each reader returns what it is asked for, or undefined.
 *
 * A field counts when it is the record's own and plain, so that neither a prototype nor a getter has a say.
 */

// SECURITY: nothing that loads, refers or ends a declaration is a colour or a font.
const COLOUR =
  /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24}|(?:rgb|hsl|hwb|oklab|oklch)a?\([\w\s.,%/+-]{1,60}\))$/i;
const FONTS = /^[\w\s,'"-]{1,200}$/;
const MOST_URL_CHARACTERS = 2_048;

/**
 * What stands in a record under the first of these names that it has.
 * @param {unknown} holder
 * @param {...string} names
 * @returns {unknown}
 */
export function field(holder, ...names) {
  if (!isRecord(holder)) return undefined;
  for (const name of names) {
    const value = Object.getOwnPropertyDescriptor(holder, name)?.value;
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @param {number} most
 * @returns {string | undefined}
 */
export function textOf(value, most) {
  return typeof value === 'string' && value !== '' && value.length <= most ? value : undefined;
}

/**
 * @param {unknown} value
 * @returns {boolean | undefined}
 */
export function flagOf(value) {
  return typeof value === 'boolean' ? value : undefined;
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @returns {number | undefined}
 */
export function numberOf(value, least, most) {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

/**
 * @template {string | number} Choice
 * @param {unknown} value
 * @param {readonly Choice[]} choices
 * @returns {Choice | undefined}
 */
export function choiceOf(value, choices) {
  return choices.find((choice) => choice === value);
}

/**
 * @template Item
 * @param {unknown} value
 * @param {(item: unknown) => Item | undefined} read
 * @param {number} most
 * @returns {Item[] | undefined}
 */
export function listOf(value, read, most) {
  if (!Array.isArray(value)) return undefined;
  const items = value.slice(0, most).map(read);
  const kept = items.filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
}

/**
 * @param {unknown} value
 * @returns {string | undefined}
 */
export function colourOf(value) {
  return typeof value === 'string' && COLOUR.test(value) ? value : undefined;
}

/**
 * @param {unknown} value
 * @returns {string | undefined}
 */
export function fontsOf(value) {
  return typeof value === 'string' && FONTS.test(value) ? value : undefined;
}

/**
 * @param {unknown} value
 * @param {RegExp} start
 * @returns {string | undefined}
 */
export function addressOf(value, start) {
  const address = textOf(value, MOST_URL_CHARACTERS);
  return address !== undefined && start.test(address) && URL.canParse(address) ? address : undefined;
}

/**
 * A record without the fields that nobody has given.
 * @template {object} Whole
 * @param {{[Name in keyof Whole]: Whole[Name] | undefined}} fields
 * @returns {Whole}
 */
export function given(fields) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return /** @type {Whole} */ (Object.fromEntries(entries));
}

/**
 * The same, or undefined when nothing is left.
 * @template {object} Whole
 * @param {{[Name in keyof Whole]: Whole[Name] | undefined}} fields
 * @returns {Whole | undefined}
 */
export function anyGiven(fields) {
  const whole = given(fields);
  return Object.keys(whole).length > 0 ? whole : undefined;
}
