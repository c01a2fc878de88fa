// @ts-check
/**
 * Building elements without ever parsing markup.
 *
 * Text becomes text nodes and attributes are set one by one, so nothing that arrives from Python, from an agent or from
 * a file can turn into an element. Inline styles are not offered: the content policy would refuse them.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {string | number | boolean | null | undefined} AttributeValue
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * Make an element; `true` sets an empty attribute, `false`, `null` and `undefined` set none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, AttributeValue>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter(isPresent));
  return made;
}

/**
 * Lines where text will be.
 * @param {'div' | 'span'} [tag]
 * @param {Record<string, AttributeValue>} [attributes]
 */
export function skeletonLines(tag = 'div', attributes = {}) {
  return element(tag, { class: 'skeleton-lines', ...attributes }, ...[1, 2, 3].map(() => element('span')));
}

/**
 * A button that runs `press`; `type` keeps it from submitting anything.
 * @param {Record<string, AttributeValue>} attributes
 * @param {() => void} press
 * @param {...Child} children
 */
export function button(attributes, press, ...children) {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', press);
  return made;
}

/**
 * One of the drawings at the top of index.html; always beside or inside something that has a name.
 * @param {string} name
 */
export function icon(name) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/**
 * An element that index.html promises to hold.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html has no ${kind.name} #${id}`);
  return found;
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isPresent(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}
